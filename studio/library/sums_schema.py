"""The tables that the ledger and the groups are added up from, and the triggers that keep them.

Every attempt that was sent (imports weren't) counts in three sums: of all time (`width` 0, `start` 0), of its
UTC day, and of its quarter of an hour. In every time zone days begin where a quarter does: local days are put
together of them. A sum has a key, which says whose it is; what an attempt says stands in `counted`, and
`cells` are the three sums that it belongs to. Whatever changes what an attempt says takes it out of its sums
before, and puts it into its sums after. A sum of nothing goes.

An attempt knows its group, project and size itself. Its job, group and gateway never change, nor do the model
and the size of an order. `waited` is the seconds since its job was first sent.
"""

from __future__ import annotations

_TABLES = """
CREATE TABLE group_keys (
    id      INTEGER PRIMARY KEY,
    gateway TEXT NOT NULL,
    model   TEXT NOT NULL,
    name    TEXT NOT NULL,
    UNIQUE (gateway, model, name)
) STRICT;
CREATE TABLE sum_keys (
    id         INTEGER PRIMARY KEY,
    group_key  INTEGER NOT NULL REFERENCES group_keys (id),
    project    TEXT NOT NULL,
    resolution TEXT NOT NULL,
    charge     TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    UNIQUE (group_key, project, resolution, charge, outcome)
) STRICT;
CREATE TABLE sums (
    width    INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    key      INTEGER NOT NULL REFERENCES sum_keys (id),
    calls    INTEGER NOT NULL,
    charged  INTEGER NOT NULL,
    unknown  INTEGER NOT NULL,
    reserved INTEGER NOT NULL,
    pictures INTEGER NOT NULL,
    kept     INTEGER NOT NULL,
    wrong    INTEGER NOT NULL,
    smaller  INTEGER NOT NULL,
    timed    INTEGER NOT NULL,
    paced    INTEGER NOT NULL,
    micros   INTEGER NOT NULL,
    tokens   INTEGER NOT NULL,
    PRIMARY KEY (width, start, key)
) STRICT, WITHOUT ROWID;
ALTER TABLE attempts ADD COLUMN group_key INTEGER REFERENCES group_keys (id);
ALTER TABLE attempts ADD COLUMN project TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN resolution TEXT NOT NULL DEFAULT '';
ALTER TABLE attempts ADD COLUMN waited REAL NOT NULL DEFAULT 0;
"""

_SENT = "NOT IN ('import', 'local')"
_MEASURES = (
    *("calls", "charged", "unknown", "reserved", "pictures", "kept", "wrong", "smaller"),
    *("timed", "paced", "micros", "tokens"),
)

# The tokens of the step that pixels are worth, and of the step that was asked for.
_GOT = """CASE WHEN width * height <= 524288 THEN 747 WHEN width * height <= 2097152 THEN 1120
        WHEN width * height <= 8388608 THEN 1680 ELSE 2520 END"""
_ASKED = "CASE attempts.resolution WHEN '0.5K' THEN 747 WHEN '1K' THEN 1120 WHEN '2K' THEN 1680 ELSE 2520 END"

