"""Every number here is counted by hand: right, empty, wrong, missed, extra."""

from __future__ import annotations

from typing import Any

import pytest
from tests.evaluate.small import counts, figure, gold_of, item, judged, record_of, score, section

from dafu.evaluate import scores_of

_SECTIONS = "开头。\n一、修路\n（一）主干路\n二、架桥\n以上。"
_PLAN = "一是今年修路三条，二是明年架桥两座。三是研究供水。"
_FIGURES = "2024年，全县新建水库3座，其中小型2座，投资1.2亿元，覆盖40个村。"


def test_header_fields_leaf_by_leaf() -> None:
    record = record_of(
        "云陵市水利局\n云水函〔2024〕7号",
        letterhead={
            "issuing_organs": [{"raw": "云陵市水利局", "name": "云陵市水利局"}],
            "document_number": {
                "raw": "云水函〔2024〕7号",
                "agency_code": "云水函",
                "year": 2024,
                "serial": "7",
            },
        },
        closing={
            "feedback_requested": {"value": True},
            "phone": {"state": "present", "raw": "7", "value": "7"},
        },
    )
    gold = gold_of(
        record.text,
        genre="reply",
        letterhead={
            "issuing_organs": [{"raw": "云陵市 水利局", "name": "云陵市水利局"}],
            "document_number": {
                "raw": "云水函〔2024〕7号",
                "agency_code": "云水函",
                "year": 2023,
                "serial": "7",
            },
            "secrecy": None,
            "disclosure": {"raw": "主动公开", "value": "proactive"},
        },
        closing={"feedback_requested": {"value": True}, "phone": None, "copied_to": []},
    )
    result = judged(gold, record)
    assert counts(score(result, "header", "letterhead.issuing_organs.raw")) == (1, 0, 0, 0, 0)
    assert counts(score(result, "header", "letterhead.document_number.year")) == (0, 0, 1, 0, 0)
    assert counts(score(result, "header", "letterhead.secrecy")) == (0, 1, 0, 0, 0)
    assert counts(score(result, "header", "letterhead.disclosure.value")) == (0, 0, 0, 1, 0)
    assert counts(score(result, "header", "closing.phone")) == (0, 0, 0, 0, 1)
    assert counts(score(result, "header", "closing.copied_to")) == (0, 1, 0, 0, 0)
    total = score(result, "header", "all fields")
    assert counts(total) == (7, 2, 1, 2, 1)  # genre, organ ×2, number, code, serial, feedback
    assert total.accuracy == pytest.approx(9 / 13)
    assert total.precision == pytest.approx(7 / 9)
    assert total.recall == pytest.approx(7 / 10)


def test_what_the_gold_lacks_is_not_judged() -> None:
    assert judged(gold_of("甲"), record_of("甲", figures=[figure("甲")])).verdicts == ()


def test_lenient_and_optional_header_fields_are_not_judged() -> None:
    gold = gold_of(
        "甲",
        letterhead={
            "disclosure": {"value": "proactive", "optional": True},
            "outcome_class": {"raw": "A", "value": "A", "lenient": ["raw"]},
        },
    )
    assert [one.field for one in judged(gold, record_of("甲")).verdicts] == ["letterhead.outcome_class.value"]


def test_sections_within_two_characters() -> None:
    record = record_of(
        _SECTIONS,
        sections=[
            section(_SECTIONS, "开头。", "\n", level=0),
            section(_SECTIONS, "、修路", "\n", marker="一、", heading="修路"),  # one character late
            section(_SECTIONS, "主干路", "\n", level=2, heading="主干路"),  # three characters late
            section(_SECTIONS, "二、架桥", "\n", marker="二.", heading="架 桥", role="plan"),
        ],
    )
    gold = gold_of(
        _SECTIONS,
        sections=[
            {
                "level": 0,
                "style": "plain",
                "marker": None,
                "heading": None,
                "role": "opening",
                "starts": "开头。",
            },
            {
                "level": 1,
                "style": "heading",
                "marker": "一、",
                "heading": "修路",
                "role": "done",
                "starts": "一、修路",
            },
            {"level": 2, "marker": "（一）", "heading": "主干路", "role": "done", "starts": "（一）主干路"},
            {"level": 1, "marker": "二、", "heading": "架桥", "role": "done", "starts": "二、架桥"},
        ],
    )
    result = judged(gold, record)
    assert counts(score(result, "sections", "found")) == (2, 0, 0, 1, 1)
    assert counts(score(result, "sections", "found: exact")) == (1, 0, 1, 1, 1)
    assert counts(score(result, "sections", "found: complete")) == (1, 0, 1, 1, 1)
    assert counts(score(result, "sections", "marker")) == (1, 0, 1, 0, 0)
    assert counts(score(result, "sections", "heading")) == (2, 0, 0, 0, 0)
    assert counts(score(result, "sections", "role")) == (1, 0, 1, 0, 0)
    assert counts(score(result, "sections", "level")) == (2, 0, 0, 0, 0)
    assert score(result, "sections", "found").f1 == pytest.approx(2 / 3)


