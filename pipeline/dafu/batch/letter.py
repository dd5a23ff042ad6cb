"""One task, in the process that works on it: stage after stage, every error caught and typed."""

from __future__ import annotations

import time
import traceback
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dafu.batch.task import Failure, Finished, Stage, Stages, Task, Tell
from dafu.errors import DafuError, MemoryLimit
from dafu.read.names import writable

if TYPE_CHECKING:
    from dafu.read.model import Document
    from dafu.records import ReplyRecord

_PACKING = 6
"""Level of zlib: a page of OCR, 60 KB of JSON, becomes 15 KB in a millisecond."""


def process(task: Task, stages: Stages, tell: Tell) -> Finished:
    """The records of a task, or why there are none; raises nothing, whatever the file holds.

    Documents read by OCR come back packed, to be stored: a page costs seconds. Others are not: reading a
    letter costs 15 ms, and a hundred thousand of them would outgrow the records. Letters after layout are not
    either: layout costs little more than loading them would.
    """
    started = time.process_time()
    stage: Stage = "read"
    try:
        document = _stored(task) if task.document else None
        if document is None:
            tell("read", stages.page_count(task.path))
            document = stages.read(task.path)
        stage = "layout"
        tell(stage, len(document.pages))
        letters = stages.letters(document)
        stage = "parse"
        tell(stage, len(document.pages))
        records = tuple(map(stages.record, letters))
        lines = tuple(f"{record.to_json()}\n".encode() for record in records)
    except DafuError as error:
        failure = Failure.of(error, stage)
    except MemoryError:
        failure = Failure.of(MemoryLimit("内存不足 / out of memory.", file=task.name), stage)
    except Exception as error:  # a bug met by one file must not cost the others their records
        failure = Failure.of(_internal(error), stage)
    else:
        return Finished(
            task,
            seconds=time.process_time() - started,
            records=lines,
            doubtful=any(map(_doubtful, records)),
            sha256=document.sha256,
            document=None if task.document else _packed(document),
        )
    return Finished(task, seconds=time.process_time() - started, failure=failure)


def _packed(document: Document) -> bytes | None:
    if not any(page.text_origin == "ocr" for page in document.pages):
        return None
    return zlib.compress(document.to_json(), _PACKING)


def _stored(task: Task) -> Document:
    from dafu.read.model import Document  # noqa: PLC0415

    document = Document.from_json(zlib.decompress(task.document or b""))
    return replace(document, file_name=writable(task.path.name))


def _internal(error: Exception) -> DafuError:
    at = traceback.extract_tb(error.__traceback__)[-1]
    told = str(error)[:500]
    what = f"程序内部错误 / internal error: {type(error).__name__}: {told} ({Path(at.filename).name}:{at.lineno})."
    return DafuError(what, remedy="请把文件和本信息报告给维护者。 / Report the file and this message.")


def _doubtful(record: ReplyRecord) -> bool:
    findings = (*record.findings, *record.source.findings)
    return any(finding.severity == "error" for finding in findings)
