# Warga: menilai layanan dan mengisi survei resmi.

rate-counter = Layanan di loket mana yang ingin Anda nilai? Penilaian ini tanpa nama.
rate-service = Layanan mana yang ingin Anda nilai? Penilaian ini tanpa nama.
rate-overall =
    <i>Tanpa nama dan nomor. Jawaban Anda dijumlahkan dengan jawaban warga lain untuk memperbaiki layanan.</i>

    Bagaimana layanan <b>{ $service }</b> di { $counter }?
rate-again =
    <i>Anda sudah menilai hari ini; jawaban baru menggantikan yang tadi.</i>

    Bagaimana layanan <b>{ $service }</b> di { $counter }?
rate-cause = Apa yang perlu diperbaiki?
rate-cause-element = Apa yang perlu diperbaiki?
rate-reason = Ada yang ingin Anda sampaikan? Tulis di sini, tanpa nama atau nomor siapa pun.
rate-thanks = Terima kasih, penilaian Anda untuk <b>{ $service }</b> sudah tercatat.
over-nilai = Terima kasih, penilaian Anda sudah tercatat.
rate-masked = Nomor panjang dalam tulisan Anda sudah kami samarkan.
rate-change-until = Penilaian masih dapat diubah selama 15 menit.
rate-done-today = Anda sudah menilai <b>{ $service }</b> hari ini. Terima kasih! Besok Anda dapat menilai lagi.
rate-no-such-code = Kode “{ $code }” tidak kami kenal. Mohon periksa kode di loket, lalu ketik sekali lagi.
rate-no-services = Belum ada layanan yang dapat dinilai di sini.

button-all-nine = Jawab lengkap (9 ketukan)

survey-question =
    { $mark } { $number }/{ $count }

    { $question }
survey-thanks = Terima kasih! Sembilan jawaban Anda untuk <b>{ $service }</b> sudah tercatat dan ikut dihitung dalam survei resmi.
survey-done-today = Anda sudah mengisi survei untuk <b>{ $service }</b> hari ini. Terima kasih!

answer-overall-1 = 😞 Tidak baik
answer-overall-2 = 🙁 Kurang baik
answer-overall-3 = 🙂 Baik
answer-overall-4 = 😊 Sangat baik
