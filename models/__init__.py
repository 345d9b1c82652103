"""What Tilik remembers, and the rules it remembers by.

Glossary. Code thinks in English; the state's own words stay as the state writes them.

- skm: survei kepuasan masyarakat, the satisfaction survey of PermenPANRB 14/2017.
- ikm: indeks kepuasan masyarakat, its score from 25 to 100.
- element (unsur): one of the nine things the survey asks about.
- instrument: one version of a survey: its elements, labels, bands.
- band (mutu pelayanan): the letter A to D of a score.
- unit: an office or a part of one; service (layanan): what it delivers; counter (loket): where.
- rating: what one citizen answered; tally: a count of answers; score: what tallies add up to.
- daily index: the indicative figure of first taps; never mixed with the ikm.
- heard, said: what a channel delivered, what a person said in it.
- conversation: a form; dialogue: one person's way through it; turn: one step of it.
- question, answer, outcome: what a script awaits, gets, returns.
- opening: the words a conversation was begun with (a counter's code, a view of a summary).
- letter: something Tilik says, as text ids and facts; toast: a passing notice at a tap.
- duty: what a person is entrusted with at a unit (head), from a day to a day.
- quarter (triwulan): a quarter of a year, cut in the unit's zone.
- nip, skp, rhk, predikat, keberatan, sidak: a civil servant's number, plan, expected result,
  rating in words, objection, and an unannounced inspection; they enter with the next work.
"""
