# The office: tilik import services and tilik qr.

office-made = Added: units { NUMBER($units) }, services { NUMBER($services) }, counters { NUMBER($counters) }.
office-would-make = Would be added: units { NUMBER($units) }, services { NUMBER($services) }, counters { NUMBER($counters) }.
office-nothing-new = Nothing new: all units, services and counters of this file are recorded already.
office-tried = This was only a trial, nothing was written.
office-headless = Units without a head yet: { $units }. Heads and all other people, with their joining codes, come with: tilik import people FILE

sheet-cell = Row { $row }, column { $column }: { $why }
sheet-columns-missing = Columns not found: { $columns }. These names of columns are known: { $known }. Hidden sheets are not read.
sheet-column-asked = Column “{ $title }”: does it mean { $column }? If so, call it { $column }. If not, take the column out of this file.
sheet-day-unsure = the days here can be read in two ways ({ NUMBER($count) }), such as { $value }, while { $proof } has the month first. Write the days of this column as 2026-12-31, and send it again.
sheet-read-columns = Columns that are read: { $columns }.
sheet-read-beside = Columns read to check the NIP: { $columns }.
sheet-read-unknown = Columns that are not known and not read: { $columns }.
sheet-read-unkept = Columns of which Tilik keeps nothing: { $columns }.
sheet-read-sheet = The sheet that is read: { $sheet }.
sheet-read-hidden-sheets = Hidden sheets, not read: { $sheets }.
sheet-read-other-sheets = Other sheets, not read: { $sheets }. If they have rows too, send each as a file of its own.
sheet-read-hidden-rows = Hidden rows, not read ({ NUMBER($count) }): { $rows }. Show them first if they should go in.
sheet-read-hidden-columns = Hidden columns are read too: { $columns }.
sheet-read-header = The names of the columns stand in row { $rows }.
sheet-read-above = { $column }: { $value }, from row { $row } above the table, for all rows.
sheet-read-numbers = Row { $row } numbers the columns, and is not read.
sheet-read-end = The table ends before row { $rows }: a signature, a note or sums stand there, and are not read.
sheet-read-sums = Rows of sums, not read: { $rows }.
sheet-read-titles = Names of columns once more, not read: row { $rows }.
sheet-read-groups = Headings of groups, not read: row { $rows }.
sheet-read-bands = The names of units are taken from row { $rows }, each for all rows below it.
sheet-read-failed = The formula of column { $column } failed in row { $rows }, so the NIP there was not compared with its name. Check the NIP.
sheet-read-twins = Rows that are the same as an earlier one count once ({ NUMBER($count) }): row { $rows }.
sheet-read-serials = Days kept as numbers are read as days ({ NUMBER($count) }), such as { $days }.
sheet-read-years = Days without a year are read in the nearest one ({ NUMBER($count) }), such as { $days }.
sheet-read-day-first = Days are read with the day first: { $value } is { DATETIME($day, dateStyle: "long") }.
sheet-read-month-first = Days with the month first: { $value } is read { $day }.
sheet-column-twice = The column { $column } is there twice. Remove one of them.
sheet-cell-missing = not filled in.
sheet-cell-long = at most { NUMBER($longest) } letters.
sheet-cell-signs = it holds characters that cannot be printed. Type it anew.
sheet-cell-failed = its formula failed ({ $value }). Mend the formula, or type what it should say.
sheet-zone-wrong = must be WIB, WITA, WIT or an IANA name such as Asia/Jakarta. It says: { $value }
sheet-differs = not the same as in row { $first }. Make them the same, or leave one of them blank.
sheet-differs-parent = this unit is below another unit in row { $first }. If it is one unit, name the same unit above; if they are two, tell their names apart, for example Subbag Umum Dinas A and Subbag Umum Dinas B.
sheet-circle = the units run in a circle ({ $units }). Correct the unit induk of one of them.
sheet-deep = there are more than { NUMBER($deepest) } levels of units. Use fewer.
sheet-kept = { $unit } is known with something else there, which this file does not change. Leave this cell blank, or change it with a file of units
sheet-kept-parent = { $unit } is already recorded below another unit, and this file does not move it. If it is the same unit, leave this cell blank, or move it with a file of units (units); if it is another unit of that name, tell the names apart, for example { $unit } Dinas B.
sheet-change = { $what } { $before } → { $after }
sheet-none = (none)
sheet-more-wrong = And { $count ->
    [one] one more mistake.
   *[other] { NUMBER($count) } more mistakes.
  }
