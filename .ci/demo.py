"""Proves `make demo` as a newcomer meets it: run in a clean clone, it waits for the page of phones,
lets Dewi write on hers, waits for Tilik's answer there, and stops it with Ctrl+C.

Standard library only: it runs with the machine's own Python, before anything is installed.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from urllib.request import Request, urlopen

DEWI, WORDS = "3001", "bantuan"


def asked(url: str, **deed: str) -> str:
    """What the page's server says; a deed is posted as its page posts it."""
    body = json.dumps(deed).encode() if deed else None
    with urlopen(Request(url, body, {"Content-Type": "application/json"}), timeout=60) as answer:
        return answer.read().decode()


def bubbles(page: str) -> int:
    """How many messages stand on Dewi's phone."""
    phones = json.loads(asked(f"{page}box/state"))["phones"]
    return next(len(phone["messages"]) for phone in phones if str(phone["id"]) == DEWI)


def main() -> None:
    """Exits with 1 and a sentence where the demo is not what the README promises."""
    began = time.monotonic()
    demo = subprocess.Popen(
        ["make", "demo", "ARGS=--no-browser --port 0"],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "LC_ALL": "id_ID.UTF-8"},
    )
    page = None
    assert demo.stdout is not None
    for line in demo.stdout:
        print(f"   {line}", end="", flush=True)
        if found := re.search(r"http://\S+", line):
            page = found[0]
            break
    if page is None:
        sys.exit("!! make demo ended without a page")
    assert "<html" in asked(page)
    before = bubbles(page)
    asked(f"{page}box/say", phone=DEWI, text=WORDS)
    while bubbles(page) < before + 2:
        time.sleep(0.1)
    after = time.monotonic() - began
    print(f"== The page is there and Tilik answers, {after:.0f} s after `make demo`")
    os.killpg(demo.pid, signal.SIGINT)
    demo.communicate()


main()
