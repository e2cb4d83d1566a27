"""One base64 string of a reply on its way into a sink: decoded piece by piece, never held."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import pybase64

if TYPE_CHECKING:
    from studio.domain.incoming import Sink

HEAD_BYTES: Final = 32

_STANDARD: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_TO_STANDARD: Final = bytes.maketrans(b"-_", b"+/")
_ESCAPE: Final = re.compile(rb"\\(?:u00(..)|(.))", re.DOTALL)
_NAMED_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t"}
# What JSON encoders write instead of a letter, a line end or a space; all of it is plain base64 underneath.
ESCAPED_LETTER: Final = rb"\\/|\\u00(?:2[bBdDfF]|5[fF])"
ESCAPED_FOLD: Final = rb"\\[rnt]|\\u000[aAdD9]"


class SplitError(ValueError):
    """The reply can't be taken apart: no JSON, garbage, or over a limit."""


class SplitTooLarge(SplitError):
    """A picture, or what is beside the pictures, is over its limit."""


class Flaw(StrEnum):
    """Why a blob can't be trusted although its string may have ended."""

    BAD_BASE64 = "bad_base64"


class Folding(StrEnum):
    """Which white space inside a base64 string is skipped rather than taken as its end."""

    NONE = "none"
    LINES = "lines"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Blob:
    """What is known of one blob.

    `key` is the JSON key of its string ("" for an array element). `mime` is what a data URL declared, else
    "". `size` counts decoded bytes handed to the sink, `head` is the first 32 of them. `closed` tells that
    the string came to its end; an open blob was cut off.
    """

    index: int
    key: str
    mime: str
    size: int
    head: bytes
    closed: bool
    flaw: Flaw | None


@dataclass(frozen=True, slots=True)
class _Alphabet:
    letters: re.Pattern[bytes]
    padding: re.Pattern[bytes]


def _alphabet(blank: bytes, escaped_blank: bytes) -> _Alphabet:
    escaped = b"|" + escaped_blank if escaped_blank else b""
    return _Alphabet(
        re.compile(b"(?:[A-Za-z0-9+/_" + blank + b"-]++|" + ESCAPED_LETTER + escaped + b")*+"),
        re.compile(b"(?:[=" + blank + rb"]++|\\u003[dD]" + escaped + b")*+"),
    )


_ALPHABETS: Final = {
    Folding.NONE: _alphabet(b"", b""),
    Folding.LINES: _alphabet(b"\r\n\t", ESCAPED_FOLD),
    Folding.ALL: _alphabet(b" \r\n\t", rb"\\u0020|" + ESCAPED_FOLD),
}


def _span(pattern: re.Pattern[bytes], chunk: bytes, start: int) -> int:
    found = pattern.match(chunk, start)
    return found.end() if found else start


def unescape(raw: bytes) -> bytes:
    """Undoes the escapes that ASCII text may carry in a JSON string."""

    def plain(found: re.Match[bytes]) -> bytes:
        if code := found[1]:
            return bytes.fromhex(code.decode("ascii"))
        return _NAMED_ESCAPES.get(found[2], found[2])

    return _ESCAPE.sub(plain, raw.replace(b"\\/", b"/")) if b"\\" in raw else raw


class BlobStream:
    """Decodes one string into its sink; the result doesn't depend on how the string is cut into pieces."""

    def __init__(
        self, sink: Sink, *, index: int, key: str, mime: str, folding: Folding, max_bytes: int
    ) -> None:
        self._sink = sink
        self._index = index
        self._key = key
        self._mime = mime
        self._alphabet = _ALPHABETS[folding]
        self._max_bytes = max_bytes
        self._carry = b""
        self._padded = False
        self._size = 0
        self._head = b""
        self._closed = False
        self._sink_open = True
        self._flaw: Flaw | None = None

    @property
    def blob(self) -> Blob:
        return Blob(self._index, self._key, self._mime, self._size, self._head, self._closed, self._flaw)

    def take_plain(self, part: bytes) -> bool:
        """The fast path: takes `part` whole when it is nothing but letters of the standard alphabet.

        False leaves everything as it was; then `take` has to look closer.
        """
        text = self._carry + part if self._carry else part
        whole = len(text) & ~3
        rest = text[whole:]
        if self._padded or rest.translate(None, _STANDARD) or text[whole - 1 : whole] == b"=":
            return False
        try:
            data = pybase64.b64decode(text[:whole], validate=True)
        except binascii.Error:
            return False
        self._carry = rest
        self._write(data)
        return True

    def take(self, chunk: bytes, start: int) -> int:
        """Takes what belongs to the string from `start` on; the position of the first byte that doesn't."""
        end = start
        if not self._padded:
            end = _span(self._alphabet.letters, chunk, start)
            letters = unescape(chunk[start:end]).translate(_TO_STANDARD, b" \r\n\t")
            text = self._carry + letters
            whole = len(text) & ~3
            self._carry = text[whole:]
            self._write(pybase64.b64decode(text[:whole], validate=True))
        after = _span(self._alphabet.padding, chunk, end)
        self._padded = self._padded or after > end
        return after

    def end(self) -> None:
        """The string is over: decodes what is left, padded or not."""
        if self._flaw is None:
            if len(self._carry) == 1:
                self._flaw = Flaw.BAD_BASE64
            elif self._carry:
                self._write(pybase64.b64decode(self._carry + b"=" * (4 - len(self._carry)), validate=True))
        self._carry = b""
        self._closed = True
        self.release()

    def spoil(self) -> None:
        """The string holds something that isn't base64; nothing more is decoded."""
        self._flaw = Flaw.BAD_BASE64

    def release(self) -> None:
        """Closes the sink, once; what stands in it stays."""
        if self._sink_open:
            self._sink_open = False
            self._sink.close()

    def _write(self, data: bytes) -> None:
        if not data:
            return
        if self._size + len(data) > self._max_bytes:
            raise SplitTooLarge(f"a picture larger than {self._max_bytes} bytes")
        if len(self._head) < HEAD_BYTES:
            self._head = (self._head + data[:HEAD_BYTES])[:HEAD_BYTES]
        self._size += len(data)
        self._sink.write(data)
