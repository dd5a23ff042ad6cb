"""One key for all editions of a letter."""

from __future__ import annotations

from dafu.parse.letter_key import letter_key
from dafu.records import Addressee, DocumentNumber, Letterhead, Named, Submission


def _letterhead(organ: str, number: str) -> Letterhead:
    named = Named(raw=organ, name=organ, span=(0, len(organ)), rule="test")
    parts = {"agency_code": "青水函", "year": 2023, "serial": "5"} if "5号" in number else {}
    printed = DocumentNumber.model_validate(
        {
            "agency_code": None,
            "year": None,
            "serial": None,
            **parts,
            "raw": number,
            "span": (0, 1),
            "rule": "test",
        }
    )
    return Letterhead(issuing_organs=(named,), document_number=printed)


ADDRESSEE = Addressee(raw="林之远委员：", name="林之远", role="cppcc_member", span=(0, 6), rule="test")
ITEM = Submission(kind="proposal", body="市政协", term=5, session=2, numbers=("044",), rule="test")


def test_brackets_width_and_blanks_make_no_difference() -> None:
    keys = {
        letter_key(_letterhead("青禾县水利局", "青水函〔2023〕5号"), None, ()),
        letter_key(_letterhead("青禾县 水利局", "青水函[2023]5号"), None, ()),
        letter_key(_letterhead("青禾县水利局", "青水函﹝2023﹞ 5号"), ITEM, (ADDRESSEE,)),
    }
    assert keys == {"青禾县水利局|青水函〔2023〕5号"}


def test_a_number_that_cannot_be_taken_apart_is_used_as_printed() -> None:
    assert (
        letter_key(_letterhead("青禾县水利局", "青水函[2023]来信号"), None, ())
        == "青禾县水利局|青水函〔2023〕来信号"
    )


def test_submission_and_addressee_where_no_number_is_printed() -> None:
    key = letter_key(Letterhead(), ITEM, (ADDRESSEE,))
    assert key == "proposal:市政协:5-2:044|林之远"


def test_another_addressee_is_another_letter() -> None:
    other = ADDRESSEE.model_copy(update={"name": "苏文清"})
    assert letter_key(Letterhead(), ITEM, (ADDRESSEE,)) != letter_key(Letterhead(), ITEM, (other,))


def test_half_a_pair_is_no_key() -> None:
    assert letter_key(Letterhead(), ITEM, ()) is None
    assert letter_key(Letterhead(), None, (ADDRESSEE,)) is None
    assert (
        letter_key(
            _letterhead("青禾县水利局", "青水函〔2023〕5号").model_copy(update={"issuing_organs": ()}),
            None,
            (),
        )
        is None
    )
