"""Locking and unlocking: nothing of the record is left in any window, and one comes back to where one was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hallway import wiring
from hallway.domain.errors import DatabaseBusy
from hallway.domain.key_file import Cost, Key
from hallway.host import vault
from hallway.host.instance import Instance
from hallway.store import encryption
from hallway.ui.capture.panel import CaptureWindow
from hallway.ui.frame.places import Place
from hallway.ui.frame.preferences import Preferences
from hallway.ui.parts.log_panel import open_log
from hallway.ui.settings.page import SettingsPage
from hallway.ui.settings.passphrase_panels import ChoosePanel
from hallway.ui.shell.application import _Session
from hallway.ui.shell.locking import Idle
from hallway.ui.shell.unlock import UnlockWindow
from hallway.ui.shell.window import Window
from hallway.ui.shell.written_panel import WrittenPanel
from hallway.usecases import passphrase, people
from hallway.usecases.desk import Desk
from hallway.usecases.opening import USUAL, How
from tests.makers import add_moment, add_person
from tests.ui.house import nameless, same_names, settle, strip, words_on

WORDS = "three slow looms"
MARKER = "Xylomarkera"
CHEAP = Cost(2, 1, 1)


@pytest.fixture(autouse=True)
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """No password store of the machine that tests run on is asked."""
    monkeypatch.setattr(vault, "password", lambda name: None)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def prepared(home: Path) -> passphrase.Prepared:
    """An encrypted record with somebody in it."""
    desk = wiring.open_desk(home, "test")
    add_moment(desk, add_person(desk, f"{MARKER} Ek", notes=f"{MARKER} weaves"), summary=f"{MARKER} told of looms")
    made = passphrase.prepare(WORDS, CHEAP)
    passphrase.turn_on(desk, made)
    desk.close()
    return made


class Walk:
    """Steps that are taken one after another while a session runs its own event loop; ends it after the last."""

    def __init__(self, session: _Session, qtbot: QtBot, steps: Iterator[None]) -> None:
        self.session, self.qtbot, self._steps = session, qtbot, steps
        self.error: BaseException | None = None
        self._timer = QTimer(interval=30)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def _next(self) -> None:
        self._timer.stop()  # a step may let Qt do what it put off
        try:
            next(self._steps)
        except StopIteration:
            self._end()
        except BaseException as error:
            self.error = error
            self._end()
        else:
            self._timer.start()

    def _end(self) -> None:
        for window in QApplication.topLevelWidgets():
            window.close()
        QTimer.singleShot(0, QApplication.instance().quit)


Stepping = Callable[[_Session], Iterator[None]]


@pytest.fixture
def walk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Callable[..., int]]:
    """Run a session as the application does, with steps of a person in it."""
    home.mkdir(exist_ok=True)

    def run(steps: Stepping, *, capture: bool = False) -> int:
        with Instance(home) as instance:
            assert instance.acquire()
            session = _Session(qapp, home, instance)
            session.ending.has_begun = True  # those are for the test runner here
            walking = Walk(session, qtbot, steps(session))

            def open_desk(key: Key | None = None, how: How = USUAL) -> Desk:
                return wiring.open_desk(home, "window", key=key, how=how)

            code = session.run(open_desk, capture, False)
            for notifier in session.findChildren(QSocketNotifier):
                notifier.setEnabled(False)
            session.deleteLater()
            settle()
            if walking.error is not None:
                raise walking.error
            assert next(walking._steps, "done") == "done", "the session ended before the last step"
            return code

    import sys

    before = sys.excepthook
    yield run
    sys.excepthook = before


def until(found: Callable[[], object]) -> Iterator[None]:
    """Wait some steps for something."""
    for _ in range(200):
        if found():
            return
        yield
    raise AssertionError("waited in vain")


def unlock_window() -> UnlockWindow | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, UnlockWindow) and one.isVisible()]
    return found[0] if found else None


def give(words: str) -> Iterator[None]:
    """Type a passphrase and press Enter."""
    yield from until(unlock_window)
    window = unlock_window()
    assert window is not None
    window.field.line.setText(words)
    QTest.keyClick(window.field.line, Qt.Key.Key_Return)
    yield from until(lambda: window._job is None)


def all_words() -> str:
    """Every word that any widget of the application holds, shown or not."""
    found = []
    for widget in QApplication.allWidgets():
        found += [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            found.append(widget.toPlainText())
    return "\n".join(found)


def test_p11_locked_nothing_is_left_and_unlocked_one_is_back(
    walk: Callable[..., int], prepared: passphrase.Prepared, home: Path
) -> None:
    def steps(session: _Session) -> Iterator[None]:
        yield from give(WORDS)
        yield from until(lambda: session.window is not None and session.window.isVisible())
        window = session.window
        assert window is not None
        desk = window.frame.bridge.desk
        person = desk.ask(people.named, MARKER)[0]
        window.frame.navigator.go(Place("people", "person", person))
        yield from until(lambda: MARKER in all_words())
        window.activateWindow()
        yield from until(window.isActiveWindow)
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_L, held)
        yield from until(unlock_window)
        assert MARKER not in all_words()
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
        assert {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()} == {"Hallway"}
        assert desk.database.key is None and not desk.database.is_open
        assert not (home / "hallway.db-wal").exists(), "closed to the last connection"
        yield from give(WORDS)
        yield from until(lambda: session.window is not None and session.window.isVisible())
        assert session.window is not None
        assert session.window.frame.navigator.here == Place("people", "person", person)
        yield from until(lambda: MARKER in all_words())

    assert walk(steps) == 0


def test_p4_the_screen_tells_wrong_from_damaged(
    walk: Callable[..., int], prepared: passphrase.Prepared, home: Path
) -> None:
    said = []

    def steps(session: _Session) -> Iterator[None]:
        yield from give("not this one")
        window = unlock_window()
        assert window is not None and window.message.isVisible() and window.field.line.isEnabled()
        said.append(window.message.label.text())
        assert MARKER not in all_words() and nameless(window) == [] and not same_names(window)
        key = encryption.key_path(home / "hallway.db")
        held = key.read_bytes()
        key.write_bytes(held.replace(prepared.file.by_passphrase.check.hex().encode(), b"0" * 64))
        window.close()

    assert walk(steps) == 1

    def again(session: _Session) -> Iterator[None]:
        yield from give(WORDS)
        window = unlock_window()
        assert window is not None
        said.append(window.message.label.text())

    assert walk(again) == 1
    assert "not the passphrase" in said[0] and "damaged" in said[1]


def test_the_recovery_key_opens_it(walk: Callable[..., int], prepared: passphrase.Prepared) -> None:
    def steps(session: _Session) -> Iterator[None]:
        yield from until(unlock_window)
        window = unlock_window()
        assert window is not None
        assert window.focusWidget() is window.field.line
        assert window.field.line.echoMode() == QLineEdit.EchoMode.Password
        window.other.click()
        assert "recovery key" in " ".join(words_on(window)).lower()
        assert window.field.line.echoMode() == QLineEdit.EchoMode.Normal
        yield from give(prepared.recovery_key.lower().replace("-", " "))
        yield from until(lambda: session.window is not None)

    assert walk(steps) == 0


def test_leaving_the_screen_leaves_the_record_as_it_is(
    walk: Callable[..., int], prepared: passphrase.Prepared, home: Path
) -> None:
    before = (home / "hallway.db").read_bytes()

    def steps(session: _Session) -> Iterator[None]:
        yield from until(unlock_window)
        window = unlock_window()
        assert window is not None
        window.leave.click()

    assert walk(steps) == 1
    assert (home / "hallway.db").read_bytes() == before


def test_what_was_half_written_is_given_back(walk: Callable[..., int], prepared: passphrase.Prepared) -> None:
    def steps(session: _Session) -> Iterator[None]:
        yield from give(WORDS)
        yield from until(lambda: session.window is not None and session.window.isVisible())
        window = session.window
        assert window is not None
        open_log(window.frame)
        yield from until(window.overlay)
        panel = window.overlay()
        assert panel is not None
        QTest.keyClicks(panel.findChildren(QTextEdit)[0], "half a thought")
        window.frame.catalogue.run("window.lock")
        yield from until(unlock_window)
        assert "half a thought" not in all_words()
        yield from give(WORDS)
        yield from until(lambda: session.window is not None and session.window.overlay() is not None)
        assert session.window is not None
        back = session.window.overlay()
        assert isinstance(back, WrittenPanel) and "half a thought" in back.text.toPlainText()

    assert walk(steps) == 0


def test_the_capture_line_is_locked_too(walk: Callable[..., int], prepared: passphrase.Prepared) -> None:
    def alone() -> CaptureWindow | None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, CaptureWindow) and one.isVisible()]
        return shown[0] if shown else None

    def steps(session: _Session) -> Iterator[None]:
        yield from until(unlock_window)
        assert alone() is None
        yield from give(WORDS)
        yield from until(alone)
        session._leave("locked")
        yield from until(unlock_window)
        assert alone() is None
        yield from give(WORDS)
        yield from until(alone)

    assert walk(steps, capture=True) == 0


# --- the machine's own password store


class Store:
    """What the machine's store answers, and how often it was asked."""

    def __init__(self, answer: Callable[[str], str | None]) -> None:
        self.answer, self.asked = answer, 0

    def password(self, name: str) -> str | None:
        self.asked += 1
        return self.answer(name)


