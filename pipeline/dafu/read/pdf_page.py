"""One page of a PDF: what of its text is printed, what is hidden, and what cannot be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref
from dataclasses import dataclass, replace

from dafu.read.art import COVERING, Art
from dafu.read.grids import cut_at_walls, find_grids
from dafu.read.judged import ReadPage, overlap, text_notices, white_on_paper
from dafu.read.model import Dropped, Notice, Page, Run
from dafu.read.pdf_art import read_art
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_frame import Frame
from dafu.read.pdf_notes import read_notes
from dafu.read.pdf_runs import PrintedRun, printed_runs
from dafu.read.pdf_text import read_glyphs
from dafu.read.trust import distrust


@contextmanager
def _text_of(page: Handle) -> Iterator[Handle]:
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        yield text_page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def read_page(document: Handle, index: int) -> ReadPage:
    """The page at `index`; never fails, but says that a damaged page could not be opened."""
    number = index + 1
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        message = f"第 {number} 页无法打开 / page {number} cannot be opened."
        notice = Notice(code="unread_part", severity="error", message=message, page=number)
        return ReadPage(page=Page(number=number, text_origin="embedded"), notices=(notice,), opened=False)
    try:
        with _text_of(handle) as text_page:
            return _page(handle, text_page, number)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _page(handle: Handle, text_page: Handle, number: int) -> ReadPage:
    glyphs = read_glyphs(text_page)
    visible = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, byref(visible))
    turn = glyphs.turn(90 * pdfium.FPDFPage_GetRotation(handle))
    frame = Frame(visible.left, visible.bottom, visible.right, visible.top, turn)
    width, height = frame.size
    art = read_art(handle, frame)
    image_share = min(round(art.image_area / (width * height), 4), 1.0)
    sorted_out = _sorted_out(printed_runs(text_page, glyphs, frame), art, frame, number, image_share)
    runs = sorted_out.runs
    grids = find_grids(art.rules, runs)
    page = Page(
        number=number,
        width=round(width, 2),
        height=round(height, 2),
        rotation=turn,
        text_origin="embedded",
        runs=tuple(cut_at_walls(runs, grids)),
        rules=tuple(art.rules),
        grids=grids,
        image_share=image_share,
    )
    notes = list(read_notes(handle, frame, number))
    comments = [note for note in notes if isinstance(note, Dropped)]
    read = ReadPage(
        page=page,
        dropped=(*sorted_out.dropped, *comments),
        drawn=bool(art.areas),
        layer=sorted_out.layer,
    )
    cut = tuple(_cut_images(art, number))
    reason = distrust("".join(run.text for run in runs))
    if reason:
        rejected = read.without_text(reason)
        return replace(rejected, notices=(*rejected.notices, *cut))
    fields = [note for note in notes if isinstance(note, Notice)]
    return replace(read, notices=(*text_notices(read), *fields, *cut))


def _cut_images(art: Art, number: int) -> Iterator[Notice]:
    if art.cut_images:
        message = (
            f"第 {number} 页的图像数据不完整，文字可能缺失，请重新取得原件"
            f" / an image of page {number} is cut off, words may be missing; obtain the original again."
        )
        yield Notice(code="unread_part", severity="error", message=message, page=number)


@dataclass(slots=True)
class _SortedOut:
    runs: list[Run]
    dropped: list[Dropped]
    layer: bool
    """Some of the runs stand, unseen, over or under an image of the page."""


def _sorted_out(
    printed: Iterator[PrintedRun], art: Art, frame: Frame, number: int, image_share: float
) -> _SortedOut:
    """The runs of the page's text; apart, those that nobody sees, and watermarks."""
    found = _SortedOut([], [], False)
    for each in printed:
        run, unseen = each.run, each.hidden or each.text_object in art.covered
        off_page = run.box is not None and not overlap(run.box, (0.0, 0.0, *frame.size))
        if unseen and image_share >= COVERING and not off_page:
            found.layer = found.layer or not run.text.isspace()
            found.runs.append(run)
        elif unseen or off_page or white_on_paper(run, art):
            if not run.text.isspace():
                found.dropped.append(Dropped(raw=run.text, reason="hidden_text", page=number, box=run.box))
        elif each.slanted:
            found.dropped.append(Dropped(raw=run.text, reason="unknown", page=number, box=run.box))
        else:
            found.runs.append(run)
    return found
