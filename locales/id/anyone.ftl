# Siapa saja: sapaan, bantuan, bahasa, dan jalan keluar dari setiap formulir.

# Kata-kata yang mengendalikan, dipisah dengan |
verb-back = kembali | balik
verb-cancel = batal | batalkan | berhenti dulu
verb-skip = lewati | lewat | lanjut saja
verb-correct = koreksi | ubah jawaban
verb-thanks = terima kasih | terimakasih | makasih | trims | mantap | oke | ok | baik | sip | siap | 👍 | 🙏 | 👌 | 👍🏻 | 👍🏼 | 👍🏽 | 🙏🏻 | 🙏🏼 | 🙏🏽
open-nilai = nilai | menilai | beri nilai | nilai layanan
open-survei = survei
open-tentang = tentang saya
open-lapor = lapor | mengadu | pengaduan saya | buat pengaduan | aduan baru
open-status = status | kabar pengaduan | status pengaduan
open-pengaduan = pengaduan | pengaduan warga | kotak pengaduan
open-tinjauan = tinjauan | tinjauan cara kerja
open-kabari = kabari | kabari saya
open-ringkasan = ringkasan | ringkas | ringkasan unit
open-catat = catat | mencatat | lapor kerja | tulis baru
open-riwayat = riwayat | catatan saya | perbaiki | perbaiki catatan
open-cuti = cuti | izin | dinas luar | sakit | saya cuti | cuti hari ini | saya cuti hari ini | saya sakit
open-libur = libur | hari libur | kalender | tanggal merah
open-bukti = bukti catatan
open-terhitung = bukti | bukti terhitung | terhitung
open-saya = saya | nilai saya | kinerja saya | target | target saya | capaian saya
open-triwulan = triwulan | evaluasi diri | evaluasi triwulan
open-evaluasi = evaluasi | evaluasi tim | penilaian tim
open-tertunda = tertunda | belum dinilai | penilaian tertunda | siapa belum dinilai
open-macet = langkah | di mana orang berhenti | orang berhenti di mana
open-poster = poster | cetak poster | poster loket | kartu loket
open-bergabung = bergabung | belum bergabung | siapa belum bergabung
open-penilaian = penilaian kinerja | nilai pegawai
open-hasil = hasil | hasil penilaian | keberatan | sudah saya terima
open-tanggapan = tanggapan | tanggapi penilaian
open-setuju = setuju | setujui | persetujuan | setuju semua | setujui semua | yang menunggu
open-kembalikan = kembalikan
open-tim = tim | tim saya | ingatkan | ingatkan tim | nilai tim
open-apresiasi = apresiasi | ucapkan terima kasih
open-bantuan = bantuan | tolong | menu
open-bahasa = bahasa | ganti bahasa | bahasa inggris | inggris
open-siapa = siapa | siapa saya
open-daftar = daftar
open-kode = kode | kode kunjungan | beri kode
open-layani = layani | mulai melayani
open-membantu = membantu | membantu warga | bantu warga | bantu menilai | membantu menilai
open-kunjungan = kunjungan | kunjungan saya
open-kata = kata warga | kata warga saya | komentar warga
open-penjelasan = penjelasan | penjelasan saya | kata saya
open-atasan = atasan | bukan atasan saya | atasan saya keliru
open-luruskan = luruskan | luruskan atasan
open-pegawai = pegawai | cari pegawai | data pegawai
open-impor = impor | import | impor berkas | unggah
open-pengaturan = pengaturan | setelan | pengaturan kantor
open-jejak = jejak | jejak data | siapa melihat data saya
open-ditahan = ditahan | komentar ditahan
open-segel = segel | buka segel
open-keadaan = keadaan | keadaan tilik
open-saluran = saluran | kanal
open-berhenti = berhenti | jangan sapa lagi
open-lanjut = lanjut | lanjutkan | sapa lagi
open-sapa = sapa

