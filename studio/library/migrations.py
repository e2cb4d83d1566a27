"""The index's tables, as a numbered list of steps. A step that was released never changes.

Money is whole fen, times are microseconds since 1970 in UTC, recipes, errors, palettes and drafts are JSON.
`sequence` is the order of writing: what is newest doesn't depend on the clock.
"""

from __future__ import annotations

from studio.library.sums_schema import SUMS

_FIRST = """
CREATE TABLE projects (
    name        TEXT PRIMARY KEY,
    next_number INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
    id            TEXT PRIMARY KEY,
    project       TEXT NOT NULL,
    recipe        TEXT NOT NULL,
    resolution    TEXT NOT NULL,
    model         TEXT NOT NULL,
    gateway       TEXT NOT NULL,
    group_name    TEXT NOT NULL,
    price         INTEGER NOT NULL CHECK (price >= 0),
    count         INTEGER NOT NULL,
    placed        INTEGER NOT NULL,
    price_assumed INTEGER NOT NULL
) STRICT;

CREATE TABLE jobs (
    sequence             INTEGER PRIMARY KEY,
    id                   TEXT NOT NULL UNIQUE,
    order_id             TEXT NOT NULL REFERENCES orders (id),
    number               INTEGER NOT NULL,
    state                TEXT NOT NULL,
    placed               INTEGER NOT NULL,
    not_before           INTEGER,
    asks                 INTEGER NOT NULL DEFAULT 0,
    words                TEXT NOT NULL DEFAULT '',
    error                TEXT,
    dismissed            INTEGER NOT NULL DEFAULT 0,
    arrived_after_cancel INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, dismissed);

CREATE TABLE attempts (
    sequence       INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    job            TEXT NOT NULL REFERENCES jobs (id),
    number         INTEGER NOT NULL,
    group_name     TEXT NOT NULL,
    gateway        TEXT NOT NULL,
    price          INTEGER NOT NULL CHECK (price >= 0),
    price_assumed  INTEGER NOT NULL,
    state          TEXT NOT NULL,
    charge         TEXT NOT NULL,
    started        INTEGER NOT NULL,
    ended          INTEGER,
    seconds        REAL,
    outcome        TEXT,
    request_id     TEXT NOT NULL DEFAULT '',
    error          TEXT,
    -- What its version will be, from the moment that it is being saved.
    version        TEXT,
    version_number INTEGER,
    version_stem   TEXT,
    version_time   INTEGER,
    UNIQUE (job, number)
) STRICT;
CREATE INDEX attempts_by_start ON attempts (started);
CREATE INDEX attempts_open ON attempts (ended) WHERE ended IS NULL;

CREATE TABLE versions (
    sequence             INTEGER PRIMARY KEY,
    id                   TEXT NOT NULL UNIQUE,
    number               INTEGER NOT NULL,
    project              TEXT NOT NULL,
    path                 TEXT NOT NULL UNIQUE,
    sha256               TEXT NOT NULL,
    size                 INTEGER NOT NULL,
    mime                 TEXT NOT NULL,
    width                INTEGER NOT NULL,
    height               INTEGER NOT NULL,
    created              INTEGER NOT NULL,
    recipe               TEXT NOT NULL,
    parent               TEXT,
    model                TEXT NOT NULL,
    gateway              TEXT NOT NULL,
    group_name           TEXT NOT NULL,
    price                INTEGER NOT NULL CHECK (price >= 0),
    price_assumed        INTEGER NOT NULL,
    charge               TEXT NOT NULL,
    job                  TEXT NOT NULL REFERENCES jobs (id),
    attempt              TEXT NOT NULL UNIQUE REFERENCES attempts (id),
    request_id           TEXT NOT NULL,
    seconds              REAL,
    words                TEXT NOT NULL,
    arrived_after_cancel INTEGER NOT NULL,
    palette              TEXT NOT NULL,
    drafts               TEXT NOT NULL
) STRICT;
CREATE INDEX versions_by_parent ON versions (parent);
CREATE INDEX versions_by_job ON versions (job);

CREATE VIRTUAL TABLE prompts USING fts5 (
    prompt, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
"""