sheet-nothing-written = Nothing was written. Correct the file and try again.
sheet-template-kind = The empty file is written as CSV or XLSX: give it a name that ends in .csv or .xlsx, not { $file }.
sheet-template-exists = There is a file { $file } already; it was left alone. Choose another name.
sheet-template-refused = The file { $file } cannot be written ({ $reason }).

office-empty = There is no counter in this file yet. Fill in one row for each service at each counter.
office-population-wrong = must be a whole number from 1, such as 1,200, or blank. It says: { $value }
office-groups-wrong = must be groups and how many people, such as “women 510; men 490; 60+ 120; disability 15”, or empty. It says: { $value }
office-zone-unknown = The time zone { $value } is not known. Use WIB, WITA, WIT or an IANA name such as Asia/Jakarta.
office-database-away = The database cannot be opened. Check TILIK_DATABASE_URL and TILIK_HOME, then try again.

office-template-written = The file { $file } is ready to be filled in: one row for each service at each counter; its example row is left out.

posters-none = There are no counters yet. Take them in first: tilik import services FILE
posters-whatsapp-away = The links to WhatsApp are left out, since WhatsApp could not be asked for the number. Try again later, or set TILIK_WHATSAPP_NUMBER.
posters-number-wrong = { $value } is no number on WhatsApp. Write digits only, with the country code, as in 6281234567890.
posters-no-username = The links to Telegram are left out, since the bot's username is not known. Set TILIK_TELEGRAM_USERNAME, or TILIK_TELEGRAM_TOKEN so that Tilik can ask Telegram for it.
posters-telegram-away = The links to Telegram are left out, since Telegram does not answer. Try again later, or set TILIK_TELEGRAM_USERNAME.
posters-username-wrong = { $value } is no Telegram username: 5 to 32 letters, digits or underscores.
posters-not-written = No posters were written: there is no QR code without a link.
posters-refused = The folder { $folder } cannot be written to ({ $reason }).
posters-written = { $count ->
    [one] The A4 poster and the A6 card of { NUMBER($count) } counter written to { $folder }, as PDF and PNG.
   *[other] The A4 posters and A6 cards of { NUMBER($count) } counters written to { $folder }, as PDF and PNG.
}
posters-logo-unread = The picture in TILIK_LOGO cannot be read. Save it anew as PNG, JPEG or SVG.

poster-title = Poster for rating services
poster-survey = Public Satisfaction Survey
poster-scan = Scan to rate this service
poster-services = Services here
poster-more = and { NUMBER($count) } more
poster-code = or send this code to @{ $username } on Telegram
poster-code-whatsapp = or send this code on WhatsApp to +{ $number }
poster-send = Rate { $code }
poster-private-sent = Just press send. Ratings are kept without name or number.
poster-private = One tap is enough. No name and no phone number.

