"""Writes simulated letters with their gold: for load, and for accuracy at scale.

python -m samples.simulated OUT --count 1000 --carrier txt --seed 1

OUT/letters gets the carriers, OUT/gold the canonical texts and the gold. `--carrier` is a format (`txt`, `md`,
`html`, `docx`, `pdf`, `ofd`, `scan`), whose looks take turns, or one look of it (`gb18030.txt`). Equal seeds give equal
letters, and the first hundred of ten thousand are those of a hundred.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from samples.carriers.pdf import pdf_of
from samples.gold import gold_of
from samples.notation import Letter
from samples.scans import MADE
from samples.simulated.letter import simulated

from samples.carriers import carrier_of

LOOKS = {
    "txt": ("utf8.txt", "gb18030.txt", "bom.txt", "utf16.txt"),
    "md": ("markdown.md",),
    "html": ("portal.html", "word.html", "br.html"),
    "docx": ("plain.docx",),
    "pdf": ("plain.pdf", "letter.pdf", "document.pdf", "sealed.pdf"),
    "ofd": ("characters.ofd",),
    "scan": (
        "scan300.pdf", "scan200.pdf", "photos.pdf", "rotated.pdf", "badlayer.pdf", "badmap.pdf",
        "fax.tif", "archive.tif", "images.ofd",
    ),
}  # fmt: skip
_PRINTED = ("plain", "letter", "document")
"""Looks of the PDF that is scanned."""


def write_letters(out: Path, count: int, *, carrier: str = "txt", seed: int = 1) -> None:
    """That many letters and their gold."""
    letters, gold = out / "letters", out / "gold"
    letters.mkdir(parents=True, exist_ok=True)
    gold.mkdir(exist_ok=True)
    looks = LOOKS.get(carrier, (carrier,))
    for number in range(1, count + 1):
        letter = simulated(seed, number)
        look = looks[number % len(looks)]
        (letters / f"{letter.name}.{look}").write_bytes(_carrier(letter, look, number))
        (gold / f"{letter.name}.canonical.txt").write_text(letter.text, "utf-8", newline="\n")
        truth = json.dumps(gold_of(letter), ensure_ascii=False)
        (gold / f"{letter.name}.gold.json").write_text(truth + "\n", "utf-8", newline="\n")


def _carrier(letter: Letter, look: str, number: int) -> bytes:
    kind = look.split(".", maxsplit=1)[0]
    if kind in MADE:
        return MADE[kind](pdf_of([letter], _PRINTED[number % len(_PRINTED)]))
    return carrier_of([letter], look)


def main() -> int:
    """Command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("out", type=Path)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--carrier", default="txt")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    started = time.perf_counter()
    write_letters(chosen.out, chosen.count, carrier=chosen.carrier, seed=chosen.seed)
    seconds = time.perf_counter() - started
    print(f"{chosen.count} letters in {seconds:.1f} s, {chosen.count / seconds:.0f} letters/s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
