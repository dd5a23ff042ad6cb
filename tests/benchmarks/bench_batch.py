"""What the batch layer costs: beside a loop over read and parse, with two workers, on an unchanged folder.

    python -m tests.benchmarks.bench_batch [FOLDER] [--letters 2000] [--files 10000] [--records 1000 100000]
                                           [--mineru PYTHON]

Takes the PDF letters of FOLDER (default: `samples/letters`), each made unlike the others by a comment at its end,
so many of them. Every measurement is a process of its own, start and imports included: wall-clock and CPU time,
children too. Beside them the bare text by pdfplumber and, given a Python that has MinerU 4 (`pip install mineru`; it
is no dependency: over a hundred packages), the Markdown of its flash tier, which needs no models. Memory is the peak of the run's
own process (its workers have a limit) over folders of small texts that a pipeline of no cost turns into records.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOOK = ROOT / "tests" / "faults" / "hook"
_LOOP = """
import sys, dafu
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    dafu.parse_all(dafu.read(path))
"""
_PDFPLUMBER = """
import sys, pdfplumber
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    with pdfplumber.open(path) as pdf:
        [page.extract_text() for page in pdf.pages]
"""
_MINERU = """
import sys
from pathlib import Path
from mineru.parser import parse
for path in sorted(Path(sys.argv[1]).iterdir()):
    parse(path, tier="flash").markdown()
"""
_HASHES = """
import hashlib, sys
from pathlib import Path
for path in sorted(Path(sys.argv[1]).iterdir()):
    hashlib.sha256(path.read_bytes()).hexdigest()
"""


def measured(command: list[str], **environment: str) -> tuple[float, float, float]:
    """Wall-clock seconds, CPU seconds with children, and peak MB of the process itself."""
    meter = (
        "import json, resource, subprocess, sys, time\n"
        "began = time.perf_counter()\n"
        "process = subprocess.Popen(json.loads(sys.argv[1]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "peak = 0\n"
        "while process.poll() is None:\n"
        "    try:\n"
        "        told = open(f'/proc/{process.pid}/status').read()\n"
        "        peak = max(peak, int(told.split('VmHWM:')[1].split()[0]))\n"
        "    except (OSError, IndexError):\n"
        "        pass\n"
        "    time.sleep(0.02)\n"
        "assert process.returncode in (0, 3), process.returncode\n"
        "spent = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([time.perf_counter() - began, spent.ru_utime + spent.ru_stime, peak / 1024]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", meter, json.dumps(command)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    wall, cpu, megabytes = json.loads(done.stdout)
    return wall, cpu, megabytes


def copies(samples: Path, folder: Path, count: int) -> Path:
    """So many PDF letters, no two of the same content."""
    files = sorted(samples.rglob("*.pdf"))
    folder.mkdir()
    for number, path in enumerate(islice(cycle(files), count)):
        (folder / f"{number:06}.pdf").write_bytes(path.read_bytes() + b"\n%% copy %d\n" % number)
    return folder


def _run(source: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "dafu", "run", str(source), "--out", str(out), "--quiet", *options]


def _speed(
    samples: Path, work: Path, letters: int, mineru: str | None
) -> Iterator[tuple[str, tuple[float, float, float]]]:
    source = copies(samples, work / "letters", letters)
    yield "loop over read + parse", measured([sys.executable, "-c", _LOOP, str(source)])
    yield "dafu run, 1 worker", measured(_run(source, work / "one", "--workers", "1"))
    yield "dafu run, 2 workers", measured(_run(source, work / "two", "--workers", "2"))
    yield "pdfplumber, bare text", measured([sys.executable, "-c", _PDFPLUMBER, str(source)])
    if mineru:
        yield (
            "MinerU, flash tier",
            measured([mineru, "-c", _MINERU, str(source)], HOME=str(work), PYTHONPATH=""),
        )


def _unchanged(samples: Path, work: Path, files: int) -> Iterator[tuple[str, tuple[float, float, float]]]:
    source = copies(samples, work / "unchanged", files)
    measured(_run(source, work / "checked"), PYTHONPATH=_with_hook())
    yield "hashing its bytes", measured([sys.executable, "-c", _HASHES, str(source)])
    yield "dafu run, nothing to do", measured(_run(source, work / "checked"))


def _with_hook() -> str:
    return os.pathsep.join(filter(None, (str(HOOK), os.environ.get("PYTHONPATH"))))


def _memory(work: Path, counts: list[int]) -> Iterator[tuple[int, float]]:
    for count in counts:
        source = work / f"small-{count}"
        source.mkdir()
        for number in range(count):
            (source / f"{number:06}.txt").write_text(f"第{number}号", "utf-8")
        yield count, measured(_run(source, work / f"of-{count}"), PYTHONPATH=_with_hook())[2]


def main() -> None:
    """Measures and prints a line each."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "samples" / "letters")
    options.add_argument("--letters", type=int, default=2_000)
    options.add_argument("--files", type=int, default=10_000)
    options.add_argument("--records", type=int, nargs="*", default=[1_000, 100_000])
    options.add_argument("--mineru", metavar="PYTHON")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sys.stdout.write(f"{chosen.letters} letters\n")
        _tell(_speed(chosen.folder, work, chosen.letters, chosen.mineru))
        sys.stdout.write(f"an unchanged folder of {chosen.files} letters\n")
        _tell(_unchanged(chosen.folder, work, chosen.files))
        sys.stdout.write("peak memory of the run's process\n")
        for count, megabytes in _memory(work, chosen.records):
            sys.stdout.write(f"  {count:>7} letters {megabytes:>7.1f} MB\n")
            sys.stdout.flush()


def _tell(measurements: Iterator[tuple[str, tuple[float, float, float]]]) -> None:
    first = None
    for name, (wall, cpu, _) in measurements:
        first = first or (wall, cpu)
        sys.stdout.write(
            f"  {name:<24} {wall:>8.2f} s {cpu:>8.2f} CPU-s  ×{wall / first[0]:.3f} wall ×{cpu / first[1]:.3f} CPU\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
