from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.batch import Input, plan_run
from dafu.errors import UnreadableFile, UsageError


def _tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    return root


def test_inputs_are_sorted_by_their_path_whatever_the_file_system_says(tmp_path: Path) -> None:
    plan = plan_run(_tree(tmp_path, "b.pdf", "a/z.docx", "a.pdf", "甲/乙.txt", "a/b/c.pdf"), tmp_path / "out")
    assert [one.name for one in plan.inputs] == ["a.pdf", "a/b/c.pdf", "a/z.docx", "b.pdf", "甲/乙.txt"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (".DS_Store", "hidden"),
        (".git/config", "hidden"),
        ("~$答复.docx", "temporary"),
        (".~lock.答复.odt#", "temporary"),
        ("~WRL0001.tmp", "temporary"),
        ("答复.docx~", "temporary"),
        ("答复.pdf.crdownload", "temporary"),
        ("Thumbs.db", "system"),
        ("__MACOSX/a.pdf", "system"),
        ("desktop.ini", "system"),
        ("gold.json", "pattern"),
        ("drafts/a.pdf", "pattern"),
        ("deep/drafts/a.pdf", "pattern"),
    ],
)
def test_what_is_left_out_is_said(tmp_path: Path, name: str, reason: str) -> None:
    plan = plan_run(_tree(tmp_path, "答复.pdf", name), tmp_path / "out", skip=("*.json", "drafts"))
    assert [one.name for one in plan.inputs] == ["答复.pdf"]
    assert [one.reason for one in plan.skipped] == [reason]


def test_output_folder_below_the_input_is_no_input(tmp_path: Path) -> None:
    _tree(tmp_path, "a.pdf", "out/a.pdf.json")
    assert [one.name for one in plan_run(tmp_path, tmp_path / "out").inputs] == ["a.pdf"]


def test_a_folder_of_page_images_is_one_input(tmp_path: Path) -> None:
    _tree(tmp_path, "a.pdf", "信/1.jpg", "信/2.PNG", "信/.hidden", "one/1.jpg", "mixed/1.jpg", "mixed/2.txt")
    plan = plan_run(tmp_path, tmp_path / "out")
    assert [one.name for one in plan.inputs] == ["a.pdf", "mixed/1.jpg", "mixed/2.txt", "one/1.jpg", "信"]
    assert [one.name for one in plan_run(tmp_path / "信", tmp_path / "out").inputs] == ["信"]
    left_out = plan_run(tmp_path / "信", tmp_path / "out", skip=("1.jpg",))
    assert [one.name for one in left_out.inputs] == ["2.PNG"]


def test_linked_folders_are_not_followed(tmp_path: Path) -> None:
    _tree(tmp_path, "in/a.pdf")
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in", target_is_directory=True)
    plan = plan_run(tmp_path / "in", tmp_path / "out")
    assert [one.name for one in plan.inputs] == ["a.pdf"]
    assert [(one.name, one.reason) for one in plan.skipped] == [("again/", "link")]


def test_a_single_file_is_a_plan_of_one(tmp_path: Path) -> None:
    _tree(tmp_path, "a.pdf")
    assert [one.name for one in plan_run(tmp_path / "a.pdf", tmp_path / "out").inputs] == ["a.pdf"]


def test_nothing_to_process_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        plan_run(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(UsageError):
        plan_run(_tree(tmp_path / "empty", ".hidden"), tmp_path / "out")
    with pytest.raises(UsageError):
        plan_run(_tree(tmp_path / "same", "a.pdf"), tmp_path / "same")


@pytest.mark.parametrize(
    ("name", "letter", "expected"),
    [
        ("a.pdf", 1, "a.pdf.json"),
        ("a.docx", 1, "a.docx.json"),
        ("x/a.pdf", 2, "x/a.pdf#2.json"),
        ("a.pdf#2", 1, "a.pdf##2.json"),
        ("甲/乙.ofd", 1, "甲/乙.ofd.json"),
    ],
)
def test_records_are_called_after_their_file(name: str, letter: int, expected: str) -> None:
    assert str(Input(Path(name), name).record_file(letter)) == expected


_NAMES = st.text(alphabet="ab#.2", min_size=1, max_size=6).filter(lambda name: name.strip("."))


@given(_NAMES, _NAMES, st.integers(1, 30), st.integers(1, 30))
def test_no_two_letters_share_a_record_file(one: str, other: str, first: int, second: int) -> None:
    same = Input(Path(one), one).record_file(first) == Input(Path(other), other).record_file(second)
    assert same == ((one, first) == (other, second))
