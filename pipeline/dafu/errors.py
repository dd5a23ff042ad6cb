"""The error tree. Every class has an exit code and a remedy, in Chinese and English.

DafuError ................ 1   anything below
├── UsageError ........... 2   the command cannot be carried out as given
├── IncompleteRun ........ 3   some files of a run failed; the records of the others are written
├── UnreadableFile ....... 10  the file cannot be read
│   ├── EmptyFile ........ 11  zero bytes, or no page, or no word in a text
│   ├── DamagedFile ...... 12  truncated or malformed
│   ├── EncryptedFile .... 13  needs a password
│   ├── UnsupportedFormat  14  a format that must be converted first
│   ├── ContainerFile .... 15  an archive or the like: its parts must be taken out
│   └── TooLarge ......... 16  beyond the limits that protect the machine
├── InvalidRecord ........ 20  a stored record or gold file that does not fit the contract
├── OutputError .......... 30  the result cannot be written
│   └── FolderInUse ...... 31  another run writes to the same output folder
├── LetterStopped ........ 50  processing a letter was stopped, to protect the others
│   ├── TimeLimit ........ 51  it took longer than it may
│   ├── MemoryLimit ...... 52  it took more memory than it may
│   └── WorkerCrash ...... 53  its process ended, twice
└── MissingPart .......... 40  a package that this needs is not installed
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol


class Invalid(Protocol):
    """pydantic's `ValidationError`, which this module need not load."""

    def errors(self) -> Sequence[Any]:
        """The faults, each with `loc` and `msg`."""


class DafuError(Exception):
    """Base of all errors that dafu raises on purpose."""

    exit_code: ClassVar[int] = 1
    remedy_zh: ClassVar[str] = "请查看错误信息。"
    remedy_en: ClassVar[str] = "See the message."

    def __init__(self, what: str, *, file: str | None = None, remedy: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.file = file
        self.remedy = remedy or f"{self.remedy_zh} / {self.remedy_en}"

    def __str__(self) -> str:
        where = f"{self.file}: " if self.file else ""
        return f"{where}{self.what} {self.remedy}"


def first_fault(error: Invalid) -> str:
    """Where stored data first fail their model, and how: `figures.0.raw: Field required`."""
    fault = error.errors()[0]
    place = ".".join(map(str, fault["loc"]))
    return f"{place}: {fault['msg']}" if place else str(fault["msg"])


class UsageError(DafuError):
    """The command cannot be carried out as given."""

    exit_code = 2
    remedy_zh = "请用 --help 查看用法。"
    remedy_en = "See --help."


class IncompleteRun(DafuError):
    """Some files of a run failed; the records of the others are written."""

    exit_code = 3
    remedy_zh = "请按上面的说明逐个处理失败的文件，再运行一次。"
    remedy_en = "Mend the files as the list says, then run again."


class UnreadableFile(DafuError):
    """The file cannot be read."""

    exit_code = 10
    remedy_zh = "请检查文件是否存在、是否有读取权限。"
    remedy_en = "Check that the file exists and may be read."


class EmptyFile(UnreadableFile):
    """Zero bytes, no page, or no word in a text."""

    exit_code = 11
    remedy_zh = "文件没有内容，请重新取得原件。"
    remedy_en = "The file has no content; obtain the original again."


class DamagedFile(UnreadableFile):
    """Truncated or malformed."""

    exit_code = 12
    remedy_zh = "文件已损坏或不完整，请重新取得原件。"
    remedy_en = "The file is damaged or cut off; obtain the original again."


class EncryptedFile(UnreadableFile):
    """Needs a password."""

    exit_code = 13
    remedy_zh = "请先解除密码保护再处理。"
    remedy_en = "Remove the password protection first."


class UnsupportedFormat(UnreadableFile):
    """A format that must be converted first."""

    exit_code = 14
    remedy_zh = "请另存为 PDF 或 DOCX 再处理。"
    remedy_en = "Save it as PDF or DOCX first."


class ContainerFile(UnreadableFile):
    """An archive, mail or empty portfolio whose parts must be taken out first."""

    exit_code = 15
    remedy_zh = "请先取出其中的文件，再逐个处理。"
    remedy_en = "Take the files out of it, then process them one by one."


class TooLarge(UnreadableFile):
    """Beyond the limits that protect the machine."""

    exit_code = 16
    remedy_zh = "文件超出处理上限，请拆分后再处理。"
    remedy_en = "Split the file; it is beyond the limits."


class InvalidRecord(DafuError):
    """A stored record or gold file that does not fit the contract."""

    exit_code = 20
    remedy_zh = "请用当前版本重新生成。"
    remedy_en = "Make it again with this version."


class OutputError(DafuError):
    """The result cannot be written."""

    exit_code = 30
    remedy_zh = "请检查磁盘空间和写入权限。"
    remedy_en = "Check disk space and permissions."


class FolderInUse(OutputError):
    """Another run writes to the same output folder."""

    exit_code = 31
    remedy_zh = "请等另一次运行结束，或换一个输出文件夹。"
    remedy_en = "Wait until the other run has ended, or take another output folder."


class LetterStopped(DafuError):
    """Processing a letter was stopped, to protect the others."""

    exit_code = 50
    remedy_zh = "请单独处理该文件，或用 dafu run --only failed 再试。"
    remedy_en = "Process the file by itself, or try again: dafu run --only failed."


class TimeLimit(LetterStopped):
    """It took longer than it may."""

    exit_code = 51
    remedy_zh = "请检查文件，或用 --time-limit 放宽时限。"
    remedy_en = "Look at the file, or allow more time: --time-limit."


class MemoryLimit(LetterStopped):
    """It took more memory than it may."""

    exit_code = 52
    remedy_zh = "请拆分文件，或用 --memory-limit 放宽内存上限。"
    remedy_en = "Split the file, or allow more memory: --memory-limit."


class WorkerCrash(LetterStopped):
    """Its process ended, in the second attempt too."""

    exit_code = 53
    remedy_zh = "下次运行会再试；若仍失败，请把文件报告给维护者。"
    remedy_en = "The next run tries again; if it fails too, report the file."


class MissingPart(DafuError):
    """A part of dafu, or a package it needs for this, is not installed."""

    exit_code = 40
    remedy_zh = "请运行 pip install 'dafu[all]' 重新安装。"
    remedy_en = "Install again: pip install 'dafu[all]'."
