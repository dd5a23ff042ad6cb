"""How a page sets its text: the styles that elements and their attributes give, inherited downwards."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from dafu.read.art import colour
from dafu.read.faces import is_bold_face

Align = Literal["left", "center", "right"]
Reason = Literal["hidden_text", "deleted_text"]

BOLD_TAGS = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
GREY = 0x70
"""Channels all below it and alike: a page's black."""
_POINTS = {"px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
"""Points of `<font size>` (HTML, 15.3.4)."""
_NAMED_SIZES = {
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
    "small": 10.0,
    "x-small": 7.5,
}
_COLOURS = {
    "red": "#ff0000", "blue": "#0000ff", "gray": "#808080", "grey": "#808080", "green": "#008000", "white": "#ffffff",
    "darkred": "#8b0000", "crimson": "#dc143c",
}  # fmt: skip
_LENGTH = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>px|pt|mm|cm|in|em|rem|%)?")
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)")
_DECLARATION = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_MEDIA = re.compile(r"@media[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\s*(?:[a-z]+)?\.([\w-]+)\s*")
_ID = re.compile(r"\s*(?:[a-z]+)?#([\w-]+)\s*")


class Style(NamedTuple):
    """What text inherits."""

    bold: bool = False
    size: float | None = None
    color: str | None = None
    align: Align | None = None
    heading: bool = False
    hidden: Reason | None = None
    """Why the words are not read."""
    link: bool = False
    kept_space: bool = False
    """White space counts, as in `<pre>`."""


PLAIN = Style()


class Hidden(NamedTuple):
    """Classes and ids that the page's own style sheets hide on the screen."""

    classes: frozenset[str]
    ids: frozenset[str]


def hidden_by_sheets(sheets: list[str]) -> Hidden:
    """What `<style>` elements hide with `display:none`; rules for other media than the screen are left out."""
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in sheets:
        for selectors, body in _RULE.findall(_MEDIA.sub("", sheet)):
            if _hides(_declarations(body)):
                for selector in selectors.split(","):
                    if match := _CLASS.fullmatch(selector):
                        classes.add(match[1])
                    elif match := _ID.fullmatch(selector):
                        ids.add(match[1])
    return Hidden(frozenset(classes), frozenset(ids))


def styled(style: Style, tag: str, attributes: dict[str, str | None], hidden: Hidden) -> Style:
    """The style inside an element."""
    if tag in BOLD_TAGS:
        style = style._replace(bold=True, heading=style.heading or tag in HEADINGS)
    elif tag == "a":
        style = style._replace(link=style.link or "href" in attributes)
    elif tag == "del":
        style = style._replace(hidden="deleted_text")
    elif tag == "center":
        style = style._replace(align="center")
    elif tag == "pre":
        style = style._replace(kept_space=True)
    if not attributes:
        return style
    if tag == "font":
        style = _of_font(style, attributes)
    if align := _align(attributes.get("align")):
        style = style._replace(align=align)
    if "hidden" in attributes or attributes.get("id") in hidden.ids:
        style = style._replace(hidden="hidden_text")
    if hidden.classes and not hidden.classes.isdisjoint((attributes.get("class") or "").split()):
        style = style._replace(hidden="hidden_text")
    declared = attributes.get("style")
    return _by_declarations(style, declared) if declared else style


def is_block_styled(declared: str | None) -> bool:
    """Whether an inline element is set as a block."""
    return declared is not None and _declarations(declared).get("display") in (
        "block",
        "flex",
        "table",
        "list-item",
    )


def _of_font(style: Style, attributes: dict[str, str | None]) -> Style:
    if size := _FONT_SIZES.get((attributes.get("size") or "").strip("+")):
        style = style._replace(size=size)
    if color := attributes.get("color"):
        style = style._replace(color=_colour(color))
    face = attributes.get("face")
    return style._replace(bold=style.bold or is_bold_face(face)) if face else style


def _by_declarations(style: Style, declared: str) -> Style:
    css = _declarations(declared)
    if _hides(css):
        return style._replace(hidden="hidden_text")
    if align := _align(css.get("text-align")):
        style = style._replace(align=align)
    if weight := css.get("font-weight"):
        style = style._replace(
            bold=weight in ("bold", "bolder") or (weight.isdecimal() and int(weight) >= 600)
        )
    face = css.get("font-family")
    if face and is_bold_face(face.split(",")[0]):
        style = style._replace(bold=True)
    if size := css.get("font-size"):
        style = style._replace(size=_points(size, style.size))
    if color := css.get("color"):
        style = style._replace(color=_colour(color))
    if css.get("white-space", "").startswith("pre"):
        style = style._replace(kept_space=True)
    return style


@lru_cache(maxsize=1024)
def _declarations(declared: str) -> dict[str, str]:
    plain = declared.casefold().replace("!important", "")
    return {name: value.strip() for name, value in _DECLARATION.findall(plain)}


def _hides(css: dict[str, str]) -> bool:
    size = css.get("font-size", "")
    return (
        css.get("display") == "none"
        or css.get("visibility") in ("hidden", "collapse")
        or re.fullmatch(r"0(?:px|pt|em|%)?", size) is not None
    )


def _align(value: str | None) -> Align | None:
    match (value or "").strip().casefold():
        case "center" | "middle":
            return "center"
        case "right" | "end":
            return "right"
        case "left" | "justify" | "start":
            return "left"
    return None


def _points(value: str, inherited: float | None) -> float | None:
    if value in _NAMED_SIZES:
        return _NAMED_SIZES[value]
    match = _LENGTH.match(value)
    if match is None:
        return inherited
    number, unit = float(match["number"]), match["unit"]
    if unit in ("em", "rem", "%"):
        base = inherited or 12.0
        return round(base * number / (100 if unit == "%" else 1), 2)
    return round(number * _POINTS.get(unit or "px", 0.75), 2)


def _colour(value: str) -> str | None:
    """`#rrggbb`; None for black, for a page's dark grey, and for what is not told."""
    value = value.strip().casefold()
    code = _COLOURS.get(value, value)
    if match := _RGB.match(code):
        red, green, blue = (min(int(channel), 255) for channel in match.groups())
    elif re.fullmatch(r"#?[0-9a-f]{3}", code):
        red, green, blue = (int(channel * 2, 16) for channel in code.removeprefix("#"))
    elif re.fullmatch(r"#?[0-9a-f]{6}", code):
        digits = code.removeprefix("#")
        red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    else:
        return None
    is_grey = max(red, green, blue) < GREY and max(red, green, blue) - min(red, green, blue) < 16
    return None if is_grey else colour(red, green, blue)
