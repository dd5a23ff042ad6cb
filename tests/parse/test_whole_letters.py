"""Whole letters of the forms seen in the field, each with the table of its header fields.

`whole_letters/NAME.txt` holds the table, a line of dashes and the letter, one paragraph a line. A field that
the table does not name must be null or empty. `F01` to `F20` are the forms of the domain reference, section 7.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.parse.header_fields import header_fields
from tests.parse.letters import blocks_from, letter_of, lexicon

from dafu.fingerprint import producer_of
from dafu.layout.spaces import tidy_text
from dafu.layout.split import split_letters
from dafu.layout.zones import assign_zones
from dafu.parse import parse_letter
from dafu.records import ReplyRecord
from dafu.settings import Settings

LETTERS = sorted((Path(__file__).parent / "whole_letters").glob("*.txt"))
SEAM = "\n--------\n"


def _record(lines: str) -> ReplyRecord:
    tidied = "\n".join(tidy_text(line, lexicon()) if line else "" for line in lines.splitlines())
    (blocks,) = split_letters(blocks_from(tidied), lexicon())
    letter = letter_of(assign_zones(blocks, lexicon()))
    return parse_letter(letter, lexicon(), producer_of(lexicon().digest, Settings()))


def _table(lines: str) -> dict[str, str]:
    return {name: value for name, _, value in (line.partition(": ") for line in lines.splitlines())}


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_header_fields(path: Path) -> None:
    table, letter = path.read_text("utf-8").split(SEAM)
    assert header_fields(_record(letter)) == _table(table)


def test_all_forms_are_here() -> None:
    forms = {path.stem[:3] for path in LETTERS}
    assert forms >= {f"F{number:02}" for number in range(1, 21)}


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.stem)
def test_what_is_found_stands_in_the_text(path: Path) -> None:
    record = _record(path.read_text("utf-8").split(SEAM)[1])
    found = [
        record.title, *record.addressees, *record.handling, *record.letterhead.issuing_organs,
        record.letterhead.document_number, record.letterhead.outcome_class, record.letterhead.disclosure,
        *record.closing.signed_by, *record.closing.copied_to, *record.closing.attachments,
        record.closing.document_date, record.closing.note,
    ]  # fmt: skip
    assert all(one is None or one.raw == record.text[slice(*one.span)] for one in found)
