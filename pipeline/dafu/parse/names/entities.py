"""实体: every mention of an organ, organisation, person, place, programme or meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dafu.forms.book_marks import marked_titles
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Clauses, Name, longest
from dafu.parse.names.institutions import find_institutions
from dafu.parse.names.meetings import find_meetings
from dafu.parse.names.model import NameModel, beside
from dafu.parse.names.organs import find_organs
from dafu.parse.names.persons import find_persons
from dafu.parse.names.places import find_places
from dafu.parse.names.programmes import find_programmes
from dafu.parse.names.resolve import Deictics, Names
from dafu.records.base import Span
from dafu.records.facts import CitedDocument, Entity
from dafu.records.letter import Addressee, Closing, HandlingUnit, Letterhead, Submission

_DIVISION = re.compile(
    r"^(?:中共|政协)?(?P<division>(?:[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗|镇|乡))+)(?=[\u4e00-\u9fff])"
)


_SHORTEST_TITLE = 6
_ORGAN_NAME = re.compile(r"(?![我本贵该])(?!.*(?:各|有关|相关|沿线))[\u4e00-\u9fff“”（）()·]{2,40}")


def find_entities(
    letter: LetterText,
    *,
    letterhead: Letterhead,
    submission: Submission | None,
    addressees: tuple[Addressee, ...],
    handling: tuple[HandlingUnit, ...],
    closing: Closing,
    documents: tuple[CitedDocument, ...],
    lexicon: Lexicon,
    model: NameModel | None = None,
) -> tuple[Entity, ...]:
    """The mentions in reading order; the longest name wins.

    Nothing inside a title in 《》 or a meeting's name is an entity of its own. A short form has the name of
    the full one that the letter prints (市水利局, 云陵市水利局); 我局 and 我市 have that of what they refer to.
    A statistical model, where given, adds names in places where the rules found none.
    """
    words = lexicon.entities
    text = letter.text
    clauses = Clauses(text)
    organs = _named_organs(letterhead, handling, closing, addressees)
    places = find_places(text, clauses, _divisions(organs), frozenset(words.hard_stops), lexicon)
    names = [
        *find_meetings(text, places, words),
        *_mentions(text, organs, words),
        *find_organs(text, clauses, places, words),
        *find_institutions(text, clauses, places, words),
        *find_persons(text, addressees, letterhead, closing, words),
        *find_programmes(text, clauses, places, words),
        *places,
    ]
    hidden = _hidden(text, letterhead, submission, documents)
    kept = longest([name for name in names if not _is_hidden(name, hidden, text, words)])
    if model is not None:
        candidates = [name for name in model.names(text) if not _is_hidden(name, hidden, text, words)]
        kept = longest([*kept, *beside(kept, candidates)])
    deictics = Deictics(text, letterhead, kept, addressees, words)
    kept = longest([*kept, *(name for name in deictics.names if deictics.referent(name) is not None)])
    known = Names(text, kept, organs)
    return tuple(
        Entity(
            id=f"e{number}",
            raw=text[name.start : name.end],
            span=(name.start, name.end),
            rule=name.rule,
            kind=name.kind,
            name=deictics.referent(name) or known.full(name),
            refers_to=deictics.referent(name),
        )
        for number, name in enumerate(kept, start=1)
    )


def _hidden(
    text: str,
    letterhead: Letterhead,
    submission: Submission | None,
    documents: tuple[CitedDocument, ...],
) -> list[Span]:
    """Where no name is looked for: titles of documents and of the items answered, and the document number."""
    hidden = [(title.start, title.end) for title in marked_titles(text)]
    hidden.extend(document.span for document in documents)
    if letterhead.document_number is not None:
        hidden.append(letterhead.document_number.span)
    items = (submission, *submission.also) if submission is not None else ()
    for title in dict.fromkeys(
        title for item in items for title in item.titles if len(title) >= _SHORTEST_TITLE
    ):
        hidden.extend(match.span() for match in re.finditer(re.escape(title), text))
    return hidden


def _named_organs(
    letterhead: Letterhead,
    handling: tuple[HandlingUnit, ...],
    closing: Closing,
    addressees: tuple[Addressee, ...],
) -> tuple[str, ...]:
    """Names of the organs that other parts of the letter found."""
    named: Iterable[str] = (
        *(organ.raw for organ in letterhead.issuing_organs),
        *(organ.raw for organ in closing.signed_by),
        *(organ.raw for organ in handling),
        *(organ.raw for organ in closing.copied_to),
        *(addressee.name for addressee in addressees if addressee.role in ("organ", "group")),
    )
    return tuple(dict.fromkeys(name for name in named if _ORGAN_NAME.fullmatch(name)))


def _divisions(organs: tuple[str, ...]) -> frozenset[str]:
    """The divisions that the letter's organs bear in their names: 青禾县 of 青禾县水利局."""
    found = (_DIVISION.match(organ) for organ in organs)
    return frozenset(match["division"] for match in found if match)


def _mentions(text: str, organs: tuple[str, ...], words: EntityWords) -> list[Name]:
    if not organs:
        return []
    found = re.compile(any_of(organs)).finditer(text)
    return [
        Name(
            *match.span(),
            "organisation" if _is_institution(words).search(match.group()) else "organ",
            "entities.part",
        )
        for match in found
    ]


def _is_hidden(name: Name, hidden: list[tuple[int, int]], text: str, words: EntityWords) -> bool:
    if text[name.start : name.end] in words.not_names:
        return True
    return any(start <= name.start < end for start, end in hidden)


@cache
def _is_institution(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.institutions)})$")
