"""Who approves whom on which day: superiors, who acts for them, and whoever is one level up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random

import pytest
from sqlalchemy import delete, select, update

from handlers.engine.question import NotUnderstood
from handlers.engine.said import Skipped
from handlers.supervisor.raising import raise_waiting
from models.store import schema
from models.store.chat import chats
from models.store.oversight.trail import noted
from models.store.people import charges, people, posts
from models.store.people.leaving import leave_service
from models.store.people.links import DAY
from models.store.prompts.standings import standings
from models.store.rules import settings
from models.store.rules.settings import Version
from models.work import Entry
from tests.office import acts, leaves_post
from tests.planned import EVERYTHING
from tests.played import labels, seconded, tap_of, typed, words
from tests.superiors import AGENCY, BRANCH, SINCE, Leaders, leaders

MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
"""Nine o'clock in Jakarta."""


@pytest.fixture
def office() -> Iterator[Leaders]:
    with leaders(MONDAY) as made:
        yield made


@pytest.fixture
def everybody(office: Leaders) -> Leaders:
    """All of them have joined."""
    office.joins(*office.ids)
    return office


def stands(
    office: Leaders,
    who: str,
    instead: str,
    *,
    days: int | None = 5,
    label: str = "plh",
    vacated: date | None = None,
) -> None:
    """Somebody acts for a superior, or in the post that they have vacated, from today on."""
    until = None if days is None else office.today + timedelta(days=days - 1)
    unit, title = office.units[AGENCY], f"Jabatan {instead}"
    ids, since = office.ids, office.today
    acts(
        office.store, ids[who], unit, title, since=since, until=until, label=label,
        instead=ids[instead], vacated=vacated,
    )  # fmt: skip


def vacates(office: Leaders, who: str, *, moves: bool) -> date:
    """Somebody has left service, or has moved on to another post; gives their last day there."""
    last, number = office.today - timedelta(days=10), office.ids[who]
    if not moves:
        leaves_post(office.store, number, since=last + DAY)
        office.leaves_tilik(who)
    return last


def approvers(office: Leaders, name: str) -> list[str]:
    """Who approves somebody's work today, by name."""
    found = charges.approvers_of(office.store, office.ids[name], office.today)
    return sorted(signer.name for signer in found.now)


def said(office: Leaders, name: str, activity: str = "Rapat") -> str:
    """What somebody reads who has just logged something."""
    return words(office.opens(name, "o.catat.", typed(activity), Skipped(), "save"))


# -- the one rule, both ways


def test_who_approves_is_the_same_asked_from_above_and_from_below(
    office: Leaders, whole: bool
) -> None:
    names, dice = [*office.ids], Random(13)
    for name in names:
        office.logs(name)
    office.store.execute(update(schema.entries).values(raised_on=office.today))
    for _ in range(60 if whole else 15):
        for table in (schema.superiors, schema.addresses):
            office.store.execute(delete(table))
        office.store.execute(delete(schema.posts).where(schema.posts.c.kind == "acting"))
        office.store.execute(update(schema.posts).values(valid_to=None))
        order = dice.sample(names, len(names))
        for at, name in enumerate(order[1:], 1):
            if dice.random() < 0.9:
                above = order[dice.randrange(max(0, at - 3), at)]
                posts.report_to(office.store, office.ids[name], office.ids[above], since=SINCE)
        joined = [name for name in names if dice.random() < 0.6]
        office.joins(*joined)
        for _ in range(dice.randrange(3)):
            who, instead = dice.sample(names, 2)
            stands(office, who, instead)
        for _ in range(dice.randrange(3)):
            who, instead = dice.sample(names, 2)
            last = vacates(office, instead, moves=dice.random() < 0.4)
            joined = [name for name in joined if chats.joined(office.store) >= {office.ids[name]}]
            stands(office, who, instead, label="plt", vacated=last)
            for name in names:
                if dice.random() < 0.2:
                    since = last + timedelta(days=dice.randrange(1, 5))
                    other = dice.choice([None, *order[: order.index(name)]])
                    number = office.ids[other] if other else None
                    posts.report_to(office.store, office.ids[name], number, since=since)
        everyone = {name: office.person(name) for name in joined}
        for name in names:
            found = charges.approvers_of(office.store, office.ids[name], office.today)
            now, later = ({one.id for one in some} for some in (found.now, found.later))
            assert office.ids[name] not in now | later
            for other, person in everyone.items():
                near = office.ids[name] in {one.id for one in (*person.team, *person.above)}
                assert near == (person.id in now), (order, joined, name, other)
                far = office.ids[name] in {one.id for one in person.raised}
                assert far == (person.id in later - now), (order, joined, name, other)


