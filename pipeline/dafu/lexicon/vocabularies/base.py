"""What every vocabulary shares: closed to unknown lists."""

from __future__ import annotations

from typing import ClassVar

from pydantic import ConfigDict


class Closed:
    """A vocabulary with no other lists than it names; its words are in a `.toml` file."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
