"""OCR with the network taken away and nothing in the home folder, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

_CODE = """
import socket, sys

def refuse(*_args, **_more):
    raise OSError("no network here")

for name in ("getaddrinfo", "gethostbyname", "create_connection"):
    setattr(socket, name, refuse)
socket.socket.connect = refuse

from dafu.read.ocr.self_test import run_self_test
from dafu.settings import Settings

test = run_self_test(Settings(ocr_runtime=sys.argv[1]))
assert test.right, test
assert sys.argv[1] in test.engine, test
"""


@pytest.mark.ocr
@pytest.mark.parametrize(
    "runtime",
    [
        "onnxruntime",
        pytest.param("openvino", marks=pytest.mark.skipif(not find_spec("openvino"), reason="not installed")),
    ],
)
def test_a_page_is_read_without_network_and_without_a_trace(runtime: str, tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    environment = {**kept, "HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", _CODE, runtime],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=environment,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*")) == []
