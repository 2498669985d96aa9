"""`hallway import`: people, events and papers from files, all of them or none."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hallway.cli.speaking import Verbs, add_json, columns, document, say, tell
from hallway.domain import errors
from hallway.domain.backups import Why
from hallway.domain.column_choices import ColumnChoices, read_meaning
from hallway.domain.columns import Layout, Meaning, choices_of
from hallway.domain.importing import ASKED, NOTHING_CHANGED
from hallway.formats.limits import MAX_BYTES
from hallway.usecases import archive, backing_up, cards, importing, importing_papers, importing_photos, restoring
from hallway.usecases.desk import Desk
from hallway.usecases.importing import FORMATS, Decision, Result, Review

NOTHING_READ = 1
MOST_SHOWN = 20
STANDARD_INPUT = Path("-")


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    kinds = ".vcf, .csv of anybody, LinkedIn's and Monica's exports, mails, .ics, schedule.xml, .json, .bib, .ris"
    verb = verbs.add_parser("import", help=f"people, events, conference programmes and papers from files ({kinds})")
    verb.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file, or - for standard input")
    verb.add_argument("--as", dest="as_format", choices=FORMATS, help="what the files are, if that cannot be told")
    verb.add_argument(
        "--columns", action="append", type=_column, default=[], metavar="HEADER=MEANING",
        help=f"of a table: what a column means ({', '.join(Meaning)}); may be given several times",
    )  # fmt: skip
    verb.add_argument("--texts", action="store_true", help="of messages: keep what was written, beside who and when")
    verb.add_argument(
        "--everybody", action="store_true", help="of messages and mails: also bring in who is not here yet"
    )
    verb.add_argument("--zone", default="", metavar="ZONE", help="the time zone of times that name none: Europe/Berlin")
    verb.add_argument(
        "--authors", type=int, default=0, metavar="N",
        help="of a bibliography: also bring in who is new among the N who wrote most, as not yet met",
    )  # fmt: skip
    verb.add_argument(
        "--same-names", action="store_true",
        help="of a bibliography: take an author with the full name of one person here for that person",
    )  # fmt: skip
    verb.add_argument("--dry-run", action="store_true", help="say what would happen and change nothing")
    add_json(verb)
    verb.set_defaults(run=bring_in)


def bring_in(desk: Desk, words: Namespace) -> int:
    """Read, compare, apply; 1 when there was nothing to be read in the files."""
    if any(archive.is_archive(path) for path in words.files):
        return _whole_record(desk, words)
    said = dict(words.columns)
    manner = desk.ask(importing.manner, words.zone, ColumnChoices(said=said), texts=words.texts)
    files = cards.cards_in(_opened(words.files), words.pictures.codes) if words.pictures else _opened(words.files)
    reading = importing.read_apart(files, words.as_format, manner=manner)
    _check_headers(said, [page.layout for page in reading.pages if page.layout])
    if words.pictures:
        reading = importing_photos.cleaned(reading, words.pictures.clean)
    review = _chosen(desk.ask(importing.review, reading), words)
    result = importing.result_of(review) if words.dry_run else _apply(desk, review)
    for plan in review.programmes:
        if plan.needs_zone:
            tell(f"{plan.file} does not say its time zone; its times were taken as written. --zone tells it.")
    if words.json:
        document(_as_json(result) | {"columns": {file: choices_of(one) for file, one in review.layouts.items()}})
    else:
        _say(result, words.dry_run)
        _say_layouts(review.layouts)
    return NOTHING_READ if reading.is_empty and reading.problems else 0


def _whole_record(desk: Desk, words: Namespace) -> int:
    """An archive is a whole record: it becomes an empty one, and is never mixed into another. Raises `Refused`."""
    held = backing_up.held(desk)
    if len(words.files) > 1 or any(held.values()):
        raise errors.Refused(
            "An archive is a whole record, and there is one here already.", NOTHING_CHANGED,
            f"`hallway restore {words.files[0]}` goes back to it, with a copy of what is here.",
        )  # fmt: skip
    counts = restoring.look_at(words.files[0]).counts
    if not words.dry_run:
        restoring.restore(desk, words.files[0])
    if words.json:
        document(_as_json(Result(added=counts)))
    else:
        told = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing"
        say(f"{'This would be: ' if words.dry_run else ''}{told} added.")
    return 0


def _opened(paths: Sequence[Path]) -> tuple[tuple[str, bytes], ...]:
    """Names and contents, in the order of the words; standard input is read once."""
    if paths.count(STANDARD_INPUT) > 1:
        raise errors.Refused("Standard input can be read only once.", NOTHING_CHANGED)
    return tuple(
        one for path in paths for one in (_standard_input() if path == STANDARD_INPUT else importing.open_files([path]))
    )


def _standard_input() -> tuple[tuple[str, bytes], ...]:
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        what = f"This is more than {MAX_BYTES // 1_000_000} MB, which is the most that Hallway reads."
        raise errors.FileTrouble(what, NOTHING_CHANGED, "Cut it in parts.")
    return (("standard input", data),)


def _column(written: str) -> tuple[str, str]:
    """A header, and what it means; a header may have a "=" of its own."""
    header, sign, word = written.rpartition("=")
    meaning = read_meaning(word)
    if not (sign and header.strip() and meaning):
        raise ArgumentTypeError(f"write HEADER=MEANING, the meaning one of: {', '.join(Meaning)}")
    return header.strip(), meaning.value


def _check_headers(said: Mapping[str, str], layouts: Sequence[Layout]) -> None:
    """What is said of a column that there is not would go unnoticed. Raises `Refused`."""
    there = [name for layout in layouts for name in choices_of(layout)]
    missing = next((header for header in said if header not in there), None)
    if missing is not None:
        listed = ", ".join(there) or "none, for there is no table"
        raise errors.Refused(f"No column is called “{missing}”.", NOTHING_CHANGED, f"There are: {listed}.")


def _apply(desk: Desk, review: Review) -> Result:
    backing_up.make_before(desk, Why.IMPORT)
    return desk.do(importing.apply, review).value


def _chosen(review: Review, words: Namespace) -> Review:
    """The review with what the words of the call say about authors, and about who only wrote a mail."""
    if words.everybody:
        asked = {at: Decision.NEW for at, row in enumerate(review.rows) if row.kind in ASKED and not row.like}
        review = importing.decided(review, asked)
    papers = review.papers
    if papers and words.same_names:
        papers = importing_papers.with_same_names(papers)
    if papers and words.authors > 0:
        papers = importing_papers.with_most(papers, words.authors)
    return replace(review, papers=papers)


def _say(result: Result, trial: bool) -> None:
    say(f"{'This would be: ' if trial else ''}{importing.say_result(result)}.")
    for sentence in result.moved[:MOST_SHOWN]:
        say(f"  {sentence}")
    _say_rest(len(result.moved))
    if result.possible_duplicates:
        say("\nThese may be people you have already; both are kept:")
        columns([
            (f"  {one.file}, {one.row}", f"{one.name}, like {one.like}", one.why)
            for one in result.possible_duplicates[:MOST_SHOWN]
        ])  # fmt: skip
        _say_rest(len(result.possible_duplicates))
    if result.questions:
        say("\nThese authors may be people you know; nothing was noted of them (--same-names takes full names):")
        columns([
            (f"  {one.file}, {one.row}", f"{one.name}, like {one.like}", one.why)
            for one in result.questions[:MOST_SHOWN]
        ])  # fmt: skip
        _say_rest(len(result.questions))
    if result.problems:
        say("\nThese could not be used, or not whole:")
        columns([(f"  {one.file}, {one.where}", one.what) for one in result.problems[:MOST_SHOWN]])
        _say_rest(len(result.problems))
    if result.photos_left_out:
        tell(f"Photos cannot be taken in here; {result.photos_left_out} stayed in the file.")


def _say_layouts(layouts: Mapping[str, Layout]) -> None:
    """What became of columns that have no place of their own."""
    for file, layout in layouts.items():
        for meaning, words in ((Meaning.IN_NOTES, "kept in the notes"), (Meaning.LEFT_OUT, "left out")):
            headers = [one.header for one in layout.columns if one.meaning is meaning and one.filled and one.header]
            if headers:
                tell(f"{file}, {words}: {', '.join(headers)}. --columns HEADER=MEANING says otherwise.")


def _say_rest(count: int) -> None:
    if count > MOST_SHOWN:
        say(f"  and {count - MOST_SHOWN} more (--json has them all)")


def _as_json(result: Result) -> dict[str, object]:
    return {
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "possible_duplicates": [
            {"file": one.file, "row": one.row, "name": one.name, "like": one.like, "why": one.why}
            for one in (*result.possible_duplicates, *result.questions)
        ],
        "problems": [{"file": one.file, "where": one.where, "what": one.what} for one in result.problems],
        "moved": list(result.moved),
        "gone": result.gone,
        "photos_left_out": result.photos_left_out,
    }
