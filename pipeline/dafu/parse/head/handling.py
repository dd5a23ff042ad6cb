"""承办单位: organs that the letter names as handling the item: 主办, 会办, 经商."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.markers import marker_at
from dafu.forms.organs import organ_list
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText, Paragraph
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import LetterheadWords
from dafu.records.base import Span
from dafu.records.letter import HandlingRole, HandlingUnit
from dafu.text import Folded, fold

_OPENING_PARAGRAPHS = 3
_OWN_LEAD = re.compile(r"由(?P<name>我[局委厅部办院署会])(?=(?:牵头)?会同|主办|牵头|独办|负责办理)")
"""由我局会同市财政局办理: the writer says that it leads."""
_TO_ANSWER = re.compile(r"(?:等)?[^。;,]{0,12}?(?:研究|办理|答复|会商|商议|沟通|协商|调研|讨论)")
"""会同 names a joint unit where the item is what they handle; 会同市公安局开展整治 is a measure."""
_IN_A_CLAUSE = re.compile(r"(?:为|负责)?(?:主办|承办|牵头办理|(?P<joint>会办|协办))(?:单位)?(?=[,;。])")
"""What tells the part of organs that begin a clause: `…，省财政厅、省教育厅会办`."""


def find_handling(letter: LetterText, lexicon: Lexicon) -> tuple[HandlingUnit, ...]:
    """The organs named with their part in the handling: after a label, or in the opening.

    市政府交办市水利局办理 and 由市教育局牵头 name a lead, 会同 and 会办 a joint one, 经商 one consulted. An organ is
    listed once for each role.
    """
    found: dict[tuple[str, HandlingRole], HandlingUnit] = {}
    for unit in (*_labelled(letter, lexicon), *_in_opening(letter, lexicon)):
        found.setdefault((unit.name, unit.role), unit)
    return tuple(sorted(found.values(), key=lambda unit: unit.span))


def _labelled(letter: LetterText, lexicon: Lexicon) -> Iterator[HandlingUnit]:
    words = lexicon.letterhead
    for paragraph in letter.in_zone("letterhead", "title", "signature", "imprint"):
        folded = fold(letter.raw(paragraph))
        for match in _label(words).finditer(folded.text):
            role: HandlingRole = "lead" if match["lead"] else "joint"
            for span in organ_list(folded.text, match.end(), lexicon.organs):
                yield _unit(letter, paragraph, folded, span, role)


def _in_opening(letter: LetterText, lexicon: Lexicon) -> Iterator[HandlingUnit]:
    for paragraph in letter.in_zone("body")[:_OPENING_PARAGRAPHS]:
        if marker_at(letter.raw(paragraph)):
            return
        folded = fold(letter.raw(paragraph))
        for own in _OWN_LEAD.finditer(folded.text):
            yield _unit(letter, paragraph, folded, own.span("name"), "lead")
        listed = 0
        for match in _cue(lexicon.letterhead).finditer(folded.text):
            if match.start() < listed:  # the 交 of 市交通运输局
                continue
            organs = organ_list(folded.text, match.end(), lexicon.organs)
            if not organs:
                continue
            role = _role(match, folded.text[organs[-1][1] :], lexicon.letterhead)
            if role is None:
                continue
            listed = organs[-1][1]
            for span in organs:
                yield _unit(letter, paragraph, folded, span, role)


def _role(cue: re.Match[str], after: str, words: LetterheadWords) -> HandlingRole | None:
    """The part that the words around a list of organs give them; None if they only act otherwise."""
    if cue["consulting"]:
        return "consulted"
    if cue["gathering"] or cue["founding"] or cue["beside"]:
        return _heard(cue, after, words)
    if cue["clause"]:
        named = _IN_A_CLAUSE.match(after)
        return None if named is None else "joint" if named["joint"] else "lead"
    if _assisted(words).match(after):
        return "joint"
    if cue["jointly"]:
        return "joint" if _TO_ANSWER.match(after) else None
    return "lead" if _handled(words).match(after) else None


def _heard(cue: re.Match[str], after: str, words: LetterheadWords) -> HandlingRole | None:
    """Whether the organs gave an opinion or were talked with, and whether as joint units (会办意见)."""
    heard = (_talked(words) if cue["beside"] else _opinion(words)).match(after)
    if heard is None or (cue["founding"] and not any(heard.groups())):
        return None
    return "joint" if heard["joint"] else "consulted"


def _unit(
    letter: LetterText, paragraph: Paragraph, folded: Folded, span: Span, role: HandlingRole
) -> HandlingUnit:
    start, end = folded.span(*span)
    where = (paragraph.span[0] + start, paragraph.span[0] + end)
    raw = letter.text[slice(*where)]
    return HandlingUnit(raw=raw, span=where, rule=f"handling.{role}", name=re.sub(r"\s+", "", raw), role=role)


@cache
def _label(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"(?:(?P<lead>{any_of(words.lead_labels)})|{any_of(words.joint_labels)})\)?:")


@cache
def _cue(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<consulting>{any_of(words.consulting)}|(?:^|(?<=[,;。:]))[并现]?商(?=[市县区省旗国]))"
        rf"|(?P<gathering>{any_of(words.gathering)})|(?P<founding>{any_of(words.founding)})"
        rf"|(?P<beside>{any_of(words.beside)})|(?P<jointly>{any_of(words.jointly)}))(?:{any_of(words.joint_labels)})?"
        rf"|(?P<assigning>{any_of(words.assigning)})|由|(?P<clause>[,;。])"
    )


@cache
def _opinion(words: LetterheadWords) -> re.Pattern[str]:
    """What the organs listed gave: `…市水利局、市财政局等单位提供的会办意见`."""
    return re.compile(
        rf"(?:等[^,;。]{{0,8}})?(?P<given>{any_of(words.giving)})?的?(?:有关|相关|书面)?(?P<joint>会办|协办|分办)?的?(?:有关|书面|反馈|回复)?(?:意见|建议)(?!建议)"
    )


@cache
def _talked(words: LetterheadWords) -> re.Pattern[str]:
    """Talks that the answer comes from: 与市财政局会商，现答复如下; 与市水利局共同办理."""
    return re.compile(
        rf"(?:等[^,;。]{{0,6}})?(?:(?:{any_of(words.talking)})(?=[^。]{{0,30}}(?:答复|函复|回复|如下))|(?P<joint>共同办理|协同办理|联合办理))"
    )


@cache
def _handled(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"\)?(?:进行|负责|单独|共同)?(?:{any_of(words.handled)})")


@cache
def _assisted(words: LetterheadWords) -> re.Pattern[str]:
    return re.compile(rf"\)?(?:进行)?(?:{any_of(words.assisting)})")
