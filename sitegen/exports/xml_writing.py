"""XML elements and their bytes, for the feed and the sitemap."""

import re
from xml.etree import ElementTree as ET

# What XML 1.0 cannot hold in any form.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add_element(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """A new last child of `parent`; characters that XML cannot hold are left out."""
    element = ET.SubElement(parent, tag, {name: _FORBIDDEN.sub("", value) for name, value in attributes.items()})
    if text is not None:
        element.text = _FORBIDDEN.sub("", text)
    return element


def xml_bytes(root: ET.Element) -> bytes:
    """A document in UTF-8, indented, with a newline at its end."""
    ET.indent(root, space=" ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
