"""What a run will process, in which order, what it leaves out, and where the records go."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import Literal

from dafu.errors import UnreadableFile, UsageError
from dafu.read.folder import page_images

SkipReason = Literal["hidden", "temporary", "system", "link", "pattern"]

_TEMPORARY_STARTS = ("~$", ".~", "~WRL")
"""Lock files and drafts that Word, WPS and LibreOffice leave beside an open document."""
_TEMPORARY_ENDS = ("~", ".tmp", ".crdownload", ".part")
_SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}


@dataclass(frozen=True, slots=True)
class Input:
    """One file to process, or a folder that holds the images of a letter's pages."""

    path: Path
    name: str
    """Path below the folder of the run, with `/`; what the output is called after."""

    def record_file(self, letter: int) -> PurePosixPath:
        """Where the record of the n-th letter of this file goes, below the output folder.

        `a/b.pdf` gives `a/b.pdf.json`, `a/b.pdf#2.json` …; a `#` of the file's own is doubled, so that no
        two files meet.
        """
        own = PurePosixPath(self.name.replace("#", "##"))
        return own.with_name(f"{own.name}{f'#{letter}' if letter > 1 else ''}.json")


@dataclass(frozen=True, slots=True)
class Skipped:
    """One file or folder that is left out."""

    name: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class Plan:
    """The inputs of a run, by name, and what is left out."""

    inputs: tuple[Input, ...]
    skipped: tuple[Skipped, ...]


def plan_run(source: Path, out: Path, *, skip: Sequence[str] = ()) -> Plan:
    """The plan for a file, or for a folder and all below it; the output folder is no input.

    Files and folders whose name, or path below `source`, fits a pattern of `skip` (`*.json`, `drafts`) are
    left out. A folder that holds nothing but several page images is one input.

    Raises `UnreadableFile` if there is no such path, `UsageError` if it holds nothing to process or is the
    output folder itself.
    """
    if not source.exists():
        raise UnreadableFile("文件夹不存在 / no such folder.", file=source.name)
    if not source.is_dir():
        return Plan((Input(source, source.name),), ())
    if source.resolve() == out.resolve():
        raise UsageError("输出文件夹不能是输入文件夹 / the output folder is the input folder.", file=out.name)
    inputs: list[Input] = []
    skipped: list[Skipped] = []
    for folder, folders, files in os.walk(source):
        here = Path(folder)
        if len(images := page_images(here)) > 1 and not any(
            _skip_reason(image.relative_to(source).as_posix(), skip) for image in images
        ):
            inputs.append(Input(here, source.name if here == source else here.relative_to(source).as_posix()))
            continue
        kept: list[str] = []
        for name in sorted(folders):
            relative = (here / name).relative_to(source).as_posix()
            reason = _skip_reason(relative, skip) or ("link" if (here / name).is_symlink() else None)
            if reason:
                skipped.append(Skipped(f"{relative}/", reason))
            elif (here / name).resolve() != out.resolve():
                kept.append(name)
        folders[:] = kept
        for name in files:
            relative = (here / name).relative_to(source).as_posix()
            reason = _skip_reason(relative, skip)
            if reason:
                skipped.append(Skipped(relative, reason))
            else:
                inputs.append(Input(here / name, relative))
    if not inputs:
        raise UsageError("文件夹中没有可处理的文件 / no file to process in the folder.", file=source.name)
    return Plan(
        tuple(sorted(inputs, key=lambda one: one.name)), tuple(sorted(skipped, key=lambda one: one.name))
    )


def _skip_reason(relative: str, skip: Sequence[str]) -> SkipReason | None:
    name = PurePosixPath(relative).name
    if name.startswith(_TEMPORARY_STARTS) or name.lower().endswith(_TEMPORARY_ENDS):
        return "temporary"
    if name.lower() in _SYSTEM:
        return "system"
    if name.startswith("."):
        return "hidden"
    fits = any(fnmatchcase(name, pattern) or fnmatchcase(relative, pattern) for pattern in skip)
    return "pattern" if fits else None
