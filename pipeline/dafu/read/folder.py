"""A folder that holds nothing but page images is one document; told without looking into the files."""

from __future__ import annotations

import re
from pathlib import Path

SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}
_LEFT_OUT = (".", "thumbs.db", "desktop.ini")
"""Beginnings of names of what systems leave in a folder of pictures."""
_NUMBER = re.compile(r"(\d+)")


def page_images(folder: Path) -> list[Path]:
    """The page images of a folder, in order (page 2 before page 10); empty if it holds anything else."""
    files = [path for path in folder.iterdir() if not path.name.casefold().startswith(_LEFT_OUT)]
    if not all(path.suffix.casefold() in SUFFIXES and path.is_file() for path in files):
        return []
    return sorted(files, key=lambda path: (_natural(path.name), path.name))


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    """Words and numbers of a name, so that numbers compare by their value."""
    parts = _NUMBER.split(name.casefold())
    return tuple((word, int(number)) for word, number in zip(parts[::2], [*parts[1::2], "0"], strict=True))
