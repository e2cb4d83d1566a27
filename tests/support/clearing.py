"""What a test leaves goes with it, and goes in the thread that Qt's things live in."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def nothing_is_left(qapp: QApplication) -> Iterator[None]:
    """Windows that stay are restyled with every theme: after some tests that takes seconds.

    Python collects garbage in whatever thread comes along, and a widget that ends in a thread of the engine
    ends the program.
    """
    gc.disable()
    yield
    for window in qapp.topLevelWidgets():
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
