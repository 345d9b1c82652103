# Impor: files of the office sent in chat, looked at first, then taken in.

impor-not-yours = This is for the personnel office.
impor-gone = There is no such file, or it is not for you.
impor-file = { $open ->
        [0] Please send the file (XLSX or CSV) here: people, units, posts, superiors, services, counters, service standards, targets, leave, or working teams. We check it first; nothing changes before you agree. No table yet? Choose <b>Empty table</b>.
       *[other] Please send the file (XLSX or CSV) here, or choose one that still waits. Columns and an example are under <b>Empty table</b>.
    }
impor-hint = Please send an XLSX or CSV file as a document.
impor-waits = Waiting: { $name }
impor-about = { $kind }, { $name }
impor-since = { $name } ({ DATETIME($day, dateStyle: "medium") }, { $time })
button-impor-again = Send a file
impor-coming = The file <b>{ $name }</b> has arrived and is being read. What is in it follows in a moment.

impor-which = What is in the file <b>{ $name }</b>?
impor-kind-people = People
impor-kind-units = Units
impor-kind-posts = Posts
impor-kind-superiors = Superiors
impor-kind-services = Services
impor-kind-counters = Counters
impor-kind-standards = Service standards
impor-kind-targets = Targets
impor-kind-leave = Leave and travel
impor-kind-teams = Working teams

