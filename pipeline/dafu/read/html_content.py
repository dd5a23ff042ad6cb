"""Which part of a page is the letter: by known containers or by where its sentences stand, then line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dafu.read.html_parts import Para, Table, Unseen
from dafu.read.html_words import PageWords

Found = Para | Table | Unseen
Names = dict[int, tuple[str, frozenset[str]]]

MOST = 0.85
"""Share of the page's sentences that the letter's element holds."""
MOST_OF_KNOWN = 0.5
"""The same, for an element of a known name."""
_SENTENCE = re.compile(r"[，。；]|[\u4e00-\u9fff]{2}[,;.](?=[\u4e00-\u9fff]|$)")
"""A stop; a half-width one between or after Han characters, as letters that are typed in haste have them."""
_LEAST_SENTENCE = 12
_FILES = re.compile(r"(?:相关)?附\s*件[：:]?")
_HEAD = 20
"""Lines before which the letter's first sentence comes."""
_PARAGRAPHS = frozenset((
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "tbody", "table", "ul", "ol", "dl", "dt",
))  # fmt: skip
"""Elements that hold lines of a letter, not all of it."""
_PROSE = re.compile(r"[。；]|，[^，]{4,}|[\u4e00-\u9fff]{2},[\u4e00-\u9fff]{4,}")
_ADDRESS = re.compile(r"[^，。]{1,50}(?:委员|代表|代表团|委员会|党|社|会|局|委|室|小组|联络组|界)[）)]?[：:]")
_PART = re.compile(
    r"\s*(?:[^，。]{1,40}(?:委员|代表|代表团)[）)]?[：:]\s*$|(?:\d{4}|[二〇○零一三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月"
    r"[\d一二三四五六七八九十]{1,3}日\s*$|(?:联\s*系\s*人|承\s*办\s*人|经\s*办\s*人|负\s*责\s*人|签\s*发\s*人|联系电话|抄\s*送|抄\s*报|附\s*件)"
    r"[^：:]{0,6}[：:]|特此|此复|专此|感谢您|[^，。：:]{2,24}[〔﹝\[（(]\d{4}[〕﹞\]）)][^，。]{0,8}号\s*$)"
)
"""Lines that a letter has and a portal has not: address, date, contacts, copies, document number."""


@dataclass(frozen=True, slots=True)
class Content:
    """The letter's lines and what stands around them, each in reading order."""

    letter: tuple[Found, ...]
    around: tuple[Para | Table, ...]


def find_content(found: Sequence[Found], names: Names, words: PageWords) -> Content:
    """The letter on a page.

    The element that holds it is a known container, else the innermost that holds nearly all sentences; its
    lines above the first sentence and below the last are the letter's unless they are written as a portal's.
    A title printed only as the page's heading is the letter's too.
    """
    root = _letter_element(found, names, words)
    inside = [at for at, each in enumerate(found) if root is None or root in each.path]
    inside = _without_chrome(found, inside, words)
    letter = [found[at] for at in inside]
    heading = _heading_above(found, inside, names, words)
    if heading is not None:
        letter.insert(_place_of_title(letter), found[heading])
    kept = {*inside, heading}
    around = [each for at, each in enumerate(found) if at not in kept and not isinstance(each, Unseen)]
    return Content(tuple(letter), tuple(around))


def _letter_element(found: Sequence[Found], names: Names, words: PageWords) -> int | None:
    weights: Counter[int] = Counter()
    total = 0
    for each in found:
        weight = _weight(each, words)
        total += weight
        for element in each.path:
            weights[element] += weight
    if not total:
        return None
    depths = {element: depth for each in found for depth, element in enumerate(each.path)}
    ordered = sorted(weights, key=depths.__getitem__)
    known = [
        element
        for element in ordered
        if weights[element] >= MOST_OF_KNOWN * total and names[element][1] & words.containers
    ]
    if known:
        return _with_neighbours(known[-1], found, depths, words)
    inner = [
        element
        for element in ordered
        if weights[element] >= MOST * total and names[element][0] not in _PARAGRAPHS
    ]
    return _with_neighbours(inner[-1], found, depths, words) if inner else None


def _weight(each: Found, words: PageWords) -> int:
    """Characters of sentences."""
    if isinstance(each, Unseen):
        return 0
    if isinstance(each, Table):
        return 0 if words.is_portal_table(each) else len(each.text)
    text = each.text
    if len(text) < _LEAST_SENTENCE or not _SENTENCE.search(text) or words.is_chrome(each):
        return 0
    return round(len(text) * (1 - each.linked))


def _with_neighbours(element: int, found: Sequence[Found], depths: dict[int, int], words: PageWords) -> int:
    """The element, or the one around it while that has more lines that only a letter has."""
    around = next(each.path for each in found if element in each.path)[: depths[element] + 1]
    inside = {at for at, each in enumerate(found) if element in each.path}
    for outer in reversed(around[:-1]):
        more = [at for at, each in enumerate(found) if outer in each.path and at not in inside]
        if any(_is_part(found[at], words) for at in more):
            element = outer
            inside.update(more)
    return element


def _is_part(each: Found, words: PageWords) -> bool:
    if not isinstance(each, Para) or words.is_chrome(each) or each.linked > 0.3:
        return False
    return _PART.match(each.text) is not None


