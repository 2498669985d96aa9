"""Finding whom to reach in the window: from papers, a programme, a place, a topic; by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hallway.ui.frame.places import Place
from hallway.ui.outreach.finding_panel import FindingPanel
from hallway.ui.parts.suggest import Suggest
from hallway.ui.shell.window import Window
from hallway.usecases import importing, outreach, wishes
from hallway.usecases.desk import Desk
from tests.formats.files import SAMPLES, sample
from tests.makers import add_person
from tests.ui.house import CONTROL, LEFT, nameless, open_window, press, same_names, settle, undo, words_on


@pytest.fixture
def window(qtbot: QtBot, filed: Desk, tmp_path: Path) -> Window:
    add_person(filed, "Adaeze Nwosu", topics=("Street trees",))
    add_person(filed, "Lena Ost", topics=("Street trees",), organisation="Uni Lund", known=False)
    filed.do(importing.apply, filed.ask(importing.review, importing.read([("s.xml", sample("frab.xml"))])))
    return open_window(qtbot, filed, tmp_path, Place("people"))


@pytest.fixture
def panel(qtbot: QtBot, window: Window) -> FindingPanel:
    window.frame.catalogue.run("outreach.find")
    settle()
    found = window.overlay()
    assert isinstance(found, FindingPanel)
    return found


def read(qtbot: QtBot, panel: FindingPanel, path: Path = SAMPLES / "corridors.bib") -> None:
    panel.finding.take_files([path])
    qtbot.waitUntil(lambda: panel.finding.job is None, timeout=10_000)
    settle()


def names(panel: FindingPanel) -> list[str]:
    return [row.found.name for row in panel.finding.rows]


def test_authors_become_wishes_by_keys(qtbot: QtBot, window: Window, panel: FindingPanel, filed: Desk) -> None:
    assert not panel.want.isEnabled()
    read(qtbot, panel)
    first, second = panel.finding.rows[:2]
    first.box.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    qtbot.mouseClick(second, LEFT)
    assert "2 chosen" in words_on(panel)
    press(qtbot, window, Qt.Key.Key_Return, CONTROL)
    assert [wish.person for wish in filed.ask(wishes.at_large)] == [first.found.name, second.found.name]
    assert not {first.found.name, second.found.name} & set(names(panel))
    panel.close_panel()
    undo(qtbot, window)
    assert not filed.ask(wishes.at_large)


def test_they_can_be_ideas_to_write_to(qtbot: QtBot, panel: FindingPanel, filed: Desk) -> None:
    read(qtbot, panel)
    panel.finding.rows[0].box.toggle()
    chosen = panel.finding.rows[0].found
    qtbot.mouseClick(panel.plan, LEFT)
    settle()
    assert [stood.one.person for stood in filed.ask(outreach.everything)] == [chosen.name]


def test_a_dozen_at_once_and_more_on_demand(qtbot: QtBot, panel: FindingPanel, tmp_path: Path) -> None:
    one = "@article{{k{0}, author={{Nth{0}, Nina}}, title={{Paper {0} of many}}, year=2020}}"
    many = "\n".join(one.format(number) for number in range(20))
    path = tmp_path / "many.bib"
    path.write_text(many)
    read(qtbot, panel, path)
    assert len(panel.finding.rows) == 12
    qtbot.mouseClick(panel.finding.more, LEFT)
    settle()
    assert len(panel.finding.rows) == 20
    assert not panel.finding.more.isVisible()


def test_speakers_are_wished_for_at_their_event(qtbot: QtBot, panel: FindingPanel, filed: Desk) -> None:
    panel.finding.sources.chosen.emit("programme")
    settle()
    assert len(panel.finding.rows) == 3
    panel.finding.rows[0].box.toggle()
    qtbot.mouseClick(panel.want, LEFT)
    settle()
    event_id = panel.finding.programmes.currentData()
    assert len(filed.ask(wishes.of_event, event_id)) == 1


def test_a_topic_and_a_place(qtbot: QtBot, panel: FindingPanel) -> None:
    for key, field, words in (("topic", panel.finding.topic, "stree"), ("place", panel.finding.place, "uni")):
        panel.finding.sources.chosen.emit(key)
        settle()
        assert not panel.finding.rows
        field.setFocus()
        qtbot.keyClicks(field, words)
        suggest = field.findChild(Suggest)
        suggest.chosen.emit(suggest.best())
        settle()
        assert names(panel) == ["Lena Ost"]


def test_what_cannot_be_read_is_said(qtbot: QtBot, panel: FindingPanel) -> None:
    read(qtbot, panel, SAMPLES / "apple.vcf")
    assert any("There are no papers in this." in words for words in words_on(panel))
    read(qtbot, panel)
    assert not any("There are no papers in this." in words for words in words_on(panel))


def test_nobody_new_is_said_kindly(qtbot: QtBot, panel: FindingPanel, tmp_path: Path) -> None:
    path = tmp_path / "known.bib"
    path.write_text("@article{k, author={Nwosu, Adaeze}, title={Only hers}}")
    read(qtbot, panel, path)
    assert "Nobody new here" in words_on(panel)


def test_everything_has_a_name(qtbot: QtBot, panel: FindingPanel) -> None:
    read(qtbot, panel)
    assert not nameless(panel)
    assert not same_names(panel)


def test_it_opens_from_the_palette(window: Window) -> None:
    spec = next(one for one in window.frame.catalogue.all() if one.key == "outreach.find")
    assert "bibtex" in spec.words
