"""How the PDF carriers look: one frozen style a look."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

MM = 72 / 25.4


@dataclass(frozen=True)
class PdfStyle:
    """Sizes in points; the default is the page of GB/T 9704-2012: 28 cells by 22 lines of size 3."""

    form: Literal["document", "letter", "plain"] = "document"
    """Letterhead: red organ mark and rule, red organ mark between double rules, or nothing drawn."""
    size: float = 16
    pitch: float = 29
    cells: int = 28
    left: float = 28 * MM
    top: float = 37 * MM
    bottom: float = 35 * MM
    faces: dict[str, str] = field(default_factory=lambda: {"body": "song", "first": "hei", "second": "kai"})
    page_number: str = ""
    """Format with `{n}` and `{of}`; empty for none. `|` parts an odd page's form from an even page's."""
    number_from: int = 1
    running_head: str = ""
    footer: str = ""
    """Stationery at the foot of every page: address and telephone of the office."""
    spaced: bool = False
    """Spaces between Han characters and digits."""
    justified: bool = True
    seal: bool = False
    per_sheet: Literal[1, 2] = 1
    """Pages printed on one sheet, side by side."""
    indent: int = 2
    landscape_attachment: bool = False
    repeat_head: bool = False
    """Print the head of a table again on the next page."""
    space_after: float = 0
    one_by_one: bool = False
    """Every character placed by itself, as some print drivers write it."""
    typed_indent: bool = False
    """The indent of a paragraph is two full-width spaces."""


_SONG = {"body": "song", "first": "song", "second": "song"}

STYLES: dict[str, PdfStyle] = {
    "document": PdfStyle(page_number="— {n} —", repeat_head=True, seal=True),
    "letter": PdfStyle(form="letter", page_number="— {n} —", number_from=2),
    "sealed": PdfStyle(form="document", page_number="-{n}-", seal=True, running_head="提案办理答复"),
    "spaced": PdfStyle(
        form="plain",
        spaced=True,
        size=14,
        pitch=24,
        cells=31,
        page_number="第 {n} 页 共 {of} 页",
        top=30 * MM,
    ),
    "office": PdfStyle(
        form="plain",
        size=15,
        pitch=27,
        cells=30,
        left=26 * MM,
        top=28 * MM,
        bottom=25 * MM,
        page_number="{n}",
        faces={"body": "print", "first": "hei", "second": "print"},
        justified=True,
    ),
    "plain": PdfStyle(
        form="plain", size=12, pitch=20, cells=36, top=25 * MM, bottom=22 * MM, justified=False, space_after=4
    ),
    "stationery": PdfStyle(
        form="letter",
        faces=_SONG,
        page_number="第{n}页共{of}页",
        footer="地址：云陵市望川大道 6 号　邮编：000999　传真：0999-5550100",
    ),
    "driver": PdfStyle(form="letter", page_number="— {n} —", number_from=2, one_by_one=True),
    "typed": PdfStyle(
        form="plain",
        typed_indent=True,
        indent=0,
        size=14,
        pitch=26,
        cells=32,
        top=30 * MM,
        page_number="第{n}页",
        spaced=True,
    ),
    "twoup": PdfStyle(form="document", page_number="- {n} -", per_sheet=2),
    "landscape": PdfStyle(
        form="letter", page_number="— {n} —", number_from=2, landscape_attachment=True, repeat_head=True
    ),
    "web": PdfStyle(
        form="plain",
        size=14,
        pitch=28,
        cells=34,
        left=22 * MM,
        top=24 * MM,
        bottom=22 * MM,
        justified=False,
        running_head="建议提案办理-政务公开",
        page_number="{n}/{of}",
        space_after=6,
    ),
}
