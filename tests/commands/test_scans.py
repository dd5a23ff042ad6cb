from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.commands.calling import call

from dafu.commands import doctor, searchable
from dafu.doctor import Check
from dafu.read.ocr.self_test import LINES
from dafu.settings import Settings

SELF_TEST = Path(__file__).parents[2] / "pipeline" / "dafu" / "read" / "ocr" / "self_test.png"


@pytest.mark.ocr
def test_a_scan_becomes_searchable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = call(capsys, "searchable", SELF_TEST, "--out", tmp_path / "out.pdf", "--dpi", 200, "--threads", 2)
    assert (made.code, "识别 1 页" in made.out) == (0, True)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 1
    shown = call(capsys, "show", tmp_path / "out.pdf", "--ocr", "never", "--json")
    assert LINES[1] in shown.out


def test_ocr_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Image.open(SELF_TEST).save(tmp_path / "page.png")
    made = call(capsys, "searchable", tmp_path / "page.png", "--out", tmp_path / "out.pdf", "--ocr", "never")
    assert (made.code, "no_text" in made.out) == (0, True)


def test_without_pikepdf_it_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searchable, "find_spec", lambda _: None)
    made = call(capsys, "searchable", SELF_TEST, "--out", tmp_path / "out.pdf")
    assert (made.code, "dafu[searchable]" in made.err) == (40, True)


@pytest.mark.parametrize(("option", "value"), [("--ocr", "maybe"), ("--dpi", "30"), ("--threads", "0")])
def test_options_out_of_range_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    made = call(capsys, "searchable", SELF_TEST, "--out", tmp_path / "out.pdf", option, value)
    assert (made.code, option in made.err) == (2, True)


@pytest.mark.ocr
def test_doctor_reads_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    done = call(capsys, "doctor")
    assert (done.code, "✗" in done.out, "pp-ocrv6-small" in done.out) == (0, False, True)


def test_doctor_fails_with_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def checks(_: Settings) -> list[Check]:
        return [Check("python", "ok", "3"), Check("rapidocr", "problem", "not installed", "pip install it")]

    monkeypatch.setattr(doctor, "examine", checks)
    done = call(capsys, "doctor")
    assert (done.code, "✗ rapidocr" in done.out, "pip install it" in done.err) == (40, True, True)