def _steps(*items: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"starts": one.pop("starts"), "ends": one.pop("ends"), **one} for one in items]


def test_items_overlap_four_fifths_of_their_joint_extent() -> None:
    record = record_of(
        _PLAN,
        next_steps=[
            item(
                "今年修路三条，", strength=4, deadline={"raw": "今年", "start": None, "end": "2024"}
            ),  # 7 of 9
            item("二是明年架桥两座。三", strength=5),  # 9 of 10
            item("三是研究供水。", strength=1, status="ongoing"),
        ],
    )
    gold = gold_of(
        _PLAN,
        next_steps=_steps(
            {
                "starts": "一是今年",
                "ends": "三条，",
                "deadline": {"end": "2024"},
                "status": "planned",
                "strength": 4,
            },
            {
                "starts": "二是明年",
                "ends": "两座。",
                "deadline": {"end": "2025"},
                "status": "planned",
                "strength": 4,
            },
            {"starts": "三是研究", "ends": "供水。", "deadline": None, "status": "planned", "strength": 1},
        ),
    )
    result = judged(gold, record)
    assert counts(score(result, "next_steps", "found")) == (2, 0, 0, 1, 1)
    assert counts(score(result, "next_steps", "found: exact")) == (1, 0, 1, 1, 1)
    assert counts(score(result, "next_steps", "deadline")) == (0, 1, 0, 1, 0)
    assert counts(score(result, "next_steps", "status")) == (1, 0, 1, 0, 0)
    assert counts(score(result, "next_steps", "strength")) == (2, 0, 0, 0, 0)
    assert counts(score(result, "next_steps", "strength: exact")) == (1, 0, 1, 0, 0)
    assert counts(score(result, "next_steps", "found: complete")) == (0, 0, 2, 1, 1)


def test_figures_with_period_and_whole() -> None:
    period = {
        "id": "p1",
        "raw": "2024年",
        "kind": "during",
        "start": "2024",
        "end": "2024",
        "anchor": "explicit",
    }
    record = record_of(
        _FIGURES,
        periods=[period],
        figures=[
            figure(
                "3座",
                value="3",
                unit="座",
                indicator="水库",
                period_id="p1",
                coverage={"raw": "全县", "resolved": None},
            ),
            figure("2座", id="f2", value="2", unit="座", indicator="小型水库", part_of="f1", period_id="p1"),
            figure("1.2亿", id="f3", value="120000000", unit="元", dimension="money", indicator="完成投资额"),
            figure("2024年", id="f4"),
        ],
    )
    whole = {"kind": "during", "start": "2024", "end": "2024", "raw": "2024年"}
    gold = gold_of(
        _FIGURES,
        figures=[
            {"raw": "3座", "before": "水库", "value": "3", "unit": "座", "indicator": "新建水库", "coverage": "全县", "period": whole, "part_of_raw": None},
            {"raw": "2座", "before": "小型", "value": "2", "unit": "座", "indicator": "小型", "coverage": "全县", "period": whole, "part_of_raw": "3座", "lenient": ["coverage"]},
            {"raw": "1.2亿元", "before": "投资", "value": "120000000", "unit": "元", "indicator": "投资", "coverage": None, "period": whole, "part_of_raw": None},
            {"raw": "40个", "before": "覆盖", "value": "40", "unit": "个", "optional": True},
        ],
    )  # fmt: skip
    result = judged(gold, record)
    assert counts(score(result, "figures", "found")) == (3, 0, 0, 0, 1)
    assert counts(score(result, "figures", "found: exact")) == (2, 0, 1, 0, 1)
    assert counts(score(result, "figures", "raw")) == (2, 0, 1, 0, 0)
    assert counts(score(result, "figures", "value")) == (3, 0, 0, 0, 0)
    assert counts(score(result, "figures", "coverage")) == (1, 1, 0, 0, 0)
    assert counts(score(result, "figures", "period")) == (2, 0, 0, 1, 0)
    assert counts(score(result, "figures", "part_of")) == (1, 2, 0, 0, 0)
    # 水库/新建水库: 2·1/(1+3); 小型水库/小型: 2·1/(3+1); 完成投资额/投资: 2·1/(4+1)
    assert counts(score(result, "figures", "indicator")) == (2, 0, 1, 0, 0)
    assert counts(score(result, "figures", "indicator: exact")) == (0, 0, 3, 0, 0)
    assert counts(score(result, "figures", "found: complete")) == (2, 0, 1, 0, 1)
    assert score(result, "figures", "found").precision == pytest.approx(3 / 4)
    assert score(result, "figures", "found").recall == 1.0


