"""会议: congresses, sessions and named working meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.entities_names import Name

_HAN = r"[\u4e00-\u9fff]"
_N = r"[〇○零一二三四五六七八九十百\d]{1,4}"
_CONGRESS = re.compile(
    r"(?:党的|中共)?(?:十[一二三四五六七八九]大(?!常委)|二十大|二十一大)"
    r"|(?:党的)?(?:十[六七八九]|二十)届[一二三四五六七]中(?:、[一二三四五六七]中)*全会"
)
_SESSION = re.compile(
    rf"(?P<before>{_HAN}{{0,20}}?)第?{_N}届(?P<body>{_HAN}{{0,14}}?)(?:第?{_N}次)(?:全体)?会议"
)
_BODY = re.compile(
    rf"(?:政协|人大|人民代表大会|(?:{_HAN}{{2,6}}?[省市县区州旗盟])?(?:政协|人大)|全国政协|全国人大|[省市县区州旗]|{_HAN}{{2,8}}[省市县区州旗])+$"
)


def find_meetings(text: str, places: list[Name], words: EntityWords) -> list[Name]:
    """The named meetings of a text; 座谈会 or 专题会议 without a name is none."""
    found = [Name(*match.span(), "meeting", "entities.congress") for match in _CONGRESS.finditer(text)]
    found.extend(_sessions(text, places))
    found.extend(Name(*match.span(), "meeting", "entities.meeting_name") for match in _named(words).finditer(text))
    found.extend(_working(text, places, words))
    return found


def _sessions(text: str, places: list[Name]) -> Iterator[Name]:
    """市政协五届二次会议, 青禾县第十八届人民代表大会第三次会议: from the body's name on."""
    begins = sorted(place.start for place in places)
    for match in _SESSION.finditer(text):
        before = match["before"]
        start = match.start() + len(before)
        body = _BODY_AT_END.search(before)
        if body:
            start = match.start() + body.start()
        for begin in begins:
            if match.start() <= begin < start and _ADMINISTRATIVE.fullmatch(text[begin:start]):
                start = begin
                break
        if text[max(0, start - 2) : start] == "政协":
            start -= 2
        elif text[max(0, start - 2) : start] == "中共":
            start -= 2
        yield Name(start, match.end(), "meeting", "entities.session")


_BODY_AT_END = re.compile(
    r"(?:中国人民政治协商会议|政协|中共)?(?:全国|自治区|[省市县区州旗])?(?:政协|人大|人民代表大会|党代会)?(?:第)?$"
)
_ADMINISTRATIVE = re.compile(rf"{_HAN}{{2,16}}?(?:[省市县区州旗盟]|政协|人大|人民代表大会)?")


def _working(text: str, places: list[Name], words: EntityWords) -> Iterator[Name]:
    """市委经济工作会议, 全市工业发展大会: a writer, a subject and the ending."""
    starts = {place.end: place.start for place in places}
    for match in _work(words).finditer(text):
        subject = match["subject"]
        if not subject and match["end"] in _NEEDS_SUBJECT:
            continue
        if _generic(words).fullmatch(subject) and match["end"] in _NEEDS_SUBJECT:
            continue
        level = match.start() + 1 if match["writer"] in tuple("省市县区") else match.start()
        yield Name(starts.get(level, match.start()), match.end(), "meeting", "entities.meeting")


_NEEDS_SUBJECT = (
    "工作会议", "大会", "推进会", "推进会议", "工作推进会", "现场会", "动员会", "动员大会", "部署会", "论坛", "博览会", "峰会", "交易会",
    "运动会", "洽谈会", "电视电话会议", "视频会议", "全体会议", "办公会", "办公会议", "党组会议", "全体扩大会议",
)  # fmt: skip


@cache
def _named(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.meeting_names))


@cache
def _work(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<writer>{any_of(words.meeting_writers)})(?P<subject>(?:(?!的|召开|举行|组织|开展|在|对|会同|联合|党委|办公室|通过|印发)[\u4e00-\u9fff\d“”]){{0,18}}?)(?P<end>{any_of(words.meeting_ends)})(?![议精长])"
    )


@cache
def _generic(words: EntityWords) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words.generic_meeting)})*")
