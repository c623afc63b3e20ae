-- The archive, version 1: one table a record type. `n` is an item's place in its record; ids are those of the record.
-- `day` of an event is its first day, else the day of its document; `measured` tells numbers that are absent from none given.

CREATE TABLE run (
    id       INTEGER PRIMARY KEY,
    dragoman TEXT NOT NULL,
    tables   TEXT NOT NULL,
    model    TEXT NOT NULL,
    settings TEXT NOT NULL,
    UNIQUE (dragoman, tables, model, settings)
) STRICT;

CREATE TABLE document (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE,
    run             INTEGER NOT NULL REFERENCES run,
    status          TEXT NOT NULL CHECK (status IN ('coded', 'not_coded', 'failed')),
    reason          TEXT,
    url             TEXT,
    outlet          TEXT,
    title           TEXT,
    section         TEXT NOT NULL,
    byline          TEXT,
    dateline        TEXT,
    published       TEXT,
    published_basis TEXT,
    language        TEXT,
    sha256          TEXT NOT NULL,
    text            TEXT NOT NULL
) STRICT;
CREATE INDEX document_published ON document (published);

CREATE TABLE block (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    id       TEXT NOT NULL,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    country  TEXT,
    sector   TEXT,
    sectors  TEXT NOT NULL,
    key      TEXT,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_key ON actor (key) WHERE key IS NOT NULL;

CREATE TABLE role (
    document INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    title    TEXT NOT NULL,
    of       TEXT,
    country  TEXT,
    since    TEXT,
    until    TEXT,
    former   INTEGER NOT NULL,
    start    INTEGER,
    "end"    INTEGER,
    PRIMARY KEY (document, actor, n),
    FOREIGN KEY (document, actor) REFERENCES actor ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    document INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    form     TEXT NOT NULL,
    PRIMARY KEY (document, actor, n),
    FOREIGN KEY (document, actor) REFERENCES actor ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    id        TEXT NOT NULL,
    speaker   TEXT,
    source    TEXT NOT NULL,
    cue       TEXT NOT NULL,
    content   TEXT NOT NULL,
    start     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    mode      TEXT NOT NULL,
    addressee TEXT,
    occasion  TEXT,
    stance    TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    dated     INTEGER NOT NULL,
    since     TEXT,
    until     TEXT,
    place     INTEGER,
    parent    TEXT,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE timex (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    type     TEXT NOT NULL,
    value    TEXT NOT NULL,
    mod      TEXT,
    since    TEXT,
    until    TEXT,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
    document    INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    "end"       INTEGER NOT NULL,
    name        TEXT NOT NULL,
    reading     TEXT NOT NULL,
    precision   TEXT NOT NULL,
    geonames_id INTEGER,
    lat         REAL,
    lon         REAL,
    country     TEXT,
    admin1      TEXT,
    feature     TEXT,
    candidates  TEXT NOT NULL,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_name ON place (name COLLATE NOCASE);

CREATE TABLE event (
    document       INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    id             TEXT NOT NULL,
    type           TEXT NOT NULL,
    mode           TEXT,
    contexts       TEXT NOT NULL,
    cameo          TEXT,
    quad           INTEGER NOT NULL,
    score          REAL NOT NULL,
    day            TEXT,
    since          TEXT,
    until          TEXT,
    basis          TEXT,
    place          INTEGER,
    factuality     TEXT NOT NULL,
    voice          TEXT NOT NULL,
    statement      TEXT,
    killed         INTEGER,
    injured        INTEGER,
    crowd          INTEGER,
    measured       INTEGER NOT NULL,
    same_as        TEXT,
    trigger_start  INTEGER NOT NULL,
    trigger_end    INTEGER NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end   INTEGER NOT NULL,
    rule           TEXT NOT NULL,
    confidence     REAL NOT NULL,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_day ON event (day);

-- Who stands on which side of an event; the country is repeated here so that a question about states reads one index.
CREATE TABLE party (
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL,
    side     TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    n        INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    country  TEXT,
    PRIMARY KEY (document, event, side, n),
    FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX party_country ON party (country, side);

-- Merging: an incident is what judgement edges between events of different documents hold together. Edges are never
-- deleted, only withdrawn, so that each can be undone.
CREATE TABLE judgement (
    id              INTEGER PRIMARY KEY,
    kind            TEXT NOT NULL CHECK (kind IN ('copy', 'story', 'incident')),
    left_document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    left_event      TEXT,
    right_document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    right_event     TEXT,
    same            INTEGER NOT NULL,
    score           REAL,
    source          TEXT NOT NULL,
    withdrawn       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE review (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    event    TEXT,
    verdict  TEXT NOT NULL,
    field    TEXT,
    value    TEXT,
    note     TEXT,
    reviewer TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER document_gone AFTER DELETE ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

-- Statements are searched through what lies between the first and the last character of their content. Their rows in the
-- index are put in and taken out by the ingest, before the document's text goes.
CREATE VIEW statement_content AS
SELECT (s.document << 16) | s.n AS id, s.document, s.n, substr(d.text, s.start + 1, s."end" - s.start) AS words
FROM statement s JOIN document d ON d.id = s.document;

CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, content = 'statement_content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
