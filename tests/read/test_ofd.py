from __future__ import annotations

import pytest
from tests.read.drawn_ofd import NAMESPACE, packed, page, parts_of, read, text_object, texts

from dafu.errors import DafuError, DamagedFile, EmptyFile, EncryptedFile, TooLarge

POINTS = 72 / 25.4
TITLE = "关于市政协五届三次会议第0086号提案的答复"


def test_characters_come_with_boxes_from_the_top_left() -> None:
    document = read(packed(parts_of(page(text_object("云陵市教育局", x=30, y=40)))))
    run = document.pages[0].runs[0]
    assert (document.flow, document.media_type, run.text) == ("paged", "application/ofd", "云陵市教育局")
    assert run.box == pytest.approx(
        (30 * POINTS, 40 * POINTS, (30 + 6 * 5.64) * POINTS, 45.64 * POINTS), abs=0.02
    )
    assert run.left == pytest.approx([(30 + 5.64 * at) * POINTS for at in range(6)], abs=0.01)
    assert (run.size, run.font, run.bold) == (pytest.approx(5.64 * POINTS, abs=0.01), "仿宋_GB2312", False)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param(text_object("号", code='DeltaX="3"'), ["号"], id="one character"),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 6" Font="1" Size="5">'
            '<ofd:TextCode X="0" Y="4" DeltaX="g 2 5 2.5 g 2 2.5 2.5 5">第二次2024届</ofd:TextCode></ofd:TextObject>',
            ["第二次2024届"],
            id="distances with repeats",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 20" Font="1" Size="5"><ofd:TextCode X="0" Y="4" DeltaX="g 2 5">上一行'
            '</ofd:TextCode><ofd:TextCode X="0" Y="14" DeltaX="g 2 5">下一行</ofd:TextCode></ofd:TextObject>',
            ["上一行", "下一行"],
            id="several lines in one object",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 20" Font="1" Size="5"><ofd:TextCode X="0" Y="4">没有间距</ofd:TextCode>'
            "</ofd:TextObject>",
            ["没有间距"],
            id="no distances at all",
        ),
        pytest.param(
            '<ofd:TextObject Boundary="30 40 99 60" Font="1" Size="5"><ofd:TextCode X="0" Y="4" DeltaX="0 0" DeltaY="8 8">'
            "装订线</ofd:TextCode></ofd:TextObject>",
            ["装", "订", "线"],
            id="written downwards",
        ),
        pytest.param(text_object("办理情况", more='CTM="1 0 0 1 3 2"'), ["办理情况"], id="moved by its map"),
        pytest.param(
            text_object("联系人：") + text_object("电话：", x=110),
            ["联系人：", "电话："],
            id="two fields of a line",
        ),
        pytest.param(
            text_object("粗体") + text_object("粗体", x=30.3), ["粗体"], id="printed twice to look bold"
        ),
        pytest.param(text_object("⾼⽔平"), ["高水平"], id="radicals are unified"),
        pytest.param(
            text_object("隐去", more='Visible="false"') + text_object("可见", y=60), ["可见"], id="hidden"
        ),
        pytest.param(
            text_object("水印", more='CTM="0.7 0.7 -0.7 0.7 0 0"') + text_object("正文", y=90),
            ["正文"],
            id="slanted",
        ),
        pytest.param(
            f'<ofd:PageBlock ID="3">{text_object("块内")}</ofd:PageBlock>', ["块内"], id="a block in a layer"
        ),
    ],
)
def test_text_objects(written: str, found: list[str]) -> None:
    assert texts(read(packed(parts_of(page(written))))) == found


@pytest.mark.parametrize(
    "namespace", ['xmlns:ofd="http://www.ofdspec.org"', 'xmlns="http://www.ofdspec.org/2016"']
)
def test_old_namespace_and_no_prefix(namespace: str) -> None:
    parts = parts_of(page(text_object(TITLE)))
    prefix = "" if namespace.startswith("xmlns=") else "ofd:"
    renamed = {
        name: part.replace(NAMESPACE, namespace).replace("ofd:", prefix) for name, part in parts.items()
    }
    assert texts(read(packed(renamed))) == [TITLE]


