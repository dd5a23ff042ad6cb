"""The real letter beside the project gives the same text from every carrier that has text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import dafu

SHARED = Path(os.environ.get("DAFU_SHARED") or Path(__file__).parents[2] / ".." / "shared")
LETTERS = SHARED / "letters"
NAME = "linfen-2023-044"
CARRIERS = [
    f"{NAME}.txt",
    *(
        f"carriers/{NAME}.{ending}"
        for ending in (
            "txt.txt",
            "html.html",
            "docx.docx",
            "pdf.pdf",
            "pdf-letter.pdf",
            "pdf-office.pdf",
            "ofd.ofd",
        )
    ),
]

pytestmark = pytest.mark.skipif(
    not (LETTERS / f"{NAME}.canonical.txt").is_file(), reason="the letters beside the project are not here"
)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_every_carrier_gives_the_canonical_text(carrier: str) -> None:
    wanted = (LETTERS / f"{NAME}.canonical.txt").read_text("utf-8").rstrip("\n")
    assert dafu.parse(dafu.read(LETTERS / carrier)).text == wanted
