# Atasan yang keliru: pegawai menyampaikan, kepegawaian meluruskan.

doubt-nobody = belum tercatat
doubt-unknown = belum tahu
button-doubt-mine = Bukan atasan saya
button-doubt-none = Atasan belum ada
doubt-who = Siapa atasan Anda yang benar? Yang tercatat sekarang: { $superior }. Bila namanya tidak tampak, ketik sebagian namanya.
doubt-other = Belum tahu / lainnya
doubt-card = Atasan yang tercatat: { $superior }. Menurut Anda: <b>{ $proposed }</b>. Sampaikan kepada bagian kepegawaian?
doubt-said = Atasan yang tercatat: { $superior }. Menurut Anda: { $proposed }.
doubt-meanwhile = Catatan kerja Anda tetap diterima seperti biasa.
doubt-sent = Terima kasih, sudah kami sampaikan kepada bagian kepegawaian. Begitu ada keputusan, Anda kami kabari.
doubt-sent-nowhere = Terima kasih, sudah kami simpan. Admin kepegawaian belum terjangkau lewat Tilik, jadi mohon sampaikan juga langsung kepada bagian kepegawaian.
doubt-already = Ini sudah tercatat sejak { DATETIME($day, dateStyle: "long") } dan menunggu keputusan bagian kepegawaian.

doubt-news = { $name } menyampaikan bahwa data atasannya di Tilik keliru. Tercatat sekarang: { $superior }. Yang diusulkan: <b>{ $proposed }</b>.
doubt-news-open = { $name } menyampaikan bahwa data atasannya di Tilik keliru, dan belum tahu siapa yang benar. Tercatat sekarang: { $superior }.
button-doubt-change = Ganti ke { $name }
button-doubt-keep = Tetap { $name }
button-doubt-look = Pilih atasannya

doubt-changed = Sudah diluruskan: mulai hari ini atasan Anda di Tilik adalah <b>{ $superior }</b>. Catatan Anda yang menunggu kini diperiksa beliau. Terima kasih sudah memberi tahu.
doubt-confirmed = Bagian kepegawaian sudah memeriksa. Atasan Anda di Tilik tetap: { $superior }. Bila menurut Anda masih keliru, silakan berbicara dengan { $by } di bagian kepegawaian.
doubt-gained = Mulai hari ini { $name } tercatat dalam tim Anda. Catatan kerjanya yang menunggu dapat Anda periksa.
doubt-released = Mulai hari ini { $name } tidak lagi tercatat dalam tim Anda, karena data atasannya diluruskan. Tidak ada yang perlu Anda lakukan.

luruskan-not-yours = Ini untuk bagian kepegawaian.
luruskan-gone = Laporan itu tidak ada di unit Anda, atau orangnya sudah tidak bekerja di sana.
button-luruskan-list = Lihat yang menunggu
luruskan-none = Tidak ada data atasan yang perlu diluruskan.
luruskan-title = { NUMBER($count) } pegawai menyampaikan bahwa data atasannya keliru. Pilih satu.
luruskan-who = Siapa atasan { $name }, { $unit }? Tercatat sekarang: { $superior }. Menurut { $name }: { $proposed }. Bila namanya tidak tampak, ketik sebagian namanya; bila ia di unit lain, perbarui daftar pegawai.
luruskan-kept = Atasan { $name } tetap: { $superior }.
luruskan-told = { $name } sudah kami beri tahu.
luruskan-untold = { $name } belum terjangkau lewat Tilik. Mohon sampaikan langsung.
luruskan-settled = Ini sudah diselesaikan oleh { $by } pada { DATETIME($day, dateStyle: "long") }. Atasan { $name } sekarang: { $superior }.