def test_templates_lie_below_or_above_the_page() -> None:
    common = '<ofd:TemplatePage ID="50" BaseLoc="Tpls/T0/Content.xml" ZOrder="Background"/>'
    use = '<ofd:Template TemplateID="50" ZOrder="Foreground"/><ofd:Template TemplateID="50"/>'
    parts = parts_of(page(text_object("正文", y=90), before=use), common=common)
    parts["Doc_0/Tpls/T0/Content.xml"] = page(text_object("云陵市财政局", y=20))
    assert texts(read(packed(parts))) == ["云陵市财政局", "正文"]


def test_graphics_used_several_times_stand_where_they_are_used() -> None:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70" Width="99" Height="9"><ofd:Content>'
        f"{text_object('骑缝', x=0, y=0)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    use = '<ofd:CompositeObject ID="4" ResourceID="70" Boundary="50 {y} 99 9"/>'
    parts = parts_of(page(use.format(y=30), use.format(y=60)))
    parts["Doc_0/PublicRes.xml"] = parts["Doc_0/PublicRes.xml"].replace("</ofd:Res>", unit + "</ofd:Res>")
    runs = read(packed(parts)).pages[0].runs
    assert [(run.text, run.box and run.box[:2]) for run in runs] == [
        ("骑缝", pytest.approx((50 * POINTS, y * POINTS), abs=0.02)) for y in (30, 60)
    ]


def test_lines_make_a_table_and_red_rules_keep_their_colour() -> None:
    def line(x: float, y: float, data: str, colour: str = "0 0 0") -> str:
        return (
            f'<ofd:PathObject Boundary="{x} {y} 120 60" LineWidth="0.3" Stroke="true"><ofd:StrokeColor Value="{colour}"/>'
            f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
        )

    level = [line(40, 60 + 10 * at, "M 0 0 L 100 0") for at in range(3)]
    upright = [line(40 + 50 * at, 60, "M 0 0 L 0 20") for at in range(3)]
    words = [
        text_object(text, x=x, y=y)
        for text, x, y in (("指标", 42, 62), ("数值", 92, 62), ("投资", 42, 72), ("3亿元", 92, 72))
    ]
    found = read(
        packed(parts_of(page(*level, *upright, *words, line(20, 30, "M 0 0 L 120 0", "217 13 20"))))
    ).pages[0]
    assert [(cell.row, cell.column) for cell in found.grids[0].cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [rule.color for rule in found.rules if rule.box[1] < 100] == ["#d90d14"]


def test_annotations_are_no_part_of_the_letter_and_stamps_are_seals() -> None:
    parts = parts_of(
        page(text_object(TITLE)),
        after="<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>",
        body="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
    )
    parts["Doc_0/Annots/Annotations.xml"] = (
        f'<ofd:Annotations {NAMESPACE}><ofd:Page PageID="100"><ofd:FileLoc>P0/A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
    )
    parts["Doc_0/Annots/P0/A.xml"] = (
        f'<ofd:PageAnnot {NAMESPACE}><ofd:Annot Type="Watermark" ID="3"><ofd:Appearance Boundary="0 0 210 297">'
        f"{text_object('仅供内部使用')}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>"
    )
    parts["Doc_0/Signs/Signatures.xml"] = (
        f'<ofd:Signatures {NAMESPACE}><ofd:Signature ID="1" BaseLoc="S0/Signature.xml"/></ofd:Signatures>'
    )
    parts["Doc_0/Signs/S0/Signature.xml"] = (
        f'<ofd:Signature {NAMESPACE}><ofd:SignedInfo><ofd:StampAnnot ID="1" PageRef="100" Boundary="120 200 40 40"/>'
        "</ofd:SignedInfo></ofd:Signature>"
    )
    document = read(packed(parts))
    assert texts(document) == [TITLE]
    assert [(each.raw, each.reason) for each in document.dropped] == [("仅供内部使用", "unknown")]
    assert document.pages[0].seals == (
        pytest.approx((120 * POINTS, 200 * POINTS, 160 * POINTS, 240 * POINTS), abs=0.02),
    )


def test_pages_of_several_documents_are_numbered_on() -> None:
    first = parts_of(page(text_object("第一件")), page(text_object("第一件续")))
    second = parts_of(page(text_object("第二件")), doc="Doc_1")
    body = "<ofd:DocBody><ofd:DocRoot>Doc_1/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    parts = {**second, **first, "OFD.xml": first["OFD.xml"].replace("</ofd:OFD>", body)}
    document = read(packed(parts))
    assert [(each.number, each.runs[0].text) for each in document.pages] == [
        (1, "第一件"),
        (2, "第一件续"),
        (3, "第二件"),
    ]


def _bomb() -> bytes:
    entities = (
        '<!DOCTYPE x [<!ENTITY a "'
        + "云" * 1000
        + '">'
        + "".join(f'<!ENTITY a{at} "&a{at - 1 if at else ""};&a;">' for at in range(20))
        + "]>"
    )
    parts = parts_of(page(text_object("&a19;")))
    parts["Doc_0/Pages/P0/Content.xml"] = entities + parts["Doc_0/Pages/P0/Content.xml"]
    return packed(parts)


def _looping_graphics() -> bytes:
    unit = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="70"><ofd:Content>'
        '<ofd:CompositeObject ResourceID="70" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>'
    )
    parts = parts_of(page('<ofd:CompositeObject ResourceID="70" Boundary="0 0 9 9"/>'))
    parts["Doc_0/PublicRes.xml"] = parts["Doc_0/PublicRes.xml"].replace("</ofd:Res>", unit + "</ofd:Res>")
    return packed(parts)


