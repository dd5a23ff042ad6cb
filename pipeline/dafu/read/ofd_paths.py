"""Paths of OFD: AbbreviatedData, moves and lines in a row (GB/T 33190-2016, 9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dafu.read.art import INTRICATE

_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""Numbers that follow each operator; the last two are the point it leads to."""
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

Points = list[tuple[float, float]]


def subpaths(data: str) -> Iterator[tuple[Points, bool]]:
    """The corners of each subpath, and whether all its sides are straight; nothing from a drawing."""
    tokens = _TOKEN.findall(data)
    if len(tokens) > 3 * INTRICATE:
        return
    points: Points = []
    straight = True
    at = 0
    while at < len(tokens):
        operator = tokens[at].upper()
        count = _ARGUMENTS.get(operator)
        arguments = tokens[at + 1 : at + 1 + (count or 0)]
        if count is None or len(arguments) < count or any(word.isalpha() for word in arguments):
            at += 1
            continue
        at += 1 + count
        if operator in "SM" and len(points) > 1:
            yield points, straight
        if operator in "SM":
            points, straight = [], True
        if operator == "C":
            if points and points[0] != points[-1]:
                points.append(points[0])
            continue
        straight = straight and operator not in "QBA"
        points.append((float(arguments[-2]), float(arguments[-1])))
    if len(points) > 1:
        yield points, straight
