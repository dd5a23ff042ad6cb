"""PDF files broken in every way that chance finds: each ends in exactly one typed outcome, none hangs.

300 files, or as many as the environment's FUZZED says: `make torture`.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

import dafu
from dafu import errors
from dafu.read.pdf_calls import pdfium
from dafu.settings import Settings
from dafu.sinks.run_folder import KINDS, Outcome, read_outcomes

FUZZED = int(os.environ.get("FUZZED", "300"))
SAMPLES = Path(__file__).parents[2] / "samples"
_WORDS = (
    b"endobj",
    b"stream",
    b"endstream",
    b"/Length",
    b"/Type",
    b"/Kids",
    b"/Font",
    b"xref",
    b"trailer",
    b"obj",
)


def _broken(data: bytes, chance: random.Random) -> bytes:
    """The file, cut, or with some of its bytes flipped, moved, doubled, lost, or words of its syntax put in."""
    broken = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = _place(broken, chance)
        length = chance.choice([1, 1, 4, 64, 1024])
        match chance.randrange(7):
            case 0:
                broken[at : at + length] = chance.randbytes(length)
            case 1:
                del broken[at : at + length]
            case 2:
                broken[at:at] = broken[at : at + length]
            case 3:
                broken[at:at] = chance.choice(_WORDS)
            case 4 if broken:
                broken[min(at, len(broken) - 1)] ^= 1 << chance.randrange(8)
            case 5:
                where = broken.find(b"0123456789"[chance.randrange(10) :][:1], at)
                broken[where : where + 1] = str(chance.choice([0, -1, 9, 65536, 2**31])).encode()
            case _ if chance.random() < 0.2:
                del broken[at:]
    return bytes(broken)


def _place(data: bytearray, chance: random.Random) -> int:
    """Anywhere, or at a word of the syntax: most of a file is fonts."""
    at = chance.randrange(len(data) + 1)
    word = data.find(chance.choice(_WORDS), at) if chance.random() < 0.5 else -1
    return at if word < 0 else word


def _opens(path: Path) -> bool:
    """Whether PDFium opens the file, which has pages."""
    data = path.read_bytes()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    pages = int(pdfium.FPDF_GetPageCount(document)) if document else 0
    pdfium.FPDF_CloseDocument(document)
    return pages > 0


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Outcome]]:
    """A folder of broken files, and what became of them."""
    folder = tmp_path_factory.mktemp("broken")
    chance = random.Random(FUZZED)
    samples = sorted(SAMPLES.rglob("*.pdf"))
    source = folder / "in"
    source.mkdir()
    for number in range(FUZZED):
        (source / f"{number:05}.pdf").write_bytes(_broken(chance.choice(samples).read_bytes(), chance))
    dafu.run(source, folder / "out", Settings(ocr="never"), workers=2)
    return source, list(read_outcomes(folder / "out"))


def test_each_has_exactly_one_outcome(ran: tuple[Path, list[Outcome]]) -> None:
    _, outcomes = ran
    assert [outcome.file for outcome in outcomes] == [f"{number:05}.pdf" for number in range(FUZZED)]
    assert {outcome.kind for outcome in outcomes} <= set(KINDS)


def test_each_failure_is_of_the_tree_and_none_a_bug_or_a_crash(ran: tuple[Path, list[Outcome]]) -> None:
    _, outcomes = ran
    failed = Counter(outcome.error for outcome in outcomes if outcome.kind == "failed")
    unreadable = {
        name
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, errors.UnreadableFile)
    }
    assert set(failed) <= unreadable, [one for one in outcomes if one.error and one.error not in unreadable]


def test_what_pdfium_opens_is_done(ran: tuple[Path, list[Outcome]]) -> None:
    source, outcomes = ran
    opened = [outcome for outcome in outcomes if _opens(source / outcome.file)]
    lost = [outcome for outcome in opened if not outcome.kind.startswith("done")]
    assert len(opened) > FUZZED / 2
    assert len(lost) <= 0.01 * len(opened), [(one.file, one.error, one.why) for one in lost]