def test_nobody_approves_their_own_and_above_the_top_there_is_nobody(everybody: Leaders) -> None:
    assert approvers(everybody, "Kepala") == []
    posts.report_to(
        everybody.store, everybody.ids["Kepala"], everybody.ids["Joko"], since=everybody.today
    )
    assert approvers(everybody, "Kepala") == ["Joko"], "a ring ends"
    assert approvers(everybody, "Joko") == ["Budi"]


def test_a_superior_of_whom_nobody_has_joined_reads_just_that(office: Leaders) -> None:
    scores = words(office.opens("Ratna", "o.tim.nilai"))
    assert scores.count("belum ada nilai, belum ada anggota tim yang bergabung") == 3
    assert "yang bertugas dan sudah bergabung" in words(office.opens("Ratna", "o.evaluasi."))


# -- who acts


def test_who_acts_for_a_superior_approves_in_just_those_days(everybody: Leaders) -> None:
    office, entry = everybody, everybody.logs("Joko")
    tap = f"o.setuju.e{entry}"
    assert office.refuses("Siti", "o.setuju.") == "team-nobody"
    stands(office, "Siti", "Budi")
    assert approvers(office, "Joko") == ["Budi", "Siti"]
    assert "Menunggu persetujuan Siti (Plh. Jabatan Budi)" in said(office, "Joko")
    team = office.opens("Siti", "o.tim.")
    assert "Anda bertindak sebagai Plh. Jabatan Budi untuk Budi sampai 27 November 2026" in words(
        team
    )
    seen = office.opens("Siti", tap)
    done = tap_of(seen, "✓ Setujui")
    office.opens("Siti", done)
    assert office.state(entry) == "approved"
    trail = office.opens("Joko", "o.jejak.saya")
    assert "Siti (Jabatan Siti) sebagai Plh. menyetujui catatan kerja" in words(trail)
    other = office.logs("Joko", "Melapor")
    office.opens("Siti", f"o.kembalikan.{other}", typed("Belum lengkap"), "send")
    assert "Siti" in office.told("Joko")[-1]
    assert '"acting-plh"' in office.told("Joko")[-1]
    told = office.store.execute(select(schema.trail.c.what).where(schema.trail.c.deed == "return"))
    assert json.loads(told.scalar_one())["for"] == office.ids["Budi"]
    last = office.logs("Joko", "Menata arsip")
    kept = tap_of(office.opens("Siti", f"o.setuju.e{last}"), "✓ Setujui")
    office.now += timedelta(days=7)
    for old in ("o.setuju.", tap, kept, f"o.kembalikan.{last}", "o.evaluasi."):
        assert office.refuses("Siti", old) in ("team-nobody", "evaluasi-no-team")
    assert office.state(last) == "sent"


@pytest.mark.parametrize(("label", "title"), [("plt", "Plt."), ("pj", "Pj."), ("pjs", "Pjs.")])
def test_who_acts_is_read_with_the_title_and_two_are_named_together(
    everybody: Leaders, label: str, title: str
) -> None:
    office = everybody
    stands(office, "Siti", "Budi", label=label)
    assert f"Menunggu persetujuan Siti ({title} Jabatan Budi)." in said(office, "Joko")
    stands(office, "Dewi", "Budi")
    either = f"Siti ({title} Jabatan Budi) atau Dewi (Plh. Jabatan Budi)."
    assert either in said(office, "Joko", "Melapor")


