# The questionnaire of nine elements (PermenPANRB 14/2017); answers from the lowest up.

question-persyaratan = What do you think of how well the requirements fit the kind of service?
answer-persyaratan-1 = Do not fit
answer-persyaratan-2 = Hardly fit
answer-persyaratan-3 = Fit
answer-persyaratan-4 = Fit very well

question-prosedur = How easy do you find the procedure of the service in this unit?
answer-prosedur-1 = Not easy
answer-prosedur-2 = Less easy
answer-prosedur-3 = Easy
answer-prosedur-4 = Very easy

question-waktu = What do you think of the speed of the service?
answer-waktu-1 = Not fast
answer-waktu-2 = Less fast
answer-waktu-3 = Fast
answer-waktu-4 = Very fast

question-biaya = What do you think of how fair the cost of the service is?
answer-biaya-1 = Very expensive
answer-biaya-2 = Rather expensive
answer-biaya-3 = Cheap
answer-biaya-4 = Free of charge

question-produk = What do you think of how well the result matches what the service standard promises?
answer-produk-1 = Does not match
answer-produk-2 = Hardly matches
answer-produk-3 = Matches
answer-produk-4 = Matches very well

question-kompetensi = What do you think of the competence of the staff?
answer-kompetensi-1 = Not competent
answer-kompetensi-2 = Less competent
answer-kompetensi-3 = Competent
answer-kompetensi-4 = Very competent

question-perilaku = What do you think of the conduct of the staff, their politeness and friendliness?
answer-perilaku-1 = Not polite and friendly
answer-perilaku-2 = Less polite and friendly
answer-perilaku-3 = Polite and friendly
answer-perilaku-4 = Very polite and friendly

question-sarpras = What do you think of the quality of the facilities?
answer-sarpras-1 = Bad
answer-sarpras-2 = Fair
answer-sarpras-3 = Good
answer-sarpras-4 = Very good

question-pengaduan = What do you think of how complaints of users are handled?
answer-pengaduan-1 = There is no handling
answer-pengaduan-2 = There is, but it does not work
answer-pengaduan-3 = It works, not at its best
answer-pengaduan-4 = Well managed

# Causes to point at when an element is rated low.

cause-persyaratan-tidak-jelas = Requirements unclear
cause-persyaratan-terlalu-banyak = Too many requirements
cause-persyaratan-berubah-ubah = Rules keep changing
cause-persyaratan-diminta-ulang = Papers asked for again
cause-persyaratan-lainnya = Something else

cause-prosedur-tidak-jelas = Steps unclear
cause-prosedur-berbelit = Steps too complicated
cause-prosedur-bolak-balik = Had to come back
cause-prosedur-sulit-daring = Hard to do online
cause-prosedur-lainnya = Something else

cause-waktu-antrean = Long queue
cause-waktu-petugas = Too few staff
cause-waktu-sistem = System down
cause-waktu-bolak-balik = Had to come back
cause-waktu-lainnya = Something else

cause-biaya-tidak-jelas = Cost unclear
cause-biaya-beda-tarif = Fee not as announced
cause-biaya-pungutan = Asked for extra money
cause-biaya-cara-bayar = Hard to pay
cause-biaya-lainnya = Something else

cause-produk-salah-tulis = Spelling mistake
cause-produk-tidak-sesuai = Not what was asked for
cause-produk-belum-selesai = Not finished
cause-produk-rusak = Damaged or blurred
cause-produk-lainnya = Something else

cause-kompetensi-tidak-tahu = Did not know the answer
cause-kompetensi-keliru = Wrong explanation
cause-kompetensi-beda-jawaban = Differing answers
cause-kompetensi-kurang-terampil = Staff lacked skill
cause-kompetensi-lainnya = Something else

cause-perilaku-tidak-ramah = Staff unfriendly
cause-perilaku-tidak-peduli = Staff did not care
cause-perilaku-membedakan = Unequal treatment
cause-perilaku-tidak-di-tempat = Staff not at the desk
cause-perilaku-lainnya = Something else

cause-pengaduan-tidak-ada = No place to complain
cause-pengaduan-tidak-dijawab = Complaint not answered
cause-pengaduan-tidak-tuntas = Complaint not settled
cause-pengaduan-takut = Afraid to complain
cause-pengaduan-lainnya = Something else

cause-sarpras-ruang-tunggu = Waiting room
cause-sarpras-toilet = Toilet
cause-sarpras-akses-difabel = Disabled access
cause-sarpras-parkir = Parking
cause-sarpras-lainnya = Something else
