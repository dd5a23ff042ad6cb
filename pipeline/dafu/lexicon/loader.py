"""Load the vocabularies into one frozen `Lexicon`."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter, ValidationError

from dafu.errors import UsageError, first_fault
from dafu.lexicon import vocabularies

_FOLDER = Path(__file__).parent
_REMEDY = "请对照自带词表修改。 / Mend it after the vocabulary of that name in dafu/lexicon."


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All vocabularies of one pipeline; passed to the stages that need them."""

    layout: vocabularies.LayoutWords
    zones: vocabularies.ZoneWords
    letterhead: vocabularies.LetterheadWords
    submission: vocabularies.SubmissionWords
    closing: vocabularies.ClosingWords
    outline: vocabularies.OutlineWords
    roles: vocabularies.RoleWords
    items: vocabularies.ItemWords
    organs: vocabularies.OrganWords
    units: vocabularies.UnitWords
    numbers: vocabularies.NumberWords
    figures: vocabularies.FigureWords
    periods: vocabularies.PeriodWords
    documents: vocabularies.DocumentWords
    entities: vocabularies.EntityWords
    places: vocabularies.PlaceWords
    divisions: vocabularies.DivisionWords
    digest: str
    """SHA-256 over the vocabulary files; part of the record's fingerprint."""


def load_lexicon(folder: Path = _FOLDER) -> Lexicon:
    """The vocabularies of `folder`; raises `UsageError` naming the file and field that do not fit."""
    digest = hashlib.sha256()
    loaded: dict[str, Any] = {}
    kinds = get_type_hints(Lexicon)
    for field in fields(Lexicon):
        if field.name == "digest":
            continue
        path = folder / f"{field.name}.toml"
        try:
            raw = path.read_bytes()
            loaded[field.name] = TypeAdapter(kinds[field.name]).validate_python(tomllib.loads(raw.decode()))
        except ValidationError as error:
            what = f"词表不符 / vocabulary does not fit: {first_fault(error)}."
            raise UsageError(what, file=path.name, remedy=_REMEDY) from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            what = f"无法读取词表 / vocabulary cannot be read: {error}."
            raise UsageError(what, file=path.name, remedy=_REMEDY) from error
        digest.update(raw)
    return Lexicon(**loaded, digest=digest.hexdigest())


def lexicon_digest(folder: Path = _FOLDER) -> str:
    """The digest of the vocabularies of `folder`, without loading them; raises `UsageError`."""
    digest = hashlib.sha256()
    for field in fields(Lexicon):
        path = folder / f"{field.name}.toml"
        if field.name == "digest":
            continue
        try:
            digest.update(path.read_bytes())
        except OSError as error:
            what = f"无法读取词表 / vocabulary cannot be read: {error}."
            raise UsageError(what, file=path.name, remedy=_REMEDY) from error
    return digest.hexdigest()
