"""Searchable PDF (双层 PDF): the pages as they are, and their words unseen above them.

The words stand in a font of one empty-looking box (as Tesseract's glyphless font does), stretched to the width
of each character on the page, so that searching marks the right place and copying gives the right text.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps

from dafu.errors import DamagedFile, OutputError, UsageError
from dafu.read.folder import page_images
from dafu.read.model import Document, Page, Run
from dafu.sinks.atomic import replaced_whole

FONT = "DafuCells"
_EM = 1000
_RESOURCE = pikepdf.Name("/" + FONT)
_INVISIBLE = 3
"""Text render mode (ISO 32000-1, 9.3.6)."""
_SHOWING = {"Tj", "TJ", "'", '"'}
_BASELINE = 0.12
"""Ems that the baseline stands above the lower edge of a run's box."""


def write_searchable_pdf(source: Path, document: Document, target: Path) -> None:
    """A PDF of the pages of `source` with the text of `document`, which was read from it.

    Pages whose own text was read are left as they are. The source is never touched.

    Raises:
        UsageError: neither a PDF nor page images.
        DamagedFile: a PDF so broken that it can be read, but not written anew.
        OutputError: the file cannot be written.
    """
    if target.exists() and target.samefile(source):
        raise OutputError("不能覆盖原件 / the original is never overwritten.", file=target.name)
    with _rewritable(source), _opened(source, document) as pdf:
        font = pdf.make_indirect(_font(pdf))
        for page, sheet in zip(document.pages, pdf.pages, strict=True):
            if page.text_origin == "ocr" and page.runs:
                sheet.Contents = pdf.make_stream(_without_hidden_text(sheet))
                _add_text(sheet, page, font)
        with replaced_whole(target) as file:
            pdf.save(file, deterministic_id=True, linearize=False)


@contextmanager
def _rewritable(source: Path) -> Iterator[None]:
    """Translates foreign errors: QPDF mends fewer broken files than PDFium, which reads them."""
    try:
        yield
    except pikepdf.PdfError as error:
        what = "文件结构有误，可以读取但不能改写 / its structure is broken: it can be read, but not written anew."
        remedy = "请先用其他程序另存为 PDF。 / Save it as PDF from another program first."
        raise DamagedFile(what, file=source.name, remedy=remedy) from error


def _opened(source: Path, document: Document) -> pikepdf.Pdf:
    if document.media_type == "application/pdf":
        return pikepdf.open(source)
    if document.media_type.startswith("image/"):
        return _of_images(page_images(source) if source.is_dir() else [source], document.pages)
    what = f"{document.media_type} 不是扫描件 / only PDF files and page images can be made searchable."
    raise UsageError(what, file=source.name)


def _of_images(paths: Iterable[Path], pages: Sequence[Page]) -> pikepdf.Pdf:
    """A PDF of page images as large as the pages read from them; nothing is lost of an image."""
    pdf = pikepdf.new()
    sizes = iter(pages)
    for path in paths:
        with Image.open(path) as image:
            frames = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            for at in range(frames):
                image.seek(at)
                _add_image(pdf, image, path, next(sizes))
    return pdf


def _add_image(pdf: pikepdf.Pdf, image: Image.Image, path: Path, page: Page) -> None:
    shown = ImageOps.exif_transpose(image)
    if image.format == "JPEG" and image.mode in ("L", "RGB") and shown.size == image.size:
        stream = pdf.make_stream(path.read_bytes(), Filter=pikepdf.Name.DCTDecode)
    else:
        if shown.mode not in ("1", "L"):
            shown = shown.convert("RGB")
        stream = pdf.make_stream(zlib.compress(shown.tobytes(), 6), Filter=pikepdf.Name.FlateDecode)
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = (
        shown.width,
        shown.height,
        1 if shown.mode == "1" else 8,
    )
    stream.ColorSpace = pikepdf.Name.DeviceRGB if shown.mode == "RGB" else pikepdf.Name.DeviceGray
    width, height = float(page.width or shown.width), float(page.height or shown.height)
    if page.rotation in (90, 270):  # the page is as turned upright, the image as it is
        width, height = height, width
    sheet = pdf.add_blank_page(page_size=(width, height))
    sheet.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=pdf.make_indirect(stream)))
    sheet.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Page Do Q".encode())


