# The command line.

help-tilik = Tilik: a chat partner for the performance of civil servants.
help-version = Show which version of Tilik this is.
help-demo = Run Tilik in a box: phones in your browser, no account needed.
help-demo-port = The port of the demo page.
help-demo-seed = The seed of the sample data; the same seed gives the same data.
help-demo-browser = Open the page in the browser.
help-run = Run Tilik for real, on Telegram, on WhatsApp or on both.
help-migrate = Bring the database up to date.
help-migrate-role = PostgreSQL: let this role run Tilik, without the right to alter or remove the trail.
help-verify = Count every tally anew from the raw ratings, check every row and seal of the trail (exit 1 where anything is found), and list prompts that may not have arrived.
help-verify-since = An anchor that was noted outside Tilik, NUMBER:HASH: check that it still is in the chain.
help-incident = Collect what a breach has touched, and write the 3 x 24 h notices as drafts.
help-incident-from = Since when, like 2026-11-23 or "2026-11-23 08:00".
help-incident-to = Until when; a day means until its midnight.
help-incident-known = Since when it is known: the notices are due from there; without this from now.
help-incident-unit = Only this unit with those below it.
help-incident-person = Only this person (NIP).
help-incident-channel = Only this channel: telegram or whatsapp.
help-incident-out = The folder for the files.
help-secret = Show the fingerprint of the secret, and whether it fits this database.
help-secret-accept = Use the secret there is now, where the old one is truly lost. Noted in the trail.
help-plan = Show what would go to whom, and when, without sending it.
help-plan-from = The first day, such as 2026-04-01; today if left out.
help-plan-to = The last day; a week from the first if left out.
help-skm = Compute the official SKM score of an answer sheet (CSV or XLSX).
help-skm-file = The answer sheet, one respondent a row, or a sheet of element means.
help-skm-weight = A rounded weight for the reconciliation figure, such as 0.11.
help-skm-population = How many people are served, for the sample target.
help-skm-numbering = The order of the last two elements: sarpras-last or pengaduan-last.
help-import = Bring in an office's data from a file.
help-import-services = Bring in units, services and counters from CSV or XLSX.
help-import-services-file = A file with the columns unit, layanan, loket, penduduk dilayani.
help-import-template = Write an empty file with the right columns.
help-import-people = Take in staff, posts and superiors from CSV or XLSX, and print joining codes.
help-import-people-file = A file with the columns NIP, nama, unit, jabatan, NIP atasan, peran; also loket, zona, unit induk, if you like.
help-import-targets = Take in targets (RHK) of people and quarters from CSV or XLSX.
help-import-targets-file = A file with the columns NIP, triwulan, hasil, indikator, target, satuan.
help-import-dry-run = Only show what would change.
help-import-units = Take in units, what is above them, their zones and working days from CSV or XLSX.
help-import-posts = Take in posts (definitif, Plt., Plh.) from when to when from CSV or XLSX.
help-import-superiors = Take in everybody's superior (pejabat penilai) from CSV or XLSX.
help-import-counters = Take in counters and the services opened or closed there from CSV or XLSX.
help-import-leave = Take in leave, official travel, shifts and part-time from CSV or XLSX.
help-import-teams = Take in working teams, who leads them and who is in them from CSV or XLSX.
help-import-file = A CSV or XLSX file; with --template it is written empty with its column names.
help-import-waiting = Show the files that wait for a second person.
help-import-drop = Take back a file that waits.
help-import-number = The number of the file, as in tilik import waiting.
help-weights = Show or set what the parts of a person's scores weigh, from a quarter on.
help-weights-quantity = Per cent of the quantity of results.
help-weights-quality = Per cent of entries accepted the first time.
help-weights-discipline = Per cent of working days logged in time.
help-weights-citizens = Per cent of the interaction with citizens.
help-weights-quarter = From this quarter on, for example 2027-Q1; without it the running one.
help-office = The office's settings: what holds, since when, and who set it.
help-office-show = Show every setting.
help-office-set = Change a setting. Nothing reaches back.
help-office-history = Show all changes of a setting.
help-office-name = The setting's name, as tilik office show prints it.
help-office-value = The new value, for example 30, 20-8, "40 20 20 20", or words.
help-office-from = From a day (2027-01-01) or a quarter (2027-Q1) on; without it as soon as may be.
help-office-instrument = The office's questionnaire: elements, words, weights and bands.
help-office-instrument-show = Show the questionnaire of this quarter.
help-office-instrument-check = Check a questionnaire's file without using it.
help-office-instrument-use = Use the questionnaire of a file, from the next quarter on at the earliest.
help-office-file = The questionnaire's file, TOML (docs/office.md).
help-office-calendar = The working calendar: days off of the years, local ones, joint leave withdrawn, Ramadan hours.
help-office-calendar-show = Show the days off of a year, each with its decree.
help-office-calendar-add = Add a local day off.
help-office-calendar-withdraw = Withdraw a day of joint leave: it is worked after all.
help-office-calendar-back = Take back what was added or withdrawn.
help-office-calendar-add-year = Take in the calendar of a year from a CSV or XLSX file.
help-office-calendar-number = Fill in the number of the joint decree of a packaged year.
help-office-calendar-ramadan = Set a Ramadan, and when its office days end.
help-office-calendar-day = A day, for example 2027-06-22.
help-office-calendar-name = What the day off is called.
help-office-calendar-decree = The number of the decree or circular.
help-office-calendar-unit = The name of a unit; those below it are included. Without it: every unit.
help-office-calendar-year = The year.
help-office-calendar-history = Also what has been taken back.
help-office-calendar-number-of = The number in square brackets in tilik office calendar show.
help-office-calendar-file = A table with the columns tanggal, jenis (libur_nasional or cuti_bersama), nama.
help-office-calendar-words = The number of that joint decree.
help-office-calendar-until = When the office day ends, for example 15.00.
help-code = Make a fresh joining code for one person, for example when a phone was lost.
help-code-nip = The person's nip, 18 digits.
help-codes-sheet = Write the joining codes to this PDF, ten slips a page to be cut apart, and not to the screen.
help-export = Write logs and scores to XLSX and CSV files.
help-export-log = The log of one unit and month, in the shape of the e-Kinerja form.
help-export-scores = The scores of one quarter, a row for each person.
help-export-unit = Name of the unit; the units below it are included.
help-export-month = The month, such as 2026-11.
help-export-quarter = The quarter, such as 2026-Q4.
help-export-folder = The folder to write to.
help-export-force = Overwrite files that are there.
help-zone = The units' time zone (WIB, WITA, WIT, or an IANA name).
help-qr = The code and link of every counter, for posters.
help-qr-folder = Write a poster for every counter into this folder.
help-qr-username = The Telegram bot's username, without @.
help-json = Print as JSON.
help-whatsapp = The office's WhatsApp account: templates, and letters that have not arrived.
help-whatsapp-templates = Show, check, create or sync the templates that open conversations.
help-whatsapp-deed = show: how they stand at WhatsApp; check: only look here; create: create or edit them at WhatsApp; sync: write down how they stand.
help-whatsapp-again = Try the letters once more that WhatsApp has refused, after a payment for example.
help-whatsapp-letters = Letters that are held and messages not sent in 30 days, and why.
help-texts = What Tilik says, looked at as a whole.
help-texts-bubbles = Play every conversation and prompt in the sample office, and count its bubbles on WhatsApp.
help-texts-language = The language to play in: id or en; without this the terminal's.

