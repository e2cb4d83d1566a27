"""The window's process is killed with jobs queued and under way."""

from __future__ import annotations

from tests.cli.gateways import for_window, with_picture
from tests.stories.conftest import Home, saved

KEY = "sk-story-of-a-crash"
LATER = "typed while the others were under way"


def test_nothing_is_lost_and_nothing_is_sent_by_itself(home: Home) -> None:
    home.set(parallel=2)
    with for_window(with_picture(), holding=True) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.fill("Prompt", "a lake")
            window.fill("Count", "3", role="SpinBox")
            window.spend("Generate 3 for ¥0.48")
            window.see("2 running · 1 waiting", within="Jobs")
            window.until(lambda: len(gateway.received) == 2, "two calls")
            window.fill("Prompt", LATER)
            draft = home.library / ".proofroom" / "draft.json"
            window.until(lambda: LATER in draft.read_text(encoding="utf-8"), "the draft on disk")
            window.kill()

        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.hear("1 job, ¥0.16. Run it?")
            assert window.see("Prompt", "EditableText").value == LATER
            cards = window.gallery()
            assert sorted(name.rsplit(", ", 1)[1] for name in cards) == ["Queued", "Unknown", "Unknown"]
            window.see("Today ¥0.48 of which ¥0.32 unknown")
            unknown = next(name for name in cards if name.endswith("Unknown"))
            window.click(unknown, within="Gallery")
            window.hear("Proofroom closed before the answer came. It may have been charged ¥0.16.")
            window.see("Send again for ¥0.16", "Button", within="Details")
            assert len(gateway.received) == 2, "a restart sends nothing"
            gateway.let_go()
            window.click("Run for ¥0.16", "Button")
            window.until(lambda: saved(window) == 1, "the picture of the one that waited")
            window.leave()
        assert len(gateway.received) == 3
    assert sorted(one["charge"] for one in home.ledger()) == ["charged", "unknown", "unknown"]


def test_what_waited_can_be_discarded_for_nothing(home: Home) -> None:
    home.set(parallel=1)
    with for_window(with_picture(), holding=True) as gateway:
        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.fill("Prompt", "a lake")
            window.fill("Count", "3", role="SpinBox")
            window.spend("Generate 3 for ¥0.48")
            window.see("1 running · 2 waiting", within="Jobs")
            gateway.wait_for_a_request()
            window.kill()

        with home.window("--gateway", gateway.url, key=KEY) as window:
            window.hear("2 jobs, ¥0.32. Run them?")
            window.click("Discard", "Button")
            window.see("Today ¥0.16 of which ¥0.16 unknown")
            window.until(lambda: len(window.gallery()) == 1, "the unknown one alone")
            window.leave()
        assert len(gateway.received) == 1
