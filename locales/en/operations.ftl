# Commands for whoever runs Tilik: backup and restoring.

backup-key =
    THE RECOVERY KEY. It is shown this once; Tilik does not keep it:

    { $key }

    Print it or write it down twice, and keep it in two places, far from this
    machine and from its backups. Whoever has it can open every backup.
    Without it nobody can.
    Its public half, which makes backups, is in { $file }.
    Next: tilik backup, then try: tilik restore FILE --check
backup-key-there = There is a recovery key already: its public half is in { $file }. If the key is lost, move that file away and repeat; older backups still open with the older key alone.
backup-no-key = There is no recovery key yet. Make one first: tilik backup --new-key
backup-key-broken = The public half of the recovery key in { $file } cannot be read. Put the file back, or move it away and run: tilik backup --new-key
backup-file-there = { $file } is there already and is not overwritten. Choose another name.
backup-unwritten = { $file } cannot be written ({ $why }). Check the room that is left and who may write there.
backup-made = The backup is in { $file } ({ NUMBER($rows) } rows, { NUMBER($size) } kB). Take a copy to another machine.

restore-ask-key = Recovery key (not shown while you type)
restore-no-key = That is no recovery key, or there is a mistake in it. It looks like AGE-SECRET-KEY-1..., 74 letters and digits.
restore-unread = { $file } cannot be read or written ({ $why }).
restore-no-backup = That file is no backup of Tilik.
restore-wrong-key = This backup was made for another recovery key.
restore-damaged = This backup is damaged or cut off. Nothing was restored. Use another one.
restore-newer = This backup was made by a newer Tilik. Update Tilik first, then repeat.
restore-not-empty = There is something in the database already. Only an empty one is filled: move the old file away, or name another in TILIK_DATABASE_URL.
restore-other-secret = { $name } holds another secret than this backup. Move it away or empty it first, then repeat: the right one is in the backup.
restore-checked = The backup of { $at } is whole and opens with this key: { NUMBER($rows) } rows. Nothing was changed.
restore-done =
    The backup of { $at } is restored: { NUMBER($rows) } rows, with their secret.

    Next:
    1. Compare the settings in { $settings }
       with your .env, copy what is missing, then delete that file.
    2. tilik verify     must find nothing.
    3. tilik doctor     do what it advises.
    4. tilik run        takes messages, and sends none yet.
    5. tilik resume     when you are sure: messages go out again.
    What happened after { $at } is not there any more; whoever asked for erasure
    since then must be erased again (docs/operations.md).

dead-head-number = number
dead-head-reference = reference
dead-head-state = state
dead-head-channel = channel
dead-head-at = arrived
dead-head-who = from
dead-state-dead = failed { $attempts ->
    [one] once
   *[other] { NUMBER($attempts) } times
  }
dead-state-aside = unreadable
dead-staff = staff
dead-citizen = citizen
dead-unknown = unknown
dead-count = { $count ->
    [0] No message was left behind.
    [one] One message was left behind. Look at it: tilik dead show NUMBER
   *[other] { NUMBER($count) } messages were left behind. Look at one: tilik dead show NUMBER
  }
dead-nobody = No message that was left behind has the number or reference { $which }. See: tilik dead
dead-blank = What this message said is forgotten, since it is old; it cannot be tried again. Close it: tilik dead close
dead-unread = Tilik could not read this message, so there is no turn to repeat. If its sender asks you, have them write again; then close it: tilik dead close
dead-next-dead = The reason is in the log, beside this reference. Once it is mended: tilik dead retry { $which }. If it is of no use any more: tilik dead close { $which }
dead-next-aside = The reason is in the log: "could not be read". Report what it looks like, then: tilik dead close { $which }
dead-retried = { $which } is tried again within seconds, if Tilik is running. Look: tilik dead
dead-closed = { $which } is closed, and what it said is forgotten.

webhook-there = Telegram delivers this bot's messages to { $url }
webhook-nowhere = Telegram delivers this bot's messages nowhere: Tilik asks for them itself.
webhook-not-taken = Telegram refuses: { $words }. Check TILIK_PUBLIC_URL.
webhook-away = Telegram does not answer. Check the network and try again.
