"""A strict local WhatsApp: the Cloud API over HTTP, people with phones, and a ledger.

    box = WhatsAppBox(token=..., phone_id=..., business_id=..., app_secret=..., verify_token=...,
                      clock=..., keep=None, limits=True, name="Tilik", number="6281100000000",
                      tier=250)
    await box.start(); box.url; await box.subscribe(url); box.hook(url); await box.stop()

From the bottom up: `servers` (what a phone reaches), `phones`, `templates`, `network` (servers,
phones and templates, what the calls act on), `calls`, `box` (all of it, listening).

People. `box.phone(1001, name="Sari")`, `box.phone("Sari", number=None)`: a `WaPhone`, in
`box.phones` under its user id "ID.<digits>"; `number` "" (the default) gives a phone number, None
none.

The bot's calls, under any /vNN.N/ with the bearer token: messages (text, image, document, audio,
interactive button, list and location request, template), media, the media's URL,
message_templates, templates by id, the phone number.

Out. Webhooks are batched, signed and repeated (`box.haste` shortens the waits). `box.quiet()`
waits until all is delivered and no call is open. `box.reads_receipts` reports every message read.
Meta's side of templates: `box.approve()`, `reject`, `pause`, `disable`, `box.auto_approve`,
`box.templates.by_id`; of the limits: `box.limits`, `box.set_tier(2000, tell=True)`,
`box.contacted`. Books: `box.ledger`, `box.refusals`, `box.shelf.files`. Trouble: `box.faults`.
"""

from bot.sandbox.whatsapp.box import WhatsAppBox
from bot.sandbox.whatsapp.phones.phone import WaPhone

__all__ = ["WaPhone", "WhatsAppBox"]
