# Work: working days, entries, scores, predikat, the quarterly evaluation.

calendar-no-decree = The holidays of { $year } have not been set by joint decree yet, so a deadline in working days cannot be computed. Please ask the administrator to add that year's calendar.
