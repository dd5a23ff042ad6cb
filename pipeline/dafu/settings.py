"""One frozen `Settings`, read from TOML and the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dafu.errors import UsageError


class Settings(BaseModel):
    """What a user may change; part of the record's fingerprint."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    lexicon_folder: Path | None = Field(default=None, exclude=True)
    """词表目录: vocabularies to use instead of those shipped; their content is in the fingerprint."""
    max_pages: int = Field(default=2000, ge=1)
    """页数上限: a file with more pages is refused."""
    max_bytes: int = Field(default=512 * 1024 * 1024, ge=1)
    """字节上限: a larger file is refused."""

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Settings from the table `[dafu]` of a TOML file; raises `UsageError` that names the field."""
        try:
            return cls.model_validate(tomllib.loads(path.read_text("utf-8")).get("dafu", {}))
        except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
            raise UsageError(f"settings do not fit: {error}", file=path.name) from error
