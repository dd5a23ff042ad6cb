"""主送 as written: 杨某某委员：, 张某某、李某某等3位代表：, 民盟云陵市委会：, 发展和改革局："""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from dafu.forms.numerals import COUNTER, counter_value
from dafu.forms.organs import is_organ, is_party
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import LetterheadWords, OrganWords
from dafu.text import Folded, fold

Role = Literal["cppcc_member", "deputy", "organ", "group", "unknown"]
_HAN = r"(?:(?![等])[\u4e00-\u9fff])"
_MASK = r"[×*Xx○〇□_█■●]"
_NAME = rf"(?:{_HAN}{{1,12}}(?:[·•.・]{_HAN}{{1,12}})+|(?:{_HAN}|{_MASK}){{1,8}}|{_MASK}{{1,12}})"
_JOINT = rf"(?:等(?P<count>[\d{COUNTER}]{{1,4}})?(?:余)?[位名个人]{{0,2}}|等)"
_LEVEL = r"(?:全国|[省市县区州盟旗镇乡])?"
"""等5位省人大代表."""
_SEPARATOR = re.compile(r"[、,;/\t]")
_AND = re.compile(r"[和及与并]|以及")
_FORWARDED = re.compile(r"[并请烦]{0,2}转[送交达呈]?")
"""市政协提案委员会并转方小舟委员: the organ is addressed, and whom it passes the letter on to."""
_TITLE_WORD = re.compile(r"(?:等.{0,6})?(?:委员|代表|同志)$")
_SHORTEST_NAME = 2
_END = re.compile(r"[:,;。]?$")
_BARE_NAME = re.compile(
    rf"{_HAN}{{2,4}}(?<![人件话期位址编真注别性报送好果任员])|{_HAN}?{_MASK}{{1,3}}|{_HAN}{{1,8}}·{_HAN}{{1,8}}"
)
"""Not what labels end with: 签发人：."""
_LONG_NAME = re.compile(rf"{_HAN}{{5,8}}")
"""A Mongolian or Tibetan name without a dot (苏日娜其木格), which only a title word later in the line confirms."""
_LONGEST_BARE_NAME = 4
"""Characters; longer ones (乌云其其格) are names where a title word follows in the list."""
_LONGEST_LINE = 400


class PrintedAddressee(NamedTuple):
    """One addressee of a line; offsets in the line as printed."""

    start: int
    end: int
    name: str
    role: Role
    joint_count: int | None


class _Token(NamedTuple):
    start: int
    end: int


class _Read(NamedTuple):
    """A token read: the name's and the whole's extent in the folded line."""

    token: _Token
    name: _Token
    role: Role | None
    """None: a bare name, whose title word follows with a later name."""
    joint_count: int | None
    title_first: bool = False


def addressees_in(line: str, words: LetterheadWords, organs: OrganWords) -> tuple[PrintedAddressee, ...]:
    """The addressees that make up a line; empty if any part of it is none.

    A title word counts for the bare names before it (张某某、李某某委员), or after it where it stands first.
    """
    folded = fold(line)
    end = _END.search(folded.text)
    stop = end.start() if end else len(folded.text)
    start = 0 if is_party(folded.text, organs) else _after_honorifics(folded.text, words)
    if not 0 < stop - start <= _LONGEST_LINE:
        return ()
    reads: list[_Read] = []
    for token in _tokens(folded, start, stop, organs):
        read = _read(folded.text, token, words, organs)
        if read is None:
            return ()
        reads.append(read)
    return _shared(line, folded, reads)


def ends_with_colon(line: str) -> bool:
    """Whether a line ends as an address line should."""
    return line.rstrip().endswith(("：", ":", "︰", "∶", "﹕"))


def _after_honorifics(text: str, words: LetterheadWords) -> int:
    match = re.match(rf"(?:{any_of(words.honorifics)})*", text)
    return match.end() if match else 0


