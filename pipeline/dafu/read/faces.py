"""Names of typefaces: which of them are bold."""

from __future__ import annotations

import re

_BOLD_FACE = re.compile(
    r"bold|black|heavy|(?<!ya)(?<!micro)(?<!zen)hei|(?<!雅)(?<!正)黑|粗|FZHT[JK]", re.IGNORECASE
)
"""Names of bold faces and of 黑体, the face of first-level headings (GB/T 9704-2012, 7.3.3); not 雅黑 and
the free 微米黑 and 正黑, which are text faces."""


def is_bold_face(name: str) -> bool:
    """Whether a font's name is a bold face's: `SimHei`, `方正黑体`, `Arial-BoldMT`."""
    return _BOLD_FACE.search(name) is not None