def test_hr_names_in_chat_who_acts_and_a_second_person_agrees(everybody: Leaders) -> None:
    office, budi = everybody, everybody.ids["Budi"]
    ids, asked = office.ids, f"o.pegawai.g{budi}"
    hr = {"unit_id": office.units[AGENCY], "duty": "hr", "valid_from": SINCE}
    people.give_duty(office.store, ids["Dewi"], **hr)
    assert "Tunjuk Plt./Plh." in labels(office.opens("Hani", f"o.pegawai.p{budi}"))
    assert "Tunjuk Plt./Plh." not in labels(office.opens("Hani", f"o.pegawai.p{ids['Joko']}"))
    assert office.refuses("Hani", f"o.pegawai.g{ids['Joko']}") == "stand-in-no-team"
    assert office.refuses("Ratna", asked) == "pegawai-not-yours"
    with pytest.raises(NotUnderstood, match="stand-in-early"):
        office.asks("Hani", asked, str(ids["Joko"]), "plh", typed("2026-11-20"))
    named = (str(ids["Joko"]), "plh", "2026-11-23", "2026-11-27")
    waits = office.opens("Hani", asked, *named)
    assert "Joko bertindak sebagai Plh. Jabatan Budi untuk Budi, 23 November 2026 sampai" in words(
        waits
    )
    assert approvers(office, "Siti") == ["Budi"], "nothing yet"
    seconded(office.store, waits, office.person("Dewi"), now=office.now)
    assert approvers(office, "Siti") == ["Budi", "Joko"]
    assert approvers(office, "Joko") == ["Budi", "Ratna"]
    assert "stand-in-yours" in office.told("Joko")[-1]
    assert "stand-in-for-you" in office.told("Budi")[-1]
    ends = f"x{charges.stand_ins(office.store, budi, office.today)[0].id}"
    again = office.opens("Hani", asked, ends)
    assert "Joko tidak lagi bertindak sebagai Plh. Jabatan Budi" in words(again)
    second = tap_of(again, "Tarik kembali").removesuffix("x")
    office.opens("Dewi", f"{second}s")
    assert approvers(office, "Siti") == ["Budi"]
    assert "stand-in-over" in office.told("Joko")[-1]
    late = office.opens("Hani", asked, str(ids["Siti"]), "plt", "2026-11-24", Skipped())
    assert "Siti bertindak sebagai Plt. Jabatan Budi untuk Budi, mulai 24 November 2026" in words(
        late
    )
    posts.report_to(office.store, ids["Joko"], None, since=office.today)
    posts.report_to(office.store, ids["Siti"], None, since=office.today)
    outdated = seconded(office.store, late, office.person("Dewi"), now=office.now)
    assert "tidak dilakukan" in words(outdated), "he leads nobody by then"


def test_who_acts_rates_and_the_person_reads_as_what(everybody: Leaders) -> None:
    office = everybody
    stands(office, "Dewi", "Budi", label="plt", days=None)
    office.logs("Joko", day=date(2026, 9, 1))
    quarter = f"o.penilaian.{office.ids['Joko']}@2026-Q3"
    office.opens("Dewi", quarter, "sesuai", "sesuai", typed("Teliti"), "confirm")
    assert "Alasan Dewi (Plt. Jabatan Budi): “Teliti”" in words(office.opens("Joko", "o.hasil."))
    assert "tertulis disertai alasan kepada Ratna" in words(office.opens("Joko", "o.hasil."))


def test_whoever_acts_for_their_own_superior_is_approved_one_level_up(everybody: Leaders) -> None:
    office = everybody
    stands(office, "Joko", "Budi")
    entry = office.logs("Joko")
    assert approvers(office, "Joko") == ["Budi", "Ratna"]
    assert "Catatan itu tidak ada" in words(office.opens("Joko", f"o.setuju.e{entry}"))
    assert "Joko (1)" in labels(office.opens("Ratna", "o.setuju."))
    assert office.ids["Joko"] not in {one.id for one in office.person("Joko").team}


# -- a vacant post


def ends(office: Leaders, name: str, *, ago: int = 1) -> date:
    """Somebody has left service; gives their last day."""
    last = office.today - timedelta(days=ago)
    leaves = partial(leave_service, person_id=office.ids[name], last_day=last, now=office.now)
    noted(leaves)(office.store)
    return last


