"""The items' own titles: 《…》, “…” or unmarked between 提出的 and 收悉."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import SubmissionWords
from dafu.parse.head.numbers import find_numbers

_QUOTED = re.compile(
    r"《(?P<book>(?:[^《》\n]|《[^《》\n]*》)+)》|〈(?P<angle>[^〈〉\n]+)〉"
    r'|“(?P<quote>(?:[^“”\n]|“[^“”\n]*”)+)”|"(?P<typed>[^"\n]+)"'
)
_NUMBER_ONLY = re.compile(r"第?[\d、—-]+号?")
_REMARK = re.compile(r"[(（][^()（）\n]{1,40}[)）]")
_SHORTEST_QUOTE = 6
"""A shorter quote before 的建议 is a name inside an unmarked title: 关于“双减”的建议."""

_ADDRESSED = re.compile(r"(?:^|[,。;:\n])(?:贵[一-龥]{1,8}?|[您你]们?)$")
"""贵支部《…》收悉: the title stands right after who is addressed."""

TitleSpan = tuple[int, int]


def quoted_titles(stretch: str, words: SubmissionWords) -> tuple[TitleSpan, ...]:
    """Spans, without marks, of the quoted titles of items in a folded stretch.

    A quote names an item where it stands right after 提出的, 关于, a number or the like and right before
    收悉, 的提案, a number in brackets or a pause; a document named inside an unmarked title does not.
    """
    found: list[TitleSpan] = []
    previous = -1
    for match in _QUOTED.finditer(stretch):
        if _NUMBER_ONLY.fullmatch(match.group()[1:-1]):
            continue
        listed = found and re.fullmatch(r"[、,;和及与]?", _REMARK.sub("", stretch[previous : match.start()]))
        if not (listed or _leads(stretch[: match.start()], words)) or not _follows(
            stretch[match.end() :], words
        ):
            continue
        inner = (match.start() + 1, match.end() - 1)
        marked = match["quote"] or match["typed"]
        if marked and not _is_titlelike(marked, words):
            continue
        found.append(inner)
        previous = match.end()
    return tuple(found)


def unmarked_title(stretch: str, words: SubmissionWords) -> tuple[TitleSpan, ...]:
    """The title without marks after 提出的; in parts if a number stands inside: 关于修路的第8号建议."""
    matches = list(_unmarked(words).finditer(stretch))
    if not matches:
        return ()
    start, end = matches[-1].span("title")
    numbers = [number.span for number in find_numbers(stretch[:end], start, words)]
    if not numbers:
        return ((start, end),)
    first, last = numbers[0][0], numbers[-1][1]
    rest = stretch[last:end]
    if _item_only(words).fullmatch(rest):  # 关于修建村道的第8号建议
        before = stretch[start:first]
        return ((start, first), (last, end)) if before.startswith("关于") else ()
    return ((last + len(rest) - len(rest.lstrip("的提案建议:, ")), end),)


def title_in_heading(heading: str, words: SubmissionWords) -> tuple[TitleSpan, ...]:
    """The item's title in a letter's title that quotes nothing: 关于加快路灯建设的建议的答复."""
    match = _in_heading(words).search(heading)
    return (match.span("title"),) if match else ()


def _leads(before: str, words: SubmissionWords) -> bool:
    trimmed = before.rstrip().removesuffix("(")
    remark = re.search(r"[(（][^()（）《》\n]{1,30}[)）]$", trimmed)
    if remark and find_numbers(trimmed[remark.start() :], 0, words):
        return True
    return (
        not trimmed or trimmed.endswith((*"号件:,,\n", *_leading(words))) or bool(_ADDRESSED.search(trimmed))
    )


@cache
def _leading(words: SubmissionWords) -> tuple[str, ...]:
    return (*words.submitting, *words.before_title, *words.proposal, *words.suggestion, *words.motion)


def _follows(after: str, words: SubmissionWords) -> bool:
    rest = after.removeprefix(")")
    remark = _REMARK.match(rest)
    if remark:
        rest = rest[remark.end() :]
    return not rest or rest[0] in ',，。;；、和及与\n《“":：' or rest.startswith(words.after_title)


def _is_titlelike(quote: str, words: SubmissionWords) -> bool:
    return len(quote) >= _SHORTEST_QUOTE or quote.endswith((*words.proposal, *words.suggestion))


@cache
def _unmarked(words: SubmissionWords) -> re.Pattern[str]:
    tied = any_of(tuple(word for word in words.title_ends if word.startswith("的")))
    end = rf"(?=\(|,|;|。|、|\n|$|{any_of(words.received)}|已|均|我[局委厅办院们]|现|经)"
    return re.compile(
        rf"(?:{any_of(words.submitting)})[:,]?[《“\"]?"
        rf"(?P<title>关于[^。;:\n]{{2,90}}?(?:{any_of(words.title_ends)})|[^,。;:\n]{{4,90}}?(?:{tied})){end}"
    )


@cache
def _in_heading(words: SubmissionWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:关于|对|就|^|号)对?(?P<title>关于[^第届\n]{{4,80}}?(?:{any_of(words.title_ends)}))"
        r"(?=\(|的?(?:办理|答复|复函|会办|协办|回复|函复|意见))"
    )


@cache
def _item_only(words: SubmissionWords) -> re.Pattern[str]:
    return re.compile(rf"的?(?:代表|委员)?(?:{any_of(words.proposal, words.suggestion, words.motion)})")
