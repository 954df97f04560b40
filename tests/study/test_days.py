"""A card comes back on a day, wherever the person is and whatever is done to the clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.study.days import Days, days_in
from conversations.study.record import Memory
from conversations.study.scheduling import reviewed
from tests.conversations.person import Person

ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Australia/Lord_Howe"]


def at(zone: str, year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("evening", "tomorrow"),
    [
        (at("Europe/Berlin", 2026, 3, 28, 23, 30), date(2026, 3, 29)),  # that night an hour is left out
        (at("Europe/Berlin", 2026, 3, 29, 23, 30), date(2026, 3, 30)),
        (at("Europe/Berlin", 2026, 10, 24, 23, 30), date(2026, 10, 25)),  # that night an hour comes twice
        (at("Europe/Berlin", 2026, 10, 25, 0, 10), date(2026, 10, 26)),
    ],
)
def test_one_day_later_is_tomorrow_also_when_the_clocks_are_changed(evening: datetime, tomorrow: date) -> None:
    memory = reviewed(Memory(), 3, evening)
    assert memory.due == evening + timedelta(days=1)
    assert days_in("Europe/Berlin", evening).due(memory) == tomorrow


@given(st.integers(1_577_000_000, 2_051_000_000), st.sampled_from(ZONES), st.sampled_from([1, 3, 4, 5]))
def test_a_card_is_due_as_many_days_later_as_the_schedule_says(second: int, zone: str, rating: int) -> None:
    now = datetime.fromtimestamp(second, UTC)
    memory = reviewed(Memory(), rating, now)
    assert memory.due is not None
    days = days_in(zone, now)
    due = days.due(memory)
    assert due is not None
    assert due - days.today == memory.due - now


def test_a_zone_that_this_machine_does_not_know_counts_as_utc() -> None:
    assert days_in("Atlantis/Sunken", datetime(2026, 3, 2, 23, 59, tzinfo=UTC)) == Days(date(2026, 3, 2), UTC)


def test_buried_until_tomorrow_means_the_persons_own_tomorrow(ada: Person) -> None:
    ada.now = at("America/Los_Angeles", 2026, 3, 2, 15, 0)  # 23:00 UTC
    ada.say("/timezone Los Angeles")
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    ada.tap("Bury")
    ada.now += timedelta(hours=2)
    assert "2 new" in ada.say("/cards CRM flashcards")
    ada.now = at("America/Los_Angeles", 2026, 3, 3, 0, 5)
    assert "3 new" in ada.say("/cards CRM flashcards")


def test_a_card_rated_late_at_night_is_due_tomorrow_across_the_change_to_summer_time(ada: Person) -> None:
    ada.say("/timezone Europe/Berlin")
    ada.now = at("Europe/Berlin", 2026, 3, 28, 23, 30)
    ada.say("/cards CRM flashcards")
    ada.tap("Start")
    ada.tap("Show the answer")
    assert ada.button("1 Not at all").label == "1 Not at all · tomorrow"
    assert ada.tap("1 Not at all").startswith("Back tomorrow.")
    ada.say("/stop")
    ada.now = at("Europe/Berlin", 2026, 3, 29, 0, 10)
    assert "1 due" in ada.say("/cards CRM flashcards")
