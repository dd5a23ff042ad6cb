"""Sentences of what was done and of what is planned, with the truth about every number in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from samples.simulated.pen import Pen, When, coming, past
from samples.simulated.quantities import figure, quantity, share, written_share
from samples.simulated.words import Fact


class Sentence(NamedTuple):
    """A sentence without its stop, and how firm a promise it is."""

    text: str
    strength: int = 3
    until: When | None = None
    """What it commits to."""
    until_id: str = ""
    flags: str = ""
    status: str = ""


def done(pen: Pen) -> Sentence:
    """A sentence of what was done."""
    text = None
    while text is None:
        text = pen.random.choice(_DONE)(pen)
    return Sentence(text)


def plan(pen: Pen) -> Sentence:
    """A sentence of what is planned."""
    found = None
    while found is None:
        found = pen.random.choice(_PLAN)(pen)
    return found


def _facts(pen: Pen, count: int) -> list[Fact]:
    """Facts not stated yet, all or none; a second topic helps a long letter out."""
    own = pen.draw("facts", pen.setting.topic.facts, count)
    return own if len(own) == count else pen.draw("facts", pen.setting.other.facts, count)


def _fact(pen: Pen) -> Fact | None:
    return next(iter(_facts(pen, 1)), None)


def _share(pen: Pen) -> str | None:
    return next(iter(pen.draw("shares", (*pen.setting.topic.shares, *pen.setting.other.shares), 1)), None)


def _money(pen: Pen, verb: str) -> Fact | None:
    purpose = next(iter(pen.draw("money", pen.setting.topic.money, 1)), None)
    unit, low, high = pen.random.choice([("万元", 60, 4800), ("亿元", 0.3, 9)])
    return Fact(verb, purpose, unit, low, high, 0 if unit == "万元" else 2) if purpose else None


def _cover(pen: Pen) -> str:
    """全市, in about half of the sentences."""
    return pen.setting.whole if pen.chance(0.5) else ""


def _counted(
    pen: Pen, fact: Fact, cover: str, period: str | None, *, target: bool = False, noun_last: bool = False
) -> str:
    """新建堤防12公里 or 新建12公里堤防."""
    indicator = fact.noun if noun_last else fact.verb + fact.noun
    written = quantity(pen, fact, indicator, cover=cover, period=period, target=target).marked
    return f"{fact.verb}{written}{fact.noun}" if noun_last else f"{fact.verb}{fact.noun}{written}"


def _two_counts(pen: Pen) -> str | None:
    facts = _facts(pen, 2)
    if len(facts) < 2:
        return None
    cover = _cover(pen)
    when, number = pen.period(past(pen), opens=True)
    counted = [_counted(pen, fact, cover, number) for fact in facts]
    return f"{when}，{cover}{'，'.join(counted)}"


def _count_after_verb(pen: Pen) -> str | None:
    fact = _fact(pen)
    if fact is None:
        return None
    when, number = pen.period(past(pen), opens=True)
    return f"{when}，{pen.setting.whole}{_counted(pen, fact, pen.setting.whole, number, noun_last=True)}"


def _whole_and_part(pen: Pen) -> str | None:
    topic = next(iter(pen.draw("wholes", (pen.setting.topic,), 1)), None)
    if topic is None:
        return None
    cover, period, opening = _cover(pen), pen.holding, ""
    if pen.chance(0.6):
        when, period = pen.period(past(pen), opens=True)
        opening = f"{when}，"
    of = topic.whole
    whole = quantity(pen, of, of.noun, cover=cover, period=period, exact=True)
    most = float(whole.raw.removesuffix(of.unit)) * 0.7
    part_fact = Fact("", topic.part, of.unit, most * 0.2, most, 0)
    part = quantity(pen, part_fact, topic.part, cover=cover, period=period, whole=whole, exact=True)
    return f"{opening}{cover}共有{of.noun}{whole.marked}，其中{topic.part}{part.marked}"


def _money_and_count(pen: Pen) -> str | None:
    money, fact = _money(pen, "投入"), _fact(pen)
    if money is None or fact is None:
        return None
    when, number = pen.period(past(pen), opens=True)
    return f"{when}，{_counted(pen, money, '', number)}，{_counted(pen, fact, '', number)}"


def _share_with_change(pen: Pen) -> str | None:
    name = _share(pen)
    if name is None:
        return None
    cover = _cover(pen)
    when, number = pen.period(past(pen), opens=True)
    level = figure(pen, written_share(share(pen)), "%", name, cover=cover, period=number)
    points = written_share(share(pen, low=0.5, high=9))
    rise = figure(pen, points, "个百分点", name, cover=cover, period=number, change="inc.by.yoy", exact=True)
    return f"{when}，{cover}{name}达到{level.marked}，同比提高{rise.marked}"


def _share_from_to(pen: Pen) -> str | None:
    name = _share(pen)
    if name is None:
        return None
    year = pen.setting.year
    before, after = share(pen, low=35, high=70), share(pen, low=72, high=97)
    first, first_id = pen.period(_year(year - 3))
    second, second_id = pen.period(_year(year - 1))
    low = figure(pen, written_share(before), "%", name, period=first_id, exact=True)
    high = figure(pen, written_share(after), "%", name, period=second_id, change="inc.to", exact=True)
    points = written_share(round(after - before, 1))
    rise = figure(pen, points, "个百分点", name, period=second_id, change="inc.by", exact=True)
    return f"{name}由{first}的{low.marked}提高到{second}的{high.marked}，提高{rise.marked}"


def _two_shares(pen: Pen) -> str | None:
    names = [name for name in (_share(pen), _share(pen)) if name]
    if len(names) < 2:
        return None
    when, number = pen.period(past(pen), opens=True)
    first, second = (
        figure(pen, written_share(share(pen)), "%", name, period=number, exact=True) for name in names
    )
    return f"{when}，{'、'.join(names)}分别达到{first.marked}和{second.marked}"


def _in_a_town(pen: Pen) -> str | None:
    fact = _fact(pen)
    if fact is None:
        return None
    town = pen.name("place", pen.random.choice(pen.setting.words.towns))
    return f"在{town}{_counted(pen, fact, town, pen.holding)}"


def _issued(pen: Pen) -> str | None:
    setting = pen.setting
    name = next(iter(pen.draw("documents", setting.topic.documents, 1)), None)
    if name is None:
        return None
    year = setting.year - pen.random.randint(0, 2)
    number = f"{setting.stem[0]}政办发〔{year}〕{pen.random.randint(2, 98)}号" if pen.chance(0.5) else ""
    verb = pen.random.choice(["出台", "印发", "制定印发"])
    return f"{verb}{pen.document(setting.place + name, 'issued', number)}，{_plain(pen)}"


def _programme(pen: Pen) -> str:
    programme = pen.name("programme", pen.random.choice(pen.setting.topic.programmes))
    return f"深入实施“{programme}”，{_plain(pen)}"


def _plain(pen: Pen) -> str:
    return _another(pen, "plain", pen.setting.words.done_plain)


def _another(pen: Pen, kind: str, texts: tuple[str, ...]) -> str:
    """One that the letter has not said, as long as there is one."""
    return next(iter(pen.draw(kind, texts, 1)), None) or pen.random.choice(texts)


def _year(year: int) -> When:
    return When(f"{year}年", "during", f"{year}", f"{year}")


def _plan_count(pen: Pen) -> Sentence | None:
    fact = _fact(pen)
    if fact is None:
        return None
    cover = _cover(pen)
    until = coming(pen)
    when, number = pen.period(until, opens=True)
    return Sentence(f"{when}，{cover}{_counted(pen, fact, cover, number, target=True)}", 5, until, number)


def _plan_without_date(pen: Pen) -> Sentence | None:
    fact = _fact(pen)
    return Sentence(f"计划{_counted(pen, fact, '', pen.holding, target=True)}", 4) if fact else None


def _plan_share(pen: Pen) -> Sentence | None:
    name = _share(pen)
    if name is None:
        return None
    until = coming(pen)
    when, number = pen.period(until, opens=True)
    cover = _cover(pen)
    level = figure(pen, written_share(share(pen, low=80)), "%", name, cover=cover, period=number, target=True)
    return Sentence(f"{when}，{cover}{name}达到{level.marked}", 5, until, number)


def _plan_money(pen: Pen) -> Sentence | None:
    money = _money(pen, "安排")
    if money is None:
        return None
    until = coming(pen)
    when, number = pen.period(until, opens=True)
    return Sentence(f"{when}，{_counted(pen, money, '', number, target=True)}", 5, until, number)


def _plan_document(pen: Pen) -> Sentence | None:
    setting = pen.setting
    theme = next(iter(pen.draw("planned", setting.topic.themes, 1)), None)
    if theme is None:
        return None
    until = coming(pen)
    when, number = pen.period(until, opens=True)
    return Sentence(
        f"{when}，制定出台{pen.document(f'{setting.place}{theme}实施方案', 'in_preparation')}",
        4,
        until,
        number,
    )


def _plan_will(pen: Pen) -> Sentence:
    return Sentence(_another(pen, "will", pen.setting.words.plan_will).format(我="我局"))


def plan_plain(pen: Pen) -> Sentence:
    """Bare verbs: futurity comes from the section."""
    return Sentence(_another(pen, "plans", pen.setting.words.plan_plain))


def refused(pen: Pen) -> Sentence:
    """What is not done, and why."""
    drawn = next(iter(pen.draw("refusals", pen.setting.words.refusals, 1)), None)
    return Sentence(drawn[0], flags=drawn[1], status="refused") if drawn else _plan_will(pen)


_DONE: tuple[Callable[[Pen], str | None], ...] = (
    _two_counts, _two_counts, _count_after_verb, _whole_and_part, _money_and_count, _share_with_change,
    _share_from_to, _two_shares, _in_a_town, _issued, _programme, _plain, _plain,
)  # fmt: skip
_PLAN: tuple[Callable[[Pen], Sentence | None], ...] = (
    _plan_count, _plan_count, _plan_without_date, _plan_share, _plan_money, _plan_document, _plan_will, plan_plain,
)  # fmt: skip
