# tilik export: words on the screen and within the files.

export-written = Written: { $file }
export-exists = There is a file { $file } already; it was left alone. Choose another folder with --folder, or overwrite it with --force.
export-refused = The folder { $folder } cannot be written to ({ $reason }).
export-too-long = There are { NUMBER($count) } rows, more than one sheet holds. Choose a smaller unit.
export-nothing = No file was written: there are no entries or scores for that unit and time.
export-unit-unknown = The unit { $unit } is not known. Write its name as in the office's files.
export-unit-near = The unit { $unit } is not known. Perhaps you mean: { $near }
export-month-wrong = { $value } is no month. Write it like 2026-11 or "Nov 2026".
export-quarter-wrong = { $value } is no quarter. Write it like 2026-Q4 or "TW IV 2026".

export-log-title = Work log of { $unit }, { NUMBER($first) } to { DATETIME($last, dateStyle: "long") }
export-direct = direct task of the superior
export-photo = photo
export-document = document
export-voice = voice message
export-sheet-log = Work log
export-sheet-complaints = Complaints
export-complaints-title = Complaints of { $unit } that were handed on to SP4N-LAPOR!, as of { DATETIME($day, dateStyle: "medium") }
export-complaint-ask = question
export-complaint-plain = complaint
export-complaint-wish = wish
export-sheet-scores = Scores
export-page = Page { $page } of { $pages }
export-signed =
    Seen by
    the head of { $unit }
export-scores-everybody = all units
export-scores-title = Scores of { $quarter }, { $scope }: internal indicator, not a predikat
export-scores-title-as-of = Scores of { $quarter }, { $scope }: internal indicator, not a predikat; what citizens say as of { DATETIME($day, dateStyle: "medium") }
export-n = { $part }: n
export-why = { $part }: why there is none
export-total = Weighted sum (internal indicator, not a predikat)
export-sheet-survey = { $part ->
    [sheets] Answer sheets
    [elements] Element figures
    [groups] Groups of respondents
   *[other] Suggestions
 }
export-group-few = fewer than { $least }
export-survey-title = { $survey ->
    [skm-2017] Survei Kepuasan Masyarakat (satisfaction survey)
   *[other] { $survey }
 }, { $unit }, { $quarter }
export-survey-whole = Survey figure
export-survey-running = { $quarter } is not closed yet. Answer sheets can be exported after the last night of that quarter.
export-survey-few = { $unit } has { NUMBER($n) } answer sheets so far and needs at least { NUMBER($needed) }. { $wider ->
    [none] The units above it have too few as well.
   *[other] Export the unit above it: { $wider }.
 }
export-survey-shields = The answer sheets of { $unit } cannot be exported: what they differ by from another unit's is fewer than { NUMBER($needed) } sheets, so that people's answers could be worked out. { $wider ->
    [none] The units above it cannot be exported either.
   *[other] Export the unit above it: { $wider }.
 }
