-- The first schema. Later changes are steps of their own in migrations.py; this file never changes again.

PRAGMA application_id = 0x53616643; -- "SafC": how a file is known to be ours

-- Everything that happened, in order. Rows are added and, when a learner asks, forgotten; never changed.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL, -- seconds since 1970, UTC
    profile TEXT NOT NULL,
    lesson TEXT NOT NULL,
    happened TEXT NOT NULL, -- a name of safeclass.session.event.Happened
    card TEXT,
    answer TEXT NOT NULL, -- a JSON list of ids
    right INTEGER, -- 0, 1, or NULL where nothing can be right
    sure INTEGER -- 1 to 3, or NULL
) STRICT;

-- Every index ends in the id, so a lesson's events are read in order from either end: back to the last 'started', and on.
CREATE INDEX event_of_lesson ON event (profile, lesson);

-- What the events add up to, kept with each of them, so that a summary never reads the events.
CREATE TABLE lesson_progress (
    profile TEXT NOT NULL,
    lesson TEXT NOT NULL,
    state TEXT NOT NULL, -- JSON, see encoding.py
    PRIMARY KEY (profile, lesson)
) STRICT;
