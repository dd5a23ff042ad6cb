"""Counters that mark: 一、（一）1.（1）① at the start of a paragraph or inside one.

What is written like a counter marks if others count with it: `三、四年级`, `3.06万` or `第十条第（一）项` stand in
no series (domain: letters number their parts with gaps, repeats and restarts, so no single rule of order holds).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from dafu.forms.markers import Marker, marker_at
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import OutlineWords
from dafu.parse.outline.marks import Mark

_FAMILIES = {
    "chapter": "chapter", "han": "han", "han_parens": "han_parens", "han_circled": "han_parens",
    "han_half_paren": "han_parens", "digit": "digit", "digit_stop_form": "digit", "digit_half_paren": "digit_half_paren",
    "digit_parens": "digit_parens", "digit_circled_parens": "digit_parens", "circled": "circled",
    "roman": "roman",
}  # fmt: skip
_STAND_INS = {"digit_half_paren": ("digit_parens", "digit"), "digit_parens": ("digit_half_paren",)}
"""Families whose series a counter may go on with when it lost, or got, half of its brackets."""
_AFTER_STOP = re.compile(
    r"(?<=[。；;：:！!？?])\s*(?=[（(〔\[【﹙［0-9０-９一二三四五六七八九十壹贰叁㈠-㈩⒈-⒛❶-❿])"
)
_ANYWHERE = re.compile(r"(?=[①-⑳❶-❿⑴-⒇]|[（(](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）])")
_GLUED = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9０-９]{1,2}、[\u4e00-\u9fff])")
"""…加强指导2、加大投入: a counter whose stop was not typed; it marks only where its paragraph counts up to it."""
_CITING = re.compile(r"第[^，。；\s]{1,8}[条款项]?(?:第)?$|[附图表式]$")
_ARTICLE = re.compile(r"第[一二三四五六七八九十百零\d]{1,7}条")
_NUMERAL = r"[一二三四五六七八九十\d０-９两]"
_HEADING = 40
"""Characters: a longer line is no heading."""
_FEWEST_ROMAN = 2
"""Ⅲ类、Ⅱ型 are grades where nothing counts on."""
_GAP = 2
"""Steps by which a number may be ahead of the one before it."""


@dataclass(slots=True)
class _Candidate:
    marker: Marker
    start: int
    end: int
    paragraph: int
    at_start: bool
    glued: bool
    """No stop stands before it."""
    doubtful: bool
    """It may be part of a word or of an enumeration."""
    alone: bool
    """Its paragraph is a short line without a stop inside."""

    @property
    def strong(self) -> bool:
        return self.at_start and not self.doubtful and self.marker.raw[-1] not in ",，"


@dataclass(slots=True)
class _Series:
    family: str
    members: list[_Candidate] = field(default_factory=list)

    @property
    def last(self) -> _Candidate:
        return self.members[-1]


def find_counters(letter: LetterText, body: Sequence[int], words: OutlineWords) -> tuple[Mark, ...]:
    """The counters that mark, in reading order; `body` lists the numbers of the paragraphs to look at."""
    found: dict[str, list[_Series]] = {}
    for candidate in _candidates(letter, body, words):
        _place(candidate, found)
    kept = [
        (candidate, number)
        for number, series in enumerate(series for group in found.values() for series in group)
        for candidate in _confirmed(series)
    ]
    marks = [
        Mark(
            start=candidate.start,
            end=candidate.end,
            raw=candidate.marker.raw,
            family=_FAMILIES[candidate.marker.form],
            level=candidate.marker.level,
            ordinal=candidate.marker.ordinal,
            paragraph=candidate.paragraph,
            at_start=candidate.at_start,
            series=number,
        )
        for candidate, number in kept
    ]
    return tuple(sorted(marks))


def _candidates(letter: LetterText, body: Sequence[int], words: OutlineWords) -> Iterator[_Candidate]:
    for number in body:
        paragraph = letter.paragraphs[number]
        if paragraph.in_table:
            continue
        raw, offset = letter.raw(paragraph), paragraph.span[0]
        inside = {match.end() for match in _AFTER_STOP.finditer(raw)}
        inside |= {match.start() for match in _ANYWHERE.finditer(raw)}
        glued = {match.end() for match in _GLUED.finditer(raw)} - inside
        lead = len(raw) - len(raw.lstrip())
        for at in sorted({lead, *inside, *glued}):
            marker = marker_at(raw, at)
            if marker is None or (at > lead and marker.form == "chapter"):
                continue
            if _is_citation(raw, at, marker, words) or (at > lead and _quotes_law(raw, at)):
                continue
            yield _Candidate(
                marker=marker,
                start=offset + at,
                end=offset + marker.end,
                paragraph=number,
                at_start=at == lead,
                glued=at in glued,
                doubtful=marker.raw[-1] not in ".．"
                and _counts_something(words).match(raw, marker.end) is not None,
                alone=len(raw) <= _HEADING and not re.search(r"[。；;]", raw[:-1]),
            )


def _is_citation(raw: str, at: int, marker: Marker, words: OutlineWords) -> bool:
    """（一） in 第十条第（一）项, （2） after 附件 or 图."""
    if marker.form not in ("han_parens", "digit_parens", "han", "digit"):
        return False
    if marker.form.endswith("parens") and raw.startswith(words.cited_parts, marker.end):
        return True
    return _CITING.search(raw, max(0, at - 10), at) is not None


def _quotes_law(raw: str, at: int) -> bool:
    """Whether the sentence that leads to an inner counter cites an article: 第二十条规定，…：（一）…."""
    return _ARTICLE.search(raw, raw.rfind("。", 0, at) + 1, at) is not None


def _place(candidate: _Candidate, found: dict[str, list[_Series]]) -> None:
    """Put a candidate into the series it goes on with, or into a new one."""
    family = _FAMILIES[candidate.marker.form]
    ordinal = candidate.marker.ordinal
    for group in (family, *_STAND_INS.get(family, ())):
        for series in reversed(found.get(group, [])):
            if series.last.marker.ordinal == ordinal - 1 and (
                not candidate.glued or series.last.paragraph == candidate.paragraph
            ):
                series.members.append(candidate)
                return
    if candidate.glued:
        return
    latest = found.setdefault(family, [])
    if latest and ordinal > 1 and candidate.strong:
        last = latest[-1].last
        if last.marker.ordinal == ordinal and not last.strong:
            latest[-1].members[-1] = candidate
            return
        if 0 <= ordinal - last.marker.ordinal <= _GAP:
            latest[-1].members.append(candidate)
            return
    latest.append(_Series(family, [candidate]))


def _confirmed(series: _Series) -> list[_Candidate]:
    """The members of a series that mark."""
    members = list(series.members)
    while members and members[-1].doubtful and not (len(members) > 2 and members[-1].alone):
        members.pop()
    if series.family == "roman" and len(members) < _FEWEST_ROMAN:
        return []
    if len(members) == 1:
        [only] = members
        keep = only.strong and (only.marker.ordinal == 1 or (only.alone and only.marker.level < 3))
        return members if keep and (series.family != "chapter" or only.alone) else []
    if members and members[0].marker.ordinal > 1 and not any(member.strong for member in members):
        return []
    return members


@cache
def _counts_something(words: OutlineWords) -> re.Pattern[str]:
    """What follows a counter that is the first of several numbers: 三、四年级, 5、6月份, 一、二、三产业."""
    return re.compile(
        rf"第?{_NUMERAL}{{1,3}}(?:[、，,－—-]\s*第?{_NUMERAL}|(?:{any_of(words.counted_nouns)})(?!化|体|站|批|流|系列))"
    )
