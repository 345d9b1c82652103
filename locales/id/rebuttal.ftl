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
