from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from tests.read.drawn_pdf import drawn, lines, read

from dafu.layout import compose
from dafu.lexicon import load_lexicon

LEFT = [f"左页第{number}行说的是青禾河堤防的修复与养护。" for number in "一二三四五六七八九"]
RIGHT = [f"右页第{number}行说的是望川区渠道的清淤与衬砌。" for number in "一二三四五六七八九"]


def _spread(canvas: Canvas) -> None:
    canvas.setPageSize((1190, 842))
    lines(*LEFT, x=90)(canvas)
    lines(*RIGHT, x=685)(canvas)


def _blank_spread(canvas: Canvas) -> None:
    canvas.setPageSize((1190, 842))


def test_a_blank_sheet_among_sheets_of_two_pages_has_no_columns() -> None:
    (letter,) = compose(read(drawn(_spread, _blank_spread)), load_lexicon())
    assert "".join(letter.text.split()) == "".join(LEFT + RIGHT)
