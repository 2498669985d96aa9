"""What people and organisations are known by beyond the first shape, and what waits in the trash.

Frozen: what stands here is what released files were made with. Later shapes come as further modules, never as edits.
"""

from __future__ import annotations

RECORD = """
    ALTER TABLE "organisation" ADD COLUMN "notes" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "organisation" ADD COLUMN "let_go_on" TEXT;
    ALTER TABLE "event" ADD COLUMN "let_go_on" TEXT;
    ALTER TABLE "pause" ADD COLUMN "source" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "source_uid" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "end_on" TEXT;
    ALTER TABLE "session" ADD COLUMN "subtitle" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "link" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "speakers" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "notes" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "session" ADD COLUMN "called_off" INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX "session_source_uid" ON "session" ("source_uid");
    CREATE TABLE "custom_field" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "folded" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "choices" TEXT NOT NULL,
        "position" INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX "custom_field_folded" ON "custom_field" ("folded");
    CREATE TABLE "person_field" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "field_id" INTEGER NOT NULL,
        "value" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("field_id") REFERENCES "custom_field" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "person_field_field_id" ON "person_field" ("field_id");
    CREATE UNIQUE INDEX "person_field_person_id_field_id" ON "person_field" ("person_id", "field_id");
    CREATE INDEX "person_field_person_id" ON "person_field" ("person_id");
    CREATE TABLE "saved_view" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "folded" TEXT NOT NULL,
        "chosen" TEXT NOT NULL,
        "position" INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX "saved_view_folded" ON "saved_view" ("folded");
    CREATE TABLE "not_same" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "other_id" INTEGER NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("other_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        CHECK (person_id < other_id)
    );
    CREATE INDEX "not_same_person_id" ON "not_same" ("person_id");
    CREATE INDEX "not_same_other_id" ON "not_same" ("other_id");
    CREATE UNIQUE INDEX "not_same_person_id_other_id" ON "not_same" ("person_id", "other_id");
    CREATE TABLE "achievement" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER,
        "kind" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "on_day" TEXT NOT NULL,
        "seen_on" TEXT NOT NULL,
        "link" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE UNIQUE INDEX "achievement_uid" ON "achievement" ("uid");
    CREATE INDEX "achievement_person_id" ON "achievement" ("person_id");
    CREATE TABLE "wish" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER NOT NULL,
        "event_id" INTEGER,
        "reason" TEXT NOT NULL,
        "opener" TEXT NOT NULL,
        "questions" TEXT NOT NULL,
        "caught_at" TEXT NOT NULL,
        "through_id" INTEGER,
        "state" TEXT NOT NULL,
        "made_on" TEXT NOT NULL,
        "closed_on" TEXT,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("event_id") REFERENCES "event" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("through_id") REFERENCES "person" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "wish_uid" ON "wish" ("uid");
    CREATE INDEX "wish_person_id" ON "wish" ("person_id");
    CREATE INDEX "wish_event_id" ON "wish" ("event_id");
    CREATE INDEX "wish_through_id" ON "wish" ("through_id");
    CREATE TABLE "person_card" (
        "person_id" INTEGER NOT NULL PRIMARY KEY,
        "data" BLOB NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE TABLE "membership" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "organisation_id" INTEGER NOT NULL,
        "role" TEXT NOT NULL,
        "start_on" TEXT NOT NULL,
        "end_on" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "membership_organisation_id" ON "membership" ("organisation_id");
"""

BOOKKEEPING = """
    CREATE TABLE planned_day (
        person_id INTEGER NOT NULL PRIMARY KEY,
        on_day TEXT NOT NULL,
        wished_on TEXT NOT NULL,
        limits TEXT NOT NULL,
        as_of TEXT NOT NULL
    );
    CREATE TABLE published (
        target TEXT NOT NULL,
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        etag TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (target, uid)
    ) WITHOUT ROWID;
    CREATE TABLE choice (
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        times INTEGER NOT NULL,
        last_at TEXT NOT NULL,
        PRIMARY KEY (kind, subject)
    ) WITHOUT ROWID;
"""

STATEMENTS = (RECORD, BOOKKEEPING)
