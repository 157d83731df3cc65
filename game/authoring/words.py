"""What the files of a county call things: zones, and the facts of the whole county."""

from __future__ import annotations

import re

from game.county.naming import syllables

PROFILE = {
    "registered_bp": "建档立卡人口(万分比)",
    "recorded_bp": "在册未脱贫人口(万分比)",
    "wrong_bp": "已脱贫中的错退(万分比)",
    "missed_bp": "未建档中的漏评(万分比)",
    "approving_bp": "认可的户(万分比)",
    "income_level": "收入水平(千分比)",
}
NAME = "名称"
LINE = "年收入标准(元)"
_NUMBERS = "一二三四五六七八九"


def zone_of(said: str) -> tuple[str, str] | None:
    """Return the id and full name of a zone of the compass or of a number, however shortly said; None if neither."""
    names: list[list[str]] = syllables()["zone"]["names"]
    bare = re.sub(r"(战区|部战区|部|片区|区)$", "", said)
    for ident, name in names:
        if said.lower() == ident or bare == name[0]:
            return ident, name
    numbered = re.fullmatch(r"第?([一二三四五六七八九1-9])", bare) or re.fullmatch(r"zone([1-9])", said)
    if numbered is None:
        return None
    digit = int(numbered[1]) if numbered[1].isdigit() else _NUMBERS.index(numbered[1]) + 1
    return f"zone{digit}", str(syllables()["zone"]["numbered"][digit - 1])


def zone_rank(ident: str) -> int:
    """Return where a zone comes in the order of zones; those of one's own come last."""
    order = [name for name, _ in syllables()["zone"]["names"]] + [f"zone{n}" for n in range(1, 10)]
    return order.index(ident) if ident in order else len(order)
