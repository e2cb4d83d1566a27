"""`proofroom generate`: a prompt becomes a saved picture, its price known before and its charge after."""

import base64
import hashlib
import io
import json
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.gateways import failing, picture, scripted, with_picture
from tests.cli.running import Json, Proofroom, finish, in_a_terminal, one_at_a_time
from tests.support.scripted_gateway import answer as plain
from tests.support.scripted_gateway import cut_answer, html_answer, json_answer, picture_part, reply_of


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Generator[str]:
    """The demo gateway as a program of its own: to the client a gateway like any other."""
    process = Proofroom(tmp_path_factory.mktemp("gateway")).start(
        "demo-gateway", "--port", "0", "--pace", "0"
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.send_signal(signal.SIGINT)
    ended = finish(process)
    assert (ended.code, ended.err) == (0, "")


def check_version(version: Json) -> None:
    data = Path(version["path"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == version["sha256"]
    assert len(data) == version["bytes"]
    with Image.open(version["path"]) as opened:
        assert Image.MIME[opened.format or ""] == version["mime"]
        assert opened.size == (version["width"], version["height"])


def test_four_pictures_over_a_real_socket(proofroom: Proofroom, gateway: str) -> None:
    run = proofroom.with_key()
    done = run(
        *("generate", "a lighthouse", "--aspect", "16:9", "--size", "0.5K", "--count", "4"),
        *("--group", "官KEY-3.5折", "--gateway", gateway, "--max-cost", "0.44", "--json"),
    )
    assert (done.code, done.err) == (0, "")
    assert len(done.objects) == 4
    for job in done.objects:
        assert list(job) == [
            *("job", "state", "charge", "price", "group", "attempts", "request_id", "versions", "drafts"),
            *("words", "error", "tried", "passed_over"),
        ]
        assert (job["state"], job["charge"], job["price"]) == ("saved", "charged", "0.11")
        assert (job["group"], job["attempts"], job["error"]) == ("官KEY-3.5折", 1, None)
        assert job["request_id"].startswith("req_")
        (version,) = job["versions"]
        assert list(version) == [
            *("version", "path", "sha256", "bytes", "mime", "width", "height"),
            *("requested_width", "requested_height", "delivered_size", "size_matches"),
        ]
        assert (version["width"], version["height"]) == (688, 384)
        assert (version["requested_width"], version["requested_height"]) == (688, 384)
        assert version["size_matches"] is True
        check_version(version)
        assert Path(version["path"]).is_relative_to(proofroom.library)
    assert len({job["job"] for job in done.objects}) == 4

    spent = proofroom("ledger")
    assert "Today: ¥0.44 (¥0.44 charged, ¥0.00 unknown, ¥0.00 reserved)" in spent.out
    entries = proofroom("ledger", "--json").objects
    assert {(entry["size"], entry["delivered_size"]) for entry in entries} == {("0.5K", "0.5K")}
    assert [(entry["charge"], entry["price"], entry["size"]) for entry in entries] == [
        ("charged", "0.11", "0.5K")
    ] * 4


def test_the_demo_inside_the_program_needs_no_key(proofroom: Proofroom) -> None:
    done = proofroom("generate", "a harbour", "--gateway", "demo", "--json")
    assert (done.code, done.err) == (0, "")
    job = done.object
    assert (job["state"], job["charge"], job["price"], job["group"]) == (
        "saved",
        "not_charged",
        "0.00",
        "Demo",
    )
    (version,) = job["versions"]
    assert (version["requested_width"], version["requested_height"], version["size_matches"]) == (None,) * 3
    check_version(version)
    assert "Today: ¥0.00" in proofroom("ledger").out


def test_for_a_person_the_paths_stand_alone(proofroom: Proofroom, gateway: str, tmp_path: Path) -> None:
    folder = tmp_path / "a library 图片"
    done = proofroom.with_key()(
        *("generate", "a harbour", "--gateway", gateway, "--library", str(folder), "--count", "2"),
    )
    assert done.code == 0
    paths = [Path(line) for line in done.out.splitlines()]
    assert len(paths) == 2
    assert all(path.is_file() and path.is_relative_to(folder) for path in paths)
    assert done.err.startswith("2 × ¥0.16 = ¥0.32 · 官KEY-3.5折 · 1K")
    assert not proofroom.library.exists()


def test_a_version_is_continued_with_a_reference(proofroom: Proofroom, tmp_path: Path) -> None:
    reference = tmp_path / "wireframe.png"
    reference.write_bytes(picture(40, 30))
    with scripted(with_picture(picture(64, 64)), with_picture(picture(32, 32))) as gateway:
        run = proofroom.with_key()
        first = run("generate", "a form", "--gateway", gateway.url, "--json").object["versions"][0]
        second = run(
            *("generate", "warmer", "--continue", first["version"][:5], "--afresh"),
            *("--reference", str(reference), "--gateway", gateway.url, "--thinking", "high", "--json"),
        ).object["versions"][0]
    keys = [request.headers["authorization"] for request in gateway.received]
    assert keys == ["Bearer sk-for-this-run"] * 2
    parts = json.loads(gateway.received[1].body)["contents"][0]["parts"]
    sent = [base64.b64decode(part["inlineData"]["data"]) for part in parts[:-1]]
    assert sent == [picture(40, 30), picture(64, 64)]
    assert parts[-1] == {"text": "warmer"}

    shown = proofroom("show", second["version"], "--json").object
    assert shown["parent"] == first["version"]
    assert shown["sending"] == "afresh"
    assert shown["references"] == ["wireframe.png"]
    assert shown["tree"] == [first["version"], second["version"]]
    assert [(one["sent_as"], one["name"], one["sha256"]) for one in shown["sent"]] == [
        ("reference", "wireframe", hashlib.sha256(picture(40, 30)).hexdigest()),
        ("parent", "", first["sha256"]),
    ]
    words = proofroom("show", second["version"]).out
    assert "Iterations: 2 versions · ¥0.32" in words
    assert f"→   {second['version']}" in words
    assert f"Sent, picture to change: 64 × 64 px, image/png, {first['bytes']} bytes" in words


def test_a_version_is_continued_as_a_conversation_unless_told_otherwise(
    proofroom: Proofroom, tmp_path: Path
) -> None:
    for name, size in (("wireframe.png", (80, 60)), ("a=b.png", (20, 20))):
        (tmp_path / name).write_bytes(picture(*size))
    with scripted(with_picture(picture(64, 64)), with_picture(), with_picture()) as gateway:
        run = proofroom.with_key()
        first = run("generate", "a form", "--gateway", gateway.url, "--json").object["versions"][0]
        said = run(
            *("generate", "like @rough, not @a-b", "--from", first["version"], "--gateway", gateway.url),
            *("--reference", f"rough={tmp_path / 'wireframe.png'}", "--reference", str(tmp_path / "a=b.png")),
            *("--longest-edge", "64"),
        )
    assert said.code == 0
    assert "Sends 3 images, 0.1 MB, after 1 turn of the conversation." in said.err
    asked, answered, last = json.loads(gateway.received[1].body)["contents"]
    assert asked == {"role": "user", "parts": [{"text": "a form"}]}
    assert answered == {"role": "model", "parts": [picture_part(picture(64, 64))]}
    *shown, explained, prompt = last["parts"]
    sizes = [Image.open(io.BytesIO(base64.b64decode(part["inlineData"]["data"]))).size for part in shown]
    assert sizes == [(64, 48), (20, 20)]
    assert "picture 1 is @rough; picture 2 is @a-b" in explained["text"]
    assert prompt == {"text": "like @rough, not @a-b"}


def test_a_conversation_that_is_not_there_says_so_and_sends_nothing(
    proofroom: Proofroom, tmp_path: Path
) -> None:
    body = json.dumps(reply_of(picture_part(picture()))).encode()
    with scripted(cut_answer(body, after=len(body) - 3), with_picture()) as gateway:
        run = proofroom.with_key()
        first = run("generate", "a form", "--gateway", gateway.url, "--json").object["versions"][0]
        going_on = ("generate", "warmer", "--continue", first["version"], "--gateway", gateway.url)
        refused = run(*going_on, "--conversation")
        assert (refused.code, refused.out) == (2, "")
        assert "An earlier turn of this conversation wasn't kept whole." in refused.err
        assert "Send the picture afresh." in refused.err
        assert len(gateway.received) == 1
        assert run(*going_on).code == 0
    assert len(json.loads(gateway.received[1].body)["contents"]) == 1


def test_a_conversation_refused_for_its_signatures_is_not_repeated(proofroom: Proofroom) -> None:
    message = "Image part is missing a thought_signature in content position 2, part position 1."
    with scripted(with_picture(), failing(400, message, "INVALID_ARGUMENT"), with_picture()) as gateway:
        run = proofroom.with_key()
        first = run("generate", "a form", "--gateway", gateway.url, "--json").object["versions"][0]
        going_on = ("generate", "warmer", "--continue", first["version"], "--gateway", gateway.url, "--json")
        refused = run(*going_on)
        assert (refused.code, len(gateway.received)) == (1, 2)
        job = refused.object
        assert (job["state"], job["charge"], job["attempts"]) == ("refused", "not_charged", 1)
        assert job["error"]["code"] == "signature_refused"
        assert "Send the picture afresh" in job["error"]["message"]
        assert run(*going_on, "--afresh").object["state"] == "saved"


def test_without_a_key_nothing_is_sent(proofroom: Proofroom) -> None:
    with scripted(with_picture()) as gateway:
        done = proofroom("generate", "a fox", "--gateway", gateway.url, "--json")
    assert (done.code, done.out) == (3, "")
    assert "There is no key for the group 官KEY-3.5折." in done.err
    assert "proofroom key set" in done.err
    assert gateway.received == []
    assert not proofroom.library.exists()


def test_over_the_ceiling_nothing_is_sent(proofroom: Proofroom) -> None:
    with scripted(with_picture()) as gateway:
        options = ("--count", "4", "--max-cost", "0.63", "--json")
        done = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, *options)
    assert (done.code, done.out) == (4, "")
    assert "4 × ¥0.16 = ¥0.64" in done.err
    assert gateway.received == []
    assert not proofroom.library.exists()


def test_what_is_no_picture_is_no_reference(proofroom: Proofroom, tmp_path: Path) -> None:
    text = tmp_path / "notes.png"
    text.write_text("not a picture")
    with scripted(with_picture()) as gateway:
        options = ("--reference", str(text), "--json")
        done = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, *options)
    assert (done.code, done.out) == (2, "")
    assert "notes.png" in done.err
    assert gateway.received == []


def test_a_version_that_is_not_there(proofroom: Proofroom) -> None:
    with scripted(with_picture()) as gateway:
        done = proofroom.with_key()("generate", "a fox", "--from", "zzzz", "--gateway", gateway.url)
    assert (done.code, done.out) == (2, "")
    assert "zzzz" in done.err
    assert gateway.received == []


def test_a_library_that_can_not_be_written(proofroom: Proofroom, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = proofroom("generate", "a fox", "--gateway", "demo", "--library", str(tmp_path / "file" / "sub"))
    assert (done.code, done.out) == (2, "")
    assert "can't be written" in done.err


OUTCOMES = {
    "blocked": (
        json_answer(reply_of({"text": "I can't draw that."}, finish_reason="IMAGE_SAFETY")),
        ("blocked", "unknown", "no_picture"),
        "Blocked for safety.",
    ),
    "refused": (
        failing(401, "invalid token", "invalid_api_key"),
        ("refused", "not_charged", "gateway_refused"),
        "“invalid token”",
    ),
    "no money": (
        failing(403, "quota used up", "insufficient_user_quota"),
        ("refused", "not_charged", "gateway_refused"),
        "no money left",
    ),
    "redirected": (
        plain(status=302, headers={"Location": "https://example.org/"}),
        ("refused", "not_charged", "gateway_refused"),
        "another address",
    ),
    "a web page": (
        html_answer("Bad gateway", status=502),
        ("unknown", "unknown", "outcome_unknown"),
        "It may have been charged ¥0.16.",
    ),
    "cut": (
        cut_answer(json.dumps(reply_of(picture_part(picture()))).encode(), after=150),
        ("unknown", "unknown", "outcome_unknown"),
        "The connection broke",
    ),
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_did_not_become_a_picture(proofroom: Proofroom, outcome: str) -> None:
    answer, (state, charge, code), words = OUTCOMES[outcome]
    with scripted(answer) as gateway:
        done = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, "--json")
    assert done.code == 1
    job = done.object
    assert (job["state"], job["charge"], job["error"]["code"]) == (state, charge, code)
    assert words in job["error"]["message"]
    assert job["versions"] == []
    assert len(gateway.received) == 1
    assert "sk-for-this-run" not in done.out + done.err
    (listed,) = proofroom("jobs", "--json").objects
    assert (listed["job"], listed["state"], listed["error"]) == (job["job"], state, job["error"])
    assert job["job"] in proofroom("jobs").out


def test_what_the_model_wrote_is_kept(proofroom: Proofroom) -> None:
    with scripted(json_answer(reply_of({"text": "I would rather not."}))) as gateway:
        told = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url)
    assert (told.code, told.out) == (1, "")
    assert "The model wrote: “I would rather not.”" in told.err
    assert proofroom("jobs", "--json").object["words"] == "I would rather not."


def test_busy_is_repeated_and_the_rest_is_not(proofroom: Proofroom) -> None:
    with scripted(failing(429, "slow down", retry_after="0"), with_picture()) as gateway:
        done = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, "--json")
    assert done.code == 0
    assert (done.object["attempts"], done.object["state"]) == (2, "saved")
    charges = [entry["charge"] for entry in proofroom("ledger", "--json").objects]
    assert charges == ["charged", "not_charged"]


