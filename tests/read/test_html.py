"""Pages of agencies: the letter as it stands on the page, apart from what the page puts around it."""

from __future__ import annotations

import pytest

from dafu.read.html import read_html
from dafu.read.model import Document
from dafu.settings import Settings

TITLE = "关于县政协六届三次会议第086号提案的答复"
OPENING = "您提出的《关于修复东川渠的提案》收悉，现答复如下："
FIRST = "一、已完成的工作。2023年，我局投资320万元，修复渠道4.2公里，改善灌溉面积1800亩。"
SECOND = "二、下一步打算。我局将继续争取资金，力争2024年底前完成剩余渠段的修复，保障群众用水。"
THANKS = "感谢您对水利工作的关心和支持！"
SIGNED = ["云陵市青禾县水利局", "2024年5月9日", "联系人：方小舟 联系电话：0999-5550123"]
LINES = [TITLE, "方小舟委员：", OPENING, FIRST, SECOND, THANKS, *SIGNED]
LETTERHEAD = ["类别：B", "青禾县水利局", "青水函〔2024〕17号"]


def read(page: str | bytes) -> Document:
    data = page.encode() if isinstance(page, str) else page
    return read_html(data, file_name="页面.html", settings=Settings())


def texts(document: Document) -> list[str]:
    return [run.text.strip() for run in document.pages[0].runs]


