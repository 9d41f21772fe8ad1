"""Working days in China, from rules/calendars/cn.yaml."""

import datetime
import pathlib
import re

ONE = datetime.timedelta(days=1)


def _days(text):
    for first, last in re.findall(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?", text):
        day = datetime.date.fromisoformat(first)
        end = datetime.date.fromisoformat(last or first)
        while day <= end:
            yield day
            day += ONE


class Calendar:
    """Refuses a year that the table does not have, as the program does."""

    def __init__(self, path):
        self.off, self.work, self.years = set(), set(), set()
        for line in pathlib.Path(path).read_text("utf-8").splitlines():
            if year := re.match(r"  (\d{4}):", line):
                self.years.add(int(year[1]))
            if off := re.search(r"off: \[([^\]]*)\]", line):
                self.off.update(_days(off[1]))
            if work := re.search(r"work: \[([^\]]*)\]", line):
                self.work.update(_days(work[1]))

    def is_workday(self, day):
        assert day.year in self.years, f"no calendar for {day}"
        return day in self.work or (day.weekday() < 5 and day not in self.off)

    def add(self, day, count):
        """The last day of `count` working days from `day`, which is not counted itself."""
        step = ONE if count >= 0 else -ONE
        for _ in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def roll(self, day):
        """`day`, or the first working day after it."""
        while not self.is_workday(day):
            day += ONE
        return day

    def back(self, day):
        """`day`, or the last working day before it."""
        while not self.is_workday(day):
            day -= ONE
        return day

    def between(self, first, last):
        """Working days after `first`, up to and with `last`."""
        count = 0
        while first < last:
            first += ONE
            count += self.is_workday(first)
        return count


def plus(day, count):
    return day + datetime.timedelta(days=count)


def plus_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for number in range(day.day, 27, -1):
        try:
            return datetime.date(year, month, number)
        except ValueError:
            pass
    return datetime.date(year, month, min(day.day, 28))


def at(day, hour, minute):
    return datetime.datetime(day.year, day.month, day.day, hour, minute)
