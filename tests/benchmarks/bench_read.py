"""Pages per CPU-second of reading PDF letters, and of parsing them too, beside pdfplumber's bare text.

    python -m tests.benchmarks.bench_read [FOLDER] [--letters 200]

Takes the PDF files of FOLDER (default: `samples/`), repeats them to that many letters, those with tables and
those without apart. Each measurement is a process of its own: interpreter, imports and children count, and
nothing is cached between them. Peak memory is that of the process.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHILD = "--child"


def _read(path: Path) -> int:
    import dafu  # noqa: PLC0415

    return len(dafu.read(path).pages)


def _read_and_parse(path: Path) -> int:
    import dafu  # noqa: PLC0415

    document = dafu.read(path)
    dafu.parse_all(document)
    return len(document.pages)


def _bare_text(path: Path) -> int:
    import pdfplumber  # noqa: PLC0415

    with pdfplumber.open(path) as pdf:
        return len([page.extract_text() for page in pdf.pages])


WORKS: dict[str, Callable[[Path], int]] = {
    "read": _read,
    "read + parse": _read_and_parse,
    "pdfplumber text": _bare_text,
}


def measured(work: str, files: list[Path], letters: int) -> tuple[int, float, float]:
    """Pages, CPU-seconds and peak MB of one work on the files, repeated to so many letters."""
    child = [sys.executable, "-m", "tests.benchmarks.bench_read", CHILD, work, str(letters), *map(str, files)]
    done = subprocess.run(child, cwd=ROOT, check=True, capture_output=True, text=True)
    pages, seconds, megabytes = json.loads(done.stdout)
    return pages, seconds, megabytes


def _child(work: str, letters: int, files: list[Path]) -> None:
    pages = sum(WORKS[work](path) for path in islice(cycle(files), letters))
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    seconds = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    sys.stdout.write(json.dumps([pages, seconds, max(own.ru_maxrss, children.ru_maxrss) / per_megabyte]))


def readable(folder: Path) -> tuple[list[Path], list[Path]]:
    """The born-digital PDF letters below a folder: those without and those with tables."""
    import dafu  # noqa: PLC0415
    from dafu.errors import UnreadableFile  # noqa: PLC0415

    without: list[Path] = []
    tables: list[Path] = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            document = dafu.read(path)
        except UnreadableFile:
            continue  # one of the bad files
        if all(page.runs for page in document.pages):
            (tables if any(page.grids for page in document.pages) else without).append(path)
    return without, tables


def main() -> None:
    """Measures and prints one line for each work."""
    if CHILD in sys.argv:
        _, work, letters, *files = sys.argv[sys.argv.index(CHILD) :]
        _child(work, int(letters), [Path(file) for file in files])
        return
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "samples")
    options.add_argument("--letters", type=int, default=200)
    chosen = options.parse_args()
    without, tables = readable(chosen.folder.resolve())
    for name, files in (("without tables", without), ("with tables", tables)):
        sys.stdout.write(f"{name}: {len(files)} files repeated to {chosen.letters} letters\n")
        for work in WORKS if files else ():
            pages, seconds, megabytes = measured(work, files, chosen.letters)
            sys.stdout.write(
                f"  {work:<16} {pages:>6} pages {pages / seconds:>7.0f} pages/CPU-s"
                f" {1000 * seconds / pages:>7.2f} ms a page {megabytes:>6.0f} MB\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
