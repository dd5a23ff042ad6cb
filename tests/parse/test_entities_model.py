"""Names from a statistical model: a small one is built here, with a ruler in the place of statistics."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from tests.parse.letters import lexicon
from tests.parse.marked import marked

from dafu.errors import UsageError
from dafu.parse.names.entities import find_entities
from dafu.parse.names.model import NameModel
from dafu.records import Closing, Entity, Letterhead


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> NameModel:
    language = spacy.blank("zh")
    ruler = language.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "阿依古丽"},
            {"label": "GPE", "pattern": "柳溪"},
            {"label": "ORG", "pattern": "水利局"},
            {"label": "ORG", "pattern": "水务管理"},
            {"label": "DATE", "pattern": "去年"},
        ]
    )
    folder: Path = tmp_path_factory.mktemp("model")
    language.to_disk(folder)
    return NameModel(str(folder))


def _entities(line: str, model: NameModel | None) -> list[Entity]:
    letter = marked(line)
    found = find_entities(
        letter,
        letterhead=Letterhead(),
        submission=None,
        addressees=(),
        handling=(),
        closing=Closing(),
        documents=(),
        lexicon=lexicon(),
        model=model,
    )
    assert [letter.text[slice(*entity.span)] for entity in found] == [entity.raw for entity in found]
    return list(found)


def _kinds(line: str, model: NameModel | None) -> list[tuple[str, str]]:
    return [(entity.kind, entity.name) for entity in _entities(line, model)]


def test_the_model_adds_names_that_the_rules_do_not_know(model: NameModel) -> None:
    line = "b 去年起由阿依古丽负责。\nb 柳溪至青禾县望川镇的道路。"
    assert _kinds(line, None) == [("place", "青禾县望川镇")]
    assert _kinds(line, model) == [("person", "阿依古丽"), ("place", "柳溪"), ("place", "青禾县望川镇")]


def test_the_model_never_overrides_a_rule(model: NameModel) -> None:
    assert _kinds("b 由青禾县水利局办理。", model) == [("organ", "青禾县水利局")]


def test_the_model_finds_nothing_inside_titles(model: NameModel) -> None:
    assert _kinds("b 出台《柳溪水务管理办法》。", model) == []


def test_names_of_the_model_say_where_they_are_from(model: NameModel) -> None:
    assert [entity.rule for entity in _entities("b 柳溪通车。", model)] == ["entities.model"]


def test_a_model_that_is_not_installed_is_a_fault_of_the_settings() -> None:
    with pytest.raises(UsageError, match="no_such_model"):
        NameModel("no_such_model")
