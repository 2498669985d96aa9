"""Capture lines from many corridors, with the reading each ought to have. `today` is Tuesday 16 June 2026."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from hallway.domain.capture import CapturedPromise, Told

FRI, MON = date(2026, 6, 19), date(2026, 6, 22)
KNOWN = ("CERN", "Marks and Spencer", "Uni Lund", "Instituto Superior Técnico", "清华大学")
TOPICS = ("heat vulnerability", "looms")


class Line(NamedTuple):
    """A line, and what it says; what is not named here is empty."""

    line: str
    names: tuple[str, ...] = ()
    at: str = ""
    note: str = ""
    todo: tuple[CapturedPromise, ...] = ()
    topics: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    role: str = ""
    told: tuple[Told, ...] = ()
    several: bool = True


def todo(text: str, due: date | None = None, words: str = "", by_me: bool = True) -> tuple[CapturedPromise, ...]:
    """One promise."""
    return (CapturedPromise(text, due, words, by_me),)


def one(line: str, name: str, at: str = "", note: str = "", todo: tuple[CapturedPromise, ...] = ()) -> Line:
    """A line about one person."""
    return Line(line, (name,), at, note, todo)


NAMES = (
    # Nothing but a name, of many cultures and orders.
    one("Ana", "Ana"),
    one("Ana Ruiz", "Ana Ruiz"),
    one("Ólafur Ragnar Grímsson", "Ólafur Ragnar Grímsson"),
    one("Þórunn Árnadóttir", "Þórunn Árnadóttir"),
    one("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
    one("Thảo Nguyễn", "Thảo Nguyễn"),
    one("Nagy Péter", "Nagy Péter"),
    one("Szabó-Kovács Ágnes", "Szabó-Kovács Ágnes"),
    one("María José García Márquez", "María José García Márquez"),
    one("José Ortega y Gasset", "José Ortega y Gasset"),
    one("João Silva e Costa", "João Silva e Costa"),
    one("Luís dos Santos", "Luís dos Santos"),
    one("Jan van der Berg", "Jan van der Berg"),
    one("Gerard 't Hooft", "Gerard 't Hooft"),
    one("Annette von Droste zu Hülshoff", "Annette von Droste zu Hülshoff"),
    one("Jean le Rond d’Alembert", "Jean le Rond d’Alembert"),
    one("Giulia dell'Acqua", "Giulia dell'Acqua"),
    one("Leonardo da Vinci", "Leonardo da Vinci"),
    one("Ahmad bin Hassan", "Ahmad bin Hassan"),
    one("Nur binti Aziz", "Nur binti Aziz"),
    one("Muhammad ibn Musa al-Khwarizmi", "Muhammad ibn Musa al-Khwarizmi"),
    one("Nawal el-Saadawi", "Nawal el-Saadawi"),
    one("Samir El-Amrani", "Samir El-Amrani"),
    one("Neil deGrasse Tyson", "Neil deGrasse Tyson"),
    one("Máire Ní Bhriain", "Máire Ní Bhriain"),
    one("Ruairí ó hEithir", "Ruairí ó hEithir"),
    one("Conor O’Brien", "Conor O’Brien"),
    one("Josep Puig i Cadafalch", "Josep Puig i Cadafalch"),
    one("Siân ap Rhys", "Siân ap Rhys"),
    one("Jean-Luc Picard", "Jean-Luc Picard"),
    one("J. R. R. Tolkien", "J. R. R. Tolkien"),
    one("R.K. Narayan", "R.K. Narayan"),
    one("Martin Luther King Jr.", "Martin Luther King Jr."),
    one("Prof. Dr. Adaeze Nwosu", "Prof. Dr. Adaeze Nwosu"),
    one("dr Ana Ruiz", "dr Ana Ruiz"),
    one("Dame Jocelyn Bell Burnell", "Dame Jocelyn Bell Burnell"),
    one("Ana Lima, PhD", "Ana Lima, PhD"),
    one("OKOYE, Ines", "OKOYE, Ines"),
    one("LE QUOC Viet", "LE QUOC Viet"),
    one("Wei (Wendy) Zhang", "Wei (Wendy) Zhang"),
    one("Robert “Bob” Smith", "Robert “Bob” Smith"),
    one("Gal·la Ruiz", "Gal·la Ruiz"),
    one("Teuku Umar", "Teuku Umar"),
    one("Sukarno", "Sukarno"),
    one("Tenzing", "Tenzing"),
    one("Haile Gebrselassie", "Haile Gebrselassie"),
    one("ኃይሌ ገብረሥላሴ", "ኃይሌ ገብረሥላሴ"),
    one("李明", "李明"),
    one("欧阳修", "欧阳修"),
    one("山田 太郎", "山田 太郎"),
    one("ジョン スミス", "ジョン スミス"),
    one("김민준", "김민준"),
    one("김 민준", "김 민준"),
    one("Анна Каренина", "Анна Каренина"),
    one("Лев Николаевич Толстой", "Лев Николаевич Толстой"),
    one("Γιώργος Σεφέρης", "Γιώργος Σεφέρης"),
    one("محمد بن سلمان", "محمد بن سلمان"),
    one("عائشة", "عائشة"),
    one("דוד בן גוריון", "דוד בן גוריון"),
    one("प्रेमचंद", "प्रेमचंद"),
    one("გიორგი მელაძე", "გიორგი მელაძე"),
    one("Արամ Խաչատրյան", "Արամ Խաչատրյան"),
    one("สมชาย ใจดี", "สมชาย ใจดี"),
    one("ana ruiz", "ana ruiz"),
    one("ANA RUIZ", "ANA RUIZ"),
    one("  Ana   Ruiz  ", "Ana Ruiz"),
)

SEPARATED = (
    one("Ana Ruiz, @CERN", "Ana Ruiz", "CERN"),
    one("Ana Ruiz; @CERN; detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz - @CERN - detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz – CERN – detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz / CERN / detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz | CERN | detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz\tCERN\tdetectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz\nCERN\ndetectors\nmuons", "Ana Ruiz", "CERN", "detectors\nmuons"),
    one("Ana Ruiz: detectors", "Ana Ruiz", "", "detectors"),
    one("Ana Ruiz at CERN, detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz from CERN", "Ana Ruiz", "CERN"),
    one("Ana Ruiz from Brazil", "Ana Ruiz", "", "from Brazil"),
    one("Ana Ruiz (CERN), detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz (NASA)", "Ana Ruiz", "NASA"),
    one("Ana Ruiz (data scientist)", "Ana Ruiz", "", "(data scientist)"),
    one("Ana Ruiz (they/them), detectors", "Ana Ruiz", "", "(they/them), detectors"),
    one("Ana Ruiz @ CERN detectors", "Ana Ruiz", "CERN", "detectors"),
    one("Ana Ruiz @City of Valmora heat", "Ana Ruiz", "City of Valmora", "heat"),
    one("Ana Ruiz @cern looms for all", "Ana Ruiz", "CERN", "looms for all"),
    one("Ana Ruiz @uni ostra sensors", "Ana Ruiz", "uni ostra", "sensors"),
    one("Ana Ruiz @tide sensors in fog", "Ana Ruiz", "tide", "sensors in fog"),
    one("Ana Ruiz, Universidade de Ostra, fog", "Ana Ruiz", "Universidade de Ostra", "fog"),
    one("Ana Ruiz, instituto superior tecnico", "Ana Ruiz", "Instituto Superior Técnico"),
    one("Ana Ruiz, Tide, fog", "Ana Ruiz", "", "Tide, fog"),
    one("Ana Ruiz, at dinner", "Ana Ruiz", "", "at dinner"),
    one("李明，清华大学，气候", "李明", "清华大学", "气候"),
    one("李明 @清华大学 气候", "李明", "清华大学", "气候"),
    one("محمد علي، مناخ", "محمد علي", "", "مناخ"),
    one("Анна Петрова, @МГУ, климат", "Анна Петрова", "МГУ", "климат"),
    one("Ana Ruiz @CERN, @Tide", "Ana Ruiz", "CERN", "@Tide"),
)

NOTES = (
    one("Ana Ruiz talked about fog", "Ana Ruiz", "", "talked about fog"),
    one("ana ruiz works on fog in cities", "ana ruiz", "", "works on fog in cities"),
    one("jan van der berg works on fog", "jan van der berg", "", "works on fog"),
    one("Met Ana Ruiz at CERN", "Ana Ruiz", "CERN"),
    one("just talked to Ana Ruiz, fog", "Ana Ruiz", "", "fog"),
    one("Ana and her student, fog", "Ana", "", "and her student, fog"),
    one("Ana Ruiz, fog,  rain ;  and snow", "Ana Ruiz", "", "fog,  rain ;  and snow"),
    one("Ana in Lund", "Ana", "", "in Lund"),
    one("Ana Ruiz, poster 15, room 4", "Ana Ruiz", "", "poster 15, room 4"),
    one("Ana Ruiz, met on Friday", "Ana Ruiz", "", "met on Friday"),
    one("Ana Ruiz, 2026-08-04 to 2026-08-06", "Ana Ruiz", "", "2026-08-04 to 2026-08-06"),
    one("Ana Ruiz, a & b, c/d, <e>", "Ana Ruiz", "", "a & b, c/d, <e>"),
    one("Ana Ruiz, <b>fog</b> &amp; rain", "Ana Ruiz", "", "<b>fog</b> &amp; rain"),
    one("Ana Ruiz, ☕ & 🌧️, naïve “quotes”", "Ana Ruiz", "", "☕ & 🌧️, naïve “quotes”"),
    one("Ana Ruiz, 1,000 sensors", "Ana Ruiz", "", "1,000 sensors"),
    Line("asdf ;; qwer ??", ("asdf",), note="qwer ??"),
    Line("send Ana the paper", todo=todo("Send Ana the paper")),
    Line("?!", ("?!",)),
    Line("", ()),
    Line(" \t ", ()),
    Line(", ;", ()),
)

PROMISES = (
    one("Thảo Nguyễn, Uni Lund, corridor width, send her the R code by Friday", "Thảo Nguyễn", "Uni Lund",
        "corridor width", todo("Send her the R code", FRI, "by Friday")),
    one("Ana Ruiz @CERN send the paper fri", "Ana Ruiz", "CERN", "", todo("Send the paper", FRI, "fri")),
    one("Ana Ruiz send the paper", "Ana Ruiz", "", "", todo("Send the paper")),
    one("Ana, ask about the postdoc next week", "Ana", "", "", todo("Ask about the postdoc", MON, "next week")),
    one("Ana, introduce her to Tom", "Ana", "", "", todo("Introduce her to Tom")),
    one("Ana, I'll email him on 4 aug", "Ana", "", "", todo("I'll email him", date(2026, 8, 4), "on 4 aug")),
    one("Ana, I’ll send it tomorrow", "Ana", "", "", todo("I’ll send it", date(2026, 6, 17), "tomorrow")),
    one("Ana, promised him the slides", "Ana", "", "", todo("Promised him the slides")),
    one("Ana, I promised to share data in 2 weeks", "Ana", "", "",
        todo("I promised to share data", date(2026, 6, 30), "in 2 weeks")),
    one("Ana, todo: send 2026-08-04 the data", "Ana", "", "",
        todo("Todo: send the data", date(2026, 8, 4), "2026-08-04")),
    one("Ana, remember to send slides", "Ana", "", "", todo("Remember to send slides")),
    one("Ana, don't forget to call", "Ana", "", "", todo("Don't forget to call")),
    one("Ana, by friday send the code", "Ana", "", "", todo("Send the code", FRI, "by friday")),
    one("Ana, send the slides, by fri, nice talk", "Ana", "", "nice talk", todo("Send the slides", FRI, "by fri")),
    one("Ana - send the slides - fri", "Ana", "", "", todo("Send the slides", FRI, "fri")),
    one("Ana, she'll send me the data fri", "Ana", "", "", todo("Send me the data", FRI, "fri", by_me=False)),
    one("Ana, he promised to ask Bo", "Ana", "", "", todo("Ask Bo", by_me=False)),
    one("Ana, and send the slides", "Ana", "", "", todo("And send the slides")),
    one("Ana\nfog\nsend the slides fri", "Ana", "", "fog", todo("Send the slides", FRI, "fri")),
    one("Ana, sends papers", "Ana", "", "sends papers"),
    one("Ana, send a@b.org the draft", "Ana", "", "", todo("Send a@b.org the draft"))._replace(emails=("a@b.org",)),
    Line("Ana, send the code fri, ask about fog", ("Ana",), "", "",
         (*todo("Send the code", FRI, "fri"), *todo("Ask about fog"))),
)  # fmt: skip

REACHED = (
    Line("Ana Ruiz ana@tide.example", ("Ana Ruiz",), emails=("ana@tide.example",)),
    Line("Ana Ruiz <ana@tide.example>", ("Ana Ruiz",), emails=("ana@tide.example",)),
    Line("Ana Ruiz, +47 912 34 567", ("Ana Ruiz",), phones=("+47 912 34 567",)),
    Line("Ana Ruiz, tel (0)30 1234567, fog", ("Ana Ruiz",), note="tel, fog", phones=("(0)30 1234567",)),
    Line("Ana Ruiz linkedin.com/in/Ana-Ruiz/", ("Ana Ruiz",), pages=("https://www.linkedin.com/in/ana-ruiz",)),
    Line("Ana Ruiz 0000-0002-1825-0097", ("Ana Ruiz",), pages=("https://orcid.org/0000-0002-1825-0097",)),
    Line("Ana Ruiz, @ana@fedi.example", ("Ana Ruiz",), pages=("https://fedi.example/@ana",)),
    Line("Ana Ruiz #fog #rain", ("Ana Ruiz",), topics=("fog", "rain")),
    Line("Ana Ruiz, #Heat vulnerability, Looms", ("Ana Ruiz",), topics=("heat vulnerability", "looms")),
    Line("Ana Ruiz, fog ana@tide.example rain", ("Ana Ruiz",), note="fog rain", emails=("ana@tide.example",)),
    Line("ana@tide.example", emails=("ana@tide.example",)),
)

SEVERAL = (
    Line("Ana Ruiz and Bo Lindqvist, @CERN, send both the paper fri", ("Ana Ruiz", "Bo Lindqvist"), "CERN", "",
         todo("Send both the paper", FRI, "fri")),
    Line("Ana and Bo", ("Ana", "Bo")),
    Line("ana ruiz and bo lindqvist", ("ana ruiz", "bo lindqvist")),
    Line("Ana Ruiz & Bo Lindqvist @CERN", ("Ana Ruiz", "Bo Lindqvist"), "CERN"),
    Line("Ana Ruiz and Bo Ek and Cai Xu, fog", ("Ana Ruiz", "Bo Ek", "Cai Xu"), note="fog"),
    Line("Ana Ruiz, Bo Ek and Cai Xu, fog", ("Ana Ruiz", "Bo Ek", "Cai Xu"), note="fog"),
    Line("Ana Ruiz, Bo Ek, Cai Xu and Di Li", ("Ana Ruiz", "Bo Ek", "Cai Xu", "Di Li")),
    Line("Prof. Ana Ruiz and Dr. Bo Ek work on fog", ("Prof. Ana Ruiz", "Dr. Bo Ek"), note="work on fog"),
    Line("Ana Ruiz og Bo Ek", ("Ana Ruiz", "Bo Ek")),
    Line("Ana Ruiz und Bo Ek", ("Ana Ruiz", "Bo Ek")),
    Line("Marie Curie et Pierre Curie @Sorbonne", ("Marie Curie", "Pierre Curie"), "Sorbonne"),
    Line("Дмитрий Иванов и Анна Петрова, @МГУ", ("Дмитрий Иванов", "Анна Петрова"), "МГУ"),
    Line("Γιώργος Παππάς και Ελένη Νίκου", ("Γιώργος Παππάς", "Ελένη Νίκου")),
    Line("Nagy Péter és Kiss Anna", ("Nagy Péter", "Kiss Anna")),
    Line("Ana and I talked about heat", ("Ana",), note="and I talked about heat"),
    Line("José Ortega y Gasset and Luís dos Santos", ("José Ortega y Gasset", "Luís dos Santos")),
    Line("Met Ana Ruiz and Bo Ek at CERN", ("Ana Ruiz", "Bo Ek"), "CERN"),
    Line("Ana Ruiz, @Marks and Spencer, fog", ("Ana Ruiz",), "Marks and Spencer", "fog"),
    Line("Ana Ruiz at Marks and Spencer", ("Ana Ruiz",), "Marks and Spencer"),
    Line("Ana Ruiz @Center for Fog and Rain, snow", ("Ana Ruiz",), "Center for Fog and Rain", "snow"),
    Line("Ana Ruiz, fog and rain", ("Ana Ruiz",), note="fog and rain"),
    Line("Ana likes maps and bikes", ("Ana",), note="likes maps and bikes"),
    Line("ana likes maps and bikes a lot", ("ana likes",), note="maps and bikes a lot"),
    Line("Ruiz and Sons Ltd", ("Ruiz",), note="and Sons Ltd"),
    Line("Ana Ruiz and Bo Ek", ("Ana Ruiz and Bo Ek",), several=False),
)  # fmt: skip

TOLD = (
    Line("Ana Ruiz, Tide, fog", ("Ana Ruiz",), "Tide", "fog", told=(Told("Tide", "organisation"),)),
    Line("Okoye, Ines, @CERN", ("Okoye, Ines",), "CERN", told=(Told("Okoye, Ines", "name"),)),
    Line("Ana Ruiz @CERN", ("Ana Ruiz",), note="@CERN", told=(Told("@CERN", "note"),)),
    Line("Ana Ruiz, postdoc, fog", ("Ana Ruiz",), note="fog", role="postdoc", told=(Told("postdoc", "role"),)),
    Line("Ana Ruiz, fog", ("Ana Ruiz",), topics=("fog",), told=(Told("fog", "topic"),)),
    Line("Ana Ruiz, send help", ("Ana Ruiz",), note="send help", told=(Told("send help", "note"),)),
    Line("Ana Ruiz, coffee fri", ("Ana Ruiz",), todo=todo("Coffee", FRI, "fri"), told=(Told("coffee fri", "promise"),)),
    Line("Ana Ruiz, +47 912 34 567", ("Ana Ruiz",), note="+47 912 34 567", told=(Told("+47 912 34 567", "note"),)),
    Line("Ana Ruiz, fog", ("Ana Ruiz",), note="fog", told=(Told("gone from the line", "topic"),)),
)

LINES = (*NAMES, *SEPARATED, *NOTES, *PROMISES, *REACHED, *SEVERAL, *TOLD)
