# Files of the office: tilik import, and files sent in a chat.

import-line-new = + { $what }: { $as }
import-line-changed = ~ { $what }: { $changes }
import-line-ended = − { $what }: { $as }
import-and = { $first }; { $rest }
import-post = { $title }, { $unit }
import-left = leaves
import-otherwise = The office's records have changed since this file was checked, so that it now means something else. Send the file once more.
import-template-written = The file { $file } is ready to be filled in. Leave the column NIP as text.
import-nobody = nobody with this NIP is known. Take them in first with a file of people.
import-no-unit = { $unit } is not known. Take the unit in first with a file of units, or check its name.
import-since = from { DATETIME($first, dateStyle: "long") }
import-during = { DATETIME($first, dateStyle: "long") } to { DATETIME($last, dateStyle: "long") }
import-overlaps = concerns the same days as row { $first }. Correct from and until, or delete one of them.

sheet-day-wrong = must be a date, such as 2026-11-02 or 2/11/2026 (day first). It says: { $value }
sheet-day-far = the year cannot be right. It says: { $value }
sheet-day-order = is before the first day.

superiors-empty = This file has no superiors yet. Put one row in it for each person.
superiors-line = { $superior }, { $when }
superiors-other = superior { $before } → { $superior }, { $when }

posts-empty = This file has no posts yet. Put one row in it for each post of each person.
posts-kind-wrong = must be definitif, Plt., Plh., or blank. It says: { $value }
posts-main = { $post }, { $when }
posts-acting = { $post } (acting), { $when }
posts-other = { $before } → { $post }, { $when }

import-reading = Taking in { $file }
import-done = { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
import-would-be = There would be { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended, { NUMBER($same) } as before.
import-more = and { NUMBER($count) } more lines.
import-waits = This file changes superiors, roles or NIPs, so it waits until a second person of the personnel office agrees to it in their chat (number { $number }). Nothing has been written yet. What waits: tilik import waiting
import-would-wait = This file changes superiors, roles or NIPs, so it would wait for a second person of the personnel office.
import-alone = This file changes superiors, roles or NIPs. Nobody of the personnel office has joined yet who could agree to it, so it was written at once.
import-none-waiting = No file is waiting.
import-waiting-one = { $number }. { $kind } from { $file }, { DATETIME($day, dateStyle: "long") }: { NUMBER($new) } new, { NUMBER($changed) } changed, { NUMBER($ended) } ended. It waits until { DATETIME($until, dateStyle: "long") }.
import-not-waiting = No file number { $number } is waiting. What waits: tilik import waiting
import-dropped = The file number { $number } will not be taken in.
