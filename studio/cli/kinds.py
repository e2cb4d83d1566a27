"""What options can hold: amounts of money, and sizes."""

from __future__ import annotations

import click

from studio.domain.geometry import Resolution
from studio.domain.money import Money


class MoneyType(click.ParamType[Money]):
    """An amount in yuan."""

    name = "CNY"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Money:
        """As click asks for it."""
        try:
            return value if isinstance(value, Money) else Money.parse(str(value))
        except ValueError:
            self.fail(f"{value!r} is no amount in yuan such as 1.50.", param, ctx)


class SizeType(click.Choice[str]):
    """The labels as the page has them; "4k" is taken for 4K."""

    def __init__(self) -> None:
        super().__init__([size.value for size in Resolution])

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As click asks for it."""
        return super().convert(str(value).upper(), param, ctx)
