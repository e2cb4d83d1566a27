"""Thought signatures: what the model gives with a part, and wants back with it, unchanged (wire.md 4.3)."""

import hashlib

import pybase64

from studio.demo.body import decoded

_OWN = b"of the demo gateway"
_SALT_BYTES = 12
_SEAL_BYTES = 180
"""Together as long as a short real one."""


def sign(content: bytes, of: str) -> str:
    """For a part that holds this, in the answer of this id: no two answers give the same."""
    salt = hashlib.sha256(of.encode()).digest()[:_SALT_BYTES]
    return pybase64.b64encode_as_string(salt + _seal(salt, content))


def is_signed(content: bytes, signature: str) -> bool:
    """Whether a demo gateway gave this signature, now or long ago, for exactly this."""
    try:
        whole = decoded((signature.encode(),))
    except ValueError:
        return False
    return whole[_SALT_BYTES:] == _seal(whole[:_SALT_BYTES], content)


def _seal(salt: bytes, content: bytes) -> bytes:
    print_of = hashlib.shake_256(_OWN + salt)
    print_of.update(content)
    return print_of.digest(_SEAL_BYTES)
