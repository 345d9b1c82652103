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
backup-unwritten = { $file } cannot be written ({ $why }). Check the room on the disk and who may write there.
backup-made = The backup is in { $file } ({ NUMBER($rows) } rows, { NUMBER($size) } kB). Keep a copy on another machine.

restore-ask-key = Recovery key (not shown while you type)
restore-no-key = That is no recovery key, or there is a mistake in it. It looks like AGE-SECRET-KEY-1..., 74 letters, digits and hyphens in all. It may also stand in a file that holds nothing else: --key-file FILE
restore-unread = { $file } cannot be read or written ({ $why }). Check its name and who may read and write there.
restore-no-backup = That file is no backup of Tilik, whose names are like tilik-20270302-013000.age.
restore-wrong-key = This backup was made for another recovery key. Use the key of the time when it was made, or another backup.
restore-damaged = This backup is damaged or cut off. Nothing was restored. Use another one.
restore-newer = This backup was made by a newer Tilik. Update Tilik first, then repeat.
restore-not-empty = The database is not empty, and only an empty one is filled. Move the old file away, or name another in TILIK_DATABASE_URL.
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
dead-blank = What this message said is erased, since it is old; it cannot be tried again. Close it: tilik dead close NUMBER
dead-unread = Tilik still cannot read this message. After an update of Tilik it may be tried again. If its sender asks you, have them write again; then close it: tilik dead close NUMBER
dead-answered = This message has come in another form already, and had its turn. Close it: tilik dead close NUMBER
dead-next-dead = The reason is in the log, beside this reference. Once it is mended: tilik dead retry { $which }. If it is of no use any more: tilik dead close { $which }
dead-next-aside = The reason is in the log: "could not be read". Report the shape above to the makers of Tilik. After an update of Tilik: tilik dead retry { $which }. If it is of no use any more: tilik dead close { $which }
dead-retried = { $which } is tried again within seconds, if Tilik is running. See what came of it: tilik dead
dead-closed = { $which } is closed, and what it said is erased.

webhook-there = Telegram delivers this bot's messages to { $url }
webhook-nowhere = Telegram delivers this bot's messages nowhere: Tilik collects them itself.
webhook-not-here = That is not this Tilik. If they are to come here: tilik webhook --take
webhook-not-taken = Telegram refuses: { $words }. Check TILIK_PUBLIC_URL.
webhook-away = Telegram does not answer. Check the network and try again.

doctor-level-well = well
doctor-level-look = LOOK
doctor-level-ill = BROKEN
doctor-sum = { $ill ->
    [0] { $look ->
        [0] All is well.
        [one] Nothing is broken; one thing is to be looked at in the next days.
       *[other] Nothing is broken; { NUMBER($look) } things are to be looked at in the next days.
      }
    [one] One thing is broken.
   *[other] { NUMBER($ill) } things are broken. Begin with the first.
  }
doctor-settings = Settings
doctor-settings-well = complete
doctor-database = Database
doctor-database-well = can be opened and is up to date, { NUMBER($size) } MB
doctor-database-do = If the database is damaged or lost, restore it from a backup: tilik restore FILE (docs/operations.md).
doctor-secret = Secret
doctor-secret-well = fits the database
doctor-secret-new = none yet; made at the first start
doctor-secret-other = not the one that sealed this database
doctor-secret-do = Put the old secret.key or TILIK_SECRET back (it is in the backup). See: tilik secret
doctor-running = Running
doctor-running-well = yes; last sign of life { $minutes ->
    [0] just now
    [one] a minute ago
   *[other] { NUMBER($minutes) } minutes ago
  }
doctor-running-not = not since { $at }
doctor-running-never = never yet
doctor-running-do = Start it: tilik run (or its systemd service). If it ended by itself, the end of the log says why.
doctor-alarm = Alarm
doctor-clock = Clock
doctor-clock-well = { NUMBER($seconds) } s apart
doctor-clock-off = { NUMBER($seconds) } s apart from the platform's
doctor-clock-ahead = set back: Tilik's last sign of life was at { $at }, which is still to come
doctor-clock-do = Set the clock, and have it kept right (timedatectl set-ntp true).
doctor-disk = Disk
doctor-disk-free = { NUMBER($free) } MB free at { $home }
doctor-disk-do = Make room: without it no message can be taken.
doctor-inbox = Messages in
doctor-inbox-open = { $count ->
    [0] none waits
   *[other] { NUMBER($count) } waiting, the oldest for { NUMBER($minutes) } min
  }
