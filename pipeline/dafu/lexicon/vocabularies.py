"""The typed shape of every vocabulary file. One class a file; the words are in the files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict


class _Closed:
    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")


@dataclass(frozen=True, eq=False)
class LayoutWords(_Closed):
    """`layout.toml`: page furniture, and the words that tell fields and paragraphs apart."""

    field_labels: tuple[str, ...]
    list_labels: tuple[str, ...]
    addressee_words: tuple[str, ...]
    printed_words: tuple[str, ...]
    disclosure_words: tuple[str, ...]
    organ_ends: tuple[str, ...]
    paragraph_starts: tuple[str, ...]
    stationery_words: tuple[str, ...]
    imprint_words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class LetterheadWords(_Closed):
    """`letterhead.toml`: disclosure, outcome class, secrecy, urgency, document number, addressees."""

    outcome_labels: tuple[str, ...]
    loose_outcome_labels: tuple[str, ...]
    outcome_lookalikes: dict[str, str]
    outcome_words: tuple[str, ...]
    disclosure_labels: tuple[str, ...]
    proactive: tuple[str, ...]
    on_application: tuple[str, ...]
    withheld: tuple[str, ...]
    disclosure_subjects: tuple[str, ...]
    secrecy: tuple[str, ...]
    secrecy_labels: tuple[str, ...]
    urgency: tuple[str, ...]
    urgency_labels: tuple[str, ...]
    signatory_labels: tuple[str, ...]
    cppcc_member: tuple[str, ...]
    deputy: tuple[str, ...]
    other_person: tuple[str, ...]
    honorifics: tuple[str, ...]
    group_endings: tuple[str, ...]
    cppcc_committee_endings: tuple[str, ...]
    coordinating: tuple[str, ...]
    deputy_labels: tuple[str, ...]
    member_labels: tuple[str, ...]
    lead_labels: tuple[str, ...]
    joint_labels: tuple[str, ...]
    assigning: tuple[str, ...]
    handled: tuple[str, ...]
    consulting: tuple[str, ...]
    jointly: tuple[str, ...]
    assisting: tuple[str, ...]
    submission_words: tuple[str, ...]
    joint_opinion: tuple[str, ...]
    follow_up: tuple[str, ...]
    reply_formulas: tuple[str, ...]
    other_genres: tuple[str, ...]
    reporting: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SubmissionWords(_Closed):
    """`submission.toml`: bodies, item words, and how the title and the opening name the item."""

    congress: tuple[str, ...]
    cppcc: tuple[str, ...]
    committee: tuple[str, ...]
    other_organ: tuple[str, ...]
    between: tuple[str, ...]
    before_body: tuple[str, ...]
    proposal: tuple[str, ...]
    suggestion: tuple[str, ...]
    motion: tuple[str, ...]
    proposal_groups: tuple[str, ...]
    suggestion_groups: tuple[str, ...]
    number_labels: tuple[str, ...]
    submitting: tuple[str, ...]
    before_title: tuple[str, ...]
    after_title: tuple[str, ...]
    title_ends: tuple[str, ...]
    received: tuple[str, ...]
    outcome_letters: str


@dataclass(frozen=True, eq=False)
class ClosingWords(_Closed):
    """`closing.toml`: labels of contacts, feedback formulas, copies, notes."""

    responsible_official: tuple[str, ...]
    case_officer: tuple[str, ...]
    contact: tuple[str, ...]
    phone: tuple[str, ...]
    other_labels: tuple[str, ...]
    masks: tuple[str, ...]
    mask_words: tuple[str, ...]
    fillers: tuple[str, ...]
    stamps: tuple[str, ...]
    signature_labels: tuple[str, ...]
    formulas: tuple[str, ...]
    printing: tuple[str, ...]
    printing_labels: tuple[str, ...]
    copied_to: tuple[str, ...]
    attachments: tuple[str, ...]
    satisfaction: tuple[str, ...]
    feedback_forms: tuple[str, ...]
    asking: tuple[str, ...]
    answering: tuple[str, ...]
    opinion: tuple[str, ...]
    objections: tuple[str, ...]
    correcting: tuple[str, ...]
    inviting: tuple[str, ...]
    not_notes: tuple[str, ...]
    note_contacts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OutlineWords(_Closed):
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
    announcing_ends: tuple[str, ...]
    announcements: tuple[str, ...]
    reply_leads: tuple[str, ...]
    received: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RoleWords(_Closed):
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


@dataclass(frozen=True, eq=False)
class PlanWords(_Closed):
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
class AspectWords(_Closed):
    """`items.toml`, table `aspect`: completion and duration."""

    perfect: tuple[str, ...]
    not_perfect: tuple[str, ...]
    completed: tuple[str, ...]
    ongoing: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RefusalWords(_Closed):
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
class FlagWords(_Closed):
    """`items.toml`, table `flags`: conditions, superiors, and those who act instead."""

    conditional: tuple[str, ...]
    upward: tuple[str, ...]
    transferred: tuple[str, ...]
    handed_over: tuple[str, ...]
    not_handed_over: tuple[str, ...]
    writing: tuple[str, ...]
    others: tuple[str, ...]
    left_actions: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class StrengthWords(_Closed):
    """`items.toml`, table `strength`: what weakens a promise."""

    intent: tuple[str, ...]
    soft: tuple[str, ...]
    soft_preparing: tuple[str, ...]
    soft_in_nouns: tuple[str, ...]
    slogans: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FormulaWords(_Closed):
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
class ActorWords(_Closed):
    """`items.toml`, table `actors`: who acts, and where in a clause."""

    organ: tuple[str, ...]
    place: tuple[str, ...]
    before: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ItemWords(_Closed):
    """`items.toml`: words of completion, plan, condition, transfer, deferral and refusal."""

    plan: PlanWords
    aspect: AspectWords
    refusal: RefusalWords
    flags: FlagWords
    strength: StrengthWords
    formulas: FormulaWords
    actors: ActorWords


@dataclass(frozen=True, eq=False)
class ZoneWords(_Closed):
    """`zones.toml`: how titles begin and end, how a body opens, and the lines around them."""

    title_starts: tuple[str, ...]
    title_ends: tuple[str, ...]
    other_title_ends: tuple[str, ...]
    openings: tuple[str, ...]
    not_addressed: tuple[str, ...]
    imprint: tuple[str, ...]
    notes: tuple[str, ...]
    attachment: tuple[str, ...]
    farewells: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class OrganWords(_Closed):
    """`organs.toml`: organ suffixes, short names and deictics."""

    levels: tuple[str, ...]
    endings: tuple[str, ...]
    level_endings: tuple[str, ...]
    names: tuple[str, ...]
    parties: tuple[str, ...]
    not_organs: tuple[str, ...]
    never_inside: tuple[str, ...]
    never_first: tuple[str, ...]
    letterhead_tails: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PeriodPhrases(_Closed):
    """`periods.toml`, table `words`: what stands for a time, before it and after it."""

    parts_of_year: tuple[str, ...]
    now: tuple[str, ...]
    not_now: tuple[str, ...]
    headed: tuple[str, ...]
    vague: tuple[str, ...]
    not_before_vague: tuple[str, ...]
    last: tuple[str, ...]
    coming: tuple[str, ...]
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
class PeriodWords(_Closed):
    """`periods.toml`: words for years, months, plans, seasons, and the phrases around them."""

    relative_years: dict[str, int]
    antecedent_years: dict[str, int]
    relative_months: dict[str, int]
    plans: dict[str, int]
    congresses: dict[str, int]
    seasons: dict[str, int]
    words: PeriodPhrases


@dataclass(frozen=True, eq=False)
class UnitWords(_Closed):
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
class NumberWords(_Closed):
    """`numbers.toml`: bound words, and the words, names and announcements that hold numerals."""

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
class DocumentWords(_Closed):
    """`documents.toml`: endings of titles, what is no document, and the verbs that tell its use."""

    kinds: tuple[str, ...]
    loose_kinds: tuple[str, ...]
    remarks: tuple[str, ...]
    item_ends: tuple[str, ...]
    not_items: tuple[str, ...]
    not_documents: tuple[str, ...]
    works_before: tuple[str, ...]
    works_after: tuple[str, ...]
    in_preparation: tuple[str, ...]
    issued: tuple[str, ...]
    basis: tuple[str, ...]
    included_in: tuple[str, ...]
    forwarded: tuple[str, ...]
    repealed: tuple[str, ...]
    preparing_after: tuple[str, ...]
    issued_after: tuple[str, ...]
    repealed_after: tuple[str, ...]
    citing_after: tuple[str, ...]
    before_number: tuple[str, ...]
    orders: tuple[str, ...]
    first_papers: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class EntityWords(_Closed):
    """`entities.toml`: endings and whole names by kind, words that end a name, and what looks like one."""

    levels: tuple[str, ...]
    level_bodies: tuple[str, ...]
    township_levels: tuple[str, ...]
    departments: tuple[str, ...]
    department_ends: tuple[str, ...]
    committees: tuple[str, ...]
    offices: tuple[str, ...]
    branches: tuple[str, ...]
    organ_names: tuple[str, ...]
    ministries: tuple[str, ...]
    groups: tuple[str, ...]
    league: tuple[str, ...]
    parties: tuple[str, ...]
    party_bodies: tuple[str, ...]
    township_bodies: tuple[str, ...]
    village_bodies: tuple[str, ...]
    task_forces: tuple[str, ...]
    generic_task: tuple[str, ...]
    task_stops: tuple[str, ...]
    not_before_level: tuple[str, ...]
    institutions: tuple[str, ...]
    class_institutions: tuple[str, ...]
    institution_names: tuple[str, ...]
    generic_before: tuple[str, ...]
    name_remarks: tuple[str, ...]
    listed_classes: tuple[str, ...]
    trades: tuple[str, ...]
    hard_stops: tuple[str, ...]
    surnames: str
    not_in_names: str
    compound_surnames: tuple[str, ...]
    posts_before: tuple[str, ...]
    posts_after: tuple[str, ...]
    person_verbs: tuple[str, ...]
    contact_labels: tuple[str, ...]
    division_ends: tuple[str, ...]
    leaders: tuple[str, ...]
    meeting_names: tuple[str, ...]
    meeting_ends: tuple[str, ...]
    meeting_writers: tuple[str, ...]
    meeting_ends_with_subject: tuple[str, ...]
    generic_meeting: tuple[str, ...]
    programme_ends: tuple[str, ...]
    joined_nouns: tuple[str, ...]
    naming_nouns: tuple[str, ...]
    naming_verbs: tuple[str, ...]
    quoted_verbs: tuple[str, ...]
    bare_subjects: tuple[str, ...]
    festivals: tuple[str, ...]
    not_naming_nouns: tuple[str, ...]
    programme_names: tuple[str, ...]
    bare_programmes: tuple[str, ...]
    programme_verbs: tuple[str, ...]
    programme_bare_ends: tuple[str, ...]
    generic_programme: tuple[str, ...]
    deictic_heads: tuple[str, ...]
    deictic_organs: tuple[str, ...]
    deictic_places: tuple[str, ...]
    not_after_deictic: tuple[str, ...]
    not_names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PlacePhrases(_Closed):
    """`places.toml`, table `words`: names of places, their endings, and what makes words of them."""

    prefectures: tuple[str, ...]
    ambiguous: tuple[str, ...]
    regions: tuple[str, ...]
    countries: tuple[str, ...]
    division_ends: tuple[str, ...]
    feature_ends: tuple[str, ...]
    not_before_city: tuple[str, ...]
    not_before_county: tuple[str, ...]
    not_before_district: tuple[str, ...]
    not_before_town: tuple[str, ...]
    not_before_village: tuple[str, ...]
    not_before_community: tuple[str, ...]
    not_before_feature: tuple[str, ...]
    waters: tuple[str, ...]
    not_before_water: tuple[str, ...]
    after_water: tuple[str, ...]
    syllables: str
    boundaries: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PlaceWords(_Closed):
    """`places.toml`: provinces by short name, and the other words."""

    provinces: dict[str, str]
    words: PlacePhrases


@dataclass(frozen=True, eq=False)
class DivisionWords(_Closed):
    """`divisions.toml`: full names of prefectures and counties, with blanks between them."""

    names: str


@dataclass(frozen=True, eq=False)
class FigureWords(_Closed):
    """`figures.toml`: change, status, coverage and parts of figures, and the edges of indicators."""

    increase: tuple[str, ...]
    decrease: tuple[str, ...]
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
    part_words: tuple[str, ...]
    money_words: tuple[str, ...]
    coefficient_words: tuple[str, ...]
    count_words: tuple[str, ...]
    duration_before: tuple[str, ...]
    topic_ends: tuple[str, ...]
    topic_followed: tuple[str, ...]
    building_verbs: tuple[str, ...]
    building_units: tuple[str, ...]
    rating_units: tuple[str, ...]
    not_after_two: tuple[str, ...]
    not_after_digit: tuple[str, ...]
