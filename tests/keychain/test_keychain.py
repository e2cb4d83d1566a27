"""Keys: which one is used for which group, and where they are kept."""

import json
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from studio.domain.keys import EVERY_GROUP, KeySource, Secret
from studio.keychain import Keychain
from tests.support.secret_service import SecretService, secret_service

GATEWAY = "https://bananarouter.com"
ROOT = Path(__file__).resolve().parents[2]


def in_a_program(code: str, environment: dict[str, str]) -> dict[str, object]:
    """Runs `code` as a program of its own, because keyring picks its backend once per process."""
    program = f"""
import json, sys
from studio.domain.keys import EVERY_GROUP, Secret
from studio.keychain import Keychain

keychain, gateway, told = Keychain(), {GATEWAY!r}, {{}}
def text(key): return key and [key.secret.reveal(), key.source, key.assumed]
{code}
print(json.dumps(told))
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.fixture(scope="module")
def keychain_of_the_system() -> Generator[SecretService]:
    with secret_service() as service:
        yield service


def test_a_key_stored_by_one_program_is_found_by_the_next(keychain_of_the_system: SecretService) -> None:
    environment = keychain_of_the_system.around()
    stored = in_a_program(
        'told["kept"] = keychain.store(gateway, "官KEY-3.5折", Secret("sk-own"))\n'
        'told["every"] = keychain.store(gateway, EVERY_GROUP, Secret("sk-every"))\n'
        'told["problem"] = keychain.problem() is None',
        environment,
    )
    found = in_a_program(
        'told["own"] = text(keychain.find(gateway + "/", "官KEY-3.5折"))\n'
        'told["other"] = text(keychain.find(gateway, "官KEY-正价"))\n'
        'told["elsewhere"] = text(keychain.find("https://api.bananarouter.com", "官KEY-3.5折"))\n'
        'told["all"] = {k: v and v.source for k, v in keychain.sources(gateway, ["官KEY-正价"]).items()}',
        environment,
    )
    assert stored == {"kept": "keychain", "every": "keychain", "problem": True}
    assert found["own"] == ["sk-own", "keychain", False]
    assert found["other"] == ["sk-every", "keychain", True]
    assert found["elsewhere"] is None
    assert found["all"] == {"官KEY-正价": "keychain"}


def test_a_removed_key_is_gone(keychain_of_the_system: SecretService) -> None:
    told = in_a_program(
        'keychain.store(gateway, "gone soon", Secret("sk-gone"))\n'
        'told["removed"] = keychain.remove(gateway, "gone soon")\n'
        'told["again"] = keychain.remove(gateway, "gone soon")\n'
        "keychain.remove(gateway, EVERY_GROUP)\n"
        'told["found"] = text(keychain.find(gateway, "gone soon"))',
        keychain_of_the_system.around(),
    )
    assert told == {"removed": True, "again": False, "found": None}


def test_the_keychain_that_dies_is_said_to_be_unavailable() -> None:
    with secret_service() as service:
        environment = service.around()
    told = in_a_program('told["kept"] = keychain.store(gateway, "g", Secret("sk"))', environment)
    assert told == {"kept": "session"}


REFUSED = (
    "keyring.backends.fail.Keyring",
    "keyring.backends.null.Keyring",
    "keyring.backends.chainer.ChainerBackend",
    "plain.PlaintextKeyring",
    "no_such_module.Keyring",
)
PLAIN = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9
    def get_password(self, service, username): return "sk-from-a-plain-file"
    def set_password(self, service, username, password): raise SystemExit("a key was written in plain text")
    def delete_password(self, service, username): raise SystemExit("asked to delete")
"""


@pytest.mark.parametrize("backend", REFUSED)
def test_without_a_keychain_that_keeps_secrets_a_key_lasts_for_the_session(
    backend: str, tmp_path: Path
) -> None:
    (tmp_path / "plain.py").write_text(PLAIN)
    told = in_a_program(
        f"sys.path.append({str(tmp_path)!r})\n"
        'told["before"] = text(keychain.find(gateway, "g"))\n'
        'told["kept"] = keychain.store(gateway, "g", Secret("sk-session"))\n'
        'told["found"] = text(keychain.find(gateway, "g"))\n'
        'told["said"] = bool(keychain.problem().reason)\n'
        'told["removed"] = keychain.remove(gateway, "g")\n'
        'told["after"] = text(keychain.find(gateway, "g"))',
        {"PATH": "", "HOME": str(tmp_path), "PYTHON_KEYRING_BACKEND": backend},
    )
    assert told == {
        "before": None,
        "kept": "session",
        "found": ["sk-session", "session", False],
        "said": True,
        "removed": True,
        "after": None,
    }
    assert all(b"sk-session" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


def test_the_environments_key_serves_any_group_before_the_keychain() -> None:
    keychain = Keychain(environment=Secret("sk-environment"))
    found = keychain.find(GATEWAY, "官KEY-3.5折")
    assert found is not None
    assert (found.secret.reveal(), found.source, found.assumed) == (
        "sk-environment",
        KeySource.ENVIRONMENT,
        True,
    )


def test_the_demo_needs_no_key() -> None:
    for keychain in (Keychain(), Keychain(environment=Secret("sk-environment"))):
        found = keychain.sources("demo", ["官KEY-3.5折"])["官KEY-3.5折"]
        assert found is not None
        assert (found.secret.reveal(), found.source) == ("demo-%E5%AE%98KEY-3.5%E6%8A%98", KeySource.DEMO)


def test_a_secret_never_shows_itself() -> None:
    secret = Secret("sk-very-secret")
    assert "very" not in repr(secret)
    assert "very" not in f"{secret} {secret!r} {[secret]} {Keychain(environment=secret)}"
    assert EVERY_GROUP == "*"
