from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

import dafu.lexicon
from dafu.errors import UsageError
from dafu.lexicon import Lexicon, load_lexicon

_SHIPPED = Path(dafu.lexicon.__file__).parent
_VOCABULARIES = [field.name for field in fields(Lexicon) if field.name != "digest"]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the shipped vocabularies, for changes."""
    for path in _SHIPPED.glob("*.toml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_every_vocabulary_has_a_file_and_every_file_a_vocabulary() -> None:
    assert {path.stem for path in _SHIPPED.glob("*.toml")} == set(_VOCABULARIES)


def test_the_digest_is_that_of_the_files(copied: Path) -> None:
    assert load_lexicon(copied).digest == load_lexicon().digest
    with (copied / "closing.toml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert load_lexicon(copied).digest != load_lexicon().digest


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("\nunheard_of = ['词']\n", "unheard_of"),
        ("\n[", "closing"),
    ],
)
def test_a_file_that_does_not_fit_is_named(copied: Path, change: str, named: str) -> None:
    path = copied / "closing.toml"
    path.write_text(path.read_text("utf-8") + change, "utf-8")
    with pytest.raises(UsageError, match=named) as raised:
        load_lexicon(copied)
    assert raised.value.file == "closing.toml"


def test_a_missing_field_is_named(copied: Path) -> None:
    (copied / "closing.toml").write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"closing\.toml"):
        load_lexicon(copied)


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "closing.toml").unlink()
    with pytest.raises(UsageError, match=r"closing\.toml"):
        load_lexicon(copied)
