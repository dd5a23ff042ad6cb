from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import psutil
import pytest
from tests.commands.calling import call
from tests.reply_text import REPLY

from dafu.cli import app
from dafu.version import __version__

_COMMANDS = [
    command.name or command.callback.__name__ for command in app.registered_commands if command.callback
]


def _dafu(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dafu", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, "--version") == (0, f"dafu {__version__}\n", "")


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_of_every_command_is_in_two_languages_with_an_example(
    capsys: pytest.CaptureFixture[str], command: str
) -> None:
    called = call(capsys, command, "--help")
    assert called.code == 0
    assert f"例 Example:  dafu {command}" in called.out
    assert " / " in called.out


def test_help_lists_all_commands(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "--help")
    assert [command for command in _COMMANDS if f"  {command} " not in called.out] == []


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (("show", "{}/nowhere.pdf"), 10, "nowhere.pdf"),
        (("show", "{}/empty.pdf"), 11, "empty.pdf"),
        (("show", "{}/cut.pdf"), 12, "cut.pdf"),
        (("show", "{}/letter.doc"), 14, "letter.doc"),
        (("show", "{}/record.json"), 20, "record.json"),
        (("show", "{}/letter.txt", "--settings", "{}/wrong.toml"), 2, "max_pagse"),
        (("show", "{}/letter.txt", "--settings", "{}/nowhere.toml"), 2, "nowhere.toml"),
        (("run", "{}/nowhere", "--out", "{}/out"), 10, "nowhere"),
        (("run", "{}/letter.txt", "--out", "{}/empty.pdf"), 30, "empty.pdf"),
        (("run", "{}/letter.txt", "--out", "{}/out", "--since", "lately"), 2, "lately"),
        (("run", "{}/letter.txt", "--out", "{}/out", "--only", "some"), 2, "some"),
        (("status", "{}"), 10, "dafu run"),
        (("failures", "{}/nowhere"), 10, "nowhere"),
        (("eval", "{}/nowhere", "{}"), 10, "nowhere"),
        (("schema", "--check", "{}/letter.txt"), 20, "letter.txt"),
        (("schema", "--check", "{}/nowhere.json"), 10, "nowhere.json"),
        (("show", "{}/letter.txt", "{}/empty.pdf"), 2, "empty.pdf"),
        (("show", "--jason", "{}/letter.txt"), 2, "--jason"),
        (("shwo",), 2, "shwo"),
        (("run",), 2, "run"),
    ],
)
def test_errors_name_the_file_and_what_to_do_and_have_their_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int, named: str
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (tmp_path / "letter.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
    (tmp_path / "record.json").write_text("{}", "utf-8")
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    (tmp_path / "wrong.toml").write_text("[dafu]\nmax_pagse = 3\n", "utf-8")
    called = call(capsys, *(argument.format(tmp_path) for argument in arguments))
    assert called.code == code
    error, remedy = called.err.splitlines()
    assert named in error + remedy
    assert (error.startswith("错误 Error: "), remedy.startswith("处理 Remedy: ")) == (True, True)
    assert (" / " in error, " / " in remedy) == (True, True)


def test_without_a_command_it_shows_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys) == call(capsys, "--help")


def test_a_time_that_is_none_comes_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "run", "letters", "--out", "records", "--since", "yesterday")
    assert (called.code, "--since 2024-06-01" in called.err) == (2, True)


def test_errors_of_the_tree_come_with_a_remedy_in_two_languages(capsys: pytest.CaptureFixture[str]) -> None:
    error, remedy = call(capsys, "show", "nowhere.pdf").err.splitlines()
    assert error.startswith("错误 Error: nowhere.pdf: ")
    assert remedy.startswith("处理 Remedy: ")
    assert " / " in remedy


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    done = _dafu("show", str(tmp_path / "letter.txt"), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("关于市政协五届三次会议第062号提案的答复")


def test_no_colour_where_the_output_is_no_terminal_or_none_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(REPLY, "utf-8")
    plain = _dafu("show", str(tmp_path / "letter.txt"))
    forced = _dafu("show", str(tmp_path / "letter.txt"), FORCE_COLOR="1", TERM="xterm")
    refused = _dafu("show", str(tmp_path / "letter.txt"), FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")
    assert b"\x1b[" not in plain.stdout
    assert b"\x1b[1;36m" in forced.stdout
    assert b"36m" not in refused.stdout


def test_a_reader_that_stops_reading_meets_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(REPLY * 200, "utf-8")
    command = f"{sys.executable} -m dafu show {tmp_path}/letter.txt --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from dafu.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pydantic', 'jieba', 'spacy', 'pypdfium2', 'lxml', 'numpy', 'docx', 'rapidfuzz', 'onnxruntime'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.stderr == ""
    assert done.returncode == 0


def test_help_takes_less_than_a_third_of_a_second_of_cpu() -> None:
    def seconds() -> float:
        with psutil.Popen([sys.executable, "-m", "dafu", "--help"], stdout=subprocess.DEVNULL) as process:
            process.wait()
        spent = psutil.Process().cpu_times()
        return float(spent.children_user + spent.children_system)

    moments = [seconds() for _ in range(4)]
    assert min(after - before for before, after in pairwise(moments)) < 0.3
