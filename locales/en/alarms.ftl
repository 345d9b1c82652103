# What a running Tilik notices by itself, for operators: what is wrong and what to do.

alarm-clock-back = This machine's clock went back by { $minutes ->
    [0] less than a minute
    [one] one minute
   *[other] { $minutes } minutes
 }. Tilik works on. Check the machine's time synchronisation (NTP).
alarm-foreign-webhook = Telegram delivers this bot's messages to another address ({ $host }), not to Tilik. If the address is not the office's, change the token at @BotFather; if they are to come to this Tilik, run tilik webhook --take.
alarm-second-poller = Another program asks Telegram for this bot's messages with the same token. Stop it; if nobody knows it, change the token at @BotFather.
alarm-token-refused = The platform refuses the token in { $of }: it was revoked or replaced. Take the valid one (Telegram: @BotFather; WhatsApp: Meta), save it, and start Tilik again.
alarm-not-taken = Telegram refuses what Tilik asks for ({ $of }): { $words }. Check TILIK_PUBLIC_URL and the .env file; Tilik asks again.
alarm-platform-away = { $of } cannot be reached. Check the network of this machine (internet, DNS, firewall). Tilik keeps trying.
alarm-restored = This database is not the one that Tilik used last: it was restored from a backup, or copied. Nothing is sent until you run tilik resume.
alarm-trail-cut = The trail no longer has row { $number }, which was noted outside the database: it was cut or written anew. Tilik does not seal it. Keep the database as it is and run tilik verify; once it is clear why, tilik resume.
alarm-seals-shut = { NUMBER($count) } seals of who complains were made with another secret: they cannot be told anything. Bring the earlier secret back (TILIK_SECRET, or secret.key from a backup), then start Tilik again.
alarm-job-late = The regular job { $of } has been running for more than { $minutes } minutes and has not ended. Check the machine's load, the disk, and the database.
alarm-over = well again.
