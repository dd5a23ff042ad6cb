"""Pages per CPU-second of OCR beside rapidocr with its defaults: the same images, one thread, the first page counted.

    python -m tests.benchmarks.bench_ocr [FOLDER] [--pages 12] [--dpi 200]

Takes pages of the born-digital PDF letters of FOLDER (default: `samples/letters`), drawn and worn like scans.
Each measurement is a process of its own: imports, loading of the networks and the first page count. The character
error rate leaves out white space and width, so that both engines are judged by what they read. The limit is what
the networks' multiplications alone would take at the speed of this machine's matrix product.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
CHILD = "--child"
GIGA_OPERATIONS = 2 * 65
"""Of a full page: 58 thousand million multiplications and additions to read its lines, 7 to find them."""
Pixels = NDArray[np.uint8]


def _dafu(runtime: str, precision: str) -> Callable[[Pixels, float], str]:
    from dafu.read.ocr.engine import engine_of  # noqa: PLC0415
    from dafu.read.ocr.page import read_page_image  # noqa: PLC0415

    engine = engine_of(runtime, precision, 1)  # type: ignore[arg-type]

    def read(image: Pixels, scale: float) -> str:
        page = read_page_image(image, engine, number=2, pixels_per_point=scale).page
        return "".join(run.text for run in page.runs)

    return read


def _rapidocr() -> Callable[[Pixels, float], str]:
    from rapidocr import RapidOCR  # noqa: PLC0415

    threads = {"EngineConfig.onnxruntime.intra_op_num_threads": 1, "Global.log_level": "error"}
    engine = RapidOCR(params=threads)
    return lambda image, _: "".join(engine(image[:, :, ::-1].copy()).txts or ())


WORKS: dict[str, Callable[[], Callable[[Pixels, float], str]]] = {
    "rapidocr": _rapidocr,
    "dafu onnxruntime f32": lambda: _dafu("onnxruntime", "f32"),
    "dafu openvino f32": lambda: _dafu("openvino", "f32"),
    "dafu openvino bf16": lambda: _dafu("openvino", "bf16"),
}


def _child(work: str, folder: Path, dpi: int) -> None:
    """Reads the images of a folder; prints texts, CPU-seconds of reading, of all, and peak MB."""
    read = WORKS[work]()
    texts, started = [], time.process_time()
    for path in sorted(folder.glob("*.npy")):
        texts.append(read(np.load(path), dpi / 72))
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime
    per_megabyte = 1024 * 1024 if sys.platform == "darwin" else 1024
    sys.stdout.write(
        json.dumps([texts, time.process_time() - started, seconds, used.ru_maxrss / per_megabyte])
    )


def pages_of(folder: Path, dpi: int) -> Iterator[tuple[Pixels, str]]:
    """Images of pages without tables, worn like scans, and the characters that are printed on them."""
    import pypdfium2  # noqa: PLC0415
    from samples.carriers.degraded import scanned  # noqa: PLC0415

    import dafu  # noqa: PLC0415
    from dafu.settings import Settings  # noqa: PLC0415

    for path in sorted(folder.rglob("*.pdf")):
        read = dafu.read(path, Settings(ocr="never"))
        with pypdfium2.PdfDocument(path) as document:
            for sheet, page in zip(document, read.pages, strict=True):
                lines = sorted(page.runs, key=lambda run: (run.box[1], run.box[0]) if run.box else (0, 0))
                text = "".join(run.text for run in lines)
                if len(text) > 300 and not page.grids and not page.rotation:
                    image = sheet.render(scale=dpi / 72).to_numpy()[:, :, 2::-1].copy()
                    yield scanned(image, tilt=0.4, blur=0.6, noise=5, seed=len(text)), text


def _folded(text: str) -> str:
    return normalize("NFKC", "".join(text.split()))


def _matrix_speed() -> float:
    """Thousand million operations a second of one thread's product of matrices."""
    code = (
        "import numpy as np, time; a = np.ones((1024, 1024), np.float32); a @ a; "
        "start = time.process_time(); [a @ a for _ in range(20)]; "
        "print(20 * 2 * 1024 ** 3 / (time.process_time() - start) / 1e9)"
    )
    one = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", code], env=one, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Measures and prints one line for each engine."""
    if CHILD in sys.argv:
        _, work, folder, dpi = sys.argv[sys.argv.index(CHILD) :]
        _child(work, Path(folder), int(dpi))
        return
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "samples" / "letters")
    options.add_argument("--pages", type=int, default=12)
    options.add_argument("--dpi", type=int, default=200)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        truths = []
        for (image, text), _ in zip(pages_of(chosen.folder, chosen.dpi), range(chosen.pages), strict=False):
            np.save(Path(folder) / f"{len(truths):03}.npy", image)
            truths.append(text)
        speed = _matrix_speed()
        sys.stdout.write(
            f"{len(truths)} pages, {chosen.dpi} dpi; matrix product {speed:.0f} GFLOPS a thread, f32\n"
        )
        for work in WORKS:
            _measure(work, folder, truths, chosen.dpi, speed)


def _measure(work: str, folder: str, truths: list[str], dpi: int, speed: float) -> None:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    child = [sys.executable, "-m", "tests.benchmarks.bench_ocr", CHILD, work, folder, str(dpi)]
    done = subprocess.run(child, cwd=ROOT, check=True, capture_output=True, text=True)
    texts, reading, seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
    pairs = [(_folded(truth), _folded(text)) for truth, text in zip(truths, texts, strict=True)]
    wrong = sum(Levenshtein.distance(truth, text) for truth, text in pairs)
    limit = GIGA_OPERATIONS / (speed * (2 if work.endswith("bf16") else 1))
    sys.stdout.write(
        f"  {work:<22} {len(truths) / seconds:>6.3f} pages/CPU-s {reading / len(truths):>6.2f} s a page"
        f" (limit of a full page {limit:.2f}) CER {100 * wrong / sum(len(truth) for truth, _ in pairs):.3f} %"
        f" {megabytes:>5.0f} MB\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
