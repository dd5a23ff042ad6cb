"""Styles of a DOCX: what a paragraph or run is set in, its own properties before those of its styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dafu.read.art import colour
from dafu.read.docx_xml import Element, attribute, child, children, number, switch
from dafu.read.faces import is_bold_face

Align = Literal["left", "center", "right"]
DEEPEST = 24
"""Styles based on styles: a longer chain is a loop."""
_TITLES = ("title", "subtitle", "标题", "副标题")


class Look(NamedTuple):
    """How a run is set."""

    size: float | None = None
    bold: bool = False
    color: str | None = None
    font: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """A style as written; `based_on` is the id of the one below it."""

    name: str
    paragraph: Element | None
    run: Element | None
    based_on: str | None


class Styles:
    """The styles of one file."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._default_run = child(root, "docDefaults", "rPrDefault", "rPr")
        self._default_paragraph = child(root, "docDefaults", "pPrDefault", "pPr")
        for element in children(root, "style"):
            identifier = attribute(element, "styleId") or ""
            self._styles[identifier] = _Style(
                name=(attribute(child(element, "name")) or "").casefold(),
                paragraph=child(element, "pPr"),
                run=child(element, "rPr"),
                based_on=attribute(child(element, "basedOn")),
            )
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                "1",
                "true",
                "on",
            ):
                self._default = identifier
        self._looks: dict[str | None, list[Element]] = {}

    def style_of(self, properties: Element | None) -> str | None:
        """Id of a paragraph's style."""
        return attribute(child(properties, "pStyle")) or self._default

    def align(self, properties: Element | None) -> Align | None:
        """A paragraph's alignment; None where it runs from the left as text does."""
        for layer in self._paragraph_layers(properties):
            value = attribute(child(layer, "jc"))
            if value:
                return {"center": "center", "right": "right", "end": "right"}.get(value)  # type: ignore[return-value]
        return None

    def is_heading(self, properties: Element | None) -> bool:
        """Whether a paragraph has a heading's or title's style, or an outline level."""
        for layer in self._paragraph_layers(properties):
            level = number(child(layer, "outlineLvl"))
            if level is not None:
                return level < 9
        names = [self._styles[each].name for each in self._chain(self.style_of(properties))]
        return any(name.startswith(("heading ", "标题 ")) or name in _TITLES for name in names)

    def breaks_page(self, properties: Element | None) -> bool:
        """Whether a paragraph begins a page."""
        found = (switch(layer, "pageBreakBefore") for layer in self._paragraph_layers(properties))
        return next((each for each in found if each is not None), False)

    def numbering(self, properties: Element | None) -> tuple[str, int | None, str | None] | None:
        """Id of the list that counts a paragraph, its level if told, and the style that says so, if one does."""
        level: int | None = None
        own = child(properties, "numPr")
        if own is not None:
            level = number(child(own, "ilvl"))
            list_id = attribute(child(own, "numId"))
            if list_id is not None:
                return None if list_id == "0" else (list_id, level, None)
        for identifier in self._chain(self.style_of(properties)):
            told = child(self._styles[identifier].paragraph, "numPr")
            level = number(child(told, "ilvl")) if level is None else level
            list_id = attribute(child(told, "numId"))
            if list_id is not None:
                return None if list_id == "0" else (list_id, level, identifier)
        return None

    def look(self, properties: Element | None, paragraph_style: str | None) -> Look:
        """How a run is set, given its own properties and the id of its paragraph's style."""
        layers = list(self._run_layers(properties, paragraph_style))
        size = next((half for layer in layers if (half := number(child(layer, "sz")))), None)
        tint = next((value for layer in layers if (value := attribute(child(layer, "color")))), None)
        font = next((name for layer in layers if (name := _face(layer))), None)
        bold = next((on for layer in layers if (on := switch(layer, "b")) is not None), False)
        hidden = next((on for layer in layers if (on := switch(layer, "vanish")) is not None), False)
        return Look(
            size=size / 2 if size else None,
            bold=bold or (font is not None and is_bold_face(font)),
            color=_tint(tint),
            font=font,
            hidden=hidden,
        )

    def _paragraph_layers(self, properties: Element | None) -> Iterator[Element]:
        if properties is not None:
            yield properties
        for identifier in self._chain(self.style_of(properties)):
            if (layer := self._styles[identifier].paragraph) is not None:
                yield layer
        if self._default_paragraph is not None:
            yield self._default_paragraph

    def _run_layers(self, properties: Element | None, paragraph_style: str | None) -> Iterator[Element]:
        if properties is not None:
            yield properties
            if own := attribute(child(properties, "rStyle")):
                yield from self._layers_of(own)
        yield from self._layers_of(paragraph_style)
        if self._default_run is not None:
            yield self._default_run

    def _layers_of(self, identifier: str | None) -> list[Element]:
        if identifier not in self._looks:
            chain = [self._styles[each].run for each in self._chain(identifier)]
            self._looks[identifier] = [layer for layer in chain if layer is not None]
        return self._looks[identifier]

    def _chain(self, identifier: str | None) -> Iterator[str]:
        """A style and those it is based on."""
        for _ in range(DEEPEST):
            if identifier is None or identifier not in self._styles:
                return
            yield identifier
            identifier = self._styles[identifier].based_on


def _face(layer: Element) -> str | None:
    fonts = child(layer, "rFonts")
    return attribute(fonts, "eastAsia") or attribute(fonts, "ascii")


def _tint(value: str | None) -> str | None:
    """`#rrggbb`; None for black and `auto`."""
    if value is None or len(value) != 6 or not all(digit in "0123456789abcdefABCDEF" for digit in value):
        return None
    red, green, blue = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return colour(red, green, blue)
