"""Reaching out and giving: approaches, questions, introductions, opportunities, letters, favours, things to share.

Frozen: what stands here is what released files were made with. Later shapes come as further modules, never as edits.
"""

from __future__ import annotations

REACHING = """
    ALTER TABLE "template" ADD COLUMN "relation" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "template" ADD COLUMN "channel" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "template" ADD COLUMN "subject" TEXT NOT NULL DEFAULT '';
    CREATE TABLE "question_set" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "position" INTEGER NOT NULL
    );
    CREATE TABLE "question" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "question_set_id" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "position" INTEGER NOT NULL,
        FOREIGN KEY ("question_set_id") REFERENCES "question_set" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "question_question_set_id" ON "question" ("question_set_id");
    CREATE TABLE "outreach" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER NOT NULL,
        "purpose" TEXT NOT NULL,
        "channel" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "hope" TEXT NOT NULL,
        "through_id" INTEGER,
        "position" INTEGER NOT NULL,
        "made_on" TEXT NOT NULL,
        "asked_on" TEXT,
        "repeated_on" TEXT,
        "answered_on" TEXT,
        "agreed_on" TEXT,
        "meet_on" TEXT,
        "meet_time" TEXT NOT NULL,
        "meet_zone" TEXT NOT NULL,
        "meet_place" TEXT NOT NULL,
        "minutes" INTEGER NOT NULL,
        "talked_on" TEXT,
        "thanked_on" TEXT,
        "told_on" TEXT,
        "referrer_told_on" TEXT,
        "closed_on" TEXT,
        "outcome" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        "interaction_id" INTEGER,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("through_id") REFERENCES "person" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("interaction_id") REFERENCES "interaction" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "outreach_uid" ON "outreach" ("uid");
    CREATE INDEX "outreach_person_id" ON "outreach" ("person_id");
    CREATE INDEX "outreach_through_id" ON "outreach" ("through_id");
    CREATE INDEX "outreach_interaction_id" ON "outreach" ("interaction_id");
    CREATE INDEX "outreach_state" ON "outreach" ("state");
    CREATE TABLE "answer" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "outreach_id" INTEGER NOT NULL,
        "question" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        "asked" INTEGER NOT NULL,
        "position" INTEGER NOT NULL,
        FOREIGN KEY ("outreach_id") REFERENCES "outreach" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "answer_outreach_id" ON "answer" ("outreach_id");
    CREATE TABLE "named" (
        "person_id" INTEGER NOT NULL,
        "outreach_id" INTEGER NOT NULL,
        PRIMARY KEY ("person_id", "outreach_id"),
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("outreach_id") REFERENCES "outreach" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "named_person_id" ON "named" ("person_id");
    CREATE INDEX "named_outreach_id" ON "named" ("outreach_id");
    CREATE TABLE "introduction" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "connector_id" INTEGER,
        "first_id" INTEGER,
        "second_id" INTEGER NOT NULL,
        "state" TEXT NOT NULL,
        "reason" TEXT NOT NULL,
        "first_blurb" TEXT NOT NULL,
        "second_blurb" TEXT NOT NULL,
        "first_answer" TEXT NOT NULL,
        "second_answer" TEXT NOT NULL,
        "made_on" TEXT NOT NULL,
        "first_asked_on" TEXT,
        "second_asked_on" TEXT,
        "introduced_on" TEXT,
        "thanked_on" TEXT,
        "told_on" TEXT,
        "closed_on" TEXT,
        "outcome" TEXT NOT NULL,
        FOREIGN KEY ("connector_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("first_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("second_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        CHECK ((connector_id IS NULL) <> (first_id IS NULL))
    );
    CREATE UNIQUE INDEX "introduction_uid" ON "introduction" ("uid");
    CREATE INDEX "introduction_connector_id" ON "introduction" ("connector_id");
    CREATE INDEX "introduction_first_id" ON "introduction" ("first_id");
    CREATE INDEX "introduction_second_id" ON "introduction" ("second_id");
    CREATE INDEX "introduction_state" ON "introduction" ("state");
    CREATE TABLE "need" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "name" TEXT NOT NULL,
        "position" INTEGER NOT NULL,
        "next_ask" TEXT NOT NULL,
        "next_on" TEXT
    );
    CREATE TABLE "need_person" (
        "need_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        PRIMARY KEY ("need_id", "person_id"),
        FOREIGN KEY ("need_id") REFERENCES "need" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "need_person_need_id" ON "need_person" ("need_id");
    CREATE INDEX "need_person_person_id" ON "need_person" ("person_id");
"""

