"""A strict local WhatsApp: the Cloud API over HTTP, people with phones, and a ledger.

    box = WhatsAppBox(token=..., phone_id=..., business_id=..., app_secret=..., verify_token=...,
                      clock=..., keep=None, limits=True, name="Tilik", number="6281100000000",
                      tier=250)
    await box.start(); box.url; await box.subscribe(url); box.hook(url); await box.stop()

It refuses what Meta refuses, with Meta's codes, and it can make trouble on request.

People. `box.phone(1001, name="Sari")`, `box.phone("Sari", number=None)`: a `WaPhone`, in
`box.phones` under its user id "ID.<digits>"; `number` "" (the default) gives a phone number, None
none. Like a phone of Telegram's: `say`, `start`, `opens`, `tap`, `press`, `sends`, `locates`,
`blocks`, `unblocks`, `messages` (records.Bubble), `stored`. And `shares_contact`,
`sends_unknown("sticker" | "reaction" | "unsupported" | ...)`, `offline`, `online`, `reads`,
`window_is_open`, `last_heard`.

The bot's calls, under any /vNN.N/ with the bearer token: messages (text, image, document, audio,
interactive button, list and location request, template; and `status: "read"`), media, the media's
URL, message_templates, templates by id, the phone number.

Out. Webhooks are batched, signed and repeated (`box.haste` shortens the waits). `box.quiet()`
waits until all is delivered and no call is open. `box.reads_receipts` reports every message read.
Meta's side of templates: `box.approve()`, `reject`, `pause`, `disable`, `box.auto_approve`,
`box.templates.by_id`; of the limits: `box.limits`, `box.set_tier(2000, tell=True)`,
`box.contacted`.

Books. `box.ledger` (records.Sent), `box.refusals` (records.Refused), `box.shelf.files`.
Trouble: `box.faults` (faults.Faults). The page: `state_of(box)`, `box.version`, `box.watchers`,
`box.on_changed`, and media without a token under /box/whatsapp/file/<id> (`graph.page_file`).
"""

from bot.sandbox.whatsapp.box import WhatsAppBox
from bot.sandbox.whatsapp.phones import WaPhone
from bot.sandbox.whatsapp.state import state_of

__all__ = ["WaPhone", "WhatsAppBox", "state_of"]
