"""From a letter's text to its record: one stage a part of the record, composed here."""

from __future__ import annotations

from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.parse.carrier import lines_of, source_of, tables_of
from dafu.parse.closing.closing import find_closing
from dafu.parse.documents.documents import find_documents
from dafu.parse.figures.figures import find_figures
from dafu.parse.findings.facts import check_facts
from dafu.parse.findings.findings import check_letter, not_a_reply
from dafu.parse.findings.signs import lost_signs
from dafu.parse.head.addressees import find_addressees
from dafu.parse.head.handling import find_handling
from dafu.parse.head.letterhead import find_letterhead
from dafu.parse.head.submission import find_submission
from dafu.parse.head.title import find_title, genre_of
from dafu.parse.items.commitments import Facts, judge_items
from dafu.parse.items.items import find_items
from dafu.parse.letter_key import letter_key
from dafu.parse.names.entities import find_entities
from dafu.parse.names.model import NameModel
from dafu.parse.numbers.numbers import account_for_numbers, read_numbers
from dafu.parse.outline.markers_apart import markers_apart
from dafu.parse.outline.sections import find_sections
from dafu.parse.periods.periods import date_of_letter, find_periods
from dafu.records import Closing, Letterhead, Producer, ReplyRecord, Section

__all__ = ["parse_letter"]


def parse_letter(
    letter: LetterText, lexicon: Lexicon, producer: Producer, *, name_model: NameModel | None = None
) -> ReplyRecord:
    """The record of one letter; a document that is no reply gets genre `other` and empty letter fields."""
    title = find_title(letter, lexicon)
    addressees = find_addressees(letter, lexicon)
    genre = genre_of(letter, title, addressees, lexicon)
    if genre == "other":
        return _other(letter, producer)
    letterhead = find_letterhead(letter, lexicon)
    submission = find_submission(letter, title, addressees, lexicon)
    sections = find_sections(letter, lexicon)
    handling = find_handling(letter, lexicon)
    closing = find_closing(letter, sections, lexicon)
    letter_date = date_of_letter(letterhead, closing)
    apart = markers_apart(letter.text, sections)
    periods = find_periods(letter, apart=apart, sections=sections, letter_date=letter_date, lexicon=lexicon)
    documents = find_documents(
        letter, submission=submission, letterhead=letterhead, sections=sections, lexicon=lexicon
    )
    entities = find_entities(
        letter,
        letterhead=letterhead,
        submission=submission,
        addressees=addressees,
        handling=handling,
        closing=closing,
        documents=documents,
        lexicon=lexicon,
        model=name_model,
    )
    readings = read_numbers(
        letter,
        apart=apart,
        title=title,
        letterhead=letterhead,
        submission=submission,
        sections=sections,
        periods=periods,
        documents=documents,
        closing=closing,
        entities=entities,
        lexicon=lexicon,
    )
    figures, bounds = find_figures(
        letter,
        readings,
        sections=sections,
        periods=periods,
        letterhead=letterhead,
        letter_date=letter_date,
        entities=entities,
        lexicon=lexicon,
    )
    numbers = account_for_numbers(letter, readings, figures=figures, bounds=bounds)
    measures, next_steps = judge_items(
        *find_items(letter, sections, lexicon, letter_date=letter_date),
        Facts(
            letterhead=letterhead,
            periods=periods,
            figures=figures,
            documents=documents,
            entities=entities,
            letter_date=letter_date,
        ),
        lexicon,
    )
    return ReplyRecord(
        record_id=_record_id(letter),
        letter_key=letter_key(letterhead, submission, addressees),
        source=source_of(letter),
        producer=producer,
        text=letter.text,
        lines=lines_of(letter),
        tables=tables_of(letter),
        genre=genre,
        title=title,
        letterhead=letterhead,
        submission=submission,
        addressees=addressees,
        handling=handling,
        sections=sections,
        measures=measures,
        next_steps=next_steps,
        figures=figures,
        periods=periods,
        cited_documents=documents,
        entities=entities,
        closing=closing,
        numbers=numbers,
        findings=(
            *check_letter(
                letter=letter,
                title=title,
                letterhead=letterhead,
                submission=submission,
                addressees=addressees,
                sections=sections,
                closing=closing,
                lexicon=lexicon,
            ),
            *check_facts(letter.text, figures, numbers, periods=periods, words=lexicon.items),
            *lost_signs(letter, figures, lexicon.figures),
        ),
    )


def _other(letter: LetterText, producer: Producer) -> ReplyRecord:
    whole = (0, len(letter.text))
    return ReplyRecord(
        record_id=_record_id(letter),
        letter_key=None,
        source=source_of(letter),
        producer=producer,
        text=letter.text,
        lines=lines_of(letter),
        tables=tables_of(letter),
        genre="other",
        title=None,
        letterhead=Letterhead(),
        submission=None,
        sections=(_undivided(whole),) if letter.text else (),
        closing=Closing(),
        findings=not_a_reply(letter),
    )


def _undivided(whole: tuple[int, int]) -> Section:
    return Section(
        id="s1",
        parent=None,
        level=0,
        style="plain",
        marker=None,
        ordinal=None,
        heading=None,
        role="unknown",
        span=whole,
        own_span=whole,
        rule="outline.undivided",
    )


def _record_id(letter: LetterText) -> str:
    return letter.sha256 if letter.index == 1 else f"{letter.sha256}#{letter.index}"
