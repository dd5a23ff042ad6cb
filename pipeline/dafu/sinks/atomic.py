"""Files that are there whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from dafu.errors import OutputError

DRAFT = ".dafu-"
"""What names of files begin with that are still being written."""


@contextmanager
def replaced_whole(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path`, on disk, when the block ends without an exception.

    Folders are made. Raises `OutputError` if the file system refuses.
    """
    draft: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=DRAFT, dir=path.parent)
        with open(handle, "w+b") as file:  # noqa: PTH123
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(path)
        draft = None
    except OSError as error:
        raise OutputError(f"无法写入 / cannot write: {error.strerror}.", file=path.name) from error
    finally:
        if draft is not None:
            Path(draft).unlink(missing_ok=True)


@contextmanager
def written_whole(path: Path) -> Iterator[TextIO]:
    """The same for UTF-8 text."""
    with replaced_whole(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


def _umask() -> int:
    """The mask of this process; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
