"""用途: what the verb that governs a cited title says the letter does with it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import DocumentWords
from dafu.records.facts import DocumentUsage

_SENTENCE = re.compile(r"[。；;！!？?\n]")
_CLAUSE = re.compile(r"[，,。；;：:！!\n]")
_LISTING = re.compile(r"^(?:其中|主要)?(?:先后|分别|包括|主要有|主要是|如|即|有|分别为|分别是|例如|比如)?$")
_AWAITING = re.compile(r"待批|待[^，。；]{0,18}(?:审定|批准|批复|印发|出台|发布|审议)|^时(?:予以|将|充分)")
_DRAFT = re.compile(r"征求意见稿|送审稿|初稿|讨论稿|草案|代拟稿|草稿")
_AHEAD = re.compile(
    r"正在|正|拟|将|计划|准备|抓紧|加快|尽快|力争|争取|推动|启动|适时|即将|待|着手|谋划|打算|积极|要"
)
_DONE = re.compile(r"[了过]|已|先后|相继|业经|均")
_REACH = 70
"""Characters before a row of titles in which its verb is looked for."""
_NEAR = 9
"""Characters before 出台 in which 正在 or 将 makes a plan of it."""


class _Verb(NamedTuple):
    usage: DocumentUsage
    start: int
    end: int


def usage_of(
    text: str, start: int, end: int, *, after_row: int, title: str, planned: bool, words: DocumentWords
) -> DocumentUsage:
    """Usage of the titles in `text[start:end]`, which share a verb; `after_row` is the end of the row before.

    The verb is the nearest before the row in its clause (an attribute such as 印发的 gives way to one before
    it); what follows the title may tell more: 《…》正在征求意见. `planned`: the section is a plan, so that
    出台 without 了 is still to come.
    """
    begin = max(start - _REACH, after_row)
    lead = _SENTENCE.split(text[begin:start])[-1]
    rest = re.sub(
        r"^(?:等[\u4e00-\u9fff]{0,8}?(?:文件|政策|制度|办法|规定|方案|意见|法规)?)", "", text[end : end + 60]
    )
    told = _told_after(rest, words)
    if told is not None:
        return told
    verb = _governing(lead, words)
    if (verb is None or verb.usage == "issued") and _AWAITING.search(_SENTENCE.split(rest)[0]):
        return "in_preparation"
    if verb is None:
        return "issued" if _issued(words).match(rest) else "mentioned"
    if verb.usage != "issued" or _DRAFT.search(title):
        return verb.usage if verb.usage != "issued" else "in_preparation"
    return _issued_or_planned(lead, verb, rest, planned=planned, words=words)


def _told_after(rest: str, words: DocumentWords) -> DocumentUsage | None:
    """What the words after a title say whatever leads it: 正在征求意见, 同时废止."""
    if _preparing(words).match(rest):
        return "in_preparation"
    return "repealed" if _repealed(words).match(rest) else None


def _issued_or_planned(
    lead: str, verb: _Verb, rest: str, *, planned: bool, words: DocumentWords
) -> DocumentUsage:
    near = _CLAUSE.split(lead[: verb.start])[-1][-_NEAR:]
    attribute = lead[verb.end :].endswith("的")
    done = _DONE.search(near + lead[verb.end :]) or lead[: verb.end].endswith("了")
    if attribute:
        return "mentioned" if cites(rest, words) else "issued"
    ahead = planned or _AHEAD.search(near) is not None
    return "in_preparation" if ahead and not done else "issued"


def _governing(lead: str, words: DocumentWords) -> _Verb | None:
    """The verb that governs what follows `lead`: in its last clause, or in the one that a list hangs on."""
    pieces = _CLAUSE.split(lead)
    offset = len(lead)
    for at, clause in enumerate(reversed(pieces)):
        offset -= len(clause)
        verbs = [
            _Verb(_category(match, words), offset + match.start(), offset + match.end())
            for match in _verbs(words).finditer(clause)
        ]
        found = _nearest(lead, verbs)
        if found is not None:
            return found
        if at == 0 and not _LISTING.match(clause.strip()):
            return None
        if at == 1:
            return None
        offset -= 1
    return None


def _nearest(lead: str, verbs: list[_Verb]) -> _Verb | None:
    for verb in reversed(verbs):
        attribute = lead[verb.end :].endswith("的") and verb.usage == "issued"
        if attribute and verb is not verbs[0]:
            continue
        return verb
    return None


def _category(match: re.Match[str], words: DocumentWords) -> DocumentUsage:
    verb = match.group()
    tables: tuple[tuple[DocumentUsage, tuple[str, ...]], ...] = (
        ("in_preparation", words.in_preparation),
        ("included_in", words.included_in),
        ("forwarded", words.forwarded),
        ("repealed", words.repealed),
        ("issued", words.issued),
    )
    return next((usage for usage, members in tables if verb in members), "basis")


@cache
def _verbs(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(
        any_of(
            words.in_preparation,
            words.issued,
            words.basis,
            words.included_in,
            words.forwarded,
            words.repealed,
        )
    )


@cache
def _preparing(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"[，,]?(?:目前|现)?(?:{any_of(words.preparing_after)})(?![^，。；\n]*《)")


@cache
def _issued(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(rf"(?:目前|现|均)?(?:{any_of(words.issued_after)})")


@cache
def _repealed(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(any_of(words.repealed_after))


@cache
def _citing(words: DocumentWords) -> re.Pattern[str]:
    return re.compile(any_of(words.citing_after))


def cites(rest: str, words: DocumentWords) -> bool:
    """Whether what follows a title tells its content: 《…》明确, 《…》规定."""
    return _citing(words).match(rest) is not None


def names_no_verb(gap: str, words: DocumentWords) -> bool:
    """Whether what stands between two titles is at most a writer's name: 《…》、省能源局《…》."""
    return 1 < len(gap) <= 20 and not _CLAUSE.search(gap) and not _verbs(words).search(gap)
