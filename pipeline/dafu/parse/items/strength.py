"""承诺强度: how firmly the writer commits, from 0 for a slogan to 5 for a quantity with a deadline."""

from __future__ import annotations

import re
from functools import cache

from dafu.forms.wording import any_frame, any_of
from dafu.lexicon.vocabularies import ItemWords, StrengthWords
from dafu.parse.items.sentences import clauses_of, own_commitments, own_words, without_enclosed

SLOGAN, SOFT, INTENT, FIRM, BOUND, COMPLETE = range(6)
_OTHERS = re.compile(
    r"^(?:由(?!我|本)[^，；：。]{2,16}(?:负责|牵头|承担|实施|办理|落实)|建议(?:由|您|你|向)|请(?!示)|希望|恳请)"
)


def judge_strength(item: str, words: ItemWords, *, quantity: bool, deadline: bool) -> int:
    """The strength of an item that plans: its strongest clause, raised by a quantity and a deadline.

    A quantity with a deadline is 5 whatever the verb; one of them makes 4 of the writer's own action, and
    lifts a soft one to firm. A bare verb in a plan is firm (zero-marked plans). What others are to do is soft,
    as is what the writer only advises.
    """
    if quantity and deadline:
        return COMPLETE
    view = without_enclosed(item)
    own = own_commitments(view, words)
    verb = max((_of_clause(clause, words) for _, clause in clauses_of(own)), default=SLOGAN)
    if verb == SLOGAN and own != own_words(view, words):
        return SOFT
    if quantity or deadline:
        return BOUND if verb >= INTENT else FIRM
    return verb


def _of_clause(clause: str, words: ItemWords) -> int:
    strength = words.strength
    if _OTHERS.match(clause):
        return SOFT
    if _slogan(strength).search(clause):
        return SLOGAN
    acting = _acting(words).search(clause)
    if acting is None:
        return SLOGAN
    head = clause[max(0, acting.start() - 8) : acting.end() + 8]
    if _preparing(strength).search(head):
        return INTENT
    if _soft(strength).search(head) and not _nouns(strength).search(head):
        return SOFT
    return INTENT if _intent(strength).search(clause) else FIRM


@cache
def _acting(words: ItemWords) -> re.Pattern[str]:
    """A verb of action, wherever the clause has it."""
    return re.compile(any_of(words.plan.verbs, words.refusal.actions, words.aspect.completed))


@cache
def _slogan(words: StrengthWords) -> re.Pattern[str]:
    return re.compile(any_frame(words.slogans))


@cache
def _soft(words: StrengthWords) -> re.Pattern[str]:
    return re.compile(any_of(words.soft))


@cache
def _preparing(words: StrengthWords) -> re.Pattern[str]:
    return re.compile(any_of(words.soft_preparing))


@cache
def _nouns(words: StrengthWords) -> re.Pattern[str]:
    return re.compile(any_of(words.soft_in_nouns))


@cache
def _intent(words: StrengthWords) -> re.Pattern[str]:
    return re.compile(any_of(words.intent))
