"""What a loaded database holds: in SQLite and in PostgreSQL, if there is one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import pytest
from tests.evaluate.small import figure, record_of
from tests.sinks.letters_in_tables import as_stored, asked, content, copies, made_by, record, records

from dafu.parse.segment import shared_segmenter
from dafu.records import ReplyRecord
from dafu.sinks.json_lines import Stored
from dafu.sinks.sql import Database
from dafu.sinks.sql_fields import first_day, last_day
from dafu.sinks.sql_tables import METADATA


def _segment(text: str) -> list[str]:
    return shared_segmenter().search_words(text)


def load(url: str, stored: Iterable[Stored], *, replace: bool = False) -> dict[str, int]:
    """How many records became what."""
    database = Database(url, segment=_segment, patience=30)
    database.prepare()
    return dict(Counter(loaded.kind for loaded in database.load(stored, replace=replace)))


def test_everything_in_a_record_is_a_row(url: str) -> None:
    assert load(url, as_stored(records())) == {"added": len(records())}
    counted = {
        "letters": len(records()),
        "sections": sum(len(one.sections) for one in records()),
        "items": sum(len(one.measures) + len(one.next_steps) for one in records()),
        "figures": sum(len(one.figures) for one in records()),
        "periods": sum(len(one.periods) for one in records()),
        "entities": sum(len(one.entities) for one in records()),
        "documents": sum(len(one.cited_documents) for one in records()),
        "findings": sum(len(one.findings) + len(one.source.findings) for one in records()),
        "runs": 1,
    }
    assert {name: asked(url, f"SELECT count(*) FROM {name}")[0][0] for name in counted} == counted


def test_the_whole_record_is_kept_as_it_was_written(url: str) -> None:
    load(url, as_stored(records()))
    kept = dict(asked(url, "SELECT record_id, CAST(record AS text) FROM letters"))
    assert kept == {one.record_id: one.to_json() for one in records()}


def test_a_letter_is_told_by_its_columns(url: str) -> None:
    load(url, as_stored([record("qinghe-road")]))
    (row,) = asked(
        url,
        "SELECT genre, issuing_organ, document_number, document_year, document_serial, outcome_class,"
        " submission_kind, submission_term, CAST(submission_numbers AS text), CAST(addressees AS text),"
        " document_date, feedback_requested FROM letters",
    )
    assert row[:-1] == (
        "reply", "青禾县交通运输局", "青交函〔2023〕34号", 2023, "34", "B", "proposal", 10, '["14"]', '["陶知远"]',
        "2023-10-16",
    )  # fmt: skip
    assert bool(row[-1]) is False


def test_own_texts_of_sections_give_back_the_letter(url: str) -> None:
    made = record("yunling-science")
    load(url, as_stored([made]))
    rows = asked(url, "SELECT text FROM sections ORDER BY reading_order")
    assert "".join(text for (text,) in rows) == made.text


def test_promises_are_found_by_their_last_day(url: str) -> None:
    load(url, as_stored(records()))
    rows = asked(
        url,
        "SELECT i.deadline_raw FROM current_items i WHERE i.kind = 'next_step'"
        " AND i.deadline_to BETWEEN '2024-10-01' AND '2024-12-31'",
    )
    assert ("2024年10月底前",) in rows


def test_a_figure_joins_its_period_and_is_exact(url: str) -> None:
    value = "1234567890123456789.0123456789"
    made = record_of("共有1座", figures=[figure("1座", value=value)])
    load(url, as_stored([made]))
    ((exact, number),) = asked(url, "SELECT value, value_number FROM figures")
    assert exact == value
    # SQLite has no exact numbers: the text beside it is exact.
    assert (
        Decimal(str(number)) == Decimal(value)
        if "postgresql" in url
        else pytest.approx(number) == float(value)
    )


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-06", "2022-06-01", "2022-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-06-30", "2022-06-30", "2022-06-30"),
        ("2022-09-31", None, None),
        ("2022-13", None, None),
        ("0000", None, None),
        (None, None, None),
    ],
)
def test_partial_dates_span_days(partial: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


def test_loading_again_changes_nothing(url: str) -> None:
    load(url, as_stored(records()))
    before = content(url)
    assert load(url, as_stored(records())) == {"unchanged": len(records())}
    assert load(url, as_stored(records()), replace=True) == {"unchanged": len(records())}
    assert content(url) == before


def test_a_letter_that_comes_twice_is_loaded_once(url: str) -> None:
    assert load(url, as_stored([record("qinghe-road")] * 3)) == {"added": 1, "unchanged": 2}


def test_history_is_kept_and_the_newest_run_is_current(url: str) -> None:
    old, new = record("qinghe-road"), made_by(record("qinghe-road"), "newer")
    only_old = record("yunling-air")
    load(url, as_stored([old, only_old]))
    fewer = new.model_copy(update={"figures": ()})
    assert load(url, as_stored([fewer])) == {"added": 1}
    assert asked(url, "SELECT count(*) FROM letters") == [(3,)]
    assert sorted(asked(url, "SELECT record_id, fingerprint FROM current_letters")) == sorted(
        [(old.record_id, "newer"), (only_old.record_id, only_old.producer.fingerprint)]
    )
    assert asked(url, "SELECT count(*) FROM figures") == [(len(old.figures) + len(only_old.figures),)]
    assert asked(url, "SELECT count(*) FROM current_figures") == [(len(only_old.figures),)]
    assert asked(url, "SELECT number, version FROM runs ORDER BY number") == [
        (1, old.producer.version),
        (2, new.producer.version),
    ]


def test_an_old_run_loaded_again_does_not_become_the_newest(url: str) -> None:
    old, new = record("qinghe-road"), made_by(record("qinghe-road"), "newer")
    for made in (old, new, old):
        load(url, as_stored([made]))
    assert asked(url, "SELECT fingerprint FROM current_letters") == [("newer",)]


def _other_title(made: ReplyRecord) -> ReplyRecord:
    assert made.title
    return made.model_copy(
        update={"title": made.title.model_copy(update={"raw": "关于改过的标题的答复"}), "figures": ()}
    )


def test_another_record_under_the_same_key_is_left_unless_replaced(url: str) -> None:
    made = record("qinghe-road")
    load(url, as_stored(records()))
    changed = as_stored([_other_title(made)])
    before = content(url)
    assert load(url, changed) == {"differing": 1}
    assert content(url) == before
    assert load(url, changed, replace=True) == {"replaced": 1}
    where = f"WHERE record_id = '{made.record_id}'"
    assert asked(url, f"SELECT title FROM letters {where}") == [("关于改过的标题的答复",)]
    assert asked(url, f"SELECT count(*) FROM figures {where}") == [(0,)]
    assert asked(url, f"SELECT count(*) FROM letter_search {where}") == [(1,)]
    assert asked(url, "SELECT count(*) FROM letters") == [(len(records()),)]


def test_what_is_no_record_costs_no_other_its_place(url: str) -> None:
    good = as_stored(records())
    broken = [Stored("records.jsonl:90", b"{}"), Stored("records.jsonl:91", b'{"schema_name": '), good[0]]
    loaded = list(_loaded(url, [good[1], *broken, good[2]]))
    assert [one.kind for one in loaded] == ["added", "failed", "failed", "added", "added"]
    assert loaded[1].error
    assert "records.jsonl:90" in str(loaded[1].error)


def test_what_the_database_will_not_take_costs_no_other_its_place(url: str) -> None:
    # The two kinds refuse different things; an id twice is refused by both.
    made = record("yunling-air")
    doubled = made.model_copy(update={"periods": (*made.periods, made.periods[0])})
    letters = as_stored([record("qinghe-road"), doubled, record("yunling-science")])
    assert [one.kind for one in _loaded(url, letters)] == ["added", "failed", "added"]
    assert asked(url, "SELECT count(*) FROM letters") == [(2,)]
    assert asked(url, f"SELECT count(*) FROM sections WHERE record_id = '{made.record_id}'") == [(0,)]


def _loaded(url: str, stored: list[Stored]) -> Iterable[object]:
    database = Database(url, segment=_segment)
    database.prepare()
    return database.load(stored)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("科技创新", "yunling-science"),
        ("重载车辆", "qinghe-road"),
        ("道路 提案", "qinghe-road"),
        ("坑槽修补", "qinghe-road"),
    ],
)
def test_letters_are_found_by_their_words(url: str, query: str, found: str) -> None:
    load(url, as_stored(records()))
    database = Database(url, segment=_segment)
    assert record(found).record_id in {one.record_id for one in database.search(query)}


@pytest.mark.parametrize("query", ["不存在的内容飞船", "", "？！", 'a"b AND (', "道路 飞船"])
def test_what_no_letter_says_finds_none(url: str, query: str) -> None:
    load(url, as_stored(records()))
    assert Database(url, segment=_segment).search(query) == []


def test_only_the_newest_run_is_found(url: str) -> None:
    made = record("qinghe-road")
    load(url, as_stored([made]))
    load(url, as_stored([made_by(made, "newer")]))
    (found,) = Database(url, segment=_segment).search("坑槽")
    assert found.fingerprint == "newer"


def test_without_a_segmenter_there_is_no_search_and_all_the_rest(url: str) -> None:
    database = Database(url)
    database.prepare()
    assert [one.kind for one in database.load(as_stored(records()))] == ["added"] * len(records())
    assert asked(url, "SELECT count(*) FROM letter_search") == [(0,)]


def test_more_letters_than_one_transaction_holds(url: str) -> None:
    assert load(url, copies(120)) == {"added": 120}
    assert asked(url, "SELECT count(DISTINCT number) FROM letters") == [(120,)]


def test_every_table_and_column_says_what_it_holds(url: str) -> None:
    load(url, [])
    for table in METADATA.sorted_tables:
        assert table.comment
        assert [column.name for column in table.columns if not column.comment] == []
        assert table.comment in _described(url, table.name)
        for column in table.columns:
            assert column.comment in _described(url, table.name)


def _described(url: str, table: str) -> str:
    if "sqlite" in url:
        return str(asked(url, f"SELECT sql FROM sqlite_master WHERE name = '{table}'")[0][0])
    rows = asked(url, f"SELECT description FROM pg_description WHERE objoid = '{table}'::regclass")
    return "\n".join(row[0] for row in rows)


def test_keys_are_those_of_the_contract() -> None:
    keys = {table.name: [column.name for column in table.primary_key] for table in METADATA.sorted_tables}
    parts = set(keys) - {"runs", "letters"}
    assert parts == {"sections", "items", "figures", "periods", "entities", "documents", "findings"}
    assert all(keys[name] == ["record_id", "fingerprint", "id"] for name in parts)
    assert keys["letters"] == ["record_id", "fingerprint"]


def test_lists_are_json(url: str) -> None:
    made = record("yunling-science")
    load(url, as_stored([made]))
    rows = asked(url, "SELECT id, CAST(actors AS text) FROM items")
    assert {key: tuple(json.loads(actors)) for key, actors in rows} == {
        item.id: item.actors for item in (*made.measures, *made.next_steps)
    }


def test_a_text_of_any_length_is_taken_and_searched_at_its_beginning(url: str) -> None:
    many = "".join(f"{chr(0x4E00 + number % 20000)}{number}" for number in range(150_000))
    made = record_of(f"堤防加固{many}")
    assert load(url, as_stored([made])) == {"added": 1}
    assert [one.record_id for one in Database(url, segment=_segment).search("堤防")] == [made.record_id]
