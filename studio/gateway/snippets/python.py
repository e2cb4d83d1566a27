"""A call as a program in Python, with httpx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.as_code import KEY_NAME
from studio.gateway.snippets.literals import Grammar, literal, quoted

if TYPE_CHECKING:
    from pathlib import Path

    from studio.gateway.snippets.call import Call


def python(call: Call) -> str:
    """The body is byte for byte what the program would send."""
    pictures = bool(call.pictures)
    grammar = Grammar(("None", "True", "False"), _picture)
    return f"""# pip install httpx
{_ENCODING if pictures else ""}import json
import os
from pathlib import Path

import httpx
{_READING if pictures else ""}
body = {literal(call.body, grammar)}
response = httpx.post(
    {quoted(call.url)},
    headers={{
        "Authorization": f"Bearer {{os.environ['{KEY_NAME}']}}",
        "Content-Type": "application/json",
    }},
    content=json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(),
    timeout=600,
)
Path("reply.json").write_bytes(response.content)
print(response.status_code, "reply.json")
"""


def _picture(path: Path) -> str:
    return f"picture({quoted(str(path))})"


_ENCODING = "import base64\n"
_READING = """

def picture(path):
    return base64.b64encode(Path(path).read_bytes()).decode()

"""
