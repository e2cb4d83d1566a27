"""Garbage is taken out where the window lives."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from studio.app.garbage import GarbageCollection
from tests.support.window import run_in_window, until


class _Kept(QWidget):
    """A widget that only garbage knows."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture(autouse=True)
def nothing_stays_frozen() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_no_other_thread_ends_a_widget(qapp: QApplication) -> None:
    ended: list[str] = []

    async def story() -> None:
        garbage = GarbageCollection()
        garbage.start()
        weakref.finalize(_Kept(), lambda: ended.append(threading.current_thread().name))
        maker = threading.Thread(target=_make_many, name="engine")
        maker.start()
        maker.join()
        assert not ended
        await until(lambda: ended)

    run_in_window(qapp, story())
    assert ended == ["MainThread"]


def test_older_garbage_is_found_after_a_while(qapp: QApplication) -> None:
    ended: list[int] = []
    garbage = GarbageCollection()
    kept = _Kept()
    weakref.finalize(kept, lambda: ended.append(1))
    gc.collect(1)
    del kept
    rounds = 0
    while not ended:
        _make_many()
        garbage.look()
        rounds += 1
        assert rounds < 1000
    assert rounds > 100


def _make_many() -> None:
    made: list[list[object]] = []
    made.extend([made] for _ in range(2000))
