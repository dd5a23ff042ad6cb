"""Work items: completion, plan, refusal, strength, actors. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class PlanWords(Closed):
    """`items.toml`, table `plan`: what opens a plan, who plans, and what is still to come."""

    openers: tuple[str, ...]
    loose_openers: tuple[str, ...]
    before_openers: tuple[str, ...]
    not_after_openers: tuple[str, ...]
    own: tuple[str, ...]
    adverbs: tuple[str, ...]
    verbs: tuple[str, ...]
    deadlines: tuple[str, ...]
    not_before_deadlines: tuple[str, ...]
    disposals: tuple[str, ...]
    disposed: tuple[str, ...]
    effects: tuple[str, ...]
    outcomes: tuple[str, ...]
    after_plan_verbs: tuple[str, ...]
    times_of_plan: tuple[str, ...]
    nouns_before_plan: tuple[str, ...]
    forecasts: tuple[str, ...]
    fixed: tuple[str, ...]
    not_after_forecasts: tuple[str, ...]
    aims: tuple[str, ...]
    times: tuple[str, ...]
    promising: tuple[str, ...]
    not_will: tuple[str, ...]
    heading_times: tuple[str, ...]
    heading_nouns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class AspectWords(Closed):
    """`items.toml`, table `aspect`: completion and duration."""

    perfect: tuple[str, ...]
    not_perfect: tuple[str, ...]
    completed: tuple[str, ...]
    ongoing: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RefusalWords(Closed):
    """`items.toml`, table `refusal`: what declines or puts off what was asked."""

    modals: tuple[str, ...]
    alone: tuple[str, ...]
    actions: tuple[str, ...]
    phrases: tuple[str, ...]
    lacking: tuple[str, ...]
    suffered_before: tuple[str, ...]
    asked: tuple[str, ...]
    asked_by_name: tuple[str, ...]
    later: tuple[str, ...]
    later_times: tuple[str, ...]
    deferring: tuple[str, ...]
    studying: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FlagWords(Closed):
    """`items.toml`, table `flags`: conditions, superiors, and those who act instead."""

    conditional: tuple[str, ...]
    upward: tuple[str, ...]
    transferred: tuple[str, ...]
    handed_over: tuple[str, ...]
    not_handed_over: tuple[str, ...]
    writing: tuple[str, ...]
    others: tuple[str, ...]
    left_actions: tuple[str, ...]
    advising: tuple[str, ...]
    before_advice: tuple[str, ...]
    addressed: tuple[str, ...]
    not_advice: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class StrengthWords(Closed):
    """`items.toml`, table `strength`: what weakens a promise."""

    intent: tuple[str, ...]
    soft: tuple[str, ...]
    soft_preparing: tuple[str, ...]
    soft_in_nouns: tuple[str, ...]
    slogans: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FormulaWords(Closed):
    """`items.toml`, table `formulas`: courtesy, announcements, and words of others."""

    courtesy: tuple[str, ...]
    alone: tuple[str, ...]
    announcing: tuple[str, ...]
    background: tuple[str, ...]
    admitting: tuple[str, ...]
    proposers: tuple[str, ...]
    proposing: tuple[str, ...]
    requests: tuple[str, ...]
    authorities: tuple[str, ...]
    demanding: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ActorWords(Closed):
    """`items.toml`, table `actors`: who acts, and where in a clause."""

    organ: tuple[str, ...]
    place: tuple[str, ...]
    before: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ItemWords(Closed):
    """`items.toml`: words of completion, plan, condition, transfer, deferral and refusal."""

    plan: PlanWords
    aspect: AspectWords
    refusal: RefusalWords
    flags: FlagWords
    strength: StrengthWords
    formulas: FormulaWords
    actors: ActorWords
