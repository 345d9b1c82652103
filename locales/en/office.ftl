# The office: tilik import services and tilik qr.

office-made = Added: units { NUMBER($units) }, services { NUMBER($services) }, counters { NUMBER($counters) }.
office-would-make = Would be added: units { NUMBER($units) }, services { NUMBER($services) }, counters { NUMBER($counters) }.
office-nothing-new = Nothing new: all units, services and counters of this file are known already.
office-tried = This was only a trial, nothing was written.
office-head-name = Head of { $unit }
office-heads = Joining codes for the heads of units, single-use, valid for { NUMBER($hours) } hours. Hand each to its person, who types it in the chat with Tilik:
office-head = - { $unit }: daftar { $code }
office-head-tried = - { $unit } will get a joining code for its head
office-next = Next: tilik qr --folder posters

office-columns-missing = Columns not found: { $columns }. Name the columns unit, layanan, loket and, if you have them: penduduk dilayani, unit induk, zona.
office-column-twice = The column { $column } is there twice. Remove one of them.
office-empty = There is no counter in this file yet. Fill in one row for each service at each counter.
office-cell-missing = Row { $row }, column { $column }: not filled in.
office-cell-long = Row { $row }, column { $column }: at most { NUMBER($longest) } letters.
office-cell-signs = Row { $row }, column { $column }: there are signs in it that cannot be printed. Type it anew.
office-population-wrong = Row { $row }, column { $column }: must be a whole number from 1, such as 1,200, or blank. It says: { $value }
office-zone-wrong = Row { $row }, column { $column }: must be WIB, WITA, WIT or an IANA name such as Asia/Jakarta. It says: { $value }
office-differs = Row { $row }, column { $column }: not the same as in row { $first }. Make them the same, or leave one of them blank.
office-circle = Row { $row }, column unit induk: the units run in a circle ({ $units }).
office-deep = Row { $row }, column unit induk: there are more than { NUMBER($deepest) } levels of units.
office-kept = Row { $row }, column { $column }: { $unit } is known with something else there, which a file cannot change. Leave this cell blank.
office-more-wrong = And { NUMBER($count) } more.
office-nothing-written = Nothing was written. Correct the file and try again.
office-zone-unknown = The time zone { $value } is not known. Use WIB, WITA, WIT or an IANA name such as Asia/Jakarta.
office-database-away = The database cannot be opened. Check TILIK_DATABASE_URL and TILIK_HOME, then try again.

office-template-written = The file { $file } is ready to be filled in: one row for each service at each counter.
office-template-exists = There is a file { $file } already; it was left alone. Choose another name.
office-template-refused = The file { $file } cannot be written ({ $reason }).

posters-none = There are no counters yet. Take them in first: tilik import services FILE
posters-not-ready = The database is not up to date. Run: tilik migrate
posters-no-username = Links are left out, since the bot's username is not known. Set TILIK_TELEGRAM_USERNAME, or TILIK_TELEGRAM_TOKEN so that Tilik can ask Telegram for it.
posters-telegram-away = Links are left out, since Telegram does not answer. Try again later, or set TILIK_TELEGRAM_USERNAME.
posters-username-wrong = { $value } is no Telegram username: 5 to 32 letters, digits or underscores.
posters-not-written = No posters were written: there is no QR without a link.
posters-refused = The folder { $folder } cannot be written to ({ $reason }).
posters-written = { $count ->
    [one] { NUMBER($count) } poster written to { $folder }.
   *[other] { NUMBER($count) } posters written to { $folder }.
}

poster-scan = Scan to rate this service
poster-services = Services here
poster-more = and { NUMBER($count) } more
poster-code = or send this code to @{ $username } on Telegram
poster-private = One tap is enough. No name and no phone number.
office-template-csv = The empty file is written as CSV: give it a name that ends in .csv, not { $file }.
