"""Small signs that OCR loses: ‰ becomes %, km² becomes km. A unit that its indicator never has is doubtful."""

from __future__ import annotations

from collections.abc import Iterator

from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import FigureWords
from dafu.records.facts import Figure
from dafu.records.finding import Finding


def lost_signs(letter: LetterText, figures: tuple[Figure, ...], words: FigureWords) -> Iterator[Finding]:
    """The figures read by OCR whose unit may lack a sign; nothing is changed by a guess."""
    read = [line.span for line in letter.lines if line.confidence is not None]
    for figure in figures:
        printed = _lost(figure, words)
        if printed and any(start <= figure.span[0] < end for start, end in read):
            message = (
                f"单位可能漏识：原件或为 {printed}，请核对"
                f" / the unit may lack a sign: {printed} perhaps; compare it with the page."
            )
            yield Finding(
                code="low_ocr_confidence",
                severity="warning",
                message=message,
                span=figure.span,
                related=(figure.id,),
            )


def _lost(figure: Figure, words: FigureWords) -> str | None:
    """What the sign of the unit may have been."""
    named = figure.indicator or ""
    if figure.unit == "%" and figure.change is None and named.endswith(words.told_in_per_mille):
        return "‰"
    if figure.dimension == "length" and named.endswith(words.areas):
        return "²"
    if figure.dimension == "length" and named.endswith(words.volumes):
        return "³"
    return None
