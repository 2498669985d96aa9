"""Pairs of made-up people with the truth about them: one person written twice, or two who look alike.

    book, truth = labelled()

Each kind of pair is one function from a pair of names to two people. What tells them apart, or gives them away, is
written as it comes in real address books. The names are common ones of many languages; nobody in particular is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from hallway.domain.duplicates import Someone
from hallway.domain.folding import fold

SEED = 20260617

GIVEN = (
    "Ines Amira Tomasz Zanele Lucia Farzana Greta Rosalind Adaeze Samir Beatriz Daniel Caoimhe Katarzyna Matteo "
    "Ngozi Emre Svetlana Johan Priya Kwame Ingrid Rafael Noor Hannes Elif Thabo Marta Pavel Chiara Joseph Aroha "
    "Dimitra Benedikt Valentina Olumide Rosa Marek Leila Stefan Camille Viktor Nadia Fergus Mireille Andrzej Paloma "
    "Hiroshi"
).split()  # fmt: skip
FAMILIES = (
    "Okoye Haddad Wieczorek Mthembu Fernandez Chowdhury Solheim Achterberg Nwosu Delgado Nakamura Mensah Byrne "
    "Kowalczyk Ricci Eze Yilmaz Petrova Lindqvist Raman Boateng Haugen Cardoso Bakker Vogel Demir Dlamini Horvat "
    "Novotny Conti Abbott Waititi Papadakis Brandt Moreno Adeyemi Castillo Zielinski Karimi Baumann Laurent Volkov "
    "Rahimi Gallagher Duval Nowicki Herrera Tanaka Osei Bergman Salazar Moretti Ferreira Lundgren Weber Castro "
    "Dubois Keller"
).split()  # fmt: skip
PLACES = (
    "Halden Institute", "Ostra University", "Northgate University", "Te Awa College", "Hanbit Observatory",
    "Umvoti Health", "Ridderkerk Fund", "Volta Technical University", "Serra Azul Institute", "City of Vester",
    "Aldermoor Observatory", "Yarrow College", "Lindholm Institute", "Marisol Museum", "Seabrook Foundation",
    "Dalsund Laboratory", "Olmenia Analytics", "Montclair School", "Quillan University", "Fjellstad Clinic",
)  # fmt: skip

SPELLINGS = (
    ("Jürgen Müller", "Juergen Mueller"), ("Jörg Schäfer", "Joerg Schaefer"), ("Björn Sjöberg", "Bjoern Sjoeberg"),
    ("Søren Østergaard", "Soeren Oestergaard"), ("Anders Åkesson", "Anders Aakesson"), ("Uwe Groß", "Uwe Gross"),
    ("Jiří Dvořák", "Jiri Dvorak"), ("Łukasz Wójcik", "Lukasz Wojcik"), ("Sergey Ivanov", "Sergei Ivanov"),
    ("Dmitriy Kuznetsov", "Dmitry Kuznetsov"), ("Yulia Morozova", "Julia Morozova"), ("Yury Sokolov", "Iurii Sokolov"),
    ("Mohamed Hassan", "Mohammed Hassan"), ("Yousef Mansour", "Yusuf Mansour"), ("Hussein Saleh", "Husayn Saleh"),
    ("Fatima El Idrissi", "Fatima El-Idrissi"), ("Giorgos Pappas", "Georgios Pappas"), ("Erik Hansson", "Eric Hansson"),
    ("Thomas Schmidt", "Thomas Schmitt"), ("Kristina Meier", "Christina Meyer"), ("Hye-jin Park", "Hyejin Park"),
    ("Ji-woo Kim", "Jiwoo Kim"), ("Seung Hyun Choi", "Seunghyun Choi"), ("Min-jae Yoon", "Minjae Yun"),
    ("Xiao-ming Liu", "Xiaoming Liu"), ("Thị Hương Lê", "Thi Huong Le"), ("Zoë Ångström", "Zoe Angstrom"),
    ("Nuño Ibáñez", "Nuno Ibanez"), ("Ágnes Kovács", "Agnes Kovacs"), ("Şebnem Çelik", "Sebnem Celik"),
    ("Siobhán Ní Riain", "Siobhan Ni Riain"), ("Cécile Lefèvre", "Cecile Lefevre"),
    ("Sofia Hernández", "Sophia Hernandez"),
    ("Jun'ichi Ono", "Junichi Ohno"), ("Yuuko Satou", "Yuko Sato"), ("Oleksandr Shevchenko", "Aleksandr Shevchenko"),
    ("Khadija Benali", "Hadija Ben Ali"), ("Tsai Mei-ling", "Mei-ling Cai"), ("Sung-ho Lee", "Sungho Yi"),
    ("Anke Weiß", "Anke Weiss"),
)  # fmt: skip
ORDERS = (
    ("Wang Wei", "Wei Wang"), ("Nguyen Minh", "Minh Nguyen"), ("Zhang Li", "Li Zhang"),
    ("Tanaka Kenji", "Kenji Tanaka"),
    ("Nagy Eszter", "Eszter Nagy"), ("Szabó Péter", "Peter Szabo"), ("Kim Min-ji", "Minji Kim"),
    ("Park Jae Won", "Jaewon Park"), ("Chen Xiaoyu", "Xiaoyu Chen"), ("Li Na", "Na Li"), ("Sato Yuki", "Yuki Sato"),
    ("Okoro, Chidi", "Chidi Okoro"), ("LEFEBVRE Marc", "Marc Lefebvre"), ("Zhao Ming", "Ming Zhao"),
    ("Phạm Thu Hà", "Thu Ha Pham"), ("Horváth Anna", "Anna Horvath"), ("Huang Jing", "Jing Huang"),
    ("Xu Yifan", "Yifan Xu"), ("Choi Soo-min", "Soomin Choi"), ("Liu Yang", "Yang Liu"),
)  # fmt: skip
SHORT = (
    ("Christopher", "Chris"), ("Alexandra", "Alex"), ("Maximilian", "Max"), ("Benjamin", "Ben"), ("Theodore", "Theo"),
    ("Katherine", "Kath"), ("Nathaniel", "Nate"), ("Robert", "Bob"), ("Elizabeth", "Liz"), ("Frederik", "Fred"),
    ("Samantha", "Sam"), ("Gabriele", "Gabi"), ("Josephine", "Jo"), ("Nikolaos", "Nikos"), ("Sebastian", "Seb"),
)  # fmt: skip
SCRIPTS = (
    ("王伟", "Wei Wang"), ("李娜", "Na Li"), ("田中 健二", "Kenji Tanaka"), ("佐藤 由紀", "Yuki Sato"),
    ("김민지", "Minji Kim"), ("박혜진", "Hyejin Park"), ("Сергей Иванов", "Sergey Ivanov"),
    ("Юлия Морозова", "Yulia Morozova"), ("Γιώργος Παππάς", "Giorgos Pappas"), ("محمد حسن", "Mohamed Hassan"),
    ("陳美玲", "Mei-ling Chen"), ("Олена Коваль", "Olena Koval"),
)  # fmt: skip
ALIKE = (
    ("Martin Novak", "Martina Novak"), ("Paul Weiss", "Paula Weiss"), ("Jan Kral", "Jana Kral"),
    ("Wei Chen", "Mei Chen"), ("Li Zhang", "Lin Zhang"), ("Anna Hansen", "Anna Jansen"), ("Mario Rossi", "Maria Rossi"),
    ("Daniel Roth", "Daniela Roth"), ("Francesco Greco", "Francesca Greco"), ("Jing Liu", "Ying Liu"),
    ("Julia Maas", "Julian Maas"), ("Min Park", "Jin Park"), ("Peter Holm", "Petra Holm"),
    ("Andre Blanc", "Andrea Blanc"),
    ("Yuan Chen", "Yan Chen"), ("Stefan Kok", "Stefanie Kok"), ("Kim Larsen", "Tim Larsen"), ("Eva Lang", "Ewa Lange"),
    ("Anna Andersen", "Anna Anderson"), ("Michel Roy", "Michelle Roy"), ("Ana Silva", "Ana Silveira"),
    ("Carl Berg", "Carla Berg"), ("Hui Wang", "Hua Wang"), ("Louis Petit", "Louise Petit"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Card:
    """What one entry of an address book says; `at` is where they work."""

    name: str
    at: str = ""
    mail: str = ""
    phone: str = ""
    page: str = ""
    met_on: str = ""


Two = tuple[Card, Card]
Make = Callable[["Drawn"], Two]


class Drawn:
    """Names, places and numbers, each drawn once more for every pair."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._used: set[tuple[str, str]] = set()
        self.begin()

    def begin(self) -> None:
        """Draw anew, so that nobody in one pair is called as somebody in another."""
        self._draw_names()
        while self._used & self._namesakes():
            self._draw_names()
        self._used |= self._namesakes()
        self.at, self.elsewhere = self.random.sample(PLACES, 2)
        self.number = self.random.randrange(10**7)

    def _draw_names(self) -> None:
        self.given, self.other_given = self.random.sample(GIVEN, 2)
        self.family, self.other_family = self.random.sample(FAMILIES, 2)

    def _namesakes(self) -> set[tuple[str, str]]:
        return {(given, family) for given in (self.given, self.other_given)
                for family in (self.family, self.other_family)}  # fmt: skip

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"

    def mail(self, name: str, at: str = "") -> str:
        """first.last@place.example"""
        return f"{'.'.join(fold(name).replace(',', '').split())}@{fold(at or self.at).replace(' ', '')}.example"

    def phone(self) -> str:
        return f"+49 30 {self.number:07}"

    def page(self, site: str = "linkedin.com/in", more: int = 0) -> str:
        return f"https://{site}/somebody-{self.number + more}"