# What the person says of a version, and what it is searched and listed by. `look` is packed as in
# domain/listing.py; `series` is the sequence of the first version of the same order; `phash` is a hash of how
# it looks, as a signed number of 64 bits; `purged` when its files were removed for good: its row keeps its
# place in the tree (1; 2 while they are being removed). A tag is found by `folded`, its name casefolded;
# `uses` counts the versions outside the trash.
_JUDGING = """
ALTER TABLE versions ADD COLUMN rating INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN flag TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN trashed INTEGER;
ALTER TABLE versions ADD COLUMN purged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN look INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN series INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN phash INTEGER;
ALTER TABLE versions ADD COLUMN resolution TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN aspect TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN reference_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN mismatch INTEGER NOT NULL DEFAULT 0;
CREATE INDEX jobs_by_order ON jobs (order_id);
UPDATE versions SET
    look = packed_look(palette, width, height),
    series = coalesce((
        SELECT min(sibling.sequence) FROM versions AS sibling
        JOIN jobs ON jobs.id = sibling.job
        WHERE jobs.order_id = (SELECT order_id FROM jobs WHERE id = versions.job)
    ), sequence),
    resolution = coalesce(json_extract(recipe, '$.resolution'), ''),
    aspect = coalesce(json_extract(recipe, '$.aspect'), ''),
    reference_count = coalesce(json_array_length(recipe, '$.references'), 0),
    mismatch = is_mismatch(recipe, width, height);
-- Every narrow column, so that lists are read without touching the rows, which hold whole prompts.
CREATE INDEX versions_listed ON versions (
    trashed, purged, sequence, id, look, series, created, project, rating, flag, label, price, resolution,
    aspect, group_name, gateway, mismatch, reference_count, parent, width, height, arrived_after_cancel, phash
);
CREATE INDEX versions_by_project ON versions (project, sequence, id) WHERE trashed IS NULL AND purged = 0;
CREATE INDEX versions_in_trash ON versions (trashed, size) WHERE trashed IS NOT NULL AND purged = 0;
CREATE INDEX versions_going ON versions (sequence) WHERE purged = 2;
-- The narrowest: SQLite counts all rows by its pages.
CREATE INDEX versions_counted ON versions (purged);
DROP INDEX versions_by_parent;
CREATE INDEX versions_by_parent ON versions (parent, purged);
CREATE INDEX versions_by_content ON versions (sha256);
CREATE TABLE tags (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    uses INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tags_by_use ON tags (uses DESC, folded, name);
CREATE TABLE version_tags (
    version INTEGER NOT NULL,
    tag     INTEGER NOT NULL REFERENCES tags (id),
    PRIMARY KEY (version, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX version_tags_by_tag ON version_tags (tag, version);
CREATE TABLE colours (
    version INTEGER NOT NULL,
    light   INTEGER NOT NULL,
    a       INTEGER NOT NULL,
    b       INTEGER NOT NULL,
    share   INTEGER NOT NULL
) STRICT;
CREATE INDEX colours_by_light ON colours (light, a, b, version, share);
CREATE INDEX colours_by_version ON colours (version);
ALTER TABLE projects ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE projects ADD COLUMN cover TEXT NOT NULL DEFAULT '';
CREATE TABLE saved_searches (
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    sort TEXT NOT NULL
) STRICT;
DROP TABLE prompts;
CREATE VIRTUAL TABLE texts USING fts5 (
    prompt, words, name, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO texts (rowid, prompt, words, name)
    SELECT sequence, spaced(coalesce(json_extract(recipe, '$.prompt'), '')), spaced(words), id FROM versions;
"""

# What is said of the branch that begins with a version. A tree is read by parent: with the id, too, the index
# is enough to walk it. In `composites_due`, `answer` is a version whose composite isn't made yet; `fit` is
# null where it is to be made, else how poorly it lay over its parent.
_BRANCHES = """
ALTER TABLE versions ADD COLUMN branch_name TEXT NOT NULL DEFAULT '';
ALTER TABLE versions ADD COLUMN branch_hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE versions ADD COLUMN branch_archived INTEGER NOT NULL DEFAULT 0;
DROP INDEX versions_by_parent;
CREATE INDEX versions_by_parent ON versions (parent, purged, id);
CREATE TABLE composites_due (
    answer TEXT PRIMARY KEY,
    fit    REAL
) STRICT;
UPDATE versions SET mismatch = is_mismatch(recipe, width, height) WHERE aspect = '' AND gateway <> 'import';
"""

# What an order may move on to, and how far a job has: `fallback` are groups with their prices in fen, `most`
# is the dearest price of one of its pictures, which is reserved for each open job. A project's budget is in
# fen, null for none.
_MONEY = """
ALTER TABLE orders ADD COLUMN fallback TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN moves_on TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN most INTEGER NOT NULL DEFAULT 0;
UPDATE orders SET most = price;
ALTER TABLE jobs ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
CREATE INDEX jobs_open ON jobs (order_id)
    WHERE state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled');
ALTER TABLE projects ADD COLUMN budget INTEGER;
"""

# How a charge that wasn't known became known: by whom ("hand" or "log"), when, and what the log told
# ("0.2475 CNY"). `listed_price` is what the call was sent at, in fen, where `price` is what was told instead.
_SETTLING = """
ALTER TABLE attempts ADD COLUMN settled_by TEXT;
ALTER TABLE attempts ADD COLUMN settled INTEGER;
ALTER TABLE attempts ADD COLUMN told TEXT;
ALTER TABLE attempts ADD COLUMN listed_price INTEGER;
CREATE INDEX attempts_in_question ON attempts (gateway, group_name, started, price)
    WHERE charge = 'unknown' AND ended IS NOT NULL;
CREATE INDEX attempts_settled ON attempts (charge) WHERE settled_by IS NOT NULL;
"""

# Groups that a job was not sent through, each with the time until which it rested, in microseconds, or null.
_PASSED_OVER = """
ALTER TABLE jobs ADD COLUMN passed_over TEXT NOT NULL DEFAULT '[]';
"""

# What counts against budgets, spelled out as in budgets.py: of a day or a month, and of a project.
_BUDGETS = """
CREATE INDEX attempts_spent ON attempts (started, price)
    WHERE charge IN ('charged', 'unknown') AND gateway NOT IN ('demo', 'import', 'local');
CREATE INDEX attempts_spent_by_project ON attempts (project, price)
    WHERE charge IN ('charged', 'unknown') AND gateway NOT IN ('demo', 'import', 'local');
"""

# Files outside that follow a tree: see domain/link.py. `form`, `hashes` and `earlier` are JSON.
_LINKS = """
CREATE TABLE links (
    target  TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    form    TEXT NOT NULL,
    written TEXT NOT NULL DEFAULT '',
    hashes  TEXT NOT NULL DEFAULT '[]',
    earlier TEXT NOT NULL DEFAULT '[]'
) STRICT;
"""

_STEP_4 = _MONEY + _PASSED_OVER + _SETTLING + SUMS + _BUDGETS + _LINKS

MIGRATIONS: tuple[str, ...] = (_FIRST, _JUDGING, _BRANCHES, _STEP_4)
"""Step n brings an index from version n - 1 to version n."""

SCHEMA_VERSION = len(MIGRATIONS)
