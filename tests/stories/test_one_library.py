"""The window and the command line on one library."""

from __future__ import annotations

from tests.stories.conftest import Home, saved

KEY = "sk-story-of-two-programs"


def test_a_second_program_is_refused_and_told_who_holds_it_while_reading_goes_on(
    home: Home, gateway: str
) -> None:
    with home.window("--gateway", gateway, key=KEY) as window:
        window.fill("Prompt", "a lake")
        window.spend("Generate 1 for ¥0.16")
        window.until(lambda: saved(window) == 1, "a picture")

        refused = home.proofroom.with_key(KEY)("generate", "a boat", "--gateway", gateway)
        assert refused.code == 2
        assert f"process {window.process.pid}" in refused.err
        assert "It cost nothing." in refused.err or "nothing" in refused.err.lower()

        (listed,) = home.proofroom("list", "--json").objects
        assert listed["prompt"] == "a lake"
        assert len(home.ledger()) == 1

        with home.window("--gateway", gateway, key=KEY) as second:
            second.hear("is in use")
            assert not second.see("Generate 1 for ¥0.16", "Button").enabled
            second.leave()
        window.leave()

    done = home.proofroom.with_key(KEY)("generate", "a boat", "--gateway", gateway)
    assert done.code == 0, done.err
    with home.window("--gateway", gateway, key=KEY) as window:
        window.until(lambda: saved(window) == 2, "what the command line made")
        window.leave()
