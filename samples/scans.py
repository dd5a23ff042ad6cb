"""Scans, faxes, photographs and OFD of some sample letters, into `samples/scans`.

python -m samples.scans    # needs the fonts of README.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import cv2
import pikepdf
import samples.carriers.degraded as seen
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from samples.carriers.ofd import ofd_of, ofd_of_images
from samples.carriers.pdf import pdf_of
from samples.make import listed_scans
from samples.notation import load_letter

HERE = Path(__file__).parent
SCANS = HERE / "scans"
A4 = (595.28, 841.89)


def _scan300(pdf: bytes) -> bytes:
    pages = _sealed(pdf, "青禾县交通运输局", 300)
    clean = [seen.scanned(page, tilt=0.2, blur=0.5, noise=3, seed=1) for page in pages]
    return _bound([seen.jpeg(page, quality=35, dpi=300) for page in clean])


def _scan200(pdf: bytes) -> bytes:
    pages = _sealed(pdf, "望川区发展和改革局", 200)
    worn = [seen.scanned(page, tilt=-0.7, blur=0.7, noise=6, seed=at) for at, page in enumerate(pages)]
    return _bound([seen.jpeg(page, quality=40, dpi=200) for page in worn])


def _sealed(pdf: bytes, organ: str, dpi: int) -> list[seen.Pixels]:
    """The pages of a letter, the organ's seal pressed over the date that it ends with, if it has one."""
    pages = seen.drawn(pdf, dpi)
    for number, x, y in list(seen.date_places(pdf))[-1:]:
        pages[number] = seen.stamped(pages[number], x, y, organ, dpi)
    return pages


def _rotated(pdf: bytes) -> bytes:
    pages = [seen.scanned(page, tilt=0.3, blur=0.5, noise=4, seed=2) for page in seen.drawn(pdf, 200)]
    turned = [cv2.rotate(page, cv2.ROTATE_90_CLOCKWISE) for page in pages]
    return _bound([seen.jpeg(page, quality=40, dpi=200, grey=True) for page in turned], size=A4[::-1])


def _bad_layer(pdf: bytes) -> bytes:
    """A scan with the hidden words of an engine that read them badly."""
    pages = [seen.scanned(page, tilt=0.2, blur=0.6, noise=4, seed=3) for page in seen.drawn(pdf, 200)]
    wrong = "龙台且人民政附办公窒 关干县政捞十届 本函收悉，現答复如卜 "
    return _bound([seen.jpeg(page, quality=40, dpi=200, grey=True) for page in pages], hidden=wrong)


def _fax(pdf: bytes) -> bytes:
    pages = [cv2.resize(page, (1687, 2292)) for page in seen.drawn(pdf, 204)]
    return seen.tiff([seen.faxed(page, seed=4) for page in pages], dpi=(204, 196))


def _archive(pdf: bytes) -> bytes:
    return seen.tiff(
        [seen.faxed(page, seed=at) for at, page in enumerate(seen.drawn(pdf, 200))], dpi=(200, 200)
    )


def _photo(pdf: bytes) -> bytes:
    (page,) = seen.drawn(pdf, 190)
    return seen.jpeg(seen.photographed(page, seed=5), quality=45, dpi=72)


def _photos(pdf: bytes) -> bytes:
    pages = [seen.photographed(page, seed=at) for at, page in enumerate(seen.drawn(pdf, 190))]
    return _bound([seen.jpeg(page, quality=60, dpi=190) for page in pages])


def _bad_map(pdf: bytes) -> bytes:
    """Fonts whose ToUnicode maps are off by some code points: the page looks right, its words are garbage."""
    document = pikepdf.open(BytesIO(pdf))
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and b"begincmap" in (cmap := item.read_bytes()):
            item.write(re.sub(rb"<([4-9][0-9A-F]{3})>(?=\s)", _shifted, cmap))
    target = BytesIO()
    document.save(target, static_id=True)
    return target.getvalue()


def _shifted(code: re.Match[bytes]) -> bytes:
    return b"<%04X>" % (int(code[1], 16) + 37)


def _scanned_ofd(pdf: bytes) -> bytes:
    pages = [seen.scanned(page, tilt=0.3, blur=0.5, noise=4, seed=6) for page in seen.drawn(pdf, 200)]
    return ofd_of_images([seen.jpeg(page, quality=40, dpi=200, grey=True) for page in pages], A4)


MADE: dict[str, Callable[[bytes], bytes]] = {
    "scan300": _scan300,
    "scan200": _scan200,
    "fax": _fax,
    "photo": _photo,
    "photos": _photos,
    "rotated": _rotated,
    "badlayer": _bad_layer,
    "badmap": _bad_map,
    "archive": _archive,
    "characters": ofd_of,
    "images": _scanned_ofd,
}
"""What a born-digital PDF becomes, by the name of the carrier."""


def _bound(images: list[bytes], *, size: tuple[float, float] = A4, hidden: str = "") -> bytes:
    """A PDF of page images, with words in render mode 3 if any are given."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, pagesize=size)
    for image in images:
        if hidden:
            writing = canvas.beginText(72, 760)
            writing.setFont("song", 12)
            writing.setTextRenderMode(3)
            for _ in range(12):
                writing.textLine(hidden)
            writing.setTextRenderMode(0)
            canvas.drawText(writing)
        canvas.drawImage(ImageReader(BytesIO(image)), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def main() -> int:
    """Command line."""
    for name, entry in listed_scans().items():
        letter, kind, _ = name.split(".")
        pdf = pdf_of([load_letter(HERE / "letters" / f"{letter}.letter")], str(entry["look"]))
        (SCANS / name).write_bytes(MADE[kind](pdf))
    return 0


if __name__ == "__main__":
    sys.exit(main())
