"""What the process of `host.apart` is made to do by its tests: well-behaved, greedy, slow, broken and curious."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hallway.domain.errors import Ambiguous, FileTrouble, Refused

Report = Callable[[int, int], None]

ERRORS = {
    "refused": Refused("Ålesund is no format.", "Nothing was changed.", "Choose one."),
    "file": FileTrouble("The file is locked."),
    "ambiguous": Ambiguous("Which Ada?", ("Ada L.", "Ada B."), "Say more."),
}


def give_back(value: object, report: Report) -> object:
    return value


def count(upto: int, report: Report) -> int:
    for done in range(upto):
        report(done, upto)
    return upto


def report_and_sleep(seconds: float, report: Report) -> None:
    report(os.getpid(), 0)
    time.sleep(seconds)


def fill_memory(megabytes: int, step: int, report: Report) -> int:
    return len([b"x" * step * 1_000_000 for _ in range(megabytes // step)])


def spin(report: Report) -> None:
    while True:
        pass


def end(code: int, report: Report) -> None:
    os._exit(code)


def be_killed(number: int, report: Report) -> None:
    os.kill(os.getpid(), number)
    time.sleep(10)


def fall_over(words: str, report: Report) -> None:
    raise ValueError(words)


def raise_on_purpose(which: str, report: Report) -> None:
    raise ERRORS[which]


def dig(depth: int, report: Report) -> int:
    return dig(depth + 1, report)


def nest(depth: int, report: Report) -> object:
    found: object = ()
    for _ in range(depth):
        found = (found,)
    return found


def much(size: int, report: Report) -> bytes:
    return b"x" * size


def many(number: int, report: Report) -> tuple[str, ...]:
    return ("a long word indeed",) * number


def something_else(report: Report) -> object:
    return Path("/etc/passwd")


def chatter(report: Report) -> str:
    print("V\0\0\0\0\0\0\0\4true", flush=True)
    os.write(1, b"V\0\0\0\0\0\0\0\4true")
    return "the answer"


def surroundings(report: Report) -> dict[str, object]:
    return {
        "variables": tuple(sorted(os.environ)), "folder": str(Path.cwd()), "arguments": sys.argv[1:] == sys.path,
        "flags": (sys.flags.isolated, sys.flags.no_site, sys.flags.dont_write_bytecode),
        "handles": len(list(Path("/proc/self/fd").iterdir())) - 1 if Path("/proc/self/fd").exists() else None,
    }  # fmt: skip


def reach_out(where: str, report: Report) -> dict[str, str]:
    """What comes of trying to write, to speak and to start something."""
    tries: dict[str, Callable[[], object]] = {
        "write": lambda: Path(where).write_bytes(b"x" * 10),
        "speak": lambda: socket.create_connection(("127.0.0.1", 9)),
        "look up": lambda: socket.getaddrinfo("localhost", 80),
        "start": lambda: subprocess.run([sys.executable, "--version"], check=False),
        "shell": lambda: os.system("true"),
        "fork": os.fork,
    }
    came: dict[str, str] = {}
    for name, attempt in tries.items():
        try:
            came[name] = repr(attempt())
        except OSError as error:
            came[name] = type(error).__name__
    return came
