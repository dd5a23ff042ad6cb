"""Who writes to whom, when and about what: drawn once for a letter."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from samples.simulated.words import Topic, Words, load_words

LEVELS = {"市": "全市", "县": "全县", "区": "全区"}


@dataclass(frozen=True)
class Setting:
    """What the whole letter keeps to."""

    words: Words
    topic: Topic
    other: Topic
    """What a long letter goes on to."""
    stem: str
    """云陵, without 市."""
    level: str
    """市, 县 or 区."""
    year: int
    month: int
    day: int
    dated: bool
    """Whether the letter prints its date; otherwise its year is that of its number."""
    congress: bool
    """Answers a deputy's 建议; otherwise a member's 提案."""
    theme: str

    @property
    def place(self) -> str:
        """云陵市."""
        return self.stem + self.level

    @property
    def whole(self) -> str:
        """全市."""
        return LEVELS[self.level]

    @property
    def organ(self) -> str:
        """云陵市水利局."""
        return self.place + self.topic.organ

    @property
    def today(self) -> str:
        """The letter's date as far as it is known, ISO."""
        return f"{self.year}-{self.month:02}-{self.day:02}" if self.dated else str(self.year)

    @property
    def submission_word(self) -> str:
        """建议 or 提案."""
        return "建议" if self.congress else "提案"


def drawn_setting(random: Random) -> Setting:
    """A setting."""
    words = load_words()
    topic, other = random.sample(words.topics, 2)
    return Setting(
        words=words,
        topic=topic,
        other=other,
        stem=random.choice(words.places),
        level=random.choice("市市县县县区"),
        year=random.randint(2019, 2025),
        month=random.randint(4, 11),
        day=random.randint(1, 28),
        dated=random.random() < 0.92,
        congress=random.random() < 0.5,
        theme=random.choice(topic.themes),
    )
