"""The self-check: which parts are there, whether OCR reads, and what to install."""

from __future__ import annotations

import os
import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, NamedTuple

from dafu.errors import MissingPart
from dafu.settings import Settings
from dafu.version import __version__

State = Literal["ok", "optional", "problem"]
_NEEDED = ("pydantic", "pypdfium2", "lxml", "selectolax", "jieba")
_OCR = ("onnxruntime", "rapidocr", "opencv-python-headless", "pillow", "numpy")
_OPTIONAL = {
    "spacy": ("统计模型找名称 / names by a statistical model", "pip install 'dafu[spacy]'"),
    "openvino": ("OCR 更快 / faster OCR", "pip install 'dafu[openvino]'"),
    "pikepdf": ("双层 PDF / searchable PDF", "pip install 'dafu[searchable]'"),
}


class Check(NamedTuple):
    """One thing looked at."""

    name: str
    state: State
    found: str
    remedy: str | None = None


def examine(settings: Settings) -> Iterator[Check]:
    """The checks, one by one, as they are made; the last reads a page by OCR."""
    yield Check("dafu", "ok", f"{__version__}, Python {platform.python_version()}, {platform.machine()}")
    yield Check("处理器 processors", "ok", f"{os.cpu_count()}, 识别线程 OCR threads {settings.threads}")
    for name in (*_NEEDED, *_OCR):
        yield _package(name)
    for name, (purpose, command) in _OPTIONAL.items():
        found = _version(name)
        state: State = "ok" if found else "optional"
        yield Check(name, state, f"{found or '未安装 not installed'} ({purpose})", None if found else command)
    yield _temporary_folder()
    yield _ocr(settings)


def _package(name: str) -> Check:
    found = _version(name)
    if found:
        return Check(name, "ok", found)
    return Check(name, "problem", "未安装 not installed", "pip install 'dafu[all]'")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _temporary_folder() -> Check:
    folder = Path(tempfile.gettempdir())
    if os.access(folder, os.W_OK):
        return Check("临时目录 temporary folder", "ok", str(folder))
    return Check("临时目录 temporary folder", "problem", f"{folder} 不可写 not writable", "TMPDIR=…")


def _ocr(settings: Settings) -> Check:
    from dafu.read.ocr.self_test import LINES, run_self_test  # noqa: PLC0415

    try:
        test = run_self_test(settings)
    except MissingPart as error:
        return Check("文字识别 OCR", "problem", error.what, error.remedy)
    found = f"{test.engine}, {test.seconds:.1f} s CPU"
    if test.right:
        return Check("文字识别 OCR", "ok", found)
    wrong = f"{found}: {' / '.join(test.read)} ≠ {' / '.join(LINES)}"
    return Check("文字识别 OCR", "problem", wrong, "pip install --force-reinstall 'dafu[all]'")
