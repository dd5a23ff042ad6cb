"""办理期限: within how long something is dealt with (30个工作日内办结), a limit that a rule sets.

Contract: such a limit is a figure, `at_most`. It names no day, so it is neither a period nor an item's deadline.
"""

from __future__ import annotations

import re

from dafu.forms.quantities import Quantity

_SHORT = ("小时", "个小时", "分钟", "天", "日", "周", "个工作日", "工作日", "秒")
_ACT = re.compile(
    r"(?:之|以)?内(?:全部|及时|予以|给予|进行|完成|作出|做出|依法)*"
    r"(?P<act>(?:办|答|反|回|响|受|审|核|处|整|到|出|拨|兑|联|告|送|抵|赶|抢|修|恢|解|支|公|登|发|签|报|评|交|制|提|组|书)[一-龥]{1,5}?)"
    r"(?:到位|完毕|决定|意见)?(?=[，。；、）)]|并|和|$)"
)
_SUBJECT = re.compile(r"(?:自|从|在|收到|接到|受理)[^，。；]{0,16}(?:之日|日|后|起)$|^(?:须|应|应当|将|在)$")
"""自受理之日起: from when the term runs is no part of what it limits."""


def is_term(quantity: Quantity, after: str) -> bool:
    """Whether a length of time limits an act: 24小时内响应. What takes months or years is a time."""
    unit = quantity.unit
    return unit is not None and unit.name in _SHORT and _ACT.match(after) is not None


def act_within(quantity: Quantity, after: str, noun: str) -> str:
    """投诉举报事项30个工作日内办结 measures 投诉举报事项办结; empty where no act is limited."""
    act = _ACT.match(after) if is_term(quantity, after) else None
    if act is None:
        return ""
    own = _SUBJECT.sub("", noun)
    return f"{own}{act['act']}" if len(own) >= 2 else act["act"]
