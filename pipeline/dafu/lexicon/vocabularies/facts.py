"""Numbers, units, figures and periods. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class PeriodPhrases(Closed):
    """`periods.toml`, table `words`: what stands for a time, before it and after it."""

    parts_of_year: tuple[str, ...]
    now: tuple[str, ...]
    not_now: tuple[str, ...]
    headed: tuple[str, ...]
    vague: tuple[str, ...]
    not_before_vague: tuple[str, ...]
    last: tuple[str, ...]
    coming: tuple[str, ...]
    spending: tuple[str, ...]
    as_of: tuple[str, ...]
    stock: tuple[str, ...]
    until: tuple[str, ...]
    not_before_until: tuple[str, ...]
    since: tuple[str, ...]
    beginning: tuple[str, ...]
    to_now: tuple[str, ...]
    events: tuple[str, ...]
    before: tuple[str, ...]
    not_after_before: tuple[str, ...]
    after: tuple[str, ...]
    not_after_after: tuple[str, ...]
    comparing: tuple[str, ...]
    compared: tuple[str, ...]
    comparable: tuple[str, ...]
    recurring: tuple[str, ...]
    planned: tuple[str, ...]
    done: tuple[str, ...]
    not_after_year: tuple[str, ...]
    not_after_within: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PeriodWords(Closed):
    """`periods.toml`: words for years, months, plans, seasons, and the phrases around them."""

    relative_years: dict[str, int]
    antecedent_years: dict[str, int]
    relative_months: dict[str, int]
    plans: dict[str, int]
    congresses: dict[str, int]
    seasons: dict[str, int]
    words: PeriodPhrases


@dataclass(frozen=True, eq=False)
class UnitWords(Closed):
    """`units.toml`: units and measure words by dimension, other written forms, and what must not follow."""

    money: tuple[str, ...]
    area: tuple[str, ...]
    length: tuple[str, ...]
    volume: tuple[str, ...]
    mass: tuple[str, ...]
    energy: tuple[str, ...]
    power: tuple[str, ...]
    duration: tuple[str, ...]
    share: tuple[str, ...]
    percentage_point: tuple[str, ...]
    multiple: tuple[str, ...]
    count: tuple[str, ...]
    other: tuple[str, ...]
    aliases: dict[str, str]
    not_before: dict[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class NumberWords(Closed):
    """`numbers.toml`: bound words, and the words, names and announcements that hold numerals."""

    graded: tuple[str, ...]
    about_before: tuple[str, ...]
    under_before: tuple[str, ...]
    over_before: tuple[str, ...]
    at_least_before: tuple[str, ...]
    at_most_before: tuple[str, ...]
    about_after: tuple[str, ...]
    over_after: tuple[str, ...]
    at_least_after: tuple[str, ...]
    at_most_after: tuple[str, ...]
    not_before_bound: dict[str, str]
    words: tuple[str, ...]
    names: tuple[str, ...]
    announced: tuple[str, ...]
    joint_before: tuple[str, ...]
    standing_after: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FigureWords(Closed):
    """`figures.toml`: change, status, coverage and parts of figures, and the edges of indicators."""

    told_in_per_mille: tuple[str, ...]
    areas: tuple[str, ...]
    volumes: tuple[str, ...]
    increase: tuple[str, ...]
    decrease: tuple[str, ...]
    reset: tuple[str, ...]
    reached: tuple[str, ...]
    year_on_year: tuple[str, ...]
    period_on_period: tuple[str, ...]
    annual_average: tuple[str, ...]
    compared: tuple[str, ...]
    claim_words: tuple[str, ...]
    claimants: tuple[str, ...]
    claim_ends: tuple[str, ...]
    forecast: tuple[str, ...]
    completed: tuple[str, ...]
    target: tuple[str, ...]
    will_verbs: tuple[str, ...]
    done: tuple[str, ...]
    norms: tuple[str, ...]
    lead_ins: tuple[str, ...]
    tails: tuple[str, ...]
    verbs_after: tuple[str, ...]
    aid_nouns: tuple[str, ...]
    occasions: tuple[str, ...]
    governors: tuple[str, ...]
    light_verbs: tuple[str, ...]
    weak_verbs: tuple[str, ...]
    elided_acts: tuple[str, ...]
    kinds: tuple[str, ...]
    wholes: tuple[str, ...]
    deictic_heads: tuple[str, ...]
    scopes: tuple[str, ...]
    place_ends: tuple[str, ...]
    not_place_after: tuple[str, ...]
    not_places: tuple[str, ...]
    institution_ends: tuple[str, ...]
    not_subjects_before: tuple[str, ...]
    money_words: tuple[str, ...]
    per_things: tuple[str, ...]
    per_times: tuple[str, ...]
    rate_limits: tuple[str, ...]
    coefficient_words: tuple[str, ...]
    count_words: tuple[str, ...]
    duration_before: tuple[str, ...]
    topic_ends: tuple[str, ...]
    topic_followed: tuple[str, ...]
    works: tuple[str, ...]
    building_verbs: tuple[str, ...]
    building_units: tuple[str, ...]
    rating_units: tuple[str, ...]
    not_after_two: tuple[str, ...]
    not_after_digit: tuple[str, ...]