def test_one_figure_answers_one_annotation() -> None:
    text = "每年建5—8家"
    record = record_of(text, figures=[figure("5—8家", value="5", upper="8")])
    gold = gold_of(
        text,
        figures=[{"raw": "5", "before": "年建", "value": "5"}, {"raw": "8家", "before": "5—", "value": "8"}],
    )
    assert counts(score(judged(gold, record), "figures", "found")) == (1, 0, 0, 1, 0)


def test_periods() -> None:
    text = "到2025年底，2020年以来"
    periods = [
        {"id": "p1", "raw": "2025年底", "kind": "by", "start": None, "end": "2025", "anchor": "explicit"},
        {"id": "p2", "raw": "2020年", "kind": "during", "start": "2020", "end": "2020", "anchor": "explicit"},
    ]
    gold = gold_of(
        text,
        periods=[
            {
                "raw": "到2025年底",
                "before": "",
                "kind": "by",
                "start": None,
                "end": "2025",
                "anchor": "explicit",
            },
            {
                "raw": "2020年以来",
                "before": "底，",
                "kind": "since",
                "start": "2020",
                "end": None,
                "lenient": ["kind"],
            },
        ],
    )
    result = judged(gold, record_of(text, periods=periods))
    assert counts(score(result, "periods", "found")) == (2, 0, 0, 0, 0)
    assert counts(score(result, "periods", "found: exact")) == (0, 0, 2, 0, 0)
    assert counts(score(result, "periods", "start")) == (1, 1, 0, 0, 0)
    assert counts(score(result, "periods", "end")) == (1, 0, 0, 0, 1)
    assert counts(score(result, "periods", "kind")) == (1, 0, 0, 0, 0)


def test_numbers_of_figures_are_accounted_for_and_unexplained_ones_are_not() -> None:
    text = "一、建5—8家，第3号，5个方面，号9"
    numbers = [
        {"raw": "一", "type": "outline", "ref": None},
        {"raw": "5", "type": "quantity", "ref": None},
        {"raw": "8", "type": "quantity", "ref": None},
        {"raw": "3", "type": "ordinal", "ref": None},
        {"raw": "5", "span": (13, 14), "type": "unexplained", "ref": None},
        {"raw": "号9", "type": "identifier", "ref": None},
    ]
    gold = gold_of(
        text,
        figures=[{"raw": "5—8家", "before": "建"}],
        non_figures=[
            {"raw": "一", "before": "", "type": "outline"},
            {"raw": "3", "before": "第", "type": "identifier"},
            {"raw": "5", "before": "，", "type": "announcement"},
        ],
    )
    result = judged(gold, record_of(text, numbers=numbers))
    assert counts(score(result, "numbers", "found")) == (3, 0, 0, 1, 1)
    assert counts(score(result, "numbers", "type")) == (1, 0, 1, 0, 0)
    assert (result.unexplained, result.numbers) == (1, 6)


def test_documents_by_title() -> None:
    text = "根据《云陵市“强基”方案》《水法》，出台《水价办法》《水价办法》"
    documents = [
        {"id": "d1", "raw": "《云陵市“强基”方案》", "title": "云陵市“强基”方案", "document_number": None, "usage": "basis", "kind": None},
        {"id": "d2", "raw": "《水价办法》", "title": "水价办法", "document_number": "云水〔2024〕1号", "usage": "issued", "kind": None},
        {"id": "d3", "raw": "《水价办法》", "title": "水价办法", "document_number": None, "usage": "mentioned", "kind": None},
        {"id": "d4", "raw": "根据", "title": "根据", "document_number": None, "usage": "mentioned", "kind": None},
    ]  # fmt: skip
    gold = gold_of(
        text,
        cited_documents=[
            {"title": "云陵市强基方案", "document_number": None, "usage": "basis"},
            {"title": "水法", "document_number": None, "usage": "basis"},
            {"title": "水价办法", "document_number": "云水〔2024〕 1号", "usage": "in_preparation"},
        ],
    )
    result = judged(gold, record_of(text, cited_documents=documents))
    assert counts(score(result, "documents", "found")) == (2, 0, 0, 1, 1)
    assert counts(score(result, "documents", "usage")) == (1, 0, 1, 0, 0)
    assert counts(score(result, "documents", "document_number")) == (1, 1, 0, 0, 0)


