# Citizens: rating a service and filling in the official survey.

rate-counter = Which counter's service do you want to rate? No name is asked.
rate-service = Which service do you want to rate? No name is asked.
rate-overall =
    <i>No name, no number. Your answer is added to those of other citizens to improve the service.</i>

    How was <b>{ $service }</b> at { $counter }?
rate-again =
    <i>You have rated it today; a new answer takes the place of the earlier one.</i>

    How was <b>{ $service }</b> at { $counter }?
rate-cause = What should be improved?
rate-cause-element = What should be improved?
rate-reason = Is there anything you want to say? Write it here, without anybody's name or number.
rate-thanks = Thank you, your rating of <b>{ $service }</b> has been recorded.
over-nilai = Thank you, your rating has been recorded.
rate-masked = We have hidden the long numbers in your text.
rate-change-until = You can still change it for 15 minutes.
rate-done-today = You have rated <b>{ $service }</b> today. Thank you! You can rate it again tomorrow.
rate-no-such-code = We do not know the code “{ $code }”. Please check it at the counter and type it once more.
rate-no-services = There is no service to rate here yet.

button-all-nine = Answer in full (9 taps)

survey-question =
    { $mark } { $number }/{ $count }

    { $question }
survey-thanks = Thank you! Your nine answers about <b>{ $service }</b> are recorded and count in the official survey.
survey-done-today = You have filled in the survey for <b>{ $service }</b> today. Thank you!

answer-overall-1 = 😞 Not good
answer-overall-2 = 🙁 Less than good
answer-overall-3 = 🙂 Good
answer-overall-4 = 😊 Very good
