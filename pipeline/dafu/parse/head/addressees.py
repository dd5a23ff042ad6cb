"""主送: who is addressed, from the address lines, the opening's first words or the 版记."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.address_lines import PrintedAddressee, Role, addressees_in
from dafu.forms.numerals import counter_value
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import LetterheadWords
from dafu.records.base import Span
from dafu.records.letter import Addressee

_BEFORE_COLON = re.compile(r"[^：:。；;《\n]{2,60}[：:]")
_BELOW = re.compile(r"\s*主\s*送(?:单位|机关)?\s*[：:]\s*")
"""主送 moved to the 版记 (GB/T 9704-2012, 7.4.2)."""
_LONGEST_FORM_LINE = 60
_BARE_NAME = re.compile(
    r"(?P<name>(?!等)[\u4e00-\u9fff](?:\s*(?!等)[\u4e00-\u9fff·]){1,9})(?:[（(]?等(?P<count>[\d一二三四五六七八九十]{1,3})[位名人]*[）)]?)?"
)
_EDGE = "：:,，。;；、 \t"


def find_addressees(letter: LetterText, lexicon: Lexicon) -> tuple[Addressee, ...]:
    """The addressees in order; an address line that no form fits is one of role `unknown`."""
    for found in (
        _lines(letter, lexicon), _run_in(letter, lexicon), _below(letter, lexicon), _labelled(letter, lexicon),
    ):  # fmt: skip
        addressees = tuple(found)
        if addressees:
            return addressees
    return ()


def _lines(letter: LetterText, lexicon: Lexicon) -> Iterator[Addressee]:
    """The address lines; names of a line that ends in 、 take their title word from the next one."""
    for start, end in _lists(letter):
        raw = letter.text[start:end]
        found = addressees_in(raw.replace("\n", " "), lexicon.letterhead, lexicon.organs)
        if found:
            yield from (_addressee(letter, one, start, "addressees.line") for one in found)
        elif raw.strip(_EDGE):
            yield _whole(letter, (start, end))


def _lists(letter: LetterText) -> Iterator[Span]:
    """The address lines, one that ends in 、 with the next."""
    begun: int | None = None
    for paragraph in letter.in_zone("addressee"):
        start, end = paragraph.span if begun is None else (begun, paragraph.span[1])
        begun = start if letter.raw(paragraph).endswith(("、", "，", ",")) else None
        if begun is None:
            yield start, end
    if begun is not None:
        yield begun, letter.in_zone("addressee")[-1].span[1]


def _run_in(letter: LetterText, lexicon: Lexicon) -> Iterator[Addressee]:
    """An address that the first sentence follows on the same line: `苏某某代表：你提出的…`."""
    for paragraph in letter.in_zone("body")[:1]:
        printed = _BEFORE_COLON.match(letter.raw(paragraph))
        if printed is None:
            return
        found = addressees_in(printed.group(), lexicon.letterhead, lexicon.organs)
        if any(one.role != "unknown" for one in found):
            yield from (_addressee(letter, one, paragraph.span[0], "addressees.run_in") for one in found)


def _below(letter: LetterText, lexicon: Lexicon) -> Iterator[Addressee]:
    for paragraph in letter.in_zone("imprint"):
        raw = letter.raw(paragraph)
        label = _BELOW.match(raw)
        if label:
            found = addressees_in(raw[label.end() :], lexicon.letterhead, lexicon.organs)
            start = paragraph.span[0] + label.end()
            yield from (_addressee(letter, one, start, "addressees.imprint") for one in found)


def _labelled(letter: LetterText, lexicon: Lexicon) -> Iterator[Addressee]:
    """Who made the item, after a label of a form that has no address line: `领衔代表：苏某某`."""
    words = lexicon.letterhead
    for paragraph in letter.in_zone("letterhead", "title", "body"):
        raw = letter.raw(paragraph)
        label = _label(words).match(raw)
        if label is None or len(raw) > _LONGEST_FORM_LINE:
            continue
        found = addressees_in(raw[label.end() :], words, lexicon.organs)
        role: Role = "deputy" if label["deputy"] else "cppcc_member"
        start = paragraph.span[0] + label.end()
        for one in found or _names(raw[label.end() :]):
            known = one if one.role != "unknown" else one._replace(role=role)
            yield _addressee(letter, known, start, "addressees.label")


def _names(listed: str) -> Iterator[PrintedAddressee]:
    """Bare names after a label; a remark in brackets and 等 end one."""
    for name in _BARE_NAME.finditer(listed):
        bare = re.sub(r"\s+", "", name["name"])
        count = counter_value(name["count"]) if name["count"] else None
        yield PrintedAddressee(name.start("name"), name.end("name"), bare, "unknown", count)


@cache
def _label(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:(?P<deputy>{any_of(words.deputy_labels)})|{any_of(words.member_labels)})\s*[：:]\s*"
    )


def _addressee(letter: LetterText, one: PrintedAddressee, offset: int, rule: str) -> Addressee:
    span = (offset + one.start, offset + one.end)
    return Addressee(
        raw=letter.text[slice(*span)],
        span=span,
        rule=rule,
        name=one.name,
        role=one.role,
        joint_count=one.joint_count,
    )


def _whole(letter: LetterText, span: Span) -> Addressee:
    start, end = span
    while end > start and letter.text[end - 1] in _EDGE:
        end -= 1
    raw = letter.text[start:end]
    return Addressee(
        raw=raw, span=(start, end), rule="addressees.unknown", name=re.sub(r"\s+", "", raw), role="unknown"
    )
