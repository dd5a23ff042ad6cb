from __future__ import annotations

import io
from collections.abc import Sequence

import pdfplumber
import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table
from tests.read.drawn_pdf import SONG, WIDTH, Draw, drawn, read

from dafu.read.grids import cut_at_walls, find_grids
from dafu.read.model import Box, Grid, Page, Rule, Run

PLAIN = [["序号", "县区", "完成数"], ["1", "青禾县", "12"], ["2", "望川区", "8"]]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


def table(
    rows: Sequence[Sequence[str]], *style: tuple[object, ...], widths: Sequence[float] | None = None
) -> Draw:
    def draw(canvas: Canvas) -> None:
        body = Table([list(row) for row in rows], colWidths=widths or [100] * len(rows[0]))
        body.setStyle([("FONT", (0, 0), (-1, -1), SONG, 14), *style])
        body.wrapOn(canvas, WIDTH, 500)
        body.drawOn(canvas, 80, 400)
        canvas.setFont(SONG, 16)
        canvas.drawString(80, 700, "各县区完成情况如下表。")

    return draw


def page_of(draw: Draw) -> Page:
    return read(drawn(draw)).pages[0]


def cells(page: Page) -> list[tuple[int, int, int, int, str]]:
    """Row, column, spans and the text of the runs that stand in each cell."""
    return [
        (cell.row, cell.column, cell.row_span, cell.column_span, _text(page, cell.box))
        for grid in page.grids
        for cell in grid.cells
    ]


def _text(page: Page, box: Box | None) -> str:
    assert box is not None
    return "".join(run.text for run in page.runs if run.box and _inside(run.box, box))


def _inside(run: Box, box: Box) -> bool:
    x, y = (run[0] + run[2]) / 2, (run[1] + run[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def test_a_plain_table() -> None:
    found = cells(page_of(table(PLAIN, GRID)))
    assert found == [(row, column, 1, 1, PLAIN[row][column]) for row in range(3) for column in range(3)]


def test_merged_cells() -> None:
    rows = [["指标", "2023年", ""], ["", "上半年", "下半年"], ["项目", "12", "8"], ["合计", "20", ""]]
    page = page_of(
        table(rows, GRID, ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (2, 0)), ("SPAN", (1, 3), (2, 3)))
    )
    assert cells(page) == [
        (0, 0, 2, 1, "指标"),
        (0, 1, 1, 2, "2023年"),
        (1, 1, 1, 1, "上半年"),
        (1, 2, 1, 1, "下半年"),
        (2, 0, 1, 1, "项目"),
        (2, 1, 1, 1, "12"),
        (2, 2, 1, 1, "8"),
        (3, 0, 1, 1, "合计"),
        (3, 1, 1, 2, "20"),
    ]


def test_a_statistics_table_without_side_borders() -> None:
    inner = ("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)
    ends = (
        ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    )
    found = cells(page_of(table(PLAIN, inner, *ends)))
    assert found == [(row, column, 1, 1, PLAIN[row][column]) for row in range(3) for column in range(3)]


def test_borders_drawn_as_thin_areas_and_double_lines() -> None:
    def draw(canvas: Canvas) -> None:
        for x in (80, 200, 320):
            canvas.rect(x, 500, 0.7, 100, stroke=0, fill=1)
        for y in (500, 550, 600):
            canvas.rect(80, y, 240, 0.7, stroke=0, fill=1)
        canvas.rect(78, 498, 244, 104, stroke=1, fill=0)
        for x, y, text in ((90, 570, "甲"), (210, 570, "乙"), (90, 520, "丙"), (210, 520, "丁")):
            canvas.drawString(x, y, text)

    assert [cell[4] for cell in cells(page_of(draw))] == ["甲", "乙", "丙", "丁"]


def test_two_tables_on_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        table(PLAIN, GRID)(canvas)
        canvas.translate(0, -200)
        table(PLAIN[:2], GRID)(canvas)

    page = page_of(draw)
    assert [len(grid.cells) for grid in page.grids] == [9, 6]
    assert page.grids[0].box is not None and page.grids[1].box is not None
    assert page.grids[0].box[3] < page.grids[1].box[1]


def test_a_run_is_cut_where_its_cell_ends() -> None:
    rows = [["青禾县人民政府", "1234567"], ["望川区", "8"]]
    tight = ("LEFTPADDING", (0, 0), (-1, -1), 1)
    page = page_of(table(rows, GRID, tight, ("RIGHTPADDING", (0, 0), (-1, -1), 1), widths=[100, 60]))
    assert [cell[4] for cell in cells(page)] == ["青禾县人民政府", "1234567", "望川区", "8"]


def _letterhead(canvas: Canvas) -> None:
    canvas.drawString(80, 780, "云陵市科学技术局")
    canvas.setStrokeColorRGB(0.85, 0.05, 0.08)
    for y in (760, 757, 60, 57):
        canvas.line(56, y, 538, y)
    canvas.drawString(80, 700, "正文")


def _imprint(canvas: Canvas) -> None:
    for y in (120, 96, 72):
        canvas.line(80, y, 520, y)
    canvas.drawString(96, 102, "抄送：市政协提案委员会。")
    canvas.drawString(96, 78, "云陵市科学技术局办公室")


def _frame(canvas: Canvas) -> None:
    canvas.rect(60, 60, 480, 720)
    canvas.line(60, 700, 540, 700)
    canvas.drawString(80, 720, "云陵市科学技术局")
    canvas.drawString(80, 600, "正文")


def _three_lines(canvas: Canvas) -> None:
    for y in (600, 560, 400):
        canvas.line(80, y, 500, y)
    canvas.drawString(80, 570, "指标　数值")


def _chart(canvas: Canvas) -> None:
    canvas.grid([100, 150, 200, 250], [300, 350, 400])
    canvas.drawString(100, 270, "图1　投诉量")


def _underlined(canvas: Canvas) -> None:
    canvas.drawString(80, 600, "联系人：　　　电话：")
    canvas.line(144, 596, 190, 596)
    canvas.line(250, 596, 330, 596)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(_letterhead, id="red double rules of a letterhead"),
        pytest.param(_imprint, id="separators of the imprint"),
        pytest.param(_frame, id="a frame around the page"),
        pytest.param(_three_lines, id="a table of level lines only"),
        pytest.param(_chart, id="the lattice of a chart"),
        pytest.param(_underlined, id="blanks to fill in"),
    ],
)
def test_lines_that_make_no_table(draw: Draw) -> None:
    assert page_of(draw).grids == ()


