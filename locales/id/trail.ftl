# Jejak: siapa melihat atau mengubah apa tentang seseorang. Keadaan: bagaimana Tilik berjalan.

trail-not-yours = Jejak hanya untuk pegawai yang terdaftar. Bila Anda pegawai, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
trail-gone = Jejak itu tidak ada, atau bukan jejak pegawai di unit Anda.
trail-who = Jejak siapa yang ingin Anda lihat? Bila namanya tidak ada di daftar, ketik sebagian namanya.
trail-mine = Saya sendiri
trail-title = <b>Jejak data { $name }</b>: siapa melihat atau mengubah apa. Isi datanya tidak tampil di sini, dan pembacaan ini pun tercatat.
trail-title-own = <b>Jejak data Anda</b>, 30 hari terakhir: siapa melihat atau mengubah apa tentang Anda. Seluruhnya: ketik <b>dataku</b>.
trail-none = Belum ada yang melihat atau mengubah apa pun.
trail-step = { DATETIME($day, dateStyle: "medium") }: { $who } { $deed }
trail-you = Anda
trail-person = { $name } ({ $title })
trail-acting-plt = { $who } sebagai Plt.
trail-acting-plh = { $who } sebagai Plh.
trail-acting-pj = { $who } sebagai Pj.
trail-acting-pjs = { $who } sebagai Pjs.
trail-acting-acting = { $who } sebagai pengganti atasan
trail-acting-above = { $who } sebagai atasan dari atasan langsung
trail-somebody = Seseorang yang sudah tidak tercatat
trail-operator = Operator Tilik
trail-clock = Tilik
button-trail-others = Jejak orang lain

# Perbuatan: dibaca sesudah nama pelakunya.
deed-look = melihat data
deed-other = melakukan perubahan
deed-look-saya = membuka nilai kinerja
deed-look-bukti = membuka bukti catatan kerja
deed-look-evaluasi = membuka evaluasi triwulan
deed-look-tertunda = melihat siapa yang belum dinilai
deed-look-bergabung = melihat siapa yang belum bergabung
deed-look-penilaian = membuka formulir penilaian
deed-look-setuju = membuka catatan kerja yang menunggu
deed-look-kembalikan = membuka catatan kerja untuk dikembalikan
deed-look-tim = membuka kabar tim
deed-look-apresiasi = membuka ucapan terima kasih
deed-look-luruskan = membuka data atasan
deed-look-verifikasi = membuka akun yang menunggu kepastian
deed-look-pegawai = membuka data kepegawaian
deed-look-jejak = membuka jejak ini
deed-look-permintaan = membuka permintaan tentang data
deed-look-pengaduan = membaca kedua pihak sebuah pengaduan
deed-setting = mengubah pengaturan
deed-ratings = mengunci jumlah penilaian warga
deed-counted = mengunci bukti terhitung
deed-quarantine = memutuskan penilaian yang ditahan
deed-held = memutuskan komentar warga yang ditahan
deed-voice = mendengarkan rekaman suara warga, atau menulis isinya
deed-rebuttal = menjawab kata warga tentang loketnya
deed-hearing = meminta kata pegawai tentang pengaduan
deed-complaint = menangani pengaduan warga
deed-review = mengisi tinjauan cara kerja
deed-seal = meminta atau menyetujui segel pengadu dibuka
deed-export-complaints = mengekspor pengaduan yang diteruskan
deed-export-log = mengekspor catatan kerja
deed-export-scores = mengekspor nilai
deed-export-survey = mengekspor lembar jawaban survei
deed-publish = menerbitkan hasil penilaian untuk umum
deed-incident = menyusun laporan insiden
deed-code = membuat kode pendaftaran
deed-codes = mencetak kode kunjungan
deed-chat = memastikan siapa pemilik obrolan baru
deed-join = menghubungkan obrolan
deed-approve = menyetujui catatan kerja
deed-return = mengembalikan catatan kerja
deed-raised = meneruskan catatan kerja yang lama menunggu ke satu tingkat di atasnya
deed-appraise = memberi penilaian triwulan
deed-received = mengonfirmasi penerimaan penilaian
deed-reply = menanggapi penilaian
deed-superior = mengubah atasan
deed-doubt = melaporkan atau memeriksa atasan yang keliru
deed-post = mengubah jabatan
deed-station = mengubah loket tugas
deed-duty = mengubah tugas
deed-team = mengubah tim kerja
deed-unit = mengubah unit
deed-standard = mengubah standar layanan
deed-counter = mengubah loket
deed-left = mencatat akhir masa tugas
deed-leave = mencatat cuti atau dinas luar
deed-name = mengubah nama
deed-nip = mengubah NIP
deed-calendar = mengubah hari kerja
deed-intake = memutuskan tentang berkas kantor
deed-import = memasukkan data dari berkas kantor
deed-request = meminta atau menyelesaikan perbaikan data
deed-erase = menghapus data
deed-resume = melanjutkan Tilik setelah basis data dipulihkan
deed-work = mencatat sidik catatan kerja dan penilaian kinerja yang sudah ada
deed-secret = mengganti rahasia Tilik

