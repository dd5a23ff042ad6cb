"""数字: every run of digits or numerals, and what explains it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dafu.forms.dates import CUT_HAN_YEAR
from dafu.forms.number_runs import number_runs
from dafu.forms.number_values import adjacent_range, narrowed
from dafu.forms.quantities import Quantity, find_quantities
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.numbers.claims import Claim, structural_claims
from dafu.parse.numbers.words import quoted_names, word_claim
from dafu.records.base import Span
from dafu.records.facts import CitedDocument, Entity, Figure, NumberMention, NumberType, Period
from dafu.records.letter import Closing, Letterhead, Submission, Title
from dafu.records.outline import Section

_YEAR = re.compile(r"(?:19|20)\d{2}")
_APPROXIMATE_BEFORE = re.compile(r"[数几上近约]$")
_MEASURE_AFTER = re.compile(
    r"[余多几来]?[万亿]?(?:个|家|户|人|名|位|件|条|项|处|座|台|套|张|次|场|所|年|月|天|日|周|岁|类|种|级|大|批|代|届)"
)
_MEASURE_BEFORE = re.compile(
    r"(?:[率比值分度量数额价]|浓度|床位|医师|护士|教师|第?[A-Z]类)(?:平均|合计|总计)?[均仅只约近已也]?(?:为|达到?|是|到|至|由|从|在|有|共|超过?)?$"
    r"|(?:[升降增减]|提高|下降|提升|增加|减少|上升|回落|降低|改善|保持|稳定|维持|控制|优化|压缩|压减)[了]?(?:到|至|为|在)$"
)
_CHANGE = re.compile(
    r"(?:提升|提高|上升|升|增|增加|增长|下降|降|降低|减少|扩大|扩展|压缩|压减|改善|优化|回落|缩短)[了]?[到至为]"
)
"""What a bare number measures that stands after a rate or score, or between the ends of a change: 由85提升至92."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The runs of a letter, what claims them, and the quantities that they may be."""

    text: str
    """The letter's text, narrowed code point for code point."""
    runs: tuple[Span, ...]
    claims: tuple[Claim | None, ...]
    """One for each run; `None` where a run may count something."""
    quantities: tuple[Quantity, ...]

    def runs_in(self, span: Span) -> range:
        """Indexes of the runs that overlap `span`."""
        first = bisect_left(self.runs, (span[0] + 1, 0)) - 1
        first = first if first >= 0 and self.runs[first][1] > span[0] else first + 1
        last = bisect_left(self.runs, (span[1], 0))
        return range(first, last)

    def measures(self, offset: int) -> bool:
        """Whether a number there has a unit or a bound."""
        return any(
            quantity.number[0] <= offset < quantity.number[1] and (quantity.unit or quantity.bound != "exact")
            for quantity in self.quantities
        )

    def claim_of(self, span: Span) -> Claim | None:
        """The claim on the first run of `span` that has one."""
        return next((claim for at in self.runs_in(span) if (claim := self.claims[at]) is not None), None)


def read_numbers(
    letter: LetterText,
    *,
    apart: str,
    title: Title | None,
    letterhead: Letterhead,
    submission: Submission | None,
    sections: tuple[Section, ...],
    periods: tuple[Period, ...],
    documents: tuple[CitedDocument, ...],
    closing: Closing,
    lexicon: Lexicon,
    entities: tuple[Entity, ...] = (),
) -> Numbers:
    """Every run of the letter with what explains it other than a figure; `apart` as for `find_periods`."""
    text = narrowed(apart)
    runs = number_runs(text)
    claims: list[Claim | None] = [None] * len(runs)
    blank = Numbers(text, runs, (), ())
    for claim in structural_claims(
        letter,
        text,
        title=title,
        letterhead=letterhead,
        submission=submission,
        sections=sections,
        periods=periods,
        documents=documents,
        entities=entities,
        closing=closing,
    ):
        for at in blank.runs_in(claim.span):
            claims[at] = claims[at] or claim
    quotes = quoted_names(text)
    quantities = find_quantities(text, lexicon.units, lexicon.numbers)
    worded = {
        at
        for quantity in quantities
        if quantity.form in ("fraction", "doubling")
        for at in blank.runs_in(quantity.span)
    }
    for at, run in enumerate(runs):
        if at not in worded:
            claims[at] = claims[at] or word_claim(text, run, quotes, lexicon.numbers)
    return Numbers(text, runs, tuple(claims), quantities)


