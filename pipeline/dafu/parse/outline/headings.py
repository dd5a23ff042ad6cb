"""标题: the words of a heading, printed on a line of their own or at the start of an item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import OutlineWords
from dafu.parse.outline.marks import Mark
from dafu.parse.outline.roles import heading_role
from dafu.parse.outline.tree import Node
from dafu.records.base import Span

_LONGEST = 36
"""Characters of a first sentence that may be a heading; a longer one says something."""
_LONGEST_LINE = 60
_LONGEST_LABEL = 15
_SURE = 14
"""Characters: a first sentence as short as this is a heading, whatever its siblings are."""
_LONG = 20
"""Characters: a first sentence longer than this is no heading where as many siblings are plain sentences."""
_QUOTED = re.compile(r"[“\"《〈（(][^”\"》〉）)]*[”\"》〉）)]")
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:余|多)?(?:万|亿|千|百)?(?:[%\uff05‰]|个百分点|个|家|人|名|户|元|公里|千米|米|亩|平方|立方|公顷|吨|处|座"
    r"|条|项|件|次|所|台|套|辆|张|期|天|倍|场|批|块|盏|根|口|间|栋|份|册|里)"
)
_POINT = re.compile(r"(?:关于|对于|针对).+(?:问题|建议|意见|诉求|请求|事项)$")
"""What was asked may hold figures: 关于层高不足2.8米的改造建议."""
_FULL_STOP = re.compile(r"。|(?<=[\u4e00-\u9fff”》）])[.．](?=[\u4e00-\u9fff]|\s*$)")
"""A full stop, typed half width in some letters."""
_CLAUSE_ENDS = ("；", ";", "，", ",")
"""A run-in item that ends so is a clause of a longer sentence; it and its siblings have no heading."""
_END = " 。；;：:，,、.！!"


class _Item(NamedTuple):
    """A marked node's first line."""

    node: Node
    mark: Mark
    line: str
    cut: bool
    """Its children begin inside the line."""
    more: bool
    """Words or children follow after the line."""

    @property
    def stop(self) -> int:
        """Length of the first sentence if it ends before the item does, else -1."""
        match = _FULL_STOP.search(self.line)
        stop = match.start() if match else -1
        return stop if stop >= 0 and (self.more or stop < len(self.line.rstrip()) - 1) else -1


def set_headings(
    letter: LetterText, nodes: Sequence[Node], own_spans: Sequence[Span], lexicon: Lexicon
) -> None:
    """Give every marked node that has one the span of its heading."""
    items = list(_items(letter, nodes, own_spans))
    sentences: dict[int, list[str]] = {}
    clauses: set[int] = set()
    plain: Counter[int] = Counter()
    for item in items:
        if item.stop >= 0:
            sentences.setdefault(item.mark.series, []).append(item.line[: item.stop])
        elif item.mark.level is None and item.line.rstrip().endswith(_CLAUSE_ENDS):
            clauses.add(item.mark.series)
        elif not item.more:
            plain[item.mark.series] += 1
    for item in items:
        if item.stop >= 0 and item.mark.series in clauses:
            length = 0
        elif item.stop >= 0:
            series = item.mark.series
            length = _sentence_heading(item, sentences[series], plain[series], lexicon)
        else:
            length = _line_heading(item, lexicon) if item.more else 0
        item.node.heading = (item.mark.end, item.mark.end + length) if length else None


def _items(letter: LetterText, nodes: Sequence[Node], own_spans: Sequence[Span]) -> list[_Item]:
    parents = {node.parent for node in nodes if node.parent is not None}
    items = []
    for at, (node, (_, own_end)) in enumerate(zip(nodes, own_spans, strict=True)):
        if node.mark is None:
            continue
        paragraph_end = letter.paragraphs[node.mark.paragraph].span[1]
        line_end = min(paragraph_end, own_end)
        # A paragraph after items that run inside one goes on with what they stand in.
        goes_on = node.mark.at_start and bool(letter.text[line_end:own_end].strip())
        more = at in parents or goes_on
        line = letter.text[node.mark.end : line_end]
        items.append(_Item(node, node.mark, line, at in parents and own_end < paragraph_end, more))
    return items


def _sentence_heading(item: _Item, siblings: Sequence[str], plain: int, lexicon: Lexicon) -> int:
    """Length of a first sentence that reads like a heading, and as its siblings do; `plain` of them have none."""
    sentence = item.line[: item.stop]
    if not reads_like_heading(sentence, lexicon):
        return _label(item.line, lexicon)
    alike = sum(reads_like_heading(each, lexicon) for each in siblings)
    if 2 * alike <= len(siblings) > 1 and len(sentence) > _SURE:
        return 0
    if alike <= plain and len(sentence) > _LONG:
        return 0
    return len(sentence.rstrip(_END))


def _line_heading(item: _Item, lexicon: Lexicon) -> int:
    """Length of a heading on a line of its own, with or without a stop at its end."""
    bare = item.line.rstrip(_END)
    if item.cut and bare == item.line and "，" not in bare and reads_like_heading(bare, lexicon):
        return len(bare)
    if item.cut or "；" in bare or len(bare) > _LONGEST_LINE:
        return _label(item.line, lexicon)
    if item.line.rstrip().endswith(_CLAUSE_ENDS) and not reads_like_heading(bare, lexicon):
        return 0
    return len(bare)


def _label(line: str, lexicon: Lexicon) -> int:
    """Length of what stands before a colon: 资金保障：2023年…."""
    label = re.match(r"[^：:，,。；;]{2,}(?=[：:](?!\d))", line)
    if label is None or len(label.group()) > _LONGEST_LABEL:
        return 0
    if label.group().endswith(lexicon.outline.announcing_ends):
        return 0
    return len(label.group()) if reads_like_heading(label.group(), lexicon) else 0


def reads_like_heading(sentence: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is short, without figures, and no statement of what was or will be done."""
    bare = sentence.strip()
    if (
        not 1 < len(bare) <= _LONGEST_LINE
        or re.search(r"(?<!\d)[：:；;]", bare)
        or bare.endswith(("如下", "以下"))
    ):
        return False
    outside = _QUOTED.sub("", bare)
    if heading_role(bare, lexicon.roles) == "response" and _POINT.match(bare):
        return True
    if _FIGURE.search(outside):
        return False
    if heading_role(bare, lexicon.roles) is not None and "，" not in outside:
        return True
    return len(bare) <= _LONGEST and _statement(lexicon.outline).search(outside) is None


@cache
def _statement(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{any_of(words.statement_starts)})|{any_of(words.statement_words)}"
        rf"|[，,](?:{any_of(words.statement_clauses)})"
    )
