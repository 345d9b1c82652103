# Kata warga di loket, dan jawaban yang bertugas di sana atas kata yang kasar atau tidak benar.

## Yang bertugas di loket

kata-title = <b>Kata warga</b> · { $counter } · { $quarter }
kata-how = Tanpa nama dan tanpa tanggal, beberapa sekaligus. Kata yang kasar atau tidak benar dapat Anda jawab; tim pengawas yang memutuskan. Nilai tidak berubah.
kata-few = Belum ada { $needed } tulisan yang dapat ditampilkan dari loket ini.
kata-which = Loket yang mana?
kata-not-yours = Di sini yang bertugas di loket membaca kata warga tentang loketnya. Kepala unit membacanya di <b>ringkasan</b>.
kata-gone = Tulisan itu sudah dijawab, atau tidak ditampilkan lagi.
kata-state-waiting = Sudah dijawab; menunggu tim pengawas.
kata-state-shown = Sudah dijawab; tim pengawas memutuskan tulisan ini tetap ditampilkan.
kata-state-beside = Sudah dijawab; jawabannya tampil bersama tulisan ini.
button-kata-answer = Kasar / tidak benar?
button-kata-next = Berikutnya
button-rebuttal-rude = Kata-kata ini kasar
button-rebuttal-false = Ini tidak benar
rebuttal-rude = kata-kata ini kasar
rebuttal-false = ini tidak benar
rebuttal-line =
    “{ $words }”
    Anda menyebut: { $kind }. Tulis satu kalimat Anda, tanpa menebak siapa warganya. Tim pengawas membacanya; bila diputuskan begitu, kalimat ini tampil di bawah tulisan warga.
    .gist = Apa jawaban Anda dalam satu kalimat?
rebuttal-card =
    “{ $words }”
    Anda menyebut: { $kind }. Yang dibaca tim pengawas:
    “{ $own }”
    .gist = Kirim jawaban ini?
rebuttal-done = Tercatat, menunggu tim pengawas. Anda dikabari bila sudah diputuskan.
rebuttal-beside = ↳ Jawaban loket: “{ $words }”
told-rebuttal = Tim pengawas sudah memutuskan tentang sebuah kata warga di { $counter }.
rebuttal-told-shown =
    “{ $words }”
    Tetap ditampilkan. Jawabannya (“{ $own }”) tidak ditampilkan. Nilai tidak berubah.
rebuttal-told-beside =
    “{ $words }”
    Tetap ditampilkan, bersama jawabannya: “{ $own }”. Nilai tidak berubah.
rebuttal-told-kept =
    “{ $words }”
    Tidak ditampilkan lagi. Jawabannya: “{ $own }”. Nilai tidak berubah.
guide-kata = <b>kata warga</b> – yang ditulis warga tentang loket Anda

## Tim pengawas

rebuttals-none = Tidak ada jawaban loket yang menunggu.
rebuttals-title = Jawaban loket ({ $count }): { $counter }
rebuttals-answered = Menurut yang bertugas di sana, { $kind }: “{ $words }”
rebuttal-is-shown = Tulisan warga tetap tampil seperti semula. Yang menjawab dan kepala unitnya sudah dikabari.
rebuttal-is-beside = Tulisan warga tetap tampil, bersama jawaban loket. Yang menjawab dan kepala unitnya sudah dikabari.
rebuttal-is-kept = Tulisan warga tidak tampil lagi. Yang menjawab dan kepala unitnya sudah dikabari.
button-rebuttal-shown = Tetap tampilkan
button-rebuttal-beside = Tampilkan + jawaban
button-rebuttal-kept = Tahan
button-rebuttals = Jawaban loket ({ $count })
button-rebuttals-next = Jawaban loket

# penilaian yang ditahan (tanpa kode, pada jam yang tidak seperti biasanya)

batch-none = Tidak ada penilaian yang ditahan di unit yang Anda awasi.
batch-title = <b>Penilaian yang ditahan</b> ({ NUMBER($number) } dari { NUMBER($count) })
batch-where = { $counter }, { DATETIME($day, dateStyle: "medium") }: { $n ->
    [0] kurang dari { $least }
   *[other] { NUMBER($n) }
} penilaian tanpa kode kunjungan, { $why }.
batch-ask = Isinya tidak dapat dilihat siapa pun. Tanyakan dulu kepada unitnya apa yang terjadi, misalnya pelayanan massal. Bila dihitung, semuanya masuk angka loket itu; bila dibiarkan, tidak satu pun.
batch-sure = Hitung semuanya? Sesudah dihitung tidak dapat ditarik kembali. Keputusan ini tercatat atas nama Anda.
batch-why-full = terlalu banyak dalam satu jam
batch-why-burst = jauh lebih banyak dan lain dari biasanya
batch-why-run = jawaban yang sama terlalu sering berturut-turut
batch-why-closed = pada hari tutup
batch-why-night = pada malam hari
batch-settled = Penilaian itu sudah diputuskan oleh anggota tim yang lain.
batch-is-counted = Dihitung. Penilaian itu masuk angka loketnya pada penutupan malam ini, bersama yang lain.
batch-is-left = Dibiarkan. Tidak satu pun dihitung.
batch-is-waiting = Penilaian itu kembali menunggu keputusan.
batch-line-waiting = { $n ->
    [0] Kurang dari { $least }
   *[other] { NUMBER($n) }
} penilaian ditahan untuk diperiksa ({ $why }), belum dihitung.
batch-line-left = { $n ->
    [0] Kurang dari { $least }
   *[other] { NUMBER($n) }
} penilaian tidak dihitung atas keputusan tim pengawas ({ $why }).
batch-same = Di { $unit } ada { NUMBER($count) } kumpulan yang menunggu dengan alasan yang sama, termasuk ini.
button-batch-same = Serupa ({ $count })
button-batches = Penilaian ({ $count })
button-batches-next = Penilaian tertahan
button-batch-y = Hitung
button-batch-x = Biarkan
button-batch-sure = Ya, hitung
button-batch-back = Batal
