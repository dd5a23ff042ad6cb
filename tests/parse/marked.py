"""Letters for tests whose zones are given, one letter before each line.

h letterhead, t title, a addressee, b body, s signature, x attachment, i imprint.
"""

from __future__ import annotations

from textwrap import dedent

from tests.parse.letters import letter_of

from dafu.layout.block import Block, Piece
from dafu.layout.model import LetterText, Zone
from dafu.records import Addressee, Title

_ZONES: dict[str, Zone] = {
    "h": "letterhead", "t": "title", "a": "addressee", "b": "body",
    "s": "signature", "x": "attachment", "i": "imprint",
}  # fmt: skip


def marked(lines: str) -> LetterText:
    """The letter of lines such as `t 关于…的答复`, one paragraph each."""
    blocks = [
        Block(pieces=(Piece(text=line[2:], at=f"line {number}"),), zone=_ZONES[line[0]])
        for number, line in enumerate(dedent(lines).strip("\n").split("\n"), start=1)
    ]
    return letter_of(tuple(blocks))


def title_of(letter: LetterText) -> Title | None:
    """The first paragraph of the title zone."""
    for paragraph in letter.in_zone("title"):
        return Title(raw=letter.raw(paragraph), span=paragraph.span, rule="test")
    return None


def addressees_of(letter: LetterText) -> tuple[Addressee, ...]:
    """One addressee a line, its role by its last word."""
    found: list[Addressee] = []
    for paragraph in letter.in_zone("addressee"):
        raw = letter.raw(paragraph)
        name = raw.rstrip("：:").removesuffix("委员").removesuffix("代表")
        role = "cppcc_member" if "委员：" in raw else "deputy" if "代表：" in raw else "group"
        found.append(
            Addressee.model_validate(
                {"raw": raw, "span": paragraph.span, "rule": "test", "name": name, "role": role}
            )
        )
    return tuple(found)
