# Perintah "tilik skm": nilai resmi dari lembar jawaban.

skm-title = { $survey ->
    [skm-2017] Survei Kepuasan Masyarakat
   *[other] { $survey } (bukan IKM)
 }: { $file }

skm-head-number = No
skm-head-element = Unsur
skm-head-n = Jawaban
skm-head-mean = NRR
skm-head-score = Nilai
skm-head-band = Mutu

skm-count = { NUMBER($count) }
skm-mean = { NUMBER($mean, minimumFractionDigits: 3, maximumFractionDigits: 3) }
skm-score = { NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) }
skm-unknown = –

skm-ikm = { $survey ->
    [skm-2017] IKM
   *[other] Nilai
 } { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) }, mutu { $letter } ({ $meaning })
skm-reconciled = Angka pencocokan dengan bobot { NUMBER($weight, maximumFractionDigits: 6) }: { NUMBER($ikm, minimumFractionDigits: 2, maximumFractionDigits: 2) }, mutu { $letter } ({ $meaning })
skm-respondents = Responden: { NUMBER($n) }
skm-respondents-unknown = Responden: tidak tercantum dalam lembar rata-rata
skm-target-reached = Sasaran sampel: { NUMBER($target) } responden, terpenuhi
skm-target-missed = Sasaran sampel: { NUMBER($target) } responden. Hasil ini sementara ({ NUMBER($n) } dari { NUMBER($target) }).
skm-target-unknown = Sasaran sampel: { NUMBER($target) } responden. Hasil ini sementara karena jumlah responden tidak tercantum.

skm-lowest = Tiga unsur terendah:
skm-lowest-element = - { $element } ({ NUMBER($score, minimumFractionDigits: 2, maximumFractionDigits: 2) })

skm-excluded = Tidak ikut dihitung karena bukan jawaban 1 sampai 4: { NUMBER($count) } isian
skm-excluded-cell = - baris { $row }, kolom { $column }: { $value }
skm-excluded-more = - dan { NUMBER($count) } lagi (daftar lengkap: tambahkan --json)

table-missing = Berkas { $file } tidak ditemukan. Periksa nama dan foldernya.
table-closed = Berkas { $file } tidak dapat dibuka ({ $reason }). Periksa apakah itu sebuah berkas dan apakah Anda boleh membacanya.
table-broken = Berkas { $file } tidak dapat dibaca sebagai tabel. Simpan ulang sebagai CSV atau XLSX tanpa kata sandi, lalu coba lagi.
table-locked = Berkas { $file } dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu coba lagi.
table-empty = Berkas { $file } kosong. Isilah satu baris judul kolom, lalu data di baris-baris di bawahnya.
table-large = Berkas { $file } terlalu besar. Paling besar { NUMBER($most) } MB.
table-long = Berkas { $file } berisi lebih dari { NUMBER($most) } baris. Bagi menjadi beberapa berkas.
table-heavy = Berkas { $file } terlalu berat untuk dibaca. Salin isinya ke buku kerja baru atau simpan sebagai CSV, lalu coba lagi.

skm-no-columns = Tidak ada kolom unsur di berkas ini. Beri judul kolom U1 sampai U{ $parts } atau { $keys }; untuk lembar rata-rata, beri judul kolom key dan mean.
skm-missing-columns = Kolom unsur belum lengkap, yang tidak ada: { $keys }. Tambahkan kolomnya, atau pilih survei yang dipakai dengan --instrument, lalu coba lagi.
skm-missing-means = Rata-rata unsur belum lengkap, yang tidak ada: { $keys }. Tambahkan barisnya, lalu coba lagi.
skm-twice = Unsur { $key } ada dua kali: { $first } dan { $second }. Hapus salah satunya, atau pilih urutan nomor yang lain dengan --numbering.
skm-no-answers = Tidak ada satu pun jawaban 1 sampai 4 di berkas ini. Isilah satu baris untuk setiap responden, lalu coba lagi.
skm-unanswered = Tidak ada jawaban 1 sampai 4 untuk unsur { $keys }, sehingga IKM tidak dapat dihitung. Lengkapi kolomnya, lalu coba lagi.
skm-no-mean = Baris { $row }: rata-rata { $key } harus berupa angka dari 1 sampai 4, bukan { $value }. Perbaiki, lalu coba lagi.
skm-bad-weight = Bobot harus lebih dari 0 dan paling besar 1/{ $parts }, misalnya 0.11. Yang diberikan: { $given }.
skm-bad-population = Jumlah orang yang dilayani paling sedikit 1. Yang diberikan: { $given }.
skm-bad-numbering = Urutan nomor unsur tidak dikenal. Pilih salah satu: { $known }.

element-persyaratan = Persyaratan
element-prosedur = Sistem, mekanisme, dan prosedur
element-waktu = Waktu penyelesaian
element-biaya = Biaya/tarif
element-produk = Produk spesifikasi jenis pelayanan
element-kompetensi = Kompetensi pelaksana
element-perilaku = Perilaku pelaksana
element-pengaduan = Penanganan pengaduan, saran dan masukan
element-sarpras = Sarana dan prasarana

band-a = Sangat baik
band-b = Baik
band-c = Kurang baik
band-d = Tidak baik

skm-read = Kolom dibaca begini:
skm-read-column = - { $column } → { $element }
skm-lettered = Huruf a sampai d dibaca sebagai 1 sampai 4, seperti urutan pada formulir resmi.
skm-unread = Kolom yang tidak dibaca: { $columns }
skm-skipped = Baris yang bukan jawaban responden, tidak dibaca: { $rows }
skm-more-elements = Lembar ini memuat lebih dari { $parts } unsur ({ $columns }), sedangkan { $survey ->
    [skm-2017] SKM resmi
   *[other] { $survey }
 } memakai { $parts } unsur. Agar angkanya tidak menyesatkan, lembar ini tidak dihitung. Sisakan { $parts } unsurnya, atau pilih survei yang dipakai dengan --instrument, lalu coba lagi.
skm-scale = Lembar ini memuat jawaban sampai { $most }, jadi skalanya bukan 1 sampai 4. { $survey ->
    [skm-2017] SKM resmi
   *[other] { $survey }
 } memakai jawaban 1 sampai 4. Ubah jawabannya ke skala itu, lalu coba lagi.
skm-own-heads = Lembar ini memuat unsur survei kantor sendiri ({ $columns }), bukan SKM saja. Jalankan lagi dengan --instrument { $key }, atau dengan --instrument skm-2017 bila yang diminta hanya sembilan unsur SKM.
skm-no-survey = Survei { $given } tidak dikenal. Pilih salah satu: { $known }, atau berkas survei (.toml).
