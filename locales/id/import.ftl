# Berkas kantor: tilik import, dan berkas yang dikirim dalam obrolan.

import-line-new = + { $what }: { $as }
import-line-changed = ~ { $what }: { $changes }
import-line-ended = − { $what }: { $as }
import-and = { $first }; { $rest }
import-post = { $title }, { $unit }
import-left = keluar
import-left-on = keluar, hari terakhir { DATETIME($day, dateStyle: "long") }
people-old-nip-unknown = NIP lama ini belum tercatat, begitu juga NIP barunya. Periksa NIP-nya, atau kosongkan.
people-old-nip-two = NIP lama dan NIP baru tercatat sebagai dua orang. Kosongkan isian ini.
import-otherwise = Sejak berkas ini diperiksa, data kantor sudah berubah, sehingga isinya kini berarti lain. Kirim berkasnya sekali lagi.
import-template-written = Berkas { $file } siap diisi; baris contohnya tidak ikut masuk. Biarkan kolom NIP sebagai teks.
import-template-plain = Berkas { $file } siap diisi; baris contohnya tidak ikut masuk.
import-nobody = NIP ini belum tercatat. Masukkan dulu orangnya dengan berkas pegawai.
import-no-unit = { $unit } belum tercatat. Masukkan dulu unitnya dengan berkas unit (units), atau periksa namanya.
import-since = mulai { DATETIME($first, dateStyle: "long") }
import-during = { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }
import-overlaps = menyangkut hari yang sama dengan baris { $first }. Perbaiki mulai dan sampainya, atau hapus salah satunya.

sheet-day-wrong = harus tanggal, misalnya 2026-11-02 atau 2/11/2026. Yang tertulis: { $value }
sheet-day-far = tahunnya terlalu jauh dari sekarang. Periksa tahunnya. Yang tertulis: { $value }
sheet-day-order = lebih awal daripada hari mulainya. Perbaiki salah satunya.

superiors-empty = Berkas ini belum berisi atasan. Isilah satu baris untuk setiap orang.
superiors-line = { $superior }, { $when }
superiors-other = atasan { $before } → { $superior }, { $when }

posts-empty = Berkas ini belum berisi jabatan. Isilah satu baris untuk setiap jabatan setiap orang.
posts-kind-wrong = harus definitif, Plt., Plh., Pj., Pjs., atau kosong. Yang tertulis: { $value }
posts-main = { $post }, { $when }
posts-acting = { $post } (Plt. atau Plh.), { $when }
posts-for = { $post }, menyetujui untuk { $name }
posts-vacant = { $who } belum menyetujui untuk siapa pun sebagai { $post }: siapa pemegang jabatan itu, sekarang atau yang terakhir, belum jelas. Isi kolom NIP yang digantikan.
posts-own-place = tidak ada yang menggantikan dirinya sendiri. Isi NIP yang digantikan, atau kosongkan.
posts-other = { $before } → { $post }, { $when }

import-reading = Memasukkan { $file }
import-done = { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($ended) } berakhir, { NUMBER($same) } tetap.
import-would-be = Akan ada { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($ended) } berakhir, { NUMBER($same) } tetap.
import-more = dan { NUMBER($count) } baris lagi.
import-waits = Berkas ini mengubah atasan, peran, atau NIP, maka menunggu persetujuan orang kedua lewat obrolan: rekan kepegawaian, atau kepala unit teratas (nomor { $number }). Belum ada yang ditulis. Daftar yang menunggu: tilik import waiting
import-would-wait = Berkas ini mengubah atasan, peran, atau NIP, maka akan menunggu persetujuan orang kedua.
import-alone = Berkas ini mengubah atasan, peran, atau NIP. Belum ada seorang pun yang bergabung dan dapat menyetujuinya, maka langsung ditulis.
import-none-waiting = Tidak ada yang menunggu persetujuan.
import-waiting-one = { $number }. { $kind } dari { $file }, { DATETIME($day, dateStyle: "long") }: { NUMBER($new) } baru, { NUMBER($changed) } berubah, { NUMBER($ended) } berakhir. Menunggu sampai { DATETIME($until, dateStyle: "long") }.
import-not-waiting = Tidak ada yang menunggu dengan nomor { $number }. Daftarnya: tilik import waiting
import-dropped = Nomor { $number } ditarik kembali.