def _without_hidden_text(sheet: pikepdf.Page) -> bytes:
    """The page's content without the words of an older text layer, which was not to be trusted."""
    mode, outer, kept = 0, [], []
    for instruction in pikepdf.parse_content_stream(sheet):
        operator = str(instruction.operator)
        if operator == "Tr":
            mode = int(instruction.operands[0])
        elif operator == "q":
            outer.append(mode)
        elif operator == "Q" and outer:
            mode = outer.pop()
        if operator not in _SHOWING or mode != _INVISIBLE:
            kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)


def _add_text(sheet: pikepdf.Page, page: Page, font: pikepdf.Object) -> None:
    left, bottom, right, top = (float(edge) for edge in sheet.cropbox)
    width = float(page.width or 1)
    shown = (top - bottom) if page.rotation in (90, 270) else (right - left)
    scale = shown / width
    matrix = {
        0: (1, 0, 0, 1, left, top),
        90: (0, 1, -1, 0, left, bottom),
        180: (-1, 0, 0, -1, right, bottom),
        270: (0, -1, 1, 0, right, top),
    }[page.rotation]
    a, b, c, d, e, f = matrix
    # y grows downwards on the page as displayed: each run stands at minus its baseline
    space = f"{a * scale:.5f} {b * scale:.5f} {c * scale:.5f} {d * scale:.5f} {e:.3f} {f:.3f} cm"
    words = "\n".join(line for run in page.runs for line in _shown(run))
    content = f"q {space} BT 3 Tr\n{words}\nET Q".encode()
    sheet.contents_add(b"q", prepend=True)
    sheet.contents_add(b"Q " + content)
    resources = sheet.obj.get("/Resources")
    if resources is None:
        resources = sheet.Resources = pikepdf.Dictionary()
    fonts = resources.get("/Font")
    if fonts is None:
        fonts = resources.Font = pikepdf.Dictionary()
    fonts[_RESOURCE] = font


def _shown(run: Run) -> Iterable[str]:
    """Text operators of a run: each character at its left edge, as wide as it is printed."""
    if run.box is None:
        return
    size = run.size or run.box[3] - run.box[1]
    y = -(run.box[3] - _BASELINE * size)
    yield f"{_RESOURCE} {size:.2f} Tf"
    for char, left, right in zip(run.text, run.left, run.right, strict=True):
        stretch = max(right - left, 0.01) / size * 100
        code = char.encode("utf-16-be").hex()
        stretch /= len(code) // 4
        yield f"{stretch:.1f} Tz 1 0 0 1 {left:.2f} {y:.2f} Tm <{code}> Tj"


def _font(pdf: pikepdf.Pdf) -> pikepdf.Dictionary:
    """A font whose codes are UTF-16: every one shows the same box, as wide as the type size."""
    name = pikepdf.Name("/AAAAAA+" + FONT)
    face = pdf.make_stream(files("dafu.read").joinpath("fonts/cells.ttf").read_bytes())
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=5,
        FontBBox=pikepdf.Array([0, -120, _EM, 880]),
        ItalicAngle=0,
        Ascent=880,
        Descent=-120,
        CapHeight=880,
        StemV=80,
        FontFile2=face,
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=_EM,
        CIDToGIDMap=pdf.make_stream(b"\0\1" * 0x10000),
    )
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(_TO_UNICODE),
    )


_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /DafuCells def /CMapType 2 def "
    b"1 begincodespacerange <0000> <ffff> endcodespacerange 100 beginbfrange "
    + b" ".join(b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(100))
    + b" endbfrange 100 beginbfrange "
    + b" ".join(b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(100, 200))
    + b" endbfrange 56 beginbfrange "
    + b" ".join(b"<%02x00> <%02xff> <%02x00>" % (high, high, high) for high in range(200, 256))
    + b" endbfrange endcmap end end"
)
"""Each code stands for itself; a range may not cross the last byte (ISO 32000-1, 9.10.3)."""