# Sapaan, dipisah dengan |, dan balasannya. Huruf yang dipanjangkan ("haloo") tidak perlu ditulis.
hail-hello = halo | hai | hei | hello | hallo | hay | hi | hey | p | ping | tes | test | tes tes | mulai | start | sapa | woi | woy | assalam | salam | salam kenal | salam hormat | salam sejahtera | salam sejahtera untuk kita semua | salam sehat | 👋
hail-hello-back = Halo
hail-peace = assalamualaikum | assalamu alaikum | assalaamu alaikum | assalamualaykum | asalamu alaikum | assalamualaikum warahmatullahi wabarakatuh | asalamualaikum wr wb | aslmkm | asslmkm | aslm | ass | ass wr wb | askum | asw | samlekum | salamualaikum | mikum | salam alaikum
hail-peace-back = Waalaikumsalam
hail-morning = selamat pagi | pagi | met pagi | slmt pagi | slamat pagi | sugeng enjing | wilujeng enjing | rahajeng semeng
hail-morning-back = Selamat pagi
hail-noon = selamat siang | siang | met siang | slmt siang | slamat siang | sugeng siang | wilujeng siang
hail-noon-back = Selamat siang
hail-afternoon = selamat sore | sore | met sore | slmt sore | slamat sore | sugeng sonten | wilujeng sonten
hail-afternoon-back = Selamat sore
hail-evening = selamat malam | malam | met malam | slmt malam | slamat malam | malem | selamat malem | sugeng dalu | wilujeng wengi
hail-evening-back = Selamat malam
hail-excuse = permisi | misi | permisi numpang tanya | numpang tanya | mau tanya | mau nanya | mau bertanya | izin bertanya | ijin bertanya | izin tanya | ijin tanya | tabik | tabe | maaf mengganggu
hail-excuse-back = Silakan
hail-monggo = kulo nuwun | kulonuwun | nuwun sewu | nyuwun sewu
hail-monggo-back = Monggo
hail-sampurasun = sampurasun | punten
hail-sampurasun-back = Rampes, mangga
hail-horas = horas
hail-horas-back = Horas
hail-swastiastu = om swastiastu | om swastyastu | swastiastu | swastyastu | om suastiastu
hail-swastiastu-back = Om swastiastu
hail-shalom = shalom | syalom | salom | shaloom
hail-shalom-back = Shalom
hail-buddhaya = namo buddhaya | namobuddhaya | salam kebajikan | rahayu
hail-buddhaya-back = Salam kebajikan

# Kata sopan di sekitar apa pun, dipisah dengan |
word-courtesy = pak | bapak | bu | ibu | bapak ibu | min | mimin | admin | kak | kakak | mas | mbak | mba | bang | abang | gan | sis | bos | tuan | tilik | semua | semuanya | ya | yah | yaa | dong | deh | nih | kok | lah | pun | aja | saja | wr | wb | warahmatullahi | warahmatullah | wabarakatuh | wabarokatuh | kawan | rekan | sir | madam | there | please | 🙏 | 🙂 | 😊

# Kata di antara yang ditanyakan dan nama layanannya, dipisah dengan |
word-linking = untuk | buat | bikin | bikinnya | membuat | urus | mengurus | bagi | pembuatan | pengurusan | for | of

# Jawaban pendek yang berarti ya, dipisah dengan |
word-yes = ya | iya | y | yes | yup | yoi | ya sudah | sudah | benar | betul | sesuai | oke | ok | okay | okey | okeh | sip | siap | baik | boleh | kirim | simpan | right | correct | send | save | 👍 | 👌 | ✅

# Kata yang berarti setuju bila hanya itu yang ditanyakan, dipisah dengan |
word-consent = ya | iya | y | yes | yup | yoi | boleh | silakan | setuju | benar | betul | acc

# Yang berarti ya di bawah pemberitahuan, dipisah dengan |
word-agree = ya | iya | y | yes | yup | ya sudah | sudah | sudah baca | sudah dibaca | sudah saya baca | benar | betul | oke | ok | okay | okey | okeh | sip | siap | baik | boleh | setuju | saya setuju | ya setuju | mengerti | saya mengerti | dimengerti | paham | saya paham | lanjut | lanjutkan | terima | saya terima | understood | i understand | agree | i agree | agreed | accept | i accept | 👍 | 👌 | ✅

# Ya dari atasan kepada semua yang menunggu: salah satu yang pertama, bersama yang kedua.
word-approve = setuju | setujui | menyetujui | disetujui | acc | approve | approved | agree | agreed
word-approve-more = semua | semuanya | seluruhnya | catatan | tim | yang | menunggu | sudah | langsung | saya | kami | ini | itu | all | entries | of | them | i | it | everything | what | waits

# Di formulir yang menampung pesan warga, kata ini minta mengubah jawaban, dipisah dengan |
word-change = ubah | ganti | rubah
word-into = jadi | menjadi | ke | dengan | harusnya | seharusnya

# Bila pesan diminta, ini berarti tidak ada pesan: salah satu dari yang pertama, boleh dengan yang kedua.
word-nothing = tidak | tdk | tak | jangan | nggak | enggak | ngga | gak | ga | gk | belum | nihil | kosong | cukup | sudah | udah | selesai | no | nope | none | nothing | done | enough | kasih | makasih | terimakasih | trims | thanks | thx | sama
word-nothing-more = ada | pesan | saran | masukan | komentar | itu | ini | lagi | dulu | terima | oke | ok | thank | you | more | else | all | banyak

# Sesudah kata ini boleh langsung ditulis apa yang dikerjakan; tidak bila disambung kata yang kedua.
word-log = catat | log
word-own = saya | kami | kita | aku | my | our | i | we | me

# Bila tidak ada yang sedang diisi, kata ini minta agar tidak disapa lagi, dipisah dengan |
word-stop = stop