units-empty = Berkas ini belum berisi unit. Isilah satu baris untuk setiap unit.
units-twice = unit ini sudah ada di baris { $first }.
units-position-wrong = harus angka urutan dari 1, di antara unit yang setingkat. Yang tertulis: { $value }
units-week-wrong = harus 5 atau 6, atau kosong. Yang tertulis: { $value }
units-later = belum tiba. Unit dipindahkan mulai hari ini atau sebelumnya: isi tanggalnya setelah hari itu tiba, atau kosongkan.
units-line = unit induk { $above }, zona { $zone }, { NUMBER($week) } hari kerja
units-on-top = (paling atas)
units-closed = ditutup

counters-empty = Berkas ini belum berisi loket. Isilah satu baris untuk setiap loket.
counters-status-wrong = harus buka, tutup, atau kosong. Yang tertulis: { $value }
counters-twice = loket ini sudah ada di baris { $first }. Pisahkan layanannya dengan titik koma dalam satu baris.
counters-unknown = { $counter } belum ada di { $unit }. Periksa namanya.
counters-bare = belum diisi. Loket baru memerlukan setidaknya satu layanan.
counters-taken = loket lain di unit ini sudah bernama begitu. Pilih nama lain.
counters-no-service = { $service } tidak dilayani di loket ini. Periksa namanya.
counters-renamed = nama menjadi { $name }
counters-opens = dibuka: { $services }
counters-closes = ditutup: { $services }

away-empty = Berkas ini belum berisi cuti, dinas luar, sif, atau paruh waktu.
away-kind-wrong = harus cuti (tahunan, besar, sakit, melahirkan, alasan penting, bersama, CLTN), izin, dinas luar, diklat, tugas belajar, sif, atau paruh waktu. Yang tertulis: { $value }
away-weekdays-wrong = harus hari-hari kerja, misalnya Senin-Jumat atau Sen, Rab, Sab. Yang tertulis: { $value }
away-weekdays-missing = belum diisi. Sif dan paruh waktu memerlukan hari kerjanya, misalnya Sen, Rab, Sab.
away-holidays-wrong = harus ya (masuk juga pada hari libur), tidak, atau kosong. Yang tertulis: { $value }
away-status-wrong = harus batal atau kosong. Yang tertulis: { $value }
away-line = { $kind }, { $when }
away-other = { $before } → { $after }
away-cuti = cuti
away-travel = dinas luar
away-why-annual = cuti tahunan
away-why-long = cuti besar
away-why-sick = cuti sakit
away-why-birth = cuti melahirkan
away-why-important = cuti alasan penting
away-why-unpaid = cuti di luar tanggungan negara
away-why-permit = izin
away-why-training = diklat
away-why-study = tugas belajar
away-shift = sif
away-part = paruh waktu

import-target = { $result }: { $changes }
import-services = { NUMBER($units) } unit, { NUMBER($services) } layanan, { NUMBER($counters) } loket
import-placed = ~ { $unit } kini di bawah { $parent }

teams-empty = Berkas ini belum berisi tim. Isilah satu baris untuk setiap orang di setiap tim.
teams-role-wrong = harus ketua, anggota, keluar, atau kosong. Yang tertulis: { $value }
teams-member = anggota { $team }, { $when }
teams-leader = ketua { $team }, { $when }
teams-left = keluar dari { $team }, { $when }

# Yang menunggu orang kedua: dari apa menjadi apa, dan siapa yang harus bergabung.

