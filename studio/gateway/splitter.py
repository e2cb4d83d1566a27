"""Takes a JSON reply apart while it streams in: pictures into sinks, a small JSON skeleton for the rest.

Two kinds of strings leave the skeleton: the base64 value of a key that carries pictures, and
`data:image/…;base64,…` anywhere inside any other string, such as a markdown picture in a text. A marker takes
their place. What is held in memory is one chunk and the skeleton, whatever the size of the pictures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studio.gateway.blob import (
    ESCAPED_FOLD,
    ESCAPED_LETTER,
    Blob,
    BlobStream,
    Folding,
    SplitTooLarge,
    unescape,
)
from studio.gateway.skeleton import Split, SplitCut, marker, read_skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.incoming import Sink

MAX_SKELETON: Final = 8 << 20
MAX_BLOB: Final = 192 << 20

_PICTURE_KEYS: Final = frozenset(
    {b"data", b"b64_json", b"bytesBase64Encoded", b"image", b"url", b"image_base64", b"base64"}
)
_SIGNATURE_KEYS: Final = frozenset({b"thoughtSignature", b"thought_signature"})
_LONGEST_KEY: Final = 64

# No PNG, JPEG or WebP fits into fewer base64 letters, but words and numbers do.
_FEWEST_LETTERS: Final = 32
_MIME: Final = rb"((?:[\w.+;=-]|\\?/|\\u003[dD]){0,60}?)"
_PICTURE_VALUE: Final = re.compile(
    rb"(?:\s|" + ESCAPED_FOLD + rb"){0,16}+"
    rb"(?:data:" + _MIME + rb";base64,)?"
    rb"(?=(?:[\w+/\r\n\t-]|" + ESCAPED_LETTER + rb"|" + ESCAPED_FOLD + rb"){%d})" % _FEWEST_LETTERS
)
_PICTURE_IN_TEXT: Final = re.compile(
    rb"data:(?=image\\?/)" + _MIME + rb";base64,"
    rb"(?=(?:[\w+/-]|" + ESCAPED_LETTER + rb"){%d})" % _FEWEST_LETTERS
)
# No match of the two patterns spans more bytes than this.
_WINDOW: Final = 1024
_HALF_ESCAPE: Final = re.compile(rb"\\(?:u[0-9a-fA-F]{0,3})?\Z")

_QUOTE: Final = 0x22
_BACKSLASH: Final = 0x5C


class Splitter:
    """Feed it the body in chunks of any size, then `finish`.

    `open_sink` gets the index of the blob, counted from 0 in the order of the reply. `token` is letters and
    digits that the sender of the reply can't know. Errors of a sink pass through.
    """

    def __init__(
        self,
        open_sink: Callable[[int], Sink],
        *,
        token: str,
        max_skeleton: int = MAX_SKELETON,
        max_blob: int = MAX_BLOB,
    ) -> None:
        if not (token.isascii() and token.isalnum()):
            raise ValueError("a token is ASCII letters and digits")
        self._open_sink = open_sink
        self._token = token
        self._max_skeleton = max_skeleton
        self._max_blob = max_blob
        self._skeleton = bytearray()
        self._streams: list[BlobStream] = []
        self._chunk = b""
        self._at = 0
        self._held = b""
        self._step: Callable[[], None] = self._outside
        # Of the JSON between strings: its last byte that isn't white space.
        self._last_mark = 0
        self._last_string = b""
        # Of the current string: its key, where it begins in the skeleton, what of it may still be a picture.
        self._key = b""
        self._start = 0
        self._searched_from = 0
        self._may_be_picture = False
        self._escaped = False
        self._whole_value = False

    @property
    def blobs(self) -> tuple[Blob, ...]:
        """What has come so far, the open one last."""
        return tuple(stream.blob for stream in self._streams)

    @property
    def skeleton(self) -> bytes:
        """What has come so far outside the blobs, with a marker for each: no JSON before the end."""
        return bytes(self._skeleton)

    def feed(self, chunk: bytes) -> None:
        """Raises SplitTooLarge when a limit is passed."""
        self._chunk = self._held + chunk if self._held else chunk
        self._held = b""
        self._at = 0
        while self._at < len(self._chunk):
            self._step()
        self._chunk = b""
        if len(self._skeleton) > self._max_skeleton:
            raise SplitTooLarge(f"more than {self._max_skeleton} bytes outside the pictures")

    def finish(self) -> Split:
        """The reply has ended. Raises SplitCut when it had no end yet, else SplitError when it is no JSON."""
        self.close()
        if self._step != self._outside or self._held:
            raise SplitCut(self.blobs, self.skeleton)
        return read_skeleton(self.skeleton, self.blobs, self._token)

    def close(self) -> None:
        """Closes a sink that is still open; nothing more can be fed. May be called more than once."""
        for stream in self._streams:
            stream.release()

    def _outside(self) -> None:
        quote = self._chunk.find(b'"', self._at)
        end = len(self._chunk) if quote < 0 else quote
        between = self._chunk[self._at : end]
        self._skeleton += between
        self._at = end
        if marks := between.rstrip(b" \t\r\n"):
            self._last_mark = marks[-1]
        if quote >= 0:
            self._open_string()

    def _open_string(self) -> None:
        self._key = self._last_string if self._last_mark == ord(":") else b""
        self._skeleton += b'"'
        self._at += 1
        self._start = self._searched_from = len(self._skeleton)
        self._may_be_picture = self._key in _PICTURE_KEYS
        self._escaped = False
        self._step = self._inside

    def _close_string(self) -> None:
        kept = len(self._skeleton) - self._start
        self._last_string = bytes(self._skeleton[self._start :]) if kept <= _LONGEST_KEY else b""
        self._skeleton += b'"'
        self._at += 1
        self._last_mark = _QUOTE
        self._step = self._outside

    def _inside(self) -> None:
        """Within a string that stays in the skeleton, unless a picture begins in it."""
        quote = self._closing_quote()
        end = len(self._chunk) if quote < 0 else quote
        before = len(self._skeleton)
        self._skeleton += self._chunk[self._at : end]
        self._at = end
        if self._key not in _SIGNATURE_KEYS and self._found_picture(before):
            return
        if quote >= 0:
            self._close_string()

    def _closing_quote(self) -> int:
        """Where the current string ends in the chunk, or -1; keeps whether the next chunk begins escaped."""
        begin = self._at + self._escaped
        quote = self._chunk.find(b'"', begin)
        while quote >= 0 and self._backslashes_before(quote, begin) % 2:
            quote = self._chunk.find(b'"', quote + 1)
        self._escaped = quote < 0 and self._backslashes_before(len(self._chunk), begin) % 2 == 1
        return quote

    def _backslashes_before(self, end: int, begin: int) -> int:
        start = end
        while start > begin and self._chunk[start - 1] == _BACKSLASH:
            start -= 1
        return end - start

    def _found_picture(self, before: int) -> bool:
        """Looks at what came to the skeleton after `before`; a picture there begins its own stream."""
        if self._may_be_picture:
            window_end = self._start + _WINDOW
            if found := _PICTURE_VALUE.match(self._skeleton, self._start, window_end):
                self._divert(found, Folding.ALL)
                return True
            self._may_be_picture = len(self._skeleton) < window_end
        origin = max(self._searched_from, before - _WINDOW)
        if found := _PICTURE_IN_TEXT.search(self._skeleton, origin):
            bracketed = self._skeleton[found.start() - 1] == ord("(")
            self._divert(found, Folding.LINES if bracketed else Folding.NONE)
            return True
        return False

    def _divert(self, found: re.Match[bytes], folding: Folding) -> None:
        """Takes the base64 behind `found` back out of the skeleton and into a new stream."""
        index = len(self._streams)
        declared = unescape(found[1] or b"").split(b";")[0].decode("ascii")
        begun = bytes(self._skeleton[found.end() :])
        self._chunk = begun + self._chunk[self._at :]
        self._at = 0
        del self._skeleton[found.start() :]
        self._skeleton += marker(self._token, index).encode()
        self._searched_from = len(self._skeleton)
        self._whole_value = folding is Folding.ALL
        self._streams.append(
            BlobStream(
                self._open_sink(index),
                index=index,
                key=self._key.decode("utf-8", "replace"),
                mime=declared.lower(),
                folding=folding,
                max_bytes=self._max_blob,
            )
        )
        self._step = self._diverted

    def _diverted(self) -> None:
        stream = self._streams[-1]
        chunk = self._chunk
        quote = chunk.find(b'"', self._at)
        end = len(chunk) if quote < 0 else quote
        if chunk.find(b"\\", self._at, end) < 0 and stream.take_plain(chunk[self._at : end]):
            self._at = end
        else:
            self._at = stream.take(chunk, self._at)
        if self._at == len(chunk):
            return
        if chunk[self._at] == _QUOTE:
            stream.end()
            self._close_string()
        elif _HALF_ESCAPE.match(chunk, self._at):
            self._held = chunk[self._at :]
            self._at = len(chunk)
        else:
            self._leave(stream)

    def _leave(self, stream: BlobStream) -> None:
        """At something that isn't base64: a picture in a text ends there, a picture's own value is spoilt."""
        self._escaped = False
        if self._whole_value:
            stream.spoil()
            self._step = self._spoilt
            return
        stream.end()
        self._may_be_picture = False
        self._step = self._inside

    def _spoilt(self) -> None:
        quote = self._closing_quote()
        if quote < 0:
            self._at = len(self._chunk)
            return
        self._at = quote
        self._streams[-1].end()
        self._close_string()