command-nilai = Menilai layanan
command-ringkasan = Ringkasan unit Anda
command-jejak = Siapa melihat data pegawai
command-ditahan = Komentar warga yang ditahan
command-segel = Membuka segel pengadu, berdua
command-lapor = Mengadu, bertanya, atau mengusulkan
command-pengaduan = Pengaduan warga yang menunggu Anda
command-tinjauan = Mengapa suatu unsur rendah, dan apa yang diubah
command-keadaan = Keadaan Tilik
command-saya = Nilai kinerja Anda
command-triwulan = Evaluasi diri triwulanan
command-tim = Keadaan tim Anda
command-setuju = Menyetujui catatan tim
command-kode = Kode kunjungan untuk warga
command-layani = Mulai melayani warga
command-catat = Mencatat pekerjaan
command-riwayat = Catatan Anda
command-cuti = Mencatat cuti
command-libur = Hari libur unit Anda
command-saluran = Di mana kami menyapa Anda
command-evaluasi = Evaluasi triwulan tim
command-tertunda = Siapa yang belum dinilai
command-macet = Di mana orang berhenti
command-poster = Poster dan kartu loket
command-bergabung = Siapa yang belum bergabung
command-pegawai = Pegawai di unit Anda
command-impor = Memasukkan daftar dari berkas
command-bantuan = Bantuan
command-bahasa = Bahasa / Language
command-siapa = Yang kami ketahui tentang Anda
command-batal = Membatalkan yang sedang diisi

title-nilai = penilaian layanan
title-nilai-of = penilaian <b>{ $service }</b>
title-survei = survei
title-tentang = tentang Anda
title-survei-nine = survei sembilan pertanyaan
title-survei-own = <b>{ $name }</b>
title-catat = catatan kerja
title-cuti = pencatatan cuti
title-libur = pengaturan hari libur
title-triwulan = evaluasi diri triwulanan
title-triwulan-of = evaluasi diri <b>{ $quarter }</b>
title-penilaian = penilaian pegawai
title-penilaian-of = penilaian <b>{ $name }</b>, { $quarter }
title-tanggapan = tanggapan Anda
title-kembalikan = pengembalian catatan
title-lapor = pengaduan
title-pengaduan = pengaduan warga
title-status = keterangan Anda tentang pengaduan
title-tinjauan = tinjauan cara kerja
title-kabari = permintaan untuk dikabari
title-apresiasi = ucapan terima kasih
title-kode = kode kunjungan
title-layani = mulai melayani
title-membantu = membantu warga menilai
title-kunjungan = kode kunjungan
title-terhitung = bukti terhitung
title-kata = kata warga
title-penjelasan = penjelasan Anda
title-atasan = laporan tentang atasan Anda
title-luruskan = pelurusan data atasan
title-impor = berkas kepegawaian
title-pegawai = data pegawai
title-pegawai-of = data <b>{ $name }</b>
title-pengaturan = perubahan pengaturan
title-ditahan = isi rekaman suara
title-segel = segel pengadu
title-daftar = pendaftaran

button-back = ‹ Kembali
button-skip = Lewati
button-page-before = ‹ Sebelumnya
button-page-after = Berikutnya ›
button-onward = Lanjutkan mengisi
button-correct = Ubah: { $answer }
told-element = { $element }: { $answer }
button-early = Pakai: “{ $words }”
button-changes = Ubah
button-cancel = Batal
button-send = ✓ Kirim
button-privacy = Privasi
button-others = Pilihan lain
button-rate = Nilai layanan
button-log = Catat pekerjaan
button-my-team = Tim saya
button-summary = Ringkasan unit
button-trail = Jejak data
button-condition = Keadaan Tilik
button-help = Bantuan
button-language = Bahasa / Language
button-change = Ubah penilaian
button-resume = Lanjutkan lagi

