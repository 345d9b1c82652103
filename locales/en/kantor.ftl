# The office: what it tells of itself, and where to go with a complaint.

open-kantor = office | about the office
# What people ask an office about, parted by |
topic-complaints = report | complain | complaint | complaints | bribe | bribery | corruption | suggestion | suggestions | feedback | illegal fee
topic-hours = opening hours | office hours | hours | when open | what time | closing time | schedule
topic-address = address | location | where | phone | phone number | contact
topic-requirements = requirements | requirement | documents | what to bring
topic-fees = fee | fees | cost | costs | price | how much
topic-time = how long | how many days | duration
topic-procedure = procedure | how to apply | how do i apply | steps
topic-info = info | information

kantor-topic-complaints = Complaints
kantor-topic-hours = Opening hours
kantor-topic-address = Address and contact
kantor-topic-requirements = Requirements
kantor-topic-fees = Fees
kantor-topic-time = Time
kantor-topic-procedure = Procedure
kantor-topic-product = What you get
kantor-topic-info = About the office
kantor-line = <b>{ $topic }</b>: { $words }
kantor-line-unit = <b>{ $topic }</b> ({ $unit }): { $words }
kantor-none = <b>{ $topic }</b>: the office has not written it here yet. Please ask at the counter or look at the notice board.
kantor-state = Outside this office, complaints and reports of illegal fees go to SP4N-LAPOR!, the government's own channel: <b>lapor.go.id</b> or SMS <b>1708</b>. You can also go to the inspectorate.
kantor-lapor = You can also say it here, without your name: type <b>report</b>.
button-office = About the office
guide-office = <b>office</b> – opening hours, address, requirements, fees, and where to complain

# Standards of services: what the office has published of each.

open-standar = standards | service standards | standard
guide-standar = <b>syarat KTP</b>, <b>biaya akta</b>, <b>jam buka</b> – what a service needs, costs and when it is open; all of it: <b>standards</b>
standar-head = <b>{ $service }</b>, { $unit }
standar-part = <b>{ $topic }</b>: { $words }
standar-part-lines =
    <b>{ $topic }</b>:
    { $words }
standar-part-none = <b>{ $topic }</b>: the office has not written this of the service yet. Please ask at the counter or look at the office's notice board.
standar-since = In force since { DATETIME($since, dateStyle: "long") }.
standar-which = For which service?
standar-same = The same for all { $count } services.
standar-none = The office has not written that standard here yet. Please ask at the counter or look at the office's notice board.
button-standar = Service standards
button-standar-others = Other services
button-syarat = Requirements, fees
