"""`hallway publish`: the schedule to a calendar server, and what is kept up to date in a file or a folder."""

from __future__ import annotations

import getpass
import sys
from argparse import Namespace
from dataclasses import replace

from hallway.cli.speaking import Verbs, add_json, document, tell
from hallway.domain.errors import Refused
from hallway.host import vault
from hallway.usecases import publishing
from hallway.usecases.desk import Desk


def declare(verbs: Verbs) -> None:
    """The verb and its words."""
    verb = verbs.add_parser("publish", help="check-ins to a calendar server, one way")
    verb.add_argument("--to", metavar="ADDRESS", help="the calendar's address (the one chosen in the window)")
    verb.add_argument("--user", metavar="NAME", help="the name you have on that server")
    verb.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
    add_json(verb)
    verb.set_defaults(run=publish)


def publish(desk: Desk, words: Namespace) -> None:
    """Bring the server up to date and say what came of it."""
    chosen = desk.ask(publishing.kept)
    now = replace(chosen, server=words.to or chosen.server, user=words.user or chosen.user)
    if not now.server:
        raise Refused("No calendar server is chosen.", do="Name one: hallway publish --to ADDRESS --user NAME")
    sent = publishing.publish_to_server(desk, now, _password(now, words.password_stdin))
    if words.json:
        document({"written": sent.written, "removed": sent.removed, "unchanged": sent.unchanged, "left": sent.left})
        return
    left = f" {sent.left} were changed on the server and are left as they are there." if sent.left else ""
    tell(f"Published: {sent.total} entries, {sent.written} written, {sent.removed} taken away.{left}")


def _password(now: publishing.Kept, from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\n")
    kept = vault.password(publishing.secret_name(now))
    return kept if kept is not None else getpass.getpass(f"Password of {now.user or 'you'} on that server: ")
