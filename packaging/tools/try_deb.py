"""Tries a Debian package as somebody without Python would: `try_deb.py DEB ROOT PICTURES`, as root, in the .venv.

ROOT is the folder of a bare Debian (made by debootstrap --variant=minbase) that nothing else is wanted of. The package
is installed there by apt, started from its desktop entry on a screen of its own, given an address card as a double
click gives it, made to test itself, and removed again. What the screen showed is in the folder PICTURES.
"""

from __future__ import annotations

import configparser
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

USER, HOME = "ada", Path("home/ada")
ENTRY = Path("usr/share/applications/hallway.desktop")
SCREEN = ":97"
SHOWN_AFTER = 6  # seconds
CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Grace Hopper\nEMAIL:grace@example.org\nORG:Navy\nEND:VCARD\n"
NOT_OURS = (
    "proc", "sys", "dev", "run", "tmp", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log", "etc/ld.so.cache",
)  # fmt: skip
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def main(package: Path, root: Path, pictures: Path) -> None:
    """Try it all; ends with an error at the first thing that is not as it should be."""
    pictures.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        stack.enter_context(mounted(root))
        stack.enter_context(screen(root))
        before = listed(root)
        shutil.copy(package, root / "tmp" / "hallway.deb")
        begun = time.monotonic()
        inside(root, "apt-get", "-y", "--no-install-recommends", "install", "/tmp/hallway.deb")
        print(f"installed in {time.monotonic() - begun:.0f} s, with what it depends on")
        assert not list((root / "usr/bin").glob("python*")), "a Python is there"
        inside(root, "useradd", "--create-home", USER)
        (root / HOME / "grace.vcf").write_text(CARD, encoding="utf-8")
        inside(root, "chown", USER, f"/{HOME}/grace.vcf")
        inside(root, "su", USER, "-c", "QT_QPA_PLATFORM=offscreen hallway self-test")
        started(root, [], pictures / "started.png")
        started(root, [f"/{HOME}/grace.vcf"], pictures / "double-click.png")
        inside(root, "su", USER, "-c", f"hallway import /{HOME}/grace.vcf && hallway find grace | grep Hopper")
        inside(root, "apt-get", "-y", "purge", "--autoremove", "hallway")
        left = {one for one in listed(root) - before if not one.startswith((str(HOME), "etc/"))}
        assert not left, f"left behind: {sorted(left)[:20]}"
        assert (root / HOME / ".local/share/hallway/hallway.db").exists(), "the user's data went with the package"
    print("installed, started, opened a card, tested itself, and left nothing but the user's data")


def started(root: Path, files: list[str], picture: Path) -> None:
    """Start it as a desktop does, look at the screen, and let it end as a log-out does."""
    words = inside_words(root, "su", USER, "-c", f"cd; exec {command(root, files)}")
    with subprocess.Popen(words, env=variables() | {"DISPLAY": SCREEN}, start_new_session=True) as running:
        time.sleep(SHOWN_AFTER)
        assert running.poll() is None, "it ended by itself"
        grab = {"DISPLAY": SCREEN, "QT_QPA_PLATFORM": "xcb", "PATH": os.environ["PATH"]}
        subprocess.run([sys.executable, "-c", GRAB, str(picture)], env=grab, check=True)
        os.killpg(running.pid, signal.SIGTERM)
    print(f"{picture.name} shows what was on the screen")


def command(root: Path, files: list[str]) -> str:
    """What the desktop entry says to run, with the files it was double-clicked on."""
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(root / ENTRY, encoding="utf-8")
    return entry["Desktop Entry"]["Exec"].replace("%F", " ".join(files))


def listed(root: Path) -> set[str]:
    """Every file of the system, but for what apt and the kernel keep for themselves."""
    found = set()
    for folder, folders, names in os.walk(root):
        place = Path(folder).relative_to(root)
        folders[:] = [one for one in folders if str(place / one) not in NOT_OURS]
        found |= {str(place / name) for name in names}
    return found - set(NOT_OURS)


def inside(root: Path, *words: str) -> None:
    """Run something in that system, as its root."""
    subprocess.run(inside_words(root, *words), env=variables(), check=True)


def inside_words(root: Path, *words: str) -> list[str]:
    """The same as words to run here."""
    return ["chroot", str(root), *words]


def variables() -> dict[str, str]:
    """A plain environment, in which apt asks nothing."""
    return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}


@contextmanager
def mounted(root: Path) -> Iterator[None]:
    """The kernel's folders in there, and the door to the screen."""
    places = [("proc", "/proc"), ("dev", "/dev"), ("tmp/.X11-unix", "/tmp/.X11-unix")]
    Path("/tmp/.X11-unix").mkdir(exist_ok=True, mode=0o1777)
    (root / "tmp/.X11-unix").mkdir(exist_ok=True, parents=True)
    for place, source in places:
        subprocess.run(["mount", "--bind", source, str(root / place)], check=True)
    try:
        yield
    finally:
        for place, _ in reversed(places):
            subprocess.run(["umount", "-l", str(root / place)], check=True)


@contextmanager
def screen(root: Path) -> Iterator[None]:
    """A screen without a machine behind it."""
    words = ["Xvfb", SCREEN, "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as running:
        time.sleep(1)
        try:
            yield
        finally:
            running.terminate()


if __name__ == "__main__":
    main(*(Path(word).absolute() for word in sys.argv[1:4]))
