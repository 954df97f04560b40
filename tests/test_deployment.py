"""The container file, the compose file and the system service keep the rules that they are there for.

Linters of their own (hadolint, systemd-analyze security) are run by hand where they are installed; the rules that we
need are held here without them.
"""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "deploy" / "compose.yaml").read_text()
SERVICE = ROOT / "deploy" / "interview-coach.service"


def instructions(name: str) -> list[str]:
    """What stands behind each instruction of that name, continued lines joined."""
    return re.findall(rf"^{name} (.*)$", DOCKERFILE.replace("\\\n", " "), re.MULTILINE)


def test_the_base_is_pinned_to_a_version() -> None:
    bases = [line.split()[0] for line in instructions("FROM")]
    assert bases
    assert all(re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+", base) for base in bases)


def test_the_container_runs_as_a_user_without_rights_and_writes_to_its_volume_alone() -> None:
    assert instructions("USER") == ["10001:10001"]
    assert instructions("VOLUME") == ["/data"]
    assert "DATA_DIR=/data" in DOCKERFILE
    assert instructions("USER")[-1] in DOCKERFILE.split("FROM")[-1], "the last stage is the one that runs"
    assert not instructions("ADD")
    assert "/healthz" in "".join(instructions("HEALTHCHECK"))
    assert all(line.startswith("[") for line in instructions("ENTRYPOINT") + instructions("CMD")), "signals must arrive"


def test_the_image_gets_all_packages_of_the_program_by_their_hashes_and_nothing_else() -> None:
    packaged = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]["find"]["include"]
    copied = {name for line in instructions("COPY") if "--from" not in line for name in line.split()[:-1]}
    assert {name.rstrip("*") for name in packaged} <= copied
    assert all((ROOT / name).exists() for name in copied)
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert ignored[1] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == copied
    assert "--require-hashes" in DOCKERFILE


@pytest.mark.parametrize(
    "rule", ["read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", '"127.0.0.1:8080:8080"']
)
def test_the_compose_file_shuts_the_container_in(rule: str) -> None:
    assert rule in COMPOSE


@pytest.mark.parametrize(
    "rule",
    [
        *["User=interview-coach", "StateDirectory=interview-coach", "NoNewPrivileges=yes", "CapabilityBoundingSet="],
        *["ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "UMask=0077", "RestartPreventExitStatus=2"],
        *["SystemCallFilter=@system-service", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX"],
    ],
)
def test_the_service_is_shut_in(rule: str) -> None:
    assert rule in SERVICE.read_text().splitlines()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed here")
def test_the_service_is_one_that_systemd_understands(tmp_path: Path) -> None:
    """Its program does not stand where it will, so another one stands in for it."""
    copy = tmp_path / SERVICE.name
    copy.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", SERVICE.read_text(), flags=re.MULTILINE))
    done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False)  # noqa: S607
    assert (done.returncode, done.stderr) == (0, "")
