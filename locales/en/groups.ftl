# About you: after the official survey, for who likes; each answer is counted by itself.
survey-groups = If you like, tap <b>About you</b>: five short questions that show who is not heard yet. They are not tied to your answers.
button-groups = About you
groups-sex = ({ $number }/{ $count }) Are you a woman or a man?
groups-age = ({ $number }/{ $count }) How old are you?
groups-education = ({ $number }/{ $count }) What is your highest level of education?
groups-work = ({ $number }/{ $count }) What is your work? Pupils, students and whoever keeps a home are not in work.
groups-disability = ({ $number }/{ $count }) Do you live with a disability?
groups-thanks = Thank you. Each is counted by itself, without a name, and is seen only after this quarter is over and enough have answered.
groups-nothing = All right, nothing is kept.
groups-later = The questions about you come only after the survey of nine questions, on the same day.
groups-done = Thank you, we have your answers about yourself for today.
group-sex = Sex
group-sex-female = Woman
group-sex-male = Man
group-age = Age
group-age-under30 = Under 30
group-age-30to44 = 30–44
group-age-45to59 = 45–59
group-age-from60 = 60 and over
group-education = Education
group-education-primary = Primary or less
group-education-secondary = Secondary school
group-education-higher = Diploma or higher
group-work = Work
group-work-employed = Employed, labourer
group-work-own = Own work, farm, sea
group-work-none = Not in work
group-disability = Disability
group-disability-yes = Yes
group-disability-no = No

# Who is heard
heard-title = <b>Who is heard</b> · { $name } · { $quarter }
heard-how = Of those who filled in the official survey and chose to say. Each group is counted by itself; numbers below { $least } are not given.
heard-group = <b>{ $group }</b>
heard-value = { $value }: { $share }% ({ $n }){ $served ->
        [-1] {""}
       *[other] {" "}– { $served }% of those served
    }
heard-few = { $value }: fewer than { $least }
heard-rare = Hardly heard:
heard-rare-one = – { $who }
heard-disability-yes = People with a disability
heard-disability-no = People without one
heard-none = There is nothing to show: too few have named their group in this quarter.
heard-running = Shown once this quarter is over.
button-heard = Who is heard
