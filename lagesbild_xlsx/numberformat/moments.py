"""Serial numbers as moments of Excel's calendar (ECMA-376 part 1, 18.17.4)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

DAY = 24 * 60 * 60
"""How many seconds a day has."""

FIRST_OF_1904 = 1462
"""The serial number of 1904-01-01, which is 0 where a workbook counts from 1904."""

LAST = 2958465
"""The serial number of 9999-12-31, the last day that Excel knows."""

NEVER_WAS = 60
"""The serial number of 1900-02-29, which Excel has from Lotus 1-2-3."""

EPOCH = dt.date(1899, 12, 30).toordinal()
"""The day of serial number 0, as the days after 1900-02-29 count it."""


class Day(NamedTuple):
    """A day as Excel shows it; weeks begin with Sunday, which is 0."""

    serial: int
    year: int
    month: int
    day: int

    @property
    def weekday(self) -> int:
        """The day of the week, which is a day wrong before 1900-03-01."""
        return (self.serial - 1) % 7

    @property
    def week(self) -> int:
        """The number of the week (ISO 8601)."""
        return dt.date.fromordinal(EPOCH + self.serial).isocalendar().week


def day_of(serial: int) -> Day | None:
    """Return the day of a serial number that counts from 1900, None outside the calendar."""
    if not 0 <= serial <= LAST:
        return None
    if serial == 0:
        return Day(serial, 1900, 1, 0)
    if serial == NEVER_WAS:
        return Day(serial, 1900, 2, 29)
    date = dt.date.fromordinal(EPOCH + serial + (serial < NEVER_WAS))
    return Day(serial, date.year, date.month, date.day)


def moment_of(serial: float, *, date1904: bool = False) -> dt.datetime | None:
    """Return the moment of a serial number, to the second; None outside the calendar.

    Args:
        serial: days since the start of the calendar.
        date1904: whether the workbook counts from 1904-01-01 instead of from 1900.
    """
    first = FIRST_OF_1904 if date1904 else 0
    if not 0 <= serial <= LAST - first + 1:
        return None
    seconds = round(serial * DAY) + first * DAY
    if seconds >= (LAST + 1) * DAY:
        return None
    start = dt.datetime.fromordinal(EPOCH + (seconds < NEVER_WAS * DAY))
    return start + dt.timedelta(seconds=seconds)


def serial_of(moment: dt.datetime, *, date1904: bool = False) -> float:
    """Return the serial number of a moment."""
    days = (moment - dt.datetime.fromordinal(EPOCH)) / dt.timedelta(days=1)
    return days - (FIRST_OF_1904 if date1904 else days <= NEVER_WAS)
