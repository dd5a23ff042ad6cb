"""The networks, run by ONNX Runtime or OpenVINO; their files come with the rapidocr package."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dafu.errors import MissingPart
from dafu.read.ocr.runtime import Precision, Runtime

Batch = NDArray[np.float32]
Network = Callable[[Batch], Batch]

DETECTION = "PP-OCRv6_det_small.onnx"
RECOGNITION = "PP-OCRv6_rec_small.onnx"
DIRECTION = "ch_ppocr_mobile_v2.0_cls_mobile.onnx"


def model_file(name: str) -> Path:
    """Where a model lies. The package is not imported: it would load much that is not needed."""
    found = importlib.util.find_spec("rapidocr")
    path = Path(found.origin).parent / "models" / name if found and found.origin else None
    if path is None or not path.is_file():
        raise MissingPart(f"缺少文字识别模型 {name} / the OCR model {name} is missing.")
    return path


def load_network(name: str, *, runtime: Runtime, precision: Precision, threads: int) -> Network:
    """The network in a file of rapidocr's; nothing is fetched."""
    path = model_file(name)
    return _openvino(path, precision, threads) if runtime == "openvino" else _onnxruntime(path, threads)


@cache
def alphabet() -> tuple[str, ...]:
    """The characters that the recogniser's classes stand for; the first is the blank."""
    onnxruntime = _onnxruntime_package()
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(
        model_file(RECOGNITION), options, providers=["CPUExecutionProvider"]
    )
    listed: str = session.get_modelmeta().custom_metadata_map["character"]
    return ("", *listed.split("\n"), " ")


def _onnxruntime_package() -> Any:
    """ONNX Runtime, its reports to its makers switched off before it loads.

    Since 1.29 the packages of the trade send events from Linux and macOS too, and write a device number to the
    home folder when they are imported, unless the environment says not to (its Privacy.md).
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # noqa: PLC0415

    onnxruntime.disable_telemetry_events()  # Windows heeds only this
    return onnxruntime


def _onnxruntime(path: Path, threads: int) -> Network:
    onnxruntime = _onnxruntime_package()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    (given,) = session.get_inputs()

    def run(batch: Batch) -> Batch:
        (found,) = session.run(None, {given.name: batch})
        return np.asarray(found, np.float32)

    return run


def _openvino(path: Path, precision: Precision, threads: int) -> Network:
    # OpenVINO reports its import to an analytics host and writes to the home folder, unless this is absent.
    sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
    import openvino  # noqa: PLC0415

    settings: dict[str, Any] = {
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": precision,
        "NUM_STREAMS": 1,
        "PERFORMANCE_HINT": "LATENCY",
    }
    core = openvino.Core()
    compiled = core.compile_model(core.read_model(path), "CPU", settings)
    request = compiled.create_infer_request()

    def run(batch: Batch) -> Batch:
        # what is shared is read before the next line is; a line's scores are ten megabytes
        found = request.infer({0: batch}, share_inputs=True, share_outputs=True)
        return np.asarray(next(iter(found.values())), np.float32)

    return run