doctor-inbox-do = Messages are answered within seconds as a rule. See whether Tilik is running, and the end of the log.
doctor-dead = Left behind
doctor-dead-count = { $count ->
    [0] none
    [one] one message without an answer
   *[other] { NUMBER($count) } messages without an answer
  }
doctor-dead-do = Look at them one by one: tilik dead
doctor-letters = Messages out
doctor-letters-unsent = { $count ->
    [0] none waits
   *[other] { NUMBER($count) } waiting, the oldest reply for { NUMBER($minutes) } min
  }; { NUMBER($held) } held
doctor-letters-do = See token and network above, and the end of the log. Messages go by themselves once the way is open.
doctor-prompts = Prompts
doctor-prompts-doubt = { $count ->
    [0] none in doubt
   *[other] { NUMBER($count) } of the last two days may not have arrived
  }
doctor-prompts-do = They are not sent again; a few after a crash are normal. The list: tilik verify
doctor-away = Away
doctor-away-lately = was away, and is back since { $at }
doctor-backup = Backup
doctor-backup-hours = { $hours ->
    [0] last one less than an hour ago
    [one] last one an hour ago
   *[other] last one { NUMBER($hours) } hours ago
  }
doctor-backup-no-key = there is no recovery key yet
doctor-backup-new = Make one: tilik backup --new-key, then tilik backup every night (docs/operations.md).
doctor-backup-none = none was made on this machine yet
doctor-backup-do = Run tilik backup, and every night by cron (docs/operations.md).
doctor-token = Token { $of }
doctor-token-well = valid, { $name }
doctor-token-refused = refused: revoked or replaced
doctor-token-botfather = Take the valid token from @BotFather, put it into TILIK_TELEGRAM_TOKEN, start Tilik again.
doctor-token-meta = refused: { $why }
doctor-token-meta-do = Make a new token at Meta (System users), put it into TILIK_WHATSAPP_TOKEN, start Tilik again (docs/whatsapp.md).
doctor-token-unanswered = could not be asked ({ $why })
doctor-token-network = Look at this machine's network and DNS. If the platform is in trouble, wait: it keeps the messages.
doctor-webhook = Webhook { $of }
doctor-webhook-ours = to Tilik; { NUMBER($count) } waiting
doctor-webhook-none = not used, Tilik collects messages itself; { NUMBER($count) } waiting
doctor-webhook-foreign = delivers to { $host }, not to Tilik
doctor-webhook-foreign-do = If that is another Tilik of the office, stop one of the two. If nobody knows it, change the token (@BotFather; Meta). Then take it back: tilik webhook --take; WhatsApp: at Meta.
doctor-webhook-lost = not set
doctor-webhook-lost-do = Telegram: tilik webhook --take, or start Tilik again. WhatsApp: type the address in at Meta (docs/whatsapp.md).
doctor-pending = Queue { $of }
doctor-pending-many = { NUMBER($count) } messages wait to be delivered
doctor-pending-do = See whether Tilik is running, and whether the reverse proxy passes on to TILIK_LISTEN.
doctor-delivery = Delivery { $of }
doctor-delivery-failed = failed to deliver within the last hour: { $why }
doctor-delivery-do = See the reverse proxy and its certificate, and TILIK_TELEGRAM_SECRET.
doctor-templates = Templates { $of }
doctor-templates-usable = { NUMBER($usable) } of { NUMBER($count) } can be used
doctor-templates-do = See why: tilik whatsapp templates. Create what is missing: tilik whatsapp templates create

heartbeat-hello = Hello. Here Tilik tells when something is to be done about it, and when it is well again: a few messages a day at most. The same is shown on the server by tilik doctor.
heartbeat-ill = <b>Tilik needs to be looked at.</b> In full on the server: tilik doctor
heartbeat-well = <b>Tilik is well again.</b>
heartbeat-row = • <b>{ $label }</b>: { $found }
heartbeat-do = ▸ { $advice }
heartbeat-more = … and { NUMBER($count) } more.

resume-restored = Tilik sends again. From before the restoration, never sent again: messages { NUMBER($letters) }; prompts that may have arrived { NUMBER($prompts) } (tilik verify).
resume-trail-cut = Tilik seals the trail again as it is now. That it was cut is noted in the trail.
resume-nothing = Nothing is held back: Tilik sends and seals as usual.
