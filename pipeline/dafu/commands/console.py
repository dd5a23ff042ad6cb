"""Where messages and results go: plain where the output is no terminal or NO_COLOR is set."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import Console
from rich.text import Text

from dafu.errors import DafuError, UsageError

SEVERITY_STYLES = {"info": "dim", "warning": "yellow", "error": "bold red"}


_WIDE = 200
"""Columns for tables where the output is no terminal and so has no width of its own."""


def results() -> Console:
    """Standard output; lines are not cut, and nothing in a letter is taken for markup."""
    width = None if sys.stdout.isatty() else _WIDE
    return Console(markup=False, highlight=False, soft_wrap=True, width=width)


def messages() -> Console:
    """Standard error, likewise."""
    return Console(markup=False, highlight=False, soft_wrap=True, stderr=True)


def tell(error: DafuError) -> None:
    """What is wrong with which file, and what to do."""
    where = f"{error.file}: " if error.file else ""
    messages().print(Text.assemble(("错误 Error: ", "bold red"), where, error.what))
    messages().print(Text.assemble(("处理 Remedy: ", "bold"), error.remedy))


_MISUSES = {
    "NoSuchOption": "没有这个选项",
    "MissingParameter": "缺少参数",
    "BadParameter": "参数值不合要求",
    "BadOptionUsage": "选项用法有误",
}
"""In Chinese, what Typer says in English, by the class of its error."""


def of_the_tree(error: Any) -> DafuError:
    """An error as it is, or one of Typer's: what of the command line does not fit, and where to look."""
    if isinstance(error, DafuError):
        return error
    what = _MISUSES.get(type(error).__name__, "多余或不认识的参数")
    command = error.ctx.command_path if error.ctx else "dafu"
    remedy = f"请用 {command} --help 查看用法和例子。 / See {command} --help for its use and an example."
    return UsageError(f"{what} / {error.format_message()}", remedy=remedy)


def headline(label: str, number: int | None = None) -> Text:
    """The line above a part, with how much there is of it."""
    return Text(f"\n{label}" + (f" ({number})" if number is not None else ""), "bold cyan")


def shortened(words: str, longest: int) -> str:
    """Words for one line."""
    line = words.replace("\n", " ")
    return line if len(line) <= longest else line[:longest] + "…"