def paragraphs(lines: list[str], tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


NAVIGATION = """<div class="top"><a href="/">登录</a> <a href="/">注册</a> 今天是2024年5月20日 星期一</div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul>
<div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 建议提案办理</div>"""
FOOT = """<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="pn"><p>上一篇：<a href="1.html">关于第85号提案的答复</a></p><p>下一篇：没有了</p></div>
<div class="related"><h3>相关链接</h3><ul><li><a href="2.html">县水利局2023年工作总结，含重点工程、民生实事和下一步打算</a></li></ul></div>
<div class="footer"><p>主办单位：青禾县人民政府办公室　承办：县政务服务中心</p><p>网站标识码：9990000001 备案号：ICP备99000000号-1</p>
<p>地址：青禾县中心路1号　邮编：099900　电话：0999-5550000</p></div>"""
FIELDS = [
    ("索 引 号", "000014/2024-00017"), ("发布机构", "青禾县水利局"), ("发文日期", "2024-05-20"), ("文　　号", ""),
    ("名　　称", TITLE), ("主题词", ""),
]  # fmt: skip
PORTAL_TABLE = (
    '<table class="xxgk">'
    + "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in FIELDS)
    + "</table>"
)
PORTAL_LIST = "<ul>" + "".join(f"<li><span>{label}：</span>{value}</li>" for label, value in FIELDS) + "</ul>"
BELOW_TITLE = '<div class="info">发布时间：2024-05-20 09:30　来源：县水利局　浏览次数：<span>72</span> 字体：[<a>大</a> <a>中</a> <a>小</a>]</div>'
TOOLS = '<p><a href="javascript:window.print()">【打印本页】</a> <a href="javascript:window.close()">【关闭窗口】</a></p>'


def page(inner: str, *, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{TITLE}_青禾县人民政府</title>{head}</head><body>{inner}</body></html>"


BODY = paragraphs(LINES)
UNTITLED = paragraphs(LINES[1:])
FORMS = [
    pytest.param(page(BODY), id="nothing around"),
    pytest.param(page(f'{NAVIGATION}<div class="TRS_Editor">{BODY}</div>{FOOT}'), id="known container"),
    pytest.param(
        page(f'{NAVIGATION}{PORTAL_TABLE}<div id="zoom">{BODY}</div>{FOOT}'), id="table of fields above"
    ),
    pytest.param(
        page(f"{NAVIGATION}{PORTAL_LIST}<div>{BODY}</div>{FOOT}"), id="list of fields, no known name"
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div><h1>{TITLE}</h1>{BELOW_TITLE}<div class='TRS_Editor'>{UNTITLED}</div></div>{FOOT}"
        ),
        id="title as heading of the page",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div><div class='title'>{TITLE}</div>{BELOW_TITLE}{UNTITLED}{TOOLS}</div>{FOOT}"),
        id="title and tools in the element of the text",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div><h1>{TITLE}</h1>{BELOW_TITLE}<div id='zoom'>{BODY}</div></div>{FOOT}"),
        id="title twice",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div class='content'><h2>{TITLE}</h2>{BELOW_TITLE}{BODY}{TOOLS}</div>{FOOT}"),
        id="title twice in one element",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div class='article'>{PORTAL_TABLE}{BELOW_TITLE}{BODY}{TOOLS}{FOOT}</div>"),
        id="everything in one element",
    ),
    pytest.param(page(f"{NAVIGATION}{BELOW_TITLE}{BODY}{TOOLS}{FOOT}"), id="no element at all"),
    pytest.param(
        page(f"{NAVIGATION}<table width=1000><tr><td>{FOOT}</td><td>{BELOW_TITLE}{BODY}</td></tr></table>"),
        id="set in a table",
    ),
    pytest.param(
        page(f"{NAVIGATION}<table><tr><td><table><tr><td>{BODY}</td></tr></table></td></tr></table>{FOOT}"),
        id="set in tables in tables",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div id='zoom'>{paragraphs(LINES, 'div')}</div>{FOOT}"), id="divs for paragraphs"
    ),
    pytest.param(page(f"{NAVIGATION}<div>{paragraphs(LINES, 'div')}</div>{FOOT}"), id="soup of divs"),
    pytest.param(
        page(f"{NAVIGATION}<div>{'<p>&nbsp;</p>'.join(f'<p>{line}' for line in LINES)}</div>{FOOT}"),
        id="unclosed and blank paragraphs",
    ),
    pytest.param(
        page(f"{NAVIGATION}<div id=zoom>{'<br><br>'.join(LINES)}</div>{FOOT}"), id="paragraphs by blank lines"
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div class=TRS_Editor>{paragraphs(LINES[:6])}</div><div class=sign>{paragraphs(SIGNED)}</div>{FOOT}"
        ),
        id="signature outside the known container",
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div id='zoom'>{BODY}<p>附件：<a href='/d/b.docx'>征询意见表.docx</a></p>{TOOLS}</div>{FOOT}"
        ),
        id="files to load",
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div id=zoom><span>{'</span></p><p><span>'.join(LINES)}</span></div>{FOOT}"
        ).replace("</body></html>", ""),
        id="malformed and cut off",
    ),
    pytest.param(f"<div>{BODY}</div>", id="a fragment"),
    pytest.param(
        page(
            f"""<div class="article-colum"><div class="pages-title">{TITLE}</div><div class="pages-date">2024-05-20 16:15
<span>来源：县水利局</span><div>字号：<span>默认</span> <span>大</span> <span>超大</span> | <span>打印</span> | <span>分享</span></div></div>
<div class="pages_content" id="UCAP-CONTENT">{UNTITLED}</div><div>责任编辑：李木</div>
<div>相关稿件<ul><li><a href=1>其他</a></li></ul></div></div>{FOOT}"""
        ),
        id="a page of the central government's make",
    ),
    pytest.param(
        page(
            f"""<table><tr><td>您现在的位置：<a>首页</a> >> 正文</td></tr><tr><td class=bt_title><b>{TITLE}</b></td></tr>
<tr><td>发布日期：[2024-05-20] 信息来源：水利局 点击数：次 【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr>
<tr><td class=content>{UNTITLED}</td></tr><tr><td>【<a href=#>打印</a>】【<a href=#>关闭</a>】</td></tr></table>{FOOT}"""
        ),
        id="an old page of tables",
    ),
    pytest.param(
        page(
            f"""{NAVIGATION}<table><tr><th>提案编号<td>086<th>提案人<td>方小舟<tr><th>主办单位<td>县水利局<th>答复日期<td>2024-05-09
<tr><th>答复内容<td colspan=3>{BODY}</table>{FOOT}"""
        ),
        id="the form of a proposal system",
    ),
    pytest.param(
        page(
            f"""{NAVIGATION}<div class=left><h3>热点</h3><ul><li><a href=1>我县召开水利工作推进会，部署下阶段工作</a></ul></div>
<div><div class=ti>{TITLE}</div><div>日期：2024-05-20 15:30 浏览：72 次 【字体：大 中 小】</div><div>{UNTITLED}</div>
<div>您觉得这篇文章对您是否有帮助？ <input type=radio>有帮助</div><div>扫一扫在手机打开当前页</div></div>{FOOT}"""
        ),
        id="a sidebar and a poll",
    ),
    pytest.param(
        page(
            f"""{NAVIGATION}<div><ul><li><b>索 引 号：</b>0001<li><b>标　　题：</b>{TITLE}<li><b>文　　号：</b>青水函〔2024〕17号</ul>
<div>{BODY}</div></div>{FOOT}"""
        ),
        id="a list of fields that has the title and the number",
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div class=TRS_Editor>{BODY}<p>附件：</p><p><a href=/x.pdf>反馈意见表.pdf</a></p></div>{FOOT}"
        ),
        id="files below their heading",
    ),
    pytest.param(
        page(
            f"{NAVIGATION}<div><h1>{TITLE}</h1><div id=zoom>{BODY}<p>（来源：县水利局）</p></div></div>{FOOT}"
        ),
        id="the source below the text",
    ),
]


