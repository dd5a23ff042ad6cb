"""What of a file's name is asked when it is read, and how it is written; all else its content tells."""

from __future__ import annotations

import re
from pathlib import Path

_MARKDOWN = (".md", ".markdown")
_ESCAPED = re.compile(r"\\udc([89a-f][0-9a-f])")


def says_markdown(file_name: str) -> bool:
    """Whether the name says that a text is Markdown: `答复.md`."""
    return file_name.casefold().endswith(_MARKDOWN)


def writable(name: str) -> str:
    """The name as text: bytes that are none in the file system's encoding are written as `\\udc..`.

    Archives unpacked on another system leave such names: 答复 in GB18030 where UTF-8 is spoken.
    """
    return name.encode("utf-8", "backslashreplace").decode()


def path_of(folder: Path, name: str) -> Path:
    """The file below `folder` whose name `writable` wrote."""
    path = folder / name
    if "\\udc" not in name or path.exists():
        return path
    return folder / _ESCAPED.sub(lambda byte: chr(0xDC00 + int(byte[1], 16)), name)
