# Berkas kantor: tilik import, dan berkas yang dikirim dalam obrolan.

import-line-new = + { $what }: { $as }
import-line-changed = ~ { $what }: { $changes }
import-line-ended = − { $what }: { $as }
import-and = { $first }; { $rest }
import-post = { $title }, { $unit }
import-left = keluar
import-otherwise = Sejak berkas ini diperiksa, catatan kantor sudah berubah, sehingga isinya kini berarti lain. Kirim berkasnya sekali lagi.