setting-missing-token = { $name } is not set. Ask @BotFather on Telegram for a bot token and put it in the environment or in a .env file. For WhatsApp alone, give the TILIK_WHATSAPP settings (docs/whatsapp.md).
setting-missing-secret = { $name } is not set. With TILIK_PUBLIC_URL Tilik takes messages by webhook and needs a secret: letters, digits, _ and -, up to 256.
setting-missing-whatsapp-setting = { $name } is not set, though other TILIK_WHATSAPP settings are. WhatsApp needs them all: TOKEN, PHONE_ID, BUSINESS_ID, APP_SECRET and VERIFY_TOKEN (docs/whatsapp.md).
setting-missing-whatsapp-secret = { $name } is not set. Without this app secret anybody could pretend to be WhatsApp, so Tilik does not run. Get it from Meta: App settings, Basic, App secret.
setting-malformed = { $name } cannot be used. Please check how it is written.
setting-no-folder = The folder in { $name } cannot be made. Check how it is written and who may write there.
setting-short-secret = { $name } is too short: at least 32 letters. Make a random one, for example with: python3 -c 'import secrets; print(secrets.token_hex(32))'
setting-no-secret-file = The secret file secret.key in the folder { $name } cannot be read or made. Check who may read it, or set TILIK_SECRET.
setting-malformed-secret = { $name } may hold only letters, digits, _ and -, at most 256.