def _without_chrome(found: Sequence[Found], inside: Sequence[int], words: PageWords) -> list[int]:
    """The lines left when those of the page above the first sentence and below the last are taken away."""
    kept = list(inside)
    first = next(
        (at for at, index in enumerate(kept) if _is_prose(found[index], words)), min(len(kept), _HEAD)
    )
    listed = _field_lists(found, kept[:first], words)
    head = [
        index
        for index in kept[:first]
        if not (index in listed or _is_portal(found[index], words, above=True))
    ]
    tail = _without_foot(found, kept[first:], words)
    rest = [index for index in tail if not _is_own_chrome(found[index], words)]
    return _without_repeated_heading(found, head, words) + rest


def _without_foot(found: Sequence[Found], tail: Sequence[int], words: PageWords) -> list[int]:
    """The lines without those of the page below; an address or telephone goes only with such a line above it."""
    end = at = len(tail)
    while at:
        last = found[tail[at - 1]]
        above_file = (
            at < len(tail) and at == end and isinstance(last, Para) and _FILES.fullmatch(last.text.strip())
        )
        if above_file or _is_portal(last, words, above=False):
            end = at - 1
        elif not (isinstance(last, Para) and words.foot_start.match(last.text.strip())):
            break
        at -= 1
    return list(tail[:end])


def _field_lists(found: Sequence[Found], head: Sequence[int], words: PageWords) -> set[int]:
    """The lines of lists of fields: all in one element labelled, and one of them as only a portal's is."""
    lists: dict[tuple[int, ...], list[int]] = {}
    for index in head:
        lists.setdefault(found[index].path[:-1], []).append(index)
    portal: set[int] = set()
    for members in lists.values():
        lines = [found[index] for index in members]
        if len(members) > 1 and all(isinstance(line, Para) and words.is_field(line) for line in lines):
            portal.update(members if any(_is_portal(line, words, above=True) for line in lines) else ())
    return portal


def _is_prose(each: Found, words: PageWords) -> bool:
    if isinstance(each, Para):
        long = len(each.text) >= _LEAST_SENTENCE and _PROSE.search(each.text) is not None
        return (long and not words.is_chrome(each)) or _ADDRESS.fullmatch(each.text.strip()) is not None
    return False


def _is_portal(each: Found, words: PageWords, *, above: bool) -> bool:
    if isinstance(each, Unseen):
        return False
    if isinstance(each, Table):
        return words.is_portal_table(each)
    if each.file_link and each.linked > 0.5:
        return True
    return words.is_chrome(each) or (above and words.is_dated(each))


def _is_own_chrome(each: Found, words: PageWords) -> bool:
    """Whether a line between the letter's is the page's beyond doubt: a button with no other words."""
    return isinstance(each, Para) and each.linked > 0.95 and not each.file_link and words.is_chrome(each)


def _without_repeated_heading(found: Sequence[Found], head: Sequence[int], words: PageWords) -> list[int]:
    """The lines without the page's heading, where the letter's own title repeats it below."""
    kept = list(head)
    while kept:
        first = found[kept[0]]
        plain = _folded(first)
        below = "".join(_folded(found[index]) for index in kept[1:])
        if not (isinstance(first, Para) and words.is_title(first.text) and len(plain) > 8 and plain in below):
            break
        kept.pop(0)
    return kept


def _folded(each: Found) -> str:
    return re.sub(r"\s", "", each.text)


def _heading_above(
    found: Sequence[Found], inside: Sequence[int], names: Names, words: PageWords
) -> int | None:
    """The page's heading above the letter, if the letter has no title of its own."""
    head = [found[index] for index in inside[:_HEAD]]
    first = next((at for at, each in enumerate(head) if _is_prose(each, words)), len(head))
    own = [each for each in head[:first] if isinstance(each, Para)]
    if not inside or any(each.style.heading or words.is_title(each.text.split("\n")[-1]) for each in own):
        return None
    above = [
        at
        for at, each in enumerate(found[: inside[0]])
        if isinstance(each, Para) and each.linked < 0.5 and not words.is_chrome(each)
    ]
    titled = [at for at in above if words.is_title(_text_at(found, at))]
    styled = [
        at
        for at in above
        if _is_heading(found[at], names, words) and words.title_word.search(_text_at(found, at))
    ]
    chosen = titled or styled
    return chosen[-1] if chosen else None


def _text_at(found: Sequence[Found], at: int) -> str:
    return found[at].text


def _is_heading(each: Found, names: Names, words: PageWords) -> bool:
    if not isinstance(each, Para):
        return False
    return each.style.heading or any(names[element][1] & words.title_classes for element in each.path[-2:])


def _place_of_title(letter: Sequence[Found]) -> int:
    """Where a title that stands only above the text belongs: below the letterhead's lines, if there are several.

    A single line is as often the document number below the title.
    """
    lines = 0
    for each in letter:
        text = _folded(each)
        if not isinstance(each, Para) or len(text) > 30 or _PROSE.search(text) or text.endswith(("：", ":")):
            break
        lines += 1
    return lines if lines > 1 and lines < len(letter) else 0