def _outside() -> bytes:
    parts = parts_of(page(text_object("正文")))
    parts["Doc_0/Document.xml"] = parts["Doc_0/Document.xml"].replace("Pages/P0", "../../../../etc/P0")
    return packed(parts)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"PK\x03\x04" + b"\0" * 60, DamagedFile, id="a broken archive"),
        pytest.param(packed({"readme.txt": "x"}), DamagedFile, id="no OFD.xml"),
        pytest.param(packed({"OFD.xml": "<ofd:OFD"}), DamagedFile, id="no XML"),
        pytest.param(
            packed({k: v for k, v in parts_of(page()).items() if "Document" not in k}),
            DamagedFile,
            id="no document",
        ),
        pytest.param(
            packed({"Encryptions.xml": "<x/>", "ofdentries.dat": "x"}), EncryptedFile, id="encrypted"
        ),
        pytest.param(packed(parts_of()), EmptyFile, id="no pages"),
        pytest.param(_bomb(), DamagedFile, id="entities that expand"),
        pytest.param(_outside(), EmptyFile, id="a path out of the archive"),
        pytest.param(
            packed(parts_of(page(text_object("一")), page(text_object("二")))),
            TooLarge,
            id="more pages than allowed",
        ),
    ],
)
def test_bad_files_end_in_a_typed_error_that_names_the_file(data: bytes, error: type[DafuError]) -> None:
    with pytest.raises(error) as caught:
        read(data, max_pages=1 if error is TooLarge else 2000)
    assert caught.value.file == "letter.ofd"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        pytest.param(packed(parts_of(page(), page())), 2, id="blank pages"),
        pytest.param(_looping_graphics(), 1, id="graphics that contain themselves"),
    ],
)
def test_pages_with_nothing_on_them_are_pages(data: bytes, pages: int) -> None:
    document = read(data)
    assert [texts(document, number) for number in range(1, pages + 1)] == [[]] * pages


def test_attachments_are_named() -> None:
    after = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>"
    parts = parts_of(page(text_object("正文")), after=after)
    listed = '<ofd:Attachment ID="1" Name="汇总表.xlsx"/><ofd:Attachment ID="2"/>'
    parts["Doc_0/Attachs/Attachments.xml"] = f"<ofd:Attachments {NAMESPACE}>{listed}</ofd:Attachments>"
    (notice,) = read(packed(parts)).notices
    assert (notice.code, notice.severity) == ("unread_part", "warning")
    assert notice.message.endswith(": 汇总表.xlsx、?")


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    parts: dict[str, str | bytes] = dict(parts_of(page(text_object("正文"))))
    parts["Doc_0/Pages/P0/Content.xml"] = b"<a>" + b" " * (65 << 20) + b"</a>"
    with pytest.raises(TooLarge):
        read(packed(parts))


def test_the_same_bytes_give_the_same_document() -> None:
    data = packed(parts_of(page(text_object(TITLE), text_object("正文", y=90))))
    assert read(data) == read(data)