def test_hr_names_in_chat_who_acts_in_a_vacant_post_and_the_team_is_theirs(
    everybody: Leaders,
) -> None:
    office, ids = everybody, everybody.ids
    hr = {"unit_id": office.units[AGENCY], "duty": "hr", "valid_from": SINCE}
    people.give_duty(office.store, ids["Kepala"], **hr)
    ends(office, "Budi")
    assert approvers(office, "Joko") == []
    assert "Atasan Anda belum tercatat di Tilik" in said(office, "Joko")
    card = office.opens("Hani", f"o.pegawai.p{ids['Joko']}")
    assert "Atasan: jabatannya kosong (terakhir Budi)" in words(card)
    asked = tap_of(card, "Tunjuk Plt. atasan")
    assert office.refuses("Ratna", asked) == "pegawai-not-yours"
    waits = office.opens("Hani", asked, str(ids["Siti"]), "plt", "2026-11-23", Skipped())
    assert "Siti bertindak sebagai Plt. Jabatan Budi" in words(waits)
    assert approvers(office, "Joko") == [], "nothing yet"
    seconded(office.store, waits, office.person("Kepala"), now=office.now)
    assert (approvers(office, "Joko"), approvers(office, "Siti")) == (["Siti"], ["Ratna"])
    assert "Yang menyetujui saat ini: Siti (Plt. Jabatan Budi)" in words(
        office.opens("Hani", f"o.pegawai.p{ids['Joko']}")
    )
    assert "Menunggu persetujuan Siti (Plt. Jabatan Budi)" in said(office, "Joko", "Melapor")
    office.opens("Siti", tap_of(office.opens("Siti", "o.setuju."), "✓ Setujui semua (2)"))
    assert "Siti (Jabatan Siti) sebagai Plt. menyetujui" in words(
        office.opens("Joko", "o.jejak.saya")
    )
    posts.report_to(office.store, ids["Joko"], ids["Ratna"], since=office.today)
    assert approvers(office, "Joko") == ["Ratna"], "who has another superior since is theirs"
    posts.report_to(office.store, ids["Joko"], None, since=office.today)
    (there,) = charges.stand_ins(office.store, ids["Budi"], office.today)
    ended = office.opens("Hani", asked, f"x{there.id}")
    seconded(office.store, ended, office.person("Kepala"), now=office.now)
    assert approvers(office, "Joko") == []
    for name in ("Joko", "Siti"):
        posts.report_to(office.store, ids[name], ids["Ratna"], since=office.today)
    assert office.refuses("Hani", asked) == "stand-in-no-team"


def test_the_post_of_a_superior_who_has_moved_on_is_vacant_and_who_acts_there_has_its_team(
    everybody: Leaders,
) -> None:
    office, ids, since = everybody, everybody.ids, everybody.today - timedelta(days=2)
    people.give_duty(
        office.store, ids["Kepala"], unit_id=office.units[AGENCY], duty="hr", valid_from=SINCE
    )
    posts.place(office.store, ids["Budi"], office.units[AGENCY], "Kepala Bagian", since=since)
    for name in ("Joko", "Siti"):
        posts.report_to(office.store, ids[name], None, since=since)
    posts.report_to(office.store, ids["Dewi"], ids["Budi"], since=since)
    card = office.opens("Hani", f"o.pegawai.p{ids['Joko']}")
    assert "Atasan: jabatannya kosong (terakhir Budi)" in words(card)
    asked = tap_of(card, "Tunjuk Plt. atasan")
    waits = office.opens("Hani", asked, str(ids["Siti"]), "plt", "2026-11-23", Skipped())
    assert "Siti bertindak sebagai Plt. Jabatan Budi" in words(waits), "not his post of today"
    seconded(office.store, waits, office.person("Kepala"), now=office.now)
    assert (approvers(office, "Joko"), approvers(office, "Dewi")) == (["Siti"], ["Budi"])
    assert [one.name for one in office.person("Siti").team] == ["Joko"]
    posts.place(office.store, ids["Ratna"], office.units[BRANCH], "Jabatan  budi", since=since)
    successor = words(office.opens("Hani", f"o.pegawai.p{ids['Joko']}"))
    assert "jabatannya kosong" not in successor, "somebody has that post"
    assert office.refuses("Hani", asked) == "pegawai-gone"


