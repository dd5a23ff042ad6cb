"""What OCR runs on, told without loading any of it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from dafu.settings import Settings

Runtime = Literal["onnxruntime", "openvino"]
Precision = Literal["f32", "bf16"]

_DECIDING = ("rapidocr", "opencv-python-headless", "pillow", "pypdfium2")
"""Packages beside the runtime that decide what is read: networks, image operations, decoders, page images."""


def runtime_of(wished: str) -> Runtime:
    """The runtime behind a wish: `auto` is OpenVINO where it is installed. Never chosen by timing."""
    if wished == "openvino" or (wished == "auto" and find_spec("openvino")):
        return "openvino"
    return "onnxruntime"


def precision_of(wished: Precision, runtime: Runtime) -> Precision:
    """The precision behind a wish: bf16 with OpenVINO on a processor that has it, else f32."""
    return "bf16" if wished == "bf16" and runtime == "openvino" and _has_bf16() else "f32"


def identity(settings: Settings) -> str:
    """Runtime, precision and the versions that decide what OCR reads; empty where it reads nothing."""
    if settings.ocr == "never":
        return ""
    runtime = runtime_of(settings.ocr_runtime)
    parts = [f"{name} {_version(name)}" for name in (runtime, *_DECIDING)]
    return " / ".join([precision_of(settings.ocr_precision, runtime), *parts])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


@cache
def _has_bf16() -> bool:
    """Whether the processor multiplies bf16; where it cannot be told (not Linux), no."""
    flags = Path("/proc/cpuinfo")
    return flags.exists() and "_bf16" in flags.read_text("utf-8", "replace")
