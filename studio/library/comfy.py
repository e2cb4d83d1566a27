"""The prompt in ComfyUI's graphs: nodes that name each other, of which some hold text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, cast

import msgspec

Json: TypeAlias = object
Nodes: TypeAlias = Mapping[str, Mapping[str, Json]]

_MOST_NODES = 5000
_MOST_STEPS = 64
_TEXTS = ("text", "text_g", "text_l", "t5xxl", "clip_l", "prompt", "string", "value", "positive_prompt")
_POSITIVE = ("positive", "guider", "conditioning", "cond", "positive_conditioning")


def prompt_in_graph(prompt: str, workflow: str) -> str:
    """What the sampler is told to draw; where that can't be followed, the text of every text node.

    `prompt` is the graph as it was run, `workflow` as it stood in the editor. Anything else gives "".
    """
    return _prompt_of_nodes(_nodes(prompt)) or _prompt_of_workflow(_parsed(workflow))


def _parsed(text: str) -> Json:
    try:
        # NaN stands in some graphs, which is no JSON.
        return msgspec.json.decode(text.replace("NaN", "null"))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def _nodes(text: str) -> Nodes:
    graph = _mapping(_parsed(text))
    if len(graph) > _MOST_NODES:
        return {}
    return {key: _mapping(node) for key, node in graph.items()}


def _mapping(value: Json) -> Mapping[str, Json]:
    return cast("Mapping[str, Json]", value) if isinstance(value, dict) else {}


def _listed(value: Json) -> list[Json]:
    return cast("list[Json]", value) if isinstance(value, list) else []


def _inputs(node: Mapping[str, Json]) -> Mapping[str, Json]:
    return _mapping(node.get("inputs"))


def _prompt_of_nodes(nodes: Nodes) -> str:
    wanted = _joined(_followed(nodes, "positive", _POSITIVE))
    if wanted:
        return wanted
    unwanted = set(_followed(nodes, "negative", ("negative",)))
    encoders = (node for node in nodes.values() if "textencode" in str(node.get("class_type")).lower())
    texts = (text for node in encoders for text in _own_texts(node))
    return _joined(text for text in texts if text not in unwanted)


def _followed(nodes: Nodes, first: str, further: tuple[str, ...]) -> Iterator[str]:
    """The texts that are reached from inputs of this name."""
    for node in nodes.values():
        yield from _reached(nodes, _inputs(node).get(first), further)


def _reached(nodes: Nodes, link: Json, further: tuple[str, ...]) -> Iterator[str]:
    waiting, seen = [link], set[str]()
    while waiting and len(seen) < _MOST_STEPS:
        named = _listed(waiting.pop())
        key = str(named[0]) if named else ""
        node = nodes.get(key)
        if node is None or key in seen:
            continue
        seen.add(key)
        yield from _own_texts(node)
        inputs = _inputs(node)
        names = (*_TEXTS, *further, *(name for name in inputs if name.startswith("conditioning")))
        waiting += [inputs[name] for name in names if isinstance(inputs.get(name), list)]


def _own_texts(node: Mapping[str, Json]) -> Iterator[str]:
    inputs = _inputs(node)
    for name in _TEXTS:
        text = inputs.get(name)
        if isinstance(text, str) and text.strip():
            yield text.strip()


def _prompt_of_workflow(workflow: Json) -> str:
    """Texts stand first among a node's widgets; a negative one can only be told by its title."""
    texts: list[str] = []
    for node in map(_mapping, _listed(_mapping(workflow).get("nodes"))[:_MOST_NODES]):
        encodes = "textencode" in str(node.get("type")).lower()
        if encodes and "negative" not in str(node.get("title")).lower():
            widgets = _listed(node.get("widgets_values"))
            if widgets and isinstance(widgets[0], str):
                texts.append(widgets[0].strip())
    # Without titles the first one is the positive one: editors make them in this order.
    return next((text for text in texts if text), "")


def _joined(texts: Iterator[str]) -> str:
    return "\n".join(dict.fromkeys(texts))
