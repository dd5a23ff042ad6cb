"""Who made a record: version, and a hash of all that decides what is in it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dafu.lexicon import Lexicon
from dafu.read.ocr.runtime import identity
from dafu.records import Producer
from dafu.settings import Settings
from dafu.version import __version__

_PACKAGE = Path(__file__).parents[1]
_DECIDING = (
    "*.py",
    "records/*.py",
    "forms/*.py",
    "lexicon/*.py",
    "read/*.py",
    "read/ocr/*.py",
    "read/*.toml",
    "layout/*.py",
    "parse/*.py",
)
_NOT_DECIDING = {"__init__.py", "cli.py", "doctor.py", "errors.py"}
"""Top-level modules that show or carry a record but decide nothing in it."""


def producer_of(lexicon: Lexicon, settings: Settings) -> Producer:
    """The producer of records made by this code with this lexicon and these settings."""
    digest = hashlib.sha256(__version__.encode())
    for pattern in _DECIDING:
        for path in sorted(_PACKAGE.glob(pattern)):
            if path.parent == _PACKAGE and path.name in _NOT_DECIDING:
                continue
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    digest.update(lexicon.digest.encode())
    digest.update(settings.model_dump_json().encode())
    digest.update(identity(settings).encode())
    return Producer(version=__version__, fingerprint=digest.hexdigest())
