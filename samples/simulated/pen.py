"""What is written so far: periods with their numbers, names to annotate, and the period that still holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from samples.simulated.setting import Setting

T = TypeVar("T")


@dataclass(frozen=True)
class When:
    """A period: its words, kind and bounds, and its anchor where that is not what it says itself."""

    words: str
    kind: str
    start: str = ""
    end: str = ""
    anchor: str = ""

    @property
    def marked(self) -> str:
        """Kind, bounds and anchor in the notation."""
        return f"{self.kind} {self.start}/{self.end} {self.anchor}".rstrip()


@dataclass
class Pen:
    """Writes annotated text and remembers what it has named."""

    random: Random
    setting: Setting
    names: dict[str, set[str]] = field(default_factory=dict)
    documents: list[list[str]] = field(default_factory=list)
    findings: set[str] = field(default_factory=set)
    """What the letter says against itself, on purpose."""
    used: dict[str, set[Any]] = field(default_factory=dict)
    holding: str | None = None
    """The number of the last period that opened a clause in this paragraph and item."""
    periods: int = 0

    def draw(self, kind: str, source: Iterable[T], count: int) -> list[T]:
        """That many of the source which this letter has not used; fewer when they run out.

        A letter states nothing twice: two values of one indicator would contradict each other.
        """
        used = self.used.setdefault(kind, set())
        left = [one for one in source if one not in used]
        drawn = self.random.sample(left, min(count, len(left)))
        used.update(drawn)
        return drawn

    def chance(self, share: float) -> bool:
        """True that often."""
        return self.random.random() < share

    def new_item(self) -> None:
        """Another paragraph or item: no period holds any more."""
        self.holding = None

    def period(self, when: When, *, opens: bool = False) -> tuple[str, str]:
        """The period as written, and its number."""
        self.periods += 1
        number = str(self.periods)
        if opens:
            self.holding = number
        return f"{{p{number}:{when.words}|{when.marked}}}", number

    def name(self, kind: str, name: str) -> str:
        """The name, remembered as an entity."""
        self.names.setdefault(kind, set()).add(name)
        return name

    def document(self, title: str, usage: str, number: str = "") -> str:
        """A cited document as written."""
        if all(known[0] != title for known in self.documents):
            self.documents.append([title, number, usage])
        return f"《{title}》" + (f"（{number}）" if number else "")


def past(pen: Pen) -> When:
    """A period that what was done holds for; some with a kind of their own for a dated letter."""
    setting, random = pen.setting, pen.random
    year, month = setting.year, setting.month
    choices = [
        When(f"{year - 1}年", "during", f"{year - 1}", f"{year - 1}"),
        When(f"{year}年", "during", f"{year}", f"{year}"),
        When(f"截至{year - 1}年底", "as_of", "", f"{year - 1}"),
        When(f"截至{year}年{month - 1}月底", "as_of", "", f"{year}-{month - 1:02}"),
        When("截至目前", "as_of", "", setting.today, "letter"),
        When("目前", "as_of", "", setting.today, "letter"),
        When("去年", "during", f"{year - 1}", f"{year - 1}", "letter"),
        When("近三年", "during", f"{year - 2}", f"{year}", "letter"),
        When(f"{year - 2}年以来", "since", f"{year - 2}"),
        When(f"{year - 3}—{year - 1}年", "during", f"{year - 3}", f"{year - 1}"),
    ]
    if month >= 7:
        choices.append(When("今年上半年", "during", f"{year}-01", f"{year}-06", "letter"))
    return random.choice(choices)


def coming(pen: Pen) -> When:
    """A period that a plan names."""
    setting, random = pen.setting, pen.random
    year, month = setting.year, setting.month
    choices = [
        When(f"到{year + 1}年底", "by", "", f"{year + 1}"),
        When(f"到{year + 2}年", "by", "", f"{year + 2}"),
        When(f"{year + 1}年6月底前", "by", "", f"{year + 1}-06"),
        When(f"{year}年12月底前", "by", "", f"{year}-12"),
        When("年底前", "by", "", f"{year}", "letter"),
        When("今年年底前", "by", "", f"{year}", "letter"),
        When("明年", "during", f"{year + 1}", f"{year + 1}", "letter"),
        When("明年6月底前", "by", "", f"{year + 1}-06", "letter"),
        When(f"{year + 1}年", "during", f"{year + 1}", f"{year + 1}"),
    ]
    if month < 10:
        choices.append(When(f"{month + 2}月底前", "by", "", f"{year}-{month + 2:02}", "letter"))
    return random.choice(choices)


def last_day(end: str) -> str:
    """The last day of a partial date, near enough to compare: every month has 31."""
    return end + "-12-31"[len(end) - 4 :]
