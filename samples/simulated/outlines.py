"""Bodies of letters in the forms that they are seen in, with sections and items marked."""

from __future__ import annotations

from collections.abc import Callable

from samples.simulated.pen import Pen, last_day
from samples.simulated.sentences import Sentence, done, plan, plan_plain, refused

_NUMERALS = "一二三四五六七八九十"
_ASPECTS = ("制度建设", "项目实施", "资金保障", "队伍建设", "监督管理", "宣传引导")
Body = list[str]
"""Lines in the notation, each with the letter that says how it is printed."""
_PARTS: dict[str, tuple[str, ...]] = {
    "basic": ("基本情况", "工作现状", "总体情况"),
    "done": ("工作开展情况", "主要做法", "已开展的工作", "工作进展情况"),
    "problem": ("存在的问题", "存在的主要问题", "存在的困难和问题"),
    "plan": ("下一步工作打算", "下一步工作计划", "下步工作措施", "今后工作打算"),
}


def done_and_plan(pen: Pen) -> Body:
    """一、 done with （一）…, 二、 plan with （一）…."""
    lines = _numbered(pen, "一、", "done", pen.random.randint(2, 4))
    return [*lines, *_numbered(pen, "二、", "plan", pen.random.randint(2, 4))]


def four_parts(pen: Pen) -> Body:
    """Basic facts, what was done, problems, plan."""
    lines = [_head("一、", "basic", pen), "p " + _paragraph([done(pen)])]
    lines += _numbered(pen, "二、", "done", pen.random.randint(2, 3))
    lines += [_head("三、", "problem", pen), _problems(pen)]
    return [*lines, *_numbered(pen, "四、", "plan", pen.random.randint(2, 3))]


def themes_then_next(pen: Pen) -> Body:
    """一、 二、 三、 by theme, then a paragraph that opens with 下一步 and has no number."""
    headings = pen.random.sample(pen.setting.words.headings_done, pen.random.randint(2, 4))
    lines = _announced(pen, len(headings)) if pen.chance(0.4) else []
    for number, heading in enumerate(headings):
        pen.new_item()
        lines.append(f"p §1*done[{_NUMERALS[number]}、|{heading}]")
        lines.append("p " + _paragraph([done(pen) for _ in range(pen.random.randint(1, 3))]))
    steps = [plan_plain(pen), *(_step(pen) for _ in range(pen.random.randint(1, 2)))]
    return [*lines, "p §1plan[]" + _steps(steps, lead="下一步，")]


def aspects(pen: Pen) -> Body:
    """One paragraph of …方面，, then 下一步."""
    parts = []
    names = pen.random.sample(_ASPECTS, pen.random.randint(2, 3))
    for name in names:
        pen.new_item()
        parts.append(f"§1r*done[{name}方面，|]{done(pen).text}。")
    return [f"p {''.join(parts)}", "p §1plan[]" + _steps([_step(pen)], lead="下一步，")]


def points(pen: Pen) -> Body:
    """一、关于…的建议: what exists, then what will be done or why not."""
    lines: Body = []
    for number, theme in enumerate(pen.random.sample(pen.setting.topic.themes, pen.random.randint(2, 3))):
        pen.new_item()
        lines.append(f"p §1*response[{_NUMERALS[number]}、|关于{theme}的建议]")
        text = _paragraph([done(pen) for _ in range(pen.random.randint(1, 2))])
        step = refused(pen) if pen.chance(0.2) else _will(pen)
        lines.append(f"p {text}{_steps([step])}")
    return lines


def run_in(pen: Pen) -> Body:
    """一、 and 二、 with 一是…二是… inside the paragraph."""
    lines = [_head("一、", "done", pen), "p " + _run_in(pen, "done", pen.random.randint(2, 4))]
    return [*lines, _head("二、", "plan", pen), "p " + _run_in(pen, "plan", pen.random.randint(2, 3))]


def three_levels(pen: Pen) -> Body:
    """一、（一）1、: with a stop after the digit, an item that begins with a year would read 1.2023."""
    lines = [_head("一、", "done", pen)]
    for number in range(2):
        heading = pen.random.choice(pen.setting.words.headings_done)
        lines.append(f"p §2done[（{_NUMERALS[number]}）|{heading}]")
        for third in range(1, pen.random.randint(3, 4)):
            lines.append(f"p {_item(pen, 3, f'{third}、', 'done', headed=False)}")
    return [*lines, *_numbered(pen, "二、", "plan", pen.random.randint(2, 3))]


def arabic(pen: Pen) -> Body:
    """1. 2. 3. at once, then a paragraph that opens with 下一步."""
    count = pen.random.randint(2, 4)
    lines = [f"p {_item(pen, 3, f'{number}.', 'done', headed=True)}" for number in range(1, count + 1)]
    return [*lines, "p §1plan[]" + _steps([_step(pen)], lead="下一步，")]


