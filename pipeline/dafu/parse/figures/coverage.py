"""统计口径: the last place or subject before a figure in its sentence (全市, 该平台, 青禾县, 我局)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.sites import Site
from dafu.records.base import Span
from dafu.records.facts import Coverage, Entity

_QUOTED_SUBJECT = re.compile(
    r"(?:^|(?<=[，。；\n年月日]))(?P<a>[“\"][^“”\"]{2,14}[”\"])(?=[，共已总累先发举全现目每自从由\d]|年)"
    r"|(?P<b>[“\"][^“”\"，。]{2,12}(?:奖|平台|基金|大赛|工程|系统|热线|行动|活动|项目|券|码|卡|贷)[”\"])"
)
_COMPARED = re.compile(r"(?:高于|低于|高出|快于|优于|超过|领先|比|较|居|列|占)$")
"""全省 in 高于全省平均水平 or 居全省第三 is no coverage."""
_NO_PLACE_AFTER = re.compile(r"[级籍]|(?:、[A-Z]\d+)*沿[线岸]|流域(?!内)")
"""A place gives its name to these and is not covered: G301、S402沿线."""
_SUBJECT_KINDS = ("organ", "organisation")


class Coverages:
    """Places and subjects of a letter, found once."""

    def __init__(
        self,
        letter: LetterText,
        text: str,
        entities: tuple[Entity, ...],
        names: dict[str, str],
        words: FigureWords,
    ) -> None:
        self._letter = letter
        self._names = names
        found = sorted({*_marked(text, words), *_named(text, words), *_entities(text, entities, words)})
        held = sorted(entity.span for entity in entities)
        found = [span for span in found if not _inside_name(span, held)]
        self._spans = [span for at, span in enumerate(found) if not _inside_next(found, at)]
        self._resolved = {entity.span: entity.name for entity in entities}

    def before(self, site: Site) -> Coverage | None:
        """The coverage of a figure; `None` if its sentence names no place or subject before it."""
        at = bisect_left(self._spans, (site.quantity.start, 0)) - 1
        while at >= 0 and self._spans[at][1] > site.quantity.start:
            at -= 1
        if at < 0 or self._spans[at][0] < site.sentence[0]:
            return None
        return self._coverage(self._spans[at])

    def _coverage(self, span: Span) -> Coverage:
        raw = self._letter.text[slice(*span)]
        resolved = self._resolved.get(span) or self._names.get(raw)
        return Coverage(raw=raw, span=span, rule="coverage.last_before", resolved=resolved)

    def of_row(self, head: Site, rank: int, size: int) -> Coverage | None:
        """青禾县、白水县分别建成…: the place of a row at the same rank, where the row names as many places."""
        spans = self.spans_in(head.clause[0], head.quantity.start)
        if len(spans) != size or size < 2:
            return None
        return self._coverage(spans[rank])

    def spans_in(self, start: int, end: int) -> list[Span]:
        """The places and subjects within a stretch."""
        first = bisect_left(self._spans, (start, 0))
        return (
            [span for span in self._spans[first:] if span[1] <= end][:6] if first < len(self._spans) else []
        )


def _inside_next(found: list[Span], at: int) -> bool:
    """Whether another found span holds this one; the longest wins."""
    start, end = found[at]
    return any(
        other != found[at] and other[0] <= start and end <= other[1]
        for other in found[max(0, at - 4) : at + 5]
    )


def _inside_name(span: Span, names: list[Span]) -> bool:
    """A place in an organisation's name is none of its own; names stand in order, nested at most a few deep."""
    at = bisect_left(names, (span[0] + 1, 0))
    return any(
        name != span and name[0] <= span[0] and span[1] <= name[1] for name in names[max(0, at - 4) : at]
    )


def _marked(text: str, words: FigureWords) -> Iterator[Span]:
    """全市, 我县, 本局, 该平台, 市本级, 城区."""
    for match in _deictic(words).finditer(text):
        if not _COMPARED.search(text, max(0, match.start() - 3), match.start()):
            yield match.span()


def _named(text: str, words: FigureWords) -> Iterator[Span]:
    """青禾县, 望川区石门镇, “市长创新奖” where they begin a phrase."""
    for match in _place(words).finditer(text):
        if text[match.start() - 1 : match.start()] not in ("与", "同"):
            start, end = match.span("place")
            act = _acts(words).match(text, start, end - 2)
            yield (act.end() if act else start), end
    for match in _topic(words).finditer(text):
        yield match.span("topic")
    for match in _QUOTED_SUBJECT.finditer(text):
        yield match.span("a") if match["a"] else match.span("b")


