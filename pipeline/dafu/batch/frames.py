"""Messages between the run and its workers: a head in JSON and byte strings, over a pipe.

Nothing is unpickled: what a worker says after a hostile file took it over is data, and no more.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import IO, Any

_SIZE = struct.Struct("<I")
Head = dict[str, Any]


def send(pipe: IO[bytes], head: Head, parts: Sequence[bytes] = ()) -> None:
    """Write a message; raises `OSError` if nobody is there to read it."""
    packed = json.dumps([head, [len(part) for part in parts]]).encode()
    pipe.write(b"".join((_SIZE.pack(len(packed)), packed, *parts)))
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Head, list[bytes]] | None:
    """The next message; None where the other side has ended, in the middle of one or between two."""
    size = pipe.read(_SIZE.size)
    if len(size) < _SIZE.size:
        return None
    packed = pipe.read(_SIZE.unpack(size)[0])
    if len(packed) < _SIZE.unpack(size)[0]:
        return None
    head, sizes = json.loads(packed)
    parts = [pipe.read(length) for length in sizes]
    if [len(part) for part in parts] != sizes:
        return None
    return head, parts
