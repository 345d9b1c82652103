# Kantor: yang diceritakan kantor tentang dirinya, dan ke mana mengadu.

open-kantor = kantor | info kantor | tentang kantor
# Yang ditanyakan orang kepada kantor, dipisah dengan |
topic-complaints = lapor | melapor | pungli | pungutan liar | aduan | pengaduan | mengadu | ngadu | adukan | keluhan | mengeluh | komplain | complain | complaint | saran | kritik | kritik dan saran | suap | korupsi | calo | gratifikasi
topic-hours = jam buka | jam kerja | jam pelayanan | jam layanan | jam operasional | buka jam berapa | jam berapa buka | tutup jam berapa | jam tutup | jadwal | jadwal pelayanan | hari apa buka | masih buka | sudah buka | buka
topic-address = alamat | alamatnya | lokasi | lokasinya | di mana | dimana | di mana kantornya | telepon | telpon | nomor telepon | no telp | kontak | email | website
topic-requirements = syarat | syaratnya | persyaratan | persyaratannya | berkas apa | dokumen apa | bawa apa
topic-fees = biaya | biayanya | tarif | tarifnya | bayar berapa | berapa bayar | bayarnya | harga
topic-time = berapa lama | lamanya | berapa hari | berapa hari jadi | jangka waktu | waktu penyelesaian | kapan jadi | kapan selesai
topic-procedure = prosedur | prosedurnya | alur | alurnya | tata cara | caranya | bagaimana cara | gimana cara | langkahnya | cara mengurus | cara urus | cara membuat | cara bikin | cara buat
topic-info = info | informasi | tanya

kantor-topic-complaints = Pengaduan dan saran
kantor-topic-hours = Jam buka
kantor-topic-address = Alamat dan kontak
kantor-topic-requirements = Syarat
kantor-topic-fees = Biaya
kantor-topic-time = Waktu penyelesaian
kantor-topic-procedure = Prosedur
kantor-topic-product = Hasil layanan
kantor-topic-info = Tentang kantor
kantor-line = <b>{ $topic }</b>: { $words }
kantor-line-unit = <b>{ $topic }</b> ({ $unit }): { $words }
kantor-none = <b>{ $topic }</b>: kantor belum menuliskannya di sini. Mohon tanyakan di loket atau di papan pengumuman kantor.
kantor-state = Di luar kantor ini, pengaduan dan laporan pungutan liar diterima SP4N-LAPOR!, saluran resmi pemerintah: <b>lapor.go.id</b> atau SMS <b>1708</b>. Anda juga dapat datang ke inspektorat.
kantor-lapor = Anda juga dapat menyampaikannya di sini, tanpa nama: ketik <b>lapor</b>.
button-office = Tentang kantor
guide-office = <b>kantor</b> – jam buka, alamat, syarat, biaya, dan ke mana mengadu

# Standar layanan: yang dipublikasikan kantor dari setiap layanan.

open-standar = standar | standar layanan | standar pelayanan
guide-standar = <b>syarat KTP</b>, <b>biaya akta</b>, <b>jam buka</b> – standar layanan; semuanya: <b>standar</b>
standar-head = <b>{ $service }</b>, { $unit }
standar-part = <b>{ $topic }</b>: { $words }
standar-part-lines =
    <b>{ $topic }</b>:
    { $words }
standar-part-none = <b>{ $topic }</b>: kantor belum menuliskannya untuk layanan ini. Mohon tanyakan di loket atau di papan pengumuman kantor.
standar-since = Berlaku sejak { DATETIME($since, dateStyle: "long") }.
standar-which = Untuk layanan yang mana?
standar-same = Sama untuk semua { $count } layanan.
standar-none = Kantor belum menuliskan standar layanan itu di sini. Mohon tanyakan di loket atau di papan pengumuman kantor.
button-standar = Standar layanan
button-standar-others = Layanan lain
button-syarat = Syarat dan biaya
