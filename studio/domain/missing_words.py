"""The words for versions and jobs that aren't there, and for what can't be made of those that are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from studio.domain import errors

if TYPE_CHECKING:
    from studio.domain.outcome_words import Translate

Missing: TypeAlias = (
    errors.UnknownVersion
    | errors.UnknownJob
    | errors.NothingToContinue
    | errors.NotPutTogether
    | errors.NothingToReplay
)


def describe_missing(error: Missing, translate: Translate) -> tuple[str, str]:
    """What isn't there, and what to do."""
    match error:
        case errors.UnknownVersion(version=version):
            what = translate("errors", "No version is called {version}.").format(version=version)
            step = translate("errors", "Look it up in the gallery, or with “proofroom list”.")
        case errors.UnknownJob(job=job):
            what = translate("errors", "No job is called {job}.").format(job=job)
            step = translate("errors", "Look it up with “proofroom jobs”.")
        case errors.NothingToContinue():
            what = translate("errors", "The step before this one brought no picture.")
            step = translate("errors", "Send that one again, then continue its picture.")
        case errors.NotPutTogether():
            what = translate("errors", "The step before this one doesn't lie well over its picture.")
            step = translate("errors", "Compare the two, put them together all the same, then continue that.")
        case errors.NothingToReplay():
            what = translate("errors", "There are no edits here that can be made again.")
            step = translate("errors", "Choose a version that edits in words led to.")
    return what, step
