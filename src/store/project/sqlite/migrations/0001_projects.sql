-- Marks the file as one of ours: "ffpj".
PRAGMA application_id = 1717989482;

CREATE TABLE project (
    id       TEXT PRIMARY KEY,
    -- What it was called when it was made: its log begins with that.
    born     TEXT NOT NULL,
    created  INTEGER NOT NULL,
    key      TEXT UNIQUE,
    name     TEXT NOT NULL,
    -- The name in lower case.
    folded   TEXT NOT NULL,
    deleted  INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    head     INTEGER NOT NULL,
    node     INTEGER NOT NULL,
    scenes   INTEGER NOT NULL,
    seconds  REAL NOT NULL,
    -- All of the present state but the scenes, as JSON: their order, settings, memory, pictures.
    state    TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX project_by_name ON project (folded) WHERE deleted = 0;

-- The scenes of the present state, as JSON.
CREATE TABLE scene (
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (project, id)
) STRICT;

-- The log, which is the truth: all else about projects follows from it.
CREATE TABLE revision (
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    key      TEXT,
    -- The node whose state it changed, if it changed something.
    parent   INTEGER,
    body     TEXT NOT NULL,
    PRIMARY KEY (project, number)
) STRICT;

CREATE UNIQUE INDEX revision_by_key ON revision (project, key) WHERE key IS NOT NULL;
CREATE INDEX revision_by_parent ON revision (project, parent) WHERE parent IS NOT NULL;

-- Pictures; their bytes are files.
CREATE TABLE asset (
    id       TEXT PRIMARY KEY,
    body     TEXT NOT NULL,
    kept     INTEGER NOT NULL
) STRICT;

-- Which logs speak of a picture.
CREATE TABLE asset_use (
    asset    TEXT NOT NULL REFERENCES asset (id),
    project  TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    PRIMARY KEY (asset, project)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
    name     TEXT PRIMARY KEY,
    value    TEXT NOT NULL
) STRICT;