def remember(qapp: QApplication, home: Path) -> None:
    home.mkdir(exist_ok=True)
    with Instance(home) as instance:
        Preferences(_Session(qapp, home, instance).settings).keep_remembered(True)


def test_p5_remembered_here_it_opens_without_being_asked_once(
    walk: Callable[..., int],
    prepared: passphrase.Prepared,
    home: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = Store(lambda name: prepared.key.secret.hex())
    monkeypatch.setattr(vault, "password", store.password)
    remember(qapp, home)

    def steps(session: _Session) -> Iterator[None]:
        yield from until(lambda: session.window is not None and session.window.isVisible())
        assert unlock_window() is None and session.window is not None
        session.window.frame.catalogue.run("window.lock")
        yield from until(unlock_window)
        for _ in range(10):
            yield
        assert unlock_window() is not None, "locked is locked"

    assert walk(steps) == 0
    assert store.asked == 1


def kept_in(home: Path) -> dict[str, bytes]:
    """The record and its key, byte for byte."""
    return {name: (home / name).read_bytes() for name in ("hallway.db", "hallway.key")}


@pytest.mark.parametrize(
    "answer",
    [lambda name: None, lambda name: "", lambda name: "rubbish", lambda name: "00" * 32],
    ids=["missing", "empty", "changed", "another"],
)
def test_p5_a_store_that_lost_it_leads_to_the_passphrase(
    walk: Callable[..., int], prepared: passphrase.Prepared, home: Path, qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch, answer: Callable[[str], str | None],
) -> None:  # fmt: skip
    monkeypatch.setattr(vault, "password", answer)
    remember(qapp, home)
    before = kept_in(home)

    def steps(session: _Session) -> Iterator[None]:
        yield from until(unlock_window)
        assert kept_in(home) == before
        yield from give(WORDS)
        yield from until(lambda: session.window is not None)

    assert walk(steps) == 0


def test_p5_a_store_that_throws_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Throwing:
        priority = 5

        def get_password(self, service: str, name: str) -> str:
            raise RuntimeError("locked")

    Throwing.__module__ = "keyring.backends.SecretService"
    monkeypatch.undo()
    monkeypatch.setattr(vault, "_store", Throwing)
    assert vault.password("record x") is None
    assert vault.password_in_time("record x", 5) is None


def test_p5_a_store_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    never = threading.Event()
    monkeypatch.setattr(vault, "password", lambda name: str(never.wait(5)))
    assert vault.password_in_time("record x", 0.05) is None
    never.set()


# --- nobody at the window


class Hands:
    """A clock one moves, and minutes one chooses."""

    def __init__(self) -> None:
        self.now, self.minutes, self.passed = datetime(2026, 6, 17, 10), 5, 0

    def later(self, idle: Idle, seconds: int) -> None:
        """Time passes as it does for a machine that is awake."""
        for _ in range(seconds // 5):
            self.now += timedelta(seconds=5)
            idle.look()


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def idle(qtbot: QtBot, hands: Hands) -> Iterator[Idle]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Idle(lambda: hands.minutes, lambda: hands.now, window)

    def count() -> None:
        hands.passed += 1

    made.passed.connect(count)
    yield made
    window.close()


def test_p11_after_so_many_minutes_without_use_it_is_time(idle: Idle, hands: Hands) -> None:
    hands.later(idle, 295)
    assert hands.passed == 0
    hands.later(idle, 10)
    assert hands.passed >= 1


def test_p11_a_key_or_the_mouse_begins_anew(idle: Idle, hands: Hands) -> None:
    window = QWindow()
    window.resize(100, 100)
    window.show()
    QApplication.processEvents()
    idle._listen(window)
    hands.later(idle, 250)
    QTest.keyClick(window, Qt.Key.Key_A)
    hands.later(idle, 250)
    QTest.mouseMove(window, QPoint(9, 9))
    QApplication.processEvents()
    hands.later(idle, 250)
    assert hands.passed == 0
    hands.later(idle, 100)
    assert hands.passed > 0


def test_p11_never_is_never(idle: Idle, hands: Hands) -> None:
    hands.minutes = 0
    hands.later(idle, 3600)
    hands.now += timedelta(hours=5)
    idle.look()
    assert hands.passed == 0


def test_p11_a_machine_that_slept_is_locked_when_it_wakes(idle: Idle, hands: Hands) -> None:
    hands.now += timedelta(minutes=3)
    idle.look()
    assert hands.passed == 1


# --- encrypting from the window


def test_p3_encrypted_from_settings_the_window_comes_back(
    walk: Callable[..., int], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase, "Cost", lambda: CHEAP)
    desk = wiring.open_desk(home, "test")
    add_person(desk, f"{MARKER} Ek")
    desk.close()

    def steps(session: _Session) -> Iterator[None]:
        yield from until(lambda: session.window is not None and session.window.isVisible())
        window = session.window
        assert window is not None
        window.frame.catalogue.run("window.lock")  # without a passphrase it leads to where one is chosen
        yield from until(lambda: isinstance(window.page, SettingsPage))
        assert isinstance(window.page, SettingsPage)
        window.page.passphrase.choose.click()
        panel = window.overlay()
        assert isinstance(panel, ChoosePanel)
        for field in panel.fields():
            field.line.setText(WORDS)
        panel.write()
        yield from until(lambda: panel.prepared is not None)
        panel.write()
        yield from until(lambda: session.window is not None and session.window is not window)
        again = session.window
        assert again is not None
        yield from until(again.isVisible)
        assert again.frame.navigator.here == Place("settings", "passphrase")
        assert passphrase.is_on(again.frame.bridge.desk)
        toast = again.toasts.current()
        assert toast is not None and "encrypted" in " ".join(words_on(toast))
        assert again.frame.bridge.ask(people.named, MARKER)
        again.frame.catalogue.run("window.lock")
        yield from give(WORDS)
        yield from until(lambda: session.window is not None)

    assert walk(steps) == 0
    assert not any(MARKER.encode() in one.read_bytes() for one in home.rglob("*") if one.is_file())


def test_what_kept_it_from_being_encrypted_is_said(
    walk: Callable[..., int], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = wiring.open_desk(home, "test")
    add_person(desk, "Ada Lovelace")
    desk.close()

    def busy(*_: object) -> None:
        raise DatabaseBusy("Your record is open in another place.", "Nothing was changed.", "Close it there.")

    def steps(session: _Session) -> Iterator[None]:
        yield from until(lambda: session.window is not None and session.window.isVisible())
        window = session.window
        assert window is not None
        window.frame.bridge.closing_wanted.emit(busy, "done")
        yield from until(lambda: session.window is not None and session.window is not window)
        again = session.window
        assert again is not None
        yield from until(again.isVisible)
        assert "open in another place" in strip(again)
        assert again.frame.bridge.ask(people.count) == 1

    assert walk(steps) == 0
