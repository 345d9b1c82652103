# Pengaduan: warga mengadu, bertanya, atau mengusulkan; kantor menjawab dengan bukti.

## Warga

complaint-words =
    Apa yang terjadi? Ceritakan dengan kata-kata Anda sendiri. Nama Anda tidak kami minta.
    { complaint-elsewhere }
complaint-more =
    { $files ->
        [0] { $said ->
            [yes] Sudah kami catat.
           *[no] Silakan.
        }
       *[other] Kirimannya sudah kami simpan.
    } Apa yang terjadi? Satu kalimat cukup.
complaint-files-full = Satu pengaduan memuat paling banyak { NUMBER($most) } berkas. Yang lain belum kami simpan; silakan susulkan lewat <b>status</b>.
complaint-file-large = Berkas itu lebih dari { NUMBER($most) } MB, jadi tidak kami simpan. Silakan kirim yang lebih pendek, atau ceritakan dengan kata-kata.
complaint-place-outside = Tempat itu di luar Indonesia, jadi tidak kami simpan. Silakan kirim lagi lokasinya, atau tulis nama tempatnya.
complaint-unit = Di unit mana?
complaint-unit-unknown = Saya tidak tahu
complaint-unit-likely = Di unit yang mana?
complaint-unit-other = Unit lain
complaint-about = Tentang apa?
complaint-kind = Ini termasuk yang mana?
complaint-is-plain = Perlu dibenahi
complaint-is-ask = Pertanyaan
complaint-is-wish = Usul
complaint-is-weighty = Uang atau wewenang
complaint-kind-plain = Pengaduan
complaint-kind-ask = Pertanyaan
complaint-kind-wish = Usul
complaint-kind-weighty = Pengaduan untuk tim pengawas
complaint-readers-unit = Yang membaca: kepala unit itu dan kepala di atasnya, petugas yang ditunjuk, dan atasan pegawai yang disebut. Nama dan nomor Anda tidak ikut. Bila ini soal uang atau penyalahgunaan wewenang, ketik <b>uang</b> atau pilih <b>Uang atau wewenang</b>: hanya tim pengawas yang membacanya, bukan unit itu.
complaint-readers-weighty = Yang membaca: tim pengawas saja, bukan unit itu. Nama dan nomor Anda tidak ikut.
complaint-card =
    <b>{ $kind }</b> · { $place }{ complaint-concerns }
    { complaint-told }{ complaint-shown }{ complaint-guessed }{ $others ->
        [0] { "" }
       *[other] { "" }

    Sedikitnya { NUMBER($others) } warga lain belum lama ini menyampaikan hal yang sama di sini.
    }

    { $readers }
    .gist = Kirim pengaduan ini?
complaint-guessed =
    { $guessed ->
        [kind] { "" }

    Jenisnya kami duga dari kata-kata Anda. Bila keliru, pilih yang tepat.
        [element] { "" }

    Unsurnya kami duga dari kata-kata Anda. Bila keliru, pilih yang tepat.
        [both] { "" }

    Jenis dan unsurnya kami duga dari kata-kata Anda. Bila keliru, pilih yang tepat.
       *[no] { "" }
    }
complaint-rather = { $what }?
complaint-concerns =
    { $about ->
        [no] { "" }
       *[other] { " · " }{ $about }
    }
complaint-told =
    { $said ->
        [yes] “{ $words }”
       *[no] (tanpa kata-kata)
    }
complaint-shown =
    { $pictures ->
        [0] { "" }
       *[other] { " " }· { NUMBER($pictures) } foto atau dokumen
    }{ $voices ->
        [0] { "" }
       *[other] { " " }· { NUMBER($voices) } rekaman suara, hanya didengar tim pengawas
    }{ $places ->
        [0] { "" }
       *[other] { " " }· lokasi
    }