kept-unread = Yang Anda tulis kami simpan dan kami baca sesudah ini.
files-again = Foto, berkas, dan lokasi yang tadi mohon dikirim sekali lagi.
unread-file = Kiriman itu belum dapat kami simpan. Mohon kirim lagi sesudah ini.
hint-pick = { $count ->
    [1] Mohon ketuk tombolnya, atau ketik 1.
   *[other] Mohon ketuk salah satu tombol, atau ketik nomornya (1 sampai { NUMBER($count) }).
}
hint-buttons = Mohon ketuk salah satu tombol, atau ketik tulisannya.
hint-row = { $count ->
    [1] Mohon ketuk tombolnya, atau ketik { NUMBER($first) }.
   *[other] Mohon ketik nomor yang ada di layar ({ NUMBER($first) } sampai { NUMBER($last) }), atau ketuk tombolnya.
}
asked-before = Pesan kami yang terakhir cukup dijawab dengan mengetuk tombolnya. Pertanyaan sebelumnya masih menunggu jawaban:
asked-between = Pesan kami yang terakhir cukup dijawab dengan mengetuk tombolnya. Bila tulisan Anda menjawab pertanyaan ini, ketuk di bawah.
hint-write = Mohon tuliskan jawaban Anda dengan kata-kata.
hint-attach-shown = Buktinya berupa foto atau dokumen; yang lain tidak kami simpan.
hint-attach-large = Berkas itu lebih dari { NUMBER($most) } MB, jadi tidak kami simpan. Silakan kirim yang lebih kecil, misalnya fotonya.
hint-attach = Bukti dapat berupa foto, dokumen, pesan suara, atau tautan yang diawali https://
hint-gone = Pilihan itu tidak tersedia lagi. Mohon pilih yang lain.
hint-needed = Pertanyaan ini perlu dijawab.
hint-too-long = Tulisan Anda { NUMBER($length) } huruf; paling banyak { NUMBER($longest) }. Mohon dipersingkat.
hint-likely = { $count ->
    [1] Maksud Anda yang ini? Ketuk bila benar.
   *[other] Maksud Anda yang mana?
}
answer-read = Jawaban Anda: { $answer }
words-kept = Pesan Anda sudah kami simpan bersama jawaban Anda.
words-kept-first = Pesan Anda sudah kami simpan untuk penilaian ini. Bila maksud Anda lain, ketik <b>bantuan</b>.
words-lost = Pesan yang tadi Anda tulis tidak kami simpan.
words-too-long = Dengan tulisan terakhir, pesan Anda menjadi { NUMBER($length) } huruf; paling banyak { NUMBER($longest) }. Tulisan terakhir itu belum kami simpan; mohon dipersingkat.
file-not-kept = Berkas itu tidak kami simpan; di sini kami hanya dapat menerima jawaban dan tulisan.
hint-near = { $count ->
    [1] Yang ini?
   *[other] Ada { NUMBER($count) } yang cocok. Yang mana?
}
hint-near-many = Ada { NUMBER($count) } yang cocok; ini { NUMBER($shown) } yang pertama. Ketik lebih banyak huruf untuk mempersempit.
example-pick = Contoh: ketik “{ $example }” untuk pilihan terakhir. Untuk berhenti, ketik “batal”.
example-counted = Contoh: ketik “{ $example }” untuk pilihan terakhir. Penilaian Anda sudah tercatat; Anda boleh berhenti di sini.
example-write = Tulis dengan kata-kata Anda sendiri, seperti diminta di bawah ini. Untuk berhenti, ketik “batal”.
example-attach = Ketuk tanda klip di ponsel Anda, lalu pilih berkasnya. Untuk berhenti, ketik “batal”.

