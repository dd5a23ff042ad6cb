"""会议: congresses, sessions and named working meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of, branched
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Name

_HAN = r"[\u4e00-\u9fff]"
_N = r"[〇○零一二三四五六七八九十百\d]{1,4}"
_CONGRESS = re.compile(
    r"(?:党的|中共)?(?:十[一二三四五六七八九]大(?!常委)|二十大|二十一大)"
    r"|(?:党的)?(?:十[六七八九]|二十)届[一二三四五六七]中(?:、[一二三四五六七]中)*全会"
)
_SESSION = re.compile(
    rf"(?:第[^\S\n]?)?{_N}[届屆](?P<body>{_HAN}{{0,14}}?)(?:第?{_N}次)(?:全体|全體)?(?:会议|會議)"
)
_BODY = re.compile(
    r"(?:中国人民政治协商会议|政协|政協|中共)?(?:(?P<level>全国|自治区|[省市县縣区區州旗乡鄉镇鎮])|(?P<place>))"
    r"(?:政协|政協|人大|人民代表大会|人民代表大會|党代会|委员会|委)?$"
)


def find_meetings(text: str, places: list[Name], words: EntityWords) -> list[Name]:
    """The named meetings of a text; 座谈会 or 专题会议 without a name is none."""
    found = [Name(*match.span(), "meeting", "entities.congress") for match in _CONGRESS.finditer(text)]
    found.extend(_sessions(text, places))
    found.extend(
        Name(*match.span(), "meeting", "entities.meeting_name") for match in _named(words).finditer(text)
    )
    found.extend(_working(text, places, words))
    return found


def _sessions(text: str, places: list[Name]) -> Iterator[Name]:
    """市政协五届二次会议, 青禾县第十八届人民代表大会第三次会议: from the body's name on."""
    starts = {place.end: place.start for place in places}
    for match in _SESSION.finditer(text):
        body = _BODY.search(text, max(0, match.start() - 20), match.start())
        start = body.start() if body else match.start()
        if body:
            division = next((end for end in range(body.start(), match.start() + 1) if end in starts), None)
            if division is not None:
                start = starts[division]
        if text[max(0, start - 2) : start] in ("政协", "政協", "中共"):
            start -= 2
        yield Name(start, match.end(), "meeting", "entities.session")


def _working(text: str, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """市委经济工作会议, 全市工业发展大会: a writer, a subject and the ending."""
    starts = {place.end: place.start for place in places}
    for match in _work(words).finditer(text):
        subject = match["subject"]
        if not subject and match["end"] in words.meeting_ends_with_subject:
            continue
        if _generic(words).fullmatch(subject) and match["end"] in words.meeting_ends_with_subject:
            continue
        level = match.start() + 1 if match["writer"] in tuple("省市县区") else match.start()
        yield Name(starts.get(level, match.start()), match.end(), "meeting", "entities.meeting")


@cache
def _named(words: EntityWords) -> re.Pattern[str]:
    return re.compile(branched(words.meeting_names))


@cache
def _work(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<writer>{branched(words.meeting_writers)})(?P<subject>(?:(?!的|局|召开|举行|组织|开展|在|对|会同|联合|党委|办公室|通过|印发)[\u4e00-\u9fff\d“”·]){{0,18}}?)(?P<end>{any_of(words.meeting_ends)})(?![议精长])"
    )


@cache
def _generic(words: EntityWords) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words.generic_meeting)})*")
