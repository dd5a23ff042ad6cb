"""What lies in a folder: what is to be processed, what is left out and why, and what records are called."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

from dafu.errors import UnreadableFile, UsageError
from dafu.read.folder import SUFFIXES, page_images

SkipReason = Literal["hidden", "temporary", "system", "link", "pattern", "unreadable", "not_selected"]

_TEMPORARY_STARTS = ("~$", ".~", "~WRL")
"""Lock files and drafts that Word, WPS and LibreOffice leave beside an open document."""
_TEMPORARY_ENDS = ("~", ".tmp", ".crdownload", ".part")
_SYSTEM = {"thumbs.db", "desktop.ini", "__macosx"}
_IMAGES = tuple(SUFFIXES)
_LONGEST = 240
"""Bytes of a file's name, to which `#2.json` is still to be added; file systems take 255."""
_SHORT = _LONGEST // 4
"""Characters that cannot be more bytes than that."""
_MANIFEST = "manifest"
"""An input of this name would give the name of the run's own manifest."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to process, or a folder that holds the images of a letter's pages."""

    path: Path
    name: str
    """Path below the folder of the run, with `/`; what the output is called after."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One file or folder that is left out."""

    name: str
    reason: SkipReason


def record_file(name: str, letter: int) -> str:
    """Where the record of the n-th letter of an input goes, below the output folder.

    `a/b.pdf` gives `a/b.pdf.json`, `a/b.pdf#2.json` …; a `#` of the file's own is doubled, so that no
    two files meet. A name that would become too long for file systems is cut, and told apart by a hash.
    """
    folder, slash, own = name.replace("#", "##").rpartition("/")
    if len(own) > _SHORT and len(own.encode()) > _LONGEST:
        start = own.encode()[: _LONGEST - 20].decode(errors="ignore")
        own = f"{start}#~{hashlib.sha256(own.encode()).hexdigest()[:16]}"
    numbered = letter > 1 or name.casefold() == _MANIFEST
    return f"{folder}{slash}{own}{f'#{letter}' if numbered else ''}.json"


def check_folders(source: Path, out: Path) -> None:
    """Raises `UnreadableFile` if there is no such source, `UsageError` if it is the output folder."""
    if not source.exists():
        raise UnreadableFile("文件夹不存在 / no such folder.", file=source.name)
    if source.is_dir() and source.resolve() == out.resolve():
        raise UsageError("输出文件夹不能是输入文件夹 / the output folder is the input folder.", file=out.name)


def inputs_of(source: Path, out: Path, *, skip: Sequence[str] = ()) -> Iterator[Input | Skipped]:
    """A file, or what is in a folder and all below it, in the order of the file tree; not the output folder.

    Files and folders whose name, or path below `source`, fits a pattern of `skip` (`*.json`, `drafts`) are
    left out. A folder that holds nothing but several page images is one input. Links to files and to folders
    are followed, but to folders that are walked anyway, or that hold `source`: no link makes a loop.
    """
    if not source.is_dir():
        yield Input(source, source.name)
        return
    output, walked = out.resolve(), [source.resolve()]
    unreadable: list[Skipped] = []

    def note(error: OSError) -> None:
        relative = Path(error.filename or source).relative_to(source).as_posix()
        unreadable.append(Skipped(f"{relative}/", "unreadable"))

    for folder, folders, files in os.walk(source, onerror=note, followlinks=True):
        here = Path(folder)
        prefix = "" if here == source else f"{here.relative_to(source).as_posix()}/"
        if _is_letter(here, prefix, files, skip):
            folders.clear()
            yield Input(here, prefix.rstrip("/") or source.name)
            continue
        kept: list[str] = []
        for name in sorted(folders):
            reason = _skip_reason(prefix + name, skip) or _link_reason(here / name, walked)
            if reason:
                yield Skipped(f"{prefix}{name}/", reason)
            elif (here / name).resolve() != output:
                kept.append(name)
        folders[:] = kept
        for name in sorted(files):
            reason = _skip_reason(prefix + name, skip)
            yield Skipped(prefix + name, reason) if reason else Input(here / name, prefix + name)
    yield from unreadable


def root_of(source: Path, *, skip: Sequence[str] = ()) -> Path:
    """The folder below which the inputs of `source` have their names."""
    if source.is_dir():
        files = [entry.name for entry in source.iterdir()]
        return source.parent if _is_letter(source, "", files, skip) else source
    return source.parent


def _is_letter(here: Path, prefix: str, files: list[str], skip: Sequence[str]) -> bool:
    """Whether a folder is one letter by its pages; looked into only where a name may be that of an image."""
    if not any(name.casefold().endswith(_IMAGES) for name in files):
        return False
    images = page_images(here)
    return len(images) > 1 and not any(_skip_reason(prefix + image.name, skip) for image in images)


def _link_reason(folder: Path, walked: list[Path]) -> SkipReason | None:
    """Whether a folder is a link that is not to be followed; one that is, is entered in `walked`."""
    if not folder.is_symlink():
        return None
    target = folder.resolve()
    if walked[0].is_relative_to(target) or any(target.is_relative_to(known) for known in walked):
        return "link"
    walked.append(target)
    return None


def _skip_reason(relative: str, skip: Sequence[str]) -> SkipReason | None:
    name = relative.rpartition("/")[2]
    if name.startswith(_TEMPORARY_STARTS) or name.lower().endswith(_TEMPORARY_ENDS):
        return "temporary"
    if name.lower() in _SYSTEM:
        return "system"
    if name.startswith("."):
        return "hidden"
    fits = any(fnmatchcase(name, pattern) or fnmatchcase(relative, pattern) for pattern in skip)
    return "pattern" if fits else None
