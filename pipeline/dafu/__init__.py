"""答复: Chinese government reply letters into structured records.

    document = dafu.read("letter.pdf")   # pages, characters, boxes
    record = dafu.parse(document)        # the structured record of the letter
    record.locate(record.title.span)     # where it is printed
    dafu.run("letters/", "records/")     # all letters of a folder into a folder of records

The verbs load what they need when they are called. For many letters, or for stages that are to be
called one by one, make a `dafu.pipeline.Pipeline`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from dafu.version import __version__

if TYPE_CHECKING:
    from dafu.batch import Summary
    from dafu.read.model import Document
    from dafu.records import ReplyRecord
    from dafu.settings import Settings

__all__ = ["__version__", "parse", "parse_all", "read", "run"]


def read(path: str | Path, settings: Settings | None = None) -> Document:
    """The pages, characters and boxes of one file, whatever its format.

    Raises a subclass of `dafu.errors.UnreadableFile` that says what is wrong and what to do.
    """
    from dafu.pipeline import pipeline_of  # noqa: PLC0415

    return pipeline_of(settings).read(path)


def parse(document: Document, settings: Settings | None = None) -> ReplyRecord:
    """The record of the first letter of a document."""
    return parse_all(document, settings)[0]


def parse_all(document: Document, settings: Settings | None = None) -> tuple[ReplyRecord, ...]:
    """The records of all letters of a document, in reading order; never empty."""
    from dafu.pipeline import pipeline_of  # noqa: PLC0415

    return pipeline_of(settings).records(document)


def run(
    source: str | Path,
    out: str | Path,
    settings: Settings | None = None,
    *,
    skip: Sequence[str] = (),
    workers: int | None = None,
) -> Summary:
    """The records of all files of a folder, written to the folder `out`; what became of each file.

    Files whose records are up to date are left as they are. `skip` leaves out files and folders whose name or
    path fits a pattern (`*.json`); letters are processed in `workers` processes, as many as there are
    processors if None. For limits and selections see `dafu.batch.Options`.

    Raises a subclass of `dafu.errors.DafuError` where there is nothing to process or `out` cannot be
    written; what is wrong with a single file is in its outcome.
    """
    from dafu.batch import Options, run  # noqa: PLC0415

    return run(source, out, settings, Options(skip=skip, workers=workers))


class _Facade(ModuleType):
    """Keeps the verbs `read` and `parse` where importing the rooms of those names would replace them.

    Python binds a sub-package as an attribute of its package when it is first imported. Import names
    from a room (`from dafu.read.model import Document`), never the room itself.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in __all__ and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Facade
