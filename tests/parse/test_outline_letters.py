"""Annotated letters, each section one line: marker|level|style|role|heading|start. All letters are invented.

The files in `outlines/` hold letters below a common head; the opening, which holds that head, is left out of
the annotation. A new letter needs no code.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.parse.letters import letter_from, lexicon

from dafu.parse.outline.sections import find_sections

HEAD = "青水函〔2023〕5号\n关于市政协五届二次会议第62号提案的答复\n林之远委员：\n"
FOLDER = Path(__file__).parent / "outlines"


def _annotated() -> list[object]:
    cases = []
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").removeprefix("# ").split("\n# "):
            name, rest = block.split("\n", 1)
            body, expected = rest.split("\n---\n")
            cases.append(
                pytest.param(
                    body,
                    ["".join(line.split()) for line in expected.strip().split("\n")],
                    id=f"{path.stem}: {name}",
                )
            )
    return cases


@pytest.mark.parametrize(("body", "expected"), _annotated())
def test_the_outline_of(body: str, expected: list[str]) -> None:
    letter = letter_from(HEAD + body)
    found = []
    for section in find_sections(letter, lexicon())[1:]:
        start = letter.text[slice(*section.own_span)].split("\n")[0][:12]
        cells = (
            section.marker or "",
            str(section.level),
            section.style,
            section.role,
            section.heading or "",
            start,
        )
        found.append("".join("|".join(cells).split()))
    assert found == expected
