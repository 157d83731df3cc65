"""How sums of money are written: rounded half up, once, to the digits that are shown."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

UNITS = {"万元": 1_000_000, "元": 100}
AMOUNTS = st.integers(-(10**13), 10**13) | st.integers(0, 3_000).map(lambda n: n * 50_000) | st.integers(0, 2_000_000)
ONE_BRIDGE = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ONE_BRIDGE
@given(fen=AMOUNTS)
def test_the_digits_shown_are_the_nearest(bridge, fen: int) -> None:
    """No sum is further from what is written than half of its last digit; a half goes away from nothing.

    3,367.5 万元 read 3,367: what was past the last digit had been cut off.
    """
    text = bridge.names.money(fen)
    unit = next(unit for unit in UNITS if text.endswith(unit))
    number = text.removesuffix(unit).replace(",", "")
    step = Fraction(UNITS[unit], 10 if "." in number else 1)
    if unit == "万元" and abs(Fraction(number)) < 1000:
        step = Fraction(UNITS[unit], 10)  # 35 is 35.0
    beyond = abs(fen) - abs(Fraction(number)) * UNITS[unit]
    assert -step / 2 <= beyond < step / 2
    assert text.startswith("-") == (fen < 0)


def test_a_sum_is_not_rounded_twice(bridge) -> None:
    """999.95 万元 is a thousand, and what lies just below a half stays below it."""
    money = bridge.names.money
    assert money(3_367_5000_00) == "3,368万元"
    assert money(999_9500_00) == "1,000万元"
    assert money(1_000_4999_99) == "1,000万元"
    assert money(9_999_50) == "1万元"
