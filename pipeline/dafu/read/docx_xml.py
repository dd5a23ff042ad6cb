"""Elements of WordprocessingML by their local names: transitional and strict files differ in the namespace."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

__all__ = ["Element", "attribute", "child", "children", "local", "number", "switch"]


def local(element: Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The child elements of these names, all of them if none is given."""
    for child in element if element is not None else ():
        name = local(child)
        if name and (not names or name in names):
            yield child


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at a path of names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def attribute(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return str(value)
    return None


def number(element: Element | None, name: str = "val") -> int | None:
    """A whole number in an attribute; None if there is none."""
    value = attribute(element, name)
    if value is None:
        return None
    digits = value.strip().removeprefix("-").partition(".")[0]
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        return None
    return -int(digits) if value.strip().startswith("-") else int(digits)


def switch(parent: Element | None, name: str) -> bool | None:
    """An on/off property (17.17.4): absent is None, present without a value is on."""
    element = child(parent, name)
    if element is None:
        return None
    return attribute(element) not in ("0", "false", "off", "none")
