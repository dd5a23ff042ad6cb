"""人名: those that the letter's parts name, leaders, and a surname beside a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import EntityWords
from dafu.parse.names.clauses import Name
from dafu.records.letter import Addressee, Closing, Letterhead

_ALIGNED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,12}")


def find_persons(
    text: str, addressees: tuple[Addressee, ...], letterhead: Letterhead, closing: Closing, words: EntityWords
) -> list[Name]:
    """The persons of a text: every mention of those addressed or named as contacts, and those met by a post."""
    known = _known(addressees, letterhead, closing, words)
    found: list[Name] = []
    if known:
        pattern = re.compile(
            "|".join(_spaced(name) for name in sorted(known, key=lambda name: (-len(name), name)))
        )
        found.extend(Name(*match.span(), "person", "entities.person") for match in pattern.finditer(text))
    found.extend(Name(*match.span(), "person", "entities.leader") for match in _leader(words).finditer(text))
    for pattern, rule in (
        (_after_post(words), "entities.after_post"),
        (_before_post(words), "entities.before_post"),
    ):
        found.extend(
            Name(*match.span("name"), "person", rule)
            for match in pattern.finditer(text)
            if not set(match["name"][1:]) & set(words.not_in_names)
            and not (rule == "entities.after_post" and match["name"][0] in words.not_in_names)
        )
    found.extend(
        Name(*match.span("name"), "person", "entities.contact") for match in _contact(words).finditer(text)
    )
    return found


def _known(
    addressees: tuple[Addressee, ...], letterhead: Letterhead, closing: Closing, words: EntityWords
) -> set[str]:
    names = {
        addressee.name
        for addressee in addressees
        if addressee.role in ("cppcc_member", "deputy") or _is_person(words).fullmatch(addressee.name)
    }
    fields = (closing.responsible_official, closing.case_officer, closing.contact, letterhead.signatory)
    for field in fields:
        if field is not None and field.state == "present" and field.value:
            names.update(_names_of(field.value, words))
    return {name for name in names if _NAME.fullmatch(name)}


def _names_of(value: str, words: EntityWords) -> Iterator[str]:
    """The names in a contact's value: 张三、李四; 王五 办公室主任 gives the first alone."""
    for part in re.split(r"[、，,;；/\s（）()\d:：]+", _ALIGNED.sub(r"\1\2", value)):
        name = re.sub(rf"(?:{any_of(words.posts_after)})$", "", part)
        if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name) and not re.search(
            r"[局办科室股处站院委部]$|先生|女士", name
        ):
            yield name


def _spaced(name: str) -> str:
    """The name with the blanks that a list of two-character names is aligned by: 郑　洁."""
    return r"[^\S\n]{0,2}".join(map(re.escape, name)) if len(name) == 2 else re.escape(name)


@cache
def _is_person(words: EntityWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_surname(words)})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}}"
    )


def _surname(words: EntityWords) -> str:
    return rf"[{words.surnames}]|{any_of(words.compound_surnames)}"


@cache
def _contact(words: EntityWords) -> re.Pattern[str]:
    """联系人：社保股 苏小满，电话…: a label, offices, and a name that a pause ends."""
    offices = rf"(?:[\u4e00-\u9fff]{{1,16}}(?:{any_of(words.division_ends)})[^\S\n]*)?"
    name = (
        rf"(?:{_surname(words)})[^\S\n]?[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}}"
    )
    return re.compile(
        rf"(?:{any_of(words.contact_labels)})[^\S\n]*[：:][^\S\n]*{offices}(?P<name>{name})(?=[^\S\n]*(?:[，,。；;（()）、\d]|电话|联系|手机|$))",
        re.MULTILINE,
    )


@cache
def _leader(words: EntityWords) -> re.Pattern[str]:
    return re.compile(any_of(words.leaders))


@cache
def _after_post(words: EntityWords) -> re.Pattern[str]:
    """副县长林之远带队: a post, a name, and what a person does or a pause."""
    return re.compile(
        rf"(?:{any_of(words.posts_before)})(?P<name>(?:{_surname(words)})[\u4e00-\u9fff]{{1,2}}?)(?={any_of(words.person_verbs)})(?<![和与等])"
    )


@cache
def _before_post(words: EntityWords) -> re.Pattern[str]:
    """林之远委员, 苏文清同志: a name before a post, at the start of a clause."""
    return re.compile(
        rf"(?:(?<![^，。；：、\n（与和])|(?<=由)|(?<=与)|(?<=您))(?P<name>(?:{_surname(words)})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}}?)(?=(?:{any_of(words.posts_after)})(?!会|团(?!队)|小|工|联))"
    )