complaint-step-send = Kirim
complaint-step-weighty = Uang atau wewenang
complaint-step-same = Saya juga
complaint-step-place = Bukan di sini
complaint-step-element = Ganti unsurnya
complaint-step-kind = Ganti jenisnya
complaint-added = Apa yang ingin Anda tambahkan ke pengaduan { $number }? Kata-kata, foto, suara, atau lokasi.
complaint-mended = Apa yang keliru di pengaduan { $number }, dan bagaimana yang benar?
complaint-more-card =
    Untuk pengaduan <b>{ $number }</b>:
    { complaint-told }{ complaint-shown }{ $weighty ->
        [yes]
            { "" }

            Unit itu ikut membaca tambahan ini. Bila soal uang atau wewenang, ketik <b>batal</b>, lalu <b>lapor</b>: hanya tim pengawas yang membacanya.
       *[no] { "" }
    }
    .gist = Kirim tambahan ini?
told-added = Sudah kami tambahkan ke pengaduan { $number }.
told-mended = Ralat Anda sudah kami catat di pengaduan { $number }.
complaint-joined = Pengaduan Anda digabung dengan { NUMBER($others) } pengaduan warga lain tentang hal yang sama; kabarnya tetap sampai kepada Anda sendiri.
complaint-held =
    { $pictures ->
        [0] { "" }
       *[other] { NUMBER($pictures) } foto atau dokumen menunggu diperiksa sebelum dilihat unit itu.
    }{ $voices ->
        [0] { "" }
       *[other] { " " }{ NUMBER($voices) } rekaman suara hanya didengar tim pengawas, yang menuliskan isinya untuk unit itu.
    }
complaint-held-long = Foto, dokumen, dan rekaman suara diperiksa tim pengawas dulu, dan di unit itu belum ada. Supaya terbaca, ceritakan juga dengan kata-kata: ketik <b>status</b>, lalu Tambah.
complaint-elsewhere =
    { $own ->
        [yes] Di kantor ini juga: { $line }{ " " }
       *[no] { "" }
    }Anda juga dapat mengadu di luar kantor ini: lapor.go.id, SMS 1708, atau inspektorat.
complaint-over = Pengaduan { $number } sudah ditutup. Untuk yang baru, ketik <b>lapor</b>.
withdraw-ask = Tarik pengaduan { $number }? Sesudah itu tidak ada lagi yang menanganinya.
withdraw-done = Pengaduan { $number } sudah Anda tarik. Terima kasih sudah menyampaikannya.
withdraw-kept = Baik, pengaduan { $number } tetap kami tangani.
button-complaint-add = Tambah
button-complaint-mend = Ralat
button-complaint-missing = Yang belum beres
button-complaint-withdraw = Tarik
button-complaint-withdraw-sure = Ya, tarik
button-complaint-withdraw-no = Tidak jadi
button-lapor-low = Laporkan
word-empty = halo | hallo | hai | hi | tes | test | testing | coba | cek | ping | selamat | pagi | siang | sore | malam | assalamualaikum | min | admin | pak | bu | bapak | ibu | kak | mas | mbak | permisi | ya | ok | oke | p | lapor | mau | saya | ingin | melapor | mengadu | cara | bagaimana | gimana | caranya | komplain | keluhan | pengaduan | aduan | menyampaikan | bisa | boleh | tolong | ada | ini | dong
word-matter = pungli | pungutan liar | suap | korupsi | calo | gratifikasi
word-result-yes = sudah | sudah beres | sudah selesai | sudah dibenahi | beres | selesai
word-result-partly = sebagian | sebagian saja | baru sebagian | sebagian sudah | sebagian beres
word-result-no = belum | blm | belum beres | belum selesai | belum ada perubahan | masih belum | tetap belum
complaint-filed =
    Terima kasih, sudah kami terima. Nomornya <b>{ $number }</b>.
    Kabar berikutnya sampai di obrolan ini paling lambat { DATETIME($due, dateStyle: "full") }.
