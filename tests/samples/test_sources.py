"""The committed samples are what their sources say."""

from __future__ import annotations

import json

import pytest
from samples.gold import gold_of
from samples.make import BUNDLES, HERE, LETTERS, letters, readme
from samples.notation import Letter

each_letter = pytest.mark.parametrize("letter", letters(), ids=lambda letter: letter.name)


@each_letter
def test_canonical_text_and_gold_come_from_the_source(letter: Letter) -> None:
    folder = LETTERS / letter.name
    assert (folder / f"{letter.name}.canonical.txt").read_text("utf-8") == letter.text
    assert json.loads((folder / f"{letter.name}.gold.json").read_text("utf-8")) == gold_of(letter)


@each_letter
def test_every_carrier_is_there(letter: Letter) -> None:
    for carrier in letter.head["carriers"]:
        assert (LETTERS / letter.name / f"{letter.name}.{carrier}").is_file()


def test_bundles_are_there() -> None:
    for bundle in BUNDLES:
        folder = LETTERS / bundle.name
        assert tuple((folder / "letters.txt").read_text("utf-8").split()) == bundle.letters
        assert {path.name for path in folder.iterdir()} >= {
            f"{bundle.name}.{carrier}" for carrier in bundle.carriers
        }


def test_readme_names_every_sample() -> None:
    assert (HERE / "README.md").read_text("utf-8") == readme()