# tilik import people
people-done = People: { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($unchanged) } as they were.
people-would-be = People: { NUMBER($new) } would be new, { NUMBER($changed) } changed, { NUMBER($unchanged) } as they were.
people-units = New units: { $units }
people-new = + { $person }: { $title }, { $unit }; superior { $superior }; role { $roles }
people-same = = { $person }: { $title }, { $unit }; superior { $superior }; role { $roles }
people-changed = ~ { $person }: { $changes }
people-duty-head = head of { $unit }
people-duty-hr = personnel office of { $unit }
people-duty-oversight = oversight of { $unit }
people-duty-auditor = auditor of { $unit }
people-duty-operator = operator of { $unit }
people-head = Head of { $unit }: { $before } → { $after }
people-codes-tried = { $count ->
    [one] { NUMBER($count) } person would get a joining code.
   *[other] { NUMBER($count) } people would get a joining code.
}
people-codes-later = No joining codes are made yet: give the file again once it is agreed to.
people-codes = Joining codes, single-use, valid until { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Hand each to its person, who types it in the chat with Tilik:
people-code = - { $person }, { $unit }: daftar { $code }
codes-sheet-written = { $count ->
    [one] { NUMBER($count) } slip with a joining code written to { $file }, valid until { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Print it, hand it to its person, then delete the file.
   *[other] { NUMBER($count) } slips with joining codes written to { $file }, valid until { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Print them, cut them apart, hand each to its person, then delete the file.
}
codes-sheet-none = No new codes, so { $file } was not written: everybody in this file has joined or still holds a code that works. If the slips are lost, the personnel office types joined in chat for new ones; for one person: tilik code NIP --sheet FILE
codes-sheet-kind = Give the file a name that ends in { $ending }, not { $file }.
codes-sheet-no-link = No slips were written and no codes made: without a link a slip does not say where Tilik is met.
codes-sheet-exists = There is a file { $file } already; it was left alone. Choose another name, or overwrite it with --force.
codes-sheet-left = The codes are made, but { $file } cannot be written ({ $reason }). The slips are in { $left }.

# The sheet of joining codes (--sheet)
slip-title = Joining codes for Tilik
slip-until = For you alone, single-use, until { DATETIME($day, dateStyle: "long") } at { $time } { $zone }.
slip-what = Tilik: a chat partner for the log of your work and its evaluation.
slip-how-whatsapp = WhatsApp: scan the QR, then press send. Or send daftar { $code } to +{ $number }.
slip-how-telegram = Telegram: scan the QR, then tap Start. Or send daftar { $code } to @{ $username }.
slip-do-typed = Open the chat with Tilik on your phone. Write daftar { $code } there.
people-template-written = The file { $file } is ready to be filled in: one row for each person; its example row is left out. Leave the NIP columns as text.
people-empty = There is nobody in this file yet. Fill in one row for each person.
people-role-wrong = must be blank, pegawai, atasan, kepala unit, admin kepegawaian, pengawas, auditor, operator or keluar (left); several are parted by semicolons. It says: { $value }
people-role-left = somebody who leaves holds no other role. Write keluar alone, or the role.
people-duty-unit-idle = there is a unit tugas, but no role. Fill in peran, or leave unit tugas blank.
people-duty-unit-count = the number of roles ({ NUMBER($roles) }) and of units ({ NUMBER($units) }) differ. Write one unit for each role, in the same order and parted by semicolons; or one unit for all of them.
people-duty-unit-head = kepala unit beside another role: write the unit tugas of each, in the same order and parted by semicolons.
people-nip-twice = this NIP is in row { $first } already. One row for each person; several roles stand in one cell, parted by semicolons.
people-head-twice = this unit has a head in row { $first } already. Leave one kepala unit.
people-own-superior = nobody is their own superior. Fill in the NIP of the superior, or leave it blank.
people-superior-found = The superior “{ $name }” (row { $rows }) is { $person }.
people-superior-differs = this NIP is { $known }’s, but the name beside it is { $name }. Which of them is right? Correct the other one.
people-superior-many = there are { NUMBER($count) } people called { $name } or with such a post. Fill in the NIP.
people-superior-near = { $name } is not found. Is { $near } meant? Write the name like that, or fill in the NIP.
people-superior-nobody = { $name } is not in the file and not known. Add the row, fill in the NIP, or leave it blank.
people-superior-unknown = this NIP is not in the file and not known. Add a row for the superior, or leave it blank.
people-superior-left = this file says that the person has left. Fill in the NIP of the new superior, or leave it blank.
people-left-unknown = this NIP is not known, so nobody leaves. Check the NIP, or take the row out.
people-counter-unknown = there is no counter { $counter } at { $unit }. Take it in first with a file of services, or check its name.
people-ring = the superiors run in a circle ({ $people }). Correct the superior of one of them.

# tilik import targets
targets-done = Targets: { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($unchanged) } as they were.
targets-would-be = Targets: { NUMBER($new) } would be new, { NUMBER($changed) } changed, { NUMBER($unchanged) } as they were.
targets-new = + { $person }, { $quarter }: { $result }: { $amount }
targets-changed = ~ { $person }, { $quarter }: { $result }: { $changes }
targets-template-written = The file { $file } is ready to be filled in: one row for each result (RHK) of each person and quarter; its example row is left out.
targets-empty = There is no target in this file yet. Fill in one row for each result (RHK).
targets-quarter-wrong = must be a quarter and its year, such as 2026-Q4 or IV 2026. It says: { $value }
targets-number-wrong = must be a number, such as 1.200 (thousands), 12,5, 25 %, or Rp 1.250.000; or blank. It says: { $value }
targets-number-unsure = { $value } can be read in two ways. Write { $plain } for thousands, or add a zero at its end for decimals.
targets-measure-differs = the number is in { $own }, but its measure says { $measure }. Make them agree.
targets-share = { $value } with the measure % may mean { $value } % or { $percent } %. Write it with its sign: { $value }% or { $percent }%.
targets-line = { $result }: { $amount }
targets-measure-missing = not filled in, though the target is a number. Fill in what it counts, such as dokumen.
targets-twice = this result is in row { $first } already, for the same person and quarter.
targets-nobody = this NIP is not known. Take the person in first with a file of people.

unit-circle = A unit cannot stand below itself, nor below a unit that stands below it. Choose another unit above it.
unit-closed = The unit above is closed already. Choose another unit above it.
unit-has-units = There are still open units below this one. Move or close them first.
unit-has-people = There are still people at work in this unit after that day. Move them first.
