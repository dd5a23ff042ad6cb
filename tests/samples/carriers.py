"""The files under `samples/letters`, for tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import dafu
from dafu.records import ReplyRecord

ROOT = Path(__file__).parents[2]
LETTERS = ROOT / "samples" / "letters"
_EXPECTED = (".canonical.txt", ".gold.json", ".record.json")


@dataclass(frozen=True)
class Sample:
    """One sample: a letter, or several in one file, in all its carriers."""

    name: str
    letters: tuple[str, ...]
    carriers: tuple[Path, ...]

    def texts(self) -> tuple[str, ...]:
        return tuple((LETTERS / name / f"{name}.canonical.txt").read_text("utf-8") for name in self.letters)

    def golden(self) -> Path:
        return LETTERS / self.name / f"{self.name}.record.json"


def samples() -> tuple[Sample, ...]:
    """All samples by name; a folder without a gold of its own is a bundle and lists its letters in `letters.txt`."""
    found = []
    for folder in sorted(path for path in LETTERS.iterdir() if path.is_dir()):
        listed = folder / "letters.txt"
        names = listed.read_text("utf-8").split() if listed.exists() else [folder.name]
        carriers = sorted(
            path for path in folder.iterdir() if path != listed and not path.name.endswith(_EXPECTED)
        )
        found.append(Sample(folder.name, tuple(names), tuple(carriers)))
    return tuple(found)


@cache
def records(path: Path) -> tuple[ReplyRecord, ...]:
    """The records of a carrier, made once in a run."""
    return dafu.parse_all(dafu.read(path))
