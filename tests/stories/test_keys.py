"""Where a key is, and where it never is."""

from __future__ import annotations

from tests.stories.conftest import GROUP, Home, files_with
from tests.stories.test_first_picture import KEY, connect, draw_one
from tests.support.secret_service import secret_service


def test_a_key_is_stored_in_the_systems_keychain_found_again_and_removed(home: Home, gateway: str) -> None:
    with secret_service() as service:
        home.add(DBUS_SESSION_BUS_ADDRESS=service.environment["DBUS_SESSION_BUS_ADDRESS"])
        with home.window() as window:
            connect(window, gateway, then="Key in keychain")
            window.hear("The key is in the system keychain.")
            window.leave()

        with home.window() as window:
            window.see("Key in keychain")
            draw_one(window)
            window.click("Settings")
            window.click(f"Remove the key for {GROUP}")
            window.see(f"Add a key for {GROUP}")
            window.click("Cancel", within="Settings")
            window.see("No key", "Button")
            window.leave()

        with home.window() as window:
            window.hear("No key for this group", within="Composer")
            window.leave()
        assert home.files_with(KEY) == []
        assert files_with(KEY, service.folder) == []


def test_without_a_keychain_the_key_lasts_until_the_window_closes(home: Home, gateway: str) -> None:
    with home.window() as window:
        connect(window, gateway, then="Key for this session")
        window.hear("so the key is kept for this session only.")
        draw_one(window)
        window.leave()

    with home.window() as window:
        window.see("No key", "Button")
        window.hear("No key for this group", within="Composer")
        window.leave()
    assert home.files_with(KEY) == []


def test_the_key_of_the_environment_is_used_and_kept_nowhere(home: Home, gateway: str) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.see("Key from the environment")
        draw_one(window)
        window.hear(f"if this key bills at {GROUP}", within="Composer")
        window.leave()
    assert home.files_with(KEY) == []
    assert [one["price_assumed"] for one in home.ledger()] == [True]
