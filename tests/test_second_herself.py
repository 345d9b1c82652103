"""Nobody is a second person for themselves, with a phone of their own that has somebody's code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from sqlalchemy import Connection, select

from handlers import new_chats as cases
from handlers.office.imports.rights import seconds_of
from handlers.office.imports.waiting import ask_again
from models.intakes import Preview
from models.letters import Letter, unpacked
from models.people import Person
from models.refused import Refused
from models.store import schema
from models.store.chat import addresses, new_chats
from models.store.chat.makers import behind
from models.store.office import services
from models.store.people import people, posts
from tests.actors import NINE_O_CLOCK as NOW
from tests.office import SINCE
from tests.played import empty_store, labels, letter, played, tap_of, words

DUTIES = {"Hani": "hr", "Umar": "hr", "Eko": "hr", "Ratna": "head", "Dewi": "", "Joko": ""}


@dataclass
class Town:
    """An office with three who keep its people, its head, and two who work there; Hani has joined
    by a code of the operator."""

    store: Connection
    unit: int
    ids: dict[str, int] = field(default_factory=dict)
    phones: dict[str, Person] = field(default_factory=dict)

    def hires(self, name: str, duty: str) -> None:
        self.ids[name] = number = people.add(self.store, name)
        posts.place(self.store, number, self.unit, "Staf", since=SINCE)
        if duty:
            people.give_duty(
                self.store, number, unit_id=self.unit, duty=duty, valid_from=SINCE
            )

    def joins(self, name: str, *, by: str | None = None) -> str:
        """By a code of the operator, or of who has it made in chat; what is read then."""
        number = self.ids[name]
        if by is None:
            code = people.invite(self.store, number, now=NOW).code
        else:
            told = self.plays(by, f"o.pegawai.k{number}")
            code = words(told).split("daftar ")[1][:10]
        there = addresses.meet(self.store, "telegram", f"phone of {name}").address
        stranger = addresses.person_at(self.store, there, NOW)
        said = words(letter(self.store, stranger, f"o.daftar.{code}", "yes", now=NOW))
        self.phones[name] = addresses.person_at(
            self.store, addresses.by_id(self.store, there.id), NOW
        )
        return said

    def second_chat(self, name: str, *, by: str) -> Person:
        """A phone that uses a code for who has joined already."""
        told = self.plays(by, f"o.pegawai.k{self.ids[name]}")
        there = addresses.meet(self.store, "telegram", f"another phone of {name}").address
        new = addresses.person_at(self.store, there, NOW)
        code = words(told).split("daftar ")[1][:10]
        letter(self.store, new, f"o.daftar.{code}", "yes", now=NOW)
        return addresses.person_at(self.store, addresses.by_id(self.store, there.id), NOW)

    def plays(self, name: str, tap: str, *answers: str) -> Letter:
        phone = self.phones[name]
        now_is = addresses.person_at(
            self.store, addresses.by_id(self.store, phone.address.id), NOW
        )
        return letter(self.store, now_is, tap, *answers, now=NOW)

    def refused(self, name: str, tap: str) -> str:
        with pytest.raises(Refused) as no:
            played(self.store, self.phones[name], tap, now=NOW)
        return no.value.why.id

    def asks(self, name: str, *, of: str = "Dewi") -> Letter:
        """Somebody is to have another superior."""
        return self.plays(name, f"o.pegawai.a{self.ids[of]}", str(self.ids["Joko"]))

    def asked(self, by: str) -> tuple[list[str], list[str]]:
        """Who may agree to what that one asks for, and of whom somebody else must make sure."""
        units = frozenset((self.unit,))
        preview = Preview(0, 1, 0, 0, (), "", units, units)
        found = seconds_of(self.store, preview, given_by=self.ids[by], now=NOW)
        named = {number: name for name, number in self.ids.items()}
        return [named[n] for n in found.asked], [named[n] for n in found.unproven]

    def told(self, name: str) -> list[str]:
        """What was written to this phone."""
        there = schema.addresses.c.sender == f"phone of {name}"
        query = select(schema.letters.c.sheet).join(schema.addresses).where(there)
        found = self.store.execute(query).scalars()
        return [words(unpacked(json.loads(one), about=None, kind="reply")) for one in found]

    def hands(self, name: str) -> set[str]:
        named = {number: name for name, number in self.ids.items()}
        return {named[number] for number in behind(self.store, [self.ids[name]])}


@pytest.fixture
def town() -> Iterator[Town]:
    with empty_store() as store:
        town = Town(store, services.add_unit(store, "Disdukcapil", zone="Asia/Jakarta").id)
        for name, duty in DUTIES.items():
            town.hires(name, duty)
        town.joins("Hani")
        yield town


def test_the_phone_that_used_ones_code_agrees_to_nothing_of_ones_own(town: Town) -> None:
    said = town.joins("Umar", by="Hani")
    assert "Anda belum dapat menjadi orang kedua untuk permintaan Hani" in said
    waits = town.asks("Hani")
    agree = tap_of(waits, "Tarik kembali").removesuffix("x") + "s"
    assert "Yang perlu bergabung dulu, salah satu dari: Eko, Ratna" in words(waits)
    assert town.refused("Umar", agree) == "impor-gone"
    town.joins("Ratna")
    ask_again(town.store, NOW)
    assert town.asked("Hani") == (["Ratna"], [])
    of_her = words(town.asks("Hani", of="Ratna"))
    assert "Mohon minta Ratna mengetik verifikasi; setelah itu Tilik langsung menanyainya" in of_her
    (case,) = [one for one in new_chats.first_of(town.store, ["hr"]) if one.made_by]
    assert town.refused("Umar", f"o.verifikasi.{case.id}.y") == "akun-gone"
    assert town.refused("Hani", f"o.verifikasi.{case.id}.y") == "akun-gone"
    assert labels(town.plays("Ratna", "o.verifikasi.")) == ["Umar"]
    shown = town.plays("Ratna", f"o.verifikasi.{case.id}")
    assert "dengan kode yang dibuat oleh Hani" in words(shown)
    assert labels(shown) == ["Ya, itu orangnya", "Bekukan dulu"]
    done = town.plays("Ratna", tap_of(shown, "Ya, itu orangnya"))
    assert "sekarang dapat menjadi orang kedua untuk siapa pun" in words(done)
    assert any("dipastikan bahwa ini memang Anda" in one for one in town.told("Umar"))
    assert town.asked("Hani") == (["Umar"], [])
    town.phones["Umar"] = addresses.person_at(
        town.store, addresses.by_id(town.store, town.phones["Umar"].address.id), NOW
    )
    assert "disetujui dan berlaku" in words(town.plays("Umar", agree))


def test_where_all_joined_by_ones_codes_it_says_that_the_operator_must_help(town: Town) -> None:
    for name in ("Umar", "Ratna"):
        town.joins(name, by="Hani")
    town.joins("Eko", by="Umar")
    assert town.hands("Eko") == {"Eko", "Umar", "Hani"}
    waits = town.asks("Hani")
    assert town.asked("Hani") == ([], ["Eko", "Umar", "Ratna"])
    assert "minta operator Tilik membuat kode baru untuk Eko, Umar, Ratna" in words(waits)
    for name in ("Hani", "Umar", "Eko"):
        assert "Tidak ada akun yang menunggu" in words(town.plays(name, "o.verifikasi."))
    assert town.refused("Ratna", "o.verifikasi.") == "verifikasi-not-yours"
    town.joins("Dewi")
    new = town.second_chat("Dewi", by="Hani")
    (waits,) = new_chats.all_open(town.store, "waiting")
    lost = words(letter(town.store, new, f"o.akun.h{waits.id}", now=NOW))
    assert "Umar, Eko, Ratna belum dapat memastikannya" in lost
    town.joins("Umar")
    assert town.hands("Umar") == {"Umar"}
    ask_again(town.store, NOW)
    assert town.asked("Hani")[0] == ["Eko", "Umar"], "whoever joined by Umar's code is free too"
    assert any("meminta persetujuan Anda" in one for one in town.told("Umar"))
    assert town.asked("Umar") == (["Hani"], [])


def test_neither_is_the_others_second_nor_are_two_of_one_hand(town: Town) -> None:
    for name in ("Umar", "Eko"):
        town.joins(name, by="Hani")
    town.joins("Ratna")
    for name in ("Hani", "Umar", "Eko"):
        assert town.asked(name)[0] == ["Ratna"], name
    assert town.asked("Ratna")[0] == ["Eko", "Umar", "Hani"]


def test_whoever_gets_a_role_later_is_asked_about_then(town: Town) -> None:
    town.joins("Ratna")
    assert "orang kedua" not in town.joins("Dewi", by="Hani")
    assert not cases.unasked(town.store, NOW)
    people.give_duty(
        town.store, town.ids["Dewi"], unit_id=town.unit, duty="hr", valid_from=SINCE
    )
    assert town.asked("Hani")[0] == ["Ratna"]
    for _ in range(2):
        cases.ask_again(town.store, NOW)
    told = [one for one in town.told("Ratna") if "dengan kode yang dibuat oleh Hani" in one]
    assert len(told) == 1


def test_a_second_chat_in_the_same_hand_changes_nothing(town: Town) -> None:
    """The older chat, in the maker's hand, agrees to the new one and goes."""
    town.joins("Umar", by="Hani")
    first = town.phones["Umar"]
    town.second_chat("Umar", by="Hani")
    (waiting,) = new_chats.all_open(town.store, "waiting")
    letter(town.store, first, f"o.akun.y{waiting.id}", now=NOW)
    assert addresses.by_id(town.store, first.address.id).person_id is None
    assert town.hands("Umar") == {"Umar", "Hani"}
    assert town.asked("Hani")[1] == ["Umar"]


def test_a_first_chat_that_is_not_theirs_is_frozen_and_let_go(town: Town) -> None:
    town.joins("Umar", by="Hani")
    town.joins("Ratna")
    (case,) = new_chats.first_of(town.store, ["hr"])
    frozen = town.plays("Ratna", f"o.verifikasi.{case.id}.x")
    assert labels(frozen) == ["Yang baru benar", "Tidak satu pun"]
    assert "dilepas" in words(town.plays("Ratna", tap_of(frozen, "Tidak satu pun")))
    assert town.hands("Umar") == {"Umar"}
    town.joins("Umar")
    assert town.asked("Hani")[0] == ["Umar"]
