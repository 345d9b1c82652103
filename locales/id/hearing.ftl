# Penjelasan: yang dikatakan pegawai yang disentuh sebuah pengaduan, sebelum pengaduan itu dijawab.

## Pegawai

told-hearing-asked = Sebelum sebuah pengaduan dijawab, kami ingin mendengar penjelasan Anda. Kami tunggu sampai { DATETIME($due, dateStyle: "full") }.
hearing-matter = { $kind } · { $place } · { $quarter }
hearing-about = “{ $words }”
hearing-element-gone = Lain-lain
hearing-fair = Ini bukan penilaian dan tidak masuk nilai kinerja. Bila Anda tidak menjawab, itu dicatat sebagai belum menjawab, tidak lebih. Kalimat di atas ditulis oleh yang menangani, bukan oleh warganya.
button-hearing-right = Benar
button-hearing-context = Ada konteks
button-hearing-not_me = Bukan saya
button-hearing-open = Baca
hearing-words = <b>{ $answer }</b>. Silakan tambahkan satu kalimat Anda sendiri, bila ingin. Yang menangani pengaduan membacanya apa adanya.
    .gist = Ingin menambahkan satu kalimat?
hearing-choose = Itu belum dikirim kepada siapa pun. Mohon pilih dulu di bawah; sesudah itu tulis penjelasan Anda. Pekerjaan Anda sendiri? Ketik <b>catat</b> diikuti pekerjaannya.
hearing-done = Terima kasih. Penjelasan Anda sampai kepada yang menangani pengaduan itu.
hearing-none = Tidak ada yang menunggu penjelasan Anda.
hearing-some = { $count } hal menunggu penjelasan Anda:
hearing-one = { $words }
hearing-gone = Itu sudah tidak menunggu penjelasan Anda. Ketik <b>penjelasan</b> untuk melihat yang masih menunggu.
hearing-not-staff = Di sini pegawai menjawab bila sebuah pengaduan menyangkut mereka. Untuk mengadu sebagai warga, ketik <b>lapor</b>.
guide-penjelasan = <b>penjelasan</b> – jawaban Anda sendiri bila sebuah pengaduan menyangkut Anda

## Yang menangani

told-hearing-heard = { $name } sudah memberi penjelasan tentang pengaduan <b>{ $number }</b>.
heard-waiting = { $name }: diminta memberi penjelasan, ditunggu sampai { DATETIME($due, dateStyle: "full") }. Belum menjawab tidak berarti apa-apa.
heard-silent = { $name }: tidak memberi penjelasan sampai { DATETIME($due, dateStyle: "full") }. Itu tidak berarti apa-apa.
heard-right = { $name }: benar demikian
heard-context = { $name }: ada konteksnya
heard-not_me = { $name }: bukan dirinya
told-hearing-superior = Sebuah pengaduan menyangkut { $name }, dan kedua pihak kini dapat Anda baca. Ini bukan penilaian.
button-both-sides = Baca kedua pihak
both-sides-citizen = Kata warga:
both-sides-employee = Penjelasan pegawai:
both-sides-fair = Yang menjawab warga adalah yang menangani pengaduan ini. Tidak ada yang masuk nilai kinerja.
case-unheard = { $name } tidak memberi penjelasan pada waktunya. Itu tidak berarti apa-apa; pengaduan ini sekarang dapat dijawab.
case-named = Disebut di sini: { $names }. Dengarkan dulu yang bersangkutan sebelum menjawab warga.
button-hear = Dengarkan dulu
button-hear-nobody = Bukan tentang orang
hear-who = Penjelasan siapa yang diminta?
hear-about = Tulis dengan satu kalimat Anda sendiri: ini tentang apa? Pegawai itu membaca kalimat ini, bukan kata-kata warganya. Jangan sebut nama warga, tanggal, jam, atau nomor antrean.
hear-quoted = Kalimat itu mengulang kata-kata warga, dan dari situ ia dapat dikenali. Tulis dengan kata Anda sendiri.
hear-numbers = Tanpa angka: tanggal, jam, atau nomor antrean dapat membuka siapa warganya.
hear-card =
    Yang dibaca { $name }:
    “{ $words }”

    Dengan jenis, tempat, dan triwulannya, tanpa apa pun dari warganya. Pengaduan ini menunggu sampai { DATETIME($due, dateStyle: "full") }.
hear-done = Tersampaikan kepada { $name }. Jawabannya ditunggu sampai { DATETIME($due, dateStyle: "full") }; Anda dikabari bila ada.
hear-done-untold = Tercatat, tetapi { $name } belum dapat dicapai lewat Tilik. Sampaikan langsung; ditunggu sampai { DATETIME($due, dateStyle: "full") }.
hear-none = Tidak ada pegawai lain di sana yang dapat dimintai penjelasan.
hear-nobody = Tercatat: pengaduan { $number } tidak menyangkut orang tertentu. Warganya membaca itu juga.
hear-waits = Penjelasan { $name } masih ditunggu sampai { DATETIME($due, dateStyle: "full") }. Sesudah itu pengaduan ini dapat dijawab.
hear-self = Di sini nama Anda disebut. Yang menjawabnya orang lain: kepala lain di unit ini atau di atasnya.
hear-first = Disebut di sini: { $names }. Dengarkan dulu yang bersangkutan, atau katakan bahwa ini bukan tentang orang.

case-file = Pengaduan <b>{ $number }</b>: kiriman { $n } dari { $count }
button-case-files = Lihat kiriman ({ $count })
button-case-next-file = Kiriman berikut