def test_entities_by_name() -> None:
    text = "云陵市水利局、青禾县、我局、望川区、市长质量奖、两库"
    entities = [
        {"id": f"e{number}", "raw": raw, "kind": kind, "name": raw, "refers_to": refers_to}
        for number, (raw, kind, refers_to) in enumerate(
            [
                ("云陵市水利局", "organ", None),
                ("青禾县", "organ", None),
                ("我局", "organ", "云陵市水利局"),
                ("两库", "programme", None),
                ("、", "place", None),
            ]
        )
    ]
    gold = gold_of(
        text,
        entities={"organ": ["云陵市水利局"], "place": ["青禾县"], "programme": ["“市长质量奖”"]},
        entities_optional=["望川区", "两库"],
    )
    result = judged(gold, record_of(text, entities=entities))
    assert counts(score(result, "entities", "found")) == (2, 0, 0, 1, 1)
    assert counts(score(result, "entities", "kind")) == (1, 0, 1, 0, 0)


def test_findings_by_code_above_info() -> None:
    findings = [
        {"code": "numbering_gap", "severity": "warning", "message": "一、三"},
        {"code": "missing_document_date", "severity": "info", "message": "no date"},
        {"code": "lost_text", "severity": "error", "message": "〔2024"},
        {"code": "missing_signature", "severity": "warning", "message": "none"},
    ]
    gold = gold_of(
        "甲", findings=["numbering_gap", "missing_document_date"], findings_optional=["missing_signature"]
    )
    result = judged(gold, record_of("甲", findings=findings))
    assert counts(score(result, "findings", "found")) == (1, 0, 0, 1, 1)


def test_a_misread_text_shifts_nothing_and_costs_its_characters() -> None:
    record = record_of("各位委员：全市共有l39家", figures=[figure("l39家", value=None)])
    gold = gold_of("委员：全市共有139家", figures=[{"raw": "139家", "before": "共有", "value": "139"}])
    result = judged(gold, record)
    assert counts(score(result, "figures", "found: exact")) == (1, 0, 0, 0, 0)
    assert counts(score(result, "figures", "value")) == (0, 0, 0, 1, 0)
    assert (result.distance, result.characters) == (3, 11)
    assert result.error_rate == pytest.approx(3 / 11)
    assert [(one.outcome, one.gold, one.found) for one in result.verdicts if one.part == "text"] == [
        ("extra", None, "各位"),
        ("wrong", "1", "l"),
    ]


def test_gold_that_contradicts_its_own_text_is_named_and_not_scored() -> None:
    gold = gold_of("共有3家", figures=[{"raw": "4家", "before": "共有"}])
    result = judged(gold, record_of("共有3家"))
    assert [(one.part, one.words) for one in result.lost] == [("figures", "4家")]
    assert result.verdicts == ()


def test_errors_show_the_sentence_around() -> None:
    text = "前一句。全县共有水库3座，运行正常。后一句"
    gold = gold_of(text, figures=[{"raw": "3座", "before": "水库"}])
    assert {one.where for one in judged(gold, record_of(text)).verdicts} == {
        "全县共有水库【3座】，运行正常。"
    }


def test_scores_come_in_the_order_of_the_record() -> None:
    text = "甲有3家"
    gold = gold_of(
        text,
        findings=[],
        figures=[{"raw": "3家"}],
        title="甲有3家",
        genre="reply",
        entities={"organ": ["甲"]},
    )
    scores = [(one.part, one.field) for one in scores_of(judged(gold, record_of(text)).verdicts)]
    assert scores == [
        ("header", "all fields"), ("header", "genre"), ("header", "title"),
        ("figures", "found"), ("figures", "found: exact"), ("figures", "found: complete"),
        ("entities", "found"), ("entities", "found: complete"),
    ]  # fmt: skip
