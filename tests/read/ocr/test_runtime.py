from __future__ import annotations

import subprocess
import sys

import pytest

from dafu.read.ocr import runtime
from dafu.read.ocr.runtime import identity, precision_of, runtime_of
from dafu.settings import Settings


@pytest.mark.parametrize(
    ("wished", "installed", "found"),
    [
        ("auto", True, "openvino"),
        ("auto", False, "onnxruntime"),
        ("onnxruntime", True, "onnxruntime"),
        ("openvino", False, "openvino"),
    ],
)
def test_the_runtime_is_what_is_wished_or_installed(
    monkeypatch: pytest.MonkeyPatch, wished: str, installed: bool, found: str
) -> None:
    monkeypatch.setattr(runtime, "find_spec", lambda _: object() if installed else None)
    assert runtime_of(wished) == found


@pytest.mark.parametrize(
    ("wished", "on", "able", "found"),
    [
        ("bf16", "openvino", True, "bf16"),
        ("bf16", "openvino", False, "f32"),
        ("bf16", "onnxruntime", True, "f32"),
        ("f32", "openvino", True, "f32"),
    ],
)
def test_bf16_needs_openvino_and_a_processor_that_has_it(
    monkeypatch: pytest.MonkeyPatch, wished: str, on: str, able: bool, found: str
) -> None:
    monkeypatch.setattr(runtime, "_has_bf16", lambda: able)
    assert precision_of(wished, on) == found  # type: ignore[arg-type]


def test_what_decides_the_reading_is_named() -> None:
    named = identity(Settings(ocr_runtime="onnxruntime"))
    assert named.startswith("f32 / onnxruntime ")
    assert "rapidocr 3." in named
    assert identity(Settings(ocr="never")) == ""


def test_naming_it_loads_nothing_heavy() -> None:
    code = (
        "import sys; from dafu.read.ocr.runtime import identity; from dafu.settings import Settings; "
        "identity(Settings()); print(sorted({'numpy', 'cv2', 'onnxruntime', 'openvino'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
