"""Simulated letters: distinct, the same for one seed, true by the contract, and of all the forms they promise."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from rapidfuzz.distance import Levenshtein
from samples.gold import gold_of
from samples.notation import Letter
from samples.simulated.__main__ import LOOKS, write_letters
from samples.simulated.letter import simulated
from samples.simulated.pen import last_day

import dafu
from dafu.evaluate.gold import read_gold
from dafu.evaluate.letter import judge_letter
from dafu.evaluate.scores import scores_of

_MANY = 150


@cache
def letters() -> tuple[Letter, ...]:
    return tuple(simulated(7, number) for number in range(1, _MANY + 1))


@cache
def truths() -> tuple[dict[str, Any], ...]:
    return tuple(map(gold_of, letters()))


def test_no_two_letters_are_alike() -> None:
    assert len({letter.text for letter in letters()}) == _MANY


def test_a_letter_depends_on_its_seed_and_number_alone() -> None:
    assert simulated(7, 42).text == letters()[41].text
    assert gold_of(simulated(7, 42)) == truths()[41]
    assert simulated(8, 42).text != letters()[41].text


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (lambda gold: gold["genre"], {"reply", "joint_opinion", "follow_up_reply"}),
        (lambda gold: gold["submission"]["kind"], {"proposal", "suggestion"}),
        (lambda gold: gold["addressees"][0]["role"], {"cppcc_member", "deputy", "group", "organ"}),
        (lambda gold: gold["closing"]["document_date"] is None, {True, False}),
        (lambda gold: gold["closing"]["printed_on"] is None, {True, False}),
        (lambda gold: gold["closing"]["responsible_official"]["state"], {"blank", "absent"}),
        (lambda gold: gold["letterhead"]["outcome_class"] is None, {True, False}),
        (lambda gold: not gold["letterhead"]["signatory"], {True, False}),
    ],
)  # fmt: skip
def test_letters_come_in_all_forms(part: Any, value: set[Any]) -> None:
    assert {part(gold) for gold in truths()} == value


@pytest.mark.parametrize(
    ("name", "field", "values"),
    [
        ("sections", "level", {0, 1, 2, 3}),
        ("sections", "style", {"heading", "run_in", "plain"}),
        ("sections", "role", {"opening", "basic", "done", "problem", "response", "plan", "closing"}),
        ("figures", "status", {"actual", "target"}),
        ("figures", "bound", {"exact", "about", "over", "under", "at_least"}),
        ("periods", "kind", {"during", "as_of", "since", "by"}),
        ("periods", "anchor", {"explicit", "letter"}),
        ("next_steps", "status", {"planned", "refused"}),
        ("next_steps", "strength", {3, 4, 5}),
        ("cited_documents", "usage", {"issued", "in_preparation"}),
    ],
)
def test_letters_hold_all_kinds(name: str, field: str, values: set[Any]) -> None:
    assert {entry[field] for gold in truths() for entry in gold[name]} == values


def test_every_annotated_place_is_told_from_all_others() -> None:
    for letter, gold in zip(letters(), truths(), strict=True):
        for entry in (*gold["figures"], *gold["non_figures"], *gold["periods"]):
            assert letter.text.count(entry["before"] + entry["raw"]) == 1, entry


def test_no_indicator_has_two_values_for_one_period() -> None:
    for gold in truths():
        stated = [
            (
                figure["indicator"],
                figure["coverage"],
                (figure["period"] or {}).get("raw"),
                figure["change"] is None,
            )
            for figure in gold["figures"]
            if figure["dimension"] != "percentage_point"
        ]
        assert len(stated) == len(set(stated))


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("2024-06", "2024"), ("2024-09", "2024-12"), ("2024", "2025-01"), ("2024-12", "2025")],
)
def test_deadlines_are_compared_by_their_last_day(earlier: str, later: str) -> None:
    assert last_day(earlier) < last_day(later)


def test_december_and_the_end_of_the_year_are_one_day() -> None:
    assert last_day("2024-12") == last_day("2024")


def _one_bracket(text: str) -> str:
    return text.translate(str.maketrans("﹝﹞[]", "〔〕〔〕"))


def _wrong(tmp_path: Path, count: int, carrier: str) -> list[float]:
    """Share of characters that each of so many letters comes back with wrong; brackets of a year are alike in print."""
    if carrier in {"pdf", "ofd", "scan"} and not Path("/usr/share/fonts/truetype/arphic").is_dir():
        pytest.skip("the typefaces of samples/README.md are not installed")
    write_letters(tmp_path, count, carrier=carrier, seed=3)
    files = sorted((tmp_path / "letters").iterdir())
    texts = [
        (tmp_path / "gold" / f"{file.name.split('.')[0]}.canonical.txt").read_text("utf-8") for file in files
    ]
    return [
        Levenshtein.normalized_distance(_one_bracket(dafu.parse(dafu.read(file)).text), _one_bracket(text))
        for file, text in zip(files, texts, strict=True)
    ]


@pytest.mark.parametrize("carrier", sorted({*LOOKS} - {"scan"}))
def test_every_carrier_gives_the_canonical_text(carrier: str, tmp_path: Path) -> None:
    assert _wrong(tmp_path, 4, carrier) == [0, 0, 0, 0]


@pytest.mark.ocr
def test_a_scan_gives_it_too_but_for_a_character_in_three_hundred(tmp_path: Path) -> None:
    assert mean(_wrong(tmp_path, 3, "scan")) <= 0.003


def test_the_parser_and_the_truth_agree_as_they_do_on_letters_written_by_hand(tmp_path: Path) -> None:
    """A floor far below what is measured by `make bench`: it breaks when truth and contract part."""
    write_letters(tmp_path, 60, seed=11)
    judged = []
    for file in sorted((tmp_path / "letters").iterdir()):
        name = file.name.split(".")[0]
        gold = read_gold(tmp_path / "gold" / f"{name}.gold.json")
        judged.append(judge_letter(gold, dafu.parse(dafu.read(file)), name))
    found = {
        (score.part, score.field): score.f1
        for score in scores_of([verdict for one in judged for verdict in one.verdicts])
    }
    for part in (
        "sections",
        "measures",
        "next_steps",
        "figures",
        "periods",
        "numbers",
        "documents",
        "entities",
    ):
        assert (found[part, "found"] or 0) > 0.95, part
