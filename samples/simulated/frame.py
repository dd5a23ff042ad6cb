"""What stands around the body: letterhead, title, addressees and opening; thanks, signature, contacts, copies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from samples.simulated.pen import Pen

Genre = Literal["reply", "joint_opinion", "follow_up_reply"]
_BRACKETS = ("〔〕", "〔〕", "〔〕", "[]", "（）", "﹝﹞")
_CODES = ("函", "提", "建", "字", "复字", "提函")


@dataclass
class Frame:
    """The lines before and after the body, and the head of the gold."""

    genre: Genre
    document_format: bool
    """云陵市水利局文件 with 版记; otherwise a letter."""
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)
    head: dict[str, Any] = field(default_factory=dict)

    @property
    def letterhead(self) -> dict[str, Any]:
        """Its gold."""
        found: dict[str, Any] = self.head["letterhead"]
        return found


def drawn_frame(pen: Pen) -> Frame:
    """A frame with its letterhead; each element is there or not, as letters have it."""
    genre: Genre = pen.random.choices(("reply", "joint_opinion", "follow_up_reply"), (84, 9, 7))[0]
    frame = Frame(genre, document_format=pen.chance(0.2))
    frame.head = {"genre": genre, "findings": [], "letterhead": {}, "closing": {}}
    frame.letterhead["organs"] = [pen.name("organ", pen.setting.organ)]
    number = _document_number(pen, frame)
    if frame.document_format:
        frame.before += [f"h {pen.setting.organ}文件", f"n {number}", *_marks(pen, frame)]
        return frame
    frame.before += _marks(pen, frame)
    if pen.chance(0.9):
        frame.before.append(f"h {pen.setting.organ}")
    frame.before.append(f"n {number}")
    return frame


def person(pen: Pen) -> str:
    """An invented name."""
    words = pen.setting.words
    return pen.name("person", pen.random.choice(words.surnames) + pen.random.choice(words.given))


def _marks(pen: Pen, frame: Frame) -> list[str]:
    """Class, disclosure and signatory, each on a line of its own."""
    lines = []
    if pen.chance(0.5):
        value = pen.random.choice("AABBC")
        written = pen.random.choice(["{}", "{}类", "类别：{}", "办理结果：{}"]).format(value)
        frame.letterhead["class"] = {"raw": written.split("：")[-1], "value": value, "carriers": ["header"]}
        lines.append(f"m {written}")
    if pen.chance(0.4):
        form, raw, disclosed = pen.random.choice(
            [
                ("公开属性：主动公开", "主动公开", "proactive"),
                ("公开（是）", "公开（是）", "proactive"),
                ("公开属性：依申请公开", "依申请公开", "on_application"),
            ]
        )
        frame.letterhead["disclosure"] = {"raw": raw, "value": disclosed}
        lines.append(f"m {form}")
    if pen.chance(0.25):
        frame.letterhead["signatory"] = person(pen)
        lines.append(f"m> 签发人：{frame.letterhead['signatory']}")
    return lines


def _document_number(pen: Pen, frame: Frame) -> str:
    setting = pen.setting
    code = f"{setting.stem[0]}{setting.topic.code}{pen.random.choice(_CODES)}"
    left, right = pen.random.choice(_BRACKETS)
    serial = str(pen.random.randint(1, 120))
    raw = f"{code}{left}{setting.year}{right}{serial}号"
    frame.letterhead["number"] = [raw, code, setting.year, serial]
    return raw
