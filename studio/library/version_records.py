"""The SQL of versions and of the search over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.errors import UnknownVersion
from studio.domain.judgement import UNMARKED, BranchMark, Flag, Judgement, Label
from studio.domain.listing import pack_look
from studio.domain.money import Money
from studio.domain.version import Version
from studio.library import codec
from studio.library.search import spaced

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# Its own columns and what other tables know of it. Tags come in no order.
_WHOLE = """
SELECT versions.*,
    (SELECT json_group_array(tags.name) FROM version_tags JOIN tags ON tags.id = version_tags.tag
     WHERE version_tags.version = versions.sequence) AS tags,
    (SELECT count(*) FROM versions AS child WHERE child.parent = versions.id AND child.purged = 0) AS children
FROM versions
"""

_OF_IDS = f"{_WHOLE} WHERE id IN (SELECT value FROM json_each(?)) AND purged = 0"  # noqa: S608 - our own names

_TREE = f"""
WITH RECURSIVE above (id, parent) AS (
    SELECT id, parent FROM versions WHERE id = ?
    UNION SELECT versions.id, versions.parent FROM versions JOIN above ON versions.id = above.parent
), below (id) AS (
    SELECT id FROM above
    WHERE parent IS NULL OR NOT EXISTS (SELECT 1 FROM versions WHERE versions.id = above.parent)
    UNION SELECT versions.id FROM versions JOIN below ON versions.parent = below.id
)
{_WHOLE} WHERE id IN (SELECT id FROM below) ORDER BY sequence
"""  # noqa: S608 - our own names

_SERIES = """
UPDATE versions SET series = coalesce((
    SELECT sibling.series FROM jobs AS own
    JOIN jobs ON jobs.order_id = own.order_id JOIN versions AS sibling ON sibling.job = jobs.id
    WHERE own.id = :job AND sibling.sequence <> :sequence LIMIT 1
), sequence) WHERE sequence = :sequence
"""


def read_version(row: sqlite3.Row) -> Version:
    """From a row that `_WHOLE` gives."""
    return Version(
        id=row["id"],
        number=row["number"],
        project=row["project"],
        path=row["path"],
        sha256=row["sha256"],
        size=row["size"],
        mime=row["mime"],
        width=row["width"],
        height=row["height"],
        created=codec.from_micros(row["created"]),
        recipe=codec.decode_recipe(row["recipe"]),
        model=row["model"],
        gateway=row["gateway"],
        group=row["group_name"],
        price=Money.from_fen(row["price"]),
        price_assumed=bool(row["price_assumed"]),
        charge=Charge(row["charge"]),
        job=row["job"],
        attempt=row["attempt"],
        request_id=row["request_id"],
        seconds=row["seconds"],
        words=row["words"],
        arrived_after_cancel=bool(row["arrived_after_cancel"]),
        palette=codec.decode_names(row["palette"]),
        judgement=read_judgement(row),
        trashed=codec.maybe_time(row["trashed"]),
        children=row["children"],
        series=row["series"],
        purged=bool(row["purged"]),
        branch=read_mark(row),
    )


def read_judgement(row: sqlite3.Row) -> Judgement:
    """From a row with `rating`, `flag`, `label` and `tags`, names as JSON."""
    tags = codec.decode_names(row["tags"])
    return Judgement(
        rating=row["rating"],
        flag=Flag(row["flag"]),
        label=Label(row["label"]),
        tags=tuple(sorted(tags, key=str.casefold)) if tags else (),
    )


def read_mark(row: sqlite3.Row) -> BranchMark:
    """From a row with `branch_name`, `branch_hidden` and `branch_archived`."""
    if not (row["branch_name"] or row["branch_hidden"] or row["branch_archived"]):
        return UNMARKED
    return BranchMark(row["branch_name"], bool(row["branch_hidden"]), bool(row["branch_archived"]))


def insert_version(connection: sqlite3.Connection, version: Version, *, drafts: tuple[str, ...]) -> None:
    """Write a version, as unjudged, and what it is found by; raises sqlite3.IntegrityError when its attempt
    has one.
    """
    recipe = version.recipe
    values: dict[str, str | int | float | None] = {
        "id": version.id,
        "number": version.number,
        "project": version.project,
        "path": version.path,
        "sha256": version.sha256,
        "size": version.size,
        "mime": version.mime,
        "width": version.width,
        "height": version.height,
        "created": codec.to_micros(version.created),
        "recipe": codec.encode_recipe(recipe),
        "parent": recipe.parent,
        "model": version.model,
        "gateway": version.gateway,
        "group_name": version.group,
        "price": version.price.fen,
        "price_assumed": version.price_assumed,
        "charge": version.charge.value,
        "job": version.job,
        "attempt": version.attempt,
        "request_id": version.request_id,
        "seconds": version.seconds,
        "words": version.words,
        "arrived_after_cancel": version.arrived_after_cancel,
        "palette": codec.encode_names(version.palette),
        "drafts": codec.encode_names(drafts),
        "look": pack_look(version.palette[0] if version.palette else "", version.width, version.height),
        "resolution": recipe.resolution.value,
        "aspect": recipe.aspect.value if recipe.aspect else "",
        "reference_count": len(recipe.references),
        "mismatch": version.matches_size is False,
        "purged": version.purged,
    }
    sequence = connection.execute(
        f"INSERT INTO versions ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608 - our own names
        tuple(values.values()),
    ).lastrowid
    connection.execute(_SERIES, {"sequence": sequence, "job": version.job})
    connection.execute(
        "INSERT INTO texts (rowid, prompt, words, name) VALUES (?, ?, ?, ?)",
        (sequence, spaced(recipe.prompt), spaced(version.words), version.id),
    )


def remove_all_versions(connection: sqlite3.Connection) -> None:
    """Forget every version and the words of their prompts, to write them anew from the files."""
    connection.execute("DELETE FROM versions")
    connection.execute("INSERT INTO texts (texts) VALUES ('delete-all')")
    connection.execute("DELETE FROM colours")
    connection.execute("DELETE FROM version_tags")


def versions_of(connection: sqlite3.Connection, ids: Sequence[str]) -> tuple[Version, ...]:
    """These versions in this order, in the trash or not; what isn't there (any more) is left out."""
    rows = connection.execute(_OF_IDS, (codec.encode_names(ids),))
    found = {row["id"]: read_version(row) for row in rows}
    return tuple(found[version_id] for version_id in ids if version_id in found)


