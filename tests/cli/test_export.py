"""`proofroom export`: versions become files that are ready to use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from studio.domain.export import Preset
from studio.library.embedded import embedded_prompt
from studio.settings.preset_file import preset_to_json
from tests.cli.gateways import picture, scripted, with_picture

if TYPE_CHECKING:
    from tests.cli.running import Json, Proofroom


def make(proofroom: Proofroom, prompt: str, data: bytes | None = None) -> Json:
    """One saved version."""
    with scripted(with_picture(data or picture())) as gateway:
        done = proofroom.with_key()("generate", prompt, "--gateway", gateway.url, "--json")
    assert done.code == 0, done.err
    return done.object["versions"][0]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "designs"


def test_a_version_becomes_an_image_set_for_xcode(proofroom: Proofroom, out: Path) -> None:
    fox = make(proofroom, "a fox")
    done = proofroom("export", fox["version"][:8], "--preset", "iOS asset · @1x @2x @3x", "--out", str(out))
    assert (done.code, done.err) == (0, "")
    (image_set,) = out.iterdir()
    assert image_set.name == "Sketches-v1.imageset"
    assert sorted(path.name for path in image_set.iterdir()) == [
        "Contents.json",
        "Sketches-v1.png",
        "Sketches-v1@2x.png",
        "Sketches-v1@3x.png",
    ]
    assert sorted(done.out.split()) == sorted(str(path) for path in image_set.iterdir())
    with Image.open(image_set / "Sketches-v1@3x.png") as largest:
        assert largest.size == (fox["width"], fox["height"])


def test_what_is_exported_can_be_read_by_a_program(proofroom: Proofroom, out: Path) -> None:
    fox, harbour = make(proofroom, "a fox 红狐"), make(proofroom, "a harbour")
    arguments = (
        fox["version"],
        harbour["version"],
        fox["version"],
        "--preset",
        "png AS IT IS",
        "--out",
        str(out),
    )
    done = proofroom("export", *arguments, "--name", "{date}/{slug}", "--json")
    assert done.code == 0, done.err
    first, second = done.objects
    assert first["path"].endswith("/a-fox-红狐.png")
    assert second["path"].endswith("/a-harbour.png")
    assert (first["state"], first["version"], first["width"]) == ("written", fox["version"], fox["width"])
    assert Path(first["path"]).stat().st_size == first["bytes"]
    with Image.open(first["path"]) as opened:
        assert opened.size == (fox["width"], fox["height"])
    assert [embedded_prompt(path.read_bytes()) for path in sorted(out.rglob("*.png"))] == [
        "a fox 红狐",
        "a harbour",
    ]


def test_nothing_is_overwritten_unless_it_is_asked_for(proofroom: Proofroom, out: Path) -> None:
    fox = make(proofroom, "a fox")["version"]
    arguments = ("export", fox, "--preset", "Original", "--out", str(out))
    assert proofroom(*arguments).code == 0
    assert proofroom(*arguments).out.strip() == str(out / "Sketches-v1 (2).png")
    (out / "Sketches-v1.png").write_bytes(b"mine")
    assert proofroom(*arguments, "--overwrite").out.strip() == str(out / "Sketches-v1.png")
    assert (out / "Sketches-v1.png").read_bytes() == (out / "Sketches-v1 (2).png").read_bytes()
    assert len(list(out.iterdir())) == 2


def test_a_preset_can_be_a_file(proofroom: Proofroom, out: Path, tmp_path: Path) -> None:
    fox = make(proofroom, "a fox")["version"]
    shared = tmp_path / "ours.json"
    shared.write_bytes(preset_to_json(Preset("Ours", template="ours-{n}")))
    assert proofroom("export", fox, "--preset", str(shared), "--out", str(out)).out.strip() == str(
        out / "ours-1.png"
    )
    content = json.loads(shared.read_text("utf-8"))
    content["encoding"]["quality"] = 400
    shared.write_text(json.dumps(content), "utf-8")
    refused = proofroom("export", fox, "--preset", str(shared), "--out", str(out / "other"))
    assert refused.code == 2
    assert "In ours.json, “encoding.quality” can't be used. Allowed: 1…100." in refused.err
    assert not (out / "other").exists()


def test_sizes_that_would_enlarge_are_left_out_and_named(proofroom: Proofroom, out: Path) -> None:
    fox = make(proofroom, "a fox")
    done = proofroom("export", fox["version"], "--preset", "Web srcset · WebP", "--out", str(out), "--json")
    skipped = [one for one in done.objects if one["state"] == "skipped"]
    assert done.code == 1
    assert skipped
    assert {one["why"] for one in skipped} == {"would_upscale"}
    assert "would be larger than the picture" in done.err
    enlarged = proofroom(
        "export", fox["version"], "--preset", "Web srcset · WebP", "--out", str(out / "all"), "--upscale"
    )
    assert enlarged.code == 0
    assert "Is larger than the picture" in enlarged.err


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (
            {"--preset": "Nobody's"},
            'There is no preset or file "Nobody\'s". There are: Original, PNG as it is, ',
        ),
        ({"--name": "{nobody}"}, "{nobody} isn't known. There are: {project}"),
        ({"--name": "../{version}"}, "would lead out of the chosen folder"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_written(
    proofroom: Proofroom, out: Path, changed: dict[str, str], words: str
) -> None:
    fox = make(proofroom, "a fox")["version"]
    options = {"--preset": "Original", "--out": str(out)} | changed
    done = proofroom("export", fox, *(part for option in options.items() for part in option))
    assert done.code == 2
    assert words in " ".join(done.err.split())
    assert not out.exists()


def test_unknown_versions_and_folders(proofroom: Proofroom, out: Path) -> None:
    fox = make(proofroom, "a fox")["version"]
    assert (
        "No version is called nobody"
        in proofroom("export", "nobody", "--preset", "Original", "--out", str(out)).err
    )
    deep = proofroom("export", fox, "--preset", "Original", "--out", str(out / "not" / "there"))
    assert deep.code == 1
    assert "(No such file or directory)" in deep.err
    assert not out.exists()


def test_a_missing_original_is_named_and_the_rest_is_written(proofroom: Proofroom, out: Path) -> None:
    fox, harbour = make(proofroom, "a fox"), make(proofroom, "a harbour")
    (proofroom.library / fox["path"]).unlink()
    done = proofroom(
        "export", fox["version"], harbour["version"], "--preset", "PNG as it is", "--out", str(out), "--json"
    )
    assert done.code == 1
    written, failed = done.objects
    assert (written["state"], written["version"]) == ("written", harbour["version"])
    assert (failed["state"], failed["version"], failed["why"]) == (
        "failed",
        fox["version"],
        "unreadable_file",
    )
    assert [path.name for path in out.iterdir()] == ["Sketches-v2.png"]
