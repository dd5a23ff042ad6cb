"""Files embedded in a file: not read, but named, so that no letter among them is lost unseen."""

from __future__ import annotations

from collections.abc import Sequence

from dafu.read.model import Notice

MOST_LISTED = 20
"""Files that are named one by one."""


def listed(names: Sequence[str]) -> str:
    """The names in one line, the first ones of many; `?` for a file that tells none."""
    shown = "、".join("".join(filter(str.isprintable, name)).strip() or "?" for name in names[:MOST_LISTED])
    return f"{shown} … ({len(names)})" if len(names) > MOST_LISTED else shown


def unread_files(names: Sequence[str]) -> Notice:
    """That these files stand inside the one that was read."""
    message = f"内嵌文件未读取 / embedded files were not read: {listed(names)}"
    return Notice(code="unread_part", severity="warning", message=message)


def unread_portfolio(names: Sequence[str]) -> Notice:
    """That the file read is only the cover of these."""
    message = (
        "PDF 文件包，只读取了封面，请取出内嵌文件逐个处理"
        f" / a portfolio of which the cover was read; take its files out and process them: {listed(names)}"
    )
    return Notice(code="unread_part", severity="error", message=message)