def orcid(number: int) -> str:
    """An iD with the right check digit (ISO 7064 mod 11-2)."""
    digits, total = f"{number:015}", 0
    for digit in digits:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return f"https://orcid.org/{digits}{'X' if check == 10 else check}"


def slip(name: str, random: Random) -> str:
    """One slip of the pen: two letters in the wrong order, or one left out, somewhere within the family name."""
    given, family = name.split(" ", 1)
    at = random.randrange(1, len(family) - 2)
    if random.random() < 0.5:
        return f"{given} {family[:at]}{family[at + 1]}{family[at]}{family[at + 2 :]}"
    return f"{given} {family[:at]}{family[at + 1 :]}"


# --- one person, twice -----------------------------------------------------------------------------------


def married_with_mail(d: Drawn) -> Two:
    mail = d.mail(d.name)
    return Card(d.name, d.at, mail), Card(f"{d.given} {d.other_family}", d.at, mail)


def married_with_phone(d: Drawn) -> Two:
    return Card(d.name, d.at, phone=d.phone()), Card(f"{d.given} {d.other_family}", phone=f"030 {d.number:07}")


def married_with_page(d: Drawn) -> Two:
    return Card(d.name, d.at, page=d.page()), Card(f"{d.given} {d.other_family}", d.elsewhere, page=d.page())


