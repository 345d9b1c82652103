# Hari libur: kalender kerja unit

libur-title = <b>Hari libur { $unit }</b> ({ $week } hari kerja seminggu)
libur-line = • { $weekday }, { DATETIME($day, dateStyle: "medium") }: { $name } ({ $kind })
libur-kind-libur-nasional = libur nasional
libur-kind-cuti-bersama = cuti bersama
libur-kind-libur-daerah = libur daerah
libur-kind-masuk = cuti bersama dibatalkan, masuk kerja
libur-basis = Dasar: { $decree }.
libur-none = Belum ada hari libur yang ditetapkan untuk hari-hari mendatang.
libur-ramadan = Ramadan { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }: jam kerja sampai pukul { $hour }.
libur-not-staff = Kalender ini untuk pegawai yang terdaftar. Bila Anda pegawai, minta kode pendaftaran di kantor Anda, lalu ketik: daftar KODE
libur-not-yours = Hari libur unit hanya diatur admin kepegawaian.
libur-gone = Hari libur itu tidak ada, atau sudah ditarik kembali.
libur-no-joint = Tidak ada cuti bersama mendatang yang dapat dibatalkan.
libur-unit = Untuk unit mana? Unit di bawahnya ikut.
libur-which = Cuti bersama mana yang tetap masuk kerja di { $unit }?
libur-joint = { DATETIME($day, dateStyle: "medium") }: { $name }
libur-day = Tanggal berapa { $unit } libur?
libur-name = Apa nama hari libur itu? ({ $day })
libur-decree = Berdasarkan keputusan atau surat edaran apa? Tulis nomornya, misalnya: Keputusan Bupati Nomor 45 Tahun 2026
libur-too-early = { DATETIME($day, dateStyle: "long") } terlalu awal. Mohon pilih { DATETIME($earliest, dateStyle: "long") } atau sesudahnya.
libur-too-late = { DATETIME($day, dateStyle: "long") } terlalu jauh. Mohon pilih tanggal dalam setahun ke depan.
libur-added = ✓ { DATETIME($day, dateStyle: "long") } libur di { $unit }: { $name }. Pada hari itu tidak ada pengingat, dan hari itu tidak dihitung.
libur-worked = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) tetap hari kerja di { $unit }.
libur-back = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) tidak lagi libur.
libur-worked-back = ✓ { DATETIME($day, dateStyle: "long") } ({ $name }) kembali menjadi hari libur.
button-libur-add = Tambah libur daerah
button-libur-worked = Cabut cuti bersama
button-libur-back = Tarik: { $name }
button-libur-undo = Tarik kembali
button-libur-list = Lihat hari libur

decree-numbered = { $title }, Nomor { $number }
decree-without-number = { $title } (nomor belum kami catat)
decree-already = { DATETIME($day, dateStyle: "long") } sudah hari libur di sana.
decree-over = { DATETIME($day, dateStyle: "long") } sudah lewat, jadi tidak dapat lagi dijadikan hari kerja.
decree-not-joint = { DATETIME($day, dateStyle: "long") } bukan cuti bersama di sana. Hanya cuti bersama yang dapat dibatalkan.
decree-of-year = { DATETIME($day, dateStyle: "long") } termasuk kalender tahunan. Mohon minta operator memasukkan kalender yang sudah diperbaiki.
decree-years = Berkas kalender harus memuat hari libur tepat satu tahun; di sini ada { NUMBER($count) } tahun.
decree-twice = { DATETIME($day, dateStyle: "long") } tertulis dua kali.
decree-lacks = { DATETIME($day, dateStyle: "long") } belum ada sebagai libur_nasional, padahal hari itu libur setiap tahun.
ramadan-length = Ramadan berlangsung { $least } atau { $most } hari. Mohon periksa tanggalnya.
ramadan-hour = Jam kerja Ramadan berakhir antara pukul 12.00 dan 16.00.

# tilik office calendar
calendar-line = { DATETIME($day, dateStyle: "full") }: { $name } ({ $kind }; { $unit }){ $number ->
        [0] {""}
       *[other] {" "}[{ NUMBER($number, useGrouping: "false") }]
    }{ $back ->
        [yes] {" "}(ditarik kembali)
       *[no] {""}
    } – { $decree }
calendar-everywhere = semua unit
calendar-count = Tahun { $year }: { NUMBER($days) } hari kerja, { $week } hari seminggu.
calendar-no-history = Tidak ada yang ditambahkan untuk tahun itu.
calendar-added = { DATETIME($day, dateStyle: "long") } libur ({ $unit }): { $name }. Nomor { NUMBER($number, useGrouping: "false") }; untuk menariknya: tilik office calendar take-back { NUMBER($number, useGrouping: "false") }
calendar-worked = { DATETIME($day, dateStyle: "long") } ({ $name }) tetap hari kerja ({ $unit }). Nomor { NUMBER($number, useGrouping: "false") }; untuk menariknya: tilik office calendar take-back { NUMBER($number, useGrouping: "false") }
calendar-back = Ditarik kembali: { DATETIME($day, dateStyle: "long") }, { $name } ({ $kind }).
calendar-bad-day = “{ $value }” bukan tanggal. Tulis seperti 2027-06-22.
calendar-bad-words = Nama atau nomor keputusan itu kosong atau lebih panjang dari 200 huruf.
calendar-no-unit = Tidak ada unit bernama “{ $name }”.
calendar-year-added = Kalender { $year } disimpan: { NUMBER($days) } hari.
calendar-not-packaged = Keputusan tahun { $year } tidak ada di Tilik. Masukkan dengan tilik office calendar add-year BERKAS --decree NOMOR.
calendar-numbered = Nomor keputusan { $year }: { $number }
calendar-columns = Kolom ini tidak ada di berkas: { $names }. Baris pertama berisi tanggal, jenis, nama.
calendar-row = Baris { NUMBER($row) }, kolom { $column }: isinya belum benar. Tanggal seperti 2028-01-01; jenis libur_nasional atau cuti_bersama; nama tidak kosong.
