whatsapp-choose = Choose what to do
whatsapp-more = More choices:
whatsapp-no-file = This file cannot be shown on WhatsApp. Its sender can send it again as a PDF.

file-photo = the photo you sent
file-voice = the voice message you sent
file-document = the document you sent
file-named = the file “{ $name }”
file-lost = Sorry, we could not keep { $what }. Please send it once more.
file-large = Sorry, { $what } is too large for us to keep. Please send one smaller than { NUMBER($most) } MB, or send a link to it.
file-quota = Thank you. We have kept { NUMBER($most) } of your files today, which is the most for a day: this one is not kept. Please send it tomorrow, or a link to it.
file-unread = Sorry, we cannot read { $what }, so we cannot remove what is written inside it (place, time, name). That is why it is not kept. Please send it as an ordinary photo.
file-huge = Sorry, { $what } is too large for us to remove what is written inside it, so it is not kept. Please send it as an ordinary photo.
file-used = Your entry is saved, but this evidence is not in it yet. Type <b>history</b> to open the entry and add it.
file-coming = The file is still on its way. Please open it again in a moment.
file-gone = The file cannot be opened any more. Please ask its sender to send it once more.
file-not-here = A file of this kind cannot be shown here. Please ask its sender to send it as a photo or a PDF.
