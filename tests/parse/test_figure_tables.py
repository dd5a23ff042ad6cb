"""Figures in tables: unit, multiplier and indicator from the head of the column, coverage from that of the row."""

from __future__ import annotations

from tests.parse.annotated import reading

Shown = list[tuple[str, str | None, str | None, str | None, str | None]]


def _cells(rows: str) -> Shown:
    read = reading("\n".join("\t".join(row.split(" | ")) for row in rows.strip().split("\n")))
    return [
        (f.raw, f.value, f.unit, f.indicator, f.coverage.raw if f.coverage else None) for f in read.figures
    ]


def test_units_stand_in_the_heads_of_columns() -> None:
    rows = """
县（市、区） | 新建学校（所） | 完成投资（万元） | 占比（%） | 建成时间
青禾县 | 3 | 1,620 | 12.5 | 2023年8月
望川区 | 5 | 2410.5 | 20 | 2023年9月
"""
    assert _cells(rows) == [
        ("3", "3", "所", "新建学校", "青禾县"),
        ("1,620", "16200000", "元", "完成投资", "青禾县"),
        ("12.5", "12.5", "%", "占比", "青禾县"),
        ("5", "5", "所", "新建学校", "望川区"),
        ("2410.5", "24105000", "元", "完成投资", "望川区"),
        ("20", "20", "%", "占比", "望川区"),
    ]


def test_serial_numbers_are_no_figures() -> None:
    rows = """
序号 | 项目名称 | 总投资（亿元）
1 | 石门水厂 | 2.3
2 | 柳溪大桥 | 1.15
"""
    assert _cells(rows) == [
        ("2.3", "230000000", "元", "总投资", "石门水厂"),
        ("1.15", "115000000", "元", "总投资", "柳溪大桥"),
    ]


def test_a_unit_column_and_years_as_heads_turn_the_table() -> None:
    rows = """
指标 | 单位 | 2021年 | 2022年
地区生产总值 | 亿元 | 286.4 | 301.5
高新技术企业 | 家 | 120 | 139
"""
    assert _cells(rows) == [
        ("286.4", "28640000000", "元", "地区生产总值", None),
        ("301.5", "30150000000", "元", "地区生产总值", None),
        ("120", "120", "家", "高新技术企业", None),
        ("139", "139", "家", "高新技术企业", None),
    ]


def test_years_as_heads_are_the_periods_of_their_columns() -> None:
    read = reading("指标\t单位\t2021年\t2022年\n公路里程\t公里\t860\t912.5")
    names = {period.id: period.raw for period in read.periods}
    assert [names.get(figure.period_id or "") for figure in read.figures] == ["2021年", "2022年"]


def test_planned_investment_in_a_head_is_a_forecast() -> None:
    read = reading("项目\t总投资（万元）\t完成投资（万元）\n石门水厂\t2300\t860")
    assert [figure.status for figure in read.figures] == ["forecast", "actual"]
