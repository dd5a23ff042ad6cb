"""机关: party, congress, government and court, with their departments, offices and task forces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Clauses, Name
from dafu.records.facts import EntityKind

_HAN = r"[\u4e00-\u9fff]"
_NOT_COMMITTEE = r"(?!员(?!会)|托|派|任|屈|书记|常委|副书记|领导班子)"
_LONGEST_STEM = 18
_SHORTEST_OFFICE = 4
"""Characters of an office named without a level or place; 编办 and 外办 alone are too little to go by."""
_NOT_OFFICE = r"(?![法理学事好案结件证班园医厂税卡赛展社学])"

_DEPARTMENT_END = re.compile(
    rf"(?P<bureau>总局|局(?!部|长(?!期))|厅(?!长))|(?P<committee>委员会|委{_NOT_COMMITTEE})|(?P<office>办公室|办{_NOT_OFFICE})"
)


def find_organs(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> list[Name]:
    """The organs of a text; a place that ends where a short name begins belongs to it (青禾县 + 水利局)."""
    starts = {place.end: place.start for place in places}
    found = [
        *_level_bodies(text, starts, words),
        *_departments(text, starts, words),
        *_groups(text, starts, words),
        *(Name(*match.span(), "organ", "entities.organ_name") for match in _whole(words).finditer(text)),
        *_local(text, starts, words),
        *_unknown_departments(text, clauses, starts, words),
        *_task_forces(text, clauses, places, words),
    ]
    superiors = {name.end: name.start for name in found if name.rule == "entities.organ_name"}
    # 国家税务总局青禾县税务局: a local organ that bears its superior's name
    return [name._replace(start=superiors.get(name.start, name.start)) for name in found]


def _level_bodies(text: str, starts: dict[int, int], words: EntityWords) -> Iterator[Name]:
    """市委, 县人民政府, 云陵市人大常委会: a body named by its level."""
    for match in _level_body(words).finditer(text):
        level = match.end("township" if match["township"] else "level")
        start = starts.get(level, starts.get(match.start()))
        if start is None and _makes_plural(text, level, words):
            continue
        yield Name(match.start() if start is None else start, match.end(), "organ", "entities.level_body")


def _departments(text: str, starts: dict[int, int], words: EntityWords) -> Iterator[Name]:
    """财政局, 市水利局, 青禾县发展和改革委员会: a known stem with an ending."""
    tables = _stems(words)
    for match in _DEPARTMENT_END.finditer(text):
        stems = tables[match.lastgroup or ""]
        stem = next(
            (
                at
                for at in range(max(0, match.start() - _LONGEST_STEM), match.start())
                if text[at : match.start()] in stems
            ),
            None,
        )
        if stem is None:
            continue
        start = _with_level(text, stem, starts, words)
        start = start - 2 if start == stem and text.endswith("国家", 0, stem) else start
        bare_office = start == stem and match.lastgroup == "office" and match.end() - stem < _SHORTEST_OFFICE
        if bare_office or (start == stem and _makes_plural(text, stem, words)):
            continue
        yield Name(start, _branched(text, match.end(), words), "organ", "entities.department")


def _groups(text: str, starts: dict[int, int], words: EntityWords) -> Iterator[Name]:
    """市妇联, 青禾县残疾人联合会; 工会 and 团委 only with a level or place."""
    for match in _group(words).finditer(text):
        start = _with_level(text, match.start(), starts, words)
        if start < match.start() or (
            match.group() not in ("工会", "团委", "作协") and len(match.group()) > 1
        ):
            yield Name(start, match.end(), "organ", "entities.group")


def _with_level(text: str, stem: int, starts: dict[int, int], words: EntityWords) -> int:
    """Start of the name whose stem begins at `stem`: at its place, its level or the stem itself."""
    if stem in starts:
        return starts[stem]
    level = next((level for level in words.levels if text.endswith(level, 0, stem)), None)
    if level is None or _makes_plural(text, stem, words):
        return stem
    return starts.get(stem - len(level), stem - len(level))


def _makes_plural(text: str, end: int, words: EntityWords) -> bool:
    """Whether the level that ends here is part of a word or a plural: 小区, 各县区."""
    return text[max(0, end - 3) : end].endswith(words.not_before_level)


def _branched(text: str, end: int, words: EntityWords) -> int:
    """End of the name with an office that belongs to it: 公安局交警大队, 生态环境局青禾分局."""
    match = _branch(words).match(text, end)
    return match.end() if match else end


def _local(text: str, starts: dict[int, int], words: EntityWords) -> Iterator[Name]:
    """Organs of a township or village, named by it: 望川镇政府, 东坪村委会."""
    for end, start in starts.items():
        ending = text[end - 1 : end]
        if ending in ("镇", "乡") or text[:end].endswith(("街道", "苏木")):
            match = _township(words).match(text, end)
            kind: EntityKind = "organ"
        elif ending == "村" or text[:end].endswith("社区"):
            match = _village(words).match(text, end)
            kind = "organisation"
        else:
            continue
        if match:
            yield Name(start, match.end(), kind, "entities.local")


def _unknown_departments(
    text: str, clauses: Clauses, starts: dict[int, int], words: EntityWords
) -> Iterator[Name]:
    """A department whose stem the vocabulary lacks: 青禾县 + up to twelve characters + 局."""
    for match in re.finditer("局(?![部面限势长域])", text):
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.hard_stops or match.start() - word.start > 14:
                break
            begin = starts.get(word.start)
            if begin is not None and match.start() - word.start >= 2:
                yield Name(begin, match.end(), "organ", "entities.unknown_department")
                break


def _task_forces(text: str, clauses: Clauses, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """领导小组, 指挥部 and the like, with the words before them back to 的, 成立 or a pause."""
    begins = {place.start for place in places}
    for match in _task(words).finditer(text):
        start = match.start()
        for word in reversed(clauses.words_before(match.start())):
            if word.text in words.task_stops or match.start() - word.start > 26:
                break
            start = word.start
            if start in begins:
                break
        stem = text[start : match.start()]
        if len(stem) >= 3 and not _generic_task(words).fullmatch(stem):
            yield Name(start, match.end(), "organ", "entities.task_force")


@cache
def _level_body(words: EntityWords) -> re.Pattern[str]:
    bodies = any_of(tuple(body for body in words.level_bodies if body not in ("委", "人大", "政协", "政府")))
    return re.compile(
        rf"(?P<township>{any_of(words.township_levels)})(?:党委|人民政府|政府|人大主席团)"
        rf"|(?P<level>{any_of(words.levels)})(?:{bodies}|委{_NOT_COMMITTEE}|人大(?!代表(?!工|联|大会|团)|常)"
        r"|政协(?!委员(?!会)|常委)|政府(?!采购|网|性))"
    )


@cache
def _stems(words: EntityWords) -> dict[str, frozenset[str]]:
    return {
        "bureau": frozenset(words.departments),
        "committee": frozenset(words.committees),
        "office": frozenset(words.offices),
    }


@cache
def _group(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.groups))


@cache
def _whole(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{branched(words.organ_names, words.league)})(?!(?<=部)[门分队位件署])|(?:{any_of(words.ministries)})(?![门分队位件署])"
        rf"|国家(?:{branched(words.departments)})(?:总局|局|委员会|委{_NOT_COMMITTEE})"
        rf"|(?:{any_of(words.parties)})(?:{_HAN}{{0,8}}?(?:{any_of(words.party_bodies)}))"
    )


@cache
def _branch(words: EntityWords) -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.branches)}|{_HAN}{{2,4}}分局(?!部)")


@cache
def _township(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.township_bodies))


@cache
def _village(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.village_bodies))


@cache
def _task(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.task_forces))


@cache
def _generic_task(words: EntityWords) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words.generic_task)})+")
