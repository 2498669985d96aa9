"""Ten thousand people from a file, read to committed, against the least that reading and writing them takes.

Beside it what others take who only read: vobject, and khard where a khard is installed (in an environment of its own,
named by HALLWAY_KHARD or on the path; it is run as a program and nothing more).
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from statistics import median

import apsw

from hallway.formats import vcard
from hallway.usecases import importing
from tests.bench import books
from tests.bench.measuring import medians_in_turn, milliseconds
from tests.bench.rows import Row, against_floor

TIMES = 3
MOST = 2.5
BY_VOBJECT = """
import sys, time, vobject
text = sys.stdin.buffer.read().decode()
start = time.perf_counter()
print(sum(1 for _ in vobject.readComponents(text)), (time.perf_counter() - start) * 1000)
"""
KHARD = shutil.which(os.environ.get("HALLWAY_KHARD", "khard"))

SYLLABLES = (
    "ma ri so fi łu ka ni na ter sen ø lind hol gar vé zoë thảo kow al ski men sah tan aka ra o mo reau sil va dja li "
    "nguy ễn ör sted had dad ok oye per ei ra schmi dt yil maz po pe sc u ber gö ran fer rei ro bi an chi wen"
).split()
TOWNS = ("Lund", "Zürich", "Lakeside", "Kyoto", "Göttingen", "Accra", "Hà Nội", "São Paulo", "Łódź", "Bergen")
PLACES = tuple(
    f"{town} {kind} {at}" for town in TOWNS for kind in ("University", "Institute", "Hospital") for at in range(7)
)

Fields = tuple[str, str, str, str, str]
"""Name, address, number, place of work, note."""


def rows(scale: float) -> list[Row]:
    """Address cards, and LinkedIn's list."""
    wanted = books.scaled(scale)
    cards, listed = address_cards(wanted), linkedin_list(wanted)
    ours_cards, cards_floor, ours_listed, listed_floor = medians_in_turn(
        (
            lambda: brought_in("people.vcf", cards),
            lambda: put_in(parsed_cards(cards)),
            lambda: brought_in("Connections.csv", listed),
            lambda: put_in(parsed_list(listed)),
        ),
        TIMES,
    )
    return [
        against_floor(f"{wanted:,} address cards", "ms", ours_cards, cards_floor, MOST),
        against_floor(f"{wanted:,} LinkedIn rows", "ms", ours_listed, listed_floor, MOST),
        *beside_others(cards, wanted),
    ]


def beside_others(cards: bytes, wanted: int) -> list[Row]:
    """Reading alone beside vobject, and reading to committed beside khard only reading."""
    taken = [(milliseconds(lambda: vcard.read(cards)), read_by_vobject(cards, wanted)) for _ in range(TIMES)]
    ours, theirs = (median(times) for times in zip(*taken, strict=True))
    found = [against_floor("address cards only read, beside vobject", "ms", ours, theirs, 1)]
    if KHARD:
        list_them = khard(KHARD, cards)
        committed, listed = medians_in_turn((lambda: brought_in("people.vcf", cards), list_them), TIMES)
        found.append(against_floor("address cards brought in, beside khard reading", "ms", committed, listed, 1))
    return found


def read_by_vobject(cards: bytes, wanted: int) -> float:
    """Milliseconds that vobject takes to read the cards, in a process of its own, without its start."""
    read = subprocess.run([sys.executable, "-c", BY_VOBJECT], input=cards, capture_output=True, check=True, timeout=300)
    count, taken = read.stdout.split()
    assert int(count) == wanted
    return float(taken)


def khard(program: str, cards: bytes) -> Callable[[], object]:
    """A call of khard that reads the cards, each from a file as khard has them, and lists them."""
    folder = books.empty_folder()
    (folder / "book").mkdir()
    end = b"END:VCARD\r\n"
    for at, card in enumerate(cards.split(end)[:-1]):
        (folder / "book" / f"{at}.vcf").write_bytes(card + end)
    (folder / "khard.conf").write_text(f"[addressbooks]\n[[book]]\npath = {folder / 'book'}\n", encoding="utf-8")
    command = [program, "-c", str(folder / "khard.conf"), "list"]
    return lambda: subprocess.run(command, capture_output=True, check=True, timeout=300)


