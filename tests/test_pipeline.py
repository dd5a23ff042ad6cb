"""The verbs and the pipeline behind them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.reply_text import REPLY

import dafu
from dafu.errors import UnreadableFile
from dafu.pipeline import Pipeline, pipeline_of
from dafu.settings import Settings


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(REPLY, "utf-8")
    return path


def test_read_then_parse(letter: Path) -> None:
    record = dafu.parse(dafu.read(letter))
    assert record.title
    assert record.title.raw == "关于市政协五届三次会议第062号提案的答复"
    assert record.submission
    assert record.submission.numbers == ("062",)


def test_every_span_can_be_located(letter: Path) -> None:
    record = dafu.parse(dafu.read(letter))
    assert record.title
    assert [place.at for place in record.locate(record.title.span)] == ["line 3"]


def test_parse_gives_the_first_letter_of_all(letter: Path) -> None:
    document = dafu.read(letter)
    assert dafu.parse(document) == dafu.parse_all(document)[0]


def test_a_path_may_be_text(letter: Path) -> None:
    assert dafu.read(str(letter)) == dafu.read(letter)


def test_what_cannot_be_read_raises_an_error_of_the_tree(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="nowhere"):
        dafu.read(tmp_path / "nowhere.pdf")


def test_verbs_share_the_pipeline_of_equal_settings() -> None:
    assert pipeline_of(Settings(max_pages=7)) is pipeline_of(Settings(max_pages=7))


def test_settings_are_in_the_fingerprint() -> None:
    assert Pipeline(Settings(max_pages=7)).producer != Pipeline().producer
    assert Pipeline().producer == Pipeline(Settings()).producer


@pytest.mark.parametrize("verb", ["read", "parse", "run"])
def test_verbs_survive_the_import_of_the_rooms_of_their_names(verb: str) -> None:
    code = f"import dafu, dafu.pipeline, dafu.batch.run; assert callable(dafu.{verb})"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_importing_the_package_loads_no_room() -> None:
    code = "import dafu, sys; sys.exit(any(name.startswith('dafu.') and name != 'dafu.version' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
