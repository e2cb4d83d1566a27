"""The search language in words: what each field is for, what its values mean, why a term isn't understood."""

from __future__ import annotations

from studio.domain.search_terms import Field, Part, TermProblem, Trait
from studio.viewmodels.wording import translate


def field_words(field: Field) -> str:
    """What it looks for."""
    words = {
        Field.WORD: translate("search", "A word of prompts and tags"),
        Field.SIZE: translate("search", "Size step, as size:4k or size:>=2k"),
        Field.GROUP: translate("search", "Access group, by a part of its name"),
        Field.RATING: translate("search", "Stars, as rating:>=4"),
        Field.COST: translate("search", "Price of a picture, as cost:>0.3"),
        Field.BEFORE: translate("search", "Made before a day, month or year"),
        Field.AFTER: translate("search", "Made since a day, month or year"),
        Field.ON: translate("search", "Made on a day, or in a month or year"),
        Field.IS: translate("search", "Picked, rejected, rated…"),
        Field.HAS: translate("search", "With references, a parent, tags…"),
        Field.RATIO: translate("search", "Aspect ratio, as ratio:16:9"),
        Field.MISMATCH: translate("search", "Whether another size came than was asked for"),
        Field.TAG: translate("search", "Tag"),
        Field.PROJECT: translate("search", "Project"),
        Field.LABEL: translate("search", "Colour label"),
        Field.ID: translate("search", "Beginning of an id"),
        Field.COLOR: translate("search", "Nearest to a colour, as color:#e07a5f"),
        Field.SIMILAR: translate("search", "Looks like the picture with this id"),
    }
    return words[field]


def value_words(field: Field, value: str) -> str:
    """What it finds; the field's own words where the value says the rest."""
    traits: dict[str, str] = {
        Trait.PICK: translate("search", "Picked"),
        Trait.REJECT: translate("search", "Rejected"),
        Trait.UNFLAGGED: translate("search", "Neither picked nor rejected"),
        Trait.RATED: translate("search", "With stars"),
        Trait.UNRATED: translate("search", "Without stars"),
        Trait.LABELLED: translate("search", "With a colour label"),
        Trait.DEMO: translate("search", "Drawn by the demo gateway"),
        Trait.TAGGED: translate("search", "With tags"),
        Trait.UNTAGGED: translate("search", "Without tags"),
        Trait.IMPORTED: translate("search", "Made elsewhere"),
        Trait.EDIT: translate("search", "Continues another version"),
        Trait.LATE: translate("search", "Arrived after it was cancelled"),
    }
    parts: dict[str, str] = {
        Part.REFERENCE: translate("search", "Made with references"),
        Part.PARENT: translate("search", "Continues another version"),
        Part.CHILDREN: translate("search", "Was continued"),
        Part.TAG: translate("search", "With tags"),
        Part.RATING: translate("search", "With stars"),
        Part.LABEL: translate("search", "With a colour label"),
    }
    known = {Field.IS: traits, Field.HAS: parts}.get(field, {})
    return known.get(value) or plain_words(field)


def plain_words(field: Field) -> str:
    """What it looks for, without its example."""
    return field_words(field).partition(",")[0].rstrip("…")


def problem_words(problem: TermProblem) -> str:
    """Why a term isn't understood, and what would be."""
    words = {
        TermProblem.NO_VALUE: translate("search", "nothing stands behind it yet"),
        TermProblem.UNKNOWN_VALUE: translate("search", "there is no such value"),
        TermProblem.NO_NUMBER: translate("search", "a number is needed, as >=4 or 0.3"),
        TermProblem.NO_DATE: translate("search", "a day is needed, as 2026-11-30 or 2026-11"),
        TermProblem.NO_COLOUR: translate("search", "a colour is needed, as #e07a5f or blue"),
        TermProblem.NO_LETTERS: translate("search", "there is no letter and no digit in it"),
    }
    return words[problem]


def examples() -> tuple[tuple[str, str], ...]:
    """Searches to learn from, with what they find."""
    return (
        ("is:pick", translate("search", "what you picked")),
        ("rating:>=4 size:4k", translate("search", "the best in 4K")),
        ("cost:>0.3 ratio:16:9", translate("search", "wide ones that cost more than ¥0.30")),
        ("color:#2f6fd0", translate("search", "nearest to this blue")),
        (
            translate("search", '"red coat" -snow'),
            translate("search", "exactly these words, and not that one"),
        ),
    )
