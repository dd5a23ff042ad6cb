"""A letter as a born-digital PDF in one of the looks of `pdf_styles`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import groupby

from reportlab.lib.colors import black
from samples.carriers.fonts import register_faces, width
from samples.carriers.lines import PrintedLine, Run, break_lines, spaced
from samples.carriers.pdf_styles import MM, STYLES, PdfStyle
from samples.carriers.pdf_table import print_table
from samples.carriers.sheet import RED, Sheet
from samples.notation import Letter, Paragraph

_APART = "　　"
"""What parts two organs that sign on one line."""


def pdf_of(letters: list[Letter], look: str) -> bytes:
    """The letters one after another, each from a new page."""
    style = STYLES[look]
    register_faces()
    pages = _print(letters, style, 0).page
    return _print(letters, style, pages).bytes()


def _print(letters: list[Letter], style: PdfStyle, pages: int) -> Sheet:
    sheet = Sheet(style, pages, letters[0].name)
    for number, letter in enumerate(letters):
        if number:
            sheet.next_page()
        _Printer(sheet, letter).letter()
    return sheet


class _Printer:
    """Prints the paragraphs of one letter, each kind its own way."""

    def __init__(self, sheet: Sheet, letter: Letter) -> None:
        self.sheet = sheet
        self.style = sheet.style
        self.letter_ = letter
        self.sealed = False

    def letter(self) -> None:
        prints: dict[str, Callable[[Paragraph], None]] = {
            "h": self._organ, "n": self._number, "m": self._label, "m>": self._label_right, "t": self._title,
            "a": self._flush, "p": self._body, "s": self._signature, "d": self._date, "c": self._body,
            "i": self._imprint, "I": self._printed_on, "x": self._attachment, "X": self._title,
        }  # fmt: skip
        previous = ""
        for kind, group in groupby(self.letter_.paragraphs, key=lambda paragraph: paragraph.kind):
            paragraphs = list(group)
            if kind == "|":
                print_table(self.sheet, [paragraph.cells for paragraph in paragraphs])
            else:
                self._space(kind, previous)
                for paragraph in paragraphs:
                    prints[kind](paragraph)
            previous = kind

    def _space(self, kind: str, previous: str) -> None:
        """Blank lines between the parts, as GB/T 9704-2012 asks; none where the look has its own."""
        before = {
            "t": 1.5,
            "a": 1,
            "s": 2 if previous != "d" else 0,
            "d": 2 if previous == "p" else 0,
            "i": 1,
            "X": 0.5,
        }
        if previous and self.sheet.y > self.style.top:
            self.sheet.y += before.get(kind, 0) * self.style.pitch

    def _organ(self, paragraph: Paragraph) -> None:
        style, sheet = self.style, self.sheet
        red = style.form != "plain"
        size = min(44.0 if red else 22.0, sheet.measure / max(1, len(paragraph.text)))
        sheet.y = max(sheet.y, 30 * MM if style.form == "letter" else style.top)
        face = "hei" if style.form == "plain" else "song"
        x = style.left + (sheet.measure - width(paragraph.text, face, size)) / 2
        sheet.text(paragraph.text, x, sheet.y, face, size=size, color=RED if red else black)
        sheet.y += size * 1.35
        last = self._last_organ()
        if style.form == "letter" and paragraph is last:
            sheet.rule(sheet.y, 20 * MM, sheet.width - 20 * MM, 1.8, RED)
            sheet.rule(sheet.y + 2.2, 20 * MM, sheet.width - 20 * MM, 0.6, RED)
            sheet.y += 8

    def _last_organ(self) -> Paragraph | None:
        organs = [paragraph for paragraph in self.letter_.paragraphs if paragraph.kind == "h"]
        return organs[-1] if organs else None

    def _number(self, paragraph: Paragraph) -> None:
        self._lines(
            paragraph, align={"document": "center", "letter": "right", "plain": "left"}[self.style.form]
        )
        if self.style.form == "document" and self._last_organ():
            self.sheet.rule(self.sheet.y + 4, self.style.left, self.style.left + self.sheet.measure, 1.6, RED)
            self.sheet.y += 10

    def _label(self, paragraph: Paragraph) -> None:
        self._lines(paragraph, align="left", face="hei" if self.style.form != "plain" else None)

    def _label_right(self, paragraph: Paragraph) -> None:
        self._lines(paragraph, align="right")

    def _title(self, paragraph: Paragraph) -> None:
        size = self.style.size * 22 / 16
        self._lines(
            paragraph, align="center", face="hei" if self.style.form == "plain" else "song", size=size
        )

    def _flush(self, paragraph: Paragraph) -> None:
        self._lines(paragraph, align="left")

    def _body(self, paragraph: Paragraph) -> None:
        self._lines(paragraph, align="body", typed="　　" if self.style.typed_indent else "")

    def _signature(self, paragraph: Paragraph) -> None:
        self._keep(3)
        self._lines(replace(paragraph, text=paragraph.text.replace(" ", _APART)), align="right", right=3)

    def _date(self, paragraph: Paragraph) -> None:
        self._lines(paragraph, align="right", right=4)
        if self.style.seal and not self.sealed:
            self.sealed = True
            sheet = self.sheet
            sheet.seal(
                self.style.left + sheet.measure - 8 * self.style.size, sheet.y - 1.2 * self.style.pitch
            )

    def _attachment(self, paragraph: Paragraph) -> None:
        self.sheet.next_page(landscape=self.style.landscape_attachment)
        self._lines(paragraph, align="left", face="hei")

    def _imprint(self, paragraph: Paragraph) -> None:
        self._keep(2)
        self._imprint_rule(0.9)
        self._lines(paragraph, align="imprint", size=self.style.size * 14 / 16)
        self._imprint_rule(0.6)

    def _printed_on(self, paragraph: Paragraph) -> None:
        left, _, right = paragraph.text.rpartition(" ")
        size, sheet = self.style.size * 14 / 16, self.sheet
        sheet.text(left, self.style.left + size, sheet.y + 4, "song", size=size)
        far = self.style.left + sheet.measure - size - width(right, "song", size)
        sheet.text(right, far, sheet.y + 4, "song", size=size)
        sheet.y += self.style.pitch
        self._imprint_rule(0.9)

    def _imprint_rule(self, thickness: float) -> None:
        if self.style.form == "document":
            self.sheet.rule(self.sheet.y, self.style.left, self.style.left + self.sheet.measure, thickness)

    def _keep(self, lines: int) -> None:
        if self.sheet.room < lines * self.style.pitch:
            self.sheet.next_page()

    def _runs(self, paragraph: Paragraph, face: str | None) -> list[Run]:
        """The paragraph's runs: headings of the first and second level in their own typefaces."""
        body = face or self.style.faces["body"]
        text = paragraph.text
        runs: list[Run] = []
        at = 0
        for start, end in paragraph.bold:
            level = "first" if paragraph.section and paragraph.section.level <= 1 else "second"
            runs += [Run(text[at:start], body), Run(text[start:end], face or self.style.faces[level])]
            at = end
        runs.append(Run(text[at:], body))
        if self.style.spaced:
            runs = [Run(spaced(run.text), run.face) for run in runs]
        return [run for run in runs if run.text]

    def _lines(
        self,
        paragraph: Paragraph,
        *,
        align: str,
        face: str | None = None,
        size: float | None = None,
        right: float = 0,
        typed: str = "",
    ) -> None:
        style, sheet = self.style, self.sheet
        size = size or style.size
        inset = size if align == "imprint" else 0.0
        indent = style.indent * size if align == "body" else 0.0
        hang = size * (paragraph.text.find("：") + 1) if align == "imprint" else 0.0
        room = sheet.measure - 2 * inset
        lines = break_lines(
            [Run(typed, style.faces["body"])] * bool(typed) + self._runs(paragraph, face),
            first=room - indent,
            other=room - hang,
            measure=lambda text, face: width(text, face, size),
            breaks=paragraph.breaks,
        )
        pitch = style.pitch * max(1.0, size / style.size)
        for number, line in enumerate(lines):
            if sheet.room < pitch:
                sheet.next_page(landscape=sheet.landscape)
            begin = indent if number == 0 else hang
            x = style.left + inset + begin + _offset(line, align, room - begin, right * size)
            sheet.row(
                line, x, size, room - begin, justify=style.justified and align == "body" and line.goes_on
            )
            sheet.y += pitch
        sheet.y += style.space_after if align == "body" else 0


def _offset(line: PrintedLine, align: str, room: float, right: float) -> float:
    if align == "center":
        return (room - line.width) / 2
    return room - line.width - right if align == "right" else 0.0