card-change = Apa yang ingin Anda ubah?
correct-line = { NUMBER($number) }. { $answer }
correct-which = Jawaban mana yang ingin Anda ubah? Jawaban sesudahnya akan ditanyakan lagi. Ketuk tombolnya atau ketik nomornya.
cancel-done = Baik, dibatalkan. Jawaban di formulir ini tidak disimpan.
cancel-survei = Baik, dibatalkan. Jawaban survei ini tidak disimpan; penilaian Anda yang sudah tercatat tetap berlaku.
cancel-tentang = Baik, dibatalkan. Jawaban tentang Anda tidak disimpan; survei Anda tetap tercatat.
cancel-catat = Baik, dibatalkan. Catatan ini tidak disimpan; catatan Anda yang lain tetap ada.
cancel-cuti = Baik, dibatalkan. Cuti ini tidak dicatat; yang sudah tercatat tetap berlaku.
cancel-triwulan = Baik, dibatalkan. Isian ini tidak disimpan; evaluasi yang sudah Anda kirim tetap berlaku.
cancel-penilaian = Baik, dibatalkan. Penilaian ini tidak disimpan; yang sudah dikonfirmasi tetap berlaku.
cancel-kembalikan = Baik, dibatalkan. Catatan itu tidak dikembalikan dan keadaannya tetap.
cancel-lapor = Baik, dibatalkan. Pengaduan ini tidak dikirim dan tidak disimpan.
cancel-pengaduan = Baik, dibatalkan. Tidak ada yang dikirim; pengaduannya tetap menunggu.
cancel-tinjauan = Baik, dibatalkan. Tinjauannya tetap seperti semula.
cancel-kabari = Baik, dibatalkan. Tidak ada yang disimpan.
cancel-status = Baik, dibatalkan. Tidak ada yang dikirim; pertanyaan kantor, bila ada, tetap menunggu.
cancel-ditahan = Baik, dibatalkan. Tidak ada yang ditulis; rekaman suaranya tetap menunggu.
cancel-segel = Baik, dibatalkan. Segelnya tetap tertutup, dan tidak ada yang dicatat.
cancel-apresiasi = Baik, dibatalkan. Ucapan itu tidak dikirim.
cancel-tanggapan = Baik, dibatalkan. Tanggapan itu tidak dikirim. Penilaiannya tetap ada di <b>hasil</b> dan dapat Anda tanggapi kapan saja.
cancel-membantu = Baik, ponsel ini tetap untuk Anda sendiri.
cancel-kunjungan = Baik, dibatalkan. Kodenya tetap dapat dipakai.
cancel-terhitung = Baik, dibatalkan. Kode bukti dapat Anda periksa kapan saja.
cancel-kata = Baik, dibatalkan. Jawaban Anda tidak dikirim.
cancel-penjelasan = Baik, dibatalkan. Penjelasan Anda tidak dikirim; masih dapat disampaikan dengan <b>penjelasan</b>.
cancel-atasan = Baik, dibatalkan. Tidak ada yang dikirim: atasan yang tercatat tetap seperti semula.
cancel-luruskan = Baik, dibatalkan. Atasannya tetap seperti semula, dan permintaannya masih menunggu.
cancel-pegawai = Baik, dibatalkan. Data pegawai tetap seperti semula.
cancel-libur = Baik, dibatalkan. Hari libur dan jam kerja tetap seperti semula.
cancel-impor = Baik, dibatalkan. Tidak ada yang dimasukkan dari berkas itu.
cancel-jejak = Baik, dibatalkan. Pencarian ditutup.
cancel-bahasa = Baik, dibatalkan. Bahasanya tetap seperti semula.
cancel-saluran = Baik, dibatalkan. Salurannya tetap seperti semula.
cancel-koreksi = Baik, dibatalkan. Tidak ada yang disampaikan: data Anda tetap seperti semula.
cancel-hapus = Baik, dibatalkan. Tidak ada yang diminta dihapus.
cancel-permintaan = Baik, dibatalkan. Permintaannya belum dijawab dan masih menunggu.
cancel-pengaturan = Baik, dibatalkan. Pengaturannya tetap seperti semula.
cancel-daftar = Baik, dibatalkan. Obrolan ini belum terhubung. Kode yang belum dipakai tetap berlaku sampai masanya habis.
cancel-also = Ditutup juga: { $title }.
cancel-counted = Yang sudah terisi tetap tercatat: { $title }.
cancel-stays = Tetap tersimpan sampai Anda buka lagi: { $title }.
cancel-nothing = Tidak ada yang sedang diisi.
resume = Kita lanjutkan { $title } yang tadi.
expired = Waktu untuk { $title } sudah habis dan jawabannya belum lengkap, jadi tidak disimpan. Silakan mulai lagi kapan saja.
form-gone = Maaf, formulir ini sudah tidak dipakai lagi. Silakan mulai lagi.
form-full = Formulir ini sudah memuat { NUMBER($most) } jawaban dan tidak dapat ditambah lagi. Silakan selesaikan, atau ketik “batal”.
toast-stale = Tombol ini sudah tidak berlaku
sorry = Maaf, ada gangguan di pihak kami dan pesan terakhir Anda belum dapat diproses. Jawaban sebelumnya tetap tersimpan; silakan coba lagi. Kode gangguan: { $reference }
edit-late = Pesan lama yang disunting tidak kami baca ulang: yang sudah tercatat tetap seperti semula. Silakan tulis pesan baru, ketuk <b>Ubah penilaian</b> di bawah penilaian Anda, atau ketik <b>status</b> untuk meralat pengaduan.
edit-late-staff = Pesan lama yang disunting tidak kami baca ulang: yang sudah tercatat tetap seperti semula. Untuk memperbaiki catatan, ketik <b>riwayat</b>.
answer-edited = Sudah kami ganti dengan suntingan Anda.
edited-below = Sudah kami ganti dengan suntingan Anda di { $title } yang tadi.
edited-not-below = Suntingan itu belum dapat kami pakai untuk { $title } yang tadi.
too-fast = Maaf, pesan-pesan terakhir Anda belum kami baca karena datang hampir bersamaan. Yang sebelumnya sudah kami jawab; silakan kirim lagi yang belum terjawab.
held-dropped = Beberapa kabar lama sudah tidak ditampilkan karena terlalu banyak yang menunggu. Ketik “bantuan” untuk melihat pilihan yang ada sekarang.
file-added = Berkas itu kami simpan bersama jawaban sebelumnya.
plain-ways = Ketik jawabannya: { $ways }
unshown = Maaf, jawaban kami tidak dapat ditampilkan di obrolan ini. Yang Anda kirim tetap tersimpan. Silakan ketik “bantuan” untuk melanjutkan.

greet-stranger = { $hail }, ini <b>Tilik</b>. Anda dapat menilai layanan yang baru saja Anda terima, tanpa menyebut nama. Pindai QR di loket, ketik kodenya, atau ketuk tombol di bawah.
greet-person = { $hail }, { $name }. Ada yang dapat kami bantu?
greet-for-staff = Untuk mencatat pekerjaan, tulis saja dalam satu baris.
greet-for-superiors = Yang menunggu persetujuan Anda ada di <b>setuju</b>.
greet-for-heads = Kata warga tentang unit Anda ada di <b>ringkasan</b>.
greet-for-keepers = Data pegawai dan berkasnya ada di <b>pegawai</b> dan <b>impor</b>.
greet-stray-staff = Maaf, kami belum memahami maksud Anda. Untuk mencatat pekerjaan, tulis saja dalam satu baris, misalnya: Melayani perekaman KTP-el. Atau ketuk salah satu tombol.
greet-stray = Maaf, kami belum memahami maksud Anda. Silakan ketuk salah satu tombol, atau ketik kode yang tertulis di loket.
greet-unheard = Maaf, kami belum dapat membaca kiriman seperti itu. Silakan tulis pesan, ketuk salah satu tombol, atau ketik kode yang tertulis di loket.
unheard = Maaf, kami belum dapat membaca kiriman seperti itu. Mohon jawab pertanyaan ini dengan cara lain:
video-not-kept = Video tidak kami simpan. Silakan kirim foto, dokumen, atau tautan ke videonya; tulisan Anda tetap kami baca.
greet-thanks = Sama-sama. Senang dapat membantu Anda.
greet-stale = Formulir dari tombol itu sudah ditutup. Silakan mulai lagi.

