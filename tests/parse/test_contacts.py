"""Labels and values of contacts; names and numbers are invented."""

from __future__ import annotations

import pytest
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.parse.closing.contacts import find_contacts
from dafu.records import StateField

Shown = dict[str, tuple[str, str | None]]
BLANK, REDACTED = ("blank", None), ("redacted", None)


def _contacts(lines: str) -> Shown:
    letter = marked(lines)
    fields = find_contacts(letter, lexicon())._asdict()
    assert all(_sliced(field, letter.text) for field in fields.values())
    return {name: (field.state, field.value) for name, field in fields.items() if field.state != "absent"}


def _sliced(field: StateField, text: str) -> bool:
    return field.span is None or text[slice(*field.span)] == field.raw


def _present(value: str) -> tuple[str, str]:
    return ("present", value)


LINES: list[tuple[str, Shown]] = [
    ("负责人：", {"responsible_official": BLANK}),
    ("负责人： 承办人：", {"responsible_official": BLANK, "case_officer": BLANK}),
    ("负  责  人：林之远", {"responsible_official": _present("林之远")}),
    ("分管领导:林之远", {"responsible_official": _present("林之远")}),
    (
        "经 办 人: 苏文清 联系电话: 5550123",
        {"case_officer": _present("苏文清"), "phone": _present("5550123")},
    ),
    ("联系人及电话:苏文清 5550123", {"contact": _present("苏文清"), "phone": _present("5550123")}),
    (
        "联系人及联系电话：苏文清（0999-5550123）",
        {"contact": _present("苏文清"), "phone": _present("0999-5550123")},
    ),
    ("联系人及电话", {"contact": BLANK, "phone": BLANK}),
    ("承办人：苏文清 0999-5550123", {"case_officer": _present("苏文清"), "phone": _present("0999-5550123")}),
    ("（联系人：苏文清，电话：5550123）", {"contact": _present("苏文清"), "phone": _present("5550123")}),
    (
        "负责人 林之远 经办人 苏文清",
        {"responsible_official": _present("林之远"), "case_officer": _present("苏文清")},
    ),
    ("经办人 苏文清 电话 5550123", {"case_officer": _present("苏文清"), "phone": _present("5550123")}),
    ("联系人：苏文清联系电话：5550123", {"contact": _present("苏文清"), "phone": _present("5550123")}),
    ("联系人：李 四", {"contact": _present("李四")}),
    ("联系电话：(0999)5550123、5550124", {"phone": _present("(0999)5550123、5550124")}),
    ("电话：010—5550****", {"phone": REDACTED}),
    ("联系人：苏** 手机：1**********", {"contact": REDACTED, "phone": REDACTED}),
    ("联系人：××× 电话：×××××××", {"contact": REDACTED, "phone": REDACTED}),
    ("承办人：苏某某", {"case_officer": REDACTED}),
    ("负责人：____ 电话：______", {"responsible_official": BLANK, "phone": BLANK}),
    ("传真：0999-5550000 邮编：000999", {}),
    ("联系人苏文清，电话5550123", {"contact": _present("苏文清"), "phone": _present("5550123")}),
    ("承办单位联系人、电话：苏文清 5550123", {"contact": _present("苏文清"), "phone": _present("5550123")}),
    ("联系单位：县教育局", {}),
    ("签发人：林之远", {}),
    ("负责人签字后存档。", {}),
    ("联系人\t苏文清\t联系电话\t5550123", {"contact": _present("苏文清"), "phone": _present("5550123")}),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line for line, _ in LINES])
def test_contacts_of_a_line(line: str, expected: Shown) -> None:
    assert _contacts(f"b 此复。\ns {line}") == expected


def test_contacts_above_the_title_and_below_the_imprint_count() -> None:
    lines = "h 承办人：苏文清\nt 关于提案的答复\nb 此复。\ni 联系电话：5550123"
    assert _contacts(lines) == {"case_officer": _present("苏文清"), "phone": _present("5550123")}


def test_the_first_value_that_is_present_counts() -> None:
    lines = "s 联系电话：\ns 电话：5550123\ns 电话：5550999"
    assert _contacts(lines) == {"phone": _present("5550123")}


def test_the_last_sentence_of_the_body_may_name_them() -> None:
    lines = "b 如有疑问，请与我局联系，联系人：苏文清，联系电话：0999-5550123。"
    assert _contacts(lines) == {"contact": _present("苏文清"), "phone": _present("0999-5550123")}


def test_a_body_that_speaks_of_persons_in_charge_has_no_contacts() -> None:
    assert _contacts("b 成立了领导小组，负责人 由局长担任。\nb 此复。") == {}


def test_raw_keeps_what_was_masked() -> None:
    field = find_contacts(marked("s 电话：010—5550****"), lexicon()).phone
    assert (field.state, field.raw, field.value) == ("redacted", "010—5550****", None)
