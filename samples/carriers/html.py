"""A letter as a page of an agency's web site, in the looks of three content systems."""

from __future__ import annotations

from html import escape
from itertools import groupby

from samples.notation import Letter, Paragraph

_SITE = "云陵市人民政府"


def html_of(letters: list[Letter], look: str) -> bytes:
    """`portal`: article system with portal table; `word`: pasted from a word processor; `br`: one cell, line breaks."""
    letter = letters[0]
    body, charset = {
        "portal": (_portal(letter), "utf-8"),
        "word": (_word(letter), "utf-8"),
        "br": (_br(letter), "gb2312"),
    }[look]
    return body.encode("gb18030" if charset == "gb2312" else charset)


def _title(letter: Letter) -> str:
    return next((paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "t"), letter.name)


def _table(rows: list[Paragraph], attributes: str) -> str:
    lines = [
        "<tr>" + "".join(f"<td><p>{escape(cell) or '&nbsp;'}</p></td>" for cell in row.cells) + "</tr>"
        for row in rows
    ]
    return f"<table {attributes}><tbody>" + "\n".join(lines) + "</tbody></table>"


def _marked(paragraph: Paragraph, open_tag: str, close_tag: str) -> str:
    text, at, parts = paragraph.text, 0, []
    for start, end in paragraph.bold:
        parts += [escape(text[at:start]), open_tag, escape(text[start:end]), close_tag]
        at = end
    parts.append(escape(text[at:]))
    whole = "".join(parts)
    return whole.replace(" ", "&nbsp;" * 6) if paragraph.kind == "s" else whole


def _blocks(letter: Letter, one: dict[str, str], table: str, bold: tuple[str, str]) -> str:
    """Paragraphs by their kind's template, tables by `table`'s attributes."""
    parts: list[str] = []
    for kind, group in groupby(letter.paragraphs, key=lambda paragraph: paragraph.kind):
        rows = list(group)
        if kind == "|":
            parts.append(_table(rows, table))
        else:
            template = one.get(kind, one["p"])
            parts += [template.replace("{}", _marked(row, *bold)) for row in rows]
    return "\n".join(parts)


def _portal(letter: Letter) -> str:
    blocks = _blocks(
        letter,
        {
            "h": '<p style="text-align:center;"><span style="color:#ff0000;font-size:36px;">{}</span></p>',
            "n": '<p style="text-align:center;">{}</p>',
            "m": '<p><span style="font-family:黑体;">{}</span></p>',
            "m>": '<p style="text-align:right;">{}</p>',
            "t": '<p style="text-align:center;"><strong>{}</strong></p>',
            "a": "<p>{}</p>",
            "p": '<p style="text-indent:2em;">{}</p>',
            "s": '<p style="text-align:right;">{}</p>',
            "d": '<p style="text-align:right;">{}</p>',
        },
        'border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;"',
        ('<span style="font-family:楷体;">', "</span>"),
    )
    title = escape(_title(letter))
    return f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"/>