complaint-head = <b>{ $number }</b> · { $kind } · { $place } · { DATETIME($day, dateStyle: "medium") }
complaint-state-new = menunggu
complaint-state-taken = dikerjakan
complaint-state-asked = menunggu Anda
complaint-state-answered = menunggu jawaban Anda
complaint-state-second = diperiksa petugas lain
complaint-state-closed = selesai
complaint-state-withdrawn = ditarik
complaint-outside = Nomornya di SP4N-LAPOR!: <b>{ $outside }</b>
complaint-folded = … { $count } langkah di antaranya
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
status-due-second = Petugas lain, yang tidak menanganinya, memeriksa hasilnya paling lambat { DATETIME($due, dateStyle: "full") }, lalu Anda kami kabari.
status-due-answered = Sudah beres? Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }.
button-result-yes = Sudah
button-result-partly = Sebagian
button-result-no = Belum
result-yes = Senang mendengarnya. Pengaduan { $number } kami tutup. Bagaimana penanganannya?
result-partly = Terima kasih. Pengaduan { $number } kami tutup, dengan catatan bahwa baru sebagian yang beres. Bagaimana penanganannya?
result-no = Baik, pengaduan { $number } kami buka lagi. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
result-no-up = Baik, pengaduan { $number } kami buka lagi, dan sekarang juga di tangan { $unit }. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
result-no-second = Baik, kami catat: pengaduan { $number } belum beres.
button-care-1 = 😞
button-care-2 = 😐
button-care-3 = 🙂
button-care-4 = 😊
care-kept = Terima kasih. Itu tentang penanganannya, dan tidak masuk nilai seorang pegawai.
answer-back =
    Tentang pengaduan <b>{ $number }</b> kantor bertanya:
    “{ $words }”
    Apa jawaban Anda?
answer-back-done = Terima kasih, sudah kami teruskan tanpa nama Anda. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
button-complaint-answer = Jawab
told-complaint-news = Kabar untuk pengaduan <b>{ $number }</b>:
told-complaint-asked =
    Tentang pengaduan <b>{ $number }</b> kantor bertanya:
    “{ $words }”
    Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }; sesudah itu dikerjakan dengan keterangan yang ada.
told-complaint-voice = Tim pengawas sudah mendengar rekaman suara Anda. Ini yang dibaca unitnya: “{ $words }”. Bila ada yang keliru, ketik <b>status</b> lalu pilih Ralat.
told-complaint-note = “{ $words }”
told-complaint-unit = Diteruskan ke { $unit }, karena itu urusan unit tersebut. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-outside =
    Diteruskan ke SP4N-LAPOR! (lapor.go.id){ $outside ->
        [no] { "" }
       *[other] , dengan nomor { $outside } di sana
    }. Kabar berikutnya dari sini paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-kind =
    Sekarang tercatat sebagai: { $kind }.{ $reader ->
        [unit] { " " }Menurut tim pengawas ini bukan soal uang atau wewenang, jadi kepala unitnya juga membacanya.
        [team] { " " }Mulai sekarang hanya tim pengawas yang membacanya.
       *[same] { "" }
    } Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-move = Tim pengawas menilai ini bukan soal uang atau wewenang, dan mengusulkan agar ditangani { $unit }, sebagai: { $kind }. Bila Anda setuju, kepala unitnya membaca tulisan Anda, tanpa nama dan nomor Anda. Bila tidak, tetap hanya tim pengawas yang membacanya.
button-complaint-move-y = Setuju
button-complaint-move-x = Tetap di pengawas
move-said-y = Terima kasih. Pengaduan { $number } kami teruskan ke unitnya.
move-said-x = Baik. Pengaduan { $number } tetap hanya dibaca tim pengawas.
told-complaint-raised = Belum selesai pada waktunya, maaf. Karena itu sekarang juga di tangan { $unit }. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-late = Belum selesai pada waktunya, maaf. Yang menangani sudah diingatkan. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-unanswered = Jawaban Anda belum sampai, jadi dikerjakan dengan keterangan yang ada. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-again = Dibuka lagi: menurut petugas yang memeriksanya, belum beres. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-closed =
    { $seen ->
        [yes] Sudah diperiksa petugas lain, lalu ditutup.
       *[no] Waktunya habis, jadi pengaduan ini ditutup.
    } Belum beres? Silakan lapor lagi. Bagaimana penanganannya?
