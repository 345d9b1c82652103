# `tilik incident`: the report of a breach and the drafts of the 3 x 24 h notices (UU 27/2022 art. 46).
# The papers themselves are always written in Indonesian; these are what they say.
incident-at = { DATETIME($day, dateStyle: "full") } at { $hour } { $zone }
incident-moment-wrong = { $value } is no moment. Write it like 2026-11-23 or "2026-11-23 08:00".
incident-backwards = The end is before the beginning. Check --from and --to.
incident-one-scope = Choose only one: --unit, --person, or --channel.
incident-no-channel = { $value } is no channel. Write telegram or whatsapp.
incident-no-nip = { $value } is no NIP: 18 digits.
incident-file-there = { $file } is there already. Choose another folder with --out, or overwrite it with --force.
incident-refused = The folder { $folder } cannot be written to ({ $reason }).
incident-written = The papers on the incident, people affected: { NUMBER($people) }, are in { $folder }, for their owner alone to read:
incident-known = The notices are due 3 x 24 hours from { $known }. All of it is a draft: check it, fill in every [ISI: ...], and send it yourself.
incident-everything = the whole database of Tilik
incident-fill-office = [FILL IN: name of the office that controls the data]
incident-fill-dpo = [FILL IN: contact of the data-protection officer]

incident-kind-names = names
incident-kind-nips = NIP (with date of birth and sex in it)
incident-kind-posts = posts and units
incident-kind-superiors = who is whose superior
incident-kind-stations = counters they serve at
incident-kind-duties = roles (head, personnel office, oversight, auditor, operator)
incident-kind-memberships = membership of working teams
incident-kind-schedules = working schedules
incident-kind-trail = the trail about them (numbers alone)
incident-kind-citizens = chat identifiers of citizens (without names)
incident-kind-entries = daily work log
incident-kind-targets = performance targets
incident-kind-leaves = leave and official travel
incident-kind-evaluations = quarterly self-evaluations
incident-kind-appraisals = appraisals
incident-kind-consents = proof of notices and consent
incident-kind-requests = requests about personal data
incident-kind-chats = chat identifiers (Telegram, WhatsApp)
incident-kind-files = evidence files
incident-kind-letters = messages not fully sent yet
incident-kind-ratings = citizens' ratings (without names)
incident-kind-reasons = what citizens wrote (without names, but words may point to people)
incident-kind-complaints = citizens’ complaints (without names)
incident-kind-rebuttals = what counter staff said of citizens’ words
incident-kind-hearings = the word of employees whom a complaint touches
incident-kind-complaint_steps = what complaints say and what became of them (without who complained, but the words may point to people)
incident-kind = - { $kind }: { NUMBER($count) }
incident-kind-within = - { $kind }: { NUMBER($count) }, of them { NUMBER($within) } written on days of the incident
incident-by-operator = The operator (command line)
incident-by-clock = Tilik itself
incident-by-person = Somebody no longer on record
incident-look = - { $who } { $deed }: { $times ->
    [one] once
   *[other] { NUMBER($times) } times
  }, about { $people ->
    [one] one person
   *[other] { NUMBER($people) } people
  }
incident-no-looks = The trail tells of no look and no change in that time. What was read from the database itself, from a backup or from somebody's screen is not in the trail.

incident-report =
    # Incident report (internal, confidential)

    - Scope: { $scope }
    - When it happened: { $first } to { $last }
    - Known since: { $known }
    - Notices due (3 x 24 hours): { $due }
    - People affected: { NUMBER($people) }, of whom { NUMBER($joined) } have joined Tilik (listed in orang-terdampak.csv)
    - Made: { $made }

    The figures below are what is held at the time of this report. Tilik does not know what others have truly read: assume all of it, until shown otherwise.
incident-report-kinds = ## Kinds of data held
incident-report-looks = ## Looks and changes in that time, from the trail
incident-report-next =
    ## What to do

    1. Run `tilik verify`, also with `--since` an anchor noted before it happened.
    2. Keep a copy of the database and the logs before anything is mended.
    3. Replace what may have leaked: bot token, database password, joining codes (`tilik code NIP`).
    4. Complete and send both drafts before { $due }.
    5. Where public services are disturbed or the public is seriously affected, announce it too (art. 46 (3)).

incident-notice-people =
    DRAFT. Not sent. Check it, fill in every [FILL IN: ...], then remove this line. At the latest { $due }.

    # Notice of a failure to protect personal data

    To [FILL IN: name],

    We, { $office }, inform you that your personal data in Tilik may have been disclosed to somebody who has no right to it.

    {"**"}When and how.** Between { $first } and { $last }; known to us since { $known }. [FILL IN: how it happened, in a sentence or two]

    {"**"}Personal data that may have been disclosed:**
incident-notice-people-rest =
    {"**"}What we do.** [FILL IN: measures taken, such as access closed, passwords replaced, authorities informed]

    {"**"}What you can do.** Beware of messages that claim to be from the office and ask for codes or money. We never ask for a joining code back. Type mydata to Tilik to see all your data and who has looked at it.

    {"**"}Contact us.** { $dpo }

    This notice is given under article 46 of Law 27 of 2022 on Personal Data Protection.

    {"["}FILL IN: place, date, name and post of who signs]
incident-notice-authority =
    DRAFT. Not sent. Check it, fill in every [FILL IN: ...], then remove this line. At the latest { $due }.

    # Notice of a failure to protect personal data

    To the authority for personal data protection
    {"["}FILL IN: its address]

    - Controller: { $office }
    - Contact for data protection: { $dpo }
    - System: Tilik (work log, appraisal of civil servants, and satisfaction survey); scope: { $scope }
    - When it happened: { $first } to { $last }
    - Known since: { $known }
    - People affected, estimated: { NUMBER($people) }

    ## a. Personal data disclosed
incident-notice-authority-rest =
    ## b. When and how it was disclosed

    {"["}FILL IN: what happened in which order, the cause, who may have obtained it]

    ## c. Measures taken

    {"["}FILL IN: what was and will be done, when, and by whom]

    The people concerned were told on [FILL IN: when], by [FILL IN: how].

    Given under article 46 (1) and (2) of Law 27 of 2022.

    {"["}FILL IN: place, date, name and post of who signs]
incident-notice-kind = - { $kind }
incident-list-header = name;NIP;unit;joined Tilik
incident-list-yes = yes
incident-list-no = no