def _entities(text: str, entities: tuple[Entity, ...], words: FigureWords) -> Iterator[Span]:
    """Places, and organs and organisations that do something themselves: none after 由, 会同, 向."""
    not_before = any_of(words.not_subjects_before)
    pattern = re.compile(rf"(?:{not_before})$")
    for entity in entities:
        start, end = entity.span
        if entity.kind == "place":
            if not _NO_PLACE_AFTER.match(text, end) and text[start - 1 : start] not in ("与", "同", "沿"):
                yield entity.span
        elif entity.kind in _SUBJECT_KINDS:
            begins = start == 0 or text[start - 1] in "，。；：\n年月日在对"
            begins = begins and text[end : end + 1] not in "、和与及等"
            if begins and not pattern.search(text[max(0, start - 2) : start]):
                yield entity.span


@cache
def _deictic(words: FigureWords) -> re.Pattern[str]:
    heads = any_of(words.deictic_heads)
    not_after = any_of(words.not_place_after)
    scopes = any_of(words.scopes)
    not_before = "".join(sorted({word[-1] for word in words.not_subjects_before}))
    return re.compile(
        rf"全(?:{any_of(words.wholes)})(?!(?:{not_after}))"
        rf"|(?<![{not_before}])(?![我本](?:委[托派]|部[署分]))(?:[我本贵](?:{heads})|该(?:{heads}|[一-龥]{{1,4}}?(?:{heads})))(?!(?:{not_after}))(?:市本级|城区|主城区)?"
        rf"|(?:(?<=力争)|(?<=确保))(?:{scopes})(?<=城区)"
        rf"|该[一-龥]{{1,5}}?(?=全长|总|共|已|现|占地|位于|设|累计|目前|年|拥有)"
        rf"|(?<![一-龥])(?:{scopes})(?=共|现|已|有|内|累计|新|空气|[A-Z]|[，]|[\d])"
    )


@cache
def _acts(words: FigureWords) -> re.Pattern[str]:
    """启动老城区…改造: an act before a place is no part of its name."""
    return re.compile(any_of(words.building_verbs, words.elided_acts))


_NAME_CHARACTER = r"(?:(?![由的了是为到将被有各其等和及与并在对从向以每该我本全个项获得累共已使让把建设完成新开展实现推进支持加快提升])[一-龥]|[成建开新](?![成设展建]))"
"""A character that a place's or project's name may hold; verbs and particles end it."""


@cache
def _topic(words: FigureWords) -> re.Pattern[str]:
    """The named thing that a sentence begins with: 引云入川工程已…, 石门大桥全长…, 清水河治理工程，…"""
    return re.compile(
        rf"(?:^|(?<=[。；\n年月日底末前，）)]))(?P<topic>(?!{any_of(words.not_places)})(?:{_NAME_CHARACTER}{{2,12}}?(?:{any_of(words.topic_ends)})(?={any_of(words.topic_followed)})"
        rf"|{_NAME_CHARACTER}{{2,6}}?(?:(?<![线道公铁])路|大街|大道|[干支]渠)(?=(?:全|总)(?:长|线|里程)|长\d|宽\d)"
        rf"|{_NAME_CHARACTER}{{1,4}}[省市县区州镇乡]{_NAME_CHARACTER}{{0,8}}?(?:{any_of(words.institution_ends)})(?![一-龥]{{0,4}}(?:等|、))))"
    )


@cache
def _place(words: FigureWords) -> re.Pattern[str]:
    ends = any_of(words.place_ends)
    not_after = any_of(words.not_place_after)
    name, ends = _NAME_CHARACTER, rf"(?:{ends})(?<!城镇)(?<!城乡)(?<![社小山片老库郊矿校厂牧辖]区)"
    return re.compile(
        rf"(?:^|(?<=[，,。；：（(\n在于与及对为从年月日自])|(?<=[、和])(?={name}{{1,5}}?(?:{ends})[、等和及分各共建新已完有现达获\d投]))"
        rf"(?P<place>(?!{any_of(words.not_places)}){name}{{1,5}}?(?:{ends})(?!(?:{not_after}))(?:{name}{{1,5}}?(?:{ends})(?!(?:{not_after}))){{0,2}})"
        rf"(?![一-龥“”]{{0,12}}?(?:{any_of(words.institution_ends)}))"
    )