def brought_in(name: str, data: bytes) -> None:
    """Read, reviewed and applied in an empty record."""
    desk = books.desk(books.empty_folder())
    review = desk.ask(importing.review, importing.read([(name, data)]))
    desk.do(importing.apply, review)
    desk.close()


# --- the files -------------------------------------------------------------------------------------------


def address_cards(wanted: int) -> bytes:
    """Cards as a phone writes them."""
    random = Random(1)
    cards = []
    for at in range(wanted):
        given, family = _name(random, 2), _name(random, 3)
        cards.append(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{at}\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\n"
            f"EMAIL;TYPE=WORK:{at}@example.org\r\nEMAIL;TYPE=HOME:{at}@home.example\r\nTEL;TYPE=CELL:+46 70 {at:07}\r\n"
            f"ORG:{random.choice(PLACES)};Group {at % 90}\r\nTITLE:PhD student\r\nBDAY:19{70 + at % 30}-03-22\r\n"
            f"NOTE:Met at the poster session\\, wants to see the draft. {'Corridor width. ' * (at % 12)}\r\n"
            "CATEGORIES:Cohort\r\nEND:VCARD\r\n"
        )
    return "".join(cards).encode()


def linkedin_list(wanted: int) -> bytes:
    """The list as LinkedIn hands it out, with its note above the header."""
    random = Random(1)
    text = io.StringIO()
    text.write('Notes:\n"When exporting your connection data, some addresses may be missing."\n\n')
    writer = csv.writer(text)
    writer.writerow(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    for at in range(wanted):
        name = (_name(random, 2), _name(random, 3))
        on = date(2019, 1, 1) + timedelta(days=at % 2500)
        url, mail = f"https://www.linkedin.com/in/person-{at}", f"{at}@example.org" if at % 9 == 0 else ""
        writer.writerow([*name, url, mail, random.choice(PLACES), "Researcher", on.strftime("%d %b %Y")])
    return text.getvalue().encode()


def _name(random: Random, syllables: int) -> str:
    """A made-up name, in letters of many places; hardly ever the same twice."""
    return "".join(random.choices(SYLLABLES, k=syllables)).capitalize()


# --- the least it takes ----------------------------------------------------------------------------------


def parsed_cards(data: bytes) -> Iterator[Fields]:
    """Unfold, split at colons, keep five properties: nothing is checked."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    found: dict[str, str] = {}
    for line in lines:
        key, _, value = line.partition(":")
        if key == "END":
            yield _fields(found.get)
            found = {}
        else:
            found.setdefault(key.partition(";")[0], value.replace("\\,", ",").replace("\\n", "\n"))


def _fields(get: Callable[[str, str], str]) -> Fields:
    return get("FN", ""), get("EMAIL", ""), get("TEL", ""), get("ORG", ""), get("NOTE", "")


def parsed_list(data: bytes) -> Iterator[Fields]:
    """Read the rows below the header: nothing is checked."""
    lines = csv.reader(io.StringIO(data.decode()))
    for row in lines:
        if row[:1] == ["First Name"]:
            break
    return ((f"{row[0]} {row[1]}", row[3], row[2], row[4], row[5]) for row in lines)


def put_in(people: Iterator[Fields]) -> None:
    """Five rows each, one of them in a word index like ours, in one durable commit."""
    connection = apsw.Connection(str(books.empty_folder() / "bare.db"))
    for statement in ("PRAGMA journal_mode=wal", "PRAGMA synchronous=full", "BEGIN"):
        connection.execute(statement).fetchall()
    tables = ("person", "mail", "phone", "work")
    for table in tables:
        connection.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, person_id INTEGER, text TEXT)")
        connection.execute(f"CREATE INDEX {table}_of ON {table} (person_id)")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(name, note, prefix='1 2 3', content='')")
    listed = list(people)
    for column, table in enumerate(tables):
        rows = ((at, at, fields[column]) for at, fields in enumerate(listed, 1))
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", rows)
    words = ((at, plain(name), plain(f"{work} {note}")) for at, (name, _, _, work, note) in enumerate(listed, 1))
    connection.executemany("INSERT INTO words (rowid, name, note) VALUES (?, ?, ?)", words)
    connection.execute("COMMIT")
    connection.close()


def plain(text: str) -> str:
    """Without case and accents, as words have to be to be found."""
    if text.isascii():
        return text.lower()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
