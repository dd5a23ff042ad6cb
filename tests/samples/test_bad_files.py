"""What is no readable letter fails by name with a remedy, or says that it is none; nothing else happens."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dafu
from dafu import errors

BAD = Path(__file__).parents[2] / "samples" / "bad"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((BAD / "expected.toml").read_text("utf-8"))["files"]
FAILING = [name for name, expected in EXPECTED.items() if "error" in expected]
READ = [name for name, expected in EXPECTED.items() if "genre" in expected]
BY_OCR = {"no-tounicode.pdf", "private-use.pdf", "image-only.pdf"}


def test_every_bad_file_has_its_expected_outcome() -> None:
    assert {path.name for path in BAD.iterdir()} - {"expected.toml"} == set(EXPECTED)
    assert set(FAILING) | set(READ) == set(EXPECTED)


@pytest.mark.parametrize("name", FAILING)
def test_unreadable_file_names_itself_and_the_remedy(name: str) -> None:
    expected = EXPECTED[name]
    with pytest.raises(errors.UnreadableFile) as caught:
        dafu.read(BAD / name)
    assert (type(caught.value).__name__, caught.value.exit_code) == (expected["error"], expected["exit_code"])
    assert name in str(caught.value)
    assert caught.value.remedy in str(caught.value)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.ocr if name in BY_OCR else ()) for name in READ]
)
def test_readable_file_is_told_from_a_reply(name: str) -> None:
    expected = EXPECTED[name]
    (record,) = dafu.parse_all(dafu.read(BAD / name))
    assert record.genre == expected["genre"]
    codes = {finding.code for finding in record.findings}
    source_codes = {finding.code for finding in record.source.findings}
    assert codes >= set(expected.get("findings", []))
    assert source_codes >= set(expected.get("source_findings", []))
    if record.genre == "other":
        assert not (record.measures or record.next_steps or record.figures)
        assert record.title is None
        assert record.submission is None
