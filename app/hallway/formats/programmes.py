"""A programme from a file of any kind: XML, JSON or a calendar, told by what it begins with."""

from __future__ import annotations

from dataclasses import replace

from hallway.domain.programmes import Programme
from hallway.domain.records import Parsed, Report
from hallway.formats import schedule_ics, schedule_json, schedule_xml, text

_HEAD = 1_000


def read(data: bytes, report: Report | None = None, zone: str = "") -> Parsed[Programme]:
    """Read a programme in whatever format it is; `zone` is the IANA name for times that name none."""
    begins = text.decode(data[:_HEAD]).text.lstrip("\ufeff \t\r\n")[:1]
    if begins not in ("<", "{"):
        return schedule_ics.read(data, report, zone)
    parsed = (schedule_xml if begins == "<" else schedule_json).read(data, report)
    return replace(parsed, records=tuple(replace(one, zone=one.zone or zone) for one in parsed.records))