impor-preview = The file <b>{ $name }</b> ({ $kind }). Nothing has been changed yet; once it is taken in:
impor-counts = { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
impor-more = and { NUMBER($count) } more
impor-needs-second = This concerns superiors, roles or NIPs. So a second person must agree too: a colleague of the personnel office or, where there is none, the head of the top unit.
button-impor-yes = Take it in
button-impor-no = Cancel
button-impor-back = Take it back
impor-waiting = The file <b>{ $name }</b> waits until a second person agrees. You will be told what they decide.
impor-is-confirmed = The file <b>{ $name }</b> is being taken in. What came of it follows in a moment.
impor-is-done = The file <b>{ $name }</b> has been taken in.
impor-is-refused = The file <b>{ $name }</b> is not taken in.
impor-is-dropped = The file <b>{ $name }</b> was cancelled. Nothing was changed.

impor-second = { $giver } has sent the file <b>{ $name }</b> ({ $kind }), which concerns superiors, roles or NIPs, and asks you to agree. Once it is taken in:
impor-operator = The operator of Tilik
button-impor-agree = Agree
button-impor-refuse = Refuse
impor-rejected = { $by } does not agree to the file { $name }. Nothing was changed; please talk it over, and send it again if needed.

impor-done = The file <b>{ $name }</b> has been taken in.
impor-done-by = { $by } agreed too.
impor-codes = { NUMBER($count) } in your units have not joined and have no code. Tap <b>Hand out codes</b> for the list.
button-impor-people = Hand out codes
impor-wrong = The file <b>{ $name }</b> cannot be taken in yet:
impor-beyond = The file <b>{ $name }</b> changes units that are not yours, so it was not taken in. Please send your own units only, or leave it to the central personnel office.
impor-same = All that is in the file <b>{ $name }</b> stands so already. Nothing needs to be changed.
impor-broken = Sorry, the file <b>{ $name }</b> could not be dealt with because of a fault on our side. Nothing was changed. Please try again, or tell the operator.

# Changes without a file (superior, end of service, settings) that wait for a second person.

impor-open = Choose what waits for you to agree.
impor-kind-superior = Another superior
impor-kind-nip = Change of a NIP
impor-kind-left = End of service
impor-kind-acting = Acting superior
impor-kind-setting = Setting of the office
impor-change-second = { $giver } asks you to agree. { $kind }:
impor-change-waiting = It waits until a second person agrees; nothing is changed yet. We let you know as soon as it is decided.
impor-change-is-done = { $kind }: agreed to, and it holds.
impor-change-is-refused = { $kind }: not done. Nothing has changed.
impor-change-is-dropped = { $kind }: taken back. Nothing has changed.
impor-change-agreed = ✓ { $kind }: { $by } has agreed.
impor-change-rejected = { $by } has not agreed. { $kind }: nothing has changed; please talk it over, and ask again if need be.
impor-change-outdated = { $kind }: not done, nothing has changed. Please ask again if it is still needed.

button-impor-tables = Empty table
button-impor-other-table = Other table
impor-tables = Which file will you fill in? Tap one for its columns and the empty table. A new office begins with people; units come with them.
impor-table-how = The table comes with this message: a row as an example that is not taken in, the values to choose from, and a sheet that explains every column. Your office's own column titles are usually understood too.

# The empty table: the sheet that explains.
isian-sheet = Columns
isian-page = Page { $page } of { $pages }
isian-column = Column
isian-when = When to fill in
isian-what = What is written
isian-example = Example
isian-filled = in every row
isian-needed = the column must be there, cells may be blank
isian-free = may be blank, the column may be left out
isian-one-of = one of: { $words }
isian-some-of = one or several, parted by semicolons: { $words }
isian-choose = Choose from the list. The second sheet says what else may be written.
isian-nip = the 18 digits of the NIP; keep it as text
isian-day = a date, such as 2 Januari 2027 or 2/1/2027
isian-several = names; several are parted by semicolons
isian-number = a number
isian-quarter = a quarter, such as 2027-Q1
isian-weekdays = working days, such as Senin-Jumat; only for shifts and part time
isian-lines = words, of several lines where needed; "dicabut" where it holds no longer
isian-words = words
isian-example-row = The example on the first sheet is not taken in as long as it is not changed. Yellow columns must be filled in.

impor-row-people = <b>People</b>: a row for each person, with post, superior and roles.
impor-row-units = <b>Units</b>: a row for each unit, and the unit above it.
impor-row-posts = <b>Posts</b>: a row for each post of a person, Plt. and Plh. too, with its days.
impor-row-superiors = <b>Superiors</b>: a row for each person and their superior, with the days.
impor-row-services = <b>Services</b>: a row for each service at each counter.
impor-row-counters = <b>Counters</b>: a row for each counter; which services open or close there, or its new name.
impor-row-standards = <b>Service standards</b>: a row for each service, as citizens read it. A cell may have several lines, a blank one changes nothing; write <i>dicabut</i> where it holds no longer.
impor-row-targets = <b>Targets</b>: a row for each target of a person in a quarter.
impor-row-leave = <b>Leave and travel</b>: a row for each leave or journey, and for a working schedule other than the unit's.
impor-row-teams = <b>Working teams</b>: a row for each person in a team.

impor-columns-people =
    To be filled in: NIP, nama, unit, jabatan.
    To be there, may be blank: NIP atasan, peran.
    May be left out: unit tugas, loket, zona, unit induk, berhenti, NIP lama.
impor-columns-units =
    To be filled in: unit kerja.
    May be left out: unit induk, zona waktu, hari kerja, mulai, tutup mulai, urutan.
impor-columns-posts =
    To be filled in: NIP, unit kerja, jabatan.
    May be left out: jenis, mulai, sampai, NIP yang digantikan.
impor-columns-superiors =
    To be filled in: NIP.
    To be there, may be blank: NIP atasan.
    May be left out: mulai, sampai.
impor-columns-services =
    To be filled in: unit, layanan, loket.
    May be left out: penduduk dilayani, penduduk menurut kelompok, unit induk, zona.
impor-columns-counters =
    To be filled in: unit kerja, loket.
    To be there, may be blank: layanan.
    May be left out: status, nama baru.
impor-columns-standards =
    To be filled in: unit kerja, layanan.
    May be left out: persyaratan, prosedur, waktu, biaya, produk, jam buka, pengaduan.
impor-columns-targets =
    To be filled in: NIP, triwulan, hasil, indikator.
    To be there, may be blank: target.
    May be left out: satuan.
impor-columns-leave =
    To be filled in: NIP, jenis, mulai.
    To be there, may be blank: sampai.
    May be left out: hari kerja, hari libur, status.
impor-columns-teams =
    To be filled in: tim kerja, unit kerja, NIP.
    To be there, may be blank: peran.
    May be left out: mulai, sampai.
