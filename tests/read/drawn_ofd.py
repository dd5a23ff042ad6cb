"""Small OFD packages for the tests of the OFD reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from dafu.read.model import Document
from dafu.read.ofd import read_ofd
from dafu.settings import Settings

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def text_object(
    text: str, *, x: float = 30, y: float = 40, size: float = 5.64, more: str = "", code: str = ""
) -> str:
    """A text object whose first character's cell starts at x, y millimetres; one cell a character."""
    step = f'DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="9" Boundary="{x} {y} 150 {size}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{0.88 * size:.3f}" {step} {code}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def page(*objects: str, before: str = "", layer: str = "") -> str:
    """A page's content part."""
    return (
        f"<ofd:Page {NAMESPACE}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>{before}"
        f'<ofd:Content><ofd:Layer ID="8" {layer}>{"".join(objects)}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def parts_of(
    *pages: str, common: str = "", after: str = "", body: str = "", doc: str = "Doc_0"
) -> dict[str, str]:
    """The parts of a package of one document with these pages."""
    listed = "".join(
        f'<ofd:Page ID="{100 + at}" BaseLoc="Pages/P{at}/Content.xml"/>' for at in range(len(pages))
    )
    return {
        "OFD.xml": f'<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        f"<ofd:DocRoot>{doc}/Document.xml</ofd:DocRoot>{body}</ofd:DocBody></ofd:OFD>",
        f"{doc}/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{after}</ofd:Document>",
        f"{doc}/PublicRes.xml": f'<ofd:Res {NAMESPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="1" FontName="仿宋_GB2312"/>'
        '<ofd:Font ID="2" FontName="SimHei"/></ofd:Fonts></ofd:Res>',
        **{f"{doc}/Pages/P{at}/Content.xml": content for at, content in enumerate(pages)},
    }


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a package of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def read(data: bytes, **settings: int) -> Document:
    """The document of an OFD file."""
    return read_ofd(data, file_name="letter.ofd", settings=Settings.model_validate(settings))


def texts(document: Document, page_number: int = 1) -> list[str]:
    """The texts of a page's runs."""
    return [run.text for run in document.pages[page_number - 1].runs]
