"""The outline and its roles. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class OutlineWords(Closed):
    """`outline.toml`: run-in markers and the words that look like markers but are none."""

    counted_verbs: tuple[str, ...]
    never_before_counted: tuple[str, ...]
    counting_words: tuple[str, ...]
    counting_ordinals: tuple[str, ...]
    first: tuple[str, ...]
    middle: tuple[str, ...]
    last: tuple[str, ...]
    never_after_sequence: tuple[str, ...]
    one_side: tuple[str, ...]
    other_side: tuple[str, ...]
    aspects: tuple[str, ...]
    never_aspect: tuple[str, ...]
    connectives: tuple[str, ...]
    counted_nouns: tuple[str, ...]
    cited_parts: tuple[str, ...]
    point_words: tuple[str, ...]
    statement_starts: tuple[str, ...]
    statement_words: tuple[str, ...]
    statement_clauses: tuple[str, ...]
    bullets: tuple[str, ...]
    units_after_decimals: tuple[str, ...]
    announcing_ends: tuple[str, ...]
    announcements: tuple[str, ...]
    reply_leads: tuple[str, ...]
    received: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RoleWords(Closed):
    """`roles.toml`: heading cores and cue words of section roles."""

    basic: tuple[str, ...]
    consultation: tuple[str, ...]
    done: tuple[str, ...]
    effect: tuple[str, ...]
    problem: tuple[str, ...]
    explanation: tuple[str, ...]
    request: tuple[str, ...]
    title_ends: tuple[str, ...]
    plan: tuple[str, ...]
    plan_starts: tuple[str, ...]
    slogan_starts: tuple[str, ...]
    frames_before: tuple[str, ...]
    response_starts: tuple[str, ...]
    response_ends: tuple[str, ...]
    proposers: tuple[str, ...]
    point_ends: tuple[str, ...]
    response_leads: tuple[str, ...]
    plan_openers: tuple[str, ...]
    plan_openers_with_verb: tuple[str, ...]
    plan_verbs: tuple[str, ...]
    before_opener: tuple[str, ...]
    own_organs: tuple[str, ...]
    done_cues: tuple[str, ...]
    plan_cues: tuple[str, ...]
    plan_hints: tuple[str, ...]
    not_plan_cues: tuple[str, ...]
    limit_cues: tuple[str, ...]
    problem_cues: tuple[str, ...]
    request_cues: tuple[str, ...]
    advice_starts: tuple[str, ...]
    consultation_cues: tuple[str, ...]
    basic_cues: tuple[str, ...]
    lead_done: tuple[str, ...]
    lead_plan: tuple[str, ...]
    lead_problem: tuple[str, ...]
    lead_explanation: tuple[str, ...]
    lead_effect: tuple[str, ...]
    lead_consultation: tuple[str, ...]
    lead_request: tuple[str, ...]
    courtesy_starts: tuple[str, ...]
    courtesy_about: tuple[str, ...]
    before_courtesy: tuple[str, ...]
    courtesy_words: tuple[str, ...]
    courtesy_weak: tuple[str, ...]
    patience: tuple[str, ...]
