"""举措与下一步: the work items of a letter, cut out of its outline (contract, "measures and next_steps")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import ItemWords, PlanWords
from dafu.parse.items.aspect import has_perfect, judge_sentence
from dafu.parse.items.futures import begins_with_verb, opens_plan
from dafu.parse.items.said import Said, admits, is_background, is_item, said_in, states_target, tells
from dafu.parse.items.sentences import advises, without_enclosed
from dafu.parse.items.strength import SLOGAN, judge_strength
from dafu.records.base import Span
from dafu.records.outline import ItemStatus, Measure, NextStep, Section, SectionRole

_MEASURED: tuple[SectionRole, ...] = ("done", "effect", "response")
_WITHOUT_ITEMS: tuple[SectionRole, ...] = ("closing", "attachment")
ADVISED = "items.advised"
"""Rule of the items that the writer only advises another to do."""
_HEADING_STOP = re.compile(r"\s*[。．.：:；;，,、]?\s*")


class _Letter(NamedTuple):
    """What all sections of one letter are read with."""

    text: str
    body: tuple[Span, ...]
    """Its paragraphs."""
    rows: tuple[Span, ...]
    """Rows of its tables."""
    sections: tuple[Section, ...]
    words: ItemWords
    year: int | None


def find_items(
    letter: LetterText, sections: tuple[Section, ...], lexicon: Lexicon, *, letter_date: str | None = None
) -> tuple[tuple[Measure, ...], tuple[NextStep, ...]]:
    """The measures and next steps in reading order, without what `judge_items` adds.

    Measures are the deepest numbered items of done work, effects and answers; next steps those of plans, the
    sentences of a plan that is not numbered, and elsewhere each sentence that states a plan, a refusal, a
    deferral or a hand-over, which is then cut off the measure. `letter_date` (ISO) tells past years.
    """
    body = tuple(paragraph.span for paragraph in letter.in_zone("body") if not paragraph.in_table)
    rows = tuple(paragraph.span for paragraph in letter.in_zone("body") if paragraph.in_table)
    year = int(letter_date[:4]) if letter_date else None
    read = _Letter(letter.text, body, rows, sections, lexicon.items, year)
    items = [item for section in sections for item in _items_of(section, read)]
    items.sort(key=lambda item: item.span)
    measures, steps = count(1), count(1)
    named = [
        item.model_copy(
            update={"id": f"n{next(steps)}" if isinstance(item, NextStep) else f"m{next(measures)}"}
        )
        for item in items
    ]
    return (
        tuple(item for item in named if not isinstance(item, NextStep)),
        tuple(item for item in named if isinstance(item, NextStep)),
    )


def _items_of(section: Section, read: _Letter) -> Iterator[Measure]:
    if section.role in _WITHOUT_ITEMS:
        return
    sentences = _sentences(section, read)
    parted = any(child.marker is not None for child in _children(section, read))
    if section.role == "plan" or _answers_in_plan(section, read):
        yield from _of_plan(section, sentences, read, parted=parted)
        return
    steps = _stated(sentences, read.words)
    if parted:
        steps = [step for step in steps if not step.view.endswith("：")]  # leads to the items below
    if section.marker is not None and not parted and _is_advised(section, read):
        advised = _numbered_step(section, read, sentences)
        flags = tuple(dict.fromkeys(("transferred", *advised.flags)))
        yield advised.model_copy(update={"flags": flags, "status": "planned", "rule": ADVISED})
        return
    if section.marker is not None and not parted:
        if len(sentences) == len(steps) == 1 and section.heading is None:
            yield _numbered_step(section, read, sentences)
            return
        if section.role in _MEASURED and (extent := _measured(section, sentences, steps, read)):
            yield _measure(section, read, *extent)
    yield from (_sentence_step(section, sentence, "items.stated") for sentence in steps)


def _of_plan(section: Section, sentences: list[Said], read: _Letter, *, parted: bool) -> Iterator[NextStep]:
    """A plan: its numbered items; before them the target its lead-in states; without them its sentences."""
    if parted:
        for sentence in sentences:
            if states_target(sentence) and is_item(sentence, read.words, announced=True):
                yield _sentence_step(section, sentence, "items.target")
        return
    if section.marker is not None and not _only_announces(section, read):
        kept, apart = _without_remarks(section, sentences, read)
        yield _numbered_step(section, read, kept)
        yield from (_sentence_step(section, sentence, "items.stated") for sentence in apart)
        return
    for sentence in _from_first_plan(section, sentences, read.words):
        if is_item(sentence, read.words) and not is_background(sentence, read.words):
            yield _sentence_step(section, sentence, "items.plan_sentence")


def _from_first_plan(section: Section, sentences: list[Said], words: ItemWords) -> list[Said]:
    """A paragraph that nothing announces as a plan begins one with its first sentence that states or urges one."""
    if section.rule != "outline.unmarked":
        return sentences
    first = next(
        (at for at, each in enumerate(sentences) if each.judged.stated or begins_with_verb(each.view, words)),
        0,
    )
    return sentences[first:]


def _without_remarks(section: Section, sentences: list[Said], read: _Letter) -> tuple[list[Said], list[Said]]:
    """The sentences of a numbered plan item, and the next steps among the remarks in paragraphs below it.

    After the last item a letter often adds what it refuses or hands over, courtesy, or a last word on the whole:
    the only item with a paragraph more than its siblings, which begins with no bare verb.
    """
    last = _is_last_of_single_paragraphs(section, read)
    for at, sentence in enumerate(sentences):
        if at == 0 or not sentence.begins:
            continue
        judged = sentence.judged
        answers = judged.stated and not judged.firm
        if (
            answers
            or not is_item(sentence, read.words)
            or (last and not begins_with_verb(sentence.view, read.words))
        ):
            remarks = sentences[at:]
            return sentences[:at], [other for other in remarks if _commits(other, read.words)]
    return sentences, []


def _commits(sentence: Said, words: ItemWords) -> bool:
    if not sentence.judged.stated or not is_item(sentence, words):
        return False
    firm = judge_strength(sentence.raw, words, quantity=False, deadline=False) > SLOGAN
    return firm or not sentence.judged.firm


def _is_last_of_single_paragraphs(section: Section, read: _Letter) -> bool:
    siblings = [
        other
        for other in read.sections
        if other.parent == section.parent and other.level == section.level and other.marker is not None
    ]
    texts = [read.text[slice(*_trimmed(read.text, other.own_span))] for other in siblings[:-1]]
    return len(texts) > 1 and siblings[-1] is section and not any("\n" in text for text in texts)


def _answers_in_plan(section: Section, read: _Letter) -> bool:
    """Whether a numbered answer stands among the items of a plan: 三是关于…的建议 under 下一步打算."""
    parent = _parent(section, read)
    return (
        section.role == "response"
        and section.marker is not None
        and parent is not None
        and parent.role == "plan"
    )


def _is_advised(section: Section, read: _Letter) -> bool:
    """Whether a numbered item is what its lead-in advises another to do: 建议贵局：一是…；二是…."""
    parent = _parent(section, read)
    if section.role != "request" or parent is None:
        return False
    lead = without_enclosed(read.text[slice(*_trimmed(read.text, parent.own_span))])
    last = re.split(r"[。；\n]", lead)[-1]
    return last.endswith("：") and advises(last, read.words)


def _parent(section: Section, read: _Letter) -> Section | None:
    return next((other for other in read.sections if other.id == section.parent), None)


def _sentences(section: Section, read: _Letter) -> list[Said]:
    """The sentences of a section's own text in the body, its marker and heading left out."""
    start, end = _body_start(section, read.text), section.own_span[1]
    return [
        sentence
        for first, last in read.body
        if first < end and start < last
        for sentence in said_in(
            read.text, (max(start, first), min(end, last)), read.words, role=section.role, year=read.year
        )
    ]


