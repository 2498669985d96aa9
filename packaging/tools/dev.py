"""The workshop door: `python3 packaging/tools/dev.py run` opens Hallway, `test` runs its tests.

This file alone has to start on any Python 3, so that an old one is told kindly. The rest needs 3.11.
"""

import subprocess
import sys

OLDEST = (3, 11)
NEWEST = (3, 14)  # the newest one the locked packages have wheels for

TOO_OLD = """Hallway needs Python 3.11 or newer; this is Python {version}, and no newer one was found.

  Debian 12, Ubuntu 24.04 and later   sudo apt-get install python3 python3-venv
  Ubuntu 22.04                        sudo apt-get install python3.11 python3.11-venv
  Fedora                              sudo dnf install python3.13
  macOS, Windows                      an installer from python.org

Then give the same command again; a newer Python is found by itself."""


def fits(version: "tuple[int, ...]") -> bool:
    """Whether Hallway's locked packages exist for this Python."""
    return OLDEST <= version[:2] <= NEWEST


def names(platform: str) -> "list[list[str]]":
    """The commands by which a fitting Python may be called here, newest first."""
    minors = range(NEWEST[1], OLDEST[1] - 1, -1)
    if platform == "win32":
        return [["py", "-3.%d" % minor] for minor in minors]
    return [["python3.%d" % minor] for minor in minors]


def version_of(command: "list[str]") -> "tuple[int, ...]":
    """What Python this command starts; () when it starts none, as a version switcher's stand-in may."""
    question = "import sys; print('%d %d' % sys.version_info[:2])"
    try:
        answer = subprocess.check_output([*command, "-c", question], stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(part) for part in answer.split())


def fitting_python() -> "list[str]":
    """The first command that starts a fitting Python; [] when there is none."""
    for command in names(sys.platform):
        if fits(version_of(command)):
            return command
    return []


def main() -> int:
    """Hand over to tasks.py, in a fitting Python."""
    if not fits(sys.version_info[:2]):
        other = fitting_python()
        if other:
            return subprocess.call([*other, __file__, *sys.argv[1:]])
        if sys.version_info < OLDEST:
            print(TOO_OLD.format(version="%d.%d" % sys.version_info[:2]), file=sys.stderr)
            return 1
    import tasks  # only now: an old Python could not even read it

    return tasks.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
