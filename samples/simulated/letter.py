"""One simulated letter: a frame, a body, and the truth about both, from a seed and a number."""

from __future__ import annotations

from random import Random

from samples.notation import Letter, letter_of
from samples.simulated.closing import add_closing
from samples.simulated.frame import drawn_frame
from samples.simulated.opening import add_opening
from samples.simulated.outlines import FORMS
from samples.simulated.pen import Pen
from samples.simulated.setting import drawn_setting


def simulated(seed: int, number: int) -> Letter:
    """The letter of that number; the same on every machine, whichever others are made."""
    # A string is hashed by its bytes, a tuple by the process.
    random = Random(f"{seed}/{number}")
    pen = Pen(random, drawn_setting(random))
    frame = drawn_frame(pen)
    add_opening(pen, frame)
    body = random.choice(FORMS)(pen)
    add_closing(pen, frame)
    kind, _, text = frame.before[0].partition(" ")
    frame.before[0] = f"{kind} §0opening[]{text}"
    head = frame.head | {
        "entities": {kind: sorted(names) for kind, names in sorted(pen.names.items())},
        "entities_optional": _optional(pen),
        "documents": pen.documents,
        "findings": sorted({*frame.head["findings"], *pen.findings}),
    }
    return letter_of(f"simulated-{number:06}", head, [*frame.before, *body, *frame.after])


def _optional(pen: Pen) -> list[str]:
    """Names on which readers differ: the place itself, the body whose session it was."""
    setting = pen.setting
    return [setting.place, setting.whole, f"{setting.level}政协", f"{setting.level}人大"]
