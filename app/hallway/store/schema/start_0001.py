"""The first shape of the record.

Frozen: what stands here is what released files were made with. Later shapes come as further modules, never as edits.
"""

from __future__ import annotations

RECORD = """
    CREATE TABLE "import_run" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "source" TEXT NOT NULL,
        "at" TEXT NOT NULL
    );
    CREATE TABLE "person" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "given" TEXT NOT NULL,
        "family" TEXT NOT NULL,
        "additional" TEXT NOT NULL,
        "prefix" TEXT NOT NULL,
        "suffix" TEXT NOT NULL,
        "nickname" TEXT NOT NULL,
        "phonetic" TEXT NOT NULL,
        "pronouns" TEXT NOT NULL,
        "place" TEXT NOT NULL,
        "time_zone" TEXT NOT NULL,
        "languages" TEXT NOT NULL,
        "birthday" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        "unknown" TEXT NOT NULL,
        "rhythm_days" INTEGER,
        "check_in_on" TEXT,
        "check_in_set_on" TEXT,
        "met_on" TEXT NOT NULL,
        "met_how" TEXT NOT NULL,
        "introduced_by_id" INTEGER,
        "known" INTEGER NOT NULL,
        "standing" TEXT NOT NULL,
        "let_go_on" TEXT,
        "added_on" TEXT NOT NULL,
        "import_run_id" INTEGER,
        "met_event_id" INTEGER,
        "met_session_id" INTEGER,
        FOREIGN KEY ("introduced_by_id") REFERENCES "person" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("import_run_id") REFERENCES "import_run" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("met_event_id") REFERENCES "event" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("met_session_id") REFERENCES "session" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "person_uid" ON "person" ("uid");
    CREATE INDEX "person_introduced_by_id" ON "person" ("introduced_by_id");
    CREATE INDEX "person_import_run_id" ON "person" ("import_run_id");
    CREATE INDEX "person_met_event_id" ON "person" ("met_event_id");
    CREATE INDEX "person_met_session_id" ON "person" ("met_session_id");
    CREATE TABLE "organisation" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "name" TEXT NOT NULL,
        "folded" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "parent_id" INTEGER,
        "place" TEXT NOT NULL,
        "web" TEXT NOT NULL,
        "ror" TEXT NOT NULL,
        FOREIGN KEY ("parent_id") REFERENCES "organisation" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "organisation_uid" ON "organisation" ("uid");
    CREATE INDEX "organisation_folded" ON "organisation" ("folded");
    CREATE INDEX "organisation_parent_id" ON "organisation" ("parent_id");
    CREATE TABLE "affiliation" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "organisation_id" INTEGER NOT NULL,
        "role" TEXT NOT NULL,
        "unit" TEXT NOT NULL,
        "start_on" TEXT NOT NULL,
        "end_on" TEXT NOT NULL,
        "current_as_of" TEXT NOT NULL,
        "position" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "affiliation_person_id" ON "affiliation" ("person_id");
    CREATE INDEX "affiliation_organisation_id" ON "affiliation" ("organisation_id");
    CREATE TABLE "decision" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "kind" TEXT NOT NULL,
        "subject_id" INTEGER NOT NULL,
        "until_on" TEXT,
        "made_on" TEXT NOT NULL
    );
    CREATE UNIQUE INDEX "decision_kind_subject_id" ON "decision" ("kind", "subject_id");
    CREATE TABLE "event" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "source_uid" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "start_on" TEXT NOT NULL,
        "end_on" TEXT NOT NULL,
        "start_time" TEXT NOT NULL,
        "end_time" TEXT NOT NULL,
        "time_zone" TEXT NOT NULL,
        "venue" TEXT NOT NULL,
        "link" TEXT NOT NULL,
        "organiser" TEXT NOT NULL,
        "series" TEXT NOT NULL,
        "status" TEXT NOT NULL,
        "notes" TEXT NOT NULL
    );
    CREATE UNIQUE INDEX "event_uid" ON "event" ("uid");
    CREATE INDEX "event_source_uid" ON "event" ("source_uid");
    CREATE TABLE "topic" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "folded" TEXT NOT NULL
    );
    CREATE UNIQUE INDEX "topic_folded" ON "topic" ("folded");
    CREATE TABLE "event_topic" (
        "event_id" INTEGER NOT NULL,
        "topic_id" INTEGER NOT NULL,
        PRIMARY KEY ("event_id", "topic_id"),
        FOREIGN KEY ("event_id") REFERENCES "event" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "event_topic_event_id" ON "event_topic" ("event_id");
    CREATE INDEX "event_topic_topic_id" ON "event_topic" ("topic_id");
    CREATE TABLE "foreign_uid" (
        "person_id" INTEGER NOT NULL,
        "uid" TEXT NOT NULL,
        PRIMARY KEY ("person_id", "uid"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "foreign_uid_person_id" ON "foreign_uid" ("person_id");
    CREATE INDEX "foreign_uid_uid" ON "foreign_uid" ("uid");
    CREATE TABLE "group" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "folded" TEXT NOT NULL,
        "rhythm_days" INTEGER,
        "position" INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX "group_folded" ON "group" ("folded");
    CREATE TABLE "group_member" (
        "group_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        PRIMARY KEY ("group_id", "person_id"),
        FOREIGN KEY ("group_id") REFERENCES "group" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "group_member_group_id" ON "group_member" ("group_id");
    CREATE INDEX "group_member_person_id" ON "group_member" ("person_id");
    CREATE TABLE "session" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "event_id" INTEGER NOT NULL,
        "title" TEXT NOT NULL,
        "on_day" TEXT NOT NULL,
        "start_time" TEXT NOT NULL,
        "end_time" TEXT NOT NULL,
        "room" TEXT NOT NULL,
        "track" TEXT NOT NULL,
        "abstract" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "starred" INTEGER NOT NULL,
        "mine" INTEGER NOT NULL,
        FOREIGN KEY ("event_id") REFERENCES "event" ("id") ON DELETE CASCADE
    );
    CREATE UNIQUE INDEX "session_uid" ON "session" ("uid");
    CREATE INDEX "session_event_id" ON "session" ("event_id");
    CREATE TABLE "interaction" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "on_day" TEXT NOT NULL,
        "at_time" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "direction" TEXT NOT NULL,
        "summary" TEXT NOT NULL,
        "minutes" INTEGER,
        "event_id" INTEGER,
        "session_id" INTEGER,
        "logged_at" TEXT NOT NULL,
        FOREIGN KEY ("event_id") REFERENCES "event" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("session_id") REFERENCES "session" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "interaction_uid" ON "interaction" ("uid");
    CREATE INDEX "interaction_on_day_at_time_kind" ON "interaction" ("on_day", "at_time", "kind");
    CREATE INDEX "interaction_event_id" ON "interaction" ("event_id");
    CREATE INDEX "interaction_session_id" ON "interaction" ("session_id");
    CREATE TABLE "participant" (
        "person_id" INTEGER NOT NULL,
        "interaction_id" INTEGER NOT NULL,
        "note" TEXT NOT NULL,
        "on_day" TEXT NOT NULL,
        "counts" INTEGER NOT NULL,
        PRIMARY KEY ("person_id", "interaction_id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("interaction_id") REFERENCES "interaction" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "participant_interaction_id" ON "participant" ("interaction_id");
    CREATE INDEX "participant_person_id_counts_on_day" ON "participant" ("person_id", "counts", "on_day");
    CREATE TABLE "pause" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "start_on" TEXT NOT NULL,
        "end_on" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "person_id" INTEGER,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "pause_person_id" ON "pause" ("person_id");
    CREATE TABLE "person_email" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "position" INTEGER NOT NULL,
        "address" TEXT NOT NULL,
        "label" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_email_person_id" ON "person_email" ("person_id");
    CREATE TABLE "person_phone" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "position" INTEGER NOT NULL,
        "number" TEXT NOT NULL,
        "label" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_phone_person_id" ON "person_phone" ("person_id");
    CREATE TABLE "person_photo" (
        "person_id" INTEGER NOT NULL PRIMARY KEY,
        "data" BLOB NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE TABLE "person_profile" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "position" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "url" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_profile_person_id" ON "person_profile" ("person_id");
    CREATE TABLE "person_spelling" (
        "person_id" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        PRIMARY KEY ("person_id", "name"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_spelling_person_id" ON "person_spelling" ("person_id");
    CREATE TABLE "person_topic" (
        "person_id" INTEGER NOT NULL,
        "topic_id" INTEGER NOT NULL,
        PRIMARY KEY ("person_id", "topic_id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_topic_person_id" ON "person_topic" ("person_id");
    CREATE INDEX "person_topic_topic_id" ON "person_topic" ("topic_id");
    CREATE TABLE "profile" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "pronouns" TEXT NOT NULL,
        "degree" TEXT NOT NULL,
        "university" TEXT NOT NULL,
        "email" TEXT NOT NULL,
        "link" TEXT NOT NULL,
        "introduction" TEXT NOT NULL
    );
    CREATE TABLE "promise" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER NOT NULL,
        "by_me" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "made_on" TEXT NOT NULL,
        "due_on" TEXT,
        "interaction_id" INTEGER,
        "state" TEXT NOT NULL,
        "closed_on" TEXT,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("interaction_id") REFERENCES "interaction" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "promise_uid" ON "promise" ("uid");
    CREATE INDEX "promise_person_id" ON "promise" ("person_id");
    CREATE INDEX "promise_interaction_id" ON "promise" ("interaction_id");
    CREATE INDEX "promise_state" ON "promise" ("state");
    CREATE TABLE "session_speaker" (
        "session_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        PRIMARY KEY ("session_id", "person_id"),
        FOREIGN KEY ("session_id") REFERENCES "session" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "session_speaker_session_id" ON "session_speaker" ("session_id");
    CREATE INDEX "session_speaker_person_id" ON "session_speaker" ("person_id");
    CREATE TABLE "setting" (
        "key" TEXT NOT NULL PRIMARY KEY,
        "value" TEXT NOT NULL
    );
    CREATE TABLE "template" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "purpose" TEXT NOT NULL,
        "language" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "body" TEXT NOT NULL
    );
    CREATE TABLE "tie" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "other_id" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "since" TEXT NOT NULL,
        "until" TEXT NOT NULL,
        "source" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("other_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        CHECK (person_id <> other_id)
    );
    CREATE INDEX "tie_person_id" ON "tie" ("person_id");
    CREATE INDEX "tie_other_id" ON "tie" ("other_id");
"""

