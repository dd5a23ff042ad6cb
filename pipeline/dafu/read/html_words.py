"""The vocabulary of `html_words.toml`, and what it says of a line of a page."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dafu.read.html_parts import Para, Table
from dafu.read.model import PortalLine

_DATE_LINE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?")
_LINKED = 0.6
"""Share of a line that links make up where the line is one of navigation."""
_BETWEEN = re.compile(r"[\s\u3000|\uff5c/、,，:：>\uff1e»\-—_·•【】\[\]()（）0-9+＋－.]+")
_MOST_CHARACTERS = 80
"""A longer line with a label at its start is text."""


@dataclass(frozen=True, slots=True, eq=False)
class PageWords:
    """Patterns for what stands around a letter."""

    containers: frozenset[str]
    title_classes: frozenset[str]
    label: re.Pattern[str]
    """A field that never is the letter's own."""
    any_label: re.Pattern[str]
    """Any field of a portal's table."""
    tool: re.Pattern[str]
    start: re.Pattern[str]
    foot: re.Pattern[str]
    foot_start: re.Pattern[str]
    title_end: re.Pattern[str]
    title_word: re.Pattern[str]

    def is_chrome(self, para: Para) -> bool:
        """Whether a line is the page's: fields, buttons, ways to other pages, the foot."""
        text = para.text.strip()
        if self.start.match(text) or para.linked > _LINKED:
            return True
        if len(text) > _MOST_CHARACTERS:
            return len(text) < 4 * _MOST_CHARACTERS and self.foot.search(text) is not None
        if self.label.match(text) or self.foot.search(text) or _DATE_LINE.match(text):
            return self.label.match(text) is not None or not _DATE_LINE.fullmatch(text)
        bare = self.tool.sub("", text)
        return len(text) - len(bare) > 1 and not _BETWEEN.sub("", bare)

    def is_field(self, para: Para) -> bool:
        """Whether a line begins with the label of a portal's field, which may be the letter's own too."""
        return self.any_label.match(para.text.strip()) is not None

    def is_dated(self, para: Para) -> bool:
        """Whether a line is nothing but a date and perhaps an hour: above a letter the portal's."""
        return _DATE_LINE.fullmatch(para.text.strip()) is not None

    def is_portal_table(self, table: Table) -> bool:
        """Whether a table holds the portal's fields: two labels at least, one of them never a letter's."""
        labels = [
            text for cell in table.cells if (text := _label_of(cell.text)) and self.any_label.fullmatch(text)
        ]
        return len(labels) > 1 and any(self.label.fullmatch(text) for text in labels)

    def is_title(self, text: str) -> bool:
        """Whether a line is written as the title of a reply."""
        return len(text) < 120 and "。" not in text and self.title_end.search(_plain(text)) is not None

    def portal_of(self, para: Para) -> Iterator[PortalLine]:
        """A line of the page as fields, where it has labels, else as a whole."""
        for line in filter(None, map(str.strip, para.text.split("\n"))):
            found = list(self.any_label.finditer(line))
            found = [match for match in found if line[match.end() :].lstrip()[:1] in ("：", ":")]
            if not found or found[0].start() > 1:
                yield PortalLine(raw=line)
                continue
            ends = [match.start() for match in found[1:]] + [len(line)]
            for match, end in zip(found, ends, strict=True):
                value = line[match.end() : end].strip(" \u00a0\u3000:：|\uff5c[]【】")
                yield PortalLine(raw=value, label=re.sub(r"\s", "", match.group()))

    def portal_of_table(self, table: Table) -> Iterator[PortalLine]:
        """The fields of a portal's table; cells without a label as they are."""
        label: str | None = None
        for cell in table.cells:
            text = (cell.text or "").strip()
            name = _label_of(text)
            if self.any_label.fullmatch(name) and label is None:
                label = re.sub(r"\s", "", name)
            elif text or label:
                yield PortalLine(raw=text, label=label)
                label = None
        if label:
            yield PortalLine(raw="", label=label)


def _label_of(text: str | None) -> str:
    return re.sub(r"[\s\u3000：:【】\[\]]", "", text or "")


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def _spaced(words: list[str]) -> str:
    """Any of the words, the longest first, their characters perhaps spaced out: `索 引 号`."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"[ \u00a0\u3000]*".join(map(re.escape, word)) for word in ordered)


@cache
def page_words() -> PageWords:
    """The vocabulary, read once."""
    words = tomllib.loads(Path(__file__).with_name("html_words.toml").read_text("utf-8"))
    labels = _spaced(words["line_labels"])
    return PageWords(
        containers=frozenset(words["containers"]),
        title_classes=frozenset(words["title_classes"]),
        label=re.compile(rf"[【\[(（]?(?:{labels})(?=\s*[：:]|$)"),
        any_label=re.compile(rf"(?:{_spaced(words['line_labels'] + words['fields'])})"),
        tool=re.compile(_spaced(words["tools"] + words["line_labels"])),
        start=re.compile(f"(?:{_spaced(words['starts'])})"),
        foot=re.compile("|".join(map(re.escape, words["foot"]))),
        foot_start=re.compile(rf"(?:{_spaced(words['foot_starts'])})\s*[：:]"),
        title_end=re.compile(rf"(?:{_spaced(words['title_ends'])})(?:[(（][^()（）]{{1,24}}[)）])?$"),
        title_word=re.compile("|".join(words["title_words"])),
    )