def test_who_acts_when_a_superior_leaves_goes_on_and_what_is_above_stays_above(
    everybody: Leaders,
) -> None:
    office = everybody
    stands(office, "Joko", "Budi", days=None, label="plt")
    ends(office, "Budi", ago=0)
    office.now += timedelta(days=1)
    assert approvers(office, "Siti") == ["Joko"]
    assert approvers(office, "Joko") == ["Ratna"], "nobody approves their own"
    entry = office.logs("Siti")
    waits(office, days=8)
    assert raised(office, entry)
    assert "Siti (1)" in labels(office.opens("Ratna", "o.setuju."))
    office.leaves_tilik("Joko")
    assert approvers(office, "Siti") == ["Ratna"]
    assert "Menunggu persetujuan Ratna" in said(office, "Siti")


def test_who_is_asked_to_log_is_whose_log_somebody_approves(office: Leaders) -> None:
    """The prompts read the same rule, for all at once."""
    names, dice = [*office.ids], Random(7)
    office.joins(*names)
    gone = set[str]()
    for who in ("Budi", "Ratna"):
        last, gone = ends(office, who), {*gone, who}
        for acting in ("Siti", "Dewi"):
            stands(office, acting, who, label="plt", vacated=last)
            silent = {*dice.sample(names, 2)}
            for name in silent:
                office.leaves_tilik(name)
            for one in standings(office.store, office.now, EVERYTHING, lookback=DAY):
                found = charges.approvers_of(office.store, one.person_id, office.today)
                team = charges.charge_of(office.store, one.person_id, office.today).team
                assert (one.approved, one.leads) == (bool(found.now), bool(team)), one.name
            office.joins(*silent - gone)


# -- a superior who is not in Tilik


def test_where_a_superior_has_not_joined_the_next_one_up_approves(office: Leaders) -> None:
    office.joins("Ratna", "Joko", "Siti")
    assert approvers(office, "Joko") == ["Ratna"]
    assert "Budi, atasan Anda, belum bergabung di Tilik, jadi untuk sementara Ratna" in said(
        office, "Joko"
    )
    assert "Menunggu persetujuan Ratna." in said(office, "Joko", "Melapor"), "and once"
    queue = office.opens("Ratna", "o.setuju.")
    assert "Joko (2)" in labels(queue)
    assert "Joko" not in words(office.opens("Ratna", "o.evaluasi."))
    assert office.refuses("Ratna", f"o.penilaian.{office.ids['Joko']}@2026-Q3") != ""
    office.opens("Ratna", tap_of(queue, "✓ Setujui semua (2)"))
    assert "Tidak ada catatan yang menunggu" in words(office.opens("Ratna", "o.setuju."))
    entry = office.logs("Joko", "Menata arsip")
    kept = tap_of(office.opens("Ratna", f"o.setuju.e{entry}"), "✓ Setujui")
    office.joins("Budi")
    assert "Tidak ada catatan yang menunggu" in words(office.opens("Ratna", kept))
    assert office.state(entry) == "sent", "now it is his"


def test_where_nobody_is_there_it_is_kept_and_said_kindly_once(office: Leaders) -> None:
    office.joins("Joko", "Siti", "Hani")
    assert "Budi, atasan Anda, belum bergabung di Tilik. Catatan Anda tetap tersimpan" in said(
        office, "Joko"
    )
    assert "atasan" not in said(office, "Joko", "Melapor")
    assert "Atasan Anda belum tercatat di Tilik" in said(office, "Hani")
    assert "tasan" not in said(office, "Hani", "Melapor")


# -- what waits too long


