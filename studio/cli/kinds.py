"""What options can hold: amounts of money, sizes, and files with names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from studio.domain.geometry import Resolution
from studio.domain.goal import Goal
from studio.domain.handles import clean_handle
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


class GoalType(click.Choice[str]):
    """Goals as options have them, "least-money" among them."""

    def __init__(self) -> None:
        super().__init__([goal_name(goal) for goal in Goal])


def goal_name(goal: Goal) -> str:
    """With a hyphen, as options are written."""
    return goal.value.replace("_", "-")


def goal_named(name: str) -> Goal:
    """The goal that is written so."""
    return next(goal for goal in Goal if goal_name(goal) == name)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file, and what the prompt calls it after an "@"; empty where the file's own name says it."""

    path: Path
    handle: str = ""


class NamedFileType(click.ParamType[NamedFile]):
    """`FILE`, or `NAME=FILE`. What is a file as it stands is no name and a file."""

    name = "[NAME=]FILE"
    _file = click.Path(exists=True, dir_okay=False)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> NamedFile:
        """As click asks for it."""
        if isinstance(value, NamedFile):
            return value
        given = str(value)
        handle, sign, file = given.partition("=")
        if not sign or Path(given).is_file():
            return NamedFile(Path(str(self._file.convert(given, param, ctx))))
        if not handle or clean_handle(handle) != handle:
            self.fail(f"{handle!r} can't be a name: use small letters, digits, - and _.", param, ctx)
        return NamedFile(Path(str(self._file.convert(file, param, ctx))), handle)
