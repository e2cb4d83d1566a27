"""What a client sends to the demo gateway, and what it finds in the answer."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import httpx
from PIL import Image

MODEL = "gemini-3.1-flash-image-preview"


def inline(picture: Image.Image, form: str = "PNG") -> dict[str, Any]:
    """A part with this picture."""
    out = BytesIO()
    picture.save(out, form)
    return inline_bytes(out.getvalue(), f"image/{form.lower()}")


def inline_bytes(data: bytes, mime: str) -> dict[str, Any]:
    return {"inlineData": {"mimeType": mime, "data": b64encode(data).decode()}}


def body(prompt: str, *parts: dict[str, Any], **config: Any) -> dict[str, Any]:
    """A request of one turn; `config` goes into generationConfig."""
    texts = [{"text": prompt}] if prompt else []
    return {
        "contents": [{"role": "user", "parts": [*parts, *texts]}],
        "generationConfig": {"responseModalities": ["TEXT", "IMAGE"], **config},
    }


def sized(prompt: str, *parts: dict[str, Any], aspect: str = "1:1", size: str = "512") -> dict[str, Any]:
    return body(prompt, *parts, imageConfig={"aspectRatio": aspect, "imageSize": size})


@dataclass(frozen=True, slots=True)
class Client:
    """A client of one gateway, with one key."""

    http: httpx.AsyncClient
    url: str
    key: str = "any-key"

    async def generate(self, request: dict[str, Any], *, model: str = MODEL) -> httpx.Response:
        return await self.http.post(
            f"{self.url}/v1beta/models/{model}:generateContent",
            json=request,
            headers={"Authorization": f"Bearer {self.key}"},
        )

    async def pictures(self, request: dict[str, Any]) -> list[Image.Image]:
        """The decoded pictures of a call that must succeed."""
        reply = await self.generate(request)
        assert reply.status_code == 200, reply.text
        return [decoded(part) for part in parts_of(reply.json()) if "inlineData" in part]

    async def picture(self, request: dict[str, Any]) -> Image.Image:
        return (await self.pictures(request))[-1]


def parts_of(reply: dict[str, Any]) -> list[dict[str, Any]]:
    return reply["candidates"][0]["content"]["parts"]


def decoded(part: dict[str, Any]) -> Image.Image:
    """The picture of a part, whose bytes must be what its label says."""
    picture = Image.open(BytesIO(b64decode(part["inlineData"]["data"], validate=True)))
    assert picture.get_format_mimetype() == part["inlineData"]["mimeType"]
    picture.load()
    return picture
