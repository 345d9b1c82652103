# Data pribadi: pemberitahuan, salinan data, koreksi, penghapusan.

command-privasi = Data Anda: untuk apa, berapa lama
title-koreksi = koreksi data Anda
title-hapus = penghapusan data
title-permintaan = permintaan pegawai

open-privasi = privasi | pemberitahuan privasi
open-dataku = dataku | data saya
open-koreksi = koreksi data | perbaiki data | data saya keliru
open-hapus = hapus | hapus data | hapus data saya
open-permintaan = permintaan | permintaan data

button-understood = Saya mengerti
button-notice = Baca pemberitahuan
button-mine = Salinan data saya
button-amend = Koreksi data
button-erase = Hapus data

notice-staff =
    <b>Data Anda di Tilik</b>
    • Dasar: tugas pelayanan publik dan pengelolaan kinerja ASN (UU 20/2023, PP 30/2019, PermenPANRB 6/2022).
    • Tujuan: mencatat pekerjaan, menunjukkan capaian, menjawab pengaduan, menyampaikan kabar kepada Anda.
    • Jenis: data kepegawaian dan kinerja, sebatas yang diperlukan untuk itu.
    • Rincian: nama, NIP, jabatan, unit, atasan, obrolan ini, catatan kerja dan buktinya, mulainya pelayanan yang sedang berjalan, cuti, target, penilaian, penjelasan Anda atas pengaduan dan kata warga.
    • Disimpan: selama diwajibkan aturan kearsipan; obrolan ini sampai Anda melepasnya.
    • Diproses: selama Anda bertugas di sini.
    • Hak Anda: ketik <b>dataku</b>, <b>koreksi data</b>, <b>hapus</b>, <b>berhenti</b>.
notice-citizen =
    <b>Data Anda di Tilik</b>
    • Dasar: survei dan pengaduan pelayanan publik (UU 25/2009, PermenPANRB 14/2017).
    • Tujuan: memperbaiki layanan dan menjawab pengaduan; nilai Anda hanya dihitung bersama nilai warga lain. Hasil per unit dapat diterbitkan.
    • Jenis: pendapat tentang layanan, tanpa data diri; bila Anda berkenan, kelompok seperti usia atau pendidikan, yang dihitung sendiri-sendiri dan tidak terhubung dengan jawaban Anda; siapa yang mengadu hanya di balik segel, yang dibuka dua pengawas bersama, dengan alasan, dan Anda diberi tahu.
    • Rincian: jawaban dan kata-kata Anda, dengan hari dan loketnya. Tidak ada nama atau nomor; jamnya hanya sampai pemeriksaan malam itu, untuk menemukan penilaian palsu. Nomor di dalam tulisan Anda kami tutupi, kecuali dalam laporan untuk tim pengawas, yang tersegel. Pada pengaduan juga berkas yang Anda kirim, tersegel, dan tempatnya; suara hanya didengar tim pengawas. Bila Anda menyimpan bukti, sidik kodenya tersimpan di samping nomor penilaian, tanpa Anda.
    • Disimpan: jawaban tetap ada tanpa kaitan dengan Anda; kata-kata { NUMBER($months) } bulan; segel pengadu { NUMBER($days) } hari setelah pengaduannya selesai; permintaan dikabari (loket, unsur, bulan, segel; tanpa nilai dan tanggal) sampai dikabari, paling lama 90 hari; alamat obrolan ini paling lama sampai esok harinya.
    • Diproses: kaitan penilaian dengan obrolan ini diputus setelah 15 menit.
    • Hak Anda: ketik <b>dataku</b> atau <b>hapus</b>.
notice-office = Data ini dikelola oleh { $office }. { $contact }
notice-dpo = Pertanyaan tentang data: { $contact }.
notice-dpo-none = Pertanyaan tentang data: silakan sampaikan di kantor kami.
join-notice =
    { $about }

    { $contact }

    { $speaks }
    .gist = Pemberitahuan data pribadi: sudah dibaca?
notice-speaks = Dengan melanjutkan, Anda setuju Tilik menyapa Anda lebih dulu di obrolan ini, misalnya untuk mengingatkan catatan. Ketik <b>berhenti</b> kapan saja untuk mengakhirinya.
notice-new = Pemberitahuan tentang data Anda sudah diperbarui.

# dataku

mine-citizen =
    Kami tidak tahu siapa Anda. Yang tersimpan hanyalah alamat obrolan ini di { $channel }, dan bahasanya ({ $language }). Bila tidak ada yang sedang diisi, alamat itu kami hapus paling lambat esok hari.

    Penilaian disimpan tanpa kaitan dengan obrolan ini, sehingga tidak dapat kami tunjukkan sebagai milik Anda. Untuk menghapus semuanya sekarang, ketik <b>hapus</b>.
mine-form = Formulir yang sedang Anda isi juga tersimpan sampai selesai, dibatalkan, atau waktunya habis.
mine-complaints = { NUMBER($count) } pengaduan terhubung dengan obrolan ini, di balik segel yang hanya dapat dibuka dua pengawas bersama:
mine-here = Ini semua yang kami simpan tentang Anda, beserta jejak siapa yang melihat atau mengubahnya. Di dalam PDF ini terlampir berkas JSON yang dapat dibaca komputer. Bila ada yang keliru, ketik <b>koreksi data</b>.
mine-gone = Salinan itu tidak dapat dibuat di obrolan ini lagi. Ketik <b>dataku</b> untuk memintanya lagi.

# koreksi