@pytest.mark.parametrize("form", FORMS)
def test_the_letter_on_the_page(form: str) -> None:
    assert texts(read(form)) == LINES


def test_the_page_s_fields_are_kept_apart() -> None:
    portal = read(page(f"{NAVIGATION}{PORTAL_TABLE}{BELOW_TITLE}<div id=zoom>{BODY}</div>{FOOT}")).portal
    fields = {line.label: line.raw for line in portal if line.label}
    assert fields["索引号"] == "000014/2024-00017"
    assert fields["发文日期"] == "2024-05-20"
    assert fields["文号"] == ""
    assert fields["名称"] == TITLE
    assert fields["发布时间"] == "2024-05-20 09:30"
    assert fields["来源"] == "县水利局"
    assert fields["浏览次数"] == "72"
    assert any("首页" in line.raw for line in portal if line.label is None)


def test_a_label_takes_the_next_line_for_its_value() -> None:
    fields = "<dl><dt>索引号：</dt><dd>0001</dd><dt>公开方式：</dt><dt>信息名称：</dt><dd>答复</dd></dl>"
    portal = read(page(f"{fields}<div id=zoom>{BODY}</div>")).portal
    assert [(line.label, line.raw) for line in portal] == [
        ("索引号", "0001"),
        ("公开方式", ""),
        ("信息名称", "答复"),
    ]


def test_a_heading_that_the_letter_prints_over_two_lines_is_not_its_title_twice() -> None:
    own = [
        "青禾县水利局文件",
        "青水函〔2024〕17号",
        "关于县政协六届三次会议",
        "第086号提案的答　复",
        *LINES[1:],
    ]
    inner = f"<h1>{TITLE}</h1>{BELOW_TITLE}<div class=TRS_Editor>{paragraphs(own)}</div>"
    assert texts(read(page(NAVIGATION + inner + FOOT))) == own


def test_a_title_above_the_text_goes_below_the_letterhead() -> None:
    inner = f"<h1>{TITLE}</h1>{BELOW_TITLE}<div id=zoom>{paragraphs(LETTERHEAD + LINES[1:])}</div>"
    assert texts(read(page(NAVIGATION + inner + FOOT))) == [*LETTERHEAD, *LINES]