def versions_with_drafts(connection: sqlite3.Connection) -> list[tuple[Version, tuple[str, ...]]]:
    """Every version with the paths of its drafts, in the order of writing; trash and purged too."""
    rows = connection.execute(f"{_WHOLE} ORDER BY sequence")
    return [(read_version(row), codec.decode_names(row["drafts"])) for row in rows]


def count_all(connection: sqlite3.Connection) -> int:
    """How many versions there are, in the trash or not."""
    return int(connection.execute("SELECT count(*) FROM versions WHERE purged = 0").fetchone()[0])


def version(connection: sqlite3.Connection, id_or_prefix: str) -> Version:
    """By id, or by the beginning of exactly one; raises UnknownVersion."""
    exact = connection.execute(f"{_WHOLE} WHERE id = ?", (id_or_prefix,)).fetchall()
    rows = (
        exact
        or connection.execute(
            f"{_WHOLE} WHERE id > ?1 AND id < ?1 || char(1114111) AND ?1 <> '' LIMIT 2",
            (id_or_prefix,),
        ).fetchall()
    )
    if len(rows) != 1:
        raise UnknownVersion(id_or_prefix)
    return read_version(rows[0])


def tree(connection: sqlite3.Connection, version_id: str) -> tuple[Version, ...]:
    """Everything that grew from the same root, in the order of writing; raises UnknownVersion."""
    found = tuple(map(read_version, connection.execute(_TREE, (version_id,))))
    if not found:
        raise UnknownVersion(version_id)
    return found
