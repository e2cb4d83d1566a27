"""The words for why something can't be sent."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from studio.domain import errors
from studio.domain.outcome_words import Translate, as_it_is, sentences
from studio.domain.recipe import Problem
from studio.domain.sent import WhyNot

Unsendable: TypeAlias = errors.WrongRecipe | errors.NotSendable | errors.UnusableAddress


def describe_unsendable(error: Unsendable, translate: Translate) -> tuple[str, str]:
    """What is in the way, and what to do."""
    match error:
        case errors.NotSendable(why=why):
            return describe_why_not(why, translate)
        case errors.WrongRecipe(problems=problems):
            what = translate("errors", "This can't be sent as it is.")
            step = sentences(*(describe_problem(problem, translate) for problem in problems))
        case errors.UnusableAddress(address=address):
            what = translate("errors", "A key can't be sent safely to “{address}”.").format(address=address)
            step = translate("errors", "Use an address that begins with https://, or one on this computer.")
    return what, step


def describe_problem(problem: Problem, translate: Translate = as_it_is) -> str:
    """Why a recipe can't be sent, as one sentence that says what to do."""
    match problem:
        case Problem.NOTHING_TO_SEND:
            return translate("problems", "Write a prompt or add a reference.")
        case Problem.TOO_MANY_REFERENCES:
            return translate("problems", "Remove references: at most 14 can be sent.")
        case Problem.SAME_NAME:
            return translate("problems", "Give each reference a name of its own: two have the same.")
        case Problem.COUNT_OUT_OF_RANGE:
            return translate("problems", "Choose a count from 1 to 16.")
        case Problem.UNKNOWN_GROUP:
            return translate("problems", "Choose a group: this one isn't in the catalog.")
        case Problem.UNKNOWN_PRICE:
            return translate("problems", "Choose another size or group: this one has no known price.")
    assert_never(problem)


def describe_why_not(why: WhyNot, translate: Translate = as_it_is) -> tuple[str, str]:
    """What is in the way, and what to do."""
    afresh = translate("sending", "Send the picture afresh.")
    match why:
        case WhyNot.PARENT_MISSING:
            return (
                translate("sending", "The picture to continue isn't where it was, or was changed."),
                translate("sending", "Find its file, or continue another version."),
            )
        case WhyNot.REFERENCE_MISSING:
            return (
                translate("sending", "A reference's file is gone from the library, or was changed."),
                translate("sending", "Take the reference out, or add it again."),
            )
        case WhyNot.TURN_MISSING:
            return translate("sending", "An earlier turn of this conversation wasn't kept whole."), afresh
        case WhyNot.MADE_ELSEWHERE:
            return (
                translate("sending", "This conversation has a picture that the model didn't make."),
                afresh,
            )
        case WhyNot.CONVERSATION_TOO_LARGE:
            return translate("sending", "This conversation is longer than one request may be."), afresh
        case WhyNot.TOO_LARGE:
            return (
                translate("sending", "These pictures are more than one request may hold."),
                translate("sending", "Send fewer, or smaller ones."),
            )
    assert_never(why)
