# The command "tilik plan": what would go to whom, and when.

plan-day = { DATETIME($day, dateStyle: "full") }
plan-day-presumed = { DATETIME($day, dateStyle: "full") } *
plan-line = { $hour }:{ $minute } { $zone }  { $name }: { $what } ({ $campaign })
plan-kind-open = the self-evaluation opens
plan-kind-half = reminder of the self-evaluation, at half time
plan-kind-last = reminder of the self-evaluation, near the end
plan-kind-alone = news that their superior is not on Tilik yet, once only
plan-kind-log = invitation to log the day's work
plan-kind-short = the superior's daily summary
plan-kind-long = the superior's weekly summary
plan-kind-quarter = the superior's quarterly summary
plan-kind-complaints = news of complaints, for who handles them
plan-kind-held = reminder of held comments, for the oversight team
plan-kind-spread = news for the personnel office: prompts are spread over several days
plan-count = { $count ->
    [0] No messages from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
    [one] One message, from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
   *[other] { NUMBER($count) } messages to { $people ->
        [one] one person
       *[other] { NUMBER($people) } people
    }, from { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }.
}
plan-assumed = Staff, superiors and leave are taken as they are today, as if nobody logged or filled in anything from now on. A message with nothing to say is not sent.
plan-not-joined = { $count ->
    [one] One person has
   *[other] { NUMBER($count) } people have
} not joined Tilik or asked not to be written to; nothing is sent to them.
plan-limit = { $channel ->
    [whatsapp] WhatsApp
   *[other] { $channel }
}: Tilik may write first to { NUMBER($most) } people a day outside the 24-hour window; { NUMBER($outside) } are outside it now. The most urgent go first, the others wait for the next working day; an invitation to log that finds no room that day is not sent.
plan-spread = { $what } ({ $campaign }), spread over { NUMBER($days) } days:
plan-spread-day = { DATETIME($day, dateStyle: "full") }: { $count ->
    [one] one person
   *[other] { NUMBER($count) } people
}
plan-presumed = * The holidays of that year have not been decreed; only those of fixed date are counted.

plan-no-day = { $given } is no date. Write it like 2026-04-01.
plan-backwards = The first day, { $first }, comes after the last, { $last }. Swap them.
plan-too-long = That is too long a time: { NUMBER($most) } days at the most.
