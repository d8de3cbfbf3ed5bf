"""Scripts that run together are one file, and each comes lean."""

from sitegen.site.assets import fingerprint_assets
from sitegen.site.scripts import BUNDLES, PAGE_SCRIPT, PIECES, all_lean, lean_script, with_bundles

SCRIPTS = {name: f"run({name!r});\n".encode() for name in {*PIECES, *BUNDLES, "theme.js"} - {PAGE_SCRIPT}}


def test_a_bundle_has_its_scripts() -> None:
    """In their order, each once; the others stay as they are, and what is only part of some has no address."""
    assets = fingerprint_assets(with_bundles(SCRIPTS), pieces=PIECES)
    for name, scripts in BUNDLES.items():
        assert assets.content(name).decode() == "\n;\n".join(f"run({each!r});" for each in scripts) + "\n"
    assert assets.content("theme.js") == SCRIPTS["theme.js"]
    assert set(assets.paths) == {"theme.js", *BUNDLES}


def test_a_changed_piece_changes_the_name() -> None:
    """A browser that kept the old file does not take it for the new one; other files keep their names."""
    changed = {**SCRIPTS, "search-dialog.js": b"other();\n", "search-results.js": b"other();\n"}
    before, after = (fingerprint_assets(with_bundles(files), pieces=PIECES).paths for files in (SCRIPTS, changed))
    assert {name for name in before if before[name] != after[name]} == {
        "search-dialog.js",
        "search-page.js",
        "list-page.js",
    }


def test_a_lean_script_has_its_code_and_texts() -> None:
    """Comments on lines of their own and indentation go, and nothing else; text over several lines stays as it is."""
    script = b'/* What it does,\n * and why. */\n  var a = "/* text */"; /* why */\n\n    /* more */\n    go();\n'
    assert lean_script(script) == b'var a = "/* text */"; /* why */\ngo();\n'
    for over_lines in (b"var a = `\n  /* text */\n`;\n", b'  var a = "one \\\n  two";\n'):
        assert lean_script(over_lines) == over_lines


def test_styles_and_scripts_are_sent_lean() -> None:
    """Their rules stay, without what only those need who change them; pictures are as they were."""
    files = {
        "style.css": b"/*! Licence */\n/* Why */\n@media print {\n  a { color: red; } /* ink */\n}\n",
        "icon.svg": b"  <svg/>",
        "a.js": b"/* Why */\n  a();\n",
    }
    assert all_lean(files) == {
        **files,
        "style.css": b"/*! Licence */\n@media print {\na { color: red; } /* ink */\n}\n",
        "a.js": b"a();\n",
    }
