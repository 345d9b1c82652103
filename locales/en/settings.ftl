# The office's settings: what is set, its value, and from when on it holds.

rule-office = Name of the office
rule-dpo = Contact of the data-protection officer
rule-line-complaints = Complaints: the office's own desk, box or contact
rule-line-hours = Opening hours
rule-line-address = Address and contact
rule-line-requirements = Requirements of the services
rule-line-fees = Fees of the services
rule-quiet = Quiet hours (begin-end)
rule-weights = Weights of quantity, quality, discipline, citizens
rule-minimum = Fewest answers for a figure
rule-minimum-element = Fewest answers for an element
rule-minimum-causes = Fewest mentions for a cause
rule-minimum-words = Fewest texts of citizens to be shown
rule-minimum-work = Fewest decided entries or working days for a score
rule-open-hour = Most ratings without a code, a counter and hour
rule-night = Night without service (begin-end)
rule-minimum-release = Fewest answers that are released together
rule-evaluation-days = Length of the quarterly evaluation (working days)
rule-files-a-day = Most files of one employee that are kept in a day
rule-silence-days = Waiting for the older chat to answer (working days)
rule-complaint-first = First word on a complaint (working days)
rule-complaint-ask = Answer to a question (working days)
rule-complaint-plain = Answer to a complaint (working days)
rule-complaint-weighty = Answer to a complaint that the oversight team has (working days)
rule-complaint-wish = Reply to a wish (working days)
rule-complaint-reply = Time for the citizen to answer the result (working days)
rule-hearing-days = Time for an employee to give their own word (working days)
rule-review-ratings = Low ratings that open a review of the way of working
rule-review-complaints = Complaints that open a review of the way of working
rule-review-days = Within how many days these are counted
rule-review-plan = Time to plan what is done (working days)
rule-minimum-same = Complaints of others at least before “Me too” is offered
rule-same-days = Since how many days complaints count as the same (days)
rule-seal-days = How long who complained can still be reached after the end (days)
rule-code-days = How long a joining code works (days)
rule-visit-code-days = How long a visit code works (days)
rule-printed-code-days = How long a printed visit code works (days)
rule-raise-days = Before a waiting entry goes one level up (working days)
rule-objection-days = Time to object (calendar days)
rule-numbering = Order of the survey's elements
rule-legal-survey = Legal basis of the survey
rule-legal-work = Legal basis of the appraisal
rule-instrument = The office's own survey, beside the SKM
rule-instrument-second = The office's own survey, beside the SKM (2)
rule-instrument-third = The office's own survey, beside the SKM (3)

numbering-sarpras-last = facilities last
numbering-pengaduan-last = complaint handling last
setting-none = not set yet
setting-bad-number = Write a whole number from { NUMBER($least) } to { NUMBER($most) }.
setting-bad-hours = Write when they begin and end, for example 20-8. They begin at { $begins } at the earliest and end between 5 and { $ends }{ $name ->
    [night] {""}
   *[quiet] : the prompts of the morning and the afternoon must still arrive
}.
setting-bad-words = Write one line of at most { NUMBER($most) } characters.
setting-bad-choice = Choose one of: { $names }.
setting-bad-weights = Write four whole numbers that make 100: quantity, quality, discipline, citizens. For example 40 20 20 20.
setting-by-file = The questionnaire is set from a file, by the operator on the server.
setting-past = This change may hold from { DATETIME($day, dateStyle: "long") } on at the earliest: figures that people have read stay as they were.
setting-unknown = There is no setting of that name. There are: { $names }.
setting-bad-day = { $value } is neither a day nor a quarter. Write 2027-01-01 or 2027-Q1.

survey-file-unreadable = This file is not TOML that can be read: { $why }
survey-file-foreign = The part { $name } is not known. Known are: key, name, version, bands, numberings, parts, words.
survey-file-key = Give key 3 to 20 small letters, digits or hyphens, a letter first, and not { $taken }.
survey-file-name = Give name what the survey is called, at most { NUMBER($most) } characters, or leave the line out.
survey-file-version = Give version a whole number from 1 to 999.
survey-file-bands = Give bands the four grades, key a, b, c, d with letter A, B, C, D, and a floor that goes down to 0.
survey-file-numberings = Give numberings one order of elements or more, each of the same { NUMBER($least) } to { NUMBER($most) } elements, every element once.
survey-file-parts = Give parts whole numbers from 1 to 1,000 for elements that are in numberings.
survey-file-words-foreign = The part words is for elements that are in numberings only.
survey-file-words = The element { $element } needs words: name (at most { NUMBER($name) } characters), short ({ NUMBER($short) }), question ({ NUMBER($question) }), and answers: four different ones, the lowest first ({ NUMBER($answer) } each).
survey-file-taken = The key { $key } was used for another questionnaire. Use a new key: earlier ratings are still counted by their own.
survey-none = No survey of the office itself holds or is to hold; only the SKM is asked. So there is nothing to end.
survey-places-full = At most three surveys of the office itself run at once, and there are three: { $known }. End one first: tilik office instrument end KEY
survey-which = Say the key of the survey that is meant: { $known }
survey-file-good = The file is right: { $key }, version { NUMBER($version) }, { NUMBER($count) } elements.