_VIEWS = f"""
CREATE VIEW counted AS
SELECT attempts.sequence, attempts.id AS attempt, attempts.started, attempts.group_key, attempts.project,
    attempts.resolution, attempts.charge, coalesce(attempts.outcome, '') AS outcome,
    1 AS calls,
    CASE attempts.charge WHEN 'charged' THEN attempts.price ELSE 0 END AS charged,
    CASE attempts.charge WHEN 'unknown' THEN attempts.price ELSE 0 END AS unknown,
    CASE attempts.charge WHEN 'reserved' THEN attempts.price ELSE 0 END AS reserved,
    versions.id IS NOT NULL AS pictures,
    versions.id IS NOT NULL AND versions.trashed IS NULL AND versions.purged = 0 AND versions.flag <> 'reject'
        AS kept,
    coalesce(versions.mismatch, 0) AS wrong,
    versions.id IS NOT NULL AND {_GOT} < {_ASKED} AS smaller,
    attempts.outcome IS 'picture' AND attempts.seconds IS NOT NULL AS timed,
    coalesce(width * height > 0, 0) AND attempts.seconds IS NOT NULL AS paced,
    CASE WHEN width * height > 0 AND attempts.seconds IS NOT NULL
        THEN CAST(round(attempts.seconds * 1e6) AS INTEGER) ELSE 0 END AS micros,
    CASE WHEN width * height > 0 AND attempts.seconds IS NOT NULL THEN {_GOT} ELSE 0 END AS tokens
FROM attempts LEFT JOIN versions ON versions.attempt = attempts.id
WHERE attempts.group_key IS NOT NULL;
CREATE VIEW cells AS
SELECT counted.sequence, counted.attempt, widths.width,
    CASE widths.width WHEN 0 THEN 0 ELSE counted.started - counted.started % widths.width END AS start,
    sum_keys.id AS key, {", ".join(_MEASURES)}
FROM counted
JOIN sum_keys ON sum_keys.group_key = counted.group_key AND sum_keys.project = counted.project
    AND sum_keys.resolution = counted.resolution AND sum_keys.charge = counted.charge
    AND sum_keys.outcome = counted.outcome
CROSS JOIN (SELECT 0 AS width UNION ALL SELECT 900000000 UNION ALL SELECT 86400000000) AS widths;
"""  # noqa: S608 - our own names

_FILL = f"""
INSERT INTO group_keys (gateway, model, name)
    SELECT DISTINCT attempts.gateway, orders.model, attempts.group_name FROM attempts
    JOIN jobs ON jobs.id = attempts.job JOIN orders ON orders.id = jobs.order_id
    WHERE attempts.gateway {_SENT};
UPDATE attempts SET
    (group_key, project, resolution) = (
        SELECT group_keys.id, orders.project, orders.resolution FROM jobs
        JOIN orders ON orders.id = jobs.order_id
        JOIN group_keys ON group_keys.gateway = attempts.gateway AND group_keys.model = orders.model
            AND group_keys.name = attempts.group_name
        WHERE jobs.id = attempts.job
    ),
    waited = max(0, started - (
        SELECT first.started FROM attempts AS first WHERE first.job = attempts.job ORDER BY number LIMIT 1
    )) / 1e6
    WHERE gateway {_SENT};
INSERT INTO sum_keys (group_key, project, resolution, charge, outcome)
    SELECT DISTINCT group_key, project, resolution, charge, outcome FROM counted;
INSERT INTO sums (width, start, key, {", ".join(_MEASURES)})
    SELECT width, start, key, {", ".join(f"sum({name})" for name in _MEASURES)}
    FROM cells GROUP BY width, start, key;
"""  # noqa: S608 - our own names

# What is read of attempts by the million: the keys of all that were sent, and times in their order.
_INDEXES = f"""
CREATE INDEX attempts_sent ON attempts (sequence) WHERE gateway {_SENT};
CREATE INDEX attempts_by_seconds ON attempts (group_key, seconds, started, resolution)
    WHERE outcome = 'picture' AND seconds IS NOT NULL;
CREATE INDEX attempts_by_whole_time ON attempts (group_key, seconds + waited, started, resolution)
    WHERE outcome = 'picture' AND seconds IS NOT NULL;
"""


def _take_out(which: str) -> str:
    """Take this attempt out of its sums."""
    return _add("-", which)


def _put_in(which: str) -> str:
    """Put this attempt into its sums."""
    return f"""
    INSERT INTO sum_keys (group_key, project, resolution, charge, outcome)
        SELECT group_key, project, resolution, charge, outcome FROM counted WHERE {which}
        ON CONFLICT (group_key, project, resolution, charge, outcome) DO NOTHING;{_add("", which)}"""  # noqa: S608 - our own names


