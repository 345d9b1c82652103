# Kode kunjungan: diberikan loket seusai pelayanan, agar penilaian terverifikasi.
visit-code = Mohon ketik kode kunjungan dari loket.
visit-code-which = Untuk layanan mana?
visit-code-given =
    Kode kunjungan:

    <b>{ $code }</b>

    { $place }. Sekali pakai, sampai { DATETIME($day, dateStyle: "medium") }.

    Berikan kepada setiap warga seusai dilayani, apa pun kesannya. Tidak seorang pun melihat kode mana yang dipakai.
visit-code-scan = Kode { $code }: warga memindai gambar ini dari layar Anda.
visit-code-not-yours = Kode kunjungan diberikan loket seusai pelayanan. Bila Anda memegangnya, ketik kodenya di sini, lalu nilailah layanannya.
visit-code-gone = Kode ini tidak dapat ditampilkan lagi. Ketik <b>kode</b> untuk kode baru.
visit-own = Kode ini Anda buat sendiri, jadi tidak dapat Anda pakai. Berikan kepada warga yang Anda layani.
visit-wrong = Kode itu tidak dapat dipakai: mungkin salah ketik, sudah dipakai, atau masanya habis. Cocokkan lalu ketik sekali lagi; tanpa kode pun Anda tetap dapat menilai.
button-code-next = Kode berikutnya
button-code-qr = Tampilkan QR
button-code-any = Layanan mana saja
rate-verified = Terverifikasi dengan kode kunjungan.
rate-code-over = Kode kunjungannya sudah tidak berlaku. Penilaian Anda tetap dihitung, sebagai penilaian tanpa kode.
guide-code = <b>kode</b> – kode kunjungan untuk warga yang baru Anda layani

# Lamanya pelayanan
visit-runs =
    Pelayanan { $place } dimulai pukul { $time } { $zone }.

    Ketuk <b>{ $button }</b> saat warga selesai dilayani. Yang disimpan hanya lamanya, per layanan dan hari; tidak terhubung dengan nama, kode, atau penilaian siapa pun.
visit-took = Lamanya { $minutes } menit, tercatat untuk layanan ini.
visit-let-go = Baik, waktunya tidak dicatat.
visit-none = Tidak ada pelayanan yang sedang dicatat waktunya.
button-visit-begin = Mulai melayani
button-visit-over = Selesai: beri kode
button-visit-over-slip = Selesai melayani
visit-over-slip = Pelayanan selesai. Warga dapat menilai dengan kode di karcisnya.
button-visit-let-go = Batal catat waktu
guide-serving = <b>layani</b> – catat waktu mulai melayani (atau pindai karcis warga); berakhir saat Anda memberi kode
speed = Waktu pelayanan: separuh atau lebih dari { $n } kunjungan selesai dalam { $half } menit.{ $promised ->
        [0] {""}
       *[other] {" "}Dijanjikan { $promised } menit; { $within } % menepatinya.
    }
speed-of-several = Waktu pelayanan: { $within } % dari { $n } kunjungan selesai dalam waktu yang dijanjikan.
speed-few = Waktu pelayanan: baru { $n } kunjungan yang tercatat; ditampilkan mulai { $needed }.
speed-alone = Waktu pelayanan tidak ditampilkan: setiap hari hanya satu orang yang mencatatnya, dan lamanya bukan ukuran seseorang.

# Lembar kode kunjungan, untuk dipindai dari layar atau dicetak
visit-slip-what = Bagaimana pelayanan tadi? Nilailah tanpa nama, lewat ponsel Anda.
visit-slip-until = Sekali pakai, sampai { DATETIME($day, dateStyle: "long") }.
visit-slip-whatsapp = WhatsApp: pindai QR, lalu tekan kirim. Atau kirim { $code } ke +{ $number }.
visit-slip-telegram = Telegram: pindai QR, lalu ketuk Mulai. Atau kirim { $code } ke @{ $username }.
visit-slip-typed = Buka obrolan dengan Tilik, lalu ketik { $code } di sana.
visit-send = kunjungan { $code }
visit-slip-title = Kode kunjungan
visit-codes-enough = Untuk satu loket paling banyak { NUMBER($most) } kode kunjungan sehari, yang diberikan dan yang dicetak. { $left ->
    [0] Jatah hari ini sudah habis; besok ada lagi.
   *[other] Hari ini masih { NUMBER($left) }.
}
visit-codes-nowhere = Tidak ada loket dengan kode { $code }. Kode setiap loket ada di: tilik qr
visit-codes-one-file = Pilih satu: --pdf atau --csv. Kode yang tercetak dua kali hanya berlaku untuk yang pertama memakainya.
visit-codes-written = { NUMBER($count) } kode kunjungan untuk { $counter } ditulis ke { $file }, berlaku sampai { DATETIME($day, dateStyle: "long") }. Berikan kepada setiap warga seusai dilayani; setelah dicetak hapus berkasnya.

# Satu ponsel untuk banyak warga
assist-begin =
    Satu ponsel untuk beberapa warga. Setiap orang menilai dengan kode kunjungannya sendiri; penilaiannya dihitung terpisah, sebagai penilaian yang dibantu.

    Pesan di sini kami hapus sebelum orang berikutnya menilai. Selama itu catatan dan menu Anda tertutup.
choice-assist-begin = Mulai membantu
assist-next = Silakan ketik <b>kode kunjungan</b> Anda dari loket. Seusai menilai, jawaban Anda kami hapus dari ponsel ini.
assist-thanks = Terima kasih, penilaian Anda untuk <b>{ $service }</b> sudah tercatat. Jawaban Anda sudah kami hapus dari ponsel ini.
assist-wrong = Kode itu tidak dapat dipakai: mungkin salah ketik, sudah dipakai, atau masanya habis. Cocokkan, lalu ketik sekali lagi.
assist-only = Ponsel ini sedang dipakai bergantian, hanya untuk menilai dengan kode kunjungan. Untuk yang lain, pakailah ponsel Anda sendiri.
assist-not-here = Di { $channel } pesan tidak dapat kami hapus, sehingga orang berikutnya membaca jawaban orang sebelumnya. Untuk membantu beberapa warga menilai, pakailah Telegram.
assist-own-counter = Kode ini dari loket tempat Anda bertugas. Agar penilaiannya bebas, biarlah petugas loket lain yang membantu, atau warga menilai di ponselnya sendiri.
assist-over = Baik, ponsel ini kembali untuk Anda sendiri. Penilaian yang sudah diberikan tetap dihitung.
assist-none = Ponsel ini tidak sedang dipakai bergantian. Ketik <b>membantu</b> untuk memulainya.
button-assist-next = Orang berikutnya
button-assist-end = Selesai membantu
