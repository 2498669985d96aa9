"""What the headers of columns say, in many languages."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.columns import Meaning
from hallway.formats.header_vocabulary import TABLES
from hallway.formats.header_words import CONCEPTS, Heading, headings, language_of
from tests.formats.files import real_files

OUTLOOK = {
    "de": "Anrede;Vorname;Nachname;Firma;Abteilung;Position;E-Mail-Adresse;E-Mail 2: Adresse;Telefon geschäftlich;"
    "Telefon privat 2;Mobiltelefon;Fax geschäftlich;Haupttelefon;Ort geschäftlich;Land/Region privat;Geburtstag;"
    "Notizen;Kategorien;Webseite",
    "fr": "Titre;Prénom;Nom;Société;Service;Titre;Adresse de messagerie;Adresse de messagerie 2;Téléphone (bureau);"
    "Téléphone 2 (domicile);Tél. mobile;Télécopie (bureau);Téléphone principal;Ville (bureau);Pays/Région (domicile);"
    "Anniversaire;Notes;Catégories;Page Web",
    "es": "Tratamiento;Nombre;Apellidos;Organización;Departamento;Puesto;Dirección de correo electrónico;"
    "Dirección de correo electrónico 2;Teléfono del trabajo;Teléfono particular 2;Móvil;Fax del trabajo;"
    "Teléfono principal;Ciudad de trabajo;País o región del domicilio;Cumpleaños;Notas;Categorías;Página web",
    "it": "Titolo;Nome;Cognome;Società;Reparto;Posizione;Indirizzo posta elettronica;Indirizzo posta elettronica 2;"
    "Telefono (uff.);Telefono (ab.) 2;Cellulare;Fax (uff.);Telefono principale;Città (uff.);"
    "Paese/area geografica (ab.);Compleanno;Note;Categorie;Pagina Web",
    "pt": "Título;Nome;Sobrenome;Empresa;Departamento;Cargo;Endereço de e-mail;Endereço de e-mail 2;"
    "Telefone comercial;Telefone residencial 2;Telefone celular;Fax comercial;Telefone principal;"
    "Cidade do endereço comercial;País/Região de Residência;Aniversário;Anotações;Categorias;Página da Web",
    "nl": "Titel;Voornaam;Achternaam;Bedrijf;Afdeling;Functie;E-mailadres;E-mailadres 2;Telefoon op werk;"
    "Telefoon thuis 2;Mobiele telefoon;Fax op werk;Hoofdtelefoon;Werkadres, plaats;Land/regio (thuis);Verjaardag;"
    "Notities;Categorieën;Webpagina",
    "pl": "Tytuł;Imię;Nazwisko;Firma;Dział;Stanowisko;Adres e-mail;Adres 2 e-mail;Telefon służbowy;Telefon domowy 2;"
    "Telefon komórkowy;Faks służbowy;Telefon podstawowy;Adres służbowy - miejscowość;Adres domowy - kraj/region;"
    "Urodziny;Notatki;Kategorie;Strona sieci Web",
    "sv": "Titel;Förnamn;Efternamn;Företag;Avdelning;Befattning;E-postadress;E-postadress 2;Telefon, arbete;"
    "Telefon, hem 2;Mobiltelefon;Fax, arbete;Primär telefon;Ort, arbete;Land/region, hem;Födelsedag;Anteckningar;"
    "Kategorier;Webbsida",
    "da": "Titel;Fornavn;Efternavn;Firma;Afdeling;Stilling;E-mail-adresse;E-mail-adresse 2;Telefon (arbejde);"
    "Telefon 2 (privat);Mobiltelefon;Fax (arbejde);Primær telefon;By (arbejde);Land/område (privat);Fødselsdag;Noter;"
    "Kategorier;Webside",
    "nb": "Tittel;Fornavn;Etternavn;Firma;Avdeling;Stilling;E-postadresse;E-postadresse 2;Telefon, arbeid;"
    "Telefon, privat 2;Mobiltelefon;Telefaks, arbeid;Hovedtelefon;Poststed, arbeid;Land/region, privat;Fødselsdag;"
    "Notater;Kategorier;Webside",
    "cs": "Titul;Jméno;Příjmení;Společnost;Oddělení;Funkce;E-mailová adresa;E-mailová adresa 2;Telefon (zam.);"
    "Telefon 2 domů;Mobilní telefon;Fax (zam.);Primární telefon;Město (zam.);Země domů;Narozeniny;Poznámky;Kategorie;"
    "Webová stránka",
    "ru": "Обращение;Имя;Фамилия;Организация;Отдел;Должность;Адрес эл. почты;Адрес 2 эл. почты;Рабочий телефон;"
    "Телефон дом. 2;Телефон переносной;Рабочий факс;Основной телефон;Город (раб. адрес);"
    "Страна или регион (дом. адрес);День рождения;Заметки;Категории;Веб-страница",
    "ja": "肩書き;名;姓;会社名;部署;役職;電子メール アドレス;電子メール 2 アドレス;会社電話;自宅電話 2;携帯電話;"
    "会社 FAX;通常の電話;市町村 (会社);国 (自宅)/地域;誕生日;メモ;分類;Web ページ",
    "zh": "英文称谓;名;姓;单位;部门;职务;电子邮件地址;电子邮件 2 地址;商务电话;住宅电话 2;移动电话;商务传真;主要电话;"
    "商务地址 市/县;住宅地址 国家/地区;生日;附注;类别;网页",
    "en": "Title;First Name;Last Name;Company;Department;Job Title;E-mail Address;E-mail 2 Address;Business Phone;"
    "Home Phone 2;Mobile Phone;Business Fax;Primary Phone;Business City;Home Country/Region;Birthday;Notes;"
    "Categories;Web Page",
}
"""The same columns of Outlook on the desktop, as it names them in each language."""
THE_SAME = (
    ("given", 0, ""), ("family", 0, ""), ("organisation", 0, ""), ("unit", 0, ""), ("email", 0, ""), ("email", 2, ""),
    ("phone", 0, "work"), ("phone", 2, "home"), ("mobile", 0, "mobile"), ("fax", 0, "work fax"),
    ("main phone", 0, "main"), ("town", 0, "work"), ("country", 0, "home"), ("birthday", 0, ""), ("note", 0, ""),
    ("groups", 0, ""), ("page", 0, ""),
)  # fmt: skip
"""What they say, without the title and the job title, which some languages call the same."""


@pytest.mark.parametrize("language", OUTLOOK)
def test_outlook_in_many_languages(language: str) -> None:
    headers = OUTLOOK[language].split(";")
    found = headings(headers)
    assert language_of(headers) == language
    assert found[0].concept in ("title", "prefix") and found[5].concept in ("role", "title")
    bare = {"bare name": "family" if language == "fr" else "given"}
    told = [(bare.get(one.concept, one.concept), one.number, one.label) for one in (*found[1:5], *found[6:])]
    assert tuple(told) == THE_SAME


@pytest.mark.parametrize(
    ("header", "heading"),
    [
        ("E-mail 2 Address", Heading("email", "", 2, "email")),
        ("Phone 1 - Value", Heading("phone", "", 1, "phone")),
        ("Phone 1 - Label", Heading("type", "", 1, "phone")),
        ("Relation 2 - Label", Heading("type", "", 2, "relation")),
        ("Relation 2 - Value", Heading("", "", 2, "relation")),
        ("firstName", Heading("given", "", 0, "given")),
        ("LAST_NAME", Heading("family", "", 0, "family")),
        ("  e-Mail:  ", Heading("email", "", 0, "email")),
        ("Name (required)", Heading("bare name", "", 0, "bare name")),
        ("Home Mobile", Heading("mobile", "home mobile", 0, "phone")),
        ("Last contacted", Heading("last touch", "", 0, "last touch")),
        ("HubSpot Contact ID", Heading("", "", 0, "hubspotcontactid")),
        ("Record ID", Heading("left out")),
        ("Skype ID", Heading("", "", 0, "skypeid")),
        ("Contract type", Heading("", "", 0, "contracttype")),
        ("Assistant's Phone", Heading("", "", 0, "assistantsphone")),
        ("", Heading()),
        ("2", Heading("", "", 2, "")),
    ],
)
def test_single_headers(header: str, heading: Heading) -> None:
    assert headings([header]) == (heading,)


def test_a_short_word_counts_in_the_language_of_the_others() -> None:
    assert headings(["Fornavn", "Efternavn", "By"])[-1].concept == "town"
    assert headings(["First name", "Last name", "By"])[-1].concept == ""


@pytest.mark.parametrize("language", TABLES)
def test_every_line_of_the_vocabulary_is_understood(language: str) -> None:
    for line in TABLES[language].replace("\n  ", " ").strip().split("\n"):
        concept, colon, phrases = line.partition(":")
        assert colon and phrases.strip(), line
        assert concept in CONCEPTS or concept in ("value", "+", "+work", "+home", "+other"), line


def test_there_are_words_for_what_matters_in_each_language() -> None:
    needed = ("given", "email", "phone", "mobile", "organisation", "role", "town", "birthday", "note", "page")
    for language, table in TABLES.items():
        lines = {line.partition(":")[0] for line in table.replace("\n  ", " ").strip().split("\n")}
        assert set(needed) - lines == set(), language
    assert len(TABLES) >= 15
    assert {meaning for meaning, _ in CONCEPTS.values()} == set(Meaning) - {Meaning.START, Meaning.END}


@pytest.mark.parametrize("path", real_files("csv_headers/*.csv"))
def test_the_headers_of_other_programs(path: Path) -> None:
    """What is not known of them has no place in Hallway either."""
    headers = next(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    unknown = {header for header, one in zip(headers, headings(headers), strict=True) if not one.concept}
    assert unknown <= NO_PLACE | {""}


NO_PLACE = {
    "Account", "Anniversary", "Assistant's Name", "Assistant's Phone", "Billing Information", "Children",
    "Company Yomi", "Custom 1", "Custom 2", "Custom 3", "Custom 4", "Custom Field 1 - Value", "Event 1 - Value",
    "Government ID Number", "Hobby", "IMAddress", "ISDN", "Maiden Name", "Manager's Name", "Mileage",
    "Organization 1 - Job Description", "Organization 1 - Symbol", "Organization 1 - Yomi Name",
    "Organizational ID Number", "Referred By", "Relation 1 - Value", "Schools", "Screen Name", "Short Name",
    "Spouse", "Subject", "TTY/TDD Phone", "Telex", "User 1", "User 2", "User 3", "User 4",
}  # fmt: skip


@given(st.lists(st.text(max_size=90), max_size=5))
def test_any_headers(headers: list[str]) -> None:
    found = headings(headers)
    assert len(found) == len(headers)
    assert all(one.concept == "" or one.concept in CONCEPTS for one in found)
