from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.calling import call
from tests.evaluate.small import figure, record_of

from dafu.sinks.json_lines import write_record

_TEXT = "全县共有水库3座，泵站8处。"


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """`gold`, and records of two runs: `old` has the value of 3座 wrong, `new` misses 8处."""
    gold = {
        "figures": [
            {"raw": "3座", "before": "水库", "value": "3"},
            {"raw": "8处", "before": "泵站", "value": "8"},
        ]
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "small.canonical.txt").write_text(_TEXT, "utf-8")
    (tmp_path / "gold" / "small.gold.json").write_text(json.dumps(gold), "utf-8")
    wrong, right = figure("3座", value="30"), figure("3座", value="3")
    pumps = figure("8处", id="f2", value="8")
    write_record(
        record_of(_TEXT, file_name="small.pdf", figures=[wrong, pumps]), tmp_path / "old" / "small.json"
    )
    write_record(record_of(_TEXT, file_name="small.pdf", figures=[right]), tmp_path / "new" / "small.json")
    return tmp_path


def test_scores_errors_and_counts_are_printed(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "eval", folders / "gold", folders / "new")
    assert called.code == 0
    assert "missed figures.found “8处”  全县共有水库3座，泵站【8处】。" in called.out
    assert "正文 text: CER 0.000, 1 / 1 一字不差 exact" in called.out
    assert "数字 numbers: 0 / 0 未解释 unexplained" in called.out
    assert "记录 records: 1" in called.out
    (row,) = (line.split() for line in called.out.splitlines() if line.startswith("figures"))
    assert row == ["figures", "found", "1.000", "0.500", "0.667", "1", "1"]


def test_wrong_values_show_both_sides(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = call(capsys, "eval", folders / "gold", folders / "old").out
    assert "wrong  figures.value “3” ≠ “30”  全县共有水库【3座】，泵站8处。" in out


def test_lists_can_be_left_out(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = call(capsys, "eval", folders / "gold", folders / "old", "--no-errors", "--no-letters").out
    assert "≠" not in out
    assert "small.pdf" not in out


def test_gains_and_losses_against_a_baseline(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = call(
        capsys, "eval", folders / "gold", folders / "new", "--baseline", folders / "old", "--no-errors"
    ).out
    gains, losses = out.split("得 Gains (1)")[1].split("失 Losses (1)")
    assert "small.pdf  wrong  figures.value “3” ≠ “30”" in gains
    assert "small.pdf  missed figures.found “8处”" in losses


def test_json_has_scores_errors_and_differences(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(
        capsys, "eval", folders / "gold" / "small.gold.json", folders / "new" / "small.json", "--json",
        "--baseline", folders / "old" / "small.json",
    )  # fmt: skip
    told = json.loads(called.out)
    found = next(one for one in told["scores"] if (one["part"], one["field"]) == ("figures", "found"))
    assert (found["right"], found["missed"], found["recall"]) == (1, 1, 0.5)
    assert [one["label"] for one in told["letters"]] == ["small.pdf"]
    assert [one["gold"] for one in told["letters"][0]["errors"]] == ["8处"]
    assert [one["gold"] for one in told["gains"]] == ["3"]
    assert [one["gold"] for one in told["losses"]] == ["8处"]


def test_what_could_not_be_judged_is_named(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folders / "new" / "broken.json").write_text("{", "utf-8")
    write_record(record_of("甲", file_name="other.pdf"), folders / "new" / "other.json")
    (folders / "gold" / "lonely.txt").write_text("甲", "utf-8")
    (folders / "gold" / "lonely.gold.json").write_text('{"figures": [{"raw": "9"}]}', "utf-8")
    out = call(capsys, "eval", folders / "gold", folders / "new").out
    assert "失败 failed: broken.json: " in out
    assert "无记录的标注 gold without a record: lonely" in out
    assert "无标注的记录 records without gold: other.pdf" in out


def test_what_carriers_share_is_told_once(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_record(record_of(_TEXT, file_name="small.docx"), folders / "new" / "docx.json")
    out = call(capsys, "eval", folders / "gold", folders / "new").out
    assert out.splitlines()[:3] == [
        "错 Errors (3)",
        "  small.docx  missed figures.found “3座”  全县共有水库【3座】，泵站8处。",
        "  small.docx ×2  missed figures.found “8处”  全县共有水库3座，泵站【8处】。",
    ]
