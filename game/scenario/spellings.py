"""Other spellings that people write without a thought, read as what they mean: dates, numbers, ids."""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
_DIGITS = "零一二三四五六七八九"
_SOME = "[一二三四五六七八九]"
_CHINESE = re.compile(rf"(?:({_SOME})?百(?:零|(?={_SOME}十)|$))?(?:({_SOME})?(十))?([{_DIGITS}])?")
_UNITS = "天日个户人次条份年月周分项名万元块页本里"


def iso_date(value: str) -> str:
    """Return a date in another spelling as ISO has it, "" where it is none."""
    found = _DATE.fullmatch(value.strip())
    if not found:
        return ""
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return ""


def whole_number(value: str) -> str:
    """Return a number in full-width digits, in Chinese numerals or with its unit behind it in plain digits, else ""."""
    plain = value.strip().translate({0xFF10 + n: str(n) for n in range(10)}).rstrip(_UNITS)
    if re.fullmatch(r"[-+]?[0-9]{1,9}", plain):
        return str(int(plain))
    found = _CHINESE.fullmatch(plain)
    if not found or not plain:
        return ""
    hundreds, tens, ten, ones = found.groups()
    total = 100 * (_DIGITS.index(hundreds) if hundreds else int("百" in plain))
    total += 10 * (_DIGITS.index(tens) if tens else int(bool(ten)))
    return str(total + (_DIGITS.index(ones) if ones else 0))


def slug(value: str) -> str:
    """Return an id like the given word, "" where nothing of it can be kept."""
    plain = re.sub(r"[^a-z0-9_-]+", "-", value.strip().lower()).strip("-_")
    plain = re.sub(r"^[0-9_-]+", "", plain)[:48]
    return plain if len(plain) >= 2 or plain == value.lower() else ""