def test_a_document_number_below_the_title_stays_there() -> None:
    inner = (
        f"<h1>{TITLE}</h1><div id=zoom>{paragraphs(['教建议〔2017〕第39号', OPENING, FIRST, THANKS])}</div>"
    )
    assert texts(read(page(NAVIGATION + inner))) == [TITLE, "教建议〔2017〕第39号", OPENING, FIRST, THANKS]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ["方小舟代表：", "你提出的建议收悉。因资金不足，暂时无法解决，请谅解。", "2023年8月8日"],
            id="short",
        ),
        pytest.param(
            ["方小舟代表：", OPENING + FIRST + SECOND, "县交通局", "2023年8月8日"], id="one paragraph"
        ),
        pytest.param([OPENING, FIRST, SECOND], id="the body alone"),
        pytest.param(
            [*LETTERHEAD, TITLE, "方小舟委员：", OPENING, "2023年8月8日", "抄送：县政协提案委"], id="copies"
        ),
        pytest.param(["是否同意公开:(是)", "办理结果:(C)", *LINES], id="marks"),
        pytest.param(
            ["公开（是）", "青禾县水利局", "青水函〔2024〕5号", "A", *LINES], id="a class alone on its line"
        ),
        pytest.param(
            [*LINES, "承办单位：县水利局农水股", "签发人：方小舟"], id="fields of the letter at its end"
        ),
        pytest.param([*LINES, "（此件公开发布）"], id="note"),
        pytest.param([*LINES, "附件：1.东川渠修复任务清单", "2.资金安排表"], id="attachments"),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("container", ["<div>", "<div class=TRS_Editor>", "<table><tr><td>"])
def test_letters_short_and_odd(lines: list[str], tag: str, container: str) -> None:
    above = f"{NAVIGATION}{PORTAL_TABLE}{BELOW_TITLE}"
    assert texts(read(page(f"{above}{container}{paragraphs(lines, tag)}</div></table>{FOOT}"))) == lines


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "gb18030", "utf-8", "GB2312"])
@pytest.mark.parametrize(
    "told", ["<meta charset={}>", '<meta http-equiv="Content-Type" content="text/html; charset={}">', ""]
)
def test_encodings(charset: str, told: str) -> None:
    data = page(BODY, head=told.format(charset)).encode("gb18030" if "b" in charset.lower() else charset)
    assert texts(read(data)) == LINES


def test_a_page_that_tells_its_encoding_wrongly() -> None:
    assert texts(read(page(BODY, head="<meta charset=gb2312>").encode("utf-8"))) == LINES


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("全县\n  共有   12家", "全县 共有 12家"),
        ("共有<b>12</b>家<i>企业</i>", "共有12家企业"),
        ("第一行<br>第二行", "第一行\n第二行"),
        ("第一行<br/>\n　　第二行", "第一行\n　　第二行"),
        ("Smart&nbsp;City", "Smart\u00a0City"),
        ("面积&lt;100亩，3&amp;4", "面积<100亩，3&4"),
        ("前<script>var a='。'</script>后", "前后"),
        ("前<!-- 内部 -->后", "前后"),
        ("隰<ruby>县<rp>(</rp><rt>xian</rt><rp>)</rp></ruby>", "隰县"),
        ("<o:p></o:p>正文<st1:chsdate>2024年</st1:chsdate>", "正文2024年"),
        ("<pre>甲  乙\n丙</pre>", "甲  乙\n丙"),
        ("⼀级\u200b", "一级"),
        ("增加<del>了</del><ins>到</ins>", "增加到"),
    ],
)
def test_words_as_a_browser_shows_them(markup: str, text: str) -> None:
    assert texts(read(f"<html><body><div>{markup}</div></body></html>")) == [text]


def test_ordered_lists_have_their_numbers() -> None:
    markup = "<ol><li>修复渠道。</li><li>加强管护。</li></ol><ol start=3><li>争取资金。</li></ol>"
    assert texts(read(page(markup))) == ["1. 修复渠道。", "2. 加强管护。", "3. 争取资金。"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>内部意见</p>",
        "<span style='VISIBILITY: hidden'>内部意见</span>",
        "<p hidden>内部意见</p>",
        "<p class='note tip'>内部意见</p>",
        "<span style='font-size:0px'>内部意见</span>",
    ],
)
def test_hidden_words_are_dropped(hidden: str) -> None:
    sheet = (
        "<style>.tip{color:red;display:none} @media print{.title{display:none}} p.title{color:red}</style>"
    )
    document = read(page(f"<div><p class=title>{TITLE}</p>{UNTITLED}{hidden}</div>", head=sheet))
    assert texts(document) == LINES
    assert [(each.raw, each.reason) for each in document.dropped] == [("内部意见", "hidden_text")]


