"""Bibliographies brought in: whose papers are noted, who wrote together, what is asked, and what is never added."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallway.domain.achievements import Achievement
from hallway.domain.authors import gather, written
from hallway.domain.import_rows import Decision
from hallway.domain.importing import ACHIEVEMENTS, PEOPLE, TIES, Review
from hallway.domain.papers import Author, Paper, find_doi, is_newer
from hallway.domain.people import Standing
from hallway.domain.records import PersonRecord, Profile
from hallway.store import bulk
from hallway.store.bulk import Newcomer
from hallway.usecases import achievements, importing, importing_papers, people, settings, ties, today
from hallway.usecases.desk import Desk
from hallway.usecases.importing import Result
from tests.formats.files import real_files, sample
from tests.makers import add_person, everything, move_clock
from tests.quickness import quick

ENTRY = "@article{{{key}, author = {{{authors}}}, title = {{{title}}}, {rest}}}"


def entry(title: str, authors: str, rest: str = "year = 2024", key: str = "k") -> str:
    return ENTRY.format(key=key + title[:4].replace(" ", ""), authors=authors, title=title, rest=rest)


def looked_at(desk: Desk, *entries: str, name: str = "refs.bib") -> Review:
    return desk.ask(importing.review, importing.read([(name, "\n".join(entries).encode())]))


def bring_in(desk: Desk, *entries: str, same_names: bool = True, most: int = 0) -> Result:
    review = looked_at(desk, *entries)
    papers = review.papers
    assert papers is not None
    if same_names:
        papers = importing_papers.with_same_names(papers)
    if most:
        papers = importing_papers.with_most(papers, most)
    return desk.do(importing.apply, importing.with_papers(review, papers)).value


def titles(desk: Desk, person_id: int | None) -> list[str]:
    return [one.title for one in desk.ask(achievements.of_person, person_id)]


@pytest.fixture
def ada(desk: Desk) -> int:
    return add_person(desk, "Adaeze Nwosu")


@pytest.fixture
def samir(desk: Desk) -> int:
    return add_person(desk, "Samir El-Amrani")


SHADE = entry("Shade along corridors of trees", "Nwosu, Adaeze and El-Amrani, Samir and Stranger, Sven")


def test_a_name_alone_is_a_question_and_nothing_is_noted(desk: Desk, ada: int) -> None:
    before = everything(desk)
    result = bring_in(desk, SHADE, same_names=False)
    assert (result.added, [(one.name, one.like, one.why) for one in result.questions]) == (
        {PEOPLE: 0, ACHIEVEMENTS: 0, TIES: 0}, [("Adaeze Nwosu", "Adaeze Nwosu", "same name")],
    )  # fmt: skip
    assert everything(desk) == before


def test_papers_and_ties_of_people_here(desk: Desk, ada: int, samir: int) -> None:
    result = bring_in(desk, SHADE, entry("Kriging with few stations", "A. Nwosu and Samir El-Amrani", "year=2026"))
    assert result.added == {PEOPLE: 0, ACHIEVEMENTS: 4, TIES: 1}
    assert titles(desk, ada) == ["Kriging with few stations", "Shade along corridors of trees"]
    assert [(one.other_id, one.words) for one in desk.ask(ties.of_person, ada)] == [
        (samir, "co-author, 2024 to 2026")
    ]
    assert desk.ask(people.count) == 2  # Sven stays a stranger


def test_the_same_again_adds_nothing(desk: Desk, ada: int, samir: int) -> None:
    bring_in(desk, SHADE, most=5)
    before = everything(desk)
    again = bring_in(desk, SHADE, same_names=False, most=5)
    assert not any((*again.added.values(), *again.updated.values()))
    assert not again.questions  # what is noted already says who it is
    assert everything(desk) == before


def test_a_newer_file_brings_only_its_changes(desk: Desk, ada: int, samir: int) -> None:
    bring_in(desk, SHADE)
    newer = entry("Shade along corridors of trees", "Nwosu, A. and El-Amrani, Samir", "year=2025, doi={10.1000/S.1}")
    result = bring_in(desk, newer, entry("A paper that is new now", "Nwosu, Adaeze", "year=2025"), same_names=False)
    assert (result.added, result.updated) == (
        {PEOPLE: 0, ACHIEVEMENTS: 1, TIES: 0}, {PEOPLE: 0, ACHIEVEMENTS: 2, TIES: 1},
    )  # fmt: skip
    shade = desk.ask(achievements.of_person, ada)[-1]
    assert (shade.on_day, shade.link) == ("2025", "https://doi.org/10.1000/s.1")
    assert desk.ask(ties.of_person, ada)[0].words == "co-author, 2024 to 2025"


def test_one_undo_takes_all_of_it_back(desk: Desk, ada: int, samir: int) -> None:
    before = everything(desk)
    bring_in(desk, SHADE, most=5)
    assert desk.history()[0].label == "Imported refs.bib: 3 papers, 3 co-author ties and 1 person added"
    desk.undo()
    assert everything(desk) == before


def test_ones_own_papers(desk: Desk, ada: int) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    review = looked_at(desk, entry("Mine and yours, too", "Okoye, Ines and Nwosu, Adaeze"))
    assert review.papers is not None
    assert [(row.record.name, row.match.why) for row in review.papers.rows if row.decision is Decision.MERGE] == [
        ("Ines Okoye", "your own name")
    ]
    desk.do(importing.apply, review)
    assert titles(desk, None) == ["Mine and yours, too"]
    assert titles(desk, ada) == []


def test_ones_own_initials_are_a_question(desk: Desk) -> None:
    desk.do(settings.set_profile, "name", "Ines Okoye")
    result = bring_in(desk, entry("A thing of somebody", "Okoye, I."))
    assert [(one.like, one.why) for one in result.questions] == [("Ines Okoye", "the initials fit")]


def test_an_orcid_id_is_sure(desk: Desk) -> None:
    id_ = add_person(desk, "Josie Carberry", profiles=(Profile("orcid", "https://orcid.org/0000-0002-1825-0097"),))
    bring_in(
        desk, entry("Under another name", "Smith, J.", 'year=2020, author+an = {1:orcid="0000-0002-1825-0097"}'),
        same_names=False,
    )  # fmt: skip
    assert titles(desk, id_) == ["Under another name"]


def test_initials_that_fit_two_people_say_so(desk: Desk, ada: int) -> None:
    add_person(desk, "Amina Nwosu")
    result = bring_in(desk, entry("Of whom is this", "Nwosu, A."))
    assert [one.why for one in result.questions] == ["the initials fit 2 people here"]
    assert result.added[ACHIEVEMENTS] == 0


def test_initials_join_the_only_full_name_of_the_file(desk: Desk) -> None:
    review = looked_at(
        desk, entry("First of them all", "Nwosu, Adaeze"), entry("Second of them all", "A. Nwosu"),
        entry("Third of them all", "A. M. Berg and Anna Berg and Arno Berg"),
    ).papers  # fmt: skip
    assert review is not None
    assert [(one.name, len(one.papers)) for one in review.writers] == [
        ("Adaeze Nwosu", 2), ("A. M. Berg", 1), ("Anna Berg", 1), ("Arno Berg", 1),
    ]  # fmt: skip


def test_strangers_come_only_when_chosen_and_not_as_people_one_met(desk: Desk) -> None:
    add_person(desk, "Somebody", topics=("Street trees",))
    many = [entry(f"Paper {n} of a series", "Busy, Bea", "keywords={street trees, wind}") for n in range(2)]
    result = bring_in(desk, *many, entry("Paper 3 of a series", "Busy, Bea and Once, Olaf"), most=1)
    assert (result.added[PEOPLE], result.added[ACHIEVEMENTS]) == (1, 3)
    bea = desk.ask(people.person, desk.ask(people.named, "Bea Busy")[0])
    assert (bea.standing, bea.topics) == (Standing.NOT_MET, ("Street trees",))
    assert desk.database.rows("SELECT count(*) FROM person") == [(2,)]


def test_old_papers_ask_for_no_congratulation_and_new_ones_do(desk: Desk, ada: int) -> None:
    bring_in(desk, entry("Old and good and long", "Nwosu, Adaeze", "year=2019"),
             entry("Just the year is known", "Nwosu, Adaeze", "year=2026"))  # fmt: skip
    assert not [item for item in desk.ask(today.page).items if item.kind == "congratulate"]
    bring_in(desk, entry("Out since last month", "Nwosu, Adaeze", "year=2026, month=may"))
    words = [item.why for item in desk.ask(today.page).items if item.kind == "congratulate"]
    assert len(words) == 1
    assert "Out since last month" in words[0]


def test_what_the_user_noted_is_not_noted_again(desk: Desk, ada: int) -> None:
    desk.do(achievements.add, Achievement("SHADE along corridors: of trees", "publication", ada, "2024"))
    result = bring_in(desk, SHADE, same_names=False)
    assert result.added[ACHIEVEMENTS] == 0
    assert result.unchanged[ACHIEVEMENTS] == 1


def test_a_tie_the_user_left_open_stays_open(desk: Desk, ada: int, samir: int) -> None:
    desk.do(ties.tie, samir, ada, "co-author", "2025")
    bring_in(desk, SHADE)
    assert desk.ask(ties.of_person, ada)[0].words == "co-author, since 2024"


def test_long_lists_of_authors_tie_nobody(desk: Desk, ada: int, samir: int) -> None:
    crowd = " and ".join(f"Person{n}, Paul" for n in range(60))
    result = bring_in(desk, entry("A collaboration of very many", f"Nwosu, Adaeze and El-Amrani, Samir and {crowd}"))
    assert (result.added[ACHIEVEMENTS], result.added[TIES]) == (2, 0)


def test_somebody_let_go_since_is_left_out(desk: Desk, ada: int) -> None:
    review = looked_at(desk, SHADE)
    assert review.papers is not None
    chosen = importing.with_papers(review, importing_papers.with_same_names(review.papers))
    desk.do(people.let_go, [ada])
    desk.do(importing.apply, chosen)
    assert titles(desk, ada) == []


def test_bibtex_and_ris_of_one_paper_are_one(desk: Desk, ada: int, samir: int) -> None:
    files = [(name, sample(name)) for name in ("corridors.bib", "corridors.ris")]
    review = desk.ask(importing.review, importing.read(files))
    assert review.papers is not None
    assert len(review.papers.papers) == 12  # 9 and 4, and one of them is in both
    desk.do(importing.apply, importing.with_papers(review, importing_papers.with_same_names(review.papers)))
    shade = next(one for one in desk.ask(achievements.of_person, ada) if one.title.startswith("Shade"))
    assert (shade.on_day, shade.link) == ("2025-11-03", "https://doi.org/10.1000/shade.7")
    assert shade.notes == "Journal of Heat and Cities. Adaeze Nwosu, Ines Okoye, S. El-Amrani"


def test_five_thousand_papers_meet_a_thousand_people_in_seconds(desk: Desk) -> None:
    def authors(n: int) -> str:
        return " and ".join(f"Family{(n * k) % 900}, Given{chr(97 + (n + k) % 26)}" for k in range(1, 5))

    crowd = [Newcomer(PersonRecord(f"Given{chr(97 + n % 26)} Family{n}")) for n in range(1_000)]
    desk.do(lambda step: bulk.add_people(step, crowd))
    text = "\n".join(entry(f"Paper {n} about all kinds", authors(n), f"year={2000 + n % 26}") for n in range(5_000))
    with quick(30):
        review = looked_at(desk, text)
        assert review.papers is not None
        desk.do(importing.apply, importing.with_papers(review, importing_papers.with_same_names(review.papers)))


@pytest.mark.parametrize("path", real_files("bibtex/*.bib", "ris/*.ris"))
def test_real_files_come_in_twice_and_change_nothing(desk: Desk, path: object) -> None:
    assert isinstance(path, Path)
    if path.name == "rispy_example_wos.ris":
        pytest.skip("Web of Science's own format is refused")
    reading = importing.read([(path.name, path.read_bytes())])
    if reading.is_empty:
        assert reading.problems
        return
    results: list[Result] = []
    for _ in range(2):
        review = desk.ask(importing.review, reading)
        assert review.papers is not None
        chosen = importing_papers.with_most(review.papers, 10)
        results.append(desk.do(importing.apply, importing.with_papers(review, chosen)).value)
        move_clock(desk, 1)
    assert not any((*results[1].added.values(), *results[1].updated.values()))


# --- rules -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/182", "10.1000/182"), ("https://doi.org/10.1000/ABC.", "10.1000/abc"), ("none", ""),
        ("(doi:10.1016/S0027-9684(15)31340-7)", "10.1016/s0027-9684(15)31340-7"),
        ("http://dx.doi.org/10.1002%2Fpssa.221", "10.1002/pssa.221"),
    ],
)  # fmt: skip
def test_dois(text: str, doi: str) -> None:
    assert find_doi(text) == doi


def test_dates_only_grow_more_exact_or_later() -> None:
    assert is_newer("", "2020")
    assert is_newer("2020", "2020-05")
    assert is_newer("2020-05", "2021")
    assert not is_newer("2020-05", "2020")
    assert not is_newer("2021", "2020-05-01")
    assert not is_newer("2020", "")


def test_initials_without_spaces_are_taken_apart() -> None:
    words = written(Author("CJ Bryan", "CJ", "Bryan"))
    assert (words.given, words.additional, words.family) == ("c", "j", "bryan")


def test_two_orcid_ids_are_two_people() -> None:
    def by(given: str, orcid: str) -> tuple[Author, ...]:
        return (Author(f"{given} Li", given, "Li", orcid=f"https://orcid.org/{orcid}"),)

    papers = [Paper("One", by("Wei", "0000-0002-1825-0097")), Paper("Two", by("W.", "0000-0001-5109-3700"))]
    assert [one.papers for one in gather(papers)] in ([(0,), (1,)], [(1,), (0,)])
    assert [one.papers for one in gather([papers[0], Paper("Two", (Author("W. Li", "W.", "Li"),))])] == [(0, 1)]
