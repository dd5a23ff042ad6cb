"""标题: the words of a heading, printed on a line of their own or at the start of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import OutlineWords
from dafu.parse.outline_tree import Node
from dafu.records.base import Span

_LONGEST = 36
"""Characters of a first sentence that may be a heading; a longer one says something."""
_LONGEST_LINE = 60
_LONGEST_LABEL = 15
_SURE = 14
_QUOTED = re.compile(r"[“\"《〈（(][^”\"》〉）)]*[”\"》〉）)]")
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:余|多)?(?:万|亿|千|百)?(?:[%％‰]|个百分点|个|家|人|名|户|元|公里|千米|米|亩|平方|立方|公顷|吨|处|座|条|项|件|次|所|台|套|辆|张|期|天|倍|场|批|块|盏|根|口|间|栋|份|册|里)"
)
_END = " 。；;：:，,、.！!"


def set_headings(
    letter: LetterText, nodes: Sequence[Node], own_spans: Sequence[Span], words: OutlineWords
) -> None:
    """Give every marked node that has one the span of its heading."""
    parents = {node.parent for node in nodes if node.parent is not None}
    first_sentences: dict[int, list[str]] = {}
    run_in: list[tuple[Node, Span]] = []
    for at, (node, (_, own_end)) in enumerate(zip(nodes, own_spans, strict=True)):
        if node.mark is None:
            continue
        line_end = min(letter.paragraphs[node.mark.paragraph].span[1], own_end)
        line = letter.text[node.mark.end : line_end]
        more = bool(letter.text[line_end:own_end].strip()) or at in parents
        stop = line.find("。")
        if 0 <= stop < len(line.rstrip()) - 1 or (stop >= 0 and more):
            first_sentences.setdefault(node.mark.series, []).append(line[:stop])
            run_in.append((node, (node.mark.end, node.mark.end + stop)))
        elif more:
            node.heading = _own_line(letter, node, node.mark.end, line_end, words)
    for node, span in run_in:
        if node.mark is not None:
            node.heading = _at_start(letter, span, first_sentences[node.mark.series], words)


def _own_line(letter: LetterText, node: Node, start: int, end: int, words: OutlineWords) -> Span | None:
    line = letter.text[start:end]
    bare = line.rstrip(_END)
    cut_short = node.mark is not None and end < letter.paragraphs[node.mark.paragraph].span[1]
    if not bare:
        return None
    if cut_short or "；" in bare or len(bare) > _LONGEST_LINE:
        return _label(letter, start, line, words)
    if line.rstrip().endswith(("；", ";", "，", ",")) and not reads_like_heading(bare, words):
        return None
    return start, start + len(bare)


def _label(letter: LetterText, start: int, line: str, words: OutlineWords) -> Span | None:
    """What stands before a colon: 资金保障方面：2023年…."""
    label = re.match(r"[^：:，,。；;]{2,}(?=[：:])", line)
    if label is None or len(label.group()) > _LONGEST_LABEL or label.group().endswith(words.announcing_ends):
        return None
    return (start, start + label.end()) if reads_like_heading(label.group(), words) else None


def _at_start(letter: LetterText, span: Span, siblings: Sequence[str], words: OutlineWords) -> Span | None:
    """A first sentence that reads like a heading, and as its siblings do."""
    sentence = letter.text[slice(*span)]
    if not reads_like_heading(sentence, words):
        return _label(letter, span[0], sentence, words)
    alike = sum(reads_like_heading(each, words) for each in siblings)
    if 2 * alike < len(siblings) and len(sentence) > _SURE:
        return None
    return span[0], span[0] + len(sentence.rstrip(_END))


def reads_like_heading(sentence: str, words: OutlineWords) -> bool:
    """Whether a sentence is short, without figures, and no statement of what was or will be done."""
    bare = sentence.strip()
    if not 1 < len(bare) <= _LONGEST or re.search(r"[：:；;]", bare):
        return False
    outside = _QUOTED.sub("", bare)
    if _FIGURE.search(outside) or _statement(words).search(outside):
        return False
    return not bare.endswith(words.announcing_ends)


@cache
def _statement(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(
        rf"^(?:{any_of(words.statement_starts)})|{any_of(words.statement_words)}|[，,](?:{any_of(words.statement_clauses)})"
    )
