from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pikepdf
import pytest
from PIL import Image
from tests.read.drawn_pdf import changed, drawn, lines

from dafu.errors import DamagedFile, OutputError, UsageError
from dafu.read import read
from dafu.read.model import Document, Page, Run
from dafu.settings import Settings
from dafu.sinks.searchable_pdf import write_searchable_pdf

WORDS = "青禾县水利局2024年7月1日"


def _run(text: str, left: float, top: float, size: float = 16) -> Run:
    widths = [size if ord(char) > 0x2000 else size / 2 for char in text]
    lefts = [left + sum(widths[:at]) for at in range(len(text))]
    rights = [start + width for start, width in zip(lefts, widths, strict=True)]
    box = (left, top, rights[-1], top + size)
    return Run(text=text, box=box, left=tuple(lefts), right=tuple(rights), size=size)


def _document(kind: str, *pages: Page) -> Document:
    return Document(
        file_name="letter", media_type=kind, sha256="0" * 64, size_bytes=1, flow="paged", pages=pages
    )


def _page(number: int = 1) -> Page:
    runs = (_run(WORDS, 80, 100), _run("抄送：县政府办公室。", 80, 700))
    return Page(
        number=number,
        width=595,
        height=842,
        text_origin="ocr",
        runs=runs,
        image_share=1.0,
    )


def _image(path: Path, width: int = 1190, height: int = 1684) -> Path:
    cv2.imwrite(str(path), np.full((height, width, 3), 240, np.uint8))
    return path


def _words_of(path: Path) -> list[Run]:
    return list(read(path, Settings(ocr="never")).pages[0].runs)


def test_words_stand_where_they_are_printed(tmp_path: Path) -> None:
    source = _image(tmp_path / "page.jpg")
    write_searchable_pdf(source, _document("image/jpeg", _page()), tmp_path / "out.pdf")
    first, second = _words_of(tmp_path / "out.pdf")
    assert (first.text, second.text) == (WORDS, "抄送：县政府办公室。")
    assert first.left == pytest.approx(_run(WORDS, 80, 100).left, abs=0.6)
    assert first.box == pytest.approx(_run(WORDS, 80, 100).box, abs=1)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_turned_pages_of_a_pdf(tmp_path: Path, rotation: int) -> None:
    source = tmp_path / "scan.pdf"
    write_searchable_pdf(
        _image(tmp_path / "page.png"),
        _document("image/png", Page(number=1, width=595, height=842, text_origin="ocr")),
        source,
    )
    size = (842, 595) if rotation in (90, 270) else (595, 842)
    page = Page(
        number=1, width=size[0], height=size[1], rotation=rotation, text_origin="ocr", image_share=1.0,
        runs=(_run(WORDS, 80, 100),),
    )  # fmt: skip
    write_searchable_pdf(source, _document("application/pdf", page), tmp_path / "out.pdf")
    found = read(tmp_path / "out.pdf", Settings(ocr="never")).pages[0]
    runs = sorted(found.runs, key=lambda run: run.left)
    assert (found.rotation, "".join(run.text for run in runs)) == (rotation, WORDS)
    assert [left for run in runs for left in run.left] == pytest.approx(_run(WORDS, 80, 100).left, abs=0.6)
    assert [run.box and run.box[1] for run in runs] == [pytest.approx(100, abs=1)] * len(runs)


def test_an_older_hidden_layer_gives_way_and_pages_with_own_text_stay(tmp_path: Path) -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(b"3 Tr", prepend=True)

    source = tmp_path / "layered.pdf"
    source.write_bytes(changed(drawn(lines("错的文字层"), lines("第二页是印出来的")), hide))
    own = Page(
        number=2, width=595, height=842, text_origin="embedded", runs=(_run("第二页是印出来的", 80, 100),)
    )
    write_searchable_pdf(source, _document("application/pdf", _page(), own), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        texts = [page.obj.Contents for page in pdf.pages]
        assert len(texts) == 2
    found = read(tmp_path / "out.pdf", Settings(ocr="never"))
    assert "错的" not in "".join(run.text for run in found.pages[0].runs) + "".join(
        each.raw for each in found.dropped
    )
    assert [run.text for run in found.pages[1].runs] == ["第二页是印出来的"]


def test_characters_beyond_the_basic_plane(tmp_path: Path) -> None:
    page = Page(number=1, width=595, height=842, text_origin="ocr", runs=(_run("𠮷林村", 80, 100),))
    write_searchable_pdf(_image(tmp_path / "page.jpg"), _document("image/jpeg", page), tmp_path / "out.pdf")
    assert "".join(run.text for run in _words_of(tmp_path / "out.pdf")) == "𠮷林村"


def test_an_image_turned_by_its_camera_and_a_coarse_fax_keep_their_pages(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("L", (1684, 1190), 240).save(tmp_path / "photo.jpg", exif=turned)
    Image.new("1", (1728, 1143), 1).save(tmp_path / "fax.tif", compression="group4", dpi=(204, 98))
    for name, kind in (("photo.jpg", "image/jpeg"), ("fax.tif", "image/tiff")):
        write_searchable_pdf(tmp_path / name, _document(kind, _page()), tmp_path / "out.pdf")
        with pikepdf.open(tmp_path / "out.pdf") as pdf:
            assert [round(float(side)) for side in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        (first, _) = _words_of(tmp_path / "out.pdf")
        assert first.box == pytest.approx(_run(WORDS, 80, 100).box, abs=1)


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_nothing_is_lost_of_an_image(tmp_path: Path, mode: str) -> None:
    picture = Image.effect_noise((120, 170), 80).convert(mode)
    picture.save(tmp_path / "page.png")
    write_searchable_pdf(tmp_path / "page.png", _document("image/png", _page()), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        kept = pikepdf.PdfImage(pdf.pages[0].Resources.XObject.Page).as_pil_image()
    assert kept.convert(mode).tobytes() == picture.tobytes()


def test_a_folder_of_page_images_is_one_file(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("01.jpg", "02.png"):
        _image(folder / name)
    write_searchable_pdf(folder, _document("image/*", _page(1), _page(2)), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_the_original_is_never_overwritten_and_markup_has_no_pages(tmp_path: Path) -> None:
    source = _image(tmp_path / "page.jpg")
    with pytest.raises(OutputError):
        write_searchable_pdf(source, _document("image/jpeg", _page()), source)
    with pytest.raises(UsageError):
        write_searchable_pdf(source, _document("text/plain", _page()), tmp_path / "out.pdf")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    source = _image(tmp_path / "page.jpg")
    for name in ("a.pdf", "b.pdf"):
        write_searchable_pdf(source, _document("image/jpeg", _page()), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_file_that_can_be_read_but_not_written_anew_is_an_error_of_the_tree(tmp_path: Path) -> None:
    source = tmp_path / "broken.pdf"
    source.write_bytes(drawn(lines("甲")).replace(b"/Kids", b"/Kidz"))
    document = _document("application/pdf", Page(number=1, width=595, height=842))
    with pytest.raises(DamagedFile, match="written anew"):
        write_searchable_pdf(source, document, tmp_path / "out.pdf")
