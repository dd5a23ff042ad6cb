"""The carriers of a sample letter: which file a name such as `document.pdf` stands for."""

from __future__ import annotations

from pathlib import Path

from samples.carriers.docx import docx_of
from samples.carriers.html import html_of
from samples.carriers.pdf import pdf_of
from samples.carriers.text import markdown_of, text_of
from samples.notation import Letter


def carrier_of(letters: list[Letter], carrier: str) -> bytes:
    """The bytes of one carrier, named `look.format`."""
    look, form = carrier.rsplit(".", 1)
    if form == "md":
        return markdown_of(letters)
    return {"pdf": pdf_of, "docx": docx_of, "html": html_of, "txt": text_of}[form](letters, look)


def write_carriers(name: str, letters: list[Letter], carriers: list[str], folder: Path) -> None:
    """All carriers of a letter, or of several letters in one file, as `NAME.look.format`."""
    folder.mkdir(exist_ok=True)
    for carrier in carriers:
        (folder / f"{name}.{carrier}").write_bytes(carrier_of(letters, carrier))
