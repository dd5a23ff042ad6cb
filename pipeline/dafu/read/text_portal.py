"""What a web page put around a letter that was copied from it as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from dafu.read.html_content import find_content
from dafu.read.html_parts import Para
from dafu.read.html_style import PLAIN
from dafu.read.html_words import page_words
from dafu.read.model import PortalLine

_PAGE = 0
"""The one element that all lines of a text stand in."""


def without_portal(lines: Sequence[str]) -> tuple[list[str], list[PortalLine]]:
    """The lines, those of the page made blank, and what stood there; as on a web page, by their words."""
    words = page_words()
    found = [Para(line.strip(), (_PAGE, at + 1), PLAIN, 0.0) for at, line in enumerate(lines) if line.strip()]
    names: dict[int, tuple[str, frozenset[str]]] = {_PAGE: ("body", frozenset())}
    names |= {each.path[-1]: ("p", frozenset()) for each in found}
    around = [each for each in find_content(found, names, words).around if isinstance(each, Para)]
    if not any(words.is_chrome(each) for each in around):
        return list(lines), []
    gone = {each.path[-1] - 1 for each in around}
    kept = ["" if at in gone else line for at, line in enumerate(lines)]
    return kept, [line for each in around for line in words.portal_of(each)]
