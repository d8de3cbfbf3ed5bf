"""Reading marks, as the rest of the scripts ask for them."""

from collections.abc import Callable

from playwright.sync_api import Page

PAPER = "adam-a-method-for-stochastic-optimization"


def test_a_mark_is_kept_and_told_to_other_tabs(open_page: Callable[..., Page], address: str) -> None:
    """What one tab sets, another one hears of and gets, with what the page said of the paper."""
    page = open_page()
    page.goto(f"{address}papers/{PAPER}.html")
    other = page.context.new_page()
    other.goto(f"{address}papers/index.html")
    other.evaluate("document.addEventListener('sitegenmarks', function () { window.heard = true; })")
    assert page.evaluate(f"sitegenMarks.get('{PAPER}')") is None
    assert page.evaluate(f"sitegenMarks.set('{PAPER}', {{status: 'reading', star: true}})")
    other.wait_for_function("window.heard")
    mark = other.evaluate(f"sitegenMarks.get('{PAPER}')")
    assert (mark["status"], mark["star"], mark["note"]) == ("reading", True, "")
    kept = other.evaluate(f"sitegenMarks.kept()['{PAPER}'].paper")
    assert kept["title"] == "Adam: A Method for Stochastic Optimization"
    assert kept["by"] == "Diederik P. Kingma, Jimmy Ba"
    assert kept["date"] == "2014-12-22"
    assert "optimization" in kept["topics"]
    assert other.evaluate("[...sitegenMarks.all().keys()]") == [PAPER]
