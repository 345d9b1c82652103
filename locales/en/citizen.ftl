# Citizens: rating a service, filling in the official survey, and the office's own.

rate-unit = Which unit did you come to? Choose one, or type the name of the unit, the counter or the service.
rate-elsewhere = Elsewhere
rate-counter = Which counter's service do you want to rate? No name is asked.
rate-service = Which service do you want to rate? No name is asked.
rate-overall =
    <i>No name, no number. Your answer is counted with those of others. More: type privacy.</i>

    How was <b>{ $service }</b> at { $counter }?
rate-again =
    <i>You have rated it today. A new answer replaces the earlier one.</i>

    How was <b>{ $service }</b> at { $counter }?
rate-cause = What should be improved?
rate-reason = Anything to add? Just write it, without anybody's name or number.
rate-thanks = Thank you, your rating of <b>{ $service }</b> has been recorded.
rate-told = You rated: <b>{ $answer }</b>
rate-kept = Your rating of <b>{ $service }</b> has been recorded.
rate-words-added = We have added your message to your rating of <b>{ $service }</b>.
over-nilai = Thank you, your rating has been recorded.
rate-masked = We have hidden the long numbers in your text.
rate-change-scan = You can still change it for 15 minutes: scan the code again. Type <b>proof</b> for a code that it is counted.
rate-change-until = You can still change it for 15 minutes.
rate-cancel-change = The change is cancelled. Your earlier rating stands.
rate-cancel-removed = All right, cancelled. Your rating of <b>{ $service }</b> is removed.
rate-cancel-late = The form is closed. What is recorded can no longer be changed.
rate-done-today = You have rated <b>{ $service }</b> today. Thank you! One phone, one rating a day; you can rate it again tomorrow. Does somebody else want to rate on this phone? Type <b>assist</b>.
rate-no-such-code = We do not know the code “{ $code }”. Please check it at the counter and type it once more.
rate-closed-service = <b>{ $service }</b> at { $counter } is closed and can no longer be rated. What you have rated before stays recorded.
rate-closed-counter = There is no service left to rate at { $counter }. What you have rated before stays recorded.
rate-own-place = Thank you. You work for { $unit }, so rating here is left to the citizens who are served. You can still rate services of other units. Your own scores are at <b>me</b>.
rate-no-services = There is no service to rate here yet.

button-all-nine = Answer in full (9)
button-rate-beside = Rate another service

survey-question =
    { $number ->
        [1]
            <i>No name, no number. More: type privacy.</i>

            { $mark } { $number }/{ $count }
       *[other] { $mark } { $number }/{ $count }
    }

    { $question }
survey-thanks = Thank you! Your nine answers about <b>{ $service }</b> are recorded and count in the official survey.
survey-done-today = You have filled in the survey for <b>{ $service }</b> today. Thank you!

survey-own = Office survey
button-own-survey = { $name }
survey-own-question =
    { $number ->
        [1]
            <b>{ $name }</b>
            <i>No name, no number. More: type privacy.</i>

            { $mark } { $number }/{ $count }
       *[other] { $mark } { $number }/{ $count }
    }

    { $question }
survey-own-thanks = Thank you! Your answers about <b>{ $service }</b> for { $name } are recorded.
survey-own-over = This survey is over. Thank you! You can still rate the service: type rate.

answer-overall-1 = 😞 Not good
answer-overall-2 = 🙁 Not so good
answer-overall-3 = 🙂 Good
answer-overall-4 = 😊 Very good

# Words of citizens' own that may mean a value; always asked back. Parted by |
value-meant-4 = very satisfied | excellent | great | perfect | amazing | awesome | best | superb | outstanding | sangat puas | mantap | 💯 | 😍 | 🤩 | 😁 | 😃 | 😄 | 🥰 | ❤️ | ❤ | 👏 | 🔥 | 👍👍 | 👍👍👍
value-meant-3 = satisfied | good | fine | nice | ok | okay | oke | happy | friendly | fast | puas | bagus | baik | 👍 | 👌 | 🙂 | ☺️ | ☺ | 😀 | 😊
value-meant-2 = so so | average | fair | neutral | less | cukup | 😐 | 😕 | 🙁 | 🫤
value-meant-1 = bad | poor | slow | terrible | worst | awful | rude | disappointed | horrible | jelek | buruk | 👎 | 😡 | 😠 | 🤬 | 😢 | 😭 | 😤 | 😞
value-only-perilaku = friendly | polite | rude
value-only-waktu = fast | quick | slow
word-very = very | really | so | super | most | sangat
word-less = less | kurang
word-not = not | no | never | tidak

# The short questions of the one-tap rating, and the elements in citizens' words.

ask-persyaratan = Do the requirements fit the kind of service?
ask-prosedur = Is the procedure easy?
ask-waktu = Is the service fast?
ask-biaya = How is the cost?
ask-produk = Does the result match what was promised?
ask-kompetensi = How capable are the staff?
ask-perilaku = How polite and friendly are the staff?
ask-sarpras = How are the rooms and facilities?
ask-pengaduan = How are complaints handled here?

short-persyaratan = Requirements
short-prosedur = Steps
short-waktu = Time it takes
short-biaya = Cost
short-produk = Result
short-kompetensi = Staff ability
short-perilaku = Staff conduct
short-pengaduan = Complaints
short-sarpras = Facilities
