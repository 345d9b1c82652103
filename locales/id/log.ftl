# Catatan harian: catat, riwayat, bukti, cuti.

log-not-staff = Ini untuk pegawai yang sudah terdaftar. Bila Anda pegawai, minta kode pendaftaran di bagian kepegawaian, lalu ketik: daftar KODE
log-begun = Kami catat: “{ $activity }”. Bukan pekerjaan? Ketik <b>batal</b>.
log-activity = Apa yang Anda kerjakan? Tulis singkat saja, atau kirim foto dengan keterangan.
log-activity-shown = Sudah kami simpan sebagai bukti. Apa yang Anda kerjakan? Tulis singkat saja.
evidence-full = Satu catatan memuat paling banyak { NUMBER($most) } bukti. Yang ini belum kami simpan.
log-target = Untuk sasaran yang mana?
log-direct = Tugas langsung atasan
log-amount = Berapa banyak ({ $measure })?
log-amount-any = misalnya 3 berkas
log-day = Kapan Anda mengerjakannya?
log-hours = Dari jam berapa sampai jam berapa? Misalnya 08.00-10.30.
log-evidence = Silakan kirim foto, dokumen, pesan suara, atau tautan.
log-card =
    <b>{ $activity }</b>
    Sasaran: { $target }
    Jumlah: { $amount }
    Hari: { $day }
    Jam: { $hours }
    Bukti: { $evidence }{ $reason ->
        [none] {""}
       *[other] {""}
            Alasan dikembalikan: { $reason }
    }

    Sudah sesuai?
log-card-none = –
log-card-evidence = { NUMBER($count) } berkas
log-card-measure = { $amount } (sasaran dihitung dalam { $measure }, jadi jumlah ini tidak ikut dijumlahkan)
log-step-save = ✓ Simpan
log-step-evidence = Tambah bukti
log-step-amount = Ubah jumlah
log-step-day = Ubah hari
log-step-hours = Isi jam
log-step-activity = Ubah uraian
log-step-target = Ubah sasaran
log-step-bare = Hapus bukti

# Di kartu catatan: kata yang minta sesuatu diubah (selain word-change), dan nama tiap bagian.
log-wrong = salah | keliru | ralat | perbaiki | betulkan | isi | tulis
log-part-activity = uraian | uraiannya | kegiatan | kegiatannya | pekerjaan | pekerjaannya
log-part-target = sasaran | sasarannya | target | targetnya | rhk
log-part-amount = jumlah | jumlahnya | banyak | banyaknya | volume | volumenya
log-part-day = hari | harinya | tanggal | tanggalnya | tgl
log-part-hours = jam | jamnya | waktu | waktunya | pukul
log-part-evidence = bukti | buktinya | lampiran | lampirannya | foto | fotonya

log-saved = ✓ Tercatat: { $activity }. Nomor catatan: <b>{ $receipt }</b>
log-corrected = ✓ Sudah diperbaiki: { $activity }. Nomor catatan tetap <b>{ $receipt }</b>
log-waits-for = Menunggu persetujuan { $name }.
log-waits-for-nobody = Atasan Anda belum tercatat di Tilik. Catatan ini aman; mohon sampaikan kepada bagian kepegawaian.
log-waits-unjoined = { $name }, atasan Anda, belum bergabung di Tilik. Catatan Anda tetap tersimpan dan menunggu beliau.
log-waits-above = { $superior }, atasan Anda, belum bergabung di Tilik, jadi untuk sementara { $name } yang memeriksa.
prompt-alone = Belum ada atasan Anda di Tilik yang dapat menyetujui catatan kerja, jadi kami tidak mengingatkan Anda setiap sore. Anda tetap boleh mencatat kapan saja, dan semuanya tersimpan.

prompt-log = Apa yang Anda kerjakan hari ini, { DATETIME($day, dateStyle: "long") }? Satu baris sudah cukup.
prompt-log-drafts = Apa yang Anda kerjakan hari ini, { DATETIME($day, dateStyle: "long") }? Tulis saja dalam satu baris, atau ketuk yang sama seperti terakhir kali.

button-log-new = Tulis baru
button-log-more = Catat lagi
button-history = Riwayat
button-me = Nilai saya
button-leave-today = Saya cuti hari ini
button-entry-correct = Perbaiki
button-withdraw = Tarik
button-restore = Pulihkan
button-evidence-photo = Bukti { $n }: foto
button-evidence-document = Bukti { $n }: dokumen
button-evidence-voice = Bukti { $n }: suara
button-evidence-link = Bukti { $n }: tautan

entry-not-found = Catatan itu tidak ada di riwayat Anda.
entry-closed-approved = Catatan ini sudah disetujui. Bila ada yang keliru, mintalah atasan Anda mengembalikannya.
entry-closed-withdrawn = Catatan ini sudah ditarik. Pulihkan dulu dari riwayat, lalu perbaiki.
entry-full =
    <b>{ $activity }</b>
    { DATETIME($day, dateStyle: "long") } · { $receipt } · { $state }
    Sasaran: { $target }
    Jumlah: { $amount }
    Jam: { $hours }
entry-reason = Alasan dikembalikan: { $reason }
history-title = <b>Catatan Anda</b>, yang terbaru di atas. Ketuk atau ketik nomornya untuk membuka.
history-line = { $n }. { DATETIME($day, dateStyle: "medium") } · { $activity } · { $amount } · <i>{ $state }</i>
history-returned-meanwhile = Selama obrolan ini tidak dapat kami hubungi, { NUMBER($count) } catatan Anda dikembalikan dan menunggu perbaikan.
history-none = Belum ada catatan. Ketik “catat” kapan saja; satu baris sudah cukup.
evidence-file = Bukti untuk { $receipt }
evidence-link = Bukti untuk { $receipt }: { $link }

leave-when = Kapan Anda cuti atau dinas luar? Pada hari itu kami tidak bertanya apa-apa, dan hari itu tidak dihitung.
leave-other = Tanggal lain
leave-first = Mulai tanggal berapa?
leave-last = Sampai tanggal berapa?
leave-too-early = { DATETIME($day, dateStyle: "long") } terlalu awal. Mohon pilih { DATETIME($earliest, dateStyle: "long") } atau sesudahnya.
leave-too-late = { DATETIME($day, dateStyle: "long") } terlalu jauh. Mohon pilih tanggal dalam setahun ke depan.
leave-day = ✓ { $kind ->
        [travel] Dinas luar
       *[leave] Cuti
    } dicatat untuk { DATETIME($first, dateStyle: "long") }.
leave-days = ✓ { $kind ->
        [travel] Dinas luar
       *[leave] Cuti
    } dicatat dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }.
leave-means = Kami tidak akan mengingatkan Anda, dan hari itu tidak mengurangi nilai Anda. { $kind ->
        [travel] Surat tugasnya
       *[leave] Izin cutinya
    } sendiri tetap diurus di kantor.
leave-cancelled = ✓ { $kind ->
        [travel] Dinas luar
       *[leave] Cuti
    } { $days ->
        [1] { DATETIME($first, dateStyle: "long") }
       *[other] { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }
    } dibatalkan. Kami akan menyapa Anda lagi seperti biasa.
leave-cancel-day = Batalkan { $what } { DATETIME($first, dateStyle: "medium") }
leave-cancel = Batalkan { $what } { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }
leave-not-found = Cuti itu tidak ada, atau sudah dibatalkan.
button-leave-undo = Batalkan cuti ini
button-travel-undo = Batalkan dinas luar
button-leave-call = { $kind ->
    [travel] Ini cuti
   *[leave] Ini dinas luar
}
