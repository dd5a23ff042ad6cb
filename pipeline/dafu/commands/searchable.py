"""`dafu searchable`: a scan into a PDF that can be searched."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from rich.text import Text

from dafu.commands.console import results
from dafu.errors import MissingPart
from dafu.pipeline import Pipeline
from dafu.settings import Settings


def make_searchable(file: Path, out: Path, settings: Settings) -> None:
    """Read a scan and write its pages with their words; the scan stays as it is.

    Raises `MissingPart` without pikepdf, `UnreadableFile`, `UsageError` for a file without page images,
    `OutputError`.
    """
    if find_spec("pikepdf") is None:
        remedy = "请运行 pip install 'dafu[searchable]'。 / Run pip install 'dafu[searchable]'."
        raise MissingPart("缺少 pikepdf / pikepdf is not installed.", remedy=remedy)
    from dafu.sinks.searchable_pdf import write_searchable_pdf  # noqa: PLC0415

    document = Pipeline(settings).read(file)
    write_searchable_pdf(file, document, out)
    read = sum(page.text_origin == "ocr" for page in document.pages)
    console = results()
    console.print(
        Text(f"{out}: 共 {len(document.pages)} 页，识别 {read} 页 / pages, {read} of them read by OCR")
    )
    for notice in document.notices:
        if notice.severity != "info":
            console.print(Text(f"  {notice.code}: {notice.message}", "yellow"))