condition-not-yours = Keadaan Tilik hanya untuk operator Tilik yang terdaftar.
condition-title = <b>Keadaan Tilik</b>
condition-inbox = { $count ->
    [0] Pesan masuk yang menunggu: tidak ada
   *[other] Pesan masuk yang menunggu: { NUMBER($count) }, terlama { NUMBER($minutes) } menit
}
condition-aside = Pesan masuk yang gagal: { NUMBER($dead) }; yang tidak terbaca: { NUMBER($aside) }
condition-overdue = Permintaan data pribadi yang lewat 3 x 24 jam: { NUMBER($count) }. Bagian kepegawaian perlu segera menjawabnya (ketik permintaan).
condition-letters = { $count ->
    [0] Pesan keluar yang menunggu: tidak ada
   *[other] Pesan keluar yang menunggu: { NUMBER($count) }, terlama { NUMBER($minutes) } menit
}
condition-held = Pesan keluar yang ditahan: { NUMBER($count) }
condition-sealed = Jejak disegel terakhir: { DATETIME($day, dateStyle: "medium") }
condition-unsealed = Jejak belum pernah disegel
condition-away = Terakhir terhenti dan berjalan kembali: { DATETIME($day, dateStyle: "medium") }
condition-chat = Nama obrolan ini, untuk TILIK_ALARM_CHAT: { $chat }
condition-size = Besar basis data: { NUMBER($size) } MB
condition-stuck = Kode gangguan terbaru:
condition-reference = { $reference }, { DATETIME($day, dateStyle: "medium") }
condition-stuck-how = Kode yang sama ada di log server, bersama sebabnya. Pesannya dicoba lagi atau ditutup di server (docs/operations.md).
button-condition-again = Perbarui

# Ditahan: komentar yang menyalahkan, menghina, atau menyebut uang tentang seorang petugas.
ditahan-not-yours = Komentar yang ditahan hanya untuk tim pengawas yang terdaftar. Bila Anda anggotanya dan obrolan ini belum terdaftar, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
ditahan-gone = Komentar itu tidak ada di unit yang Anda awasi.
ditahan-none = Tidak ada komentar yang ditahan di unit yang Anda awasi.
ditahan-title = <b>Komentar yang ditahan</b> ({ NUMBER($number) } dari { NUMBER($count) })
ditahan-overdue = Menunggu lebih dari { NUMBER($days) } hari kerja: { NUMBER($count) }
ditahan-where = { $counter }, { $service }. Tulisan ini mungkin menyalahkan atau menuduh seorang petugas, jadi kepala unitnya belum dapat membacanya. Bila ditampilkan, kepala unit membacanya bersama kata warga lain; bila ditahan, tidak ada yang membacanya selain tim pengawas.
ditahan-settled = Komentar itu sudah diputuskan oleh anggota tim yang lain.
held-file = Dari pengaduan <b>{ $number }</b>, { $unit }. Boleh dilihat oleh yang menangani? ({ NUMBER($n) } dari { NUMBER($count) })
held-file-document = Dokumen dikirim apa adanya: di dalamnya dapat tertulis siapa yang membuatnya.
held-voice = Rekaman suara dari pengaduan <b>{ $number }</b>, { $unit }. Suara menunjukkan orangnya, jadi hanya tim pengawas yang mendengarnya; bahwa Anda mendengarnya tercatat di jejak. ({ NUMBER($n) } dari { NUMBER($count) })
held-voice-heard = Rekaman suara dari pengaduan <b>{ $number }</b>. Tuliskan isinya tanpa yang menunjukkan siapa warganya; unitnya membaca tulisan itu.
button-voice-hear = Dengarkan
button-voice-line = Tulis isinya
button-voice-weighty = Uang atau wewenang
voice-line = Apa yang dikatakan di rekaman suara pengaduan { $number }? Unitnya dan warganya membaca kalimat ini, tanpa suaranya.
voice-card =
    Yang akan dibaca unit dan warga pengaduan { $number }:
    “{ $words }”
    .gist = Kirim isi rekaman ini?
voice-line-done = Tersimpan. Unitnya dan warga yang mengadukan { $number } sudah kami kabari.
voice-weighty-done = Pengaduan { $number } sekarang hanya di tangan tim pengawas, dan sudah tidak dibaca unitnya. Kabar pertama untuk warga paling lambat { DATETIME($due, dateStyle: "full") }.
held-file-link = { $link }
held-file-none = Tidak ada foto, dokumen, atau rekaman suara yang menunggu.
held-file-settled = Itu sudah diputuskan.
held-file-y = Kini dapat dilihat oleh yang menangani pengaduan itu.
held-file-x = Tidak diperlihatkan kepada yang menangani.
held-file-z = Kembali menunggu.
button-held-files = Kiriman warga ({ $count })
button-held-files-next = Kiriman lain
button-held-files-after = Berikutnya
ditahan-done-y = Komentar itu akan termasuk <b>kata warga</b> di ringkasan unitnya, bersama komentar lain dari loket itu.
ditahan-done-x = Komentar itu tetap ditahan dan tidak tampil kepada siapa pun.
ditahan-done-z = Komentar itu kembali ke daftar yang ditahan.
button-ditahan = Komentar ditahan
button-ditahan-y = Tampilkan
button-ditahan-x = Tahan
button-ditahan-z = Batalkan
button-ditahan-next = Berikutnya
prompt-held = Halo, { $name }. { NUMBER($count) } komentar atau kumpulan penilaian warga sudah menunggu lebih dari { NUMBER($days) } hari kerja untuk diputuskan tim pengawas.
