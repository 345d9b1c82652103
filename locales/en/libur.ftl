# Days off: the working calendar of a unit

libur-title = <b>Days off of { $unit }</b> ({ $week } working days a week)
libur-line = • { $weekday }, { DATETIME($day, dateStyle: "medium") }: { $name } ({ $kind })
libur-kind-libur-nasional = national holiday
libur-kind-cuti-bersama = joint leave
libur-kind-libur-daerah = local day off
libur-kind-masuk = joint leave withdrawn, working day
libur-basis = By: { $decree }.
libur-none = No days off have been set for the days to come.
libur-ramadan = Ramadan { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }: office hours end at { $hour }.
libur-not-staff = This calendar is for registered staff. If you work here, ask your office for a joining code, then type: join CODE
libur-not-yours = Only the personnel office sets the days off of a unit.
libur-gone = There is no such day off, or it has been taken back.
libur-no-joint = There is no joint leave ahead that could be withdrawn.
libur-unit = For which unit? The units below it are included.
libur-which = Which joint leave is a working day in { $unit } after all?
libur-joint = { DATETIME($day, dateStyle: "medium") }: { $name }
libur-day = On which day is { $unit } off?
libur-name = What is that day off called? ({ $day })
libur-decree = By which decree or circular? Write its number, for example: Keputusan Bupati Nomor 45 Tahun 2026
libur-too-early = { DATETIME($day, dateStyle: "long") } is too early. Please choose { DATETIME($earliest, dateStyle: "long") } or later.
libur-too-late = { DATETIME($day, dateStyle: "long") } is too far off. Please choose a day within the coming year.
libur-added = ✓ { DATETIME($day, dateStyle: "long") } is a day off in { $unit }: { $name }. There are no reminders on that day, and it does not count.
libur-worked = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) stays a working day in { $unit }.
libur-back = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) is no longer a day off.
libur-worked-back = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) is a day off again.
button-libur-add = Add a local day off
button-libur-worked = Withdraw joint leave
button-libur-back = Take back: { $name }
button-libur-undo = Take it back
button-libur-list = See the days off

decree-numbered = { $title }, number { $number }
decree-without-number = { $title } (its number is not known to Tilik yet)
decree-already = { DATETIME($day, dateStyle: "long") } is a day off there already.
decree-over = { DATETIME($day, dateStyle: "long") } is over, so it can no longer become a working day.
decree-not-joint = { DATETIME($day, dateStyle: "long") } is no joint leave there. Only joint leave can be withdrawn.
decree-of-year = { DATETIME($day, dateStyle: "long") } belongs to its year's calendar. Please ask the operator to take in the corrected calendar.
decree-years = A calendar file must have the days off of exactly one year; here there are { NUMBER($count) } years.
decree-twice = { DATETIME($day, dateStyle: "long") } is written twice.
decree-lacks = { DATETIME($day, dateStyle: "long") } is missing as libur_nasional, although it is a holiday every year.
ramadan-length = Ramadan lasts { $least } or { $most } days. Please check its dates.
ramadan-hour = Office hours in Ramadan end between 12:00 and 16:00.

# tilik office calendar
calendar-line = { DATETIME($day, dateStyle: "full") }: { $name } ({ $kind }; { $unit }){ $number ->
        [0] {""}
       *[other] {" "}[{ NUMBER($number, useGrouping: "false") }]
    }{ $back ->
        [yes] {" "}(taken back)
       *[no] {""}
    } – { $decree }
calendar-everywhere = every unit
calendar-count = { $year }: { NUMBER($days) } working days, { $week } a week.
calendar-no-history = Nothing was added to that year.
calendar-added = { DATETIME($day, dateStyle: "long") } is a day off ({ $unit }): { $name }. Number { NUMBER($number, useGrouping: "false") }; to take it back: tilik office calendar take-back { NUMBER($number, useGrouping: "false") }
calendar-worked = { DATETIME($day, dateStyle: "long") } ({ $name }) stays a working day ({ $unit }). Number { NUMBER($number, useGrouping: "false") }; to take it back: tilik office calendar take-back { NUMBER($number, useGrouping: "false") }
calendar-back = Taken back: { DATETIME($day, dateStyle: "long") }, { $name } ({ $kind }).
calendar-bad-day = “{ $value }” is not a day. Write it like 2027-06-22.
calendar-bad-words = That name or decree is empty, or longer than 200 letters.
calendar-no-unit = There is no unit called “{ $name }”.
calendar-year-added = The calendar of { $year } is kept: { NUMBER($days) } days.
calendar-not-packaged = The decree of { $year } does not come with Tilik. Add it with tilik office calendar add-year FILE --decree NUMBER.
calendar-numbered = Number of the decree of { $year }: { $number }
calendar-columns = These columns are missing: { $names }. The first row says tanggal, jenis, nama.
calendar-row = Row { NUMBER($row) }, column { $column }: this cannot be read. A day like 2028-01-01; jenis is libur_nasional or cuti_bersama; nama is not empty.
