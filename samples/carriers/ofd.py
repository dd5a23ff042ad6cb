"""A letter as OFD (GB/T 33190-2016): set in characters, or as images of its pages."""

from __future__ import annotations

from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import dafu
from dafu.read.model import Page, Run

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_MM = 25.4 / 72
_MOMENT = (2024, 1, 2, 3, 4, 4)


def ofd_of(pdf: bytes) -> bytes:
    """The pages of a born-digital PDF: the same characters at the same places, the same rules."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "letter.pdf"
        path.write_bytes(pdf)
        pages = dafu.read(path).pages
    return _packed(
        [_content(page) for page in pages], [(page.width or 0, page.height or 0) for page in pages], {}
    )


def ofd_of_images(images: list[bytes], size: tuple[float, float]) -> bytes:
    """Pages of this size in points, each an image."""
    across, down = (f"{side * _MM:.2f}" for side in size)
    contents = [
        f'<ofd:ImageObject ID="{at + 20}" ResourceID="{at + 500}" Boundary="0 0 {across} {down}" CTM="{across} 0 0 {down} 0 0"/>'
        for at in range(len(images))
    ]
    return _packed(
        contents, [size] * len(images), {f"page{at}.jpg": image for at, image in enumerate(images)}
    )


def _content(page: Page) -> str:
    runs = "".join(_text(run) for run in page.runs if run.text.strip())
    rules = "".join(_rule(rule.box, rule.color) for rule in page.rules)
    return runs + rules


def _text(run: Run) -> str:
    assert run.box
    size = run.size or run.box[3] - run.box[1]
    steps = " ".join(
        f"{(there - here) * _MM:.3f}" for here, there in zip(run.left, run.left[1:], strict=False)
    )
    delta = f' DeltaX="{steps}"' if steps else ""
    box = " ".join(f"{side * _MM:.3f}" for side in (run.box[0], run.box[1], run.box[2] - run.box[0], size))
    return (
        f'<ofd:TextObject ID="9" Boundary="{box}" Font="1" Size="{size * _MM:.3f}">'
        f'{_colour(run.color)}<ofd:TextCode X="0" Y="{0.88 * size * _MM:.3f}"{delta}>{escape(run.text)}</ofd:TextCode></ofd:TextObject>'
    )


def _rule(box: tuple[float, float, float, float], colour: str | None) -> str:
    left, top, right, bottom = (side * _MM for side in box)
    return (
        f'<ofd:PathObject ID="10" Boundary="{left:.3f} {top:.3f} {right - left:.3f} {bottom - top:.3f}" Stroke="false" Fill="true">'
        f"{_colour(colour)}<ofd:AbbreviatedData>M 0 0 L {right - left:.3f} 0 L {right - left:.3f} "
        f"{bottom - top:.3f} L 0 {bottom - top:.3f} C</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _colour(colour: str | None) -> str:
    if colour is None:
        return ""
    red, green, blue = bytes.fromhex(colour[1:])
    return f'<ofd:FillColor Value="{red} {green} {blue}"/>'


def _packed(contents: list[str], sizes: list[tuple[float, float]], media: dict[str, bytes]) -> bytes:
    listed = "".join(
        f'<ofd:Page ID="{at + 100}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(contents))
    )
    resources = "".join(
        f'<ofd:MultiMedia ID="{at + 500}" Type="Image" Format="JPG"><ofd:MediaFile>{name}</ofd:MediaFile></ofd:MultiMedia>'
        for at, name in enumerate(media)
    )
    parts: dict[str, bytes] = {
        "OFD.xml": _part(
            "OFD", '<ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml'
            "</ofd:DocRoot></ofd:DocBody>", 'Version="1.0" DocType="OFD"',
        ),
        "Doc_0/Document.xml": _part(
            "Document",
            "<ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
            "</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>",
        ),
        "Doc_0/PublicRes.xml": _part("Res", '<ofd:Fonts><ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/></ofd:Fonts>', 'BaseLoc="Res"'),
        "Doc_0/DocumentRes.xml": _part("Res", f"<ofd:MultiMedias>{resources}</ofd:MultiMedias>", 'BaseLoc="Res"'),
    }  # fmt: skip
    for at, (content, (width, height)) in enumerate(zip(contents, sizes, strict=True)):
        area = f"<ofd:Area><ofd:PhysicalBox>0 0 {width * _MM:.2f} {height * _MM:.2f}</ofd:PhysicalBox></ofd:Area>"
        layer = f'<ofd:Content><ofd:Layer ID="8">{content}</ofd:Layer></ofd:Content>'
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = _part("Page", area + layer)
    parts |= {f"Doc_0/Res/{name}": image for name, image in media.items()}
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, _MOMENT), part, ZIP_DEFLATED)
    return target.getvalue()


def _part(name: str, content: str, attributes: str = "") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}<ofd:{name} {_NAMESPACE} {attributes}>{content}</ofd:{name}>".encode()
