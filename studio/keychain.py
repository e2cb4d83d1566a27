"""Keys in the system's keychain, one per gateway and group; keyring's errors become ours.

A key is never written to a file: where the system keeps no secrets it is held until the program ends.
"""

from __future__ import annotations

import contextlib
import importlib
from typing import TYPE_CHECKING, Protocol, cast
from urllib.parse import quote

from studio.domain.errors import KeychainUnavailable
from studio.domain.keys import EVERY_GROUP, KeySource, Secret, StoredKey
from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from keyring.backend import KeyringBackend

_SERVICE = "Proofroom"
# Whole modules of keyring and keyrings.alt that keep secrets where others can read them, or nowhere.
_REFUSED_MODULES = (
    "keyring.backends.fail",
    "keyring.backends.null",
    "keyrings.alt",
    "keyrings.cryptfile",
    "sagecipher",
)
_ERRORS_OF_BACKENDS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("win32ctypes.pywin32.pywintypes", "error"),
)


class _Keeps(Protocol):
    """The part of a keyring backend that is used; keyring's own types are incomplete."""

    def get_password(self, _service: str, _username: str, /) -> str | None: ...

    def set_password(self, _service: str, _username: str, _password: str, /) -> None: ...

    def delete_password(self, _service: str, _username: str, /) -> None: ...


class Keychain:
    """Finds, stores and removes keys. Its calls may block (the system may ask to unlock): use a thread.

    `environment` is the key given for this run alone: it serves any group and comes before all others.
    """

    def __init__(self, *, environment: Secret | None = None) -> None:
        self._environment = environment
        self._session: dict[tuple[str, str], Secret] = {}

    def find(self, gateway: str, group: str) -> StoredKey | None:
        """The key to use for this group at this gateway, None without one."""
        if gateway == DEMO_GATEWAY:
            return StoredKey(Secret(f"demo-{quote(group, safe='')}"), KeySource.DEMO)
        if self._environment is not None:
            return StoredKey(self._environment, KeySource.ENVIRONMENT, assumed=True)
        for name in (group, EVERY_GROUP):
            if found := self._stored(gateway, name):
                return found
        return None

    def sources(self, gateway: str, groups: Iterable[str]) -> dict[str, StoredKey | None]:
        """What `find` says for each of these groups, with as few questions to the keychain as can be."""
        if gateway == DEMO_GATEWAY or self._environment is not None:
            return {group: self.find(gateway, group) for group in groups}
        for_every_group = self._stored(gateway, EVERY_GROUP)
        return {group: self._stored(gateway, group) or for_every_group for group in groups}

    def store(self, gateway: str, group: str, secret: Secret) -> KeySource:
        """Keep a key for a group, or for EVERY_GROUP; tells whether the keychain or this session keeps it."""
        place = (_address(gateway), group)
        self._session.pop(place, None)
        try:
            with _refusals_as_ours():
                backend = _usable_backend()
                backend.set_password(_SERVICE, _username(*place), secret.reveal())
        except KeychainUnavailable:
            self._session[place] = secret
            return KeySource.SESSION
        return KeySource.KEYCHAIN

    def remove(self, gateway: str, group: str) -> bool:
        """Forget this group's own key; tells whether there was one. Raises KeychainUnavailable.

        It raises only where the keychain refuses, not where there is none: nothing can be left there then.
        """
        place = (_address(gateway), group)
        held = self._session.pop(place, None) is not None
        if self.problem():
            return held
        with _refusals_as_ours():
            backend = _usable_backend()
            if backend.get_password(_SERVICE, _username(*place)) is None:
                return held
            backend.delete_password(_SERVICE, _username(*place))
        return True

    def problem(self) -> KeychainUnavailable | None:
        """Why keys are kept for this session only; None where the keychain keeps them."""
        try:
            with _refusals_as_ours():
                _usable_backend()
        except KeychainUnavailable as error:
            return error
        return None

    def _stored(self, gateway: str, group: str) -> StoredKey | None:
        place, assumed = (_address(gateway), group), group == EVERY_GROUP
        if secret := self._session.get(place):
            return StoredKey(secret, KeySource.SESSION, assumed=assumed)
        # A keychain that can't be read holds no key that could be used: the same as none.
        with contextlib.suppress(KeychainUnavailable), _refusals_as_ours():
            if text := _usable_backend().get_password(_SERVICE, _username(*place)):
                return StoredKey(Secret(text), KeySource.KEYCHAIN, assumed=assumed)
        return None


def _address(gateway: str) -> str:
    return gateway.strip().rstrip("/")


def _username(gateway: str, group: str) -> str:
    """The entry's name. The address is quoted, so that no address and group can be taken for another pair."""
    return f"{quote(gateway, safe=':/')} {group}"


@contextlib.contextmanager
def _refusals_as_ours() -> Generator[None]:
    try:
        yield
    except _foreign_errors() as error:
        raise KeychainUnavailable(type(error).__name__) from error


def _foreign_errors() -> tuple[type[Exception], ...]:
    """What a keychain may raise: keyring's own, and what its backends let through from the system."""
    from keyring.errors import KeyringError

    found: list[type[Exception]] = [KeyringError, OSError, RuntimeError]
    for module, name in _ERRORS_OF_BACKENDS:
        with contextlib.suppress(ImportError):
            found.append(getattr(importlib.import_module(module), name))
    return tuple(found)


def _usable_backend() -> _Keeps:
    """The system's keychain; raises KeychainUnavailable for none, and for what keeps no secret."""
    import keyring

    try:
        backend = keyring.get_keyring()
    except (ImportError, AttributeError) as error:  # the person's own choice of a backend that isn't there
        raise KeychainUnavailable(type(error).__name__) from error
    for candidate in _candidates(backend):
        if not _is_refused(candidate):
            return cast(_Keeps, candidate)
    kind = type(backend)
    raise KeychainUnavailable(f"{kind.__module__}.{kind.__qualname__}")


def _candidates(backend: KeyringBackend) -> Iterable[KeyringBackend]:
    """The backend itself, or what a chain of backends would ask in turn."""
    from keyring.backends.chainer import ChainerBackend

    return backend.backends if isinstance(backend, ChainerBackend) else (backend,)


def _is_refused(backend: KeyringBackend) -> bool:
    names = [f"{kind.__module__}.{kind.__qualname__}" for kind in type(backend).__mro__]
    plain = any("plaintext" in name.lower() for name in names)
    return plain or any(name.startswith(_REFUSED_MODULES) for name in names)
