# Files of the office: tilik import, and files sent in a chat.

import-line-new = + { $what }: { $as }
import-line-changed = ~ { $what }: { $changes }
import-line-ended = − { $what }: { $as }
import-and = { $first }; { $rest }
import-post = { $title }, { $unit }
import-left = leaves
import-left-on = leaves, last day { DATETIME($day, dateStyle: "long") }
people-old-nip-unknown = nobody is known by this old NIP, nor by the new one. Check it, or leave the cell blank.
people-old-nip-two = the old NIP and the new one are known as two people. Leave this cell blank.
import-otherwise = The office's records have changed since this file was checked, so that it now means something else. Send the file once more.
import-template-written = The file { $file } is ready to be filled in; its example row is left out. Leave the column NIP as text.
import-template-plain = The file { $file } is ready to be filled in; its example row is left out.
import-nobody = nobody with this NIP is known. Take them in first with a file of people.
import-no-unit = { $unit } is not known. Take the unit in first with a file of units, or check its name.
import-since = from { DATETIME($first, dateStyle: "long") }
import-during = { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
import-overlaps = concerns the same days as row { $first }. Correct from and until, or delete one of them.

sheet-day-wrong = must be a date, such as 2026-11-02 or 2/11/2026 (day first). It says: { $value }
sheet-day-far = its year is too far from now. Check the year. It says: { $value }
sheet-day-order = is before the first day. Correct one of them.

superiors-empty = This file has no superiors yet. Put one row in it for each person.
superiors-line = { $superior }, { $when }
superiors-other = superior { $before } → { $superior }, { $when }

posts-empty = This file has no posts yet. Put one row in it for each post of each person.
posts-kind-wrong = must be definitif, Plt., Plh., Pj., Pjs., or blank. It says: { $value }
posts-main = { $post }, { $when }
posts-acting = { $post } (acting), { $when }
posts-for = { $post }, approves for { $name }
posts-vacant = { $who } approves for nobody yet as { $post }: who holds that post, or held it last, is not clear. Fill in the column NIP yang digantikan.
posts-own-place = nobody acts for themselves. Fill in whose place it is, or leave it blank.
posts-other = { $before } → { $post }, { $when }

import-reading = Taking in { $file }
import-done = { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
import-would-be = There would be { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
import-more = and { $count ->
    [one] one more line.
   *[other] { NUMBER($count) } more lines.
  }
import-waits = This file changes superiors, roles or NIPs, so it waits until a second person agrees to it in chat: one of the personnel office, or the head of the top unit (number { $number }). Nothing has been written yet. What waits: tilik import waiting
import-would-wait = This file changes superiors, roles or NIPs, so it would wait for a second person.
import-alone = This file changes superiors, roles or NIPs. Nobody at all has joined yet who could agree to it, so it was written at once.
import-none-waiting = Nothing is waiting to be agreed to.
import-waiting-one = { $number }. { $kind } from { $file }, { DATETIME($day, dateStyle: "long") }: { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended. It waits until { DATETIME($until, dateStyle: "long") }.
import-not-waiting = Nothing with the number { $number } is waiting. What waits: tilik import waiting
import-dropped = Number { $number } is taken back.

units-empty = This file has no units yet. Put one row in it for each unit.
units-twice = this unit is in row { $first } already.
units-position-wrong = must be its place in the list, from 1, among the units beside it. It says: { $value }
units-week-wrong = must be 5 or 6, or blank. It says: { $value }
units-later = has not come yet. A unit is moved from today on or from a day before: leave it blank, or bring the file on that day.
units-line = parent { $above }, zone { $zone }, { NUMBER($week) } working days
units-on-top = (on top)
units-closed = closed

counters-empty = This file has no counters yet. Put one row in it for each counter.
counters-status-wrong = must be buka (open), tutup (closed), or blank. It says: { $value }
counters-twice = this counter is in row { $first } already. Part its services by semicolons in one row.
counters-unknown = { $counter } is not in { $unit }. Check its name.
counters-bare = is blank. A new counter needs one service at least.
counters-taken = another counter of this unit is called so already. Choose another name.
counters-no-service = { $service } is not served at this counter. Check its name.
counters-renamed = now called { $name }
counters-opens = opened: { $services }
counters-closes = closed: { $services }

away-empty = This file has no leave, official travel, shift or part-time yet.
away-kind-wrong = must be leave (annual, long, sick, maternity, important reasons, joint, CLTN), permission, travel, training, study leave, shift, or part-time. It says: { $value }
away-weekdays-wrong = must be days of the week, such as Senin-Jumat or Sen, Rab, Sab. It says: { $value }
away-weekdays-missing = is blank. A shift and part-time need their days, such as Sen, Rab, Sab.
away-holidays-wrong = must be ya (works on holidays too), tidak, or blank. It says: { $value }
away-status-wrong = must be batal (cancelled) or blank. It says: { $value }
away-line = { $kind }, { $when }
away-other = { $before } → { $after }
away-cuti = leave
away-travel = official travel
away-why-annual = annual leave
away-why-long = long leave
away-why-sick = sick leave
away-why-birth = maternity leave
away-why-important = leave for an important reason
away-why-unpaid = unpaid leave
away-why-permit = permission to be absent
away-why-training = training
away-why-study = study leave
away-shift = shift
away-part = part-time

import-target = { $result }: { $changes }
import-services = units { NUMBER($units) }, services { NUMBER($services) }, counters { NUMBER($counters) }
import-placed = ~ { $unit } now stands below { $parent }

teams-empty = This file has no teams yet. Put one row in it for each person in each team.
teams-role-wrong = must be ketua (leader), anggota (member), keluar (left), or blank. It says: { $value }
teams-member = in { $team }, { $when }
teams-leader = leads { $team }, { $when }
teams-left = leaves { $team }, { $when }

# What waits for a second person: from what to what, and who must join.

change-superior = { $name }: superior from { $before } to { $after }, from the day it is agreed to.
change-acting = { $who } acts as { $title } for { $name }, { $when }. In that time { $who } approves the entries of { $name }’s team and rates them.
change-acting-ends = { $who } no longer acts as { $title } for { $name }, from the day it is agreed to.
change-left = { $team ->
        [0] { $name }: last day in service { DATETIME($day, dateStyle: "long") }. After it their post, roles and chats end.
        [one] { $name }: last day in service { DATETIME($day, dateStyle: "long") }. After it their post, roles and chats end; one person in their team needs another superior, by pegawai or impor.
       *[other] { $name }: last day in service { DATETIME($day, dateStyle: "long") }. After it their post, roles and chats end; { NUMBER($team) } in their team need another superior, by pegawai or impor.
    }
change-nip = { $name }, NIP: from { $before } to { $after }.
change-setting = { $label }: from { $before } to { $after }, from { DATETIME($day, dateStyle: "long") } on.
change-otherwise = Things have changed since this was asked for.
second-absent = Nobody can agree to it yet. One of these must join first: { $names }. Tilik asks them as soon as they have.
second-unproven = Nobody can agree to it yet. { $names } and you joined by codes of one and the same person, and nobody else has made sure of it. Please ask { $who } to type <b>verification</b>; then Tilik asks them at once.
second-code = Nobody can agree to it yet. { $names } and you joined by codes of one and the same person, and there is nobody else to make sure of it. Please have Tilik's operator make a fresh code for { $names }; once it is typed in their chat, Tilik asks them.
second-none = Nobody can agree to it yet. Have the operator give a colleague the role admin kepegawaian at the top unit concerned, or that of its head (a file of people, columns peran and unit tugas); then they join.
office-waits = It waits until a second person agrees in chat (number { $number }). Nothing is changed yet. What waits: tilik import waiting
import-waiting-change = { $number }. { $what } It waits until { DATETIME($until, dateStyle: "long") }.
away-half-day = Tilik keeps whole days; what was done on that day is logged all the same. Take the row out. It says: { $value }
away-elsewhere = work from home or elsewhere is a working day like any other, and no absence. Take the row out. It says: { $value }
away-unexcused = Tilik keeps leave, permission and duty only; days without a reason may stay as they are. Take the row out. It says: { $value }
people-acting-row = an acting post (Plt., Plh., Pj., Pjs.) goes in with a file of posts, beside the person’s own post in row { $first }.
units-unplaced = Which unit stands above { $units }? The superiors of the people there work in { $above }. Fill in the column unit induk, such as { $above }; write - where there is none above.
units-beside = Nothing stands above { $units }, which would stand alone beside the others. Which unit is above? Fill in the column unit induk (- where there is none).

standards-empty = This file has no service standards yet. Put one row in it for each service.
standards-twice = this service is in row { $first } already
standards-no-service = { $unit } has no service { $service } yet. Bring it in with the table of services first.
standards-missing = { $what }: there is no { $components } yet.
