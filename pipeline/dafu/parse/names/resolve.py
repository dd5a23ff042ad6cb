"""指代与简称: what 我局 and 我市 stand for, and the full names of short ones."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Name
from dafu.records.facts import EntityKind
from dafu.records.letter import Addressee, Letterhead

_LEVELS = "省市县区州盟旗镇乡村"


class Deictics:
    """The words 我局, 我市, 贵委 of a letter and what each refers to."""

    def __init__(
        self,
        text: str,
        letterhead: Letterhead,
        names: list[Name],
        addressees: tuple[Addressee, ...],
        words: EntityWords,
    ) -> None:
        self._text = text
        self._issuing = [organ.name for organ in letterhead.issuing_organs]
        self._addressed = [addressee.name for addressee in addressees if addressee.role in ("organ", "group")]
        self._places = [text[name.start : name.end] for name in names if name.kind == "place"]
        self.names = [
            Name(*match.span(), "place" if match["place"] else "organ", "entities.deictic")
            for match in _deictic(words).finditer(text)
        ]

    def referent(self, name: Name) -> str | None:
        """What a deictic stands for; `None` for another name, and where the letter does not tell."""
        if name.rule != "entities.deictic":
            return None
        raw = self._text[name.start : name.end]
        if name.kind == "place":
            return self._division(raw[-1] if not raw.endswith("街道") else "街道")
        organs = self._addressed if raw.startswith("贵") else self._issuing
        fitting = [organ for organ in organs if organ.endswith(raw[1:])]
        return next(iter(fitting or organs), None)

    def _division(self, level: str) -> str | None:
        """The division of this level in the issuing organ's name, else the place of that level named most."""
        for organ in self._issuing:
            match = re.match(
                rf"(?:中共)?((?:[\u4e00-\u9fff]{{2,8}}?[省市县区州旗])*?[\u4e00-\u9fff]{{2,6}}{level})(?![\u4e00-\u9fff]?$)",
                organ,
            )
            if match:
                return match.group(1)
        fitting = [place for place in self._places if place.endswith(level)]
        return max(fitting, key=fitting.count, default=None)


class Names:
    """One name for all mentions of a thing."""

    def __init__(self, text: str, names: list[Name], organs: tuple[str, ...]) -> None:
        self._text = text
        self._by_kind: dict[EntityKind, list[str]] = {}
        for name in names:
            printed = _plain(text[name.start : name.end])
            known = self._by_kind.setdefault(name.kind, [])
            if name.rule != "entities.deictic" and printed not in known:
                known.append(printed)
        self._organs = organs

    def full(self, name: Name) -> str:
        """The longest name in the letter that this one is short for, if there is only one; else itself."""
        printed = _plain(self._text[name.start : name.end])
        if name.rule == "entities.deictic":
            return printed
        fuller = [
            other
            for other in self._by_kind[name.kind]
            if other != printed and _is_short_for(printed, other, name.kind)
        ]
        if len(fuller) > 1:
            fuller = [
                other
                for other in fuller
                if not any(other != longer and _is_short_for(other, longer, name.kind) for longer in fuller)
            ]
        return fuller[0] if len(fuller) == 1 else printed


def _plain(printed: str) -> str:
    raw = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", printed)
    return raw if raw.startswith("“") and raw.count("“") > 1 else re.sub("^“([^“”]+)”$", r"\1", raw)


def _is_short_for(short: str, full: str, kind: EntityKind) -> bool:
    """市水利局 for 云陵市水利局, 市科技局 for 云陵市科学技术局, 云陵 for 云陵市."""
    if len(short) >= len(full):
        return False
    if kind == "place":
        return len(full) - len(short) == 1 and full.startswith(short) and full[-1] in _LEVELS
    if kind not in ("organ", "organisation"):
        return False
    if len(short) >= 3 and full.endswith(short):
        return (
            re.fullmatch(rf"[\u4e00-\u9fff]{{2,12}}[{_LEVELS}]?", full[: len(full) - len(short)]) is not None
        )
    return (
        kind == "organ"
        and len(short) >= 4
        and short[-1] == full[-1]
        and short[0] in _LEVELS
        and _in_order(short[:-1], full[:-1])
        and full.find(short[0]) <= 8
        and not re.search("分局|大队|支队|办公室|小组", full)
    )


def _in_order(short: str, full: str) -> bool:
    at = 0
    for char in short:
        at = full.find(char, at) + 1
        if not at:
            return False
    return True


@cache
def _deictic(words: EntityWords) -> re.Pattern[str]:
    heads = any_of(words.deictic_heads)
    return re.compile(
        rf"(?<![自基资版成根样原日书剧文副脚])(?:{heads})(?!{any_of(words.not_after_deictic)})(?:(?P<place>{any_of(words.deictic_places)})|{any_of(words.deictic_organs)})"
    )
