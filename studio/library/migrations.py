"""The index's tables, as a numbered list of steps. A step that was released never changes.

Money is whole fen, times are microseconds since 1970 in UTC, recipes, errors, palettes and drafts are JSON.
`sequence` is the order of writing: what is newest doesn't depend on the clock.
"""

from __future__ import annotations

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

MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Step n brings an index from version n - 1 to version n."""

SCHEMA_VERSION = len(MIGRATIONS)
