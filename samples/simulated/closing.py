"""Thanks, signature, date, contacts and copies."""

from __future__ import annotations

from typing import Any

from samples.simulated.frame import Frame, person
from samples.simulated.pen import Pen


def add_closing(pen: Pen, frame: Frame) -> None:
    """Adds the lines after the body, and what they say."""
    setting, closing = pen.setting, frame.head["closing"]
    thanks = pen.random.choice(setting.words.thanks).format(领域=setting.topic.field)
    receivers = frame.head["addressees"]
    if len(receivers) > 1 or receivers[0][1] == "group":
        thanks = thanks.replace("您", "贵委" if receivers[0][1] == "group" else "你们")
    if frame.genre == "joint_opinion":
        thanks = f"以上意见，供贵局答复{'代表' if setting.congress else '委员'}时参考"
    feedback = ""
    if pen.chance(0.3) and frame.genre != "joint_opinion":
        closing["feedback"] = True
        feedback = "以上答复是否满意，如有意见，敬请反馈。"
    frame.after.append(f"p §0closing[]{feedback}{thanks}。")
    headed = any(line.startswith("h ") for line in frame.before)
    if not headed or pen.chance(0.9):
        closing["signed_by"] = [setting.organ]
        frame.after.append(f"s {setting.organ}")
    else:
        frame.head["findings_optional"] = ["missing_signature"]
    if setting.dated:
        printed = f"{setting.year}年{setting.month}月{setting.day}日"
        closing["document_date"] = [printed, setting.today]
        frame.after.append(f"d {printed}")
    else:
        frame.head["findings"].append("missing_document_date")
    frame.after += _contacts(pen, closing)
    if pen.chance(0.4):
        copied = [
            f"{setting.level}政府办公室",
            f"{setting.level}{'人大常委会代表工委' if setting.congress else '政协提案委员会'}",
        ]
        closing["copied_to"] = [pen.name("organ", name) for name in copied]
        frame.after.append(f"i 抄送：{pen.random.choice('，、').join(copied)}。")
    if frame.document_format and setting.dated:
        office = pen.name("organ", f"{setting.organ}办公室")
        day = min(setting.day + pen.random.randint(0, 2), 28)
        printed = f"{setting.year}年{setting.month}月{day}日"
        closing["printed_on"] = [printed, f"{setting.year}-{setting.month:02}-{day:02}"]
        frame.after.append(f"I {office} {printed}印发")


def _contacts(pen: Pen, closing: dict[str, Any]) -> list[str]:
    phone = f"{pen.random.choice(['0999-', ''])}555{pen.random.randint(0, 9999):04}"
    form = pen.random.choice(["line", "line", "note", "blank", "two", "none"])
    if form == "none":
        return []
    if form == "blank":
        closing |= {"responsible_official": "=", "case_officer": "=", "phone": phone}
        return ["c 负责人：", "c 承办人：", f"c 联系电话：{phone}"]
    name = person(pen)
    closing["phone"] = phone
    if form == "two":
        closing["case_officer"] = name
        return [f"c 承办人：{name}", f"c 联系电话：{phone}"]
    closing["contact"] = name
    if form == "note":
        closing["note"] = f"（联系人：{name}，联系电话：{phone}）"
        return [f"c {closing['note']}"]
    return [f"c 联系人：{name} 联系电话：{phone}"]
