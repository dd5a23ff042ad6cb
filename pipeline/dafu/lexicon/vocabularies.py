"""The typed shape of every vocabulary file. One class a file; the words are in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict


class _Closed:
    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, eq=False)
class LayoutWords(_Closed):
    """`layout.toml`: page furniture and the cues by which the zones of a letter are told."""


@dataclass(frozen=True, eq=False)
class LetterheadWords(_Closed):
    """`letterhead.toml`: disclosure, outcome class, secrecy, urgency, document number, addressees."""


@dataclass(frozen=True, eq=False)
class SubmissionWords(_Closed):
    """`submission.toml`: bodies, item words, title endings."""


@dataclass(frozen=True, eq=False)
class ClosingWords(_Closed):
    """`closing.toml`: labels of contacts, feedback formulas, copies, notes."""


@dataclass(frozen=True, eq=False)
class OutlineWords(_Closed):
    """`outline.toml`: run-in markers and the words that look like markers but are none."""


@dataclass(frozen=True, eq=False)
class RoleWords(_Closed):
    """`roles.toml`: heading cores and cue words of section roles."""


@dataclass(frozen=True, eq=False)
class ItemWords(_Closed):
    """`items.toml`: words of completion, plan, condition, transfer, deferral and refusal."""


@dataclass(frozen=True, eq=False)
class OrganWords(_Closed):
    """`organs.toml`: organ suffixes, short names and deictics."""