GIVING = """
    ALTER TABLE "membership" ADD COLUMN "contribution" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "membership" ADD COLUMN "next_on" TEXT;
    ALTER TABLE "membership" ADD COLUMN "next_what" TEXT NOT NULL DEFAULT '';
    CREATE TABLE "opportunity" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "organisation_id" INTEGER,
        "deadline" TEXT,
        "deadline_time" TEXT NOT NULL,
        "link" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        "added_on" TEXT NOT NULL,
        "closed_on" TEXT,
        "outcome" TEXT NOT NULL,
        FOREIGN KEY ("organisation_id") REFERENCES "organisation" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "opportunity_uid" ON "opportunity" ("uid");
    CREATE INDEX "opportunity_organisation_id" ON "opportunity" ("organisation_id");
    CREATE INDEX "opportunity_state" ON "opportunity" ("state");
    CREATE TABLE "opportunity_topic" (
        "opportunity_id" INTEGER NOT NULL,
        "topic_id" INTEGER NOT NULL,
        PRIMARY KEY ("opportunity_id", "topic_id"),
        FOREIGN KEY ("opportunity_id") REFERENCES "opportunity" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "opportunity_topic_opportunity_id" ON "opportunity_topic" ("opportunity_id");
    CREATE INDEX "opportunity_topic_topic_id" ON "opportunity_topic" ("topic_id");
    CREATE TABLE "opportunity_person" (
        "opportunity_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "part" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        PRIMARY KEY ("opportunity_id", "person_id", "part"),
        FOREIGN KEY ("opportunity_id") REFERENCES "opportunity" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "opportunity_person_opportunity_id" ON "opportunity_person" ("opportunity_id");
    CREATE INDEX "opportunity_person_person_id" ON "opportunity_person" ("person_id");
    CREATE TABLE "opportunity_step" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "opportunity_id" INTEGER NOT NULL,
        "text" TEXT NOT NULL,
        "due_on" TEXT,
        "done_on" TEXT,
        "position" INTEGER NOT NULL,
        FOREIGN KEY ("opportunity_id") REFERENCES "opportunity" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "opportunity_step_opportunity_id" ON "opportunity_step" ("opportunity_id");
    CREATE TABLE "letter" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER,
        "purpose" TEXT NOT NULL,
        "knows" TEXT NOT NULL,
        "opportunity_id" INTEGER,
        "state" TEXT NOT NULL,
        "made_on" TEXT NOT NULL,
        "asked_on" TEXT,
        "agreed_on" TEXT,
        "materials_on" TEXT,
        "thanked_on" TEXT,
        "told_on" TEXT,
        "closed_on" TEXT,
        "outcome" TEXT NOT NULL,
        "notes" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("opportunity_id") REFERENCES "opportunity" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "letter_uid" ON "letter" ("uid");
    CREATE INDEX "letter_person_id" ON "letter" ("person_id");
    CREATE INDEX "letter_opportunity_id" ON "letter" ("opportunity_id");
    CREATE INDEX "letter_state" ON "letter" ("state");
    CREATE TABLE "addressee" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "letter_id" INTEGER NOT NULL,
        "name" TEXT NOT NULL,
        "how" TEXT NOT NULL,
        "deadline" TEXT,
        "sent_on" TEXT,
        "position" INTEGER NOT NULL,
        FOREIGN KEY ("letter_id") REFERENCES "letter" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "addressee_letter_id" ON "addressee" ("letter_id");
    CREATE TABLE "resource" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "link" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "authors" TEXT NOT NULL,
        "added_on" TEXT NOT NULL
    );
    CREATE UNIQUE INDEX "resource_uid" ON "resource" ("uid");
    CREATE TABLE "resource_topic" (
        "resource_id" INTEGER NOT NULL,
        "topic_id" INTEGER NOT NULL,
        PRIMARY KEY ("resource_id", "topic_id"),
        FOREIGN KEY ("resource_id") REFERENCES "resource" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("topic_id") REFERENCES "topic" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "resource_topic_resource_id" ON "resource_topic" ("resource_id");
    CREATE INDEX "resource_topic_topic_id" ON "resource_topic" ("topic_id");
    CREATE TABLE "favour" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "person_id" INTEGER NOT NULL,
        "direction" TEXT NOT NULL,
        "kind" TEXT NOT NULL,
        "text" TEXT NOT NULL,
        "on_day" TEXT NOT NULL,
        "resource_id" INTEGER,
        "interaction_id" INTEGER,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("resource_id") REFERENCES "resource" ("id") ON DELETE SET NULL,
        FOREIGN KEY ("interaction_id") REFERENCES "interaction" ("id") ON DELETE SET NULL
    );
    CREATE UNIQUE INDEX "favour_uid" ON "favour" ("uid");
    CREATE INDEX "favour_person_id" ON "favour" ("person_id");
    CREATE INDEX "favour_resource_id" ON "favour" ("resource_id");
    CREATE INDEX "favour_interaction_id" ON "favour" ("interaction_id");
    CREATE INDEX "favour_on_day" ON "favour" ("on_day");
    CREATE TABLE "project" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "uid" TEXT NOT NULL,
        "title" TEXT NOT NULL,
        "state" TEXT NOT NULL,
        "start_on" TEXT NOT NULL,
        "end_on" TEXT NOT NULL,
        "next_step" TEXT NOT NULL,
        "next_on" TEXT,
        "link" TEXT NOT NULL,
        "notes" TEXT NOT NULL
    );
    CREATE UNIQUE INDEX "project_uid" ON "project" ("uid");
    CREATE TABLE "project_person" (
        "project_id" INTEGER NOT NULL,
        "person_id" INTEGER NOT NULL,
        "role" TEXT NOT NULL,
        PRIMARY KEY ("project_id", "person_id"),
        FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "project_person_project_id" ON "project_person" ("project_id");
    CREATE INDEX "project_person_person_id" ON "project_person" ("person_id");
    CREATE TABLE "my_tie" (
        "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        "person_id" INTEGER NOT NULL,
        "kind" TEXT NOT NULL,
        "since" TEXT NOT NULL,
        "until" TEXT NOT NULL,
        "note" TEXT NOT NULL,
        FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
    );
    CREATE INDEX "my_tie_person_id" ON "my_tie" ("person_id");
"""

BOOKKEEPING = """
    ALTER TABLE calendar_entry ADD COLUMN end_on TEXT NOT NULL DEFAULT '';
    ALTER TABLE calendar_entry ADD COLUMN form TEXT NOT NULL DEFAULT 'events';
    CREATE TABLE map_place (
        kind TEXT NOT NULL,
        subject INTEGER NOT NULL,
        x REAL NOT NULL,
        y REAL NOT NULL,
        PRIMARY KEY (kind, subject)
    ) WITHOUT ROWID;
    CREATE TABLE draft (
        place TEXT NOT NULL PRIMARY KEY,
        fields TEXT NOT NULL,
        at TEXT NOT NULL
    ) WITHOUT ROWID;
"""

STATEMENTS = (REACHING, GIVING, BOOKKEEPING)
