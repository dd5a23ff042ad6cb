"""One PDF canvas as a pile of pages: rows of glyphs, rules, seals, page numbers, two pages a sheet if asked."""

from __future__ import annotations

import math
from io import BytesIO

from reportlab.lib.colors import Color, black, red
from reportlab.pdfgen.canvas import Canvas
from samples.carriers.fonts import register_faces, width
from samples.carriers.lines import PrintedLine
from samples.carriers.pdf_styles import MM, PdfStyle

A4 = (210 * MM, 297 * MM)
RED = Color(0.85, 0.05, 0.05)


class Sheet:
    """Draws on the current page; `y` is the top of the next line, points from the page's top."""

    def __init__(self, style: PdfStyle, pages: int, title: str) -> None:
        register_faces()
        self.style = style
        self.of = pages
        self.buffer = BytesIO()
        across = A4[0] * style.per_sheet
        self.canvas = Canvas(self.buffer, pagesize=(across, A4[1]), invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.page = 0
        self.landscape = False
        self.width, self.height = A4
        self.y = 0.0
        self.next_page()

    @property
    def measure(self) -> float:
        """Width of the type area."""
        if self.landscape:
            return self.width - 2 * self.style.left
        return self.style.cells * self.style.size

    @property
    def room(self) -> float:
        """Height left on the page."""
        return self.height - self.style.bottom - self.y

    def next_page(self, *, landscape: bool = False) -> None:
        """Finishes the page and begins another."""
        if self.page:
            self._finish()
            if self.page % self.style.per_sheet == 0:
                self.canvas.showPage()
        self.page += 1
        self.landscape = landscape
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        if self.style.per_sheet == 1:
            self.canvas.setPageSize((self.width, self.height))
        self.y = self.style.top if not landscape else self.style.left
        if self.style.running_head:
            self._text(self.style.running_head, self.style.left, 15 * MM, "song", 9)

    def bytes(self) -> bytes:
        """The finished file."""
        self._finish()
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def row(
        self, line: PrintedLine, x: float, size: float, room: float, *, justify: bool, color: Color = black
    ) -> None:
        """One printed line with its left edge at `x`, stretched to `room` where it is to be justified."""
        glyphs = sum(len(run.text) for run in line.runs)
        stretch = (room - line.width) / (glyphs - 1) if justify and glyphs > 1 else 0.0
        if abs(stretch) > size / 2:
            stretch = 0.0
        for run in line.runs:
            self._text(run.text, x, self.y, run.face, size, stretch=stretch, color=color)
            x += width(run.text, run.face, size) + stretch * len(run.text)

    def rule(self, y: float, x0: float, x1: float, thickness: float, color: Color = black) -> None:
        """A horizontal line, `y` from the page's top."""
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(self._x(x0), self.height - y, self._x(x1), self.height - y)

    def upright(self, x: float, y0: float, y1: float, thickness: float) -> None:
        """A vertical line."""
        self.canvas.setStrokeColor(black)
        self.canvas.setLineWidth(thickness)
        self.canvas.line(self._x(x), self.height - y0, self._x(x), self.height - y1)

    def seal(self, x: float, y: float) -> None:
        """A round red seal with a star, drawn over what is printed there."""
        radius = 21 * MM
        self.canvas.saveState()
        self.canvas.setStrokeColor(red)
        self.canvas.setFillColor(red)
        self.canvas.setLineWidth(2.2)
        self.canvas.circle(self._x(x), self.height - y, radius, stroke=1, fill=0)
        star = self.canvas.beginPath()
        for corner in range(10):
            reach = radius * (0.33 if corner % 2 == 0 else 0.13)
            angle = math.pi / 2 + corner * math.pi / 5
            at = (self._x(x) + reach * math.cos(angle), self.height - y + reach * math.sin(angle))
            (star.moveTo if corner == 0 else star.lineTo)(*at)
        star.close()
        self.canvas.drawPath(star, stroke=0, fill=1)
        self.canvas.restoreState()

    def text(self, text: str, x: float, y: float, face: str, *, size: float, color: Color = black) -> None:
        """A single piece of text whose line begins at `y` from the page's top."""
        self._text(text, x, y, face, size, color=color)

    def _x(self, x: float) -> float:
        return x + A4[0] * ((self.page - 1) % self.style.per_sheet)

    def _text(
        self,
        text: str,
        x: float,
        y: float,
        face: str,
        size: float,
        *,
        stretch: float = 0.0,
        color: Color = black,
    ) -> None:
        self.canvas.setFillColor(color)
        self.canvas.setFont(face, size)
        pieces = list(text) if self.style.one_by_one else [text]
        for piece in pieces:
            self.canvas.drawString(self._x(x), self.height - y - size * 0.88, piece, charSpace=stretch)
            x += width(piece, face, size) + stretch * len(piece)

    def _finish(self) -> None:
        """What stands outside the type area: page number, stationery, the lower double rule."""
        style = self.style
        foot = self.height - style.bottom + 9 * MM
        if style.form == "letter" and not self.landscape:
            low = self.height - 20 * MM
            self.rule(low, 20 * MM, self.width - 20 * MM, 0.6, RED)
            self.rule(low + 2.2, 20 * MM, self.width - 20 * MM, 1.8, RED)
        if style.footer:
            self._text(style.footer, style.left, self.height - 17 * MM, "song", 9)
        if style.page_number and self.page >= style.number_from:
            number = style.page_number.format(n=self.page, of=self.of)
            wide = width(number, "song", 14)
            middle = (self.width - wide) / 2
            corner = self.width - style.left - wide - 14 if self.page % 2 else style.left + 14
            self._text(number, corner if "—" in number else middle, foot, "song", 14)
