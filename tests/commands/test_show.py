from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.console import Console
from tests.commands.calling import call
from tests.evaluate.small import figure, item, record_of, section
from tests.reply_text import REPLY

from dafu.commands.show import show_record

_TEXT = "一、已开展的工作\n全县新建水库3座，其中小型2座。\n二、下一步\n到2025年底建泵站约8处。"


def _shown(**parts: object) -> str:
    console = Console(record=True, width=120, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    with console.file:
        show_record(record_of(_TEXT, **parts), console)
    return console.export_text()


def test_a_letter_is_shown_as_an_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    called = call(capsys, "show", tmp_path / "letter.txt")
    assert called.code == 0
    for words in (
        "关于市政协五届三次会议第062号提案的答复",
        "云水函〔2024〕12号",
        "《关于修复青禾河堤防的提案》"[1:-1],
        "苏文清 (cppcc_member)",
        "一、已开展的工作",
        "0999-5550123",
        "2024年6月3日 → 2024-06-03",
    ):
        assert words in called.out


def test_json_is_one_record_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    (line,) = call(capsys, "show", tmp_path / "letter.txt", "--json").out.splitlines()
    assert json.loads(line)["schema_name"] == "reply_record"


def test_a_stored_record_is_shown_as_the_letter_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    letter = call(capsys, "show", tmp_path / "letter.txt").out
    (tmp_path / "letter.json").write_text(
        call(capsys, "show", tmp_path / "letter.txt", "--json").out, "utf-8"
    )
    assert call(capsys, "show", tmp_path / "letter.json").out == letter


def test_figures_show_what_they_measure_where_and_when() -> None:
    period = {"id": "p1", "raw": "2025年底", "kind": "by", "start": None, "end": "2025", "anchor": "explicit"}
    shown = _shown(
        periods=[period],
        figures=[
            figure("3座", value="3", unit="座", indicator="新建水库", coverage={"raw": "全县", "resolved": None}),
            figure("2座", id="f2", value="2", unit="座", indicator="小型", part_of="f1"),
            figure("约8处", id="f3", value="8", unit="处", indicator="泵站", bound="about", period_id="p1", status="target"),
        ],
    )  # fmt: skip
    assert "3座 = 3 座  新建水库  全县  [actual]" in shown
    assert "2座 = 2 座  小型    其中 part of 3座  [actual]" in shown
    assert "约8处 = 8 处 (about)  泵站  2025  [target]" in shown


def test_next_steps_show_deadline_strength_and_flags() -> None:
    deadline = {"raw": "到2025年底", "start": None, "end": "2025"}
    step = item("到2025年底建泵站约8处。", deadline=deadline, strength=5, flags=["conditional"])
    assert "期限 by 2025  [planned, conditional, 强度 strength 5]" in _shown(next_steps=[step])


def test_a_name_in_another_encoding_is_shown_with_escapes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\udcb4\udcf0.txt"
    path.write_text(REPLY, "utf-8")
    assert call(capsys, "show", path).code == 0
    shown = json.loads(call(capsys, "show", path, "--json").out)
    assert shown["source"]["file_name"] == r"\udcb4\udcf0.txt"


def test_outline_is_indented_by_level_with_roles() -> None:
    shown = _shown(
        sections=[
            section(_TEXT, "一、", "2座。", marker="一、", heading="已开展的工作"),
            section(_TEXT, "二、", "8处。", level=2, marker="二、", role="plan"),
        ]
    )
    assert "    一、已开展的工作  [done]\n" in shown
    assert "      二、下一步 到2025年底建泵站约8处。  [plan]\n" in shown


def test_findings_show_the_words_they_are_about() -> None:
    finding = {"code": "numbering_gap", "severity": "warning", "message": "一、 to 三、", "span": (0, 2)}
    assert "warning numbering_gap: 一、 to 三、 「一、」" in _shown(findings=[finding])


def test_square_brackets_in_a_letter_are_no_markup() -> None:
    assert "[bold]" in _shown(title={"raw": "一、", "span": (0, 2)}, addressees=[_addressee("[bold]")])


def _addressee(name: str) -> dict[str, object]:
    return {"raw": "一", "span": (0, 1), "rule": "test", "name": name, "role": "unknown"}
