"""Questions: the sets one keeps, and those chosen for one interview with what was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hallway.domain import errors
from hallway.store import tables
from hallway.store.work import View, Work


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions that go together."""

    name: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A question chosen for one interview, what was noted, and whether it was asked."""

    id: int
    question: str
    note: str = ""
    asked: bool = False


def sets(look: View) -> tuple[QuestionSet, ...]:
    """The user's own sets, in their order; none until one was changed."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for set_id, text in look.rows("SELECT question_set_id, text FROM question ORDER BY position, id"):
        found[set_id].append(text)
    rows = look.rows("SELECT id, name FROM question_set ORDER BY position, id")
    return tuple(QuestionSet(name, tuple(found[id_])) for id_, name in rows)


def put_sets(step: Work, kept: Iterable[QuestionSet]) -> None:
    """Put these sets in place of the ones there."""
    step.execute("DELETE FROM question")
    step.execute("DELETE FROM question_set")
    for position, one in enumerate(kept):
        set_id = step.run(tables.QuestionSet.insert(name=one.name, position=position))
        step.execute_many(
            "INSERT INTO question (question_set_id, text, position) VALUES (?, ?, ?)",
            [(set_id, text, at) for at, text in enumerate(one.questions)],
        )


def answers(look: View, outreach_id: int) -> tuple[Answer, ...]:
    """The questions of one interview, in order."""
    rows = look.rows(
        "SELECT id, question, note, asked FROM answer WHERE outreach_id = ? ORDER BY position, id", outreach_id
    )
    return tuple(Answer(id_, question, note, bool(asked)) for id_, question, note, asked in rows)


def answer(look: View, answer_id: int) -> tuple[int, Answer]:
    """One question with the interview it belongs to. Raises `NotFound`."""
    row = look.row("SELECT outreach_id, id, question, note, asked FROM answer WHERE id = ?", answer_id)
    if row is None:
        raise errors.NotFound("This question is no longer in your record.")
    return row[0], Answer(row[1], row[2], row[3], bool(row[4]))


def add_answers(step: Work, outreach_id: int, questions: Iterable[str]) -> None:
    """Choose questions for an interview, after those there."""
    last = step.value("SELECT coalesce(max(position), -1) FROM answer WHERE outreach_id = ?", outreach_id)
    step.execute_many(
        "INSERT INTO answer (outreach_id, question, note, asked, position) VALUES (?, ?, '', 0, ?)",
        [(outreach_id, text, last + at) for at, text in enumerate(questions, 1)],
    )


def change_answer(step: Work, one: Answer) -> None:
    """Bring a chosen question to what is given."""
    step.execute(
        "UPDATE answer SET question = ?, note = ?, asked = ? WHERE id = ?", one.question, one.note, one.asked, one.id
    )


def remove_answer(step: Work, answer_id: int) -> None:
    """Take a question off an interview."""
    step.execute("DELETE FROM answer WHERE id = ?", answer_id)


def order_answers(step: Work, ids: Sequence[int]) -> None:
    """Bring the questions of an interview into this order."""
    step.execute_many(
        "UPDATE answer SET position = ? WHERE id = ? AND position <> ?",
        [(at, id_, at) for at, id_ in enumerate(ids)],
    )
