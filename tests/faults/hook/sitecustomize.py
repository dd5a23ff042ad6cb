"""Python runs this at the start of a process on whose path it is: workers get another pipeline then.

It takes a file's words for its record, which costs nothing, and some files it reads in bad ways: their names
say how, `spin.txt`, `eat.txt`, `segfault.txt` … The product knows nothing of it.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any


def _misbehave(path: Path) -> None:
    match path.stem.partition("-")[0]:
        case "spin":
            while True:
                pass
        case "stuck":  # deep in C, with Python's lock held
            re.match("(a*)*b", "a" * 64)
        case "eat":
            eaten = []
            while True:
                eaten.append(bytearray(os.urandom(1 << 10)) * (8 << 10))
        case "segfault":
            ctypes.string_at(0)
        case "exit":
            os._exit(7)
        case "once":
            mark = path.with_suffix(".crashed")
            if not mark.exists():
                mark.touch()
                os.abort()
        case "slow":
            time.sleep(0.05)


class _Pipeline:
    def __init__(self, settings: object) -> None:
        del settings

    def warm_up(self) -> None:
        pass

    def page_count(self, path: Path) -> int:
        return 1 + path.name.count("page")

    def read(self, path: Path) -> Any:
        from dafu.read.model import Document, Page, Run  # noqa: PLC0415

        if log := os.environ.get("READ_LOG"):
            with Path(log).open("a", encoding="utf-8") as file:
                file.write(f"{path.name}\n")
        _misbehave(path)
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        pages = (Page(number=1, runs=(Run(text=data.decode()),)),)
        return Document(
            file_name=path.name,
            media_type="text/plain",
            sha256=sha256,
            size_bytes=len(data),
            flow="lines",
            pages=pages,
        )

    def letters(self, document: Any) -> tuple[Any, ...]:
        return (document,)

    def record(self, letter: Any) -> Any:
        from dafu.records import Closing, Letterhead, Producer, ReplyRecord  # noqa: PLC0415
        from dafu.records.source import Part, Source  # noqa: PLC0415

        source = Source(
            file_name=letter.file_name,
            media_type=letter.media_type,
            sha256=letter.sha256,
            size_bytes=letter.size_bytes,
            part=Part(index=1, of=1, pages=()),
            pages=(),
        )
        return ReplyRecord(
            record_id=letter.sha256,
            letter_key=None,
            source=source,
            producer=Producer(version="0", fingerprint="0"),
            text=letter.pages[0].runs[0].text,
            lines=(),
            genre="other",
            title=None,
            letterhead=Letterhead(),
            submission=None,
            closing=Closing(),
        )


if any("dafu.batch.worker" in argument for argument in sys.orig_argv):
    module: Any = ModuleType("dafu.pipeline")
    module.Pipeline = _Pipeline
    sys.modules["dafu.pipeline"] = module
