"""How a letter is laid out and zoned. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class LayoutWords(Closed):
    """`layout.toml`: page furniture, and the words that tell fields and paragraphs apart."""

    field_labels: tuple[str, ...]
    list_labels: tuple[str, ...]
    addressee_words: tuple[str, ...]
    printed_words: tuple[str, ...]
    disclosure_words: tuple[str, ...]
    organ_ends: tuple[str, ...]
    paragraph_starts: tuple[str, ...]
    stationery_words: tuple[str, ...]
    imprint_words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ZoneWords(Closed):
    """`zones.toml`: how titles begin and end, how a body opens, and the lines around them."""

    title_starts: tuple[str, ...]
    title_ends: tuple[str, ...]
    other_title_ends: tuple[str, ...]
    openings: tuple[str, ...]
    not_addressed: tuple[str, ...]
    imprint: tuple[str, ...]
    notes: tuple[str, ...]
    attachment: tuple[str, ...]
    farewells: tuple[str, ...]
