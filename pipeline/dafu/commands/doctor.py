"""`dafu doctor`: what is there, what is not, and what to do about it."""

from __future__ import annotations

from rich.text import Text

from dafu.commands.console import results
from dafu.doctor import examine
from dafu.errors import MissingPart
from dafu.settings import Settings

_SIGNS = {"ok": ("✓", "green"), "optional": ("○", "dim"), "problem": ("✗", "bold red")}


def show_checks(settings: Settings) -> None:
    """The checks as they are made; raises `MissingPart` after the last if one found a problem."""
    console = results()
    problems = []
    for check in examine(settings):
        console.print(Text.assemble(_SIGNS[check.state], f" {check.name}: {check.found}"))
        if check.remedy:
            console.print(Text(f"    → {check.remedy}"))
        if check.state == "problem":
            problems.append(check)
    if problems:
        names = "、".join(check.name for check in problems)
        raise MissingPart(f"{names} 有问题 / not in order.", remedy=problems[0].remedy)
