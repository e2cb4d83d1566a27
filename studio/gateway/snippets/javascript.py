"""A call as a module in JavaScript, for Node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.as_code import KEY_NAME
from studio.gateway.snippets.literals import Grammar, literal, quoted

if TYPE_CHECKING:
    from pathlib import Path

    from studio.gateway.snippets.call import Call


def javascript(call: Call) -> str:
    """With nothing but what Node brings."""
    pictures = bool(call.pictures)
    grammar = Grammar(("null", "true", "false"), _picture, key=_key, indent="  ")
    return f"""// Node 18 or later: save it as call.mjs, run it with node call.mjs
import {{ {"readFile, " if pictures else ""}writeFile }} from "node:fs/promises";
{_READING if pictures else ""}
const body = {literal(call.body, grammar)};
const response = await fetch({quoted(call.url)}, {{
  method: "POST",
  headers: {{
    Authorization: `Bearer ${{process.env.{KEY_NAME}}}`,
    "Content-Type": "application/json",
  }},
  body: JSON.stringify(body),
  redirect: "error",
}});
await writeFile("reply.json", new Uint8Array(await response.arrayBuffer()));
console.log(response.status, "reply.json");
"""


def _picture(path: Path) -> str:
    return f"await picture({quoted(str(path))})"


def _key(name: str) -> str:
    """Written plainly, this one name would not make a member."""
    return f"[{quoted(name)}]" if name == "__proto__" else quoted(name)


_READING = """
const picture = async (path) => (await readFile(path)).toString("base64");
"""
