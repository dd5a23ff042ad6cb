"""Writes everything under `samples/letters` and `samples/bad` from the `.letter` files.

python -m samples.make            # canonical texts and gold
python -m samples.make --carriers # also carriers and bad files (needs the fonts of README.md)
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from samples.gold import gold_of
from samples.notation import Letter, load_letter

HERE = Path(__file__).parent
LETTERS = HERE / "letters"


def letters() -> list[Letter]:
    """All sample letters, by name."""
    return [load_letter(path) for path in sorted(LETTERS.glob("*.letter"))]


def write_expected(letter: Letter) -> None:
    """The canonical text and the gold of one letter."""
    folder = LETTERS / letter.name
    folder.mkdir(exist_ok=True)
    (folder / f"{letter.name}.canonical.txt").write_text(letter.text, "utf-8", newline="\n")
    gold = json.dumps(gold_of(letter), ensure_ascii=False, indent=1)
    (folder / f"{letter.name}.gold.json").write_text(gold + "\n", "utf-8", newline="\n")


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--carriers", action="store_true", help="print the carriers and bad files too")
    parser.add_argument("names", nargs="*", help="only these letters")
    chosen = parser.parse_args()
    for letter in letters():
        if not chosen.names or letter.name in chosen.names:
            write_expected(letter)
            if chosen.carriers:
                from samples.carriers import write_carriers  # noqa: PLC0415

                write_carriers(letter.name, [letter], letter.head["carriers"], LETTERS / letter.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
