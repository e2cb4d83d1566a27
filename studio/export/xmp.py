"""XMP packets: what other programs read of a picture's title, description and origin.

Sources: XMP specification part 1 (ISO 16684-1) and part 3; IPTC Photo Metadata Standard 2025.1, whose
`DigitalSourceType` takes addresses of cv.iptc.org/newscodes/digitalsourcetype.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree  # noqa: ICN001 - its own name says what it is

TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""Made by a model alone."""

COMPOSITE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
"""Put together of what a model made and something else."""

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_END = '\n<?xpacket end="r"?>'
# What XML 1.0 has no place for.
_NO_LETTERS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Described:
    """What a packet says; what is empty is left out. `source` is one of the addresses above."""

    description: str = ""
    title: str = ""
    credit: str = ""
    source: str = ""
    model: str = ""
    prompt: str = ""
    tool: str = ""
    created: datetime | None = None


def packet(said: Described) -> bytes:
    """A read-only packet in UTF-8; empty where nothing is said."""
    created = said.created.isoformat(timespec="seconds") if said.created else ""
    simple = {
        "xmp:CreatorTool": said.tool,
        "xmp:CreateDate": created,
        "photoshop:Credit": said.credit,
        "Iptc4xmpExt:DigitalSourceType": said.source,
        "Iptc4xmpExt:AISystemUsed": said.model,
        "Iptc4xmpExt:AIPromptInformation": said.prompt,
    }
    spoken = {"dc:title": said.title, "dc:description": said.description}
    if not any((*simple.values(), *spoken.values())):
        return b""
    # Prefixes stand as part of the names: many a reader looks for "dc:description" as it is written.
    root = ElementTree.Element("x:xmpmeta", {"xmlns:x": "adobe:ns:meta/"})
    rdf = ElementTree.SubElement(root, "rdf:RDF", {f"xmlns:{name}": uri for name, uri in _NAMESPACES.items()})
    about = ElementTree.SubElement(rdf, "rdf:Description", {"rdf:about": ""})
    for name, text in spoken.items():
        if text:
            alternatives = ElementTree.SubElement(ElementTree.SubElement(about, name), "rdf:Alt")
            ElementTree.SubElement(alternatives, "rdf:li", {"xml:lang": "x-default"}).text = _clean(text)
    for name, text in simple.items():
        if text:
            ElementTree.SubElement(about, name).text = _clean(text)
    return f"{_HEAD}{ElementTree.tostring(root, encoding='unicode')}{_END}".encode()


def _clean(text: str) -> str:
    return _NO_LETTERS.sub("", text)
