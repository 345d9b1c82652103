# Heads of units: a unit's summary on one screen.

quarter-1 = first quarter { $year }
quarter-2 = second quarter { $year }
quarter-3 = third quarter { $year }
quarter-4 = fourth quarter { $year }

summary-not-yours = The summary is for registered heads of units and oversight officers. If you are one of them and this chat is not registered yet, ask your office for a joining code and type: join CODE
summary-title = <b>{ $name }</b>, { $quarter }
summary-title-running = <b>{ $name }</b>, { $quarter } (running)

figures-as-of = As of { DATETIME($day, dateStyle: "medium") }
summary-care = How complaints were handled, by { NUMBER($count) } citizens: 😊 { NUMBER($n4) } · 🙂 { NUMBER($n3) } · 😐 { NUMBER($n2) } · 😞 { NUMBER($n1) }
summary-waiting = Waiting to be released: { NUMBER($n) } { $n ->
    [one] rating
   *[other] ratings
}.
summary-left-out = Too few to be released: { NUMBER($n) } { $n ->
    [one] rating, which is
   *[other] ratings, which are
} in no figure.
summary-official = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents
summary-official-target = IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents (target of { NUMBER($target) } reached)
summary-official-provisional = Provisional IKM: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents (target { NUMBER($target) })
summary-official-not-enough = IKM: not enough answers yet ({ NUMBER($n) } of { NUMBER($needed) })
summary-own = { $name } (not the IKM): <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents
summary-own-not-enough = { $name } (not the IKM): not enough answers yet ({ NUMBER($n) } of { NUMBER($needed) })
summary-own-shields = { $name } (not the IKM): not shown ({ NUMBER($n) } respondents), so that the few answers elsewhere cannot be worked out from it
summary-lowest-own = Three lowest elements of { $name }, { $quarter }:
summary-daily = { $kind ->
    [verified] Verified daily index
    [assisted] Assisted daily index
   *[daily] Daily index
} (indicative, not the IKM): { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } ratings)
summary-codes = Visit codes given: { NUMBER($count) }{ $printed ->
    [0] { "" }
   *[other] {" "}· printed, perhaps not given: { NUMBER($printed) }
}
summary-daily-not-enough = { $kind ->
    [verified] Verified daily index
    [assisted] Assisted daily index
   *[daily] Daily index
} (indicative): not enough answers yet ({ NUMBER($n) } of { NUMBER($needed) })
summary-earlier = In the { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents
summary-earlier-target = In the { $quarter }: IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents (target of { NUMBER($target) } reached)
summary-earlier-provisional = In the { $quarter }: provisional IKM <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents (target { NUMBER($target) })
summary-earlier-daily = In the { $quarter }: { $kind ->
    [verified] verified daily index
    [assisted] assisted daily index
   *[daily] daily index
} (indicative) { NUMBER($index, minimumFractionDigits: 2) } ({ NUMBER($n) } ratings)
summary-earlier-own = In the { $quarter }: <b>{ NUMBER($ikm, minimumFractionDigits: 2) }</b>, grade { $letter } ({ $band }), from { NUMBER($n) } respondents
summary-change-up = Up { NUMBER($points, minimumFractionDigits: 2) } since the { $quarter }
summary-change-down = Down { NUMBER($points, minimumFractionDigits: 2) } since the { $quarter }
summary-change-same = The same as in the { $quarter }

summary-lowest = The three lowest elements, { $quarter }:
summary-low = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } answers)
summary-low-cause = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } answers), mostly: { $cause } ({ NUMBER($named) } of { NUMBER($total) })
summary-basis = Basis: { $basis }