change-superior = { $name }: atasan dari { $before } menjadi { $after }, berlaku mulai hari disetujui.
change-acting = { $who } bertindak sebagai { $title } untuk { $name }, { $when }. Dalam masa itu { $who } menyetujui catatan dan menilai tim { $name }.
change-acting-ends = { $who } tidak lagi bertindak sebagai { $title } untuk { $name }, mulai hari disetujui.
change-left = { $team ->
        [0] { $name }: hari terakhir bertugas { DATETIME($day, dateStyle: "long") }. Sesudah itu jabatan, peran, dan obrolannya berakhir.
       *[other] { $name }: hari terakhir bertugas { DATETIME($day, dateStyle: "long") }. Sesudah itu jabatan, peran, dan obrolannya berakhir; { NUMBER($team) } orang di timnya perlu atasan baru, lewat pegawai atau impor.
    }
change-nip = { $name }, NIP: dari { $before } menjadi { $after }.
change-setting = { $label }: dari { $before } menjadi { $after }, berlaku mulai { DATETIME($day, dateStyle: "long") }.
change-otherwise = Keadaannya sudah berubah sejak diminta.
second-absent = Belum ada yang dapat menyetujui. Yang perlu bergabung dulu, salah satu dari: { $names }. Begitu bergabung, Tilik menanyainya.
second-unproven = Belum ada yang dapat menyetujui. { $names } dan Anda terhubung lewat kode dari tangan yang sama, dan belum ada orang lain yang memastikannya. Mohon minta { $who } mengetik <b>verifikasi</b>; setelah itu Tilik langsung menanyainya.
second-code = Belum ada yang dapat menyetujui. { $names } dan Anda terhubung lewat kode dari tangan yang sama, dan belum ada orang lain yang dapat memastikannya. Mohon minta operator Tilik membuat kode baru untuk { $names }; begitu kode itu diketik di obrolannya, Tilik menanyainya.
second-none = Belum ada yang dapat menyetujui. Minta operator memberi seorang rekan peran admin kepegawaian di unit teratas yang terkait, atau peran kepala di sana (berkas pegawai, kolom peran dan unit tugas), lalu rekan itu bergabung.
office-waits = Menunggu persetujuan orang kedua lewat obrolan (nomor { $number }). Belum ada yang berubah. Daftar yang menunggu: tilik import waiting
import-waiting-change = { $number }. { $what } Menunggu sampai { DATETIME($until, dateStyle: "long") }.
away-half-day = Tilik mencatat hari penuh; pada hari itu aktivitas yang sempat dikerjakan tetap dicatat. Hapus barisnya. Yang tertulis: { $value }
away-elsewhere = bekerja dari rumah atau tempat lain adalah hari kerja biasa, bukan ketidakhadiran. Hapus barisnya. Yang tertulis: { $value }
away-unexcused = Tilik hanya mencatat cuti, izin, dan tugas resmi; hari tanpa keterangan cukup dibiarkan. Hapus barisnya. Yang tertulis: { $value }
people-acting-row = jabatan Plt., Plh., Pj., atau Pjs. dimasukkan dengan berkas jabatan, di samping jabatannya sendiri di baris { $first }.
units-unplaced = Unit mana yang berada di atas { $units }? Atasan orang-orang di sana bekerja di { $above }. Isi kolom unit induk, misalnya { $above }; tulis - bila memang tidak ada unit di atasnya.
units-beside = { $units } belum punya unit induk, jadi berdiri sendiri di samping yang lain. Unit mana yang berada di atasnya? Isi kolom unit induk (tulis - bila tidak ada).

standards-empty = Berkas ini belum berisi standar layanan. Isilah satu baris untuk setiap layanan.
standards-twice = layanan ini sudah ada di baris { $first }
standards-no-service = layanan { $service } belum tercatat di { $unit }. Masukkan dulu dengan tabel Layanan.
standards-missing = { $what }: belum ada { $components }.