def account_for_numbers(
    letter: LetterText,
    numbers: Numbers,
    *,
    figures: tuple[Figure, ...],
    bounds: dict[Span, str | None],
) -> tuple[NumberMention, ...]:
    """One entry for each run; what nothing explains is `unexplained`. A figure without a run (百余家, 翻番)
    has one too.

    `bounds` are quantities that define a class (65岁以上老年人) with the id of the figure they belong to.
    """
    by_run: dict[int, tuple[NumberType, str | None, str]] = {}
    for span, ref in bounds.items():
        for at in numbers.runs_in(span):
            by_run[at] = ("quantity", ref, "numbers.class_bound")
    for figure in figures:
        kind: NumberType = "approximate" if figure.bound in ("about", "over", "under") else "quantity"
        for at in numbers.runs_in(figure.span):
            by_run[at] = (kind, figure.id, "numbers.figure")
    mentions = [_mention(letter, numbers, at, by_run.get(at)) for at in range(len(numbers.runs))]
    mentions += [_without_run(figure) for figure in figures if not numbers.runs_in(figure.span)]
    return tuple(sorted(mentions, key=lambda mention: mention.span))


def _without_run(figure: Figure) -> NumberMention:
    kind: NumberType = "approximate" if figure.bound in ("about", "over", "under") else "quantity"
    return NumberMention(raw=figure.raw, span=figure.span, type=kind, ref=figure.id, rule="numbers.figure")


def _mention(
    letter: LetterText, numbers: Numbers, at: int, known: tuple[NumberType, str | None, str] | None
) -> NumberMention:
    start, end = numbers.runs[at]
    claim = numbers.claims[at]
    if known is None and claim is not None:
        known = claim.type, claim.ref, claim.rule
    kind, ref, rule = known or _left_over(numbers, at, letter)
    return NumberMention(raw=letter.text[start:end], span=(start, end), type=kind, ref=ref, rule=rule)


_Known = tuple[NumberType, str | None, str]


def _left_over(numbers: Numbers, at: int, letter: LetterText) -> _Known:
    """What a run is that neither names nor counts: a word, a quantity without a fact, a bare year, a code."""
    kind, rule = (
        _digits_left(numbers, at, letter)
        if numbers.text[numbers.runs[at][0]].isdecimal()
        else _numerals_left(numbers, at, letter)
    )
    return kind, None, f"numbers.{rule}"


def _digits_left(numbers: Numbers, at: int, letter: LetterText) -> tuple[NumberType, str]:
    start, end = numbers.runs[at]
    raw, after = numbers.text[start:end], numbers.text[end : end + 1]
    first_in_row = numbers.text[start - 1 : start] == "\n" and after == "\t"
    zone = next((p.zone for p in letter.paragraphs if p.span[0] <= start < p.span[1]), "body")
    tests: tuple[tuple[bool, NumberType, str], ...] = (
        (bool(_YEAR.fullmatch(raw)) and not re.match(r"[\w%]", after), "date", "bare_year"),
        (numbers.measures(start), "quantity", "quantity"),
        (_is_measured(numbers.text, start, end), "quantity", "bare_measure"),
        (len(raw) >= 6 or (raw[0] == "0" and len(raw) > 1 and "." not in raw), "identifier", "code"),
        (first_in_row, "ordinal", "row"),
        (any(table.span[0] <= start < table.span[1] for table in letter.tables), "quantity", "cell"),
        (zone not in ("body", "attachment"), "identifier", "outside_body"),
    )
    return next(((kind, rule) for holds, kind, rule in tests if holds), ("unexplained", "unexplained"))


def _is_measured(text: str, start: int, end: int) -> bool:
    """事故率为0, 得分96.5, 由85提升至92: a number without a unit that says how much."""
    if _MEASURE_BEFORE.search(text, max(0, start - 10), start):
        return True
    return text[start - 1 : start] in ("由", "从") and _CHANGE.match(text, end) is not None


def _numerals_left(numbers: Numbers, at: int, letter: LetterText) -> tuple[NumberType, str]:
    start, end = numbers.runs[at]
    text = numbers.text
    raw, before, after = text[start:end], text[max(0, start - 4) : start], text[end : end + 6]
    if any(p.span[0] <= start < p.span[1] for p in letter.in_zone("addressee", "signature", "imprint")):
        return "name", "in_name"
    measured = _MEASURE_AFTER.match(after)
    if _APPROXIMATE_BEFORE.search(before) or (adjacent_range(raw) and measured) or after[:1] in ("几", "余"):
        return "approximate", "approximate"
    if raw in ("一", "两", "零", "十") or not measured:
        return "word", "numeral_in_word"
    if after[:1] == "年" and re.fullmatch(CUT_HAN_YEAR, raw):
        return "unexplained", "unexplained"
    return "quantity", "counted"