guide = <b>Yang dapat Anda ketik</b>
guide-log = <b>catat</b> – mencatat pekerjaan Anda
guide-history = <b>riwayat</b> – melihat, memperbaiki, atau menarik catatan
guide-me = <b>saya</b> – nilai Anda dan dari mana angkanya
guide-leave = <b>cuti</b> – mencatat hari cuti atau dinas luar; <b>libur</b> – hari libur unit Anda
guide-evaluate = <b>triwulan</b> – evaluasi diri triwulanan
guide-result = <b>hasil</b> – penilaian triwulan dari atasan Anda; <b>tanggapan</b> untuk menanggapinya
guide-team = <b>tim</b> – kabar dan angka tim Anda
guide-approve = <b>setuju</b> – catatan yang menunggu persetujuan Anda
guide-channel = <b>saluran</b> – di mana kami menyapa Anda; <b>berhenti</b> bila tidak ingin disapa, <b>lanjut</b> bila ingin disapa lagi
guide-rate = <b>nilai</b> – menilai layanan; <b>survei</b> – sembilan pertanyaan; <b>kunjungan</b> – dengan kode dari petugas; <b>membantu</b> – beberapa warga bergantian di satu ponsel; atau ketik kode di loket
guide-summary = <b>ringkasan</b> – apa kata warga tentang unit Anda
guide-trail = <b>jejak</b> – siapa melihat atau mengubah data pegawai
guide-trail-own = <b>jejak</b> – siapa melihat atau mengubah data Anda
guide-ditahan = <b>ditahan</b> – komentar warga yang menunggu dibaca tim pengawas
guide-segel = <b>segel</b> – meminta segel pengadu dibuka, berdua dan dengan alasan
guide-settings = <b>pengaturan</b> – yang berlaku di seluruh kantor
guide-condition = <b>keadaan</b> – bagaimana Tilik berjalan
guide-language = <b>bahasa</b> – mengganti bahasa
guide-evaluations = <b>evaluasi</b> – membaca dan menilai evaluasi triwulan tim Anda
guide-thank = <b>apresiasi</b> – ucapan terima kasih kepada anggota tim
guide-superior = <b>atasan</b> – bila atasan yang tercatat keliru
guide-doubts = <b>luruskan</b> – laporan pegawai bahwa data atasannya keliru
guide-account = <b>akun</b> – obrolan yang terhubung dengan Anda
guide-own-data = <b>dataku</b> – salinan data Anda; <b>koreksi data</b> dan <b>hapus</b>
guide-own-data-citizen = <b>dataku</b> – yang tersimpan tentang Anda; <b>hapus</b> menghapusnya; <b>berhenti</b> bila tidak ingin disapa, <b>lanjut</b> bila ingin disapa lagi
guide-join = <b>daftar</b> – khusus pegawai: hubungkan obrolan ini dengan kode dari kantor
guide-who = <b>siapa</b> – yang kami ketahui tentang Anda
guide-cancel = Sedang mengisi? <b>batal</b> untuk berhenti,
guide-back = <b>kembali</b> untuk mundur satu pertanyaan,
guide-correct = <b>koreksi</b> untuk mengubah salah satu jawaban.
guide-privacy = Penilaian disimpan tanpa nama dan tanpa nomor; jamnya hanya sampai malam itu. Tentang data Anda: ketik <b>privasi</b>.

language-which = Bahasa apa yang ingin Anda pakai?
language-id = Bahasa Indonesia
language-en = English
language-done-id = Baik, kita pakai bahasa Indonesia.
language-done-en = All right, we speak English from now on.

whoami-stranger = Kami hanya menyimpan alamat obrolan ini agar dapat membalas (di WhatsApp itu dapat berupa nomor Anda), bahasanya ({ $language }), dan, sampai hari berganti, tanda acak bahwa Anda sudah menilai. Nama Anda tidak disimpan, dan penilaian Anda tidak disimpan bersama alamat itu.
whoami-name = Anda terdaftar sebagai <b>{ $name }</b>.
whoami-post = { $title } di { $unit }
whoami-acting = Merangkap { $title } di { $unit }
whoami-team = Tim kerja: { $team }
whoami-team-leads = Tim kerja: { $team } (Anda ketuanya)
whoami-head = Kepala { $unit }
whoami-hr = Admin kepegawaian { $unit }
whoami-oversight = Pengawas { $unit }
whoami-auditor = Auditor { $unit }
whoami-operator = Operator Tilik
whoami-superior = Atasan: { $name }
whoami-no-superior = Atasan belum tercatat
whoami-language = Bahasa: { $language }
whoami-channel-first = Saluran: { $channel } (kami menyapa Anda di sana)
whoami-channel = Saluran: { $channel }
whoami-channel-quiet = Saluran: { $channel } (kami hanya menjawab)

