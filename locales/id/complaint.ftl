# Pengaduan: warga mengadu, bertanya, atau mengusulkan; kantor menjawab dengan bukti.

## Warga

complaint-words =
    Apa yang terjadi? Ceritakan dengan kata-kata Anda sendiri. Nama Anda tidak kami minta.
    Dapat juga di luar kantor ini: lapor.go.id, SMS 1708, atau inspektorat.
complaint-unit = Di unit mana?
complaint-kind = Ini tentang apa?
complaint-is-plain = Perlu dibenahi
complaint-is-ask = Pertanyaan
complaint-is-wish = Usul
complaint-is-weighty = Uang atau wewenang
complaint-kind-plain = Pengaduan
complaint-kind-ask = Pertanyaan
complaint-kind-wish = Usul
complaint-kind-weighty = Pengaduan untuk tim pengawas
complaint-readers-unit = Yang membaca: kepala unit dan yang ia tugasi. Nama dan nomor Anda tidak ikut.
complaint-readers-weighty = Yang membaca: tim pengawas saja, bukan unit itu. Nama dan nomor Anda tidak ikut.
complaint-card =
    <b>{ $kind }</b> · { $place }
    “{ $words }”

    { $readers }
button-complaint-send = Kirim
complaint-filed =
    Terima kasih, sudah kami terima. Nomornya <b>{ $number }</b>.
    Kabar berikutnya sampai di obrolan ini paling lambat { DATETIME($due, dateStyle: "full") }.
complaint-head = <b>{ $number }</b> · { $kind } · { $place } · { DATETIME($day, dateStyle: "medium") }
complaint-state-new = menunggu
complaint-state-taken = dikerjakan
complaint-state-asked = menunggu Anda
complaint-state-answered = menunggu jawaban Anda
complaint-state-closed = selesai
complaint-state-withdrawn = ditarik
complaint-gone = Pengaduan itu tidak ada, atau bukan dari obrolan ini. Ketik <b>status</b> untuk melihat yang ada.
complaint-settled = Pengaduan { $number } sudah tidak menunggu jawaban Anda.
button-lapor = Lapor atau bertanya
button-complaint-status = Lihat kabarnya
guide-lapor = <b>lapor</b> – mengadu, bertanya, atau mengusulkan
guide-status = <b>status</b> – kabar pengaduan Anda
status-none = Belum ada pengaduan dari obrolan ini.
status-title = Pengaduan dari obrolan ini:
status-one = { $number } · { $state }
status-due-new = Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
status-due-taken = Jawabannya paling lambat { DATETIME($due, dateStyle: "full") }.
status-due-asked = Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }.
status-due-answered = Sudah beres? Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }.
button-result-yes = Sudah
button-result-partly = Sebagian
button-result-no = Belum
result-yes = Senang mendengarnya. Pengaduan { $number } kami tutup. Terima kasih sudah menyampaikannya.
result-partly = Terima kasih. Pengaduan { $number } kami tutup, dan unitnya membaca bahwa baru sebagian yang beres.
result-no = Baik, pengaduan { $number } kami buka lagi. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-taken = Pengaduan <b>{ $number }</b> sedang dikerjakan. Jawabannya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-proof =
    Kabar untuk pengaduan <b>{ $number }</b>:
    “{ $words }”
told-complaint-ask = Sudah beres? Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }.
mine-step-said = { DATETIME($day, dateStyle: "medium") }: Anda menulis “{ $words }”
mine-step-taken = { DATETIME($day, dateStyle: "medium") }: mulai dikerjakan
mine-step-proof = { DATETIME($day, dateStyle: "medium") }: “{ $words }”
mine-step-hearing = { DATETIME($day, dateStyle: "medium") }: pegawai yang bersangkutan didengar dulu, tanpa tahu siapa Anda
mine-step-nobody = { DATETIME($day, dateStyle: "medium") }: menurut unitnya ini bukan tentang orang tertentu
mine-step-yes = { DATETIME($day, dateStyle: "medium") }: Anda menjawab sudah
mine-step-partly = { DATETIME($day, dateStyle: "medium") }: Anda menjawab sebagian
mine-step-no = { DATETIME($day, dateStyle: "medium") }: Anda menjawab belum

## Yang menangani

inbox-none = Tidak ada pengaduan yang menunggu Anda.
inbox-title = { $count } pengaduan terbuka, yang terlama lebih dulu:
inbox-one = { $number } · { $kind } · { $place }
inbox-not-yours = Pengaduan dibaca oleh kepala unit, yang ia tugasi, dan tim pengawas. Untuk mengadu sebagai warga, ketik <b>lapor</b>.
case-gone = Pengaduan itu tidak ada, atau bukan untuk Anda.
case-settled = Pengaduan { $number } sudah berubah sejak layar itu dibuat.
case-taken = Pengaduan { $number } Anda tangani. Warganya sudah kami kabari; jawaban paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-new = Kabar pertama untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-taken = Jawaban untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-asked = Menunggu jawaban warga sampai { DATETIME($due, dateStyle: "full") }.
case-due-answered = Menunggu jawaban warga sampai { DATETIME($due, dateStyle: "full") }.
case-step-said = { DATETIME($day, dateStyle: "medium") }: warga menulis “{ $words }”
case-step-taken = { DATETIME($day, dateStyle: "medium") }: ditangani { $by }
case-step-proof = { DATETIME($day, dateStyle: "medium") }: { $by } menjawab “{ $words }”
case-step-hearing = { DATETIME($day, dateStyle: "medium") }: { $by } meminta kata yang bersangkutan
case-step-nobody = { DATETIME($day, dateStyle: "medium") }: menurut { $by } bukan tentang orang tertentu
case-step-yes = { DATETIME($day, dateStyle: "medium") }: warga menjawab sudah
case-step-partly = { DATETIME($day, dateStyle: "medium") }: warga menjawab sebagian
case-step-no = { DATETIME($day, dateStyle: "medium") }: warga menjawab belum
button-case = Pengaduan ini
button-case-take = Saya tangani
button-case-prove = Sudah dibenahi
button-inbox = Pengaduan
button-inbox-more = Berikutnya
guide-pengaduan = <b>pengaduan</b> – pengaduan warga yang menunggu Anda
prove-words = Apa yang sudah dilakukan untuk pengaduan { $number }? Warga membaca kalimat ini apa adanya, tanpa nama Anda.
prove-file = Kirim foto atau dokumen sebagai bukti, bila ada.
prove-done = Tersampaikan. Warga menjawab sampai { DATETIME($due, dateStyle: "full") }; sesudah itu pengaduan { $number } ditutup.
prove-done-untold = Tercatat. Warganya tidak dapat lagi dihubungi; pengaduan { $number } ditutup setelah { DATETIME($due, dateStyle: "full") }.
