"""`proofroom link`, `unlink`, `links`: a file outside follows the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.export import Encoding, Format, Preset
from studio.domain.export_sizes import SizeKind, SizeRule
from studio.settings.preset_file import preset_to_json
from tests.cli.gateways import picture, scripted, with_picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.running import Json, Proofroom


def make(proofroom: Proofroom, prompt: str) -> Json:
    """One saved version."""
    with scripted(with_picture(picture())) as gateway:
        done = proofroom.with_key()("generate", prompt, "--gateway", gateway.url, "--json")
    assert done.code == 0, done.err
    return done.object["versions"][0]


@pytest.fixture
def hero(tmp_path: Path) -> Path:
    (tmp_path / "app").mkdir()
    return tmp_path / "app" / "hero.png"


def test_a_file_is_linked_listed_and_unlinked(proofroom: Proofroom, hero: Path) -> None:
    fox = make(proofroom, "a fox")
    assert proofroom("links").out == "No file is linked.\n"
    done = proofroom("link", fox["version"][:8], str(hero))
    assert (done.code, done.err) == (0, "")
    assert done.out.split() == [str(hero), "v1", fox["version"]]
    with Image.open(hero) as opened:
        assert opened.size == (fox["width"], fox["height"])
    told = {"path": str(hero), "version": fox["version"], "wanted": fox["version"], "problem": None}
    assert proofroom("links", "--json").object == told
    assert proofroom("unlink", str(hero)).code == 0
    assert hero.exists()
    assert proofroom("links", "--json").objects == []
    assert proofroom("unlink", str(hero)).code == 1


def test_a_preset_says_how_it_is_written(proofroom: Proofroom, hero: Path, tmp_path: Path) -> None:
    fox = make(proofroom, "a fox")["version"]
    shared = tmp_path / "small.json"
    small = Preset("Small", Encoding(Format.WEBP), (SizeRule(SizeKind.WIDTH, width=16),))
    shared.write_bytes(preset_to_json(small))
    wrong = proofroom("link", fox, str(hero), "--preset", str(shared))
    assert wrong.code == 1
    assert ".webp" in wrong.err
    assert not hero.exists()
    right = hero.with_suffix(".webp")
    assert proofroom("link", fox, str(right), "--preset", str(shared)).code == 0
    with Image.open(right) as opened:
        assert (opened.format, opened.width) == ("WEBP", 16)


def test_nothing_is_overwritten_unless_it_is_asked_for(proofroom: Proofroom, hero: Path) -> None:
    fox, harbour = make(proofroom, "a fox")["version"], make(proofroom, "a harbour")["version"]
    hero.write_bytes(b"before")
    refused = proofroom("link", fox, str(hero))
    assert refused.code == 1
    assert "already" in refused.err
    assert hero.read_bytes() == b"before"
    assert proofroom("link", fox, str(hero), "--overwrite").code == 0
    other = proofroom("link", harbour, str(hero), "--overwrite")
    assert other.code == 1
    assert "linked to other versions" in other.err


def test_what_became_of_the_file_is_listed(proofroom: Proofroom, hero: Path) -> None:
    fox = make(proofroom, "a fox")["version"]
    assert proofroom("link", fox, str(hero)).code == 0
    hero.write_bytes(b"painted over")
    done = proofroom("links", "--json")
    assert done.code == 1
    assert done.object["problem"] == "linked_file_changed"
    assert hero.read_bytes() == b"painted over"