number-in-doubt = Bila Anda pegawai yang mendaftar di Tilik dengan nomor ini, mohon minta kode baru di kantor, lalu ketik <b>daftar</b> dan kodenya, agar kami yakin ini memang Anda. Bila bukan, tidak ada yang perlu dilakukan.
join-notice-again = Pemberitahuan tentang data Anda ada di atas. Bila sudah dibaca, ketuk <b>Saya mengerti</b> atau ketik <b>ya</b>; kode Anda tetap berlaku.
join-code = Mohon ketik kode pendaftaran dari kantor Anda.
join-done = Selamat datang, { $name }. Obrolan ini sekarang terhubung dengan Anda.
join-post = Anda tercatat sebagai { $title } di { $unit }.
join-log = Ketik <b>catat</b> kapan saja untuk mencatat pekerjaan, atau <b>bantuan</b> untuk melihat yang lain.
join-team = Anda atasan dari { NUMBER($count) } orang; ketik <b>tim</b> untuk melihat kabar mereka.
join-here = Mulai sekarang pengingat datang ke sini; ketik <b>saluran</b> untuk memilih yang lain.
join-moved = Obrolan ini tidak lagi terhubung dengan akun pegawai Anda, karena kode pendaftaran yang baru sudah dipakai di ponsel lain. Bila itu bukan Anda, segera hubungi bagian kepegawaian.
join-wrong = Kode itu tidak kami temukan. Mohon cocokkan dengan lembar Anda, lalu ketik <b>daftar</b> dan kodenya. Bila sudah cocok, mungkin lembarnya sudah terlalu lama: mintalah kode baru di bagian kepegawaian.
join-code-over = Masa berlaku kode ini habis pada { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }. Mintalah kode baru di bagian kepegawaian; nama Anda tetap tercatat.
join-code-ended = Kode ini sudah diganti atau dibatalkan oleh kantor. Pakailah kode pada lembar Anda yang terbaru, atau mintalah kode baru di bagian kepegawaian.
join-code-used = Kode ini sudah dipakai, dan tiap kode hanya dapat dipakai sekali. Bila Anda sudah bergabung, lanjutkan di obrolan itu. Bila ini ponsel baru, atau bukan Anda yang memakainya, mintalah kode baru di bagian kepegawaian.
join-code-left = Kode ini dibuat untuk orang yang menurut catatan kantor sudah tidak bertugas. Bila itu keliru, hubungilah bagian kepegawaian.
join-code-told = Yang membuat kode ini sudah kami beri tahu.
join-vain = Kode pendaftaran untuk { $name } baru saja dipakai, tetapi tidak berlaku. { $why }
join-vain-over = Masa berlakunya habis pada { DATETIME($day, dateStyle: "long") } pukul { $time } { $zone }; orangnya menunggu kode baru.
join-vain-ended = Kode itu sudah diganti atau dibatalkan: pastikan orangnya memegang kode yang terbaru, atau berikan kode baru.
join-vain-used = Kode itu sudah dipakai di obrolan lain. Bila orangnya memakai ponsel baru, berikan kode baru; bila bukan orangnya, lembar itu ada di tangan orang lain.
left-service = Menurut catatan kantor, hari terakhir Anda bertugas adalah { DATETIME($day, dateStyle: "long") }, maka obrolan ini tidak lagi terhubung dengan Anda sebagai pegawai. Terima kasih atas pengabdian Anda. Sebagai warga, Anda tetap dapat menilai layanan kapan saja. Bila ini keliru, mohon hubungi bagian kepegawaian.
join-locked = Kodenya sudah beberapa kali tidak cocok. Demi keamanan, mohon coba kembali satu jam lagi.

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-chosen = { $channel } ✓
channel-which = Di mana sebaiknya kami menyapa Anda lebih dulu? Yang dipakai sekarang bertanda ✓.
channel-done = Baik, mulai sekarang kami menyapa Anda di { $channel }.
channel-first = Pengingat tetap datang di { $channel }; ketik <b>saluran</b> untuk memilih yang lain.
channel-only = Anda terhubung di { $channel } saja, jadi pengingat datang ke sini.
channel-quiet = Anda terhubung di { $channel } saja, dan di sini kami hanya menjawab.
channel-more = Ingin memakai saluran lain juga? Mintalah kode pendaftaran di kantor Anda, lalu ketik di sana: daftar KODE
channel-not-joined = Pilihan ini untuk pegawai yang sudah terdaftar. Bila Anda pegawai, mintalah kode pendaftaran di kantor Anda, lalu ketik: daftar KODE