def married_with_mail_name(d: Drawn) -> Two:
    one = Card(d.name, d.at, d.mail(d.name))
    return one, Card(f"{d.given} {d.other_family}", d.elsewhere, d.mail(d.name, d.elsewhere))


def married_with_both_names(d: Drawn) -> Two:
    return Card(d.name, d.at), Card(f"{d.given} {d.family}-{d.other_family}", d.at)


def initial_at_one_place(d: Drawn) -> Two:
    return Card(f"{d.given[0]}. {d.family}", d.at), Card(d.name, d.at, phone=d.phone())


def initial_with_mail(d: Drawn) -> Two:
    return Card(f"{d.family}, {d.given[0]}.", mail=d.mail(d.name)), Card(d.name, d.at, d.mail(d.name))


def middle_name(d: Drawn) -> Two:
    return Card(f"{d.given} {d.other_given[0]}. {d.family}", d.at), Card(f"{d.given} {d.other_given} {d.family}", d.at)


def name_alone(d: Drawn) -> Two:
    return Card(d.name), Card(d.name, d.at, d.mail(d.name))


def title_and_place(d: Drawn) -> Two:
    return Card(f"Prof. Dr. {d.name}", d.at), Card(f"{d.name}, PhD", f"The {d.at}", d.mail(d.name))


def moved_with_page(d: Drawn) -> Two:
    there = d.page().replace("https://", "http://www.")
    return Card(d.name, d.at, page=d.page()), Card(d.name, d.elsewhere, page=there)


def moved_with_phone(d: Drawn) -> Two:
    return Card(d.name, d.at, phone=d.phone()), Card(d.name, d.elsewhere, d.mail(d.name, d.elsewhere), d.phone())


def moved_and_said_nothing(d: Drawn) -> Two:
    return Card(d.name, d.at, d.mail(d.name)), Card(d.name, d.elsewhere, d.mail(d.name, d.elsewhere))


def slip_of_the_pen(d: Drawn) -> Two:
    return Card(d.name, d.at), Card(slip(d.name, d.random), d.at, d.mail(d.name))


def new_mail_at_one_place(d: Drawn) -> Two:
    return Card(d.name, d.at, f"{d.given[0].lower()}{d.number % 1000}@gmail.com"), Card(d.name, d.at, d.mail(d.name))


# --- two people ------------------------------------------------------------------------------------------


def namesakes_with_two_mails(d: Drawn) -> Two:
    return Card(d.name, d.at, d.mail(d.name)), Card(d.name, d.at, d.mail(f"{d.name} 2"))


def namesakes_with_two_orcids(d: Drawn) -> Two:
    return Card(d.name, d.at, page=orcid(d.number)), Card(d.name, d.at, page=orcid(d.number + 1))


def namesakes_with_two_pages(d: Drawn) -> Two:
    return Card(d.name, d.at, page=d.page()), Card(d.name, d.at, page=d.page(more=1))


def namesakes_far_apart(d: Drawn) -> Two:
    return Card(d.name, d.at, d.mail(d.name)), Card(d.name, d.elsewhere)


