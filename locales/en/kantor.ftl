# The office: what it tells of itself, and where to go with a complaint.

open-kantor = office | about the office
# What people ask an office about, parted by |
topic-complaints = report | complain | complaint | complaints | bribe | bribery | corruption | suggestion | suggestions | feedback | illegal fee
topic-hours = opening hours | office hours | hours | when open | what time | closing time | schedule
topic-address = address | location | where | phone | phone number | contact
topic-requirements = requirements | requirement | documents | what to bring | how to apply
topic-fees = fee | fees | cost | costs | price | how much
topic-info = info | information

kantor-topic-complaints = Complaints
kantor-topic-hours = Opening hours
kantor-topic-address = Address and contact
kantor-topic-requirements = Requirements
kantor-topic-fees = Fees
kantor-topic-info = About the office
kantor-line = <b>{ $topic }</b>: { $words }
kantor-line-unit = <b>{ $topic }</b> ({ $unit }): { $words }
kantor-none = <b>{ $topic }</b>: the office has not written it here yet. Please ask at the counter or look at the notice board.
kantor-state = Outside this office, complaints and reports of illegal fees go to SP4N-LAPOR!, the government's own channel: <b>lapor.go.id</b> or SMS <b>1708</b>. You can also go to the inspectorate.
kantor-lapor = You can also say it here, without your name: type <b>report</b>.
button-office = About the office
guide-office = <b>office</b> – opening hours, address, requirements, fees, and where to complain