def test_what_waits_five_working_days_goes_one_level_up_and_all_three_are_told_once(
    everybody: Leaders,
) -> None:
    office = everybody
    entry = office.logs("Joko")
    waits(office, days=7)
    assert "Catatan itu tidak ada" in words(office.opens("Ratna", f"o.setuju.e{entry}"))
    assert not any(office.told(name) for name in office.ids), "on the fifth whole day it is not yet"
    waits(office, days=1)
    own, superior, above = (office.told(name) for name in ("Joko", "Budi", "Ratna"))
    assert [len(told) for told in (own, superior, above)] == [1, 1, 1]
    assert ["raised-own" in own[0], "raised-yours" in superior[0]] == [True, True]
    assert "raised-above" in above[0]
    younger = office.logs("Joko", "Melapor")
    queue = office.opens("Ratna", "o.setuju.")
    assert "Joko (1)" in labels(queue), "what is fresh waits for the superior alone"
    assert "Catatan itu tidak ada" in words(office.opens("Ratna", f"o.setuju.e{younger}"))
    assert "Menunggu persetujuan: 2 catatan" in words(office.opens("Budi", "o.setuju."))
    office.logs("Siti")
    waits(office, days=8)
    assert [len(office.told(name)) for name in ("Joko", "Siti", "Budi", "Ratna")] == [1, 1, 1, 1]
    queue = office.opens("Ratna", "o.setuju.")
    assert {"Joko (2)", "Siti (1)"} <= set(labels(queue))
    office.opens("Ratna", tap_of(queue, "✓ Setujui semua (3)"))
    assert office.state(entry) == office.state(younger) == "approved"
    trail = words(office.opens("Joko", "o.jejak.saya"))
    assert "Ratna (Jabatan Ratna) sebagai atasan dari atasan langsung menyetujui" in trail
    assert "meneruskan catatan kerja yang lama menunggu" in trail


def waits(office: Leaders, *, days: int) -> None:
    """Days go by, and twice a day is looked through what waits."""
    for _ in range(days):
        office.now += timedelta(days=1)
        for hour in (0, 1):
            at = office.now + timedelta(hours=hour)
            noted(partial(raise_waiting, now=at))(office.store)


def test_only_days_that_the_unit_works_count_and_never_beyond_the_top(everybody: Leaders) -> None:
    office = everybody
    last = office.logs("Ratna")
    week = update(schema.units).where(schema.units.c.id == office.units[BRANCH]).values(week=6)
    office.store.execute(week)
    joko, dewi = office.logs("Joko"), office.logs("Dewi")
    waits(office, days=7)
    assert [raised(office, one) for one in (joko, dewi)] == [True, False], "six days a week"
    waits(office, days=30)
    assert not raised(office, last), "above the top there is nobody"
    assert raised(office, dewi)
    assert not office.told("Kepala") or "raised-yours" not in "".join(office.told("Kepala"))


def raised(office: Leaders, entry: int) -> bool:
    query = select(schema.entries.c.raised_on).where(schema.entries.c.id == entry)
    return office.store.execute(query).scalar() is not None


def test_the_office_sets_how_long_and_a_returned_entry_begins_anew(everybody: Leaders) -> None:
    office = everybody
    version = Version("raise-days", 2, office.today, office.now)
    settings.put(office.store, version, day=office.today)
    entry = office.logs("Joko")
    waits(office, days=3)
    assert raised(office, entry)
    office.opens("Ratna", f"o.kembalikan.{entry}", typed("Belum lengkap"), "send")
    assert not raised(office, entry)
    assert office.state(entry) == "returned"
    stands(office, "Siti", "Budi", days=None)
    office.logs("Joko", "Melapor")
    waits(office, days=5)
    assert "raised-yours" in office.told("Siti")[-1], "who acts is told as well"


def test_whose_superior_never_joined_is_raised_past_the_next_one(office: Leaders) -> None:
    office.joins("Kepala", "Ratna", "Joko")
    entry = office.logs("Joko")
    assert approvers(office, "Joko") == ["Ratna"]
    waits(office, days=8)
    assert "Joko (1)" in labels(office.opens("Kepala", "o.setuju."))
    assert office.state(entry) == "sent"
    assert len(office.told("Kepala")) == len(office.told("Ratna")) == 1


def test_an_entry_is_raised_only_while_it_waits() -> None:
    day = date(2026, 11, 23)
    one = Entry(1, "", 1, day, day, "Rapat", raised_on=day)
    assert one.is_raised
    assert not Entry(1, "", 1, day, day, "Rapat", raised_on=day, state="approved").is_raised
