-- The archive, version 1: one table a record type. `n` is an item's place in its record; `id` is its id there.
-- `day` of an event or statement is its first day, else that of its document. `measured` and `dated` tell what is there but
-- empty from what is not there. docs/codebook.md says what each column means.

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

-- Actors as named, once for the whole archive, with counts that the ingest keeps in step.
CREATE TABLE registry (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    kind      TEXT NOT NULL,
    country   TEXT,
    sector    TEXT,
    sectors   TEXT NOT NULL,
    key       TEXT,
    documents INTEGER NOT NULL,
    acts      INTEGER NOT NULL,
    receives  INTEGER NOT NULL
) STRICT;
CREATE INDEX registry_name ON registry (name);
CREATE INDEX registry_key ON registry (key) WHERE key IS NOT NULL;
CREATE INDEX registry_unused ON registry (documents) WHERE documents = 0;

CREATE TABLE actor (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    n        INTEGER NOT NULL,
    id       TEXT NOT NULL,
    registry INTEGER NOT NULL REFERENCES registry,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_registry ON actor (registry);

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
    speaker   INTEGER,
    said_by   INTEGER REFERENCES registry,
    source    TEXT NOT NULL,
    cue       TEXT NOT NULL,
    content   TEXT NOT NULL,
    start     INTEGER NOT NULL,
    "end"     INTEGER NOT NULL,
    mode      TEXT NOT NULL,
    addressee INTEGER,
    occasion  TEXT,
    stance    TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    day       TEXT,
    dated     INTEGER NOT NULL,
    since     TEXT,
    until     TEXT,
    place     INTEGER,
    parent    TEXT,
    PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_day ON statement (day);
CREATE INDEX statement_said_by ON statement (said_by, day);
CREATE INDEX statement_number ON statement ((document << 16) | n); -- how the search index finds a statement

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
    note     TEXT,
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
CREATE INDEX place_country ON place (country);

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
CREATE INDEX event_day ON event (day, type, voice);

-- Who stands on which side of an event: `receives` is 0 for its actors and 1 for its recipients; `actor` is the actor's n.
CREATE TABLE party (
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL,
    receives INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    actor    INTEGER NOT NULL,
    PRIMARY KEY (document, event, receives, n),
    FOREIGN KEY (document, event) REFERENCES event ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The same by country and day, with what a timeline counts, so that questions about states read one table in its order.
-- An event counts if it took place and is told for the first time in its article. This and `dyad` are made by the ingest.
CREATE TABLE country_event (
    country  TEXT NOT NULL,
    receives INTEGER NOT NULL,
    day      TEXT NOT NULL,
    document INTEGER NOT NULL,
    event    INTEGER NOT NULL,
    counts   INTEGER NOT NULL,
    quad     INTEGER NOT NULL,
    score    REAL NOT NULL,
    PRIMARY KEY (country, receives, day, document, event)
) STRICT, WITHOUT ROWID;

-- How many events that count one country directed at another, by month; `thousandths` is the sum of their scores.
CREATE TABLE dyad (
    actor       TEXT NOT NULL,
    recipient   TEXT NOT NULL,
    month       TEXT NOT NULL,
    type        TEXT NOT NULL,
    quad        INTEGER NOT NULL,
    events      INTEGER NOT NULL,
    thousandths INTEGER NOT NULL,
    PRIMARY KEY (actor, recipient, month, type, quad)
) STRICT, WITHOUT ROWID;

-- What people and the merging add. It hangs on the document, and stays when that is coded again: `run` says which coding was judged.
-- An incident is what judgement edges between events of different documents hold together. Edges are never
-- deleted, only withdrawn, so that each can be undone.
CREATE TABLE judgement (
    id              INTEGER PRIMARY KEY,
    kind            TEXT NOT NULL CHECK (kind IN ('copy', 'story', 'incident')),
    left_document   INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    left_event      TEXT,
    right_document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    right_event     TEXT,
    run             INTEGER REFERENCES run,
    same            INTEGER NOT NULL,
    score           REAL,
    source          TEXT NOT NULL,
    withdrawn       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX judgement_left ON judgement (left_document);
CREATE INDEX judgement_right ON judgement (right_document);

CREATE TABLE review (
    id       INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    event    TEXT,
    run      INTEGER REFERENCES run,
    verdict  TEXT NOT NULL,
    field    TEXT,
    value    TEXT,
    note     TEXT,
    reviewer TEXT NOT NULL
) STRICT;
CREATE INDEX review_document ON review (document);

CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER document_gone AFTER DELETE ON document BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER document_changed AFTER UPDATE OF title, text ON document
WHEN old.text <> new.text OR old.title IS NOT new.title BEGIN
    INSERT INTO document_words (document_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO document_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- Statements are searched through what lies between the first and the last character of their content. Their rows in the
-- index are put in and taken out by the ingest, before the document's text goes.
CREATE VIEW statement_content AS
SELECT (s.document << 16) | s.n AS id, s.document, s.n, substr(d.text, s.start + 1, s."end" - s.start) AS words
FROM statement s JOIN document d ON d.id = s.document;

CREATE VIRTUAL TABLE statement_words USING fts5 (
    words, content = 'statement_content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
