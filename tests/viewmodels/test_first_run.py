"""Connecting a key, as a newcomer does."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from studio.domain.keys import EVERY_GROUP, KeySource
from studio.settings import load_settings
from studio.settings.folders import Folders
from studio.viewmodels.first_run import ConnectViewModel
from studio.viewmodels.notices import Kind
from tests.support.scripted_gateway import ScriptedGateway, html_answer, json_answer
from tests.support.window import Surroundings, run_in_window, surroundings, until

USUAL = "官KEY-3.5折"
ROUTE = "gemini-3.1-flash-image-preview"


def connecting(around: Surroundings, group: str = "") -> ConnectViewModel:
    return ConnectViewModel(session=around.session, tasks=around.tasks, notices=around.notices, group=group)


def test_begins_with_the_usual_group_and_gateway(qapp: QApplication, tmp_path: Path) -> None:
    state = connecting(surroundings(tmp_path)).state
    assert (state.address, state.group) == ("https://bananarouter.com", USUAL)
    assert state.groups[-1] == (EVERY_GROUP, "Use for every group")
    assert not state.ready


def test_saving_a_key_without_a_keychain_says_how_long_it_lasts(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)
    connected: list[bool] = []
    connect.connected.connect(lambda: connected.append(True))

    async def story() -> None:
        async with around.engine():
            assert connect.state.ready
            connect.save("  sk-secret ")
            await until(lambda: connected)
            key = around.session.state.key(USUAL)
            assert key is not None
            assert (key.source, key.assumed) == (KeySource.SESSION, False)
            assert "for this session only" in around.said[-1].words
            assert around.said[-1].kind is Kind.WARNING
            found = around.keychain.find("https://bananarouter.com", USUAL)
            assert found is not None
            assert found.secret.reveal() == "sk-secret"

    run_in_window(qapp, story())
    assert "sk-secret" not in repr(connect.state)


def test_a_key_for_every_group_is_called_an_assumption(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)

    async def story() -> None:
        async with around.engine():
            connect.choose_group(EVERY_GROUP)
            assert connect.state.group_note.startswith("An assumption")
            connect.save("sk-secret")
            await until(lambda: not around.session.state.needs_key)
            assert all(key.assumed for key in around.session.state.keys)

    run_in_window(qapp, story())


def test_the_test_says_what_it_proves_and_what_not(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)

    async def story() -> None:
        models = json_answer({"data": [{"id": ROUTE}]})
        others = json_answer({"data": [{"id": "another"}]})
        async with ScriptedGateway(models, others) as gateway, around.engine():
            connect.edit_address(gateway.address)
            connect.test("sk-secret")
            assert connect.state.busy
            await until(lambda: not connect.state.busy)
            assert connect.state.kind is Kind.OK
            assert connect.state.words == (
                "The gateway took the key and lists this model. It doesn't prove which group the key bills"
                " at, nor that there is balance."
            )
            connect.test("sk-secret")
            await until(lambda: not connect.state.busy)
            assert f"doesn't list {ROUTE}" in connect.state.words
            assert gateway.received[0].target == "/v1/models"
            assert gateway.received[0].headers["authorization"] == "Bearer sk-secret"
        assert around.session.state.settings.gateway == "https://bananarouter.com"

    run_in_window(qapp, story())


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (json_answer({"error": {"message": "Invalid token"}}, status=401), "doesn't accept this key"),
        (html_answer("Bad gateway", status=502), "The test itself is free."),
    ],
)
def test_a_test_that_fails_says_why(qapp: QApplication, tmp_path: Path, answer: object, words: str) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)

    async def story() -> None:
        async with ScriptedGateway(answer) as gateway, around.engine():  # pyright: ignore[reportArgumentType]
            connect.edit_address(gateway.address)
            connect.test("sk-secret")
            await until(lambda: not connect.state.busy)
            assert words in connect.state.words
            assert "sk-secret" not in connect.state.words
            assert "charged" not in connect.state.words
            assert connect.state.kind is Kind.BAD

    run_in_window(qapp, story())


def test_no_key_and_no_safe_address_get_their_word(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)

    async def story() -> None:
        async with around.engine():
            connect.save("   ")
            assert connect.state.words == "Type the key first."
            connect.edit_address("http://example.org")
            assert not connect.state.words
            connect.save("sk-secret")
            await until(lambda: not connect.state.busy)
            assert "can't be sent safely" in connect.state.words
            assert around.session.state.needs_key

    run_in_window(qapp, story())


def test_the_demo_is_one_click_away(qapp: QApplication, tmp_path: Path) -> None:
    around = surroundings(tmp_path)
    connect = connecting(around)
    folders = Folders(tmp_path / "config", tmp_path / "state", tmp_path / "pictures")

    async def story() -> None:
        async with around.engine():
            connect.use_demo()
            await until(lambda: around.session.state.is_demo and around.session.state.keys_known)
            assert not around.session.state.needs_key
            assert load_settings(folders).gateway == "demo"

    run_in_window(qapp, story())
