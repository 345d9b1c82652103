# Perkara berat, dan siapa di balik segel.

complaint-untaken =
    Laporan seperti ini dibaca tim pengawas, dan di { $unit } belum ada pengawas yang dapat menerimanya. Jadi ini tidak dikirim, dan tidak seorang pun di unit itu membacanya. Yang Anda tulis masih ada di atas.

    Silakan sampaikan ke lapor.go.id, SMS 1708, atau inspektorat. Bila unit atau jenisnya keliru, ganti di bawah; untuk menghapus semuanya, ketik <b>batal</b>.
told-weighty = Ada laporan warga untuk tim pengawas, nomor <b>{ $number }</b>. Isinya hanya dibaca tim pengawas, di sini.

doctor-oversight = Tim pengawas
doctor-oversight-well = siap menerima laporan berat
doctor-oversight-none = { NUMBER($count) } unit tanpa pengawas yang dapat menerima laporan berat
doctor-oversight-few = di { NUMBER($count) } unit hanya ada satu pengawas; segel tidak dapat dibuka
doctor-oversight-do = Tunjuk pengawas yang tidak memimpin unit itu, dua orang per unit (tilik import people, kolom peran)
doctor-seals = Segel pengadu
doctor-seals-shut = { NUMBER($count) } segel dikunci dengan rahasia lain
doctor-seals-do = Kembalikan rahasia yang lama (TILIK_SECRET); tanpa itu pengadunya tidak dapat dikabari

## Kode untuk ponsel lain

button-status-code = Kode ponsel lain
button-status-elsewhere = Saya punya kode
status-code = Ketik kode dari ponsel Anda yang lain. Kode itu dibuat di sana: ketik <b>status</b>, buka pengaduannya, lalu ketuk <b>Kode ponsel lain</b>.
status-code-made =
    Kode untuk pengaduan { $number }: <b>{ $code }</b>
    Di ponsel yang lain, ketik <b>status</b>, ketuk <b>Saya punya kode</b>, lalu ketik kode itu. Kabar berikutnya sampai di sana.

    Kode berlaku sekali, sampai { DATETIME($day, dateStyle: "full") } pukul { $time } { $zone }. Jangan berikan kepada siapa pun.
status-code-wrong = Kode itu tidak cocok, sudah terpakai, atau sudah lewat tiga hari. Periksa lagi, atau buat kode baru di ponsel yang lain.
status-code-used = Pengaduan { $number } sekarang dapat Anda lihat dari sini. Kabar berikutnya sampai di obrolan ini.

## Membuka segel

segel-not-yours = Segel pengadu dibuka oleh dua orang tim pengawas.
segel-gone = Pengaduan itu tidak ada, atau segelnya bukan untuk Anda buka.
segel-forgotten = Identitas pengadu pada { $number } sudah tidak tersimpan.
segel-other-secret = Segel itu dikunci dengan rahasia lain, sehingga tidak dapat dibuka di sini.
segel-alone = Segel tetap tertutup: di { $unit } tidak ada pengawas kedua yang dapat menyetujuinya. Harus ditunjuk satu pengawas lagi untuk unit itu atau unit di atasnya, yang tidak memimpinnya dan mendaftar dengan kode dari orang lain.
segel-number = Nomor pengaduan yang segelnya perlu dibuka? Contohnya ADU-K7P3XA.
segel-reason = Mengapa identitas pengadu pada { $number } perlu diketahui? Pengawas kedua membaca alasan ini, dan pengadunya diberi tahu bahwa segelnya dibuka.
segel-asked = Permintaan membuka segel { $number } sudah dicatat. Segel terbuka bila pengawas kedua setuju dalam tujuh hari.
segel-request =
    <b>Buka segel { $number }</b> · { $place }
    Diminta { $name }: “{ $reason }”
segel-state-asked = Menunggu pengawas kedua.
segel-state-opened = Disetujui; sudah dibuka.
segel-state-seen = Disetujui; sudah dilihat keduanya.
segel-state-refused = Tidak disetujui; segel tetap tertutup.
segel-state-ended = Ditarik; segel tetap tertutup.
segel-settled = Permintaan untuk { $number } sudah tidak menunggu Anda.
segel-shut = Segel { $number } tetap tertutup.
segel-who =
    Pengadu pada { $number }: { $channel }, { $sender }
    Hanya ditampilkan sekali ini. Pembukaan ini tercatat, dan pengadunya diberi tahu.
segel-move =
    <b>Pindahkan { $number } ke unitnya</b> · { $place }
    Diusulkan { $name }, sebagai: { $kind }. Kepala unitnya lalu membaca kata-kata warga, tanpa nama dan nomornya.
segel-move-asked = Menunggu pengawas kedua, atau warganya.
segel-move-opened = Disetujui; sudah pindah.
segel-move-refused = Tidak disetujui; tetap di tim pengawas.
segel-move-ended = Ditarik; tetap di tim pengawas.
segel-kept = Pengaduan { $number } tetap di tim pengawas.
button-segel-move = Setuju, pindahkan
button-segel-request = Lihat permintaan
button-segel-agree = Setuju, buka
button-segel-refuse = Tidak setuju
button-segel-back = Tarik permintaan
button-segel-see = Lihat pengadu
button-segel-ask = Buka segel
told-seal-asked = Pengawas lain meminta segel pengaduan <b>{ $number }</b> dibuka. Segel terbuka hanya bila Anda setuju.
told-move-asked = Pengawas lain mengusulkan pengaduan <b>{ $number }</b> dipindahkan ke unitnya. Pindah bila Anda atau warganya setuju.
told-seal-agreed = Permintaan Anda membuka segel <b>{ $number }</b> disetujui.
told-seal-opened = Identitas Anda pada pengaduan <b>{ $number }</b> dibuka pada { DATETIME($day, dateStyle: "full") } oleh dua orang tim pengawas, dengan alasan yang tercatat. Unit yang Anda laporkan tidak diberi tahu.
