# Warga: menilai layanan, mengisi survei resmi, dan survei kantor sendiri.

rate-unit = Unit mana yang Anda datangi? Pilih, atau ketik nama unit, loket, atau layanannya.
rate-elsewhere = Tempat lain
rate-counter = Layanan di loket mana yang ingin Anda nilai? Penilaian ini tanpa nama.
rate-service = Layanan mana yang ingin Anda nilai? Penilaian ini tanpa nama.
rate-overall =
    <i>Tanpa nama dan nomor. Jawaban Anda digabung dengan jawaban warga lain. Selengkapnya: ketik privasi.</i>

    Bagaimana layanan <b>{ $service }</b> di { $counter }?
rate-again =
    <i>Hari ini Anda sudah menilai. Jawaban baru mengganti yang tadi.</i>

    Bagaimana layanan <b>{ $service }</b> di { $counter }?
rate-cause = Apa yang perlu diperbaiki?
rate-reason = Ada pesan? Tulis saja, tanpa nama atau nomor siapa pun.
rate-thanks = Terima kasih, penilaian Anda untuk <b>{ $service }</b> sudah tercatat.
rate-told = Anda menilai: <b>{ $answer }</b>
rate-kept = Penilaian Anda untuk <b>{ $service }</b> sudah tercatat.
rate-words-added = Pesan Anda kami tambahkan ke penilaian <b>{ $service }</b> yang tadi.
over-nilai = Terima kasih, penilaian Anda sudah tercatat.
rate-masked = Nomor panjang dalam tulisan Anda sudah kami samarkan.
rate-change-scan = Penilaian masih dapat diubah selama 15 menit: pindai lagi kodenya. Ketik <b>bukti</b> untuk kode bahwa penilaian ini terhitung.
rate-change-until = Penilaian masih dapat diubah selama 15 menit.
rate-cancel-change = Perubahan dibatalkan. Penilaian Anda yang tadi tetap berlaku.
rate-cancel-removed = Baik, dibatalkan. Penilaian Anda untuk <b>{ $service }</b> kami hapus.
rate-cancel-late = Formulir ditutup. Penilaian yang sudah tercatat tidak dapat diubah lagi.
rate-done-today = Anda sudah menilai <b>{ $service }</b> hari ini. Terima kasih! Satu ponsel satu penilaian sehari; besok Anda dapat menilai lagi. Ada orang lain yang ingin menilai di ponsel ini? Ketik <b>membantu</b>.
rate-no-such-code = Kode “{ $code }” tidak kami kenal. Mohon periksa kode di loket, lalu ketik sekali lagi.
rate-closed-service = Layanan <b>{ $service }</b> di { $counter } sudah ditutup, jadi tidak dapat dinilai lagi. Penilaian yang sudah Anda berikan tetap tercatat.
rate-closed-counter = Di { $counter } tidak ada lagi layanan yang dapat dinilai. Penilaian yang sudah Anda berikan tetap tercatat.
rate-own-place = Terima kasih. Anda bertugas di { $unit }, jadi penilaian di sini kami serahkan kepada warga yang dilayani. Layanan unit lain tetap dapat Anda nilai. Nilai Anda sendiri ada di <b>saya</b>.
rate-no-services = Belum ada layanan yang dapat dinilai di sini.

button-all-nine = Jawab lengkap (9)
button-rate-beside = Nilai layanan lain

survey-question =
    { $number ->
        [1]
            <i>Tanpa nama dan nomor. Selengkapnya: ketik privasi.</i>

            { $mark } { $number }/{ $count }
       *[other] { $mark } { $number }/{ $count }
    }

    { $question }
survey-thanks = Terima kasih! Sembilan jawaban Anda untuk <b>{ $service }</b> sudah tercatat dan ikut dihitung dalam survei resmi.
survey-done-today = Anda sudah mengisi survei untuk <b>{ $service }</b> hari ini. Terima kasih!

survey-own = Survei kantor
button-own-survey = { $name }
survey-own-question =
    { $number ->
        [1]
            <b>{ $name }</b>
            <i>Tanpa nama dan nomor. Selengkapnya: ketik privasi.</i>

            { $mark } { $number }/{ $count }
       *[other] { $mark } { $number }/{ $count }
    }

    { $question }
survey-own-thanks = Terima kasih! Jawaban Anda tentang <b>{ $service }</b> untuk { $name } sudah tercatat.
survey-own-over = Survei ini sudah selesai. Terima kasih! Layanannya tetap dapat Anda nilai: ketik nilai.

answer-overall-1 = 😞 Tidak baik
answer-overall-2 = 🙁 Kurang baik
answer-overall-3 = 🙂 Baik
answer-overall-4 = 😊 Sangat baik

# Kata warga sendiri yang mungkin berarti salah satu nilai; selalu ditanyakan balik. Dipisah dengan |
value-meant-4 = sangat puas | memuaskan | mantap | mantul | mantab | top | jos | joss | keren | hebat | luar biasa | istimewa | terbaik | sempurna | excellent | great | perfect | amazing | 💯 | 😍 | 🤩 | 😁 | 😃 | 😄 | 🥰 | ❤️ | ❤ | 👏 | 🔥 | 👍👍 | 👍👍👍
value-meant-3 = puas | bagus | baik | oke | ok | okay | lumayan | senang | suka | ramah | cepat | good | fine | nice | satisfied | happy | 👍 | 👌 | 🙂 | ☺️ | ☺ | 😀 | 😊
value-meant-2 = kurang | cukup | sedang | biasa | biasa saja | biasa aja | standar | so so | average | 😐 | 😕 | 🙁 | 🫤
value-meant-1 = jelek | buruk | parah | kecewa | mengecewakan | payah | lambat | lelet | lama | kesal | marah | judes | kasar | bad | poor | slow | terrible | worst | awful | 👎 | 😡 | 😠 | 🤬 | 😢 | 😭 | 😤 | 😞
# Kata yang hanya menjawab satu unsur: pada pertanyaan tentang unsur lain kata itu pesan, bukan jawaban.
value-only-perilaku = ramah | sopan | judes | kasar
value-only-waktu = cepat | lambat | lelet | lama
word-very = sangat | sekali | banget | bgt | amat | paling | super | very | really | so
word-less = kurang | less
word-not = tidak | tdk | tak | gak | ga | nggak | ngga | enggak | bukan | belum | not

# Pertanyaan singkat pada penilaian satu ketuk, dan nama unsur dalam bahasa warga.

ask-persyaratan = Apakah persyaratannya sesuai dengan jenis layanannya?
ask-prosedur = Apakah prosedurnya mudah?
ask-waktu = Apakah pelayanannya cepat?
ask-biaya = Bagaimana biayanya?
ask-produk = Apakah hasilnya sesuai dengan yang dijanjikan?
ask-kompetensi = Bagaimana kemampuan petugasnya?
ask-perilaku = Bagaimana kesopanan dan keramahan petugasnya?
ask-sarpras = Bagaimana ruang dan fasilitasnya?
ask-pengaduan = Bagaimana pengaduan ditangani di sini?

short-persyaratan = Syarat
short-prosedur = Alur
short-waktu = Lama waktu
short-biaya = Biaya
short-produk = Hasil
short-kompetensi = Kemampuan petugas
short-perilaku = Sikap petugas
short-pengaduan = Pengaduan
short-sarpras = Fasilitas
