"""What decides the result of each stage, as one hash a stage: code, vocabularies, settings, packages, models.

    read    readers, OCR, their packages and settings  →  the stored document
    layout  the same, and layout, forms, vocabularies  →  the letter's text
    parse   the same, and everything else              →  the record, whose fingerprint this is

Each contains the one before it, so a changed rule of parsing leaves what was read as it is.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from dafu.read.ocr.runtime import identity
from dafu.records.source import Producer
from dafu.settings import Settings
from dafu.version import __version__

_PACKAGE = Path(__file__).parent
_READ_CODE = ("text.py", "read/**/*.py", "read/**/*.toml")
_LAYOUT_CODE = ("layout/*.py", "forms/*.py", "lexicon/**/*.py")
_PARSE_CODE = ("parse/**/*.py", "records/*.py", "pipeline.py", "fingerprint.py", "version.py")
_READ_PACKAGES = (
    "pypdfium2", "lxml", "selectolax", "rapidocr", "onnxruntime",
    "openvino", "opencv-python-headless", "pillow", "numpy",
)  # fmt: skip
_PARSE_PACKAGES = ("jieba", "spacy")
_PARSE_SETTINGS = frozenset({"spacy_model"})
"""What parsing alone asks for; any other setting may change what is read."""


class Fingerprints(NamedTuple):
    """SHA-256 of all that decides what each stage gives, the stages before it included."""

    read: str
    layout: str
    parse: str


def fingerprints_of(lexicon_digest: str, settings: Settings) -> Fingerprints:
    """The fingerprints of this code with these vocabularies and settings."""
    digest = hashlib.sha256(f"Unicode {unicodedata.unidata_version}".encode())
    digest.update(settings.model_dump_json(exclude=set(_PARSE_SETTINGS)).encode())
    digest.update(identity(settings).encode())
    _add(digest, _READ_CODE, _READ_PACKAGES)
    read = digest.hexdigest()
    digest.update(lexicon_digest.encode())
    _add(digest, _LAYOUT_CODE)
    layout = digest.hexdigest()
    digest.update(settings.model_dump_json(include=set(_PARSE_SETTINGS)).encode())
    model = (settings.spacy_model,) if settings.spacy_model else ()
    _add(digest, _PARSE_CODE, (*_PARSE_PACKAGES, *model))
    return Fingerprints(read, layout, digest.hexdigest())


def producer_of(lexicon_digest: str, settings: Settings) -> Producer:
    """The producer of records made by this code with these vocabularies and settings."""
    return Producer(version=__version__, fingerprint=fingerprints_of(lexicon_digest, settings).parse)


def _add(digest: hashlib._Hash, code: Iterable[str], packages: Iterable[str] = ()) -> None:
    for pattern in code:
        for path in sorted(_PACKAGE.glob(pattern)):
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    for name in packages:
        digest.update(f"{name} {_version(name)}".encode())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # an extra, or a model that is a folder
        return "-"
