"""Writes everything under `samples/letters` and `samples/bad` from the `.letter` files.

python -m samples.make            # canonical texts and gold
python -m samples.make --carriers # also carriers and bad files (needs the fonts of README.md)
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from samples.gold import gold_of
from samples.notation import Letter, load_letter

HERE = Path(__file__).parent
LETTERS = HERE / "letters"


class Bundle(NamedTuple):
    """A file that holds several letters."""

    name: str
    shows: str
    letters: tuple[str, ...]
    carriers: tuple[str, ...]


BUNDLES = (
    Bundle(
        "three-in-one",
        "Three letters in one file, each from a new page; in text only blank lines part them.",
        ("qinghe-road", "yunling-elevator-joint", "nanping-refusal"),
        ("letter.pdf", "plain.docx", "utf8.txt", "markdown.md"),
    ),
)


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


def readme() -> str:
    """`samples/README.md`: a line for each sample."""
    head = (HERE / "README.head.md").read_text("utf-8")
    lines = [f"| `{letter.name}` | {letter.head['shows']} |" for letter in letters()]
    lines += [f"| `{bundle.name}` | {bundle.shows} |" for bundle in BUNDLES]
    expected = tomllib.loads((HERE / "bad" / "expected.toml").read_text("utf-8"))["files"]
    scans = [f"| `{name}` | {entry['shows']} |" for name, entry in listed_scans().items()]
    bad = [f"| `{name}` | {entry['shows']} | {_outcome(entry)} |" for name, entry in expected.items()]
    return (
        head
        + "\n## Letters\n\n| sample | what it is there to show |\n| --- | --- |\n"
        + "\n".join(lines)
        + "\n\n## Scans\n\nMade by `python -m samples.scans` from letters above.\n\n| file | what it shows |\n| --- | --- |\n"
        + "\n".join(scans)
        + "\n\n## Bad files\n\n| file | what it is | outcome |\n| --- | --- | --- |\n"
        + "\n".join(bad)
        + "\n"
    )


def listed_scans() -> dict[str, dict[str, Any]]:
    """What `scans/scans.toml` says of each file."""
    files: dict[str, dict[str, Any]] = tomllib.loads((HERE / "scans" / "scans.toml").read_text("utf-8"))[
        "files"
    ]
    return files


def _outcome(entry: dict[str, Any]) -> str:
    if "error" in entry:
        return f"`{entry['error']}`, exit code {entry['exit_code']}"
    codes = [f"`{code}`" for code in (*entry.get("findings", ()), *entry.get("source_findings", ()))]
    return ", ".join([f"genre {entry['genre']}", *codes])


def print_carriers(names: list[str]) -> None:
    """The carriers of the letters named, or of all, and then the files of several letters and the bad ones too."""
    from samples.bad_files import write_bad  # noqa: PLC0415

    from samples.carriers import write_carriers  # noqa: PLC0415

    written = {letter.name: letter for letter in letters()}
    for name in names or written:
        write_carriers(name, [written[name]], written[name].head["carriers"], LETTERS / name)
    if not names:
        for bundle in BUNDLES:
            parts = [written[name] for name in bundle.letters]
            folder = LETTERS / bundle.name
            write_carriers(bundle.name, parts, list(bundle.carriers), folder)
            (folder / "letters.txt").write_text("\n".join(bundle.letters) + "\n", "utf-8")
        write_bad(HERE / "bad", LETTERS)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--carriers", action="store_true", help="print the carriers and bad files too")
    parser.add_argument("names", nargs="*", help="only these letters")
    chosen = parser.parse_args()
    for letter in letters():
        if not chosen.names or letter.name in chosen.names:
            write_expected(letter)
    (HERE / "README.md").write_text(readme(), "utf-8", newline="\n")
    if chosen.carriers:
        print_carriers(chosen.names)
    return 0


if __name__ == "__main__":
    sys.exit(main())