def one_paragraph(pen: Pen) -> Body:
    """A county letter without outline: facts, then a promise or a refusal."""
    pen.new_item()
    text = _paragraph([done(pen) for _ in range(pen.random.randint(1, 3))])
    step = refused(pen) if pen.chance(0.25) else _will(pen)
    return [f"p §0response[]{text}{_steps([step])}"]


FORMS: tuple[Callable[[Pen], Body], ...] = (
    done_and_plan, done_and_plan, four_parts, themes_then_next, points, points, run_in, three_levels, arabic,
    aspects, one_paragraph, one_paragraph,
)  # fmt: skip


def _announced(pen: Pen, count: int) -> Body:
    """How many parts the letter says it has; now and then it has another number of them."""
    said = count
    if pen.chance(0.15):
        said += 1
        pen.findings.add("announced_count_mismatch")
    return [
        f"p 收到{pen.setting.submission_word}后，我局主要开展了以下{{an:{_NUMERALS[said - 1]}个}}方面工作："
    ]


def _head(marker: str, role: str, pen: Pen) -> str:
    pen.new_item()
    return f"p §1{role}[{marker}|{pen.random.choice(_PARTS[role])}]"


def _numbered(pen: Pen, marker: str, role: str, count: int) -> Body:
    """A part with （一）… below it, each an item; headed alike."""
    headed = pen.chance(0.75)
    items = [f"p {_item(pen, 2, f'（{numeral}）', role, headed=headed)}" for numeral in _NUMERALS[:count]]
    return [_head(marker, role, pen), *items]


def _item(pen: Pen, level: int, marker: str, role: str, *, headed: bool) -> str:
    """An item with one to three sentences; one of a single sentence has no heading."""
    pen.new_item()
    count = pen.random.randint(1, 2) if headed else 1
    write = plan if role == "plan" else done
    sentences = [write(pen) for _ in range(count)]
    known = pen.setting.words.headings_plan if role == "plan" else pen.setting.words.headings_done
    heading = next(iter(pen.draw(f"headings {role}", known, 1)), "") if headed else ""
    section = f"§{level}h*{role}{_promise(sentences) if role == 'plan' else ''}[{marker}|{heading}]"
    return f"{section}{'。' if heading else ''}{_paragraph(sentences)}"


def _run_in(pen: Pen, role: str, count: int) -> str:
    parts = []
    for numeral in _NUMERALS[:count]:
        pen.new_item()
        sentence = plan(pen) if role == "plan" else done(pen)
        promise = _promise([sentence]) if role == "plan" else ""
        parts.append(f"§2r*{role}{promise}[{numeral}是|]{sentence.text}。")
    return "".join(parts)


def _problems(pen: Pen) -> str:
    found = pen.random.sample(pen.setting.words.problems, pen.random.randint(2, 3))
    return "p " + "".join(
        f"§2rproblem[{numeral}是|]{text}。" for numeral, text in zip(_NUMERALS, found, strict=False)
    )


def _promise(sentences: list[Sentence]) -> str:
    """Strength and deadline of an item: of its strongest clause, and the latest that it commits to."""
    fields = [f"s={max(sentence.strength for sentence in sentences)}"]
    until = {one.until_id: last_day(one.until.end) for one in sentences if one.until}
    if until:
        fields.append(f"d={max(until, key=lambda number: until[number])}")
    if len(until) > len(set(until.values())):
        fields.append("len=deadline")  # 年底前 and 12月底前 are the same day, told more and less exactly
    return f"({' '.join(fields)})"


def _steps(sentences: list[Sentence], *, lead: str = "") -> str:
    """Sentences that are next steps each by itself; the lead belongs to the first."""
    parts = []
    for number, sentence in enumerate(sentences):
        fields = [f"s={sentence.strength}"]
        fields += [f"d={sentence.until_id}"] if sentence.until else []
        fields += [f"f={sentence.flags}"] if sentence.flags else []
        fields += [f"st={sentence.status} len=strength"] if sentence.status else []
        parts.append(f"«n {' '.join(fields)}»{lead if number == 0 else ''}{sentence.text}。«/»")
    return "".join(parts)


def _step(pen: Pen) -> Sentence:
    """A sentence that is an item of its own."""
    pen.new_item()
    return plan(pen)


def _will(pen: Pen) -> Sentence:
    """A plan that says that it is one, as it must outside a plan section."""
    sentence = _step(pen)
    return sentence._replace(text=f"下一步，{sentence.text}")


def _paragraph(sentences: list[Sentence]) -> str:
    return "".join(f"{sentence.text}。" for sentence in sentences)
