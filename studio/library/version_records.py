"""The SQL of versions and of the search over them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.errors import UnknownVersion
from studio.domain.flags import Flag, Label
from studio.domain.judgement import UNJUDGED, UNMARKED, BranchMark, Judgement
from studio.domain.listing import pack_look
from studio.domain.money import Money
from studio.domain.version import Version
from studio.library import codec
from studio.library.search import spaced

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# What `read_version` reads, in its order: its own columns, and what other tables know of it. Tags come in no
# order.
_WHOLE = """
SELECT id, number, project, path, sha256, size, mime, width, height, created, recipe, model, gateway,
    group_name, price, price_assumed, charge, job, attempt, request_id, seconds, words, arrived_after_cancel,
    palette, rating, flag, label,
    (SELECT json_group_array(tags.name) FROM version_tags JOIN tags ON tags.id = version_tags.tag
     WHERE version_tags.version = versions.sequence) AS tags,
    trashed,
    (SELECT count(*) FROM versions AS child
     WHERE child.parent = versions.id AND child.purged = 0) AS children,
    series, sequence, purged, branch_name, branch_hidden, branch_archived, drafts
FROM versions
"""

_OF_IDS = f"{_WHOLE} WHERE id IN (SELECT value FROM json_each(?)) AND purged = 0"  # noqa: S608 - our own names

# All above it, and all below any of those: so it is the whole tree, even where parents go round in a circle.
_ALL_OF_TREE = """
WITH RECURSIVE above (id, parent, sequence) AS (
    SELECT id, parent, sequence FROM versions WHERE id = ?
    UNION SELECT versions.id, versions.parent, versions.sequence FROM versions JOIN above
    ON versions.id = above.parent
), tree (id, sequence) AS (
    SELECT id, sequence FROM above
    UNION SELECT versions.id, versions.sequence FROM versions JOIN tree ON versions.parent = tree.id
)
"""
_TREE = f"{_ALL_OF_TREE} {_WHOLE} WHERE sequence IN (SELECT sequence FROM tree) ORDER BY sequence"  # noqa: S608 - our own names
_TREE_IDS = f"{_ALL_OF_TREE} SELECT id FROM tree"  # noqa: S608 - our own names

_SERIES = """
UPDATE versions SET series = coalesce((
    SELECT sibling.series FROM jobs AS own
    JOIN jobs ON jobs.order_id = own.order_id JOIN versions AS sibling ON sibling.job = jobs.id
    WHERE own.id = :job AND sibling.sequence <> :sequence LIMIT 1
), sequence) WHERE sequence = :sequence
"""


# There are few, and many versions of each.
_price = lru_cache(maxsize=256)(Money.from_fen)


def read_version(row: sqlite3.Row) -> Version:
    """From a row that `_WHOLE` gives."""
    # By place: a row looks names up one by one, and for forty of them that takes longer than all the rest.
    created, recipe, model, gateway, group = row[9:14]
    price, price_assumed, charge, job, attempt = row[14:19]
    request_id, seconds, words, arrived_after_cancel, palette = row[19:24]
    rating, flag, label, tags, trashed = row[24:29]
    children, series, sequence, purged, *mark = row[29:36]
    return Version(
        *row[:9],
        created=codec.from_micros(created),
        recipe=codec.decode_recipe(recipe),
        model=model,
        gateway=gateway,
        group=group,
        price=_price(price),
        price_assumed=bool(price_assumed),
        charge=Charge(charge),
        job=job,
        attempt=attempt,
        request_id=request_id,
        seconds=seconds,
        words=words,
        arrived_after_cancel=bool(arrived_after_cancel),
        palette=codec.decode_names(palette),
        judgement=read_judgement(rating, flag, label, tags),
        trashed=codec.maybe_time(trashed),
        children=children,
        series=series,
        sequence=sequence,
        purged=bool(purged),
        branch=read_mark(*mark),
    )


def read_judgement(rating: int, flag: str, label: str, tags: str) -> Judgement:
    """From the columns of these names; tags are their names as JSON."""
    names = codec.decode_names(tags)
    if not (rating or flag or label or names):
        return UNJUDGED
    return Judgement(rating, Flag(flag), Label(label), tuple(sorted(names, key=str.casefold)))


def read_mark(name: str, hidden: int, archived: int) -> BranchMark:
    """From the three columns of a branch."""
    return BranchMark(name, bool(hidden), bool(archived)) if name or hidden or archived else UNMARKED


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


def tree_ids(connection: sqlite3.Connection, version_id: str) -> frozenset[str]:
    """The ids of all that grew from the same root; empty where the version isn't there."""
    return frozenset(row[0] for row in connection.execute(_TREE_IDS, (version_id,)))
