"""PDF: characters with boxes, straight lines, tables by their lines; through PDFium.

PDFium is not thread-safe: one thread of a process at a time.
"""

from __future__ import annotations

import hashlib

from dafu.errors import TooLarge
from dafu.read.judged import ReadPage, judged_together
from dafu.read.model import Document
from dafu.read.pdf_calls import Handle, pdfium
from dafu.read.pdf_file import file_notices, opened_pdf
from dafu.read.pdf_page import read_page
from dafu.settings import Settings

MEDIA_TYPE = "application/pdf"


def read_pdf(data: bytes, *, file_name: str, settings: Settings) -> Document:
    """The pages of a PDF file; `rotation` is the turn from the page as stored to the coordinates given.

    Pages without text, with text that cannot be what is printed, or with text that stands unseen at an image
    of the page are read by OCR, unless `settings.ocr` is "never". Other text that a page does not show goes to
    `dropped`. A file that opens is read, whatever its pages hold: what they lack is said in `notices`.

    Raises:
        EmptyFile: no bytes, or no pages.
        DamagedFile: no PDF that can be opened.
        EncryptedFile: needs a password.
        ContainerFile: a portfolio without a page of its own.
        TooLarge: more pages than `settings.max_pages`.
    """
    with opened_pdf(data, file_name) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count > settings.max_pages:
            what = f"{count} 页，上限 {settings.max_pages} 页 / more than {settings.max_pages} pages."
            raise TooLarge(what, file=file_name)
        pages = judged_together([read_page(document, index) for index in range(count)])
        pages = [
            _by_ocr(document, page, settings) if page.wants_ocr(settings.ocr) else page for page in pages
        ]
        notices = tuple(file_notices(document, data))
    return Document(
        file_name=file_name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        flow="paged",
        pages=tuple(page.page for page in pages),
        dropped=tuple(each for page in pages for each in page.dropped),
        notices=(*notices, *(each for page in pages for each in page.notices)),
    )


def _by_ocr(document: Handle, page: ReadPage, settings: Settings) -> ReadPage:
    from dafu.read.ocr.reread import read_again  # noqa: PLC0415
    from dafu.read.pdf_raster import page_image  # noqa: PLC0415

    image, scale = page_image(document, page.page.number - 1, dpi=settings.dpi, turn=page.page.rotation)
    return read_again(page, image, scale, settings)
