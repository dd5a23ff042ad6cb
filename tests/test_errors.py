from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dafu import errors
from dafu.errors import DafuError, EncryptedFile


def _tree(top: type[DafuError] = DafuError) -> Iterator[type[DafuError]]:
    yield top
    for below in top.__subclasses__():
        yield from _tree(below)


_CLASSES = [one for one in _tree() if one.__module__ == errors.__name__]


def test_exit_codes_are_distinct() -> None:
    codes = [one.exit_code for one in _CLASSES]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("kind", _CLASSES)
def test_every_error_has_a_code_of_its_own_and_a_remedy_in_two_languages(kind: type[DafuError]) -> None:
    assert 0 < kind.exit_code < 126  # a shell gives 126 and more a meaning of its own
    assert "exit_code" in vars(kind)
    assert re.search(r"[\u4e00-\u9fff]", kind.remedy_zh)
    assert kind.remedy_en.isascii()


@pytest.mark.parametrize("kind", _CLASSES)
def test_the_tree_is_drawn_with_every_class_and_its_code(kind: type[DafuError]) -> None:
    assert re.search(rf"{kind.__name__} [. ]*{kind.exit_code}\b", errors.__doc__ or "")


def test_message_names_file_fault_and_remedy() -> None:
    error = EncryptedFile("有密码 / it has a password.", file="a.pdf")
    assert (
        str(error)
        == f"a.pdf: 有密码 / it has a password. {EncryptedFile.remedy_zh} / {EncryptedFile.remedy_en}"
    )


def test_a_remedy_can_be_more_precise_than_that_of_its_class() -> None:
    assert (
        EncryptedFile("locked", remedy="问发文机关 / ask the sender.").remedy
        == "问发文机关 / ask the sender."
    )
