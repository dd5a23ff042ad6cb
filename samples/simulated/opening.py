"""Title, addressees and the paragraph that opens a letter."""

from __future__ import annotations

from typing import NamedTuple

from samples.simulated.frame import Frame, person
from samples.simulated.pen import Pen

_NUMERALS = "零一二三四五六七八九十"
_ENDINGS = {
    "reply": ("的答复", "的答复", "的复函", "的答复函", "办理情况的答复"),
    "joint_opinion": ("的会办意见", "的会办意见", "的协办意见"),
    "follow_up_reply": ("的补充答复", "的再次答复", "办理情况的补充答复"),
}
_PARTIES = ("民盟", "民建", "农工党", "九三学社")


class _Called(NamedTuple):
    """Whom the letter speaks to."""

    line: str
    you: str


def add_opening(pen: Pen, frame: Frame) -> None:
    """Adds the lines from the title to 现答复如下, and what they say."""
    meeting, fields = _meeting(pen)
    number = pen.random.choice(["{:03}", "{}", "{:04}", "2024{:04}"]).format(pen.random.randint(1, 320))
    word, setting = pen.setting.submission_word, pen.setting
    organ = setting.organ if pen.chance(0.35) else ""
    about = pen.random.choice(["关于", "对", "关于对"])
    outcome = _class_in_title(pen, frame)
    ending = pen.random.choice(_ENDINGS[frame.genre])
    frame.before.append(f"t {organ}{about}{meeting}{outcome}第{number}号{word}{ending}")
    title = f"关于{setting.theme}的{word}"
    frame.head["submission"] = {**fields, "numbers": [number], "titles": [title]}
    if outcome:
        frame.head["submission"]["class"] = outcome[0]
    called = _called(pen, frame)
    cited = pen.random.choice(["《{}》", "《{}》", "“{}”"]).format(title)
    again = f"（第{number}号）" if pen.chance(0.3) else ""
    frame.before += [called.line, f"p {_said(pen, frame, called, cited + again)}"]


def _said(pen: Pen, frame: Frame, called: _Called, cited: str) -> str:
    if frame.genre == "joint_opinion":
        return f"现就{cited}中涉及我局职责的内容，提出会办意见如下："
    if frame.genre == "follow_up_reply":
        return f"{called.you}提出的{cited}，我局已书面答复。现将后续办理情况答复如下："
    ends = ("收悉，现答复如下：", "已收悉。现将有关情况答复如下：", "收悉。经研究，现答复如下：")
    return f"{called.you}提出的{cited}{pen.random.choice(ends)}"


def _meeting(pen: Pen) -> tuple[str, dict[str, object]]:
    """The session as titles write it, and what it says of the submission."""
    setting = pen.setting
    term, session = pen.random.randint(4, 18), pen.random.randint(1, 5)
    form = pen.random.choice(["short", "short", "long", "full"])
    ordinal = f"第{_in_words(session)}次" if form == "full" else f"{_in_words(session)}次"
    which = f"{'' if form == 'short' else '第'}{_in_words(term)}届"
    if form == "full":
        body = (
            f"{setting.place}{which}人民代表大会" if setting.congress else f"政协{setting.place}{which}委员会"
        )
        written = body
    elif setting.congress:
        body = written = f"{setting.level}{which}人大"
    else:
        body, written = f"{setting.level}政协", f"{setting.level}政协{which}"
    kind = "suggestion" if setting.congress else "proposal"
    meeting = pen.name("meeting", f"{written}{ordinal}会议")
    return meeting, {"kind": kind, "body": body, "term": term, "session": session}


def _class_in_title(pen: Pen, frame: Frame) -> str:
    """A类 before the number in the title, where the head has the same class or none."""
    known = frame.letterhead.get("class")
    if not pen.chance(0.12):
        return ""
    value = known["value"] if known else pen.random.choice("ABC")
    if known:
        known["carriers"] = [*known["carriers"], "title"]
    else:
        frame.letterhead["class"] = {"raw": value, "value": value, "carriers": ["title"]}
    return f"{value}类"


def _called(pen: Pen, frame: Frame) -> _Called:
    setting = pen.setting
    if frame.genre == "joint_opinion":
        lead = pen.name("organ", f"{setting.level}{setting.other.organ}")
        frame.head["addressees"] = [[lead, "organ"]]
        return _Called(f"a {lead}：", "")
    if not setting.congress and pen.chance(0.12):
        party = pen.name("organ", f"{pen.random.choice(_PARTIES)}{setting.place}委员会")
        frame.head["addressees"] = [[party, "group"]]
        return _Called(f"a {party.replace('九三学社', '{nm:九三学社}')}：", "贵委")
    role, word = ("deputy", "代表") if setting.congress else ("cppcc_member", "委员")
    people = list(dict.fromkeys(person(pen) for _ in range(pen.random.choice([1, 1, 1, 2, 3]))))
    frame.head["addressees"] = [[one, role] for one in people]
    if len(people) == 1:
        return _Called(f"a {'尊敬的' if pen.chance(0.15) else ''}{people[0]}{word}：", "您")
    joint = ""
    if pen.chance(0.4):
        count = len(people) + pen.random.randint(1, 8)
        frame.head["addressees"][-1].append(count)
        joint = f"等{{q:{count}}}{pen.random.choice(['位', '名'])}"
    return _Called(f"a {'、'.join(people)}{joint}{word}：", "你们")


def _in_words(number: int) -> str:
    """1 to 19 as 一 to 十九."""
    return _NUMERALS[number] if number <= 10 else f"十{_NUMERALS[number - 10]}"