amend-stranger = Koreksi data ini untuk pegawai yang sudah terdaftar. Untuk mengubah penilaian yang baru Anda berikan, ketuk <b>Ubah penilaian</b> dalam 15 menit.
amend-which = Data mana yang perlu dikoreksi? Bila atasannya, langsung sebutkan yang benar; yang lain dijawab bagian kepegawaian dalam 3 x 24 jam.
amend-field-name = Nama
amend-field-nip = NIP
amend-field-post = Jabatan
amend-field-unit = Unit kerja
amend-field-superior = Atasan
amend-field-leave = Cuti atau dinas luar
amend-field-other = Lainnya
amend-words = { $field }: tuliskan yang benar, dan sejak kapan bila perlu.
amend-sent = Terima kasih, sudah kami sampaikan kepada bagian kepegawaian. Jawabannya paling lambat { DATETIME($day, dateStyle: "long") }; Anda kami kabari.
amend-sent-nowhere = Terima kasih, sudah kami simpan. Admin kepegawaian belum terjangkau lewat Tilik, jadi mohon sampaikan juga langsung kepada bagian kepegawaian.
amend-said = { $field }: { $words }

# permintaan (bagian kepegawaian)

request-amend = { $name } meminta koreksi data. { $field }: <b>{ $words }</b>
request-erase = { $name } meminta penghapusan data: <b>{ $words }</b>
request-due = Jawaban paling lambat { DATETIME($day, dateStyle: "long") } (3 x 24 jam).
request-overdue = Batas 3 x 24 jam sudah lewat ({ DATETIME($day, dateStyle: "long") }). Mohon segera dijawab.
button-request-correct = Perbaiki
button-request-done = Sudah diperbaiki
button-request-erased = Sudah dihapus
button-request-refuse = Tolak dengan alasan
request-why = Apa alasannya? Alasan ini disampaikan kepada { $name }.
request-told = { $name } sudah kami beri tahu.
request-untold = { $name } belum terjangkau lewat Tilik. Mohon sampaikan langsung.
request-closed-done = Permintaan { $name } tercatat sudah dipenuhi.
request-closed-refused = Permintaan { $name } ditolak dengan alasan itu.
request-settled = Permintaan { $name } sudah dijawab pada { DATETIME($day, dateStyle: "long") }.
request-gone = Permintaan itu tidak ada di unit Anda.
request-not-yours = Ini untuk bagian kepegawaian.
request-none = Tidak ada permintaan yang menunggu.
request-title = { $late ->
    [0] { NUMBER($count) } permintaan menunggu jawaban. Pilih satu.
   *[other] { NUMBER($count) } permintaan menunggu jawaban, { NUMBER($late) } di antaranya lewat batas. Pilih satu.
}
button-request-late = ⚠ { $name }
button-request-list = Lihat yang menunggu
request-answer-amend-done = Data Anda sudah dikoreksi ({ $field }). Ketik <b>siapa</b> untuk memeriksanya.
request-answer-amend-refused = Koreksi data Anda ({ $field }) tidak dapat dipenuhi. Alasannya: { $words }
request-answer-erase-done = Penghapusan data yang Anda minta sudah dilakukan.
request-answer-erase-refused = Penghapusan data yang Anda minta tidak dapat dipenuhi. Alasannya: { $words }

# hapus

erase-staff =
    <b>Yang dapat dihapus sekarang juga</b>
    • kaitan semua obrolan Anda dengan Tilik, dan pilihan bahasa serta salurannya;
    • isian yang belum selesai, dan berkas yang tidak menjadi bukti catatan;
    • kode pendaftaran yang belum dipakai.

    <b>Yang tetap disimpan, dan mengapa</b>
    • data kepegawaian, catatan kerja dan buktinya, target, evaluasi, penilaian: arsip negara (UU 43/2009) dan tugas pengelolaan kinerja (PP 30/2019);
    • jejak siapa melihat atau mengubah data Anda: bukti bagi Anda sendiri (UU 27/2022).

    Sesudahnya kami tidak mengenali Anda di sini; untuk masuk lagi Anda memerlukan kode baru dari bagian kepegawaian.
erase-citizen =
    Yang dihapus: alamat obrolan ini, bahasanya, isian yang belum selesai, permintaan untuk dikabari, dan kaitannya dengan penilaian hari ini. Penilaian yang sudah diberikan tetap dihitung, tanpa kaitan dengan Anda.

    Sampai hari ini berakhir, tersimpan satu tanda tanpa nama, agar satu orang tidak menilai layanan yang sama dua kali.
button-erase-now = Hapus sekarang
button-erase-more = Minta hapus lainnya
erase-words = Apa lagi yang ingin Anda hapus, dan mengapa? Bagian kepegawaian menjawab dalam 3 x 24 jam.
erase-done-staff = Sudah dihapus. Obrolan ini tidak lagi terhubung dengan Anda.
erase-done-citizen = Sudah dihapus. Yang tersisa hilang segera setelah pesan ini terkirim.
erase-complaints = Identitas Anda pada { NUMBER($count) } pengaduan ikut dihapus. Pengaduannya tetap ditangani, tetapi kabarnya tidak dapat lagi sampai kepada Anda.

# masa simpan, untuk pengaturan

retention-words = Lama simpan kata-kata warga (hari)
retention-evidence = Lama simpan berkas bukti catatan (hari)
retention-requests = Lama simpan permintaan yang sudah dijawab (hari)
retention-codes = Lama simpan kode pendaftaran terpakai (hari)
