"""Whatever Tilik has to say, the shape that it takes is one that WhatsApp accepts."""

from itertools import product

import pytest

from bot.channel import Label, Spoken
from bot.sandbox.whatsapp import WaPhone, WhatsAppBox
from bot.whatsapp.outbound.rendered import Phrases, rendered
from tests.sandbox.whatsapp.talk import Bot
from tests.sandbox.whatsapp.test_whatsapp_limits import PNG

LENGTHS = (1, 1023, 1024, 1025, 4095, 4096, 4097, 9000)
LABELS = ("Ya", "Bidang Kesejahteraan Sosial dan Pemberdayaan Masyarakat Desa, seksi {}")


@pytest.mark.parametrize("count", [0, 1, 3, 4, 10, 11, 25])
async def test_every_letter_is_accepted(
    box: WhatsAppBox, bot: Bot, sari: WaPhone, count: int
) -> None:
    box.limits = False
    _, media = await bot.uploads(PNG, "image/png")
    for length, label, picture in product(LENGTHS, LABELS, (None, PNG)):
        words = [f"{label.format(n)}{n}" for n in range(count)]
        buttons = tuple((Label(word, f"1.{n}"),) for n, word in enumerate(words))
        spoken = Spoken("a " * (length // 2) + "b" * (length % 2), buttons, picture)
        before = len(sari.messages)
        for bubble in rendered(spoken, Phrases("Pilih", "Pilihan lain:")):
            body = bubble.body if bubble.upload is None else bubble.with_media(media["id"])
            await bot.says(**{"recipient": sari.id, bubble.kind: body})
        there = [b for bubble in sari.messages[before:] for row in bubble.buttons for b in row]
        assert [button.data for button in there] == [f"1.{n}" for n in range(count)]
        if words:
            sari.tap(words[-1])
            assert sari.messages[-1].text == there[-1].label
    assert [refusal.details for refusal in box.refusals] == []