def _add(sign: str, which: str) -> str:
    measures = ", ".join(f"{sign}{name}" for name in _MEASURES)
    return f"""
    INSERT INTO sums (width, start, key, {", ".join(_MEASURES)})
        SELECT width, start, key, {measures} FROM cells WHERE {which}
        ON CONFLICT (width, start, key) DO UPDATE SET
            {", ".join(f"{name} = {name} + excluded.{name}" for name in _MEASURES)};
"""  # noqa: S608 - our own names


_OF_ATTEMPTS = "group_key, project, started, price, charge, outcome, seconds ON attempts"
_OF_VERSIONS = "attempt, width, height, mismatch, trashed, purged, flag ON versions"


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER sums_{name} {when} BEGIN{body}END;\n"


_TRIGGERS = f"""
CREATE TRIGGER sums_emptied AFTER UPDATE OF calls ON sums WHEN new.calls = 0 BEGIN
    DELETE FROM sums WHERE width = new.width AND start = new.start AND key = new.key;
END;
CREATE TRIGGER sums_attempt_sent AFTER INSERT ON attempts WHEN new.gateway {_SENT} BEGIN
    INSERT INTO group_keys (gateway, model, name)
        SELECT new.gateway, orders.model, new.group_name FROM jobs JOIN orders ON orders.id = jobs.order_id
        WHERE jobs.id = new.job
        ON CONFLICT (gateway, model, name) DO NOTHING;
    -- From here on it counts: see sums_attempt_changed.
    UPDATE attempts SET (group_key, project, resolution) = (
            SELECT group_keys.id, orders.project, orders.resolution FROM jobs
            JOIN orders ON orders.id = jobs.order_id
            JOIN group_keys ON group_keys.gateway = new.gateway AND group_keys.model = orders.model
                AND group_keys.name = new.group_name
            WHERE jobs.id = new.job
        ) WHERE sequence = new.sequence AND EXISTS (SELECT 1 FROM jobs WHERE id = new.job);
    UPDATE attempts SET waited = max(0, started - (
            SELECT first.started FROM attempts AS first WHERE first.job = new.job ORDER BY number LIMIT 1
        )) / 1e6 WHERE job = new.job;
END;
CREATE TRIGGER sums_order_moved AFTER UPDATE OF project ON orders WHEN new.project <> old.project BEGIN
    UPDATE attempts SET project = new.project
        WHERE job IN (SELECT id FROM jobs WHERE order_id = new.id) AND group_key IS NOT NULL;
END;
"""  # noqa: S608 - our own names

_AROUND_CHANGES = (
    _trigger("attempt_changes", f"BEFORE UPDATE OF {_OF_ATTEMPTS}", _take_out("sequence = old.sequence")),
    _trigger("attempt_changed", f"AFTER UPDATE OF {_OF_ATTEMPTS}", _put_in("sequence = new.sequence")),
    _trigger("attempt_goes", "BEFORE DELETE ON attempts", _take_out("sequence = old.sequence")),
    _trigger("version_comes", "BEFORE INSERT ON versions", _take_out("attempt = new.attempt")),
    _trigger("version_came", "AFTER INSERT ON versions", _put_in("attempt = new.attempt")),
    _trigger("version_changes", f"BEFORE UPDATE OF {_OF_VERSIONS}", _take_out("attempt = old.attempt")),
    _trigger("version_changed", f"AFTER UPDATE OF {_OF_VERSIONS}", _put_in("attempt = new.attempt")),
    _trigger("version_goes", "BEFORE DELETE ON versions", _take_out("attempt = old.attempt")),
    _trigger("version_went", "AFTER DELETE ON versions", _put_in("attempt = old.attempt")),
)

SUMS = "".join((_TABLES, _VIEWS, _FILL, _INDEXES, _TRIGGERS, *_AROUND_CHANGES))
"""For attempts as they are in step 4 of the migrations."""
