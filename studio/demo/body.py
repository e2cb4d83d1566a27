"""Reads a request body piece by piece: its long strings (pictures in base64) apart from its JSON skeleton.

A parent picture of 20 MB makes a body of 27 MB, and reading that with a JSON library holds the interpreter
lock for some 30 ms.
"""

from collections.abc import Iterable

import pybase64

LONG = 16_384


class BodyReader:
    """Feed it the pieces in order; any cut between them gives the same result."""

    def __init__(self) -> None:
        self.size = 0
        self._skeleton: list[bytes] = []
        self._long: list[tuple[bytes, ...]] = []
        self._string: list[bytes] = []
        self._inside = False
        self._escaped = False

    def feed(self, piece: bytes) -> None:
        self.size += len(piece)
        at = 0
        while at < len(piece):
            at = self._in_string(piece, at) if self._inside else self._between(piece, at)

    def skeleton(self) -> bytes:
        """The JSON text, each long string replaced by a short name that `text_of` knows."""
        return b"".join((*self._skeleton, *self._string))

    def text_of(self, name: str) -> tuple[bytes, ...]:
        """The string behind a string of the skeleton, in pieces."""
        if name.startswith("\0") and name[1:].isdecimal() and int(name[1:]) < len(self._long):
            return self._long[int(name[1:])]
        return (name.encode("utf-8", "surrogatepass"),)

    def _between(self, piece: bytes, at: int) -> int:
        quote = piece.find(b'"', at)
        end = len(piece) if quote < 0 else quote + 1
        self._skeleton.append(piece[at:end])
        self._inside = quote >= 0
        return end

    def _in_string(self, piece: bytes, at: int) -> int:
        if self._escaped:
            self._string.append(piece[at : at + 1])
            self._escaped = False
            return at + 1
        quote = piece.find(b'"', at)
        end = len(piece) if quote < 0 else quote
        slash = piece.find(b"\\", at, end)
        if slash >= 0:
            self._string.append(piece[at : slash + 1])
            self._escaped = True
            return slash + 1
        self._string.append(piece[at:end])
        if quote >= 0:
            self._close()
        return end + 1

    def _close(self) -> None:
        if sum(map(len, self._string)) > LONG:
            self._skeleton.append(b"\\u0000%d" % len(self._long))
            self._long.append(tuple(self._string))
        else:
            self._skeleton += self._string
        self._skeleton.append(b'"')
        self._string = []
        self._inside = False


def decoded(text: Iterable[bytes]) -> bytes:
    """Base64 in pieces, standard or URL-safe letters, decoded piece by piece; ValueError when it is none."""
    found: list[bytes] = []
    left = b""
    for piece in text:
        whole = left + piece
        end = len(whole) // 4 * 4
        left = whole[end:]
        found.append(_decoded(whole[:end]))
    found.append(_decoded(left))
    if any(len(piece) % 3 for piece in [piece for piece in found if piece][:-1]):
        raise ValueError("padding in the middle")
    return b"".join(found)


def _decoded(piece: bytes) -> bytes:
    if b"-" in piece or b"_" in piece:
        piece = piece.translate(bytes.maketrans(b"-_", b"+/"))
    return pybase64.b64decode(piece, validate=True)
