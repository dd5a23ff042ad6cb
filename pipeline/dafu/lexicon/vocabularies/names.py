"""Documents, entities and places. The words are in the `.toml` files; these are their typed shapes."""

from __future__ import annotations

from dataclasses import dataclass

from dafu.lexicon.vocabularies.base import Closed


@dataclass(frozen=True, eq=False)
class DocumentWords(Closed):
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
class EntityWords(Closed):
    """`entities.toml`: endings and whole names by kind, words that end a name, and what looks like one."""

    levels: tuple[str, ...]
    level_bodies: tuple[str, ...]
    township_levels: tuple[str, ...]
    departments: tuple[str, ...]
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
class PlacePhrases(Closed):
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
    routes: tuple[str, ...]
    not_before_route: tuple[str, ...]
    not_after_route: tuple[str, ...]
    waters: tuple[str, ...]
    not_before_water: tuple[str, ...]
    after_water: tuple[str, ...]
    syllables: str
    boundaries: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class PlaceWords(Closed):
    """`places.toml`: provinces by short name, and the other words."""

    provinces: dict[str, str]
    words: PlacePhrases


@dataclass(frozen=True, eq=False)
class DivisionWords(Closed):
    """`divisions.toml`: full names of prefectures and counties, with blanks between them."""

    names: str
