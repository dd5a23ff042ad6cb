"""White space: which of it is text, and which was put there by layout (contract, rule 1).

Dropped beside a full-width character; kept once between words and numbers of Latin script, and
between fields or members of a list that share a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dafu.forms.markers import Marker, marker_at
from dafu.layout.block import Piece
from dafu.layout.line import Line
from dafu.lexicon import Lexicon
from dafu.text import cells, fold, is_wide

FAR = 4.0
"""Cells: fields this far apart need no other sign that they are two."""
_SENTENCE = re.compile(r"[。；;！!？?，、,]$")
_CLASS = re.compile(r"[(（]?[“\"]?[A-D\uff21-\uff24甲乙丙丁]\d?[”\"]?[)）]?(?:类|级|件)?")
_NUMBERED = re.compile(r".*[〔﹝［\[【(（]\d{4}[〕﹞］\]】)）].{0,12}号")
_DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
)
_PHONE = re.compile(r"[(（]?\d{3,4}[)）]?[-—–－]?\d{7,8}(?!\d)|1\d{10}(?!\d)|\d{7,8}(?!\d)|[\d*×\uff0a#]{7,}")
_PHONE_BEFORE = re.compile(r"(?:\d{7,8}|1\d{10}|[\d*×\uff0a#]{7,})$")
_NAME = re.compile(r"[\u4e00-\u9fff（）()]{4,60}")
"""An organ's name as two or more sign on one line: `青禾县民政局 青禾县财政局`."""
_OTHER_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")


class _Words:
    """Patterns of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        closing, words = lexicon.closing, lexicon.layout
        labels = {
            *words.field_labels, *words.list_labels, *closing.responsible_official, *closing.case_officer,
            *closing.contact, *closing.phone, *closing.other_labels, *closing.copied_to,
        }  # fmt: skip
        longest_first = sorted(labels, key=lambda label: (-len(label), label))
        self.label = re.compile(f"(?:{_any(longest_first)})(?:及电话|及联系电话)?[：:]")
        label = self.label.pattern
        self.unparted = re.compile(f"(?:{label})(?:[\\u4e00-\\u9fff×*]{{2,4}}?|[\\d—-]{{7,13}})(?={label})")
        self.listing = re.compile(f"(?:{_any(words.list_labels)})[：:]")
        role = _any(words.addressee_words)
        self.addressees = re.compile(f"(?:尊敬的)?[\\u4e00-\\u9fff、·]{{4,60}}(?:{role})(?:们)?[：:]")
        self.role = re.compile(f"(?:{role})(?:们)?[：:]?$")
        self.printed = re.compile(f"{_DATE.pattern}(?:{_any(words.printed_words)})")
        self.disclosure = re.compile(f"[(（]?(?:{_any(words.disclosure_words)})")
        self.organ_end = re.compile(f"(?:{_any(words.organ_ends)})$")


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words))


@cache
def _words(lexicon: Lexicon) -> _Words:
    return _Words(lexicon)


def tidy(lines: Sequence[Line], lexicon: Lexicon) -> tuple[Piece, ...]:
    """The lines of one paragraph as pieces whose texts, put together, are its words."""
    lines = [line if line.confidence is None else _with_gaps(line, _words(lexicon)) for line in lines]
    texts = [line.text + _seam(line, below) for line, below in pairwise(lines)] + [lines[-1].text]
    whole = "".join(texts)
    dropped = set(_dropped(whole, lines, lexicon)) if any(line.blanks for line in lines) else set()
    pieces, start = [], 0
    for line, text in zip(lines, texts, strict=True):
        kept = [at for at in range(len(text)) if start + at not in dropped]
        start += len(text)
        stops = line.stops and (*line.stops, line.stops[-1])
        pieces.append(
            Piece(
                text="".join(text[at] for at in kept) if dropped else text,
                page=line.page,
                box=line.box,
                stops=tuple(stops[at] for at in kept) if stops else (),
                confidence=line.confidence,
                at=line.at,
            )
        )
    return tuple(pieces)


def _with_gaps(line: Line, words: _Words) -> Line:
    """A line read by OCR, a blank put where a label follows a value: half a cell is less than OCR can tell."""
    found = [match.end() for match in words.unparted.finditer(line.text)]
    for at in reversed(found):
        blanks = line.text[:at].count(" ")
        line = replace(
            line,
            text=f"{line.text[:at]} {line.text[at:]}",
            blanks=(*line.blanks[:blanks], 0.5, *line.blanks[blanks:]),
            stops=(*line.stops[:at], line.stops[at - 1], *line.stops[at:]),
        )
    return line


def tidy_text(raw: str, lexicon: Lexicon) -> str:
    """One paragraph of a carrier without pages."""
    return "".join(piece.text for piece in tidy([text_line(raw)], lexicon))


def text_line(raw: str, *, at: str | None = None, number: int = 0, sheet: int = 0) -> Line:
    """A line of text on a grid of cells: full-width characters take one, others half, a tab four."""
    bare = raw.strip()
    left = _width(raw[: len(raw) - len(raw.lstrip())])
    blanks = [_width(blank) for blank in re.findall(r"\s+", bare)]
    return Line(
        text=re.sub(r"\s+", " ", bare),
        blanks=tuple(blanks),
        open_end=raw != raw.rstrip(),
        left=left,
        right=left + cells(re.sub(r"\s", "", bare)) + sum(blanks),
        top=float(number),
        bottom=number + 1.0,
        sheet=sheet,
        at=at,
    )


def _width(blank: str) -> float:
    return sum(FAR if char == "\t" else 1.0 if char in "\u3000\u2003" else 0.5 for char in blank)


def _seam(line: Line, below: Line) -> str:
    """The white space that a line's end stands for: between words of Latin script."""
    last, first = line.text[-1], below.text[0]
    if is_wide(last) or is_wide(first):
        return ""
    word_ends = last.isalpha() or last in ",;:)"
    return " " if line.open_end or (word_ends and first.isalpha()) else ""


