"""The front and the end of a letter: letterhead, submission, closing, organs. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class LetterheadWords(Closed):
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
    gathering: tuple[str, ...]
    founding: tuple[str, ...]
    giving: tuple[str, ...]
    beside: tuple[str, ...]
    talking: tuple[str, ...]
    jointly: tuple[str, ...]
    assisting: tuple[str, ...]
    submission_words: tuple[str, ...]
    joint_opinion: tuple[str, ...]
    follow_up: tuple[str, ...]
    reply_formulas: tuple[str, ...]
    other_genres: tuple[str, ...]
    reporting: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class SubmissionWords(Closed):
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
class ClosingWords(Closed):
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
class OrganWords(Closed):
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