def test_some_are_saved_and_some_are_not(proofroom: Proofroom) -> None:
    one_at_a_time(proofroom)
    with scripted(with_picture(), failing(400, "bad picture"), with_picture()) as gateway:
        options = ("--count", "3", "--json")
        done = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, *options)
    assert done.code == 1
    assert [job["state"] for job in done.objects] == ["saved", "refused", "saved"]


def test_a_full_reply_is_kept_with_its_drafts(proofroom: Proofroom) -> None:
    words: dict[str, object] = {"text": "Here."}
    parts = [picture_part(picture(16, 16), thought=True), words]
    with scripted(json_answer(reply_of(*parts, picture_part(picture(48, 48), mime="image/jpeg")))) as gateway:
        job = proofroom.with_key()("generate", "a fox", "--gateway", gateway.url, "--json").object
    (version,) = job["versions"]
    assert (version["width"], version["mime"]) == (48, "image/png")
    assert job["words"] == "Here."
    (draft,) = job["drafts"]
    with Image.open(draft) as opened:
        assert opened.size == (16, 16)
    assert json.loads(Path(version["path"]).with_suffix(".json").read_text(encoding="utf-8"))


def test_bars_are_drawn_where_there_is_a_terminal(proofroom: Proofroom) -> None:
    shown, code = in_a_terminal(proofroom, ["generate", "a fox", "--gateway", "demo", "--size", "0.5K"], {})
    assert code == 0
    assert "1 of 1 · Waiting" in shown
    assert "1 of 1 · Saved" in shown
    assert "of about 2 s" in shown
    assert str(proofroom.library) in shown
