# The office's WhatsApp account: templates, and messages that have not arrived.

account-setting-missing = { $name } is not set. This command asks WhatsApp and needs it; docs/whatsapp.md says how to get it.
account-away = WhatsApp does not answer as it should ({ $words }). Check TILIK_WHATSAPP_API, TILIK_WHATSAPP_TOKEN, TILIK_WHATSAPP_BUSINESS_ID and TILIK_WHATSAPP_PHONE_ID, then try again.

templates-status-missing = not there
templates-status-approved = approved
templates-status-pending = pending
templates-status-rejected = rejected
templates-status-paused = paused
templates-status-disabled = disabled
templates-same = same
templates-other = differs
templates-kept = { $name } ({ $language }): the same already, { $status }
templates-created = { $name } ({ $language }): created, waits for approval
templates-edited = { $name } ({ $language }): edited, waits for approval
templates-refused = { $name } ({ $language }): refused by WhatsApp, { $reason }
templates-fit = { NUMBER($count) } templates keep WhatsApp's rules.
templates-limit = People who may be spoken to first in 24 hours: { $limit }
templates-unlimited = Any number of people may be spoken to first.
templates-no-limit = WhatsApp does not say how many people may be spoken to first.
templates-freed = { $count ->
        [one] One message that was held may go now.
       *[other] { NUMBER($count) } messages that were held may go now.
    }

templates-wrong-name = The name { $name } may hold only small letters, digits and underscores.
templates-wrong-long = It has { NUMBER($count) } characters; at most { NUMBER($most) } are allowed.
templates-wrong-edge = It must neither begin nor end with a parameter.
templates-wrong-spaces = It must not hold a tab, five spaces or two blank lines in a row.
templates-wrong-parameter = A parameter's name is not of small letters, digits and underscores.
templates-wrong-few = It has too few words for so many parameters.
templates-wrong-example = The parameter { $parameter } has no example.
templates-wrong-unused = The example { $parameter } is no parameter in it.
templates-wrong-replies = It has { NUMBER($count) } buttons; at most { NUMBER($most) } are allowed.
templates-wrong-reply = The button “{ $reply }” has { NUMBER($count) } characters; it must have 1 to { NUMBER($most) }.
templates-wrong-twice = Two buttons say the same.

held-citizen = a citizen
held-letter = { $who }: held since { DATETIME($day, dateStyle: "long") }, { $why }
held-prompt = { $who }: not sent, { $what }, { DATETIME($day, dateStyle: "long") }, { $why }
held-count = { NUMBER($held) } messages held, { NUMBER($undone) } messages not sent in 30 days
held-why-window = waits until they write again (outside 24 hours, without an approved template)
held-why-over = outside 24 hours, without an approved template, until it was too late
held-why-frozen = the account is frozen until the personnel office has looked at it
held-why-number = the number may be somebody else's by now; waits for a new code
held-why-131026 = the number is not on WhatsApp (131026)
held-why-131042 = the payment of the office's WhatsApp account must be looked at (131042)
held-why-132001 = the template is not there at WhatsApp (132001)
held-why-132015 = the template is paused by WhatsApp (132015)
held-why-other = WhatsApp's code { $code }
