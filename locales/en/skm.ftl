# The command "tilik skm": the official score of an answer sheet.

skm-title = { $survey ->
    [skm-2017] Public satisfaction survey
   *[other] { $survey } (no IKM)
 }: { $file }

skm-head-number = No
skm-head-element = Element
skm-head-n = Answers
skm-head-mean = Mean
skm-head-score = Score
skm-head-band = Band

skm-count = { NUMBER($count) }
skm-mean = { NUMBER($mean, minimumFractionDigits: 3, maximumFractionDigits: 3) }
skm-score = { NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) }
skm-unknown = –

skm-ikm = { $survey ->
    [skm-2017] IKM
   *[other] Score
 } { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) }, band { $letter } ({ $meaning })
skm-reconciled = Reconciliation figure with weight { NUMBER($weight, maximumFractionDigits: 6) }: { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) }, band { $letter } ({ $meaning })
skm-respondents = Respondents: { NUMBER($n) }
skm-respondents-unknown = Respondents: not stated in a sheet of means
skm-target-reached = Sample target: { NUMBER($target) } respondents, reached
skm-target-missed = Sample target: { NUMBER($target) } respondents. This result is provisional ({ NUMBER($n) } of { NUMBER($target) }).
skm-target-unknown = Sample target: { NUMBER($target) } respondents. This result is provisional, since the number of respondents is not stated.

skm-lowest = The three lowest elements:
skm-lowest-element = - { $element } ({ NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) })

skm-excluded = { $count ->
    [one] Not counted because it is no answer from 1 to 4: { NUMBER($count) } cell
   *[other] Not counted because they are no answers from 1 to 4: { NUMBER($count) } cells
}
skm-excluded-cell = - row { $row }, column { $column }: { $value }
skm-excluded-more = - and { NUMBER($count) } more (the full list: add --json)

table-missing = There is no file { $file }. Check its name and folder.
table-closed = The file { $file } cannot be opened ({ $reason }). Check that it is a file and that you may read it.
table-broken = The file { $file } cannot be read as a table. Save it again as CSV or as XLSX without a password, then try again.
table-locked = The file { $file } is locked with a password. Save it without one, then try again.
table-empty = The file { $file } is empty. Put one row of column names in it, and the data in the rows below.
table-large = The file { $file } is too large. The most is { NUMBER($most) } MB.
table-long = The file { $file } has more than { NUMBER($most) } rows. Split it into several files.
table-heavy = The file { $file } is too heavy to read. Copy its cells into a new workbook or save it as CSV, then try again.

skm-no-columns = There is no element column in this file. Name the columns U1 to U{ $parts } or { $keys }; for a sheet of means, name them key and mean.
skm-missing-columns = Element columns are missing: { $keys }. Add them, or choose the survey it is of with --instrument, and try again.
skm-missing-means = Element means are missing: { $keys }. Add their rows and try again.
skm-twice = The element { $key } is there twice: { $first } and { $second }. Remove one of them, or choose the other order of numbers with --numbering.
skm-no-answers = There is not one answer from 1 to 4 in this file. Fill in one row for each respondent and try again.
skm-unanswered = There is no answer from 1 to 4 for { $keys }, so the IKM cannot be computed. Fill in the column and try again.
skm-no-mean = Row { $row }: the mean of { $key } must be a number from 1 to 4, not { $value }. Correct it and try again.
skm-bad-weight = The weight must be more than 0 and at most 1/{ $parts }, for example 0.11. Given: { $given }.
skm-bad-population = The number of people served is at least 1. Given: { $given }.
skm-bad-numbering = This order of element numbers is not known. Choose one of: { $known }.

element-persyaratan = Requirements
element-prosedur = System, mechanism and procedure
element-waktu = Time to completion
element-biaya = Cost/tariff
element-produk = Product as specified
element-kompetensi = Competence of staff
element-perilaku = Conduct of staff
element-pengaduan = Handling of complaints and suggestions
element-sarpras = Facilities

band-a = Very good
band-b = Good
band-c = Poor
band-d = Bad

skm-read = Columns were read like this:
skm-read-column = - { $column } → { $element }
skm-lettered = The letters a to d were read as 1 to 4, as the official form lists them.
skm-unread = Columns that were not read: { $columns }
skm-skipped = Rows that are nobody's answers, not read: { $rows }
skm-more-elements = This sheet has more than { $parts } elements ({ $columns }), while { $survey ->
    [skm-2017] the official survey
   *[other] { $survey }
 } has { $parts }. It is not scored, so that no figure misleads. Keep its { $parts } elements, or choose the survey it is of with --instrument, and try again.
skm-scale = This sheet has answers up to { $most }, so its scale is not 1 to 4. { $survey ->
    [skm-2017] The official survey
   *[other] { $survey }
 } uses answers from 1 to 4. Convert the answers to that scale and try again.
skm-own-heads = This sheet has elements of the office's own survey ({ $columns }), not of the SKM alone. Run it again with --instrument { $key }, or with --instrument skm-2017 if only the nine elements of the SKM are wanted.
skm-no-survey = There is no survey { $given }. Choose one of: { $known }, or the file of a survey (.toml).
