"""The lock files: complete, exact, and installed as what they are, whatever has been published."""

from __future__ import annotations

import ensurepip
import os
import re
import shutil
import subprocess
import sys
import tomllib
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, distributions, version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.source import ROOT

RUNNING, TOOLS = "requirements.lock", "requirements-dev.lock"
PINNED = re.compile(r"(?P<name>[a-z0-9.-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)? \\")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def pins(lock: str) -> Mapping[str, str]:
    """Each package of a lock with its version; a line of any other shape fails."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    found = {}
    for block in re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE)):
        first, *rest = block.splitlines()
        pin = PINNED.fullmatch(first)
        assert pin, f"{lock} does not pin: {first}"
        hashes = [line.strip(" \\") for line in rest]
        assert hashes, f"{lock} has no hash for {first}"
        assert all(line.startswith("--hash=sha256:") for line in hashes), f"{lock}: {first}"
        found[pin["name"]] = pin["version"]
    return found


@pytest.mark.parametrize("lock", [RUNNING, TOOLS])
def test_every_line_of_a_lock_is_one_version_with_its_hashes(lock: str) -> None:
    assert len(pins(lock)) > 20


def test_both_locks_agree() -> None:
    running, tools = pins(RUNNING), pins(TOOLS)
    assert {name: tools[name] for name in running.keys() & tools} == {
        name: running[name] for name in running.keys() & tools
    }


def test_the_lock_for_running_brings_no_tool() -> None:
    tools = {Requirement(line).name for line in PROJECT["optional-dependencies"]["dev"]}
    assert not tools & pins(RUNNING).keys()


def needed(asked: Sequence[str]) -> Iterator[tuple[Requirement, str]]:
    """Every requirement behind these, extras too, and who asks for it."""
    waiting = [(Requirement(line), "pyproject.toml") for line in asked]
    seen = set()
    while waiting:
        one, by = waiting.pop()
        yield one, by
        key = (canonicalize_name(one.name), frozenset(one.extras))
        if key in seen:
            continue
        seen.add(key)
        for line in distribution(one.name).requires or ():
            more = Requirement(line)
            if any(
                more.marker is None or more.marker.evaluate({"extra": extra})
                for extra in ("", *one.extras)
            ):
                waiting.append((more, one.name))


@pytest.mark.parametrize(
    ("asked", "locks"),
    [
        (
            [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["install"]],
            [RUNNING],
        ),
        (PROJECT["optional-dependencies"]["dev"], [RUNNING, TOOLS]),
    ],
    ids=["running", "tools"],
)
def test_whatever_a_package_asks_for_is_in_the_lock(
    asked: Sequence[str], locks: Sequence[str]
) -> None:
    """So that nothing is left to be resolved on the day of the installation."""
    there = {name: at for lock in locks for name, at in pins(lock).items()}
    for one, by in needed(asked):
        at = there.get(canonicalize_name(one.name))
        assert at, f"{by} needs {one}, which no lock has"
        assert one.specifier.contains(at, prereleases=True), f"{by} needs {one}, locked: {at}"


def test_what_is_installed_is_what_is_locked() -> None:
    for name, at in (pins(RUNNING) | pins(TOOLS)).items():
        try:
            assert version(name) == at, name
        except PackageNotFoundError:
            pytest.fail(f"{name} is locked and not installed")


def published(index: Path, name: str, at: str, *requires: str, extra: str = "") -> str:
    """A made-up package on an index of our own; its hash."""
    metadata = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {at}"]
    metadata += [f"Provides-Extra: {extra}"] * bool(extra)
    metadata += [f"Requires-Dist: {line}" for line in requires]
    inside = {
        f"{name}.py": f"VERSION = {at!r}\n",
        f"{name}-{at}.dist-info/METADATA": "\n".join(metadata) + "\n",
        f"{name}-{at}.dist-info/WHEEL": (
            "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        ),
    }
    record = f"{name}-{at}.dist-info/RECORD"
    lines = [f"{path},sha256={_digest(text)},{len(text)}" for path, text in inside.items()]
    folder = index / name
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{at}-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        for path, text in {**inside, record: "\n".join([*lines, f"{record},,"])}.items():
            packed.writestr(path, text)
    links = [f'<a href="{one.name}">{one.name}</a>' for one in sorted(folder.glob("*.whl"))]
    (folder / "index.html").write_text("\n".join(links), encoding="utf-8")
    return sha256(wheel.read_bytes()).hexdigest()


def _digest(text: str) -> str:
    return urlsafe_b64encode(sha256(text.encode()).digest()).rstrip(b"=").decode()


def furnished(folder: Path) -> Path:
    """Our Makefile, the lock of a year ago, and an index with what came since, in this folder."""
    index = folder / "index"
    lock = {
        "outer": published(index, "outer", "1.0", "inner[quick]>=1"),
        "inner": published(index, "inner", "1.0", 'faster>=1; extra == "quick"', extra="quick"),
        "faster": published(index, "faster", "1.0"),
    }
    for name in ("inner", "faster"):
        published(index, name, "2.0", extra="quick" if name == "inner" else "")
    text = "".join(f"{name}==1.0 \\\n    --hash=sha256:{digest}\n" for name, digest in lock.items())
    (folder / RUNNING).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "Makefile", folder)
    return folder


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A machine that nobody has prepared, on which the Makefile has installed its lock."""
    machine = furnished(tmp_path_factory.mktemp("machine"))
    made = run(machine, "make", ".venv/.locked-packages", f"PYTHON={sys.executable}")
    assert made.returncode == 0, made.stdout + made.stderr
    return machine


