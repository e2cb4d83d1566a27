"""Money is exact, never negative, in whole fen."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.domain.money import ZERO, Money, total

fen = st.integers(min_value=0, max_value=1_000_000)


@given(fen)
def test_what_is_written_is_read_again(amount: int) -> None:
    money = Money.from_fen(amount)
    assert money.fen == amount
    assert Money.parse(money.plain) == money
    assert Money.parse(f" ¥{money.plain} ") == Money.parse(f"￥{money.plain}") == money


@given(st.lists(fen, max_size=40), st.integers(min_value=0, max_value=16))
def test_sums_and_multiples_are_those_of_whole_fen(amounts: list[int], count: int) -> None:
    money = [Money.from_fen(amount) for amount in amounts]
    assert total(money).fen == sum(amounts)
    assert [(one * count).fen for one in money] == [amount * count for amount in amounts]


@given(fen, fen)
def test_more_money_is_greater(one: int, other: int) -> None:
    assert (Money.from_fen(one) < Money.from_fen(other)) == (one < other)


@pytest.mark.parametrize(
    "text", ["", "¥", "-0.05", "0.055", "$0.05", "1e99", "nan", "inf", "0,05", "five", "1000000.01", "¥¥1"]
)
def test_what_is_no_price_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"money|fen"):
        Money.parse(text)


@given(st.text())
def test_any_text_is_an_amount_or_a_value_error(text: str) -> None:
    try:
        assert Money.parse(text).amount >= 0
    except ValueError:
        return


def test_how_it_is_written() -> None:
    assert str(Money.parse("1234.5")) == "¥1,234.50"
    assert Money.parse("1234.5").plain == "1234.50"
    assert Money.parse("0.250") == Money(Decimal("0.25"))
    assert not ZERO
    assert Money.parse("0.01")
    assert "×".join((str(Money.parse("0.25") * 4), "4")) == "¥1.00×4"
