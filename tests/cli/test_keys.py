"""`proofroom key`: a key goes into a real keychain, is used from there, and shows nowhere."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.cli.gateways import failing, scripted, with_picture
from tests.cli.running import Proofroom, in_a_terminal
from tests.support.scripted_gateway import html_answer, json_answer
from tests.support.secret_service import SecretService, secret_service

KEY = "sk-0123456789abcdef"
GROUP = "官KEY-3.5折"
MODELS = json_answer({"data": [{"id": "gemini-3.1-flash-image-preview"}, {"id": "other"}]})


@pytest.fixture(scope="module")
def keychain() -> Generator[SecretService]:
    with secret_service() as service:
        yield service


@pytest.fixture
def with_keychain(keychain: SecretService, tmp_path: Path) -> Proofroom:
    home = tmp_path / "home"
    home.mkdir()
    return Proofroom(home, keychain.environment)


def test_from_key_set_to_a_paid_picture(with_keychain: Proofroom) -> None:
    with scripted(MODELS, with_picture()) as gateway:
        where = ("--gateway", gateway.url)
        stored = with_keychain("key", "set", "--group", GROUP, *where, typed=f"{KEY}\n")
        tested = with_keychain("key", "test", "--group", GROUP, *where)
        listed = with_keychain("groups", *where, "--json")
        made = with_keychain("generate", "a fox", *where, "--json")
        removed = with_keychain("key", "remove", "--group", GROUP, *where)
        again = with_keychain("generate", "a fox", *where)
    assert (stored.code, stored.err) == (0, "")
    assert stored.out == f"The key for {GROUP} at {gateway.url} is in the system's keychain.\n"
    assert tested.code == 0
    assert "lists 2 models; gemini-3.1-flash-image-preview is among them. It cost nothing." in tested.out
    assert "does not prove" in tested.out
    keys = {one["group"]: one["key"] for one in listed.objects}
    assert keys[GROUP] == "keychain"
    assert keys["官KEY-正价"] is None
    assert (made.code, made.object["charge"]) == (0, "charged")
    assert removed.code == 0
    assert again.code == 3
    assert [request.headers["authorization"] for request in gateway.received] == [f"Bearer {KEY}"] * 2
    for path in with_keychain.home.rglob("*"):
        assert not path.is_file() or KEY.encode() not in path.read_bytes()


def test_a_key_for_every_group_makes_its_prices_assumptions(with_keychain: Proofroom) -> None:
    with scripted(with_picture()) as gateway:
        where = ("--gateway", gateway.url)
        assert with_keychain("key", "set", "--every-group", *where, typed=KEY).code == 0
        assert "keychain (for every group)" in with_keychain("groups", *where).out
        made = with_keychain("generate", "a fox", "--group", "官KEY-正价", *where, "--json").object
        (entry,) = with_keychain("ledger", "--json").objects
        assert (entry["group"], entry["price_assumed"]) == ("官KEY-正价", True)
        shown = with_keychain("show", made["versions"][0]["version"]).out
        assert "if this key bills at that group" in shown
        assert with_keychain("key", "remove", "--every-group", *where).code == 0


def test_a_typed_key_is_not_echoed(with_keychain: Proofroom) -> None:
    seen, code = in_a_terminal(
        with_keychain,
        ["key", "set", "--gateway", "https://gateway.example"],
        {"Group of this key": GROUP, "Key (not shown)": KEY},
    )
    assert code == 0
    assert f"The key for {GROUP} at https://gateway.example is in the system's keychain." in seen
    assert KEY not in seen
    removed = with_keychain("key", "remove", "--group", GROUP, "--gateway", "https://gateway.example")
    assert removed.code == 0


def test_without_a_keychain_the_key_is_not_kept(proofroom: Proofroom) -> None:
    done = proofroom("key", "set", "--group", GROUP, typed=KEY)
    assert (done.code, done.out) == (1, "")
    assert "no keychain that keeps secrets" in done.err
    assert KEY not in done.err
    assert not list(proofroom.home.rglob("*key*"))


WRONG: dict[str, tuple[list[str], str, str]] = {
    "no group": ([], KEY, "--every-group"),
    "an unknown group": (["--group", "nobody"], KEY, GROUP),
    "a group and every group": (["--group", GROUP, "--every-group"], KEY, "either"),
    "the demo": (["--group", GROUP, "--gateway", "demo"], KEY, "needs no key"),
    "an address without https": (["--group", GROUP, "--gateway", "http://example.org"], KEY, "https"),
    "an empty key": (["--group", GROUP], "\n", "That is no key"),
    "a key with Chinese letters": (["--group", GROUP], "钥匙", "That is no key"),
    "a key without end": (["--group", GROUP], "x" * 5000, "That is no key"),
    "a key as an argument": (["--group", GROUP, KEY], "", "unexpected extra argument"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_way_to_store_a_key(with_keychain: Proofroom, wrong: str) -> None:
    options, typed, word = WRONG[wrong]
    done = with_keychain("key", "set", *options, typed=typed)
    assert (done.code, done.out) == (2, "")
    assert word in done.err


def test_the_environments_key_serves_any_group_and_is_not_passed_on(proofroom: Proofroom) -> None:
    keys = {one["key"] for one in proofroom.with_key()("groups", "--json").objects}
    assert keys == {"environment"}


@pytest.mark.parametrize("key", ["钥匙", "two\nlines"])
def test_an_environment_that_holds_no_key(proofroom: Proofroom, key: str) -> None:
    done = proofroom.with_key(key)("generate", "a fox", "--gateway", "http://127.0.0.1:9")
    assert (done.code, done.out) == (2, "")
    assert "PROOFROOM_API_KEY is no key" in done.err
    assert key not in done.err


def test_testing_says_what_is_wrong(proofroom: Proofroom) -> None:
    run = proofroom.with_key()
    with scripted(failing(401, "invalid token", "invalid_api_key"), html_answer("hello")) as gateway:
        refused = run("key", "test", "--gateway", gateway.url)
        garbled = run("key", "test", "--gateway", gateway.url)
    unreachable = run("key", "test", "--gateway", "http://127.0.0.1:9")
    without = proofroom("key", "test")
    assert [one.code for one in (refused, garbled, unreachable, without)] == [1, 1, 1, 3]
    assert "doesn't accept this key" in refused.err
    assert "could not be reached" in unreachable.err
    assert all("sk-for-this-run" not in one.out + one.err for one in (refused, garbled, unreachable))
