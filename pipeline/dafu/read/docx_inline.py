"""The words of one paragraph of a DOCX, as printed: insertions accepted, fields by their results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from dafu.read.docx_styles import Look, Styles
from dafu.read.docx_symbols import symbol
from dafu.read.docx_xml import Element, attribute, child, children, local
from dafu.read.model import Dropped
from dafu.text import canonical_characters

_SPACE = re.compile(r"[\t\n\r]")
_CIRCLED = re.compile(r"\beq\s*\\o\\ac\(\s*[○〇O◯]\s*[,，;]\s*(\d{1,2})\s*\)", re.IGNORECASE)
"""带圈字符: a field without a result that sets a number into a circle."""
_THROUGH = frozenset((
    "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "ins", "moveTo", "dir", "bdo",
    "tagPr",
))  # fmt: skip  # fmt: skip
_GONE = frozenset({"del", "moveFrom"})


class Piece(NamedTuple):
    """Characters set alike; `page_break` stands before them."""

    text: str
    look: Look
    page_break: bool = False


@dataclass(slots=True)
class _Field:
    """A field between its begin and end marks."""

    code: str = ""
    phase: Literal["code", "result"] = "code"


@dataclass(slots=True)
class Fields:
    """The fields that are open; one may go on over several paragraphs."""

    open: list[_Field] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Whether what comes is an instruction, not text."""
        return any(each.phase == "code" for each in self.open)

    def end_paragraph(self) -> None:
        """Forgets fields whose instruction does not end: a file cut or mended by hand."""
        self.open = [each for each in self.open if each.phase == "result"]


@dataclass(slots=True)
class Inline:
    """The pieces of a paragraph, and what is anchored to it."""

    styles: Styles
    fields: Fields
    paragraph_style: str | None
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Contents of text boxes."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`footnote`, `endnote`) and id of the notes referred to."""
    dropped: list[Dropped] = field(default_factory=list)
    pictures: int = 0

    def over(self, element: Element) -> Inline:
        """Takes the words below an element; returns itself."""
        for each in children(element):
            name = local(each)
            if name == "r":
                self._run(each)
            elif name in _THROUGH:
                self.over(each)
            elif name in _GONE:
                self._deleted(each, moved=name == "moveFrom")
            elif name == "sdt" and child(each, "sdtPr", "showingPlcHdr") is None:
                self.over(each)
            elif name == "AlternateContent":
                self.over(alternative(each))
            elif name in ("oMath", "oMathPara"):
                self._add("".join(text.text or "" for text in each.iter("{*}t")), Look())
        return self

    def _add(self, text: str, look: Look, *, page_break: bool = False) -> None:
        if (text or page_break) and not self.fields.in_code:
            self.pieces.append(Piece(text, look, page_break))

    def _run(self, element: Element) -> None:
        look: Look | None = None
        for each in children(element):
            name = local(each)
            if name == "rPr":
                continue
            if name == "fldChar":
                self._field_mark(each)
                continue
            if name == "instrText":
                if self.fields.open:
                    self.fields.open[-1].code += each.text or ""
                continue
            look = look or self.styles.look(child(element, "rPr"), self.paragraph_style)
            self._in_run(each, name, look)

    def _in_run(self, each: Element, name: str, look: Look) -> None:
        match name:
            case "t":
                self._add(_text_of(each), look)
            case "tab" | "ptab":
                self._add("\t", look)
            case "br":
                breaks_page = attribute(each, "type") in ("page", "column")
                self._add("" if breaks_page else "\n", look, page_break=breaks_page)
            case "cr":
                self._add("\n", look)
            case "noBreakHyphen":
                self._add("-", look)
            case "sym":
                self._add(_symbol_of(each), look)
            case "ruby":
                self._ruby(each)
            case "footnoteReference" | "endnoteReference":
                self.notes.append((name.removesuffix("Reference"), attribute(each, "id") or ""))
            case "AlternateContent":
                for inner in children(alternative(each)):
                    self._in_run(inner, local(inner), look)
            case "drawing" | "pict" | "object":
                self._picture(each, look)

    def _ruby(self, element: Element) -> None:
        """The words below a phonetic guide, not the guide."""
        base = child(element, "rubyBase")
        if base is not None:
            self.over(base)

    def _field_mark(self, mark: Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self.fields.open.append(_Field())
        elif kind == "separate" and self.fields.open:
            self.fields.open[-1].phase = "result"
        elif kind == "end" and self.fields.open:
            done = self.fields.open.pop()
            if done.phase == "code" and (circled := _CIRCLED.search(done.code)):
                number = int(circled[1])
                self._add(chr(ord("①") + number - 1) if 1 <= number <= 20 else circled[1], Look())

    def _deleted(self, element: Element, *, moved: bool) -> None:
        """Deleted words; what was moved still stands in the letter, at its new place."""
        raw = canonical_characters("".join(each.text or "" for each in element.iter("{*}delText", "{*}t")))
        if raw.strip() and not moved:
            self.dropped.append(Dropped(raw=raw, reason="deleted_text"))

    def _picture(self, element: Element, look: Look) -> None:
        boxes = list(outermost(element, "txbxContent"))
        self.boxes += boxes
        for shape in outermost(element, "textpath"):
            self._add(attribute(shape, "string") or "", look)
        if not boxes and next(element.iter("{*}blip", "{*}imagedata"), None) is not None:
            self.pictures += 1

    def shown(self) -> list[Piece]:
        """The pieces without hidden ones, which go to `dropped`."""
        shown: list[Piece] = []
        for hidden, group in groupby(self.pieces, key=lambda piece: piece.look.hidden):
            pieces = list(group)
            if not hidden:
                shown += pieces
                continue
            raw = canonical_characters("".join(piece.text for piece in pieces))
            if raw.strip():
                self.dropped.append(Dropped(raw=raw, reason="hidden_text"))
        return shown


def alternative(element: Element) -> Element:
    """The branch of `mc:AlternateContent` that current software takes: the first with words, else the first."""
    branches = list(children(element, "Choice", "Fallback"))
    worded = (
        each
        for each in branches
        if next(each.iter("{*}txbxContent", "{*}t", "{*}textpath"), None) is not None
    )
    return next(worded, branches[0] if branches else element)


def outermost(element: Element, name: str) -> Iterator[Element]:
    """Descendants of a name that stand in no other of that name, alternatives taken once."""
    for each in children(element):
        if local(each) == name:
            yield each
        elif local(each) == "AlternateContent":
            yield from outermost(alternative(each), name)
        else:
            yield from outermost(each, name)


def _text_of(element: Element) -> str:
    text = _SPACE.sub(" ", element.text or "")
    return text if attribute(element, "space") == "preserve" else text.strip(" ")


def _symbol_of(element: Element) -> str:
    code = attribute(element, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
        return ""
    return symbol(attribute(element, "font") or "", chr(int(code, 16)))
