"""The operator's settings: where they come from, and what is said when one is wrong."""

import re
from pathlib import Path

import pytest

from bot.settings import READERS, Settings, SettingsError, load

TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"  # noqa: S105 - nobody's
NOWHERE = Path("no such file")
ROOT = Path(__file__).parents[2]


def read(environment: dict[str, str], dotenv: Path = NOWHERE) -> Settings:
    return load(environment, dotenv, warn=lambda hint: pytest.fail(hint))


def test_without_any_setting_the_coach_runs_in_the_terminal_and_stores_in_data() -> None:
    settings = read({})
    assert settings == Settings()
    assert settings.telegram_bot_token is None
    assert settings.data_dir == Path("data")


def test_every_setting_is_read(tmp_path: Path) -> None:
    assert read(
        {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/",
            "DATA_DIR": "/var/lib/coach",
            "CONTENT_DIR": str(tmp_path),
            "LOG_LEVEL": "debug",
            "DATABASE_URL": "postgresql://coach:pass@host/coach",
            "WEBHOOK_URL": "https://coach.example.org/hook/",
            "WEBHOOK_SECRET": "s" * 16,
            "PORT": "443",
            "COACH_IDS": "1, 2 3",
            "OPERATOR_IDS": "9",
            "RETENTION_DAYS": "30",
            "DESKS": "2",
        }
    ) == Settings(
        telegram_bot_token=TOKEN,
        telegram_api_url="http://127.0.0.1:8081",
        data_dir=Path("/var/lib/coach"),
        content_dir=tmp_path,
        log_level="DEBUG",
        database_url="postgresql://coach:pass@host/coach",
        webhook_url="https://coach.example.org/hook",
        webhook_secret="s" * 16,
        port=443,
        coach_ids=frozenset({1, 2, 3}),
        operator_ids=frozenset({9}),
        retention_days=30,
        desks=2,
    )


def test_the_environment_wins_over_the_file_and_an_empty_value_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("# mine\nexport LOG_LEVEL=ERROR\nPORT='9000'\nDATA_DIR=\n")
    settings = read({"LOG_LEVEL": "WARNING", "PORT": ""}, tmp_path / ".env")
    assert (settings.log_level, settings.port, settings.data_dir) == ("WARNING", 9000, Path("data"))


WRONG = [
    ("TELEGRAM_BOT_TOKEN", "my secret token", "@BotFather"),
    ("TELEGRAM_API_URL", "api.telegram.org", "https://example.org"),
    ("TELEGRAM_API_URL", "http://host:99999", "https://example.org"),
    ("TELEGRAM_API_URL", "https://host/?x=1", "https://example.org"),
    ("DATA_DIR", __file__, "Write the name of a folder"),
    ("CONTENT_DIR", "/no/such/folder", "names no folder (/no/such/folder)"),
    ("LOG_LEVEL", "loud", "Write one of DEBUG, INFO"),
    ("DATABASE_URL", "mysql://root:hunter2@host/db", "postgresql://user:password@host/name"),
    ("WEBHOOK_URL", "http://example.org", "must begin with https://"),
    ("WEBHOOK_SECRET", "hunter2", "16 to 256"),
    ("PORT", "http", "from 1 to 65535"),
    ("PORT", "70000", "from 1 to 65535"),
    ("PORT", "²", "from 1 to 65535"),
    ("COACH_IDS", "@ada", "like 12345,67890"),
    ("RETENTION_DAYS", "0", "from 1 to 36500"),
    ("RETENTION_DAYS", "-1", "from 1 to 36500"),
    ("DESKS", "-1", "from 0 to 16"),
    ("DESKS", "17", "from 0 to 16"),
]


@pytest.mark.parametrize(("name", "value", "advice"), WRONG)
def test_a_wrong_setting_is_one_line_that_names_it_and_says_what_to_write(name: str, value: str, advice: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(advice)) as fault:
        read({name: value})
    assert str(fault.value).startswith(f"{name} ")
    assert "\n" not in str(fault.value)
    assert "hunter2" not in str(fault.value)
    assert "my secret token" not in str(fault.value)


def test_a_line_that_is_no_setting_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=INFO\nthis is = 'not\n")
    with pytest.raises(SettingsError, match=r"line 2, cannot be read\. Write NAME=value"):
        read({}, tmp_path / ".env")


def test_a_file_that_is_no_text_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="UTF-8"):
        read({}, tmp_path / ".env")


def test_a_name_that_is_nearly_ours_gets_a_hint(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"BOT_TOKEN={TOKEN}\n")
    hints: list[str] = []
    load({"TELEGRAM_TOKEN": TOKEN, "LOGLEVEL": "DEBUG", "HOME": "/root"}, tmp_path / ".env", hints.append)
    assert hints == [
        "LOGLEVEL in the environment is not a setting of the coach. Did you mean LOG_LEVEL?",
        "TELEGRAM_TOKEN in the environment is not a setting of the coach. Did you mean TELEGRAM_BOT_TOKEN?",
        "BOT_TOKEN in .env is not a setting of the coach. Did you mean TELEGRAM_BOT_TOKEN?",
    ]


def test_no_hint_is_given_where_the_right_name_is_set_too() -> None:
    assert read({"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_BOT_TOKEN": TOKEN}).telegram_bot_token == TOKEN


def test_settings_do_not_show_the_token_when_they_are_printed() -> None:
    assert TOKEN not in repr(read({"TELEGRAM_BOT_TOKEN": TOKEN}))


def test_every_setting_is_explained_in_the_example_and_the_example_can_be_used(tmp_path: Path) -> None:
    example = (ROOT / ".env.example").read_text()
    explained = re.findall(r"^# ([A-Z_]+)=", example, re.MULTILINE)
    assert sorted(explained) == sorted(field.upper() for field in READERS)
    (tmp_path / ".env").write_text(re.sub(r"^# ([A-Z_]+=)", r"\1", example, flags=re.MULTILINE))
    assert read({}, tmp_path / ".env").coach_ids == {12345, 67890}


def test_every_field_has_a_reader() -> None:
    assert tuple(READERS) == Settings.__struct_fields__
