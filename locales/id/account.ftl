# Akun WhatsApp kantor: templat, dan pesan yang belum sampai.

account-setting-missing = { $name } belum diisi. Perintah ini bertanya kepada WhatsApp dan memerlukannya; cara mendapatkannya ada di docs/whatsapp.md.
account-away = WhatsApp tidak menjawab seperti seharusnya ({ $words }). Periksa TILIK_WHATSAPP_API, TILIK_WHATSAPP_TOKEN, TILIK_WHATSAPP_BUSINESS_ID, dan TILIK_WHATSAPP_PHONE_ID, lalu coba lagi.

templates-status-missing = belum ada
templates-status-approved = disetujui
templates-status-pending = sedang diperiksa
templates-status-rejected = ditolak
templates-status-paused = dijeda
templates-status-disabled = dinonaktifkan
templates-same = sama
templates-other = berbeda
templates-kept = { $name } ({ $language }): sudah sama, { $status }
templates-created = { $name } ({ $language }): dibuat, menunggu persetujuan
templates-edited = { $name } ({ $language }): diubah, menunggu persetujuan
templates-refused = { $name } ({ $language }): ditolak WhatsApp, { $reason }
templates-fit = { NUMBER($count) } templat memenuhi aturan WhatsApp.
templates-limit = Batas orang yang boleh disapa lebih dulu dalam 24 jam: { $limit }
templates-unlimited = Berapa pun orang boleh disapa lebih dulu.
templates-no-limit = WhatsApp tidak menyebut batas orang yang boleh disapa lebih dulu.
templates-freed = { NUMBER($count) } pesan yang tertahan boleh dikirim sekarang.

templates-wrong-name = Nama { $name } hanya boleh berisi huruf kecil, angka, dan garis bawah.
templates-wrong-long = Isinya { NUMBER($count) } karakter, paling banyak { NUMBER($most) }.
templates-wrong-edge = Isinya tidak boleh diawali atau diakhiri isian.
templates-wrong-spaces = Isinya tidak boleh memuat tab, lima spasi, atau dua baris kosong berurutan.
templates-wrong-parameter = Ada isian yang namanya bukan huruf kecil, angka, dan garis bawah.
templates-wrong-few = Kata-katanya terlalu sedikit untuk isian sebanyak itu.
templates-wrong-example = Isian { $parameter } belum punya contoh.
templates-wrong-unused = Contoh { $parameter } bukan isian di dalamnya.
templates-wrong-replies = Tombolnya { NUMBER($count) }, paling banyak { NUMBER($most) }.
templates-wrong-reply = Tombol “{ $reply }” { NUMBER($count) } karakter, harus 1 sampai { NUMBER($most) }.
templates-wrong-twice = Dua tombol berisi kata yang sama.

held-citizen = warga
held-letter = { $who }: tertahan sejak { DATETIME($day, dateStyle: "long") }, { $why }
held-prompt = { $who }: tidak terkirim, { $what }, { DATETIME($day, dateStyle: "long") }, { $why }
held-count = { NUMBER($held) } pesan tertahan, { NUMBER($undone) } pesan tidak terkirim dalam 30 hari
held-why-window = menunggu orangnya menulis lagi (di luar 24 jam, tanpa templat yang disetujui)
held-why-over = di luar 24 jam, tanpa templat yang disetujui, sampai lewat waktunya
held-why-frozen = akunnya dibekukan sampai bagian kepegawaian memeriksanya
held-why-number = nomornya mungkin sudah dipakai orang lain; menunggu kode baru
held-why-131026 = nomornya tidak ada di WhatsApp (131026)
held-why-131042 = pembayaran akun WhatsApp kantor perlu diperiksa (131042)
held-why-132001 = templatnya tidak ada di WhatsApp (132001)
held-why-132015 = templatnya dijeda WhatsApp (132015)
held-why-other = kode WhatsApp { $code }
