"""Our small markup on WhatsApp: our marks work, and nobody else's words turn into any."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.whatsapp.phones.markup import bare, shown
from bot.whatsapp.outbound.markup import DOUBLES, marked


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("<b>Loket 3</b>, <i>tanpa nama</i>", "*Loket 3*, _tanpa nama_"),
        ("(<b>Loket 3</b>): “<i>baik</i>”.", "(*Loket 3*): “_baik_”."),
        ("<b>IKM: 81,20</b>", "*IKM: 81,20*"),
        ("<b>satu\ndua</b>", "*satu*\n*dua*"),
        ("<b>satu\n\n dua </b>tiga", "*satu*\n\n *dua* tiga"),
        ("<b> satu </b>", " *satu* "),
        ("a<b> satu</b>", "a *satu*"),
        ("<b></b>x<i> </i>y", "x y"),
        ("<b>satu <i>dua</i> tiga</b>", "*satu* *_dua_* *tiga*"),
        ("<b>tebal</b>an", "tebalan"),
        ("<b>satu.</b><i>(dua)</i>", "*satu.*(dua)"),
        ("a &lt;b&gt; &amp; b", "a <b> & b"),
        ("<b>A &amp; B</b>", "*A & B*"),
    ],
)
def test_our_markup_becomes_whatsapps(ours: str, theirs: str) -> None:
    assert marked(ours) == theirs


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("5*3 = 15", "5*3 = 15"),
        ("harga*", "harga*"),
        ("~5 menit", "~5 menit"),
        ("foto_1.jpg dan foto_2.jpg", "foto_1.jpg dan foto_2.jpg"),
        ("* satu\n* dua", "* satu\n* dua"),
        ("*penting*", "∗penting∗"),
        ("_init_ ~batal~ `kode`", "ˍinitˍ ∼batal∼ ‵kode‵"),
        ("```\nkode\n```", "‵‵‵\nkode\n‵‵‵"),
        ("https://x.id/_a_/*b* https://x.id/~c~", "https://x.id/_a_/*b* https://x.id/~c~"),
    ],
)
def test_what_people_type_is_seen_as_they_typed_it(typed: str, seen: str) -> None:
    assert marked(escape(typed, quote=False)) == seen


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("*a <b>Total</b>", "∗a *Total*"),
        ("<b>Total</b> b*", "*Total* b∗"),
        ("<b>a*b</b>", "a*b"),
        ("<b>*a*</b> x", "∗a∗ x"),
        ("<i>foto_1</i>", "foto_1"),
        ("*a\n<b>Total</b>", "*a\n*Total*"),
    ],
)
def test_what_people_type_breaks_no_mark_of_ours(ours: str, theirs: str) -> None:
    assert marked(ours) == theirs


PIECES = st.tuples(
    st.sampled_from(["", "b", "i"]), st.text(alphabet="ab1*_~` .,(\n<&", min_size=1, max_size=8)
)


@given(st.lists(PIECES, max_size=6))
def test_a_phone_shows_just_what_was_said_and_marks_only_what_we_mark(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(
        f"<{tag}>{escape(words, quote=False)}</{tag}>" if tag else escape(words, quote=False)
        for tag, words in pieces
    )
    there = marked(text)
    assert undoubled(bare(there)) == "".join(words for _, words in pieces)
    meant = {sign: [words for tag, words in pieces if tag == sign] for sign in "bi"}
    for tag, words in re.findall(r"<([bi])>(.*?)</", shown(there)):
        marks = undoubled(unescape(words))
        assert any(marks in words for words in meant[tag])


def undoubled(text: str) -> str:
    for sign, double in DOUBLES.items():
        text = text.replace(double, sign)
    return text