def _dropped(whole: str, lines: Sequence[Line], lexicon: Lexicon) -> list[int]:
    """Offsets of the spaces of a paragraph that are no text."""
    spaces = [at for at, char in enumerate(whole) if char == " "]
    if len(lines) == 1:
        widths = dict(zip(spaces, lines[0].blanks, strict=True))
    else:
        widths, start = {}, 0
        for at, line in enumerate(lines):
            inside = [start + offset for offset, char in enumerate(line.text) if char == " "]
            widths.update(zip(inside, line.blanks, strict=True))
            start += len(line.text) + (at + 1 < len(lines) and len(_seam(line, lines[at + 1])))
    beside = [at for at in spaces if is_wide(whole[at - 1]) or is_wide(whole[at + 1])]
    if not beside:
        return []
    between_fields = _field_test(whole, spaces, lexicon)
    return [at for at in beside if not between_fields(at, widths.get(at, 0.0))]


def _field_test(whole: str, spaces: Sequence[int], lexicon: Lexicon) -> Callable[[int, float], bool]:
    """Tells of a space of `whole`, given its width in cells, whether fields or list members meet there."""
    words = _words(lexicon)
    compact = whole.replace(" ", "")
    plain = fold(compact).text
    if len(plain) != len(compact):
        plain = compact
    gaps = [at - number for number, at in enumerate(spaces)]
    tokens = [compact[start:end] for start, end in pairwise([0, *gaps, len(compact)])]
    labels = [match.span() for match in words.label.finditer(compact)]
    first_label = _OTHER_LABEL.match(compact)
    listing = words.listing.match(compact)
    addressed = words.addressees.fullmatch(compact) is not None
    ordinals = {gap: marker for gap in gaps if (marker := marker_at(compact, gap))}
    opening = marker_at(compact, _value_start(compact))

    def between(space: int, width: float) -> bool:  # noqa: PLR0911
        number = bisect_left(spaces, space)
        gap = gaps[number]
        before, after = compact[:gap], compact[gap:]
        if any(start == gap for start, _ in labels):
            return True
        if any(start < gap < end for start, end in labels):
            return False
        if _SENTENCE.search(before):
            return False
        if _next_in_list(ordinals.get(gap), [opening, *(ordinals.get(at) for at in gaps[:number])]):
            return True
        if before.endswith(("：", ":")):
            return False
        if (
            first_label
            and first_label.end() <= gap <= 40
            and (label := _OTHER_LABEL.match(after))
            and not any(gap < start < gap + label.end() for start, _ in labels)
            and not words.role.search(after)
        ):
            return True
        if (listing and gap > listing.end()) or addressed:
            left, right = _whole_token(tokens, number), _whole_token(tokens, number + 1)
            return min(len(words.role.sub("", left)), len(words.role.sub("", right))) >= 2
        if _fields(words, plain[:gap], plain[gap:], first_label is not None):
            return True
        far = width >= FAR and min(len(tokens[number]), len(tokens[number + 1])) >= 2
        return far and not before.endswith("第")

    return between


def _value_start(compact: str) -> int:
    """Where the value of a label at the start of a line begins; 0 without one."""
    label = _OTHER_LABEL.match(compact)
    return label.end() if label else 0


def _next_in_list(marker: Marker | None, before: Sequence[Marker | None]) -> bool:
    """Whether a counter continues a list on the same line: `附件：1.… 2.…`."""
    if marker is None:
        return False
    return any(one and one.form == marker.form and one.ordinal + 1 == marker.ordinal for one in before)


def _whole_token(tokens: Sequence[str], number: int) -> str:
    """The token, and if it is a single character, the single ones beside it that it is spaced out with."""
    if len(tokens[number]) > 1:
        return tokens[number]
    return "".join(token for token in tokens[max(number - 1, 0) : number + 2] if len(token) == 1)


def _fields(words: _Words, before: str, after: str, labelled: bool) -> bool:
    """Whether what stands on both sides looks like two fields of a letter on one line."""
    if words.printed.fullmatch(after):
        return True
    if words.organ_end.search(before) and _follows_organ(words, before, after):
        return True
    if labelled and ((_PHONE.match(after) and _is_name(before)) or _PHONE_BEFORE.search(before)):
        return True
    if _NUMBERED.fullmatch(before) or words.disclosure.match(before):
        known = _CLASS.fullmatch(after) or words.disclosure.match(after) or _NUMBERED.fullmatch(after)
        return known is not None and len(before) <= 30
    if _CLASS.fullmatch(before):
        return (_NUMBERED.fullmatch(after) or words.disclosure.match(after)) is not None
    return False


def _follows_organ(words: _Words, before: str, after: str) -> bool:
    """Whether a date or a second organ stands on the line of an organ that signs."""
    if _DATE.fullmatch(after):
        return len(before) <= 40
    second = words.organ_end.search(after) and _NAME.fullmatch(after)
    return second is not None and _NAME.fullmatch(before) is not None


def _is_name(before: str) -> bool:
    """Whether a value, no label and no label's colon, stands before."""
    return (
        re.search(r"[：:、，,\d)）][\u4e00-\u9fff×*]{1,4}$|[：:][\u4e00-\u9fff×*]{2,12}$", before) is not None
    )