def _body_start(section: Section, text: str) -> int:
    at, end = section.own_span
    for part in (section.marker, section.heading):
        if part is not None and (found := text.find(part, at, end)) >= 0:
            at = found + len(part)
    if section.heading is not None and (stop := _HEADING_STOP.match(text, at, end)):
        at = stop.end()
    return at


def _stated(sentences: list[Said], words: ItemWords) -> list[Said]:
    """The sentences that state a plan, a refusal, a deferral or a hand-over, and those that go on with a plan.

    After 下一步 the plan goes on until something done is told; after another plan, and in a new paragraph, only
    with sentences that begin with a bare verb.
    """
    found: list[Said] = []
    opened = goes_on = False
    for sentence in sentences:
        if not is_item(sentence, words):
            opened = goes_on = False
        elif sentence.judged.stated:
            opened = opened or (sentence.judged.firm and opens_plan(sentence.view, words))
            goes_on = sentence.judged.firm
            found.append(sentence)
        elif not _tells_of_done(sentence, words) and (
            (opened and not sentence.begins) or (goes_on and begins_with_verb(sentence.view, words))
        ):
            found.append(sentence)
        else:
            opened = goes_on = False
    return found


def _tells_of_done(sentence: Said, words: ItemWords) -> bool:
    return has_perfect(sentence.view, words) or is_background(sentence, words)