DERIVED = """
    CREATE TABLE glance (
        person_id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        sort_name TEXT NOT NULL,
        line TEXT NOT NULL,
        standing TEXT NOT NULL,
        last_on TEXT NOT NULL,
        wish_on TEXT NOT NULL,
        rhythm_days INTEGER NOT NULL,
        added_on TEXT NOT NULL
    );
    CREATE INDEX glance_last ON glance (standing, last_on DESC, sort_name);
    CREATE INDEX glance_name ON glance (standing, sort_name);
    CREATE INDEX glance_wish ON glance (standing, wish_on, sort_name);
    CREATE INDEX glance_added ON glance (standing, added_on DESC, person_id DESC);
    CREATE VIRTUAL TABLE person_words USING fts5(
        name, about, content='', contentless_delete=1, prefix='1 2 3', detail=column, tokenize='ascii'
    );
    CREATE VIRTUAL TABLE moment_words USING fts5(
        words, content='', contentless_delete=1, prefix='1 2 3', detail=column, tokenize='ascii'
    );
    CREATE VIRTUAL TABLE event_words USING fts5(
        words, content='', contentless_delete=1, prefix='1 2 3', detail=column, tokenize='ascii'
    );
"""

BOOKKEEPING = """
    CREATE TABLE change (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        source TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        changeset BLOB NOT NULL
    );
    CREATE TABLE calendar_entry (
        uid TEXT NOT NULL PRIMARY KEY,
        sequence INTEGER NOT NULL,
        modified_at TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        title TEXT NOT NULL,
        start_on TEXT NOT NULL,
        kind TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
"""

STATEMENTS = (RECORD, DERIVED, BOOKKEEPING)
