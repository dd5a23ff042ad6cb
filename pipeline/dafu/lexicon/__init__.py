"""Vocabularies: one `.toml` file each, one typed loader.

A vocabulary is a frozen dataclass in `vocabularies/` with the fields of its file; it hashes by
identity, so that a function that compiles a pattern from it can be cached on it.
"""

from dafu.lexicon.loader import Lexicon, load_lexicon

__all__ = ["Lexicon", "load_lexicon"]