stop-citizen = Baik, kami tidak akan menyapa Anda lebih dulu di sini. Yang Anda tulis tetap dijawab.
stop-elsewhere = Baik, kami tidak lagi menyapa Anda lebih dulu di sini; yang Anda tulis tetap dijawab. Pengingat dan kabar untuk Anda datang di { $channel }.
stop-nowhere = Baik, kami tidak lagi menyapa Anda lebih dulu di sini; yang Anda tulis tetap dijawab. Pengingat dan kabar untuk Anda tidak dikirim ke mana pun.
stop-back = Bila berubah pikiran, ketik <b>lanjut</b>.
resume-done = Baik. Mulai sekarang pengingat dan kabar untuk Anda datang lagi di obrolan ini.
resume-elsewhere = Baik, kami boleh menyapa Anda lagi di obrolan ini. Pengingat dan kabar tetap datang di { $channel }; ketik <b>saluran</b> untuk memilih yang lain.
resume-citizen = Baik, kami boleh menyapa Anda lagi di obrolan ini.
resume-already = Pengingat dan kabar untuk Anda memang sudah datang di obrolan ini.

hint-amount = Mohon tuliskan jumlahnya dengan angka, misalnya 12 atau 12,5.
hint-day = Mohon pilih atau ketik tanggalnya, misalnya { DATETIME($today, dateStyle: "long") } atau { $ahead ->
    [yes] “besok”.
   *[no] “kemarin”.
}
hint-hours = Mohon tuliskan jam mulai dan selesai, misalnya 08.00-10.30.
example-amount = Contoh: “3” atau “1.200”. Untuk berhenti, ketik “batal”.
example-day = Contoh: “kemarin”, “Senin”, atau “23/11”. Untuk berhenti, ketik “batal”.
example-hours = Contoh: “8 sampai 10”. Untuk berhenti, ketik “batal”.

day-today = Hari ini ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-yesterday = Kemarin ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-tomorrow = Besok ({ $weekday }, { DATETIME($day, dateStyle: "medium") })
day-other = { $weekday }, { DATETIME($day, dateStyle: "medium") }
weekday-1 = Senin
weekday-2 = Selasa
weekday-3 = Rabu
weekday-4 = Kamis
weekday-5 = Jumat
weekday-6 = Sabtu
weekday-7 = Minggu

# Nama daftar pilihan: apa isinya (paling banyak 20 huruf).
list-answers = Pilih jawaban
list-inbox = Pilih pengaduan
list-ways = Pilih langkah
list-correct = Pilih jawabannya
list-rate-unit = Pilih unit
list-rate-counter = Pilih loket
list-listen-counter = Pilih loket
list-rate-service = Pilih layanan
list-rate-overall = Pilih penilaian
list-rate-again = Pilih penilaian
list-rate-cause = Pilih sebab
list-rate-reason = Pilih atau tulis
list-log-target = Pilih sasaran
list-log-day = Pilih hari
list-log-amount = Pilih jumlah
list-log-card = Pilih perubahan
list-log-activity = Pilih uraian
list-log-activity-shown = Pilih uraian
list-leave-when = Pilih hari
list-leave-first = Pilih hari
list-leave-last = Pilih hari
list-doubt-who = Pilih atasan
list-luruskan-who = Pilih atasan
list-pegawai-superior-who = Pilih atasan
list-triwulan-targets = Pilih sasaran
list-triwulan-amount = Pilih jumlah
list-triwulan-values = Pilih nilai
list-triwulan-result = Pilih predikat
list-triwulan-conduct = Pilih predikat
list-penilaian-result = Pilih predikat
list-penilaian-conduct = Pilih predikat
list-penilaian-other = Pilih predikat
list-libur-unit = Pilih unit
list-libur-which = Pilih hari
list-libur-day = Pilih hari
list-pengaturan-choice = Pilih nilainya
list-pengaturan-sure = Pilih tanggal
list-impor-open = Pilih berkas
list-impor-file = Pilih daftar
list-pegawai-who = Pilih pegawai
list-pegawai-none = Pilih pegawai
list-pegawai-end-day = Pilih hari
list-pegawai-away-first = Pilih hari
list-pegawai-away-why = Pilih jenis
list-pegawai-away-last = Pilih hari
list-trail-who = Pilih pegawai
list-amend-which = Pilih data
list-return-reason = Pilih alasan
list-thank-words = Pilih ucapan
list-setuju = Pilih catatan
list-tim = Pilih anggota tim
list-riwayat = Pilih catatan
list-evaluasi = Pilih pegawai
list-saya = Pilih bagian
list-ringkasan = Pilih rincian
list-pegawai = Pilih tindakan
list-pengaturan = Pilih pengaturan
list-libur = Pilih hari
list-impor = Pilih daftar
list-permintaan = Pilih permintaan
list-luruskan = Pilih permintaan
list-sapa = Pilih layanan Tilik
list-bantuan = Pilih perintah
list-siapa = Pilih tindakan
list-jejak = Pilih jejak
list-daftar = Pilih langkah
list-catat = Pilih langkah
list-prompt-log = Pilih pekerjaan
list-kantor = Pilih hal
list-pengaturan-unit = Pilih unit