def namesakes_with_mail_alone(d: Drawn) -> Two:
    return Card(d.name, mail=d.mail(d.name)), Card(d.name, mail=d.mail(d.name, d.elsewhere))


def siblings_on_one_phone(d: Drawn) -> Two:
    return Card(d.name, phone=d.phone()), Card(f"{d.other_given} {d.family}", phone=d.phone())


def couple_with_one_mailbox(d: Drawn) -> Two:
    mail = f"the{fold(d.family)}s@gmail.com"
    return Card(d.name, mail=mail), Card(f"{d.other_given} {d.family}", mail=mail)


def office_with_one_number(d: Drawn) -> Two:
    return Card(d.name, d.at, phone=d.phone()), Card(f"{d.other_given} {d.other_family}", d.at, phone=d.phone())


def office_with_one_mailbox(d: Drawn) -> Two:
    mail = d.mail("info")
    return Card(d.name, d.at, mail), Card(f"{d.other_given} {d.other_family}", d.at, mail)


def same_given_name_at_one_place(d: Drawn) -> Two:
    return Card(d.name, d.at, met_on="2026-06-16"), Card(f"{d.given} {d.other_family}", d.at, met_on="2026-06-16")


def same_family_name_at_one_place(d: Drawn) -> Two:
    return Card(d.name, d.at), Card(f"{d.other_given} {d.family}", d.at)


def initial_with_another_mail(d: Drawn) -> Two:
    initial = f"{d.given[0]}. {d.family}"
    return Card(initial, d.at, d.mail(f"{d.given[0]}x {d.family}")), Card(d.name, d.at, d.mail(d.name))


def initial_far_apart(d: Drawn) -> Two:
    return Card(f"{d.given[0]}. {d.family}", d.at), Card(d.name, d.elsewhere)


def other_order_far_apart(d: Drawn) -> Two:
    return Card(f"{d.family} {d.given}", d.at), Card(d.name, d.elsewhere)


SAME: tuple[Make, ...] = (
    married_with_mail, married_with_phone, married_with_page, married_with_mail_name, married_with_both_names,
    initial_at_one_place, initial_with_mail, middle_name, name_alone, title_and_place, moved_with_page,
    moved_with_phone, slip_of_the_pen, new_mail_at_one_place,
)  # fmt: skip
TWO: tuple[Make, ...] = (
    namesakes_with_two_mails, namesakes_with_two_orcids, namesakes_with_two_pages, namesakes_far_apart,
    namesakes_with_mail_alone, siblings_on_one_phone, couple_with_one_mailbox, office_with_one_number,
    office_with_one_mailbox, same_given_name_at_one_place, same_family_name_at_one_place, initial_with_another_mail,
    initial_far_apart, other_order_far_apart,
)  # fmt: skip
EACH, HARD = 10, 5


def pairs(d: Drawn) -> Iterator[tuple[str, bool, Two]]:
    """The kind, whether it is one person, and the two cards."""
    for make, is_same, count in (
        *((make, True, EACH) for make in SAME), (moved_and_said_nothing, True, HARD),
        *((make, False, EACH) for make in TWO),
    ):  # fmt: skip
        for _ in range(count):
            d.begin()
            yield make.__name__, is_same, make(d)
    for kind, is_same, names in (
        ("spelling", True, SPELLINGS), ("order", True, ORDERS), ("alike", False, ALIKE),
    ):  # fmt: skip
        for one, other in names:
            d.begin()
            yield kind, is_same, (Card(one, d.at), Card(other, d.at, phone=d.phone()))
    for whole, short in SHORT:
        d.begin()
        yield "short form", True, (Card(f"{whole} {d.family}", d.at), Card(f"{short} {d.family}", d.at))
    for one, other in SCRIPTS:
        d.begin()
        yield "script", True, (Card(one, "", d.mail(other)), Card(other, d.at, d.mail(other)))


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two ids, the kind of pair, and the truth."""

    one_id: int
    other_id: int
    kind: str
    is_same: bool


def labelled() -> tuple[tuple[Someone, ...], tuple[Labelled, ...]]:
    """A book of everybody in the pairs, and the truth about each pair; the same each time."""
    book: list[Someone] = []
    truth: list[Labelled] = []
    for kind, is_same, cards in pairs(Drawn(Random(SEED))):
        first = len(book) + 1
        book += (_someone(first + at, card) for at, card in enumerate(cards))
        truth.append(Labelled(first, first + 1, kind, is_same))
    return tuple(book), tuple(truth)


def _someone(id_: int, card: Card) -> Someone:
    def one(text: str) -> tuple[str, ...]:
        return (text,) if text else ()

    return Someone(id_, (card.name,), one(card.mail), one(card.phone), one(card.page), one(card.at), card.met_on)
