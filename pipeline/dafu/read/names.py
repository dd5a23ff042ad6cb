"""What of a file's name is asked when it is read; everything else its content tells."""

from __future__ import annotations

_MARKDOWN = (".md", ".markdown")


def says_markdown(file_name: str) -> bool:
    """Whether the name says that a text is Markdown: `答复.md`."""
    return file_name.casefold().endswith(_MARKDOWN)