told-complaint-taken = Pengaduan <b>{ $number }</b> sedang dikerjakan. Jawabannya paling lambat { DATETIME($due, dateStyle: "full") }.
told-complaint-proof =
    Kabar untuk pengaduan <b>{ $number }</b>:
    “{ $words }”{ $files ->
        [0] { "" }
       *[other] { " " }Foto atau dokumennya dapat Anda lihat: ketik <b>status</b>.
    }
told-complaint-ask = Sudah beres? Jawaban Anda kami tunggu sampai { DATETIME($due, dateStyle: "full") }. Tanpa jawaban, petugas lain memeriksa hasilnya, atau pengaduan ini ditutup.
mine-step-said = { DATETIME($day, dateStyle: "medium") }: Anda menulis { complaint-told }{ complaint-shown }
mine-step-added = { DATETIME($day, dateStyle: "medium") }: Anda menambahkan { complaint-told }{ complaint-shown }
mine-step-mended = { DATETIME($day, dateStyle: "medium") }: Anda meralat { complaint-told }{ complaint-shown }
mine-step-withdrawn = { DATETIME($day, dateStyle: "medium") }: Anda menarik pengaduan ini
mine-step-taken = { DATETIME($day, dateStyle: "medium") }: mulai dikerjakan
mine-step-proof = { DATETIME($day, dateStyle: "medium") }: “{ $words }”{ proof-shown }
mine-step-hearing = { DATETIME($day, dateStyle: "medium") }: pegawai yang bersangkutan didengar dulu, tanpa tahu siapa Anda
mine-step-unheard = { DATETIME($day, dateStyle: "medium") }: pegawai yang bersangkutan belum memberi penjelasan; pengaduan Anda tetap berjalan
mine-step-nobody = { DATETIME($day, dateStyle: "medium") }: menurut unitnya ini bukan tentang orang tertentu
mine-step-yes = { DATETIME($day, dateStyle: "medium") }: Anda menjawab sudah
mine-step-partly = { DATETIME($day, dateStyle: "medium") }: Anda menjawab sebagian
mine-step-no = { DATETIME($day, dateStyle: "medium") }: Anda menjawab belum
mine-step-unit = { DATETIME($day, dateStyle: "medium") }: diteruskan ke { $words }
mine-step-outside = { DATETIME($day, dateStyle: "medium") }: diteruskan ke SP4N-LAPOR!
mine-step-kind = { DATETIME($day, dateStyle: "medium") }: tercatat sebagai { $words }
mine-step-asked = { DATETIME($day, dateStyle: "medium") }: kantor bertanya “{ $words }”
mine-step-replied = { DATETIME($day, dateStyle: "medium") }: Anda menjawab “{ $words }”
mine-step-note = { DATETIME($day, dateStyle: "medium") }: “{ $words }”
mine-step-raised = { DATETIME($day, dateStyle: "medium") }: naik ke { $words }
mine-step-late = { DATETIME($day, dateStyle: "medium") }: lewat waktunya, yang menangani diingatkan
mine-step-silent = { DATETIME($day, dateStyle: "medium") }: belum ada jawaban Anda
mine-step-voice = { DATETIME($day, dateStyle: "medium") }: isi rekaman suara Anda, ditulis tim pengawas: “{ $words }”
mine-step-again = { DATETIME($day, dateStyle: "medium") }: dibuka lagi oleh petugas lain
mine-step-closed = { DATETIME($day, dateStyle: "medium") }: ditutup

## Yang menangani

