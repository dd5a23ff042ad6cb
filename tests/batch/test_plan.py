from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dafu.batch.plan import Input, Skipped, check_folders, inputs_of, record_file, root_of
from dafu.errors import UnreadableFile, UsageError


def _names(source: Path, *skip: str) -> list[str]:
    found = inputs_of(source, source / "out", skip=skip)
    return sorted(one.name for one in found if isinstance(one, Input))


def _skipped(source: Path, *skip: str) -> list[tuple[str, str]]:
    found = inputs_of(source, source / "out", skip=skip)
    return [(one.name, one.reason) for one in found if isinstance(one, Skipped)]


def _tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")
    return root


def test_inputs_are_found_in_the_same_order_whatever_the_file_system_says(tmp_path: Path) -> None:
    _tree(tmp_path, "b.pdf", "a/z.docx", "a.pdf", "甲/乙.txt", "a/b/c.pdf")
    found = [one.name for one in inputs_of(tmp_path, tmp_path / "out")]
    assert found == ["a.pdf", "b.pdf", "a/z.docx", "a/b/c.pdf", "甲/乙.txt"]


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
    _tree(tmp_path, "答复.pdf", name)
    assert _names(tmp_path, "*.json", "drafts") == ["答复.pdf"]
    assert [why for _, why in _skipped(tmp_path, "*.json", "drafts")] == [reason]


def test_output_folder_below_the_input_is_no_input(tmp_path: Path) -> None:
    assert _names(_tree(tmp_path, "a.pdf", "out/a.pdf.json")) == ["a.pdf"]


def test_a_folder_of_page_images_is_one_input(tmp_path: Path) -> None:
    _tree(tmp_path, "a.pdf", "信/1.jpg", "信/2.PNG", "信/.hidden", "one/1.jpg", "mixed/1.jpg", "mixed/2.txt")
    assert _names(tmp_path) == ["a.pdf", "mixed/1.jpg", "mixed/2.txt", "one/1.jpg", "信"]
    assert _names(tmp_path / "信") == ["信"]
    assert _names(tmp_path / "信", "1.jpg") == ["2.PNG"]


@pytest.mark.parametrize("inside", ["", "信", "a.pdf"])
def test_inputs_stand_below_the_root_under_their_names(tmp_path: Path, inside: str) -> None:
    source = _tree(tmp_path, "a.pdf", "信/1.jpg", "信/2.PNG") / inside
    for one in inputs_of(source, tmp_path / "out"):
        assert isinstance(one, Input)
        assert root_of(source) / one.name == one.path


def test_links_to_files_and_folders_are_followed(tmp_path: Path) -> None:
    _tree(tmp_path, "in/a.pdf", "elsewhere/2023/b.pdf", "elsewhere/c.pdf")
    (tmp_path / "in" / "2023").symlink_to(tmp_path / "elsewhere" / "2023")
    (tmp_path / "in" / "c.pdf").symlink_to(tmp_path / "elsewhere" / "c.pdf")
    assert _names(tmp_path / "in") == ["2023/b.pdf", "a.pdf", "c.pdf"]


@pytest.mark.parametrize(
    ("links", "skipped"),
    [
        pytest.param({"in/again": "in"}, ["again/"], id="to the folder itself"),
        pytest.param({"in/sub/up": "."}, ["sub/up/"], id="to one above it"),
        pytest.param({"in/same": "in/sub"}, ["same/"], id="to one that is walked anyway"),
        pytest.param({"in/x": "other", "in/y": "other"}, ["y/"], id="twice to one"),
        pytest.param({"in/x": "other", "other/back": "in"}, ["x/back/"], id="there and back"),
        pytest.param({"in/x": "other", "other/x": "third", "third/x": "other"}, ["x/x/x/"], id="in a ring"),
    ],
)
def test_links_make_no_loop_and_no_double(tmp_path: Path, links: dict[str, str], skipped: list[str]) -> None:
    _tree(tmp_path, "in/a.pdf", "in/sub/b.pdf", "other/c.pdf", "third/d.pdf")
    for link, target in links.items():
        (tmp_path / link).symlink_to((tmp_path / target).resolve(), target_is_directory=True)
    names = _names(tmp_path / "in")
    assert [name for name in names if name.count("b.pdf")] == ["sub/b.pdf"]
    assert sum(name.endswith("c.pdf") for name in names) == ("other" in links.values())
    assert _skipped(tmp_path / "in") == [(name, "link") for name in skipped]


def test_a_single_file_is_an_input(tmp_path: Path) -> None:
    assert _names(_tree(tmp_path, "a.pdf") / "a.pdf") == ["a.pdf"]


def test_folders_that_cannot_be_are_errors(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        check_folders(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(UsageError):
        check_folders(_tree(tmp_path / "same", "a.pdf"), tmp_path / "same")


@pytest.mark.parametrize(
    ("name", "letter", "expected"),
    [
        ("a.pdf", 1, "a.pdf.json"),
        ("a.docx", 1, "a.docx.json"),
        ("x/a.pdf", 2, "x/a.pdf#2.json"),
        ("a.pdf#2", 1, "a.pdf##2.json"),
        ("甲/乙.ofd", 1, "甲/乙.ofd.json"),
        ("manifest", 1, "manifest#1.json"),
        ("a/manifest", 1, "a/manifest.json"),
    ],
)
def test_records_are_called_after_their_file(name: str, letter: int, expected: str) -> None:
    assert record_file(name, letter) == expected


_NAMES = st.text(alphabet="ab#.2", min_size=1, max_size=6).filter(lambda name: name.strip("."))


@given(_NAMES, _NAMES, st.integers(1, 30), st.integers(1, 30))
def test_no_two_letters_share_a_record_file(one: str, other: str, first: int, second: int) -> None:
    same = record_file(one, first) == record_file(other, second)
    assert same == ((one, first) == (other, second))


def test_long_names_stay_within_what_file_systems_take() -> None:
    names = [f"甲/{'关于市政协提案的答复' * 8}{end}.pdf" for end in ("一", "二")]
    files = [record_file(name, letter) for name in names for letter in (1, 2)]
    assert len(set(files)) == 4
    assert all(len(file.rpartition("/")[2].encode()) <= 255 for file in files)
