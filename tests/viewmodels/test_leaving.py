"""What leaving would mean, in words and in deeds."""

from pathlib import Path

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from studio.domain.charge import Charge
from studio.domain.export import Preset
from studio.domain.job import JobState
from studio.engine.events import JobChanged
from studio.engine.exporting import ExportOrder
from studio.viewmodels.export_draft import ExportDraft
from studio.viewmodels.exporting import ExportingViewModel
from studio.viewmodels.leaving import LeavingViewModel
from tests.support.gallery import Shelf, shelf, waiting_job
from tests.support.window import run_in_window, surroundings, until


def with_jobs(tmp_path: Path, *, running: int, waiting: int = 0) -> Shelf:
    shown = shelf(surroundings(tmp_path))
    for number in range(running):
        shown.around.bridge.happened.emit(JobChanged(waiting_job(number, charge=Charge.RESERVED)))
    for number in range(running, running + waiting):
        shown.around.bridge.happened.emit(JobChanged(waiting_job(number, JobState.QUEUED)))
    return shown


def end(shown: Shelf, number: int) -> None:
    saved = waiting_job(number, JobState.SAVED, charge=Charge.CHARGED)
    shown.around.bridge.happened.emit(JobChanged(saved))


def test_without_jobs_nothing_keeps_the_person(qapp: QApplication, tmp_path: Path) -> None:
    assert with_jobs(tmp_path, running=0).leaving.state.may_leave


def test_the_question_names_jobs_price_and_what_leaving_means(qapp: QApplication, tmp_path: Path) -> None:
    assert with_jobs(tmp_path, running=3).leaving.question() == (
        "3 jobs are under way, ¥0.75. If you leave now, their outcome is unknown and they may be charged."
    )
    assert with_jobs(tmp_path, running=1, waiting=2).leaving.question() == (
        "1 job is under way, ¥0.25. 2 more wait and ask before they are sent next time. "
        "If you leave now, its outcome is unknown and it may be charged."
    )
    assert with_jobs(tmp_path, running=0, waiting=1).leaving.question() == (
        "1 more waits and asks before it is sent next time."
    )


def test_waiting_ends_with_the_last_job(qapp: QApplication, tmp_path: Path) -> None:
    shown = with_jobs(tmp_path, running=2)
    may_leave = QSignalSpy(shown.leaving.may_leave)
    shown.leaving.wait()
    end(shown, 0)
    assert may_leave.count() == 0
    end(shown, 1)
    assert may_leave.count() == 1


def test_who_stays_after_all_is_not_shown_out(qapp: QApplication, tmp_path: Path) -> None:
    shown = with_jobs(tmp_path, running=1)
    may_leave = QSignalSpy(shown.leaving.may_leave)
    shown.leaving.wait()
    shown.leaving.stay()
    end(shown, 0)
    assert may_leave.count() == 0


def test_in_the_background_it_says_when_all_is_done_and_stays(qapp: QApplication, tmp_path: Path) -> None:
    shown = with_jobs(tmp_path, running=1, waiting=1)
    done, may_leave = QSignalSpy(shown.leaving.all_done), QSignalSpy(shown.leaving.may_leave)
    shown.leaving.go_on_in_background()
    assert shown.leaving.progress() == "1 running · 1 waiting"
    end(shown, 0)
    end(shown, 1)
    assert (done.count(), may_leave.count()) == (1, 0)
    assert shown.leaving.progress() == "All jobs are done"


def test_an_export_is_named_and_stopped_by_leaving(qapp: QApplication, tmp_path: Path) -> None:
    shown = with_jobs(tmp_path, running=0)
    around = shown.around
    exporting = ExportingViewModel(
        bridge=around.bridge, tasks=around.tasks, notices=around.notices, session=around.session
    )
    leaving = LeavingViewModel(jobs=shown.jobs, exporting=exporting)
    may_leave = QSignalSpy(leaving.may_leave)
    preset = Preset("PNG")
    order = ExportOrder((), preset, tmp_path)

    async def story() -> None:
        async with around.engine():
            exporting.begin(order, ExportDraft(preset, preset, tmp_path))
            assert not leaving.state.may_leave
            assert leaving.title() == "An export is under way"
            assert leaving.question() == (
                "Files are being exported: leaving stops that. What is there is whole."
            )
            assert leaving.progress() == "Exporting…"
            leaving.wait()
            await until(may_leave.count)

    run_in_window(qapp, story())
    around.bridge.happened.emit(JobChanged(waiting_job(1, charge=Charge.RESERVED)))
    assert leaving.title() == "Jobs are under way"
