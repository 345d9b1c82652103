"""Bukti terhitung: a code proves that a rating is counted, fails where it is altered; no more."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from models.merkle import grown, root_of, root_of_branches, split
from models.ratings import DAILY
from models.services import bare_code, spelt_code
from models.store import Store, keys_of, schema
from models.store.oversight.audit import audited
from models.store.oversight.trail import noted
from models.store.ratings import closes
from models.store.ratings.counted import codes, trees
from tests.asked import asked
from tests.chatting import Chat
from tests.counters import NOW, Counters
from tests.played import empty_store
from tests.postgresql import apart
from tests.test_publishing import AUTUMN, Publisher

GOOD, POOR, BAD = "🙂 Baik", "🙁 Kurang baik", "😞 Tidak baik"
MORNING = datetime(2026, 11, 25, 3, tzinfo=UTC)
"""After the close of the day on which citizens rate here."""


class Proofs(Counters):
    """The office, and citizens who keep codes."""

    def rates(self, who: str, answer: str = GOOD) -> Any:
        return self.chat(who).says(self.second.code).taps(answer).says("lewati", "lewati")

    def later(self, who: str, now: datetime = MORNING) -> Any:
        chat = self.chat(who)
        chat.now = now
        return chat

    def rating_ids(self) -> set[str]:
        return set(self.store.execute(select(schema.ratings.c.id)).scalars())

    def closes(self) -> None:
        closes.close(self.store, MORNING)
        noted(lambda store: trees.note_roots(store, MORNING))(self.store)


def code_in(chat: Any) -> str:
    return str(chat.text.split("<b>")[1].split("</b>")[0])


@pytest.fixture
def office() -> Iterator[Proofs]:
    with empty_store() as store:
        yield Proofs(store)


def test_a_code_is_kept_with_one_tap_waits_and_is_counted(office: Proofs) -> None:
    sari = office.rates("Sari")
    assert sari.labels == ["Jawab lengkap (9)", "Simpan bukti", "Ubah penilaian"]
    sari.taps("Simpan bukti")
    assert len(sari.letters) == 1
    code = code_in(sari)
    assert len(bare_code(code)) == codes.LENGTH
    assert code_in(sari.says("bukti")) == code, "the same each time"
    other = office.chat("Siapa saja")
    assert "masih menunggu" in other.says(f"bukti {code}").text
    for number in range(4):
        office.rates(f"W{number}")
    office.closes()
    there = Chat(office.store, "77", MORNING, channel="telegram")
    told = there.says(f"bukti {code.lower()}").text
    assert office.later("Siapa saja").says(f"bukti {code}").text == told, "on either channel"
    assert "terhitung" in told
    assert "Triwulan IV 2026" in told
    assert "Baik" not in told


def test_who_was_not_content_has_it_by_its_word(office: Proofs) -> None:
    budi = office.rates("Budi", BAD).says("lewati")
    assert "Ketik <b>bukti</b>" in budi.text
    assert "Kode bukti:" in budi.says("bukti").text


def test_a_whole_survey_has_a_code_too(office: Proofs) -> None:
    sari = office.chat("Sari").says(f"survei {office.second.code}")
    for _ in range(9):
        sari.taps(sari.labels[3])
    assert "Simpan bukti" in sari.labels
    code = code_in(sari.taps("Simpan bukti"))
    for number in range(4):
        other = office.chat(f"W{number}").says(f"survei {office.second.code}")
        for _ in range(9):
            other.taps(other.labels[0])
    assert "masih menunggu" in office.chat("X").says(f"bukti {code}").text
    office.closes()
    assert "terhitung" in office.later("X").says(f"bukti {code}").text


def test_a_rating_changed_keeps_its_code_and_one_taken_back_has_none(office: Proofs) -> None:
    sari = office.rates("Sari")
    code = code_in(sari.says("bukti"))
    sari.says(office.second.code).taps(POOR).says("lewati", "lewati", "lewati")
    assert code_in(sari.says("bukti")) == code
    for number in range(4):
        office.rates(f"W{number}")
    before = office.rating_ids()
    budi = office.chat("Budi").says(office.second.code).taps(GOOD)
    gone = codes.given(office.store, *(office.rating_ids() - before))
    budi.says("batal")
    assert "tidak dikenal" in office.chat("X").says(f"bukti {gone}").text
    office.closes()
    assert "terhitung" in office.later("X").says(f"bukti {code}").text


def test_after_a_quarter_of_an_hour_nothing_leads_to_the_rating(office: Proofs) -> None:
    office.rates("Sari")
    late = office.later("Sari", NOW + timedelta(minutes=16))
    assert "Kode baru hanya dapat dibuat dalam 15 menit" in late.says("bukti").text
    assert "tidak dikenal" in late.says("A2B3C4").text


def test_what_is_held_is_told_from_what_waits_by_nobody(office: Proofs) -> None:
    code = code_in(office.rates("Sari").says("bukti"))
    waits = office.chat("X").says(f"bukti {code}").text
    held = office.store.execute(update(schema.ratings).values(batch_id=1))
    office.store.execute(delete(schema.unreleased))
    assert held.rowcount == 1
    assert office.chat("X").says(f"bukti {code}").text == waits


def test_who_guesses_is_locked_out(office: Proofs) -> None:
    code = code_in(office.rates("Sari").says("bukti"))
    thief = office.chat("Pencoba")
    for _ in range(5):
        thief.says("bukti A2B3C4")
    assert "Demi keamanan" in thief.text
    assert "Demi keamanan" in thief.says(f"bukti {code}").text


def test_a_rating_that_is_gone_or_altered_says_so(office: Proofs) -> None:
    code = code_in(office.rates("Sari").says("bukti"))
    for number in range(4):
        office.rates(f"W{number}")
    office.closes()
    number = office.store.execute(select(schema.counted_codes.c.rating_id)).scalar_one()
    here = schema.ratings.c.id == number
    office.store.execute(update(schema.ratings).where(here).values(answers={"overall": 1}))
    assert "TIDAK cocok" in office.later("X").says(f"bukti {code}").text
    office.store.execute(delete(schema.ratings).where(here))
    assert "TIDAK cocok" in office.later("X").says(f"bukti {code}").text


# -- ten thousand ratings, and who owns the database ----------------------------------------------


def filled(store: Store, size: int, *, seed: int = 1) -> tuple[Publisher, dict[str, str]]:
    """So many released ratings of a quarter, each with its code."""
    office = Publisher(store, chance=Random(seed)).opens("Utara", "Selatan", "Timur")
    for nth in range(size // 100):
        day = AUTUMN.first_day + timedelta(days=nth % 80)
        for place, n in enumerate((60, 30, 10)):
            office.taps(place, n, day)
    for nth in range(0, 80, 10):
        office.closes(AUTUMN.first_day + timedelta(days=nth + 9))
    office.closes(AUTUMN.last_day)
    noted(lambda store: trees.note_roots(store, NOW))(store)
    numbers = store.execute(select(schema.ratings.c.id).order_by(schema.ratings.c.id)).scalars()
    return office, {codes.given(store, number): number for number in numbers}


def failing(store: Store, kept: Mapping[str, str]) -> set[str]:
    """The numbers of the ratings whose codes are not found counted."""
    states = ((number, codes.found(store, code)) for code, number in kept.items())
    return {number for number, found in states if found is None or found[0] != "counted"}


@pytest.mark.parametrize(
    "size",
    [300, pytest.param(10_000, marks=pytest.mark.long("ten thousand: half a minute"))],
)
def test_what_is_altered_or_removed_makes_just_its_own_codes_fail(size: int) -> None:
    with empty_store() as store:
        _, kept = filled(store, size)
        numbers = list(kept.values())
        some = Random(2).sample(numbers, 8)
        asked = dict(list(kept.items())[:: max(1, size // 300)])
        asked |= {code: number for code, number in kept.items() if number in some}
        assert failing(store, asked) == set()
        table = schema.ratings
        changes: list[Any] = [
            update(table).values(answers={"overall": 4}),
            update(table).values(kind="verified"),
            update(table).values(counter_id=1 + Random(3).randint(0, 0)),
            update(table).values(cause="waktu.antrean"),
            update(table).values(day=date(2026, 10, 2)),
            update(table).values(instrument="skm-2017"),
            delete(table),
            delete(table),
        ]
        before = {row.id: row for row in store.execute(select(table).where(table.c.id.in_(some)))}
        for change, number in zip(changes, some, strict=True):
            store.execute(change.where(table.c.id == number))
        rows = store.execute(select(table).where(table.c.id.in_(some)))
        same = {row.id for row in rows if row == before[row.id]}
        assert failing(store, asked) == set(some) - same
        findings = audited(store, keys_of(store)).findings
        told = {one.id: one.facts for one in findings}
        assert told["verify-tree-differs"]["count"] == len(set(some) - same)


def test_who_owns_the_database_cannot_make_a_leaf_anew() -> None:
    """Not by putting a leaf in, by letting the rating be released again, or by mending the tree."""
    with empty_store() as store:
        office, kept = filled(store, 300)
        code, number = next(iter(kept.items()))
        rating = schema.ratings.c.id == number
        row = store.execute(select(schema.ratings).where(rating)).one()
        other = {"answers": {"overall": 1 if row.answers["overall"] > 1 else 4}}
        store.execute(update(schema.ratings).where(rating).values(**other))
        again = {"counter_id": row.counter_id, "day": row.day, "service_id": row.service_id}
        again |= {"kind": "open", "instrument": DAILY, "element": "overall", "value": 1, "count": 9}
        store.execute(insert(schema.unreleased).values(**again))
        office.closes(AUTUMN.last_day)
        assert failing(store, {code: number}) == {number}, "a rating has one leaf"
        nth = int(trees.leaf_of(keys_of(store), row)[:2], 16)
        leaf = trees.leaf_of(keys_of(store), row)[: trees.MARK] + "0" * 32
        added = {"quarter": AUTUMN.key, "branch": nth, "leaf": leaf}
        store.execute(insert(schema.rating_leaves).values(**added))
        assert failing(store, {code: number}) == {number}
        tree = store.execute(select(schema.rating_trees)).one()
        leaves = trees.leaves_of(store, AUTUMN, range(256))
        mended = grown(bytes.fromhex(tree.roots), {nth: leaves[nth]}).hex()
        store.execute(update(schema.rating_trees).values(roots=mended))
        assert len(failing(store, dict(list(kept.items())[:50]))) == 50, "the mac is of the root"
        assert "verify-tree-broken" in {one.id for one in audited(store, keys_of(store)).findings}


def test_the_trail_tells_the_root_and_it_is_sound() -> None:
    with empty_store() as store:
        office, _ = filled(store, 300)
        rows = store.execute(select(schema.trail).where(schema.trail.c.deed == "counted")).all()
        assert len(rows) == 1
        assert not [f for f in audited(store, keys_of(store)).findings if "tree" in f.id]
        office.taps(0, 9, AUTUMN.last_day)
        office.closes(AUTUMN.last_day)
        assert not [f for f in audited(store, keys_of(store)).findings if "tree" in f.id], (
            "what has grown since is vouched for by its mac"
        )


def test_what_was_released_before_there_were_trees_is_taken_in_at_once() -> None:
    with empty_store() as store:
        office, _ = filled(store, 300)
        for table in (schema.rating_trees, schema.rating_leaves):
            store.execute(delete(table))
        office.taps(0, 9, AUTUMN.last_day)
        office.closes(AUTUMN.last_day)
        (n,) = store.execute(select(schema.rating_trees.c.n)).one()
        waits = store.execute(
            select(schema.ratings.c.id).where(trees._unreleased())
        ).all()
        assert n == 309 - len(waits)


def test_so_it_is_on_either_engine(databases: str) -> None:
    def job(store: Store) -> tuple[set[str], int, set[str]]:
        office = Publisher(store).opens("UPTD")
        office.taps(0, 40, AUTUMN.first_day)
        numbers = list(store.execute(select(schema.ratings.c.id)).scalars())
        kept = {codes.given(store, number): number for number in numbers}
        waiting = {found[0] for code in kept if (found := codes.found(store, code))}
        office.closes(AUTUMN.last_day)
        some = list(kept.values())[:3]
        store.execute(delete(schema.ratings).where(schema.ratings.c.id.in_(some)))
        broken = {number for code, number in kept.items() if _is_broken(store, code)}
        noted(lambda store: trees.note_roots(store, NOW))(store)
        told = [one.facts for one in audited(store, keys_of(store)).findings]
        (count,) = (one["count"] for one in told if "quarter" in one)
        return waiting, int(str(count)), broken ^ set(some)

    assert apart(asked, databases, job) == ({"waiting"}, 3, set())


def _is_broken(store: Store, code: str) -> bool:
    found = codes.found(store, code)
    return found is not None and found[0] == "broken"


# -- what a code tells --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size",
    [1_500, pytest.param(10_000, marks=pytest.mark.long("ten thousand: a quarter of a minute"))],
)
def test_values_guessed_from_codes_and_leaves_are_no_better_than_chance(size: int) -> None:
    """Half of the ratings are known, with codes, leaves and values: of each letter, and of their
    order, the value that goes with it most is learned; the other half is guessed by all."""
    with empty_store() as store:
        _, kept = filled(store, size)
        tree = trees.whole_tree(store, AUTUMN)
        assert tree is not None
        pairs = dict(codes.of_quarter(store, AUTUMN, tree.leaves))
        assert len(pairs) > 0.9 * len(kept)
        values = {
            row.id: row.answers["overall"] for row in store.execute(select(schema.ratings))
        }
    known = [(code, leaf, values[kept[code]]) for code, leaf in sorted(pairs.items())]
    learned, asked = known[::2], known[1::2]
    seen: dict[tuple[int, str], Tally[int]] = defaultdict(Tally)
    for code, leaf, value in learned:
        for at in enumerate(code + leaf):
            seen[at][value] += 1
    right = 0
    for code, leaf, value in asked:
        votes: Tally[int] = Tally()
        for at in enumerate(code + leaf):
            total = sum(seen[at].values()) or 1
            votes.update({one: n * 1000 // total for one, n in seen[at].items()})
        right += votes.most_common(1)[0][0] == value
    chance = max(Tally(value for *_, value in asked).values()) / len(asked)
    spread = (chance * (1 - chance) / len(asked)) ** 0.5
    assert right / len(asked) < chance + 4 * spread


def test_no_row_beside_a_code_tells_of_a_chat_a_value_or_a_time(office: Proofs) -> None:
    office.rates("Sari").says("bukti")
    row = office.store.execute(select(schema.counted_codes)).one()._mapping
    assert set(row) == {"token", "rating_id", "nth"}
    names = {"quarter", "branch", "leaf"}
    assert {column.name for column in schema.rating_leaves.columns} == names


# -- what is published ---------------------------------------------------------------------------


def whole_code(code: str) -> str:
    """As it stands on a page: in two halves that stay together."""
    return spelt_code(code).replace(" ", "\u00a0")


def recomputed(leaves: list[str]) -> str:
    """The root as docs/audit.md says, by somebody without Tilik."""
    level = []
    for nth in range(256):
        branch = sorted(leaf for leaf in map(bytes.fromhex, leaves) if leaf[0] == nth)
        hashes = [hashlib.sha256(b"\0" + leaf).digest() for leaf in branch]
        level.append(folded(hashes) if hashes else hashlib.sha256(b"").digest())
    return folded(level).hex()


def folded(level: list[bytes]) -> bytes:
    if len(level) == 1:
        return level[0]
    size = 1
    while size * 2 < len(level):
        size *= 2
    both = folded(level[:size]) + folded(level[size:])
    return hashlib.sha256(b"\1" + both).digest()


def test_the_page_of_a_quarter_that_is_over_proves_each_code_and_its_sheet_the_root() -> None:
    with empty_store() as store:
        office, kept = filled(store, 300)
        store.execute(update(schema.closes).values(day=date(2026, 12, 1)))
        running = office.publishes(date(2026, 12, 1))
        assert not [name for name in running if name.startswith("bukti")], "not while it runs"
        store.execute(update(schema.closes).values(day=AUTUMN.last_day))
        found = office.publishes(AUTUMN.last_day)
        page = found["bukti-2026-q4.html"]
        rows = list(csv.reader(found["bukti-2026-q4.csv"][1:].splitlines(), delimiter=";"))[1:]
        assert [leaf for leaf, _ in rows] == sorted(leaf for leaf, _ in rows), "no order of time"
        assert recomputed([leaf for leaf, _ in rows]) in page
        proven = {code for _, code in rows if code}
        unproven = {number for code, number in kept.items() if code not in proven}
        assert failing(store, kept) == unproven
        code = min(proven)
        letter = found[f"bukti-2026-q4-{code[0].lower()}.html"]
        assert whole_code(code) in letter
        assert len(letter) < 12_000
        assert "bukti-2026-q4.html" in found[f"u{office.top}-2026-q4.html"]
        store.execute(delete(schema.ratings).where(schema.ratings.c.id == kept[code]))
        later = office.publishes(AUTUMN.last_day)
        assert whole_code(code) not in later.get(f"bukti-2026-q4-{code[0].lower()}.html", "")
        store.execute(update(schema.rating_trees).values(mac="0" * 64))
        assert not [name for name in office.publishes(AUTUMN.last_day) if "bukti" in name]


# -- the tree -----------------------------------------------------------------------------------


def test_a_branch_is_the_tree_of_rfc_6962() -> None:
    """The leaves and the roots that the tests of Certificate Transparency use."""
    inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
              "606162636465666768696a6b6c6d6e6f"]  # fmt: skip
    leaves = [bytes.fromhex(one) for one in inputs]
    assert root_of(()).hex() == hashlib.sha256().hexdigest()
    assert root_of(leaves[:1]).hex().startswith("6e340b9cffb37a98")
    assert root_of(leaves[:3]).hex().startswith("aeb6bcfe274b70a1")
    assert root_of(leaves[:7]).hex().startswith("ddb89be403809e32")
    assert root_of(leaves).hex().startswith("5dc9da79a70659a9")


def test_the_root_depends_on_the_leaves_alone() -> None:
    leaves = [hashlib.sha256(bytes([n])).digest() for n in range(40)]
    roots = set()
    for seed in range(3):
        order = Random(seed).sample(leaves, len(leaves))
        there: dict[int, set[bytes]] = defaultdict(set)
        tree = b""
        for first in range(0, 40, 7):
            for leaf in order[first : first + 7]:
                there[leaf[0]].add(leaf)
            tree = grown(tree, there)
        roots.add(root_of_branches(split(tree)))
    assert len(roots) == 1