summary-official-shields = IKM: not shown ({ NUMBER($n) } respondents), since the few answers elsewhere could be worked out from it
summary-daily-shields = { $kind ->
    [verified] Verified daily index
    [assisted] Assisted daily index
   *[daily] Daily index
} (indicative): not shown ({ NUMBER($n) } ratings), since the few answers elsewhere could be worked out from it
summary-lowest-daily = Three lowest elements of the { $kind ->
    [verified] verified daily index
    [assisted] assisted daily index
   *[daily] daily index
}, { $quarter }:
summary-further-up = { $n ->
    [one] { NUMBER($n) } rating is
   *[other] { NUMBER($n) } ratings are
} only in the figures of the service or the unit, since there are too few here.
figure-shields = not shown ({ NUMBER($n) } answers), since the few elsewhere could be worked out
figure-how-official = How it is counted: the mean of each element (1 to 4), then the mean of the { NUMBER($count) } elements, all of one weight, times 25. Whole sheets of the survey only ({ $basis }).
figure-how-own = How it is counted: the mean of each element (1 to 4), then the mean of { NUMBER($count) } elements, { $weights ->
    [equal] equally weighed
   *[own] weighed as the office has set
}, times 25. Only whole sheets. The office's own questionnaire, no part of the IKM.
figure-how-target = Respondents wanted: { NUMBER($target) } of { NUMBER($population) } people served in a year (Krejcie and Morgan).
figure-how-daily = { $kind ->
    [verified] Only ratings with a visit code, which the counter gives at the end of a service.{" "}
    [assisted] Only ratings with the help of somebody from another counter.{" "}
   *[daily] {""}
}How it is counted: the mean of the first taps (1 to 4), times 25. A citizen is asked only one of the { NUMBER($count) } elements, so each has a number of answers of its own. Not the IKM.
figure-taps = First taps: 1: { NUMBER($of1) }, 2: { NUMBER($of2) }, 3: { NUMBER($of3) }, 4: { NUMBER($of4) }
figure-spread = How often the answers 1 (lowest) to 4 were given:
figure-element = • { $element }: { NUMBER($score, minimumFractionDigits: 2) } ({ NUMBER($n) } answers). 1: { NUMBER($of1) }, 2: { NUMBER($of2) }, 3: { NUMBER($of3) }, 4: { NUMBER($of4) }
figure-element-few = • { $element }: not enough yet ({ NUMBER($n) } of { NUMBER($needed) })
figure-element-shields = • { $element }: not shown ({ NUMBER($n) } answers)
button-where-from = Where it comes from
button-where-ikm = IKM ›
button-where-indeks = Daily index ›
button-where-kode = Verified ›
button-where-bantu = Assisted ›
button-where-own = { $name } ›
summary-part = <b>{ $name }</b>: { $figure }
figure-official = IKM { NUMBER($ikm, minimumFractionDigits: 2) } ({ $letter }), { NUMBER($n) } answers
figure-daily = { $kind ->
    [verified] indicative, verified
    [assisted] indicative, assisted
   *[daily] indicative
} { NUMBER($index, minimumFractionDigits: 2) }, { NUMBER($n) } answers
figure-and-own = { $figure }; { $name } { NUMBER($ikm, minimumFractionDigits: 2) } ({ $letter }), { NUMBER($n) } answers
figure-not-enough = not enough yet ({ NUMBER($n) } of { NUMBER($needed) })
summary-voices = <b>In citizens' words</b>, without names or days. A text appears once its rating is released, several of one counter at once.
summary-voices-own = That includes what was written while filling in { $name }.
summary-voice = “{ $words }”
summary-few-voices = Not enough texts to be shown yet ({ NUMBER($n) } of { NUMBER($needed) }).
summary-voices-shut = The texts here are not shown: there are fewer than { NUMBER($needed) }, or those of another list, which are too few, could be worked out from them.
summary-held = { $count ->
    [one] { NUMBER($count) } comment is held for the oversight team to read.
   *[other] { NUMBER($count) } comments are held for the oversight team to read.
}
summary-kept = { $count ->
    [one] { NUMBER($count) } comment is not shown: the oversight team decided so.
   *[other] { NUMBER($count) } comments are not shown: the oversight team decided so.
}
summary-untold = { $count ->
    [one] { NUMBER($count) } comment waits until there are enough to be shown together.
   *[other] { NUMBER($count) } comments wait until there are enough to be shown together.
}

button-units = By unit
button-services = By service
button-counters = By counter
button-voices = In citizens' words
button-quarter-before = ‹ Quarter before
button-quarter-after = Next quarter ›
button-up = ‹ { $name }

# stuck: the questions at which people stop, for heads of units and the personnel office

guide-macet = <b>drop-offs</b> – where people stop: the questions that most often go unanswered
macet-not-yours = Where people stop is for heads of units and the personnel office.
macet-title = <b>Where people stop</b>, { $month ->
    [last] last month ({ DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") })
   *[this] this month, until yesterday
 }
macet-none = No question was counted in that month yet.
macet-question = <b>“{ $question }”</b> ({ $form })
macet-went = Of { NUMBER($asked) } people who were asked, { NUMBER($went) } went on.
macet-few-went = Of { NUMBER($asked) } people who were asked, fewer than { $least } went on.
macet-few-left = Of { NUMBER($asked) } people who were asked, fewer than { $least } stopped.
macet-few = Fewer than { $least } people were asked.
macet-gone = one that is no longer used
macet-how = Skipping a question is going on, too. Whoever fills it in twice counts twice; who they are is not kept, and no number below { $least } is told.
button-macet-this = This month
button-macet-last = Last month
