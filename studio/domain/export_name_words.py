"""The words for templates of names that can't be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from studio.domain.export_names import MOST_FOLDERS, MOST_LETTERS, FoundProblem, NameProblem, Placeholder
from studio.domain.outcome_words import as_it_is

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate


def describe_name_problem(found: FoundProblem, translate: Translate = as_it_is) -> str:
    """What is wrong with the template, and what may stand there instead."""
    match found.problem:
        case NameProblem.EMPTY:
            return translate("export", "The name is empty.")
        case NameProblem.UNKNOWN_PLACEHOLDER:
            words = translate("export", "{part} isn't known. There are: {known}.")
            known = " ".join(f"{{{one.value}}}" for one in Placeholder)
            return words.replace("{known}", known).replace("{part}", found.part)
        case NameProblem.UNCLOSED:
            words = translate("export", "A {brace} stands alone. A placeholder looks like {example}.")
            return words.replace("{brace}", found.part).replace("{example}", "{project}")
        case NameProblem.OUTSIDE:
            return translate("export", "The name would lead out of the chosen folder.")
        case NameProblem.TOO_LONG:
            words = translate("export", "The name is too long: at most {most} letters.")
            return words.replace("{most}", str(MOST_LETTERS))
        case NameProblem.TOO_DEEP:
            words = translate("export", "Too many folders: at most {most}, one in another.")
            return words.replace("{most}", str(MOST_FOLDERS))
    assert_never(found.problem)