<title>{title}_{_SITE}</title>
<meta name="SiteName" content="{_SITE}"/><meta name="PubDate" content="2024-12-18 09:30"/>
<style>.nav li{{float:left}} .TRS_Editor p{{line-height:2}}</style>
<script>var title = "{title}"; function doZoom(size){{document.getElementById('zoom').style.fontSize=size+'px';}}</script>
</head><body>
<header><div class="topbar"><a href="/login">登录</a><a href="/wza">无障碍阅读</a><span>简体 | 繁体</span></div>
<ul class="nav"><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/fw/">政务服务</a></li>
<li><a href="/hd/">互动交流</a></li></ul></header>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/jyta/">建议提案</a></div>
<table class="xxgk"><tr><td>索 引 号</td><td>000999014/2024-00317</td><td>信息分类</td><td>建议提案办理</td></tr>
<tr><td>发布机构</td><td>{_SITE}办公室</td><td>发布日期</td><td>2024-12-18</td></tr>
<tr><td>文　　号</td><td></td><td>有 效 性</td><td>有效</td></tr></table>
<div class="info"><span>来源：{_SITE}门户网站</span><span>浏览次数：<i id="hits">316</i></span>
<span>字号：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div>
<div id="zoom" class="TRS_Editor">
{blocks}
</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div><div class="tool"><a href="#">【打印本页】</a><a href="#">【关闭窗口】</a></div>
<footer><p>主办：{_SITE}办公室　承办：云陵市大数据中心</p><p>网站标识码：0999000001　网站地图　联系我们</p></footer>
</body></html>
"""


def _word(letter: Letter) -> str:
    body = '<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0"><span style="font-size:16.0pt;font-family:仿宋_GB2312">{}<o:p></o:p></span></p>'
    blocks = _blocks(
        letter,
        {
            "h": '<p class="MsoNormal" align="center"><span style="font-size:36.0pt;color:red">{}<o:p></o:p></span></p>',
            "n": '<p class="MsoNormal" align="center"><span lang="EN-US">{}</span></p>',
            "m": '<p class="MsoNormal"><span style="font-family:黑体">{}</span></p>',
            "m>": '<p class="MsoNormal" align="right"><span>{}</span></p>',
            "t": '<p class="MsoNormal" align="center" style="text-align:center"><b><span style="font-size:22.0pt">{}</span></b></p>',
            "a": '<p class="MsoNormal"><span style="font-size:16.0pt">{}</span></p>',
            "p": body,
            "s": '<p class="MsoNormal" align="right" style="margin-right:48.0pt"><span>{}</span></p>',
            "d": '<p class="MsoNormal" align="right" style="margin-right:64.0pt"><span>{}</span></p>',
        },
        'class="MsoTableGrid" border="1" style="border:none"',
        ("<b>", "</b>"),
    )
    title = escape(_title(letter))
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{title}</title></head>
<body><div id="header"><img src="logo.png" alt="logo"><div class="menu"><a href="index.html">首 页</a><a href="xw.html">新闻中心</a><a href="gk.html">信息公开</a></div></div>
<div class="position">当前位置： 首页 &gt;&gt; 信息公开 &gt;&gt; 提案办理</div>
<div class="article"><h1 class="article-title">{title}</h1>
<div class="article-info">发布时间：2024-12-18　作者：办公室　点击：<span>88</span>次</div>
<div class="article-content"><!--ZJEG_RSS.content.begin-->
{blocks}
<!--ZJEG_RSS.content.end--></div>
<div class="pager"><div>上一篇：<a href="1.html">云陵市举办春季招聘会</a></div><div>下一篇：<a href="2.html">关于开展安全检查的通知</a></div></div></div>
<div class="footer">版权所有：云陵市某局 &nbsp; 技术支持：云陵信息中心 &nbsp; 地址：云陵市望川大道6号</div></body></html>
"""


def _br(letter: Letter) -> str:
    lines: list[str] = []
    for kind, group in groupby(letter.paragraphs, key=lambda paragraph: paragraph.kind):
        rows = list(group)
        if kind == "|":
            lines.append(_table(rows, 'width="90%" border="1"'))
            continue
        for row in rows:
            text = escape(row.text)
            if kind in ("t", "h", "X", "n"):
                lines.append(f"<center>{text}</center>")
            elif kind in ("p", "c"):
                lines.append(f"　　{text}<br>")
            elif kind in ("s", "d", "m>"):
                lines.append(f'<div align="right">{text}&nbsp;&nbsp;&nbsp;&nbsp;</div>')
            else:
                lines.append(f"{text}<br>")
    content = "\n".join(lines)
    return f"""<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>{escape(_title(letter))}</TITLE></HEAD>
<BODY><table width="980" align="center"><tr><td><a href="/">返回首页</a> | <a href="/bsgk">本所概况</a> | <a href="/gzdt">工作动态</a></td></tr></table>
<table width="980" align="center"><tr><td width="180" valign="top"><b>栏目导航</b><br><a href="/1">政策法规</a><br><a href="/2">通知公告</a><br><a href="/3">建议提案</a></td>
<td valign="top"><font size="3">
{content}
</font></td></tr></table>
<hr><center>Copyright 2023 云陵市 All Rights Reserved</center></BODY></HTML>
"""
