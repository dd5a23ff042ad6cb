"""Sentences and clauses of a letter, and a copy for matching in which the words of others are blotted out."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import FlagWords, FormulaWords, ItemWords, PlanWords
from dafu.records.base import Span

_BLOT = "_"
_ENCLOSED = r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》|“[^“”\n]*”|（[^（）\n]*）|\([^()\n]*\)|【[^【】\n]*】|\"[^\"\n]{1,60}\""
_PART = re.compile(
    rf"(?P<enclosed>{_ENCLOSED})|(?P<stop>[。！？!?]+[”’」）)]*|\n|(?<=[一-鿿）》”])\.(?=\s*[一-鿿\n]|$))"
    r"|(?P<announced>(?:答复|函复|回复|意见|情况|汇报|说明)如下[：:，,])"
)
_ENDS_QUOTED = re.compile(r"[。！？!?]”$")
_CONTINUES = tuple("，、；：的,;:)）")
_WORD = re.compile(r"\w")
_WIDE = str.maketrans(",;:()!?", "，；：（）！？") | {ord("０") + digit: str(digit) for digit in range(10)}
CLAUSE_END = "，；：。！？\n"
_CLAUSE = re.compile(rf"[^{CLAUSE_END}]+")
_NAMED = re.compile("的?(?:问题|建议|意见|诉求|事项|请求)")
"""提案所提问题已基本解决: what was asked is only named."""
_LEADING = re.compile(r"按照|按|根据|依据|遵照|对照|贯彻|落实|结合|围绕|符合|对标|执行|适应")


def sentences_in(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Spans of the sentences of `text[start:end]`, each with its stop, without white space around.

    A stop inside 《》, “” or （） ends no sentence, a line end always does; `答复如下：` ends one as well,
    since what follows is the answer. A half-width stop counts between Han characters.
    """
    found: list[Span] = []
    begin = start
    for part in _PART.finditer(text, start, end):
        if part["enclosed"] is not None and not _ends_sentence(text, part):
            continue
        _add(found, text, begin, part.end())
        begin = part.end()
    _add(found, text, begin, end)
    return tuple(found)


def _ends_sentence(text: str, part: re.Match[str]) -> bool:
    """A quotation with a stop of its own ends the sentence, unless the sentence visibly goes on."""
    following = text[part.end() : part.end() + 1]
    return bool(_ENDS_QUOTED.search(part.group())) and not following.startswith((*_CONTINUES, "。"))


def _add(found: list[Span], text: str, begin: int, end: int) -> None:
    piece = text[begin:end]
    if _WORD.search(piece):
        found.append((begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())))


def clauses_of(view: str) -> tuple[tuple[int, str], ...]:
    """The clauses of a sentence, each with its offset; punctuation left out."""
    return tuple((match.start(), match.group()) for match in _CLAUSE.finditer(view))


def without_enclosed(sentence: str) -> str:
    """`sentence` with wide punctuation and narrow digits, and what 《》, “” and （） hold blotted out.

    Same length, so that offsets hold in both.
    """
    return re.sub(_ENCLOSED, _blotted, sentence.translate(_WIDE))


def _blotted(match: re.Match[str]) -> str:
    raw = match.group()
    return f"{raw[0]}{_BLOT * (len(raw) - 2)}{raw[-1]}"


def own_words(view: str, words: ItemWords) -> str:
    """A view without what the proposer asks for and what leaders, meetings or documents demand.

    A request restated as an attribute (您提出的…的建议) ends with its noun; other words of others last to the
    end of the sentence, or until the writer speaks again (我局将…, 下一步…).
    """
    for pattern in (_restated(words.formulas), _demanded(words.formulas)):
        match = pattern.search(view)
        if match is None or _LEADING.search(view, _clause_start(view, match.start()), match.start() + 4):
            continue
        named = _NAMED.match(view, match.end()) if match.group().endswith("所提") else None
        if named or view.startswith("的", match.end()):
            request = _request(words.formulas).search(view, match.end())
            end = named.end() if named else request.end() if request else clause_end(view, match.end())
        else:
            again = _speaks_again(words.plan).search(view, match.end())
            end = again.start() if again else len(view)
        view = f"{view[: match.end()]}{_blot(view[match.end() : end])}{view[end:]}"
    return view


def _blot(words: str) -> str:
    return re.sub("[^，；：。！？]", _BLOT, words)


def own_commitments(view: str, words: ItemWords) -> str:
    """As `own_words`, without what the writer advises another to do, until it speaks of itself again."""
    view = own_words(view, words)
    for match in _advice(words.flags).finditer(view):
        again = _speaks_again(words.plan).search(view, match.end())
        end = again.start() if again else clause_end(view, match.end(), ends="；。！？\n")
        view = f"{view[: match.start()]}{_blot(view[match.start() : end])}{view[end:]}"
    return view


def advises(view: str, words: ItemWords) -> bool:
    """Whether a sentence leaves something to the organ it addresses, or one it names: `建议贵局尽快选址。`"""
    return any(
        match["addressed"] is not None or _organ_acts(words.flags).match(view, match.end())
        for match in _advice(words.flags).finditer(view)
    )


def only_restates(view: str, words: ItemWords) -> bool:
    """Whether a sentence does no more than restate what the proposer asks for: `您建议加快…，完善…。`"""
    match = _restated(words.formulas).search(view)
    return (
        match is not None
        and _clause_start(view, match.start()) == 0
        and _speaks_again(words.plan).search(view, match.end()) is None
        and not view.startswith("的", match.end())
    )


def clause_end(view: str, at: int, *, ends: str = CLAUSE_END) -> int:
    """Where the clause (or, with other `ends`, the part) that holds `at` ends, before its punctuation."""
    return min((end for mark in ends if (end := view.find(mark, at)) >= 0), default=len(view))


def _clause_start(view: str, at: int) -> int:
    return max(view.rfind(mark, 0, at) for mark in CLAUSE_END) + 1


@cache
def _restated(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(words.proposers)})[^，；：。的]{{0,8}}?(?:{any_of(words.proposing)})(?:[中里](?:还|也)?(?:提出|提到|反映|提及|指出)?)?|^建议(?:提出|一|二|三|[1-5])"
    )


@cache
def _request(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(any_of(words.requests))


@cache
def _demanded(words: FormulaWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![需须由待])(?:{any_of(words.authorities)})[^，；：。]{{0,6}}?(?<![无未不])(?<!没有)(?:{any_of(words.demanding)})"
    )


@cache
def _speaks_again(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[，；：。])(?:{any_of(words.own, words.openers, words.loose_openers, words.before_openers)})"
    )


@cache
def _advice(words: FlagWords) -> re.Pattern[str]:
    """What opens a clause that advises another: 建议贵局…, 请主办单位…, 因此，建议区民政局…."""
    return re.compile(
        rf"(?:^|(?<=[，；：。]))(?:(?:{any_of(words.before_advice)})，?)*(?:{any_of(words.advising)})"
        rf"(?:由|请)?(?:(?P<addressed>{any_of(words.addressed)})|(?=[^，；：。的]{{2,16}}))"
    )


@cache
def _organ_acts(words: FlagWords) -> re.Pattern[str]:
    """An organ that leads, acts with others or has a time to keep: 区民政局牵头, 镇政府于10月底前."""
    return re.compile(
        rf"[^，；：。的]{{1,16}}?(?:{any_of(words.others)})，?(?:牵头|会同|联合|于|在[^，；：。]{{2,12}}前|\d{{1,4}}[年月])"
    )