office-line = { $name } – { $label }: { $value }
office-line-set = { $name } – { $label }: { $value }, since { DATETIME($day, dateStyle: "medium") }, set by { $by } on { DATETIME($at, dateStyle: "medium") }
office-line-next =   from { DATETIME($day, dateStyle: "medium") }: { $value }, set by { $by } on { DATETIME($at, dateStyle: "medium") }
office-by-operator = the operator
office-done = { $label }: { $value }, from { DATETIME($day, dateStyle: "long") } on.
office-no-history = Never changed; Tilik's own holds.
office-calendar = Holidays and Ramadan hours: tilik office calendar.
office-unset-lines = Not set yet: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}and { NUMBER($more) } more
 }. Set them with tilik office set, or in chat: settings.
office-unset-standards = No standard is published of: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}and { NUMBER($more) } more
 }. Bring them with tilik import standards.
office-unset-overseer = Nobody oversees, and can take a weighty complaint of: { $names }{ $more ->
    [0] { "" }
   *[other] {" "}and { NUMBER($more) } more
 }. Appoint somebody who does not head that unit: tilik import people, column role.
office-no-file = The file { $file } cannot be read.

pengaturan-title = <b>Settings of the office</b>. Choose one to see or change it.
pengaturan-not-yours = The settings are for the personnel office of the whole office. If that is you and this chat is not registered yet, ask your office for a joining code, then type: join CODE
pengaturan-gone = There is no such setting.
pengaturan-line = • { $label }: <b>{ $value }</b>
pengaturan-line-set = • { $label }: <b>{ $value }</b> (set by { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-version = • From { DATETIME($since, dateStyle: "medium") }: <b>{ $value }</b> (set by { $by }, { DATETIME($day, dateStyle: "medium") })
pengaturan-old = <b>{ $label }</b>: { $count ->
    [one] set once.
   *[other] set { NUMBER($count) } times.
  }
pengaturan-since-now = { $what } A change holds from today on.
pengaturan-since-running = { $what } A change holds from this quarter or the next one on; quarters that are over stay as they were.
pengaturan-since-next = { $what } A change holds from the next quarter on: figures that people have read stay as they were.
pengaturan-how-number = A whole number from { NUMBER($least) } to { NUMBER($most) }.
pengaturan-how-hours = When they begin and end, for example { $name ->
    [night] 22-5. Ratings without a code that come meanwhile are held to be looked at.
   *[quiet] 20-8. Meanwhile we do not write first, and our messages make no sound.
}
pengaturan-how-words = One line of at most { NUMBER($most) } characters.
pengaturan-how-lines = One line of at most { NUMBER($most) } characters; type - to leave it empty.
pengaturan-how-choice = Choose one.
pengaturan-how-weights = Four whole numbers that make 100: quantity, quality, discipline, citizens. For example 40 20 20 20.
pengaturan-how-instrument = Set from a file by the operator on the server. Citizens are still asked the SKM; this survey comes beside it.
pengaturan-choice = <b>{ $label }</b> now: { $value }. Choose the new one.
pengaturan-unit = <b>{ $label }</b> now: { $value }. For which unit?
pengaturan-whole = The whole office
pengaturan-line-of = <b>{ $label }</b> ({ $unit }). Type the new one. { $how }
pengaturan-value = <b>{ $label }</b> now: { $value }. Type the new value. { $how }
pengaturan-sure = <b>{ $label }</b>: from { $value } to <b>{ $after }</b>?
pengaturan-from = From { DATETIME($day, dateStyle: "medium") }
pengaturan-stays = Leave it

button-pengaturan-change = Change
button-pengaturan-old = History
button-pengaturan-back = See it
button-pengaturan-all = ‹ All settings
