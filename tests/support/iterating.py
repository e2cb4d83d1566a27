"""Someone who iterates in the real window, and what came of it on the wire and on the disk."""

from __future__ import annotations

import hashlib
import io
import json
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tests.stories.conftest import saved
from tests.support.person import Window
from tests.support.recording_gateway import Recording

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.stories.conftest import Home
    from tests.support.recording_gateway import Exchange

PRICE = "¥0.11"
"""Of a picture at 0.5K."""

Json = dict[str, Any]


@dataclass(slots=True)
class Iterating:
    """At this window, whose gateway is in front of the demo."""

    window: Window
    wire: Recording

    def draw(self, words: str) -> None:
        """The first version: small, and with all the thinking that the model can do."""
        self.window.fill("Prompt", words)
        self.window.click("0.5K", "RadioButton")
        self.window.click("High", "RadioButton")
        self.window.spend(f"Generate 1 for {PRICE}")
        self.window.until(lambda: saved(self.window) == 1, "the first version")
        self.window.click(self.window.gallery()[0], within="Gallery")

    def go_to(self, words: str) -> None:
        """Choose the version that was made of these."""
        self.window.click(f"{words}, 512 × 512, saved", within="Gallery")

    def iterate(self, number: int, of: str, words: str) -> None:
        """Continue version `number`, made `of` these words, in the way that is chosen by itself."""
        self.begin(number, of)
        self.window.fill("Prompt", words)
        self.order(brings=1)

    def begin(self, number: int, of: str) -> None:
        """Have the composer continue this version, and see that it knows what is sent along."""
        self.go_to(of)
        self.window.hear(f"Prompt: {of}", within="Details")
        self.window.click("Iterate", within="Details")
        self.window.see(f"Continues version {number}")
        self.window.until(self.way, "what is sent along")

    def way(self) -> str:
        """The button that tells how the picture is sent, once there is something to choose."""
        composer = self.window.look().find("Composer")
        names = [one.name for one in composer.all() if one.role == "Button"] if composer else []
        return next((name for name in names if name.startswith("How it is sent: ")), "")

    def order(self, *, brings: int) -> None:
        """Press the button, and wait until so many versions have come of it."""
        before = len(self.lines())
        self.window.spend(f"Iterate for {PRICE}")
        self.window.until(lambda: self._line_of(before + brings), "what came of it in the tree")
        self.window.see("No jobs", within="Jobs")

    def lines(self) -> list[str]:
        """The tree as details show it."""
        return self.window.see("Iterations", "Tree").items()

    def _line_of(self, number: int) -> str:
        return next((line for line in self.lines() if line.startswith(f"{number} · ")), "")


@dataclass(frozen=True, slots=True)
class Kept:
    """A version on the disk."""

    path: Path
    told: Json

    @property
    def prompt(self) -> str:
        return self.told["recipe"]["prompt"]

    @property
    def id(self) -> str:
        return self.told["version"]["id"]


def kept_versions(home: Home) -> dict[int, Kept]:
    """By their number; interim pictures, which have no sidecar, aren't among them."""
    beside = [(path, path.with_suffix(".json")) for path in home.pictures()]
    kept = [Kept(path, json.loads(sidecar.read_bytes())) for path, sidecar in beside if sidecar.exists()]
    return {one.told["version"]["number"]: one for one in kept}


def shape(turn: Json) -> tuple[str, ...]:
    """Who speaks, then what each part is."""
    return turn["role"], *("picture" if "inlineData" in part else "text" for part in turn["parts"])


def texts(turn: Json) -> list[str]:
    return [part["text"] for part in turn["parts"] if "text" in part]


def pictures(turn: Json) -> list[bytes]:
    return [b64decode(part["inlineData"]["data"]) for part in turn["parts"] if "inlineData" in part]


def pixels(data: bytes) -> NDArray[np.int16]:
    """Rows of red, green and blue, to be subtracted from one another."""
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB")).astype(np.int16)


def spoken(turn: Json) -> Json:
    """The model's turn as it must come back: less its thoughts."""
    return {"role": "model", "parts": [part for part in turn["parts"] if not part.get("thought")]}


def assert_continues(later: Exchange, earlier: Exchange) -> None:
    """The conversation is the one before, what the model answered, letter for letter, and one turn more."""
    answered = spoken(earlier.answer)
    assert later.turns[:-2] == earlier.turns
    assert later.turns[-2] == answered
    for part in answered["parts"]:
        assert part["thoughtSignature"].encode() in later.asked
    assert later.turns[-1]["role"] == "user"


def assert_kept(version: Kept, exchange: Exchange) -> None:
    """Its file and its sidecar are what went over the wire."""
    data = pictures(spoken(exchange.answer))[-1]
    assert version.path.read_bytes() == data
    assert version.told["version"]["sha256"] == hashlib.sha256(data).hexdigest()
    assert _told_turn(version.told["reply"]["turn"]) == _told_turn(json.dumps(exchange.answer))
    sent = version.told["sent"]
    assert _told_turn(sent["turn"]) == _told_turn(json.dumps(exchange.turns[-1]))
    went = [data for turn in exchange.turns for data in pictures(turn)]
    assert [one["sha256"] for one in sent["pictures"]] == [hashlib.sha256(data).hexdigest() for data in went]


def _told_turn(turn: str) -> Json:
    """Less the pictures' bytes, in whose place the sidecar has numbers."""
    told = json.loads(turn)
    for part in told["parts"]:
        if "inlineData" in part:
            part["inlineData"]["data"] = ""
    return told
