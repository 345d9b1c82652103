# Work: working days, entries, scores, predikat, the quarterly evaluation.

calendar-no-decree = The holidays of { $year } have not been set by joint decree yet, so a deadline in working days cannot be computed. Please ask the operator to add that year's calendar.

entry-day-future = { DATETIME($day, dateStyle: "long") } is still to come. Please choose today or an earlier day.
entry-day-closed = The log for { DATETIME($day, dateStyle: "long") } is closed. What can still be logged is work from { DATETIME($earliest, dateStyle: "long") } on.
entry-overlap = Its time overlaps with “{ $activity }”. The entry is kept; please check its start and end.
entry-state-sent = waiting for approval
entry-state-approved = approved
entry-state-returned = returned
entry-state-withdrawn = withdrawn
entry-late = Late: work of { DATETIME($day, dateStyle: "long") }, logged on { DATETIME($entered, dateStyle: "long") }
entry-afterwards = Work of { DATETIME($day, dateStyle: "long") }, logged on { DATETIME($entered, dateStyle: "long") }