inbox-none = Tidak ada pengaduan yang menunggu Anda.
inbox-title = { $count } pengaduan terbuka, yang paling mendesak lebih dulu:
inbox-late = { $count } sudah lewat waktunya.
inbox-reviews = { $count } tinjauan cara kerja sudah lewat waktunya.
inbox-held = { $count } komentar atau kiriman warga menunggu keputusan Anda.
inbox-review = Lewat · Tinjauan · { $review }
inbox-one = { $number } · { $kind } · { $place }
inbox-one-late = Lewat · { $number } · { $kind } · { $place }
inbox-not-yours = Pengaduan dibaca oleh kepala unit, yang ia tugasi, dan tim pengawas. Untuk mengadu sebagai warga, ketik <b>lapor</b>.
case-gone = Pengaduan itu tidak ada, atau bukan untuk Anda.
case-settled = Pengaduan { $number } sudah berubah sejak layar itu dibuat.
case-taken = Pengaduan { $number } Anda tangani. Warganya sudah kami kabari; jawaban paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-new = Kabar pertama untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-taken = Jawaban untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-due-asked = Menunggu jawaban warga sampai { DATETIME($due, dateStyle: "full") }.
case-due-second = Menunggu diperiksa orang kedua, yang tidak menanganinya, sampai { DATETIME($due, dateStyle: "full") }.
case-unreachable = Warganya tidak dapat lagi dihubungi.
case-due-answered = Menunggu jawaban warga sampai { DATETIME($due, dateStyle: "full") }.
case-step-said = { DATETIME($day, dateStyle: "medium") }: warga menulis { complaint-told }{ case-shown }
case-step-added = { DATETIME($day, dateStyle: "medium") }: warga menambahkan { complaint-told }{ case-shown }
case-step-mended = { DATETIME($day, dateStyle: "medium") }: warga meralat { complaint-told }{ case-shown }
case-step-withdrawn = { DATETIME($day, dateStyle: "medium") }: ditarik oleh warga
case-shown =
    { $files ->
        [0] { "" }
       *[other] { " " }· { NUMBER($files) } lampiran
    }{ $held ->
        [0] { "" }
       *[other] { " " }· { NUMBER($held) } foto atau dokumen menunggu diperiksa
    }{ $voices ->
        [0] { "" }
       *[other] { " " }· { $unwritten ->
            [0] { NUMBER($voices) } rekaman suara, isinya ditulis tim pengawas
           *[other] ada rekaman suara, menunggu tim pengawas
        }
    }
case-step-taken = { DATETIME($day, dateStyle: "medium") }: ditangani { $by }
case-step-proof = { DATETIME($day, dateStyle: "medium") }: { $by } menjawab “{ $words }”{ proof-shown }
proof-shown =
    { $files ->
        [0] { "" }
       *[other] { " " }· dengan bukti
    }
