# One person, several chats: a code for somebody who has joined already, and who makes sure.

open-akun = account | not me | yes that is me | yes, that is me | old phone is gone
open-verifikasi = verification | verifikasi
title-akun = account
title-verifikasi = verification
command-akun = The chats that are yours
command-verifikasi = Make sure of an employee's new phone
guide-verifikasi = <b>verification</b> – make sure that an employee's new chat is theirs
button-akun = My account
button-akun-yes = Yes, that is me
button-akun-not-me = Not me
button-akun-old-gone = Old phone is gone
button-verifikasi-new = The new one
button-verifikasi-old = The old one
button-verifikasi-none = Neither
button-verifikasi-freeze = Freeze for now

akun-coded = The personnel office has just made a code by which your Tilik account can also be used on another phone or channel. If you asked for it, there is nothing to do. If not, tap <b>Not me</b>: the code is taken back, and your account is frozen until the personnel office has looked at it together with you.
akun-used = A code for your Tilik account was just used on { $channel }, on { DATETIME($day, dateStyle: "long") } at { $time } { $zone }. Was that you? If not, tap <b>Not me</b>: both chats are frozen until the personnel office has looked at it together with you.
akun-used-here = The code just made for you was used on { $channel }, in a chat that was yours already. Nothing changes.
akun-owned = Thank you. Your new chat on { $channel } is now fully yours.
akun-disowned = Thank you for telling us. All chats of this account are now frozen, this one too, until the personnel office has looked at it together with you. Your work log stays as it is.
akun-frozen = This account is frozen, because somebody has said that one of its chats is not theirs. What was written stays as it is. Please contact the personnel office so that they look at it together with you.

akun-new = Thank you, { $name }. This account is in use in another chat already, so we first make sure that this chat is yours too.
akun-new-there = Open the older chat on { $channel } and tap <b>Yes, that is me</b>. If the old phone is gone, tap <b>Old phone is gone</b>: the personnel office will make sure.
akun-new-unreached = We cannot reach the older chat. Tap <b>Old phone is gone</b>: the personnel office will make sure.
akun-new-asked = We have asked the personnel office to make sure with you. The older chat is let go as soon as they agree.
akun-log-only = Until that is clear, you can log today's work here. The rest will follow.
akun-new-only = It is not certain yet that this chat is yours. Until it is, you can log today's work here; the rest will follow. Type <b>account</b> to see how to make sure.
akun-open = This chat is now fully yours. Reminders come on { $channel }; type <b>channel</b> to choose another, or <b>help</b> to see everything.
akun-check-log = Please look at your <b>history</b>: where an entry is not yours, withdraw it.
akun-not-theirs = The personnel office has found that this chat is not the employee's, so it is let go. As a citizen you can still rate services. If this is a mistake, please contact the personnel office.
akun-asked = We have asked the personnel office to make sure with you. You will hear from us when they have decided.
akun-nobody-joined = No second person who could make sure has joined Tilik yet. Please ask one of them to join, and then to type <b>verification</b>: { $names }.
akun-nobody = There is no second person in the personnel office who could make sure yet. Please tell the head of your office.
akun-operator = Tilik's operator
akun-no-channel = none yet

akun-nothing-waits = No new chat waits for your word. Yours are:
akun-chat = • { $channel }
akun-not-joined = This is for employees who have joined. Type <b>join</b> if you have a code.
akun-gone = Nothing waits here, or it is not for you.
akun-is-coded = That code has not been used yet.
akun-is-waiting = That still waits to be made sure of.
akun-is-frozen = This account is frozen already and waits for the personnel office.
akun-is-agreed = The older chat has agreed to that. If it is a mistake, contact the personnel office at once.
akun-is-confirmed = The personnel office has confirmed that. If it is a mistake, contact them at once.
akun-is-silent = That holds by now, because nobody said no in time. If it is a mistake, contact the personnel office at once.
akun-is-refused = That was looked at: the new chat is not theirs, and was let go.
akun-is-ended = That does not hold any more.

verifikasi-waits = { $name } used a joining code on { $channel } on { DATETIME($day, dateStyle: "long") } at { $time }, though they have joined in another chat. The code was made by { $by }.
verifikasi-lost = { $name } used a joining code on { $channel } on { DATETIME($day, dateStyle: "long") } at { $time } and says that the old phone is gone. The code was made by { $by }. If you choose <b>The new one</b>, the older chats are let go.
verifikasi-frozen = The account of { $name } is frozen: somebody has said “Not me”. The code was made by { $by }. New chat: { $channel }. Time: { DATETIME($day, dateStyle: "long") } at { $time }.
verifikasi-how = Please make sure with the person first, face to face or by a telephone number that you know, not by way of Tilik.
verifikasi-title = { NUMBER($count) } accounts wait for you to make sure.
verifikasi-none = No account waits for you to make sure.
verifikasi-not-yours = This is for the personnel office.
verifikasi-done-y = Good, the new chat of { $name } on { $channel } is now fully theirs, and has been told so.
verifikasi-done-l = Good, the older chat of { $name } is theirs again and the new one was let go. All of their chats have been told.
verifikasi-done-t = Good, all chats of { $name } were let go and told. Hand out a new code by <b>people</b> once the person is with you.