def test_deleted_words_are_dropped() -> None:
    document = read(page("<p>增加<del>两倍</del>投入。</p>"))
    assert [(each.raw, each.reason) for each in document.dropped] == [("两倍", "deleted_text")]


def test_looks() -> None:
    inner = f"""<p style="text-align:center"><font color="#ff0000" size=7>青禾县水利局</font></p>
<h1 align=center>{TITLE}</h1><center>（第086号）</center><p>{OPENING}</p><p><strong>一、现状。</strong></p><p><b>（一）</b>修复。</p>
<p style="font-family:黑体;font-size:16pt;color:#333">二、打算</p><div align="right">2024年5月9日</div>"""
    runs = read(page(inner)).pages[0].runs
    assert [(run.bold, run.align, run.size, run.color, run.heading) for run in runs] == [
        (False, "center", 36.0, "#ff0000", False),
        (True, "center", None, None, True),
        (False, "center", None, None, False),
        (False, None, None, None, False),
        (True, None, None, None, False),
        (False, None, None, None, False),
        (True, None, 16.0, None, False),
        (False, "right", None, None, False),
    ]


def test_tables_of_data_are_grids_with_spans() -> None:
    table = """<table border=1><thead><tr><th rowspan=2>乡镇</th><th colspan=2>户数</th></tr><tr><th>2022</th><th>2023</th></tr></thead>
<tbody><tr><td>东川镇<td><p>120</p><td>130</tr></tbody></table>"""
    document = read(page(f"<div><p>{TITLE}</p><p>{OPENING}</p><p>{FIRST}</p>{table}<p>{THANKS}</p></div>"))
    grid = document.pages[0].grids[0]
    assert grid.after == 3
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in grid.cells] == [
        (0, 0, 2, 1, "乡镇"),
        (0, 1, 1, 2, "户数"),
        (1, 1, 1, 1, "2022"),
        (1, 2, 1, 1, "2023"),
        (2, 0, 1, 1, "东川镇"),
        (2, 1, 1, 1, "120"),
        (2, 2, 1, 1, "130"),
    ]
    assert {cell.at for cell in grid.cells} == {"paragraph 4"}


def test_a_table_of_data_inside_the_table_that_sets_the_page() -> None:
    table = "<table border=1><tr><td>乡镇</td><td>户数</td></tr><tr><td>东川镇</td><td>130</td></tr></table>"
    document = read(
        page(
            f"<table><tr><td>栏目导航</td><td>{TITLE}<br>{OPENING}<br>{FIRST}<br>{table}{THANKS}</td></tr></table>"
        )
    )
    assert [cell.text for cell in document.pages[0].grids[0].cells] == ["乡镇", "户数", "东川镇", "130"]


def test_no_cell_is_wider_than_its_table() -> None:
    table = "<table><tr><td colspan=10>合计<tr><td>甲<td>乙</table>"
    grid = read(page(f"<p>{OPENING}</p>{table}")).pages[0].grids[0]
    assert [(cell.column, cell.column_span) for cell in grid.cells] == [(0, 2), (0, 1), (1, 1)]


def test_hidden_words_of_a_cell_are_dropped() -> None:
    table = "<table><tr><td>甲<span style='display:none'>密</span><td>乙</table>"
    document = read(page(f"<p>{OPENING}</p>{table}<p>{THANKS}</p>"))
    assert [cell.text for cell in document.pages[0].grids[0].cells] == ["甲", "乙"]
    assert [each.raw for each in document.dropped] == ["密"]