proof-file = Bukti untuk pengaduan <b>{ $number }</b> ({ NUMBER($n) } dari { NUMBER($count) })
button-proofs = Lihat buktinya
button-proof-next = Bukti berikut
case-step-hearing = { DATETIME($day, dateStyle: "medium") }: { $by } meminta penjelasan yang bersangkutan
case-step-unheard = { DATETIME($day, dateStyle: "medium") }: dilanjutkan tanpa penjelasan yang bersangkutan
case-step-nobody = { DATETIME($day, dateStyle: "medium") }: menurut { $by } bukan tentang orang tertentu
case-step-yes = { DATETIME($day, dateStyle: "medium") }: warga menjawab sudah
case-step-partly = { DATETIME($day, dateStyle: "medium") }: warga menjawab sebagian
case-step-no = { DATETIME($day, dateStyle: "medium") }: warga menjawab belum
case-step-handed = { DATETIME($day, dateStyle: "medium") }: { $by } menyerahkan kepada { $words }
case-step-unit = { DATETIME($day, dateStyle: "medium") }: { $by } meneruskan ke { $words }
case-step-outside = { DATETIME($day, dateStyle: "medium") }: { $by } meneruskan ke SP4N-LAPOR!
case-step-kind = { DATETIME($day, dateStyle: "medium") }: { $by } memindahkan ke: { $words }
case-step-asked = { DATETIME($day, dateStyle: "medium") }: { $by } bertanya “{ $words }”
case-step-replied = { DATETIME($day, dateStyle: "medium") }: warga menjawab “{ $words }”
case-step-note = { DATETIME($day, dateStyle: "medium") }: { $by } mengabarkan “{ $words }”
case-step-inner = { DATETIME($day, dateStyle: "medium") }: { $by } mencatat “{ $words }” (tidak untuk warga)
case-step-raised = { DATETIME($day, dateStyle: "medium") }: naik ke { $words }
case-step-late = { DATETIME($day, dateStyle: "medium") }: lewat waktunya
case-step-silent = { DATETIME($day, dateStyle: "medium") }: warga tidak menjawab
case-step-voice = { DATETIME($day, dateStyle: "medium") }: isi rekaman suara warga, ditulis tim pengawas: “{ $words }”
case-step-again = { DATETIME($day, dateStyle: "medium") }: dibuka lagi oleh { $by }
case-step-closed = { DATETIME($day, dateStyle: "medium") }: ditutup { $by }
button-reload = Muat ulang
button-case-whole = Lihat semua
button-case-ask = Tanya warga
button-case-note = Catat kemajuan
button-case-hand = Serahkan
button-case-kind = Jenis lain
button-case-close = Tutup
button-case-again = Buka lagi
button-case = Pengaduan ini
button-case-take = Saya tangani
button-case-prove = Sudah dibenahi
button-inbox = Pengaduan
button-inbox-more = Berikutnya
guide-pengaduan = <b>pengaduan</b> – pengaduan warga yang menunggu Anda
prove-words = Apa yang sudah dilakukan untuk pengaduan { $number }? Warga membaca kalimat ini apa adanya, tanpa nama Anda.
prove-file = Kirim foto atau dokumen sebagai bukti, bila ada.
prove-too-short = Mohon tulis apa yang dilakukan, beberapa kata saja.
prove-done = Tersampaikan. Jawaban warga ditunggu sampai { DATETIME($due, dateStyle: "full") }; tanpa itu, orang kedua memeriksa pengaduan { $number }.
prove-done-second = Tercatat. Warganya tidak dapat lagi dihubungi, jadi orang kedua memeriksa pengaduan { $number }.
prove-done-untold = Tercatat. Warganya tidak dapat lagi dihubungi; pengaduan { $number } ditutup setelah { DATETIME($due, dateStyle: "full") }.

ask-back = Apa yang ditanyakan kepada warga tentang pengaduan { $number }? Ia membacanya apa adanya, tanpa nama Anda.
ask-back-done = Tersampaikan. Jawabannya ditunggu sampai { DATETIME($due, dateStyle: "full") }.
note-words = Sampai mana pengaduan { $number }?
note-begun = Kami kira ini tentang pengaduan yang baru Anda baca. Pekerjaan Anda sendiri? Ketik <b>batal</b>, lalu <b>catat</b> diikuti pekerjaannya.
note-reader = Siapa yang membacanya?
note-reader-note = Warga dan kantor
note-reader-inner = Kantor saja
note-done-note = Tercatat dan tersampaikan kepada warga.
note-done-inner = Tercatat, untuk kantor saja.
hand-to = Pengaduan { $number } diserahkan kepada siapa?
hand-unit = Unit lain
hand-outside = SP4N-LAPOR!
hand-which-unit = Unit yang mana?
hand-number = Berapa nomornya di SP4N-LAPOR!? Bila belum ada, lewati saja; nomornya dapat diisi nanti.
hand-number-none = Nomor di SP4N-LAPOR! berisi angka. Bila belum ada, ketik <b>lewati</b>.
hand-done-person = { $name } sekarang dapat membaca dan menjawab pengaduan { $number }.
hand-done-unit = Pengaduan { $number } sekarang di { $unit }. Warganya sudah kami kabari.
hand-done-outside = Tercatat. Pengaduan { $number } tetap terbuka di sini sampai jawabannya ada; warganya sudah kami kabari.
kind-which =
    Pengaduan { $number } tercatat sebagai: { $kind }. { $opens ->
        [yes] Bila dipindahkan, kepala unitnya juga membaca kata-kata warga ini; karena itu pengawas kedua atau warganya harus setuju.{ " " }
       *[no] { "" }
    }Yang benar:
