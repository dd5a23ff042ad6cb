"""OFD whose pages are images, and what producers of OFD do differently."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from tests.read.drawn_ofd import NAMESPACE, packed, page, parts_of, text_object, texts

import dafu
from dafu.read.matrix import Matrix
from dafu.read.model import Document
from dafu.read.ocr.model import Image
from dafu.read.ocr.self_test import LINES
from dafu.read.ofd import read_ofd
from dafu.read.ofd_page import Picture
from dafu.read.ofd_raster import page_image
from dafu.read.ofd_resources import Resources
from dafu.read.package import opened_package
from dafu.settings import Settings

POINTS = 72 / 25.4
SELF_TEST = Path(dafu.__file__).parent / "read" / "ocr" / "self_test.png"
FULL = '<ofd:ImageObject ID="5" ResourceID="6" Boundary="0 0 210 297" CTM="210 0 0 297 0 0"/>'


def _sheet() -> bytes:
    """The self-test page on an A4 sheet of 200 dots an inch."""
    sheet = Pillow.new("L", (1654, 2339), 255)
    with Pillow.open(SELF_TEST) as picture:
        sheet.paste(picture.convert("L"), (200, 300))
    return _bytes(sheet, "JPEG", dpi=(200, 200))


def _bytes(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def _scanned(image: bytes, *objects: str, file: str = "scan.jpg", at: str = "Doc_0/Res/scan.jpg") -> bytes:
    media = (
        f'<ofd:MultiMedias><ofd:MultiMedia ID="6" Type="Image"><ofd:MediaFile>{file}</ofd:MediaFile></ofd:MultiMedia>'
        "</ofd:MultiMedias></ofd:Res>"
    )
    parts: dict[str, str | bytes] = dict(parts_of(page(*(objects or (FULL,)))))
    parts["Doc_0/PublicRes.xml"] = str(parts["Doc_0/PublicRes.xml"]).replace("</ofd:Res>", media)
    return packed({**parts, at: image})


def _read(data: bytes, ocr: str = "auto") -> Document:
    return read_ofd(data, file_name="scan.ofd", settings=Settings.model_validate({"ocr": ocr, "dpi": 200}))


def _joined(document: Document) -> str:
    return "".join(texts(document))


@pytest.mark.ocr
def test_a_scanned_page_is_read_by_ocr() -> None:
    document = _read(_scanned(_sheet()))
    (found,) = document.pages
    assert _joined(document) == "".join(LINES)
    assert (found.text_origin, found.image_share) == ("ocr", 1.0)
    assert (found.width, found.height) == pytest.approx((595.28, 841.89), abs=0.5)


def test_without_ocr_it_says_that_it_has_no_text() -> None:
    document = _read(_scanned(_sheet()), ocr="never")
    assert (texts(document), [notice.code for notice in document.notices]) == ([], ["no_text"])


@pytest.mark.ocr
def test_text_hidden_at_an_image_of_the_page_gives_way_to_what_is_printed() -> None:
    document = _read(_scanned(_sheet(), text_object("错的文字层" * 8), FULL))
    assert _joined(document) == "".join(LINES)
    assert [notice.code for notice in document.notices] == ["text_layer_rejected"]


def test_words_beside_a_picture_stay_though_ocr_is_asked_for() -> None:
    logo = '<ofd:ImageObject ID="5" ResourceID="6" Boundary="10 10 20 20" CTM="20 0 0 20 0 0"/>'
    document = _read(_scanned(_sheet(), text_object("正文由程序排版"), logo), ocr="always")
    assert (texts(document), document.pages[0].text_origin) == (["正文由程序排版"], "embedded")


@pytest.mark.ocr
@pytest.mark.parametrize(
    ("file", "at"),
    [
        ("scan.jpg", "Doc_0/Res/scan.jpg"),
        ("Res/scan.jpg", "Doc_0/Res/scan.jpg"),
        ("/Doc_0/Res/scan.jpg", "Doc_0/Res/scan.jpg"),
        ("Doc_0/Res/scan.jpg", "Doc_0/Res/scan.jpg"),
        ("scan.jpg", "Doc_0/res/Scan.jpg"),
        ("..\\Media\\scan.jpg", "Doc_0/Media/scan.jpg"),
    ],
)
def test_an_image_is_found_wherever_its_path_counts_from(file: str, at: str) -> None:
    document = _read(_scanned(_bytes(Pillow.new("L", (90, 120), 255), "PNG"), file=file, at=at))
    assert [notice.code for notice in document.notices] == ["no_text"]


@pytest.mark.ocr
@pytest.mark.parametrize(
    "image",
    [
        pytest.param(b"\x97JB2\r\n\x1a\n" + bytes(99), id="JBIG2"),
        pytest.param(_bytes(Pillow.effect_noise((90, 90), 50), "JPEG")[:900], id="a JPEG cut off"),
        pytest.param(_bytes(Pillow.new("1", (20000, 20000)), "PNG"), id="20,000 by 20,000"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_an_image_that_cannot_be_decoded_is_said_to_be_unread(image: bytes) -> None:
    document = _read(_scanned(image))
    assert [(notice.code, notice.page) for notice in document.notices] == [("unread_part", 1), ("no_text", 1)]


def _composed(*pictures: tuple[Pillow.Image, Matrix]) -> Image:
    """A page of 100 by 100 points at a pixel a point."""
    parts = {f"{at}.png": _bytes(picture, "PNG") for at, (picture, _) in enumerate(pictures)}
    resources = Resources(media={name: (name,) for name in parts})
    placed = [Picture(name, space) for name, (_, space) in zip(parts, pictures, strict=True)]
    with opened_package(packed(parts), "x", kind="OFD") as package:
        return page_image(placed, (100, 100), package, resources, number=1, dpi=72)[0]


def _half(colour: str = "black") -> Pillow.Image:
    """White, its left half of a colour."""
    picture = Pillow.new("RGB", (40, 40), "white")
    picture.paste(colour, (0, 0, 20, 40))
    return picture


@pytest.mark.parametrize(
    ("space", "black", "white"),
    [
        pytest.param(Matrix(a=100, d=100), (25, 50), (75, 50), id="the whole page"),
        pytest.param(Matrix(a=50, d=50, e=50, f=50), (60, 75), (90, 75), id="a corner"),
        pytest.param(Matrix(b=100, c=-100, e=100), (50, 25), (50, 75), id="turned clockwise"),
        pytest.param(Matrix(a=-100, d=100, e=100), (75, 50), (25, 50), id="mirrored"),
    ],
)
def test_images_stand_where_their_maps_put_them(
    space: Matrix, black: tuple[int, int], white: tuple[int, int]
) -> None:
    composed = _composed((_half(), space))
    assert composed[black[1], black[0]].max() < 30
    assert composed[white[1], white[0]].min() > 225


def test_later_images_cover_earlier_ones_as_far_as_they_are_opaque() -> None:
    stamp = Pillow.new("RGBA", (10, 10), (255, 0, 0, 0))
    stamp.paste((255, 0, 0, 255), (0, 0, 5, 10))
    composed = _composed((_half(), Matrix(a=100, d=100)), (stamp, Matrix(a=100, d=100)))
    assert np.array_equal(composed[50, 20], (255, 0, 0))
    assert composed[50, 80].min() > 225
    only = _composed((_half(), Matrix(a=100, d=100)), (stamp, Matrix(a=10, d=10, e=20)))
    assert only[50, 20].max() < 30


def test_resources_of_templates_and_stamps_among_annotations() -> None:
    common = '<ofd:TemplatePage ID="50" BaseLoc="Tpls/T0/Content.xml"/>'
    parts: dict[str, str | bytes] = dict(
        parts_of(
            page(text_object("正文", y=90), before='<ofd:Template TemplateID="50"/>'),
            common=common,
            after="<ofd:Annotations>Annots.xml</ofd:Annotations>",
        )
    )
    own = "<ofd:PageRes>Res.xml</ofd:PageRes>"
    unit = (
        f'<ofd:Res {NAMESPACE}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70"><ofd:Content>'
        f"{text_object('青禾县人民政府', x=0, y=0)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>"
    )
    use = '<ofd:CompositeObject ResourceID="70" Boundary="50 20 99 9"/>'
    parts["Doc_0/Tpls/T0/Content.xml"] = page(use, before=own)
    parts["Doc_0/Tpls/T0/Res.xml"] = unit
    parts["Doc_0/Annots.xml"] = (
        f'<ofd:Annotations {NAMESPACE}><ofd:Page PageID="100"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
    )
    parts["Doc_0/A.xml"] = (
        f'<ofd:PageAnnot {NAMESPACE}><ofd:Annot Type="Stamp" ID="3"><ofd:Appearance Boundary="120 200 42 42"/>'
        "</ofd:Annot></ofd:PageAnnot>"
    )
    document = _read(packed(parts))
    assert texts(document) == ["青禾县人民政府", "正文"]
    assert document.pages[0].seals == (
        pytest.approx((120 * POINTS, 200 * POINTS, 162 * POINTS, 242 * POINTS), abs=0.02),
    )


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(text_object("云陵\x01市"), id="a control character"),
        pytest.param(text_object("云陵&#x0;市"), id="a reference to one"),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 9" Font="1" Size="5"><ofd:CGTransform CodePosition="0" CodeCount="3" '
            'GlyphCount="3"><ofd:Glyphs>12 13 14</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4" '
            'DeltaX="g 2 5">云陵市</ofd:TextCode></ofd:TextObject>',
            id="glyphs named beside the characters",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 9" Font="1" Size="1" CTM="5 0 0 5 0 0"><ofd:TextCode X="0" Y="0.9" '
            'DeltaX="1 1">云陵市</ofd:TextCode></ofd:TextObject>',
            id="size in the map",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 9" Font="1" Size="5"><ofd:Actions><ofd:Action Event="CLICK"/></ofd:Actions>'
            '<ofd:TextCode X="0" Y="4" DeltaX="g 1 5 5">云陵市</ofd:TextCode></ofd:TextObject>',
            id="with an action",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 9" Font="999" Size="5"><ofd:TextCode DeltaX="5,5">云陵市</ofd:TextCode>'
            "</ofd:TextObject>",
            id="neither place nor font, commas",
        ),
    ],
)
def test_ways_of_writing_a_text_object(written: str) -> None:
    assert texts(_read(packed(parts_of(page(written))))) == ["云陵市"]


def test_layers_blocks_and_pages_without_area_or_default() -> None:
    parts = parts_of(
        page(f"<ofd:PageBlock><ofd:PageBlock>{text_object('云陵市')}</ofd:PageBlock></ofd:PageBlock>")
    )
    parts["Doc_0/Pages/P0/Content.xml"] = parts["Doc_0/Pages/P0/Content.xml"].replace(
        "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>", ""
    )
    parts["Doc_0/Document.xml"] = (
        parts["Doc_0/Document.xml"]
        .replace("<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>", "")
        .replace('BaseLoc="Pages/P0/Content.xml"', 'BaseLoc="/Doc_0/Pages/P0/Content.xml"')
    )
    document = _read(packed(parts))
    assert texts(document) == ["云陵市"]
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx((595.28, 841.89), abs=0.1)
