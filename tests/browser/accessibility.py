"""What a screen reader is told of a page, in the order in which it reads."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

LANDMARKS = frozenset({"banner", "navigation", "main", "complementary", "contentinfo", "search", "heading"})


CONTROLS = frozenset({"button", "link", "checkbox", "radio", "combobox", "textbox", "searchbox", "DisclosureTriangle"})


def unnamed_controls(page: Page) -> list[str]:
    """The roles of controls that a screen reader could only call by their role."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]
    return [role for role, name in told if role in CONTROLS and not name.strip()]


def reading_order(page: Page) -> list[str]:
    """Landmarks and headings of the accessibility tree as `role level name`, in tree order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    by_id = {node["nodeId"]: node for node in nodes}
    return list(_told(nodes[0], by_id))


def _told(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    role = node.get("role", {}).get("value")
    if role in LANDMARKS and not node.get("ignored"):
        levels = [str(each["value"]["value"]) for each in node.get("properties", ()) if each["name"] == "level"]
        yield " ".join(part for part in (role, *levels, node.get("name", {}).get("value", "")) if part)
    for child in node.get("childIds", ()):
        if child in by_id:
            yield from _told(by_id[child], by_id)
