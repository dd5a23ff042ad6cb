"""A page whose text is missing or not to be trusted, read again from its image."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dafu.read.grids import cut_at_walls, find_grids
from dafu.read.judged import ReadPage
from dafu.read.model import Notice
from dafu.read.ocr.engine import engine_of
from dafu.read.ocr.model import Image
from dafu.read.ocr.page import read_page_image
from dafu.settings import Settings

FEW_LINES = 4
"""Lines that nothing could be read of: specks, seals and pictures make some."""
DOUBTFUL = 0.9
"""Mean confidence of a page below which a reader should compare it with the image."""


def read_again(read: ReadPage, image: Image, pixels_per_point: float, settings: Settings) -> ReadPage:
    """The page as OCR reads its image, which shows it in its present turn."""
    engine = engine_of(settings.ocr_runtime, settings.ocr_precision, settings.threads)
    number = read.page.number
    page, unread, of_seals = read_page_image(image, engine, number=number, pixels_per_point=pixels_per_point)
    rules = read.page.rules if read.page.rules and page.rotation == 0 else page.rules
    grids = find_grids(rules, page.runs)
    page = replace(
        page,
        rotation=(read.page.rotation + page.rotation) % 360,
        rules=rules,
        grids=grids,
        runs=tuple(cut_at_walls(page.runs, grids)),
        seals=(*read.page.seals, *page.seals),
    )
    hidden = tuple(each for each in read.dropped if each.reason == "comment")
    again = replace(read, page=page, dropped=(*hidden, *of_seals), layer=False, distrusted=None)
    return replace(again, notices=tuple(_notices(read, again, unread)))


def _notices(before: ReadPage, after: ReadPage, unread: int) -> Iterator[Notice]:
    number, confidence = after.page.number, after.page.ocr_confidence
    for notice in before.notices:
        if notice.code == "text_layer_rejected":
            message = f"{notice.message} 已改用文字识别 / read by OCR instead."
            yield replace(notice, severity="warning", message=message)
        elif notice.code == "unread_part":
            yield notice
    if unread >= FEW_LINES and unread > len(after.page.runs):
        message = f"第 {number} 页有 {unread} 行不是可识别的文种或字迹 / {unread} lines of page {number} are of no script or hand that OCR reads."
        yield Notice(code="unsupported_script", severity="warning", message=message, page=number)
    elif not after.characters:
        message = f"第 {number} 页没有可识别的文字 / no text was found on page {number}."
        yield Notice(code="no_text", severity="warning", message=message, page=number)
    elif confidence is not None and confidence < DOUBTFUL:
        message = f"第 {number} 页识别置信度 {confidence:.2f} / mean confidence of page {number}."
        yield Notice(code="low_ocr_confidence", severity="warning", message=message, page=number)