kind-asked = Usul untuk { $number } sudah dicatat. Pengaduan dipindahkan bila pengawas kedua, atau warganya, setuju dalam tujuh hari. Sampai saat itu tetap di tim pengawas.
kind-alone = Pengaduan { $number } tetap di tim pengawas: warganya tidak dapat dihubungi lagi, dan tidak ada pengawas kedua yang dapat menyetujui pemindahannya.
case-move-waits = Diusulkan pindah ke unit; menunggu pengawas kedua atau warganya.
case-move-y = Warganya setuju, jadi pengaduan ini sudah pindah ke unitnya.
case-move-x = Warganya tidak setuju, jadi pengaduan ini tetap di tim pengawas.
kind-done = Pengaduan { $number } sekarang tercatat sebagai: { $kind }. Warganya sudah kami kabari.
kind-done-away = Pengaduan { $number } sekarang tercatat sebagai: { $kind }, dan sudah di tangan yang berwenang. Warganya sudah kami kabari.
second-done-x = Pengaduan { $number } ditutup.
second-done-o = Pengaduan { $number } dibuka lagi; yang menangani sudah diberi tahu.
told-case-news = Tentang pengaduan <b>{ $number }</b>:
case-handed = { $name } menyerahkannya kepada Anda. Jawaban untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-moved = Diteruskan ke { $unit }. Kabar pertama untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-of-kind = Sekarang tercatat sebagai: { $kind }. Kabar pertama untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-told-more = Warga menambahkan keterangan.
case-voice = Tim pengawas sudah menulis isi rekaman suara warga.
case-taken-back = Warga menarik pengaduan ini; tidak ada lagi yang perlu dikerjakan.
case-replied = Warga sudah menjawab pertanyaannya. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
case-unanswered = Warga tidak menjawab pertanyaannya; silakan lanjutkan dengan keterangan yang ada. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
case-again = Orang kedua membukanya lagi. Kabar berikutnya untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-second = Warga belum menyatakan beres. Karena bukan Anda yang menanganinya, mohon periksa: tutup, atau buka lagi. Paling lambat { DATETIME($due, dateStyle: "full") }.
case-raised-late = Batas waktunya lewat, jadi sekarang juga di tangan { $unit }. Anda tetap dapat menjawabnya, paling lambat { DATETIME($due, dateStyle: "full") }.
case-raised-no = Warga menjawab belum beres, jadi sekarang juga di tangan { $unit }. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
case-raised-unseen = Belum ada orang kedua yang memeriksanya, jadi sekarang juga di tangan { $unit }, sampai { DATETIME($due, dateStyle: "full") }.
case-late-late = Batas waktunya lewat. Warga diberi tahu; kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
case-late-no = Warga menjawab belum beres. Kabar berikutnya paling lambat { DATETIME($due, dateStyle: "full") }.
case-above-late = Batas waktunya lewat di unit di bawah { $unit }, jadi sekarang Anda juga yang menanganinya. Kabar untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-above-no = Warga menjawab belum beres, jadi dari unit di bawah { $unit } sekarang naik kepada Anda. Kabar untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
case-above-unseen = Belum ada orang kedua yang memeriksa hasilnya, jadi sekarang naik ke { $unit }: tutup, atau buka lagi. Paling lambat { DATETIME($due, dateStyle: "full") }.
prompt-complaints =
    { $name }, pengaduan warga: { $new } baru, { $soon } jatuh tempo dua hari kerja lagi, { $today } jatuh tempo hari ini.{ $held ->
        [0] { "" }
       *[other] { " " }{ $held } foto, dokumen, atau rekaman suara di dalamnya menunggu Anda.
    }