@pytest.mark.parametrize(
    "draw",
    [
        table(PLAIN, GRID),
        table(PLAIN, GRID, ("SPAN", (0, 0), (1, 0)), ("SPAN", (2, 1), (2, 2))),
        table([["甲", "乙"]] * 12, GRID, widths=[180, 60]),
        table(PLAIN, ("BOX", (0, 0), (-1, -1), 1.5, colors.black), GRID),
    ],
)
def test_cells_agree_with_pdfplumber(draw: Draw) -> None:
    data = drawn(draw)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        (expected,) = pdf.pages[0].find_tables()
    (grid,) = read(data).pages[0].grids
    ours = sorted(cell.box for cell in grid.cells if cell.box)
    assert ours == [pytest.approx(box, abs=1.5) for box in sorted(expected.cells)]


def _lattice(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    level = [Rule((xs[0], y, xs[-1], y), None) for y in ys]
    return level + [Rule((x, ys[0], x, ys[-1]), None) for x in xs]


def _run(text: str, x: float, y: float) -> Run:
    left = tuple(x + 10 * at for at in range(len(text)))
    right = tuple(x + 10 * (at + 1) for at in range(len(text)))
    return Run(text=text, box=(x, y - 5, right[-1], y + 5), left=left, right=right)


def test_a_cell_whose_border_stops_short_is_divided_into_rectangles() -> None:
    rules = _lattice([0, 100, 200], [0, 50, 100])
    rules = [rule for rule in rules if rule.box != (100, 0, 100, 100)] + [Rule((100, 50, 100, 100), None)]
    rules = [rule for rule in rules if rule.box != (0, 50, 200, 50)] + [Rule((0, 50, 100, 50), None)]
    (grid,) = find_grids(rules, [_run("甲", 10, 25), _run("乙", 10, 75)])
    spans = [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells]
    assert spans == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_runs_beside_a_grid_are_left_whole() -> None:
    grid = find_grids(_lattice([0, 100, 200], [0, 50]), [_run("甲", 10, 25), _run("乙", 110, 25)])
    assert [len(each.cells) for each in grid] == [2]
    below = _run("表下的一行不动", 60, 80)
    assert list(cut_at_walls([below], grid)) == [below]
    across = _run("甲乙丙丁", 80, 25)
    assert [run.text for run in cut_at_walls([across], grid)] == ["甲乙", "丙丁"]


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    dense: tuple[Grid, ...] = find_grids(_lattice(range(0, 5000, 10), range(0, 5000, 10)), [])
    assert dense == ()