run-second-copy = Tilik is running with the file { $file } already. Stop that copy first, or use another file.
code-other-secret = No code was made: the secret on this machine (TILIK_SECRET or secret.key) is not the one that Tilik uses with this database, so the code would never work. Use the same secret, then try again.
run-not-migrated = The database is not up to date. Run: tilik migrate
run-database-away = The database cannot be opened. Check TILIK_DATABASE_URL and TILIK_HOME.
run-token-refused = Telegram refused the token in TILIK_TELEGRAM_TOKEN. Check the token from @BotFather.
run-port-taken = Another program is using { $listen }. Change TILIK_LISTEN.
run-cannot-listen = Tilik may not or cannot listen at { $listen }. Change TILIK_LISTEN.
run-ready-polling = Tilik is running and collects its messages from Telegram. Ctrl+C stops it.
run-ready-webhook = Tilik is running and takes messages at { $url }/telegram. Ctrl+C stops it.
run-ready-whatsapp = Tilik is running and takes WhatsApp messages at { $url }/whatsapp. Ctrl+C stops it.
run-stopped = Tilik has stopped.
migrate-done = The database is up to date.

verify-counts = { NUMBER($ratings) } ratings, { NUMBER($tallies) } tallies, { NUMBER($differences) } differences
verify-difference = { $where }: kept { $kept }, should be { $counted }
verify-unknown = { NUMBER($count) } prompts may or may not have arrived; they are not sent again:
verify-unknown-prompt = campaign { $campaign }, { $kind }, person { NUMBER($person, useGrouping: 0) }, { $day }

weights-are = { $quarter }: quantity { $quantity }, quality { $quality }, discipline { $discipline }, citizens { $citizens } (per cent)
weights-set = From { $quarter } on: quantity { $quantity }, quality { $quality }, discipline { $discipline }, citizens { $citizens } (per cent)
weights-no-quarter = { $value } is no quarter. Write it like 2027-Q1.
weights-past = { $quarter } is over: scores that people have read are not changed. Choose the running quarter or a later one.
weights-not-hundred = Give all four weights as whole numbers from 0 that make 100, for example --quantity 40 --quality 20 --discipline 20 --citizens 20.

code-made = { $name }: join { $code } (works once, for { NUMBER($hours) } hours; earlier codes no longer work). Used on the same channel, the old phone is no longer tied to the person; used on another channel, both are.
code-on-sheet = { $name }: a fresh joining code is written to { $file } (single-use, valid for { NUMBER($hours) } hours; codes given before no longer work).
code-left = { $name } has left service, so there is no code. If they are back, import them first: tilik import people FILE
code-nobody = There is nobody with the nip { $nip }. Import them first: tilik import people FILE

demo-ready =
    Tilik in a box: { $url }
    1. Citizens: click a poster, Sari scans the QR at a counter. One tap is a rating already.
    2. Civil servants: on Dewi's phone type “log”, then “me”: her scores, and where they come from.
    3. Superior: on Ratna's phone type “approve”, “team”, and “summary”.
    4. Press » Quarter: the self-evaluation opens. Fill it in on Dewi's phone, rate it on Ratna's (“evaluations”).
    5. Press » Quarter again: reminders for who has not, then the summary of the quarter for Ratna.
    6. WhatsApp, the phones with a green head: Wati scans the same poster, Bayu shows no phone number.
       Dewi is on both channels: type “channel”, choose WhatsApp, then press » Quarter: a template arrives.
    Ctrl+C to stop; all sample data goes with it.
demo-port-taken = Port { $port } is taken. Try another: tilik demo --port 8766

bubbles-column-conversation = conversation
bubbles-column-who = by
bubbles-column-way = way
bubbles-column-taps = taps
bubbles-column-typed = typed
bubbles-column-sent = sent
bubbles-column-bubbles = bubbles
bubbles-column-deed = per deed
bubbles-column-longest = longest
bubbles-column-shortened = labels cut
bubbles-column-lists = lists
bubbles-column-buttons = buttons
bubbles-who-citizen = citizen
bubbles-who-newcomer = newcomer
bubbles-who-employee = employee
bubbles-who-superior = superior
bubbles-who-head = head of unit
bubbles-way-shortest = shortest
bubbles-way-fullest = fullest
bubbles-way-aside = beside another form
bubbles-way-prompt = Tilik speaks first
bubbles-total = { $conversations } conversations the shortest way: { $deeds } deeds, { $bubbles } bubbles. { $prompts } prompts: { $unasked } bubbles where the window is open.
bubbles-sample = The queue was short and the officer friendly