@pytest.fixture
def prepared(machine: Path, tmp_path: Path) -> Path:
    """Another with the same environment, in which nothing is installed yet."""
    shutil.copytree(machine / ".venv", tmp_path / ".venv", symlinks=True)
    (tmp_path / ".venv" / ".locked-packages").unlink()
    for name in ("outer", "inner", "faster"):
        for path in (tmp_path / ".venv").glob(f"lib/*/site-packages/{name}*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    return furnished(tmp_path)


def run(machine: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in that folder, which sees no package but those of its own index."""
    mine = {"PIP_INDEX_URL": (machine / "index").as_uri(), "PIP_CONFIG_FILE": os.devnull}
    others = {key: at for key, at in os.environ.items() if not key.startswith(("PIP_", "MAKE"))}
    return subprocess.run(
        command, cwd=machine, env=others | mine, capture_output=True, text=True, check=False
    )


def test_a_newer_release_changes_nothing_of_what_is_installed(machine: Path) -> None:
    """With the pip that the interpreter itself brings: for Python 3.11 that is 23."""
    (packages,) = (machine / ".venv").glob("lib/*/site-packages")
    there = {one.metadata["Name"]: one.version for one in distributions(path=[str(packages)])}
    assert {name: there.get(name) for name in ("faster", "inner", "outer")} == dict.fromkeys(
        ("faster", "inner", "outer"), "1.0"
    )


@pytest.mark.skipif(not ensurepip.version().startswith("23."), reason="the pip of Python 3.11")
def test_resolved_anew_the_same_lock_would_be_refused(prepared: Path) -> None:
    """Why the lock is installed without resolving: an extra is looked up again, unpinned."""
    pip = (".venv/bin/python", "-m", "pip", "install", "--require-hashes", "-r", RUNNING)
    refused = run(prepared, *pip)
    assert refused.returncode != 0
    assert "must have their versions pinned" in refused.stderr


def test_a_lock_that_lacks_a_package_is_refused(prepared: Path) -> None:
    lock = prepared / RUNNING
    lock.write_text(lock.read_text(encoding="utf-8").split("inner==")[0], encoding="utf-8")
    made = run(prepared, "make", ".venv/.locked-packages", f"PYTHON={sys.executable}")
    assert made.returncode != 0
    assert "requires inner, which is not installed" in made.stdout + made.stderr
    assert not (prepared / ".venv" / ".locked-packages").exists()


def test_every_installation_of_the_makefile_takes_the_lock_as_it_is() -> None:
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = re.findall(r"\$\(PIP\) install[^;\n]*", recipes)
    assert len(installs) == 2
    assert all("--no-deps" in line for line in installs), installs
    assert all("--require-hashes" in line or "--editable ." in line for line in installs)
