"""Events that repeat: their dates within a year of today, changed ones in their place, and none too many."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from hallway.domain.records import EventRecord
from hallway.formats import ics, ics_series
from tests.formats.files import real_files
from tests.quickness import quick

TODAY = date(2026, 6, 17)
TOO_OFTEN = "It repeats too often to show; only its first date was read."
SEMINAR = ("UID:s", "SUMMARY:Seminar", "DTSTART;TZID=Europe/Berlin:20260318T160000",
           "DTEND;TZID=Europe/Berlin:20260318T173000")  # fmt: skip


def read(*events: tuple[str, ...]) -> tuple[list[EventRecord], list[str]]:
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    found, complaints = ics.collect("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode())
    every = ics_series.expanded(found, complaints, TODAY)
    return [one.event for one in every], [one.what for one in complaints]


def starts(events: list[EventRecord]) -> list[str]:
    return [f"{one.start:%m-%d %H:%M}" for one in events]


def test_each_date_is_an_event_at_the_hour_of_the_place() -> None:
    events, said = read((*SEMINAR, "RRULE:FREQ=WEEKLY;COUNT=4"))
    assert starts(events) == ["03-18 16:00", "03-25 16:00", "04-01 16:00", "04-08 16:00"]
    assert [one.uid for one in events] == ["s", "s#20260325T150000Z", "s#20260401T140000Z", "s#20260408T140000Z"]
    assert all(one.time_zone == "Europe/Berlin" and f"{one.end:%H:%M}" == "17:30" for one in events)
    assert said == ["It repeats; 4 of its dates were read, those within a year of today."]


def test_left_out_moved_and_added_dates() -> None:
    events, _ = read(
        (*SEMINAR, "RRULE:FREQ=WEEKLY;UNTIL=20260415T000000Z", "EXDATE;TZID=Europe/Berlin:20260325T160000",
         "RDATE;TZID=Europe/Berlin:20260501T100000"),
        ("UID:s", "SUMMARY:Seminar, moved", "RECURRENCE-ID;TZID=Europe/Berlin:20260401T160000",
         "DTSTART;TZID=Europe/Berlin:20260402T090000"),
        ("UID:s", "SUMMARY:Seminar", "STATUS:CANCELLED", "RECURRENCE-ID:20260408T140000Z",
         "DTSTART;TZID=Europe/Berlin:20260408T160000"),
    )  # fmt: skip
    assert starts(events) == ["03-18 16:00", "04-02 09:00", "04-08 16:00", "05-01 10:00"]
    assert [one.cancelled for one in events] == [False, False, True, False]
    assert events[1].title == "Seminar, moved" and len({one.uid for one in events}) == 4


def test_only_the_year_before_and_after_today() -> None:
    events, _ = read(("UID:d", "DTSTART;VALUE=DATE:19700617", "RRULE:FREQ=YEARLY"))
    assert [one.start for one in events] == [date(2025, 6, 17), date(2026, 6, 17), date(2027, 6, 17)]


def test_what_is_long_over_keeps_its_first_date() -> None:
    events, said = read(("UID:d", "DTSTART;VALUE=DATE:20150617", "RRULE:FREQ=WEEKLY;COUNT=5"))
    assert [one.start for one in events] == [date(2015, 6, 17)]
    assert said == [ics.ONLY_FIRST]


def test_times_without_a_zone_and_several_days_keep_their_length() -> None:
    events, _ = read(
        ("UID:f", "DTSTART:20260601T090000", "DTEND:20260601T100000", "RRULE:FREQ=DAILY;COUNT=2"),
        ("UID:w", "DTSTART;VALUE=DATE:20260601", "DTEND;VALUE=DATE:20260604", "RRULE:FREQ=MONTHLY;COUNT=2"),
    )
    assert [one.end for one in events] == [
        datetime(2026, 6, 1, 10), datetime(2026, 6, 2, 10), date(2026, 6, 3), date(2026, 7, 3),
    ]  # fmt: skip


def test_an_event_across_the_change_of_clocks_lasts_as_long() -> None:
    night = ("UID:n", "DTSTART;TZID=Europe/Berlin:20260321T230000", "DTEND;TZID=Europe/Berlin:20260322T050000")
    _, second = read((*night, "RRULE:FREQ=WEEKLY;COUNT=2"))[0]
    assert second.start == datetime(2026, 3, 28, 23, tzinfo=ZoneInfo("Europe/Berlin"))
    assert f"{second.end:%d %H:%M}" == "29 06:00"


@pytest.mark.parametrize(
    "line",
    ["RRULE:FREQ=SECONDLY", "RRULE:FREQ=DAILY;COUNT=100000000000", "RRULE:FREQ=MINUTELY;INTERVAL=0",
     "RRULE:FREQ=DAILY\r\n" * 50, "RRULE:" + "FREQ=DAILY;" * 900, "RDATE:" + ",".join(["20260101"] * 9_000),
     "EXRULE:FREQ=HOURLY\r\nRRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
     "RRULE:FREQ=DAILY;UNTIL=tomorrow", "RDATE:20269999"],
)  # fmt: skip
def test_what_repeats_too_often_keeps_its_first_date(line: str) -> None:
    with quick(0.5):
        events, said = read(("UID:x", "DTSTART:20260601T090000", *line.strip().split("\r\n")))
        if line.startswith("RDATE:20260101"):
            assert len(events) == 2
        else:
            assert starts(events) == ["06-01 09:00"] and said[-1] == TOO_OFTEN


def test_a_file_full_of_series_takes_little_time() -> None:
    """Ten thousand series that are counted from long ago."""
    with quick(20):
        events, _ = read(*[(f"UID:{at}", "DTSTART:19750101T090000", "RRULE:FREQ=WEEKLY;COUNT=5000")
                           for at in range(10_000)])  # fmt: skip
    assert len(events) >= 10_000


NO_EVENT = frozenset({
    "ical4j_boeing.ics", "icalendar_big_bad_calendar.ics", "icalendar_bom_calendar.ics",
    "icalendar_calendar_with_unicode.ics", "icalendar_parsing_error_in_UTC_offset.ics",
    "icalendar_rfc_7986_properties.ics", "icalendar_small_bad_calendar.ics", "icaljs_blank_line_mid.ics",
    "libical_stresstest.ics", "nodeical_utf8-french-calendar.ics", "radicale_todo1.ics",
    "rie_issue_97_simple_todo.ics", "vobject_timezones.ics",
})  # fmt: skip
"""Files with to-dos, free times or nothing sound in them."""

ONE_EVENT = frozenset({
    "ical4j_EXDATE.ics", "ical4j_apple-ios26.ics", "ical4j_blankTzid.ics", "ical4j_calconnect.ics",
    "ical4j_calconnect7.ics", "ical4j_evolution.ics", "ical4j_groupwise.ics", "ical4j_smallcluster.ics",
    "icalendar_alarm_google_future.ics", "icalendar_alarm_thunderbird_snoozed_until_1457.ics",
    "icalendar_broken_ical.ics", "icalendar_issue_127_categories_with_commas.ics",
    "icalendar_issue_218_bad_tzid.ics", "icalendar_issue_722_missing_timezones.ics", "icalendar_x_location.ics",
    "icaljs_multiple_rrules.ics", "issue85.ics", "khal_event_d_no_value.ics",
    "khal_event_rrule_recuid_invalid_tzid.ics", "khal_part1.ics", "khal_tz_windows_format.ics",
    "khal_without_uid.ics", "libical_issue252.ics", "libical_restriction.ics", "meetup.ics",
    "nodeical_bad_ms_tz.ics", "nodeical_exchange-custom-tz.ics", "nodeical_google-calendar-kiev-tz.ics",
    "nodeical_meetup-timed-tz.ics", "nodeical_test_with_multiple_tzids_in_vtimezone.ics",
    "nodeical_vtimezone-year-0001-dtstart.ics", "nodeical_windows-quoted-tz-rrule.ics", "outlook-2010.ics",
    "radicale_broken-vevent.ics", "radicale_broken-vevents.ics", "radicale_event_issue1880_2.ics",
    "rie_alarm_several_in_one.ics", "rie_end_before_start_event.ics",
    "rie_issue_86_x_wr_timezone_without_time_zone_in_dt.ics", "vobject_ms_tzid.ics", "vobject_tzid_8bit.ics",
})  # fmt: skip
"""Files with one event that does not repeat near the day of the test."""

COUNTS = {
    "ical4j_google_aus_holidays.ics": (53, 60), "ical4j_korganizer-lowercase.ics": (1, 2),
    "ical4j_lotr.ics": (37, 73), "ical4j_mathBirthdays.ics": (1321, 2642), "ical4j_multiple_calendars.ics": (2, 2),
    "ical4j_schedule-unstable.ics": (37, 37), "icalendar_created_calendar_with_unicode_fields.ics": (2, 2),
    "kde_AppleICal_1.5.ics": (12, 12), "kde_KOrganizer_3.1.ics": (13, 14), "kde_Mozilla_1.0.ics": (4, 4),
    "khal_cal_lots_of_timezones.ics": (2, 2), "khal_event_dt_mixed_awareness.ics": (2, 2),
    "libical_crash.ics": (4, 5), "libical_recur-errors.ics": (3, 3), "nodeical_Office-2012-owa.ics": (4, 4),
    "nodeical_badRRULE.ics": (3, 3), "nodeical_bad_custom_ms_tz2.ics": (3, 3),
    "nodeical_duplicate-uid-sequence.ics": (2, 2), "nodeical_festival-multiday-rrule.ics": (128, 128),
    "nodeical_ms_timezones.ics": (3, 3), "nodeical_tentative-apple-calendar.ics": (4, 4),
    "nodeical_vtodo-vfreebusy.ics": (3, 3), "nodeical_yearly-recurring-unicode.ics": (1, 2),
    "rie_daylight_saving_time.ics": (58, 681), "rie_discourse_no_dtend.ics": (4, 4),
    "rie_issue_173_only_modifications_error.ics": (499, 1150), "rie_issue_62_moved_event.ics": (1, 24),
}  # fmt: skip
"""Events of each of the others, and how many they are with the dates of those that repeat."""


@pytest.mark.parametrize("path", real_files("ics/*.ics"))
def test_real_calendars_have_the_events_that_stand_in_them(path: Path) -> None:
    one_or_none = (0, 0) if path.name in NO_EVENT else (1, 1) if path.name in ONE_EVENT else None
    with quick(3):
        found, complaints = ics.collect(path.read_bytes())
        every = ics_series.expanded(found, complaints, TODAY)
    assert (len(found), len(every)) == (one_or_none or COUNTS[path.name])
    assert found or complaints
    assert len({one.event.uid for one in every}) == len(every)
    assert all(one.event.end is None or one.event.end >= one.event.start for one in every)