def _only_announces(section: Section, read: _Letter) -> bool:
    """Whether a numbered plan section only says that the plan follows: 三、下一步打算, or a lone 三、下一步，…"""
    if section.heading is not None:
        return not _heading_words(read.words.plan).sub("", without_enclosed(section.heading))
    parent = _parent(section, read)
    if parent is not None and parent.role == "plan":
        return False
    siblings = [
        other for other in read.sections if other.parent == section.parent and other.marker is not None
    ]
    return all(other.role != "plan" for other in siblings if other.id != section.id)


def _children(section: Section, read: _Letter) -> Iterator[Section]:
    return (other for other in read.sections if other.parent == section.id)


def _measured(
    section: Section, sentences: list[Said], steps: list[Said], read: _Letter
) -> tuple[Span, list[Said]] | None:
    """The extent of a measure and its sentences: from the marker to the last sentence that tells of work.

    Next steps are cut off: what follows a plan belongs to the measure only if it is the larger part; what only
    thanks, praises or restates the proposal makes no measure. An item that has nothing but its heading is one.
    """
    start, end = _trimmed(read.text, section.own_span)
    if not sentences:
        return (start, end), []
    first = sentences.index(steps[0]) if steps else len(sentences)
    apart = next((at for at, each in enumerate(sentences) if at and admits(each, read.words)), len(sentences))
    if section.role != "response":
        sentences = sentences[: max(apart, 1)]
    before = [sentence for sentence in sentences[:first] if tells(sentence, read.words)]
    after = [
        sentence for sentence in sentences[first:] if sentence not in steps and tells(sentence, read.words)
    ]
    plans = [sentence for sentence in steps if sentence.judged.firm]
    if before and plans and _length(after) <= _length(plans):
        kept = before
    elif before or any(sentence.judged.status in ("done", "ongoing") for sentence in after):
        kept = [*before, *after]
    else:
        return None
    return (start, _with_table(kept[-1].span[1], section, read)), kept


def _with_table(end: int, section: Section, read: _Letter) -> int:
    """Where an item that ends at `end` ends with the table that its last sentence leads to."""
    for start, stop in read.rows:
        if start == end + 1 and stop <= section.own_span[1]:
            end = stop
    return end


def _length(sentences: list[Said]) -> int:
    return sum(len(sentence.raw) for sentence in sentences)


def _measure(section: Section, read: _Letter, span: Span, kept: list[Said]) -> Measure:
    return Measure(
        id="m0",
        section_id=section.id,
        marker=section.marker,
        heading=section.heading,
        raw=read.text[slice(*span)],
        span=span,
        rule="items.numbered",
        status=_status_of_measure(kept, section.role),
    )


def _status_of_measure(kept: list[Said], role: SectionRole) -> ItemStatus:
    """Done if one sentence is; else ongoing if one is; else what the role says: unmarked work done is done."""
    statuses = {sentence.judged.status for sentence in kept}
    for status in ("done", "ongoing"):
        if status in statuses:
            return status
    return "unknown" if role == "response" else "done"


def _numbered_step(section: Section, read: _Letter, sentences: list[Said]) -> NextStep:
    start, end = _trimmed(read.text, section.own_span)
    end = _with_table(sentences[-1].span[1], section, read) if sentences else end
    raw = read.text[start:end]
    judged = [sentence.judged for sentence in sentences] or [
        judge_sentence(raw, read.words, role="plan", year=read.year)
    ]
    statuses = {judgement.status for judgement in judged}
    return NextStep(
        id="n0",
        section_id=section.id,
        marker=section.marker,
        heading=section.heading,
        raw=raw,
        span=(start, end),
        rule="items.numbered",
        status=_as_step(judged[0].status if len(statuses) == 1 else "planned"),
        flags=tuple(dict.fromkeys(flag for judgement in judged for flag in judgement.flags)),
    )


def _as_step(status: ItemStatus) -> ItemStatus:
    """What a next step is that nothing tells of: planned."""
    return "planned" if status == "unknown" else status


def _sentence_step(section: Section, sentence: Said, rule: str) -> NextStep:
    return NextStep(
        id="n0",
        section_id=section.id,
        marker=None,
        heading=None,
        raw=sentence.raw,
        span=sentence.span,
        rule=rule,
        status=_as_step(sentence.judged.status),
        flags=sentence.judged.flags,
    )


def _trimmed(text: str, span: Span) -> Span:
    raw = text[slice(*span)]
    return span[0] + len(raw) - len(raw.lstrip()), span[0] + len(raw.rstrip())


@cache
def _heading_words(words: PlanWords) -> re.Pattern[str]:
    return re.compile(
        rf"20\d\d年|“_+”(?:期间|后\S年|时期)?|{any_of(words.heading_times, words.heading_nouns)}"
    )
