"""What Tilik remembers, and the rules it remembers by.

Glossary. Code thinks in English; the state's own words stay as the state writes them.

- skm: survei kepuasan masyarakat, the satisfaction survey of PermenPANRB 14/2017.
- ikm: indeks kepuasan masyarakat, its score from 25 to 100.
- element (unsur): one of the nine things the survey asks about.
- instrument: one version of a survey: its elements, labels, bands; the SKM, or an
  office's own beside it.
- band (mutu pelayanan): the letter A to D of a score.
- unit: an office or a part of one; service (layanan): what it delivers; counter (loket): where.
- assisting: a phone is handed to one citizen after the other; assisted: a rating given so.
- rating: what one citizen answered; tally: a count of answers; score: what tallies add up to.
- release: to let figures count what waits, at the nightly close of a zone; column: what waits
  together (a counter, service, instrument, kind); shut: a figure that subtraction would tell.
- daily index: the indicative figure of first taps; never mixed with the ikm.
- heard, said: what a channel delivered, what a person said in it.
- traits: what a channel can do; line: a channel that is set up, as the rest of bot knows it.
- conversation: a form, which asks; screen: what only shows; at once: what one tap does; topic: any
  of them. dialogue: one person's way through a form; turn: one step of it.
- question, answer, outcome: what a script awaits, gets, returns.
- opening: what a topic is begun with (a counter's code, a view of a summary), as a small dataclass;
  wire: how it is written behind a button or a name.
- letter: something Tilik says, as text ids and facts; toast: a passing notice at a tap.
- duty: what a person is entrusted with at a unit (head), from a day to a day.
- intake: a file or a change of the office that somebody has brought; second (person): who must
  agree to it before it holds.
- post (jabatan): where a person works and as what; superior (pejabat penilai): who rates them;
  station: a counter they serve at. Each from a day to a day.
- quarter (triwulan): a quarter of a year, cut in the unit's zone.
- target (rhk): an expected result of a person and a quarter; realised: what its approved entries
  add up to.
- entry: one thing done on a day; receipt: the number it is known by; evidence: what shows it.
- covered: of a working day, that it has an entry that came in time.
- evaluation: what a person says of their own quarter; claim: of one target in it; appraisal: the
  superior's rating of result and conduct; predikat: what both lead to, a proposal (usulan) until
  the superior confirms it.
- joined: tied to a first chat (`people.joined_at`); no day before it counts for or against anybody,
  and who has never joined is in no denominator, list or score; prorated: of a target, for the share
  of the quarter's working days on which its person was there. slip: a joining code on paper.
- record: what is behind a person's scores of a quarter; part: one of the four scores.
- campaign: a reason to speak first; due: one prompt of it, to whom and when; window: the working
  days on which a quarter's self-evaluation is open; prompt: a due that was planned, sent at most
  once.
- outage: when Tilik itself was away; it counts against nobody.
- nip, skp, keberatan, sidak: a civil servant's number, plan, objection, unannounced inspection.
- look, ask, keep: the three verbs of a conversation: read and refuse, question, write.
- manifest: what a conversation declares of itself; offer: where it is offered (menu, help,
  greeting). holds: what a table declares of people.
- reading: one way in which a typed line can be meant; command: a reading that needs no open form.
- kept: an answer between turns; noted: a value of the script itself that every replay sees again.
- triage: to find from free words where a complaint belongs; sign: what in the words tells of it;
  proposal: what they are taken for until the citizen confirms it; correction: what it is instead.
- inbox, item: what was delivered; dead: an item that failed to the last, under a reference.
- post office (in sentences: the post): sends letters; claim: that one process has one; lease: for
  how long.
- delivery status: what the platform tells of a letter it has taken (taken, delivered, read,
  failed); track: what comes back with it: which letter, attempt, bubble.
- on hold: a letter that may not go now, and why; backoff: the wait after a failure.
- template letter: a letter as the template that may open a closed window; window: on WhatsApp
  the 24 hours after a person wrote.
- lane: of prompts, about one's own work or one's team: one a day each; place: one of the people a
  day to whom a channel lets Tilik speak first.
- stamp: who changed a link, and when; trail: the record of looks and changes; deed: one row's
  kind; seal: a key set under the trail's end.
- alarm: what a running Tilik notices by itself and an operator must know; doctor: tells it too.
- dice: where chance comes from, handed in like the clock.
"""
