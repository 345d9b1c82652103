# Perintah "tilik plan": apa yang akan dikirim, kepada siapa, dan kapan.

plan-day = { DATETIME($day, dateStyle: "full") }
plan-day-presumed = { DATETIME($day, dateStyle: "full") } *
plan-line = { $hour }.{ $minute } { $zone }  { $name }: { $what } ({ $campaign })
plan-kind-open = evaluasi diri dibuka
plan-kind-half = pengingat evaluasi diri, tengah waktu
plan-kind-last = pengingat evaluasi diri, menjelang akhir
plan-kind-alone = kabar bahwa atasannya belum ada di Tilik, sekali saja
plan-kind-log = ajakan mencatat pekerjaan hari itu
plan-kind-short = ringkasan harian untuk atasan
plan-kind-long = ringkasan mingguan untuk atasan
plan-kind-quarter = ringkasan triwulan untuk atasan
plan-kind-complaints = kabar tentang pengaduan warga, untuk yang menanganinya
plan-kind-held = pengingat komentar yang ditahan untuk tim pengawas
plan-kind-spread = kabar untuk kepegawaian: sapaan dibagi atas beberapa hari
plan-count = { $count ->
    [0] Tidak ada pesan dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }.
   *[other] { NUMBER($count) } pesan kepada { NUMBER($people) } orang, dari { DATETIME($first, dateStyle: "long") } sampai { DATETIME($last, dateStyle: "long") }.
}
plan-assumed = Pegawai, atasan, dan cuti dihitung seperti hari ini, dengan anggapan belum ada yang mencatat atau mengisi apa pun sesudahnya. Pesan yang tidak berisi apa-apa tidak dikirim.
plan-not-joined = { NUMBER($count) } orang belum bergabung atau memilih tidak disapa; kepada mereka tidak ada yang dikirim.
plan-limit = { $channel ->
    [whatsapp] WhatsApp
   *[other] { $channel }
}: paling banyak { NUMBER($most) } orang sehari dapat disapa lebih dulu di luar jendela 24 jam; saat ini { NUMBER($outside) } orang di luar jendela. Yang paling mendesak didahulukan, yang lain menunggu hari kerja berikutnya; ajakan mencatat yang tidak mendapat tempat hari itu tidak dikirim.
plan-spread = { $what } ({ $campaign }), dibagi atas { NUMBER($days) } hari:
plan-spread-day = { DATETIME($day, dateStyle: "full") }: { NUMBER($count) } orang
plan-presumed = * Hari libur tahun itu belum ditetapkan; yang dihitung hanya libur yang tanggalnya tetap.

plan-no-day = { $given } bukan tanggal. Tulis seperti 2026-04-01.
plan-backwards = Tanggal awal { $first } sesudah tanggal akhir { $last }. Tukar keduanya.
plan-too-long = Rentangnya terlalu panjang. Paling lama { NUMBER($most) } hari.
