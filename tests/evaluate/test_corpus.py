from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.evaluate.small import figure, record_of, score

from dafu.errors import InvalidRecord, UnreadableFile, UsageError
from dafu.evaluate import Difference, compare, evaluate
from dafu.evaluate.corpus import matching_gold
from dafu.sinks.json_lines import write_record
from dafu.sinks.run_folder import Outcome, write_manifest, write_outcomes

_TEXT = "全县共有水库3座，泵站8处。"
_GOLD = {
    "figures": [
        {"raw": "3座", "before": "水库", "value": "3", "unit": "座"},
        {"raw": "8处", "before": "泵站", "value": "8", "unit": "处"},
    ]
}


@pytest.mark.parametrize(
    ("names", "gold_ids", "expected"),
    [
        (["qinghe-road.pdf-letter.pdf"], ["qinghe", "qinghe-road"], "qinghe-road"),
        (["qinghe-road2.pdf"], ["qinghe-road"], None),  # another letter
        (["qinghe-road.pdf"], ["qinghe-road-2"], None),
        (["two#2.pdf", "two.pdf"], ["two", "two#2"], "two#2"),
        (["letter.pdf", "qinghe.record.json"], ["qinghe"], "qinghe"),
        (["qinghe"], ["qinghe"], "qinghe"),
    ],
)
def test_longest_gold_id_that_begins_the_file_name(
    names: list[str], gold_ids: list[str], expected: str | None
) -> None:
    assert matching_gold(names, gold_ids) == expected


def _gold(folder: Path, name: str = "small", text: str = _TEXT, gold: object = _GOLD) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.canonical.txt").write_text(text + "\n", "utf-8")
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(gold), "utf-8")
    return path


def _records(folder: Path, **values: str | None) -> Path:
    """A folder with one record whose two figures have the values given, or are missing."""
    units = {"水库": "座", "泵站": "处"}
    raws = {"水库": "3座", "泵站": "8处"}
    figures = [
        figure(raws[name], id=name, value=value, unit=units[name]) for name, value in values.items() if value
    ]
    write_record(record_of(_TEXT, file_name="small.pdf", figures=figures), folder / "small.pdf.json")
    return folder


def test_one_file_against_one_record(tmp_path: Path) -> None:
    gold = _gold(tmp_path / "gold")
    result = evaluate(gold, _records(tmp_path / "new", 水库="3", 泵站="9") / "small.pdf.json")
    assert [one.label for one in result.judged] == ["small.pdf"]
    assert score(result.judged[0], "figures", "value").accuracy == 0.5
    assert (result.unmatched_gold, result.unmatched_records, result.failures) == ((), (), ())


def test_folders_with_records_without_gold_and_gold_without_records(tmp_path: Path) -> None:
    gold = _gold(tmp_path / "gold").parent
    _gold(gold, "lonely")
    records = _records(tmp_path / "new", 水库="3")
    write_record(record_of("甲", file_name="other.pdf"), records / "other.pdf.json")
    (records / "broken.json").write_text("{", "utf-8")
    result = evaluate(gold, records)
    assert result.unmatched_gold == ("lonely",)
    assert result.unmatched_records == ("other.pdf",)
    assert [failure.file for failure in result.failures] == ["broken.json"]


def test_the_folder_of_a_run_tells_its_failures_and_its_time(tmp_path: Path) -> None:
    records = _records(tmp_path / "new", 水库="3", 泵站="8")
    (records / "small.pdf.json").rename(records / "records.jsonl")
    (records / "ignored.json").write_text("{", "utf-8")  # the records of a run stand in records.jsonl
    outcomes = [
        Outcome(file="small.pdf", kind="done", records=("small.pdf.json",)),
        Outcome(file="bad.pdf", kind="failed", why="damaged"),
    ]
    write_outcomes(outcomes, records)
    write_manifest({"cpu_seconds": 0.75}, records)
    result = evaluate(_gold(tmp_path / "gold"), records)
    assert [(one.file, one.why) for one in result.failures] == [("bad.pdf", "damaged")]
    assert result.run_seconds == 0.75


def test_carriers_of_one_letter_are_judged_apart(tmp_path: Path) -> None:
    records = tmp_path / "new"
    for index in (1, 2):
        write_record(record_of(_TEXT, file_name="small.pdf"), records / str(index) / "small.pdf.json")
    write_record(record_of(_TEXT, file_name="small.two.pdf", index=2, of=2), records / "small.two.pdf#2.json")
    result = evaluate(_gold(tmp_path / "gold"), records)
    assert [one.label for one in result.judged] == ["small.pdf", "small.pdf (2)", "small.two#2.pdf"]


def test_gains_and_losses(tmp_path: Path) -> None:
    gold = _gold(tmp_path / "gold")
    before = evaluate(gold, _records(tmp_path / "old", 水库="3", 泵站="9"))
    after = evaluate(gold, _records(tmp_path / "new", 水库=None, 泵站="8"))
    gains, losses = compare(before, after)
    assert _told(gains) == [("value", "8", "9")]
    assert _told(losses) == [("found", "3座", None)]
    assert compare(after, after) == ((), ())
    assert compare(after, before) == (losses_to_gains(losses), losses_to_gains(gains))


def losses_to_gains(differences: tuple[Difference, ...]) -> tuple[Difference, ...]:
    return tuple(Difference(one.label, one.after, one.before) for one in differences)


def _told(differences: tuple[Difference, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(one.verdict.field, one.verdict.gold, one.verdict.found) for one in differences if one.verdict]


def test_something_superfluous_that_is_gone_is_a_gain(tmp_path: Path) -> None:
    gold = _gold(tmp_path / "gold", gold={"figures": []})
    before = evaluate(gold, _records(tmp_path / "old", 水库="3"))
    after = evaluate(gold, _records(tmp_path / "new", 水库=None))
    gains, losses = compare(before, after)
    assert _told(gains) == [("found", None, "3座")]
    assert losses == ()


def test_bad_input_is_named(tmp_path: Path) -> None:
    records = _records(tmp_path / "new", 水库="3")
    with pytest.raises(UnreadableFile):
        evaluate(tmp_path / "nowhere", records)
    with pytest.raises(UnreadableFile):
        evaluate(_gold(tmp_path / "gold"), tmp_path / "nowhere")
    with pytest.raises(UsageError):
        evaluate(records, records)
    with pytest.raises(InvalidRecord, match=r"figures\.0\.raw"):
        evaluate(_gold(tmp_path / "gold", gold={"figures": [{"before": "水库"}]}), records)
    (tmp_path / "gold" / "small.canonical.txt").unlink()
    with pytest.raises(UnreadableFile, match=r"small\.canonical\.txt"):
        evaluate(tmp_path / "gold" / "small.gold.json", records)
