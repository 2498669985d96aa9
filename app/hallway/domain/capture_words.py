"""The words and marks that a capture line is read by."""

from __future__ import annotations

import re

from hallway.domain.names import PARTICLES

PROMISE_VERBS = frozenset(
    "send ask introduce share write email e-mail mail call phone ring read forward invite thank meet remind show give "
    "lend bring check find look review connect recommend tell message text post reply follow arrange organise organize "
    "propose suggest schedule book visit return try print submit join cite add get let update".split()
)
PROMISE_LEADS = re.compile(
    r"(?:(?:and|then|also|please|to ?do:?|promised|promise|need|have|i|we|must|i['’]ll|i['’]d|will|to|remember|"
    r"don['’]t forget)\s+)*",
    re.IGNORECASE,
)
PROMISED = re.compile(r"(?:i |we )?(?:have |had )?promised? ", re.IGNORECASE)
THEIRS = re.compile(r"(?:and )?(?:she|he|they)(?:['’]ll| will| promised(?: me)?(?: to)?)\s+", re.IGNORECASE)

SMALL_WORDS = frozenset(
    "of and for de la le les du des di da do der die das für fur et und e y at in on van von & i".split()
)
"""Small words that stand within the name of an organisation."""
ORGANISATION_WORDS = frozenset(
    "uni univ university universität universitat université universite universidad università universita universidade "
    "universitet universiteit uniwersytet univerzita institute institut instituto istituto inst college school faculty "
    "department dept lab laboratory labs center centre hospital clinic academy foundation fund agency ministry council "
    "museum observatory society association gmbh ltd inc llc corp ag bv ab polytechnic eth tu".split()
)
NAME_PARTICLES = PARTICLES | frozenset(
    "auf aus op aan den 't tot zum 's thor vande dalla delle dei los lo li ap ab ferch née nee ould wa ter af e y i "
    "bat binti binte d' ul ud ur".split()
)
"""Small words inside a name; they count only before a word with a capital."""
CLINGING = re.compile(
    r"(?:(?:[dltsmnoó]|dell|dall|sant|al|el|ul|ad|an|as|ar|at|az|ash|ath|ben|ibn|bin)['’ʼ‘-]|de|di|du|la|le|van|von|mac|"
    r"mc|fitz|[hnt])(?=[^\W\d_])",
    re.IGNORECASE,
)
"""A particle that clings to its word: d’Alembert, al-Khwarizmi, deGrasse, hEithir."""
JOINERS = frozenset({"and", "&", "+", "und", "et", "och", "og", "és", "и", "και"})
"""Words between two people; not "y" and "e", which stand within Spanish and Portuguese names."""
MET = re.compile(r"\s*(?:i |we )?(?:just )?(?:met|spoke (?:to|with)|talked (?:to|with))\s+", re.IGNORECASE)

ENDS_NAME = re.compile(r"[,;:\n\t@#(|，；、،؛]|\s(?:at|from)\s|\s[-–—/·]\s", re.IGNORECASE)
SEPARATORS = re.compile(r"[,;\n\t|，；、،؛]|(?<=\s)[-–—/·](?=\s)")
TOPIC = re.compile(r"(?<![\w&/])#(\w[\w-]*)")
EMAIL = re.compile(r"(?<![\w.+@-])[\w.+-]+@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w@])")
PHONE = re.compile(r"(?<![\w.+-])(?:\+|00|\(0|0)[\d ()./-]{5,}\d(?![\w-])")
WORD = re.compile(r"\S+")

FIGURES_OF_A_PHONE = range(7, 16)
"""How many figures a telephone number has (ITU-T E.164 allows 15)."""


def is_small(word: str) -> bool:
    """Whether a word begins with a small letter or a figure; letters without case are not small."""
    return word[:1].islower() or word[:1].isdigit()