def _tokens(folded: Folded, start: int, stop: int, organs: OrganWords) -> list[_Token]:
    text = folded.text
    bounds = [start]
    for at in range(start, stop):
        if _SEPARATOR.match(text[at]) and not _inside_brackets(text, start, at):
            bounds += [at, at + 1]
    bounds.append(stop)
    parts = [_Token(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if b > a]
    return [
        piece
        for part in parts
        for blank in _at_blanks(folded, part)
        for piece in _at_and(text, blank, organs)
    ]


def _inside_brackets(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _at_blanks(folded: Folded, part: _Token) -> list[_Token]:
    """Cut at blanks, unless these spread out a name (张 三) or set off its title word."""
    cuts = [at for at in range(part.start + 1, part.end) if folded.origin[at] - folded.origin[at - 1] > 1]
    pieces = [_Token(a, b) for a, b in zip([part.start, *cuts], [*cuts, part.end], strict=True)]
    whole = [folded.text[piece.start : piece.end] for piece in pieces]
    if any(len(word) == 1 or re.match(r"等|\(|委员|代表|同志", word) for word in whole):
        return [part]
    return pieces


def _at_and(text: str, part: _Token, organs: OrganWords) -> list[_Token]:
    word = text[part.start : part.end]
    forwarded = _FORWARDED.search(word, 2)
    if forwarded and is_organ(word[: forwarded.start()], organs):
        after = _Token(part.start + forwarded.end(), part.end)
        return [_Token(part.start, part.start + forwarded.start()), *_at_and(text, after, organs)]
    match = _AND.search(word, 2)
    if match is None or is_organ(word, organs) or not re.search(r"(?:委员|代表|同志)$", word):
        return [part]
    first = _TITLE_WORD.sub("", word[: match.start()])
    last = _TITLE_WORD.sub("", word[match.end() :])
    if len(last) < _SHORTEST_NAME or not (_BARE_NAME.fullmatch(first) or is_party(first, organs)):
        return [part]  # 和 is a part of the name: 顾清和委员
    after = _Token(part.start + match.end(), part.end)
    return [_Token(part.start, part.start + match.start()), *_at_and(text, after, organs)]


def _read(text: str, token: _Token, words: LetterheadWords, organs: OrganWords) -> _Read | None:
    word = text[token.start : token.end]
    group = _group(word, words, organs)
    if group:
        return _Read(token, token, group, None)
    for pattern, first in ((_titled(words), False), (_title_first(words), True)):
        match = pattern.fullmatch(word)
        if match:
            name = _Token(token.start + match.start("name"), token.start + match.end("name"))
            if name.start == name.end:
                name = _Token(token.start + match.start("title"), token.start + match.end("title"))
            return _Read(token, name, _role(match["title"], words), _count(match), first)
    match = _named(words).fullmatch(word)
    if match:
        name = _Token(token.start + match.start("name"), token.start + match.end("name"))
        return _Read(token, name, None, _count(match))
    if (
        _LONG_NAME.fullmatch(word)
        and _SEPARATOR.match(text, token.end)
        and _TITLE_WORD.search(text.rstrip(":"))
    ):
        return _Read(token, token, None, None)
    return None


def _group(word: str, words: LetterheadWords, organs: OrganWords) -> Role | None:
    if is_party(word, organs) or _ends_as_group(words).search(word):
        return "group"
    if not is_organ(word, organs):
        return None
    committee = word.endswith(words.cppcc_committee_endings) and not any(
        w in word for w in words.coordinating
    )
    return "group" if "政协" in word and committee else "organ"


def _role(title: str, words: LetterheadWords) -> Role:
    if title.endswith(words.deputy):
        return "deputy"
    return "cppcc_member" if title.endswith(words.cppcc_member) else "unknown"


def _count(match: re.Match[str]) -> int | None:
    printed = match["count"] or match["count2"]
    return counter_value(printed) if printed else None


def _shared(line: str, folded: Folded, reads: list[_Read]) -> tuple[PrintedAddressee, ...]:
    """Give bare names the title word that follows, or precedes, them; `()` if nothing but bare names stays."""
    roles: list[Role | None] = [read.role for read in reads]
    shared = [False] * len(reads)
    for at in range(len(reads) - 2, -1, -1):
        if roles[at] is None and roles[at + 1] in ("cppcc_member", "deputy", "unknown"):
            roles[at] = roles[at + 1]
            shared[at] = shared[at + 1] = True
    for at in range(1, len(reads)):
        if roles[at] is None and reads[0].title_first:
            roles[at], shared[at] = roles[0], True
    alone = [read for read, bare in zip(reads, shared, strict=True) if read.role is None and not bare]
    if any(read.name.end - read.name.start > _LONGEST_BARE_NAME for read in alone):
        return ()
    if not any(roles) and not (len(reads) == 1 and ends_with_colon(line)):
        return ()
    found: list[PrintedAddressee] = []
    for read, role, bare in zip(reads, roles, shared, strict=True):
        extent = read.name if bare else read.token
        start, end = folded.span(extent.start, extent.end)
        name = re.sub(r"\s", "", line[slice(*folded.span(read.name.start, read.name.end))])
        found.append(PrintedAddressee(start, end, name, role or "unknown", read.joint_count))
    return tuple(found)


@cache
def _titled(words: LetterheadWords) -> re.Pattern[str]:
    """杨某某委员, 杨某某等3位代表, 杨某某（等10位）代表, 杨某某委员等5人."""
    title = any_of(words.cppcc_member, words.deputy, words.other_person)
    joint2 = _JOINT.replace("count", "count2")
    return re.compile(
        rf"(?P<name>{_NAME}?)(?:\([^()等]{{1,8}}\))?\(?(?:{_JOINT}{_LEVEL})?\)?(?P<title>{title})(?:\(?{joint2}\)?)?(?:\([^()]{{1,12}}\))?"
        rf"(?:联名)?"
    )


@cache
def _title_first(words: LetterheadWords) -> re.Pattern[str]:
    """市政协委员杨某某, 省十四届人大代表张某某等3人."""
    title = any_of(words.cppcc_member, words.deputy)
    return re.compile(
        rf"(?:[\u4e00-\u9fff\d]{{0,14}}(?:政协|人大|届))?(?P<title>{title})(?P<name>{_BARE_NAME.pattern})"
        rf"(?:同志|先生|女士)?(?:{_JOINT})?(?P<count2>)"
    )


@cache
def _named(words: LetterheadWords) -> re.Pattern[str]:
    """A bare name, with 等32人 or a sex in brackets after it; one of more than four characters only in a list."""
    del words
    return re.compile(
        rf"(?P<name>{_BARE_NAME.pattern}|{_HAN}{{5,7}})(?:\([^()]{{1,4}}\))?(?:{_JOINT})?(?P<count2>)"
    )


@cache
def _ends_as_group(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"^[\u4e00-\u9fff\d()、]{{1,30}}(?:{any_of(words.group_endings)})$")
