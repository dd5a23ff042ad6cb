"""A page as read, and whether its text can be what is printed; the same for every format with pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dafu.read.art import COVERING, Art
from dafu.read.model import Box, Dropped, Notice, Page, Run
from dafu.read.trust import SHORT, can_be_judged, unreadable

OcrMode = Literal["auto", "always", "never"]
WHITE = 0xF0
"""A colour whose channels all reach this is not seen on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page, and what was found out on the way."""

    page: Page
    dropped: tuple[Dropped, ...] = ()
    notices: tuple[Notice, ...] = ()
    opened: bool = True
    drawn: bool = False
    """Something besides text is on the page: images, filled areas."""
    distrusted: str | None = None
    """Why its characters cannot be what is printed."""
    layer: bool = False
    """Its text stands unseen at an image of the page: the text layer of a scan."""

    @property
    def characters(self) -> int:
        """Characters of the page's text, blanks left out."""
        return sum(len("".join(run.text.split())) for run in self.page.runs)

    @property
    def tells_enough(self) -> bool:
        """Whether its text is long and Chinese enough to be judged by itself."""
        return can_be_judged("".join(run.text for run in self.page.runs))

    def wants_ocr(self, mode: OcrMode) -> bool:
        """Whether its image tells more than its text does."""
        if mode != "auto" or not self.opened:
            return mode == "always" and self.opened
        pictured = self.page.image_share >= COVERING and self.characters < SHORT
        return self.layer or pictured or self.distrusted is not None or (self.drawn and not self.characters)

    def without_text(self, reason: str) -> ReadPage:
        """The page whose text was rejected."""
        number = self.page.number
        message = f"第 {number} 页文字层不可信 / text layer of page {number} rejected: {reason}."
        rejected = Notice(code="text_layer_rejected", severity="error", message=message, page=number)
        page = replace(self.page, runs=(), grids=())
        comments = tuple(each for each in self.dropped if each.reason == "comment")
        return replace(self, page=page, dropped=comments, notices=(rejected,), distrusted=reason)


def judged_together(pages: list[ReadPage]) -> list[ReadPage]:
    """Pages of few words share the verdict: where every page that can be judged is garbage, so are they."""
    judged = [page for page in pages if page.distrusted or page.tells_enough]
    if not judged or not all(page.distrusted for page in judged):
        return pages
    return [
        page.without_text("as on the other pages") if page.characters and not page.tells_enough else page
        for page in pages
    ]


def white_on_paper(run: Run, art: Art) -> bool:
    """Whether a run is white and stands on nothing that is not."""
    if run.color is None or run.box is None or min(bytes.fromhex(run.color[1:])) < WHITE:
        return False
    return not any(overlap(run.box, box) for box, _ in art.areas)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share an area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def text_notices(read: ReadPage) -> Iterator[Notice]:
    """What is wrong with a page's text."""
    number = read.page.number
    if read.layer:
        message = (
            f"第 {number} 页的文字是图像上的隐藏文字层，可能有误"
            f" / the text of page {number} is a hidden layer over an image; it may be wrong."
        )
        yield Notice(code="text_layer_rejected", severity="warning", message=message, page=number)
    if read.drawn and not read.characters:
        message = f"第 {number} 页是图像，未经文字识别 / page {number} is an image that was not read by OCR."
        yield Notice(code="no_text", severity="error", message=message, page=number)
    if lost := sum(unreadable(run.text) for run in read.page.runs):
        message = (
            f"第 {number} 页有 {lost} 个字无法识别 / {lost} characters of page {number} have no Unicode."
        )
        yield Notice(code="lost_text", severity="warning", message=message, page=number)
