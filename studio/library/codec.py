"""Values to and from the index's columns and the library's JSON."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from studio.domain.job import ErrorWords, PassedOver
from studio.domain.money import Money
from studio.domain.next_group import Step
from studio.domain.recipe import Recipe
from studio.library.decoding import decoder_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_recipes = decoder_of(Recipe)
_errors = decoder_of(ErrorWords)
_names = decoder_of(tuple[str, ...])
_numbers = decoder_of(list[int])
_steps = decoder_of(tuple[tuple[str, int], ...])
_passed_over = decoder_of(tuple[tuple[str, int | None], ...])
_encoder = msgspec.json.Encoder()


def to_micros(time: datetime) -> int:
    """Microseconds since 1970 of an aware time."""
    return (time - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC time."""
    return _EPOCH + timedelta(microseconds=micros)


def maybe_time(micros: int | None) -> datetime | None:
    """The time, None for none."""
    return None if micros is None else from_micros(micros)


def encode_recipe(recipe: Recipe) -> str:
    """As JSON text."""
    return _encoder.encode(recipe).decode()


def decode_recipe(text: str) -> Recipe:
    """From what `encode_recipe` wrote."""
    return _recipes.decode(text)


def encode_error(error: ErrorWords | None) -> str | None:
    """As JSON text, None for none."""
    return None if error is None else _encoder.encode(error).decode()


def decode_error(text: str | None) -> ErrorWords | None:
    """From what `encode_error` wrote."""
    return None if text is None else _errors.decode(text)


def encode_names(names: Iterable[str]) -> str:
    """A list of short texts as JSON."""
    return _encoder.encode(tuple(names)).decode()


def encode_numbers(numbers: Iterable[int]) -> str:
    """A list of whole numbers as JSON."""
    return _encoder.encode(tuple(numbers)).decode()


def decode_numbers(text: str) -> list[int]:
    """From what `encode_numbers`, or SQL, wrote."""
    return _numbers.decode(text)


def decode_names(text: str) -> tuple[str, ...]:
    """From what `encode_names` wrote."""
    return _names.decode(text)


def encode_steps(steps: Iterable[Step]) -> str:
    """Groups and their prices in fen, as JSON."""
    return _encoder.encode([(step.group, step.price.fen) for step in steps]).decode()


def decode_steps(text: str) -> tuple[Step, ...]:
    """From what `encode_steps` wrote."""
    return tuple(Step(group, Money.from_fen(fen)) for group, fen in _steps.decode(text))


def encode_passed_over(groups: Iterable[PassedOver]) -> str:
    """Groups and the times until which they rested, as JSON."""
    times = [(one.group, None if one.until is None else to_micros(one.until)) for one in groups]
    return _encoder.encode(times).decode()


def decode_passed_over(text: str) -> tuple[PassedOver, ...]:
    """From what `encode_passed_over` wrote."""
    return tuple(PassedOver(group, maybe_time(until)) for group, until in _passed_over.decode(text))
