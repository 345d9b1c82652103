// Every word of the page, in both languages; what the bot says comes from the bot.
export const WORDS = {
  id: {
    tag: "Peraga percakapan",
    clock: "Jam Tilik",
    forward: "Majukan jam",
    "forward-60": "+1 jam", "forward-60-more": "Pertanyaan kepada warga yang dibiarkan selesai sendiri",
    "forward-1440": "+1 hari", "forward-1440-more": "Besok pada jam yang sama",
    "forward-10080": "+1 minggu", "forward-10080-more": "Seminggu lagi; warga terus menilai setiap hari",
    "jump-close": "» Tutup hari", "jump-close-more": "Ke malam nanti: penilaian warga hari ini mulai dihitung",
    "jump-next": "» Sapaan berikut", "jump-next-more": "Ke saat Tilik menyapa seseorang lebih dulu",
    "jump-promise": "» Janji berikut", "jump-promise-more": "Ke hari janji kepada warga jatuh tempo, lalu ke esok harinya",
    "jump-quarter": "» Triwulan", "jump-quarter-more": "Ke langkah berikut evaluasi triwulan",
    tries: "Coba ini dulu", closeTries: "Tutup petunjuk",
    skipPhone: "Langsung ke kotak pesan", skipPosters: "Langsung ke poster",
    keysHint: "Alt+1 sampai Alt+9: ke kotak pesan ponsel; panah atas: ke tombol terakhir",
    today: "Hari ini", yesterday: "Kemarin",
    pageLanguage: "Bahasa halaman",
    posters: "Poster di loket",
    holder: "Yang memindai: ponsel {name}. Pilih poster untuk memindainya.",
    noPosters: "Belum ada poster loket.",
    scanLabel: "Pindai poster {service}, {counter}, dengan ponsel {name}",
    typedCode: "Kode",
    people: "Pilih ponsel",
    tabPosters: "Poster",
    hold: "Pegang ponsel {name}",
    holdShort: "Pegang",
    held: "Siap memindai",
    phoneOf: "Ponsel {name}, {role}",
    talkOf: "Percakapan {name} dengan {bot}",
    phoneLanguage: "Bahasa ponsel {name}",
    block: "Blokir", unblock: "Buka blokir",
    blockLabel: "Blokir {bot}",
    blocked: "Anda memblokir {bot}. Pesan tidak dapat dikirim atau diterima.",
    welcome: "Percakapan belum dimulai",
    welcomeMore: "Tekan Mulai, atau pindai poster di loket.",
    welcomeBare: "Tulis “Halo”, atau pindai poster di loket.",
    welcomeWork: "Tulis “bantuan” untuk melihat yang dapat dilakukan.",
    windowOpen: "Terbuka", windowShut: "Tertutup",
    windowOpenMore: "Jendela 24 jam terbuka: Tilik boleh menyapa dengan kata-kata sendiri",
    windowShutMore: "Jendela 24 jam tertutup: yang sampai hanya templat yang sudah disetujui",
    template: "templat",
    start: "Mulai",
    message: "Tulis pesan", caption: "Tulis keterangan", messageLabel: "Tulis pesan kepada {bot}",
    send: "Kirim",
    commands: "Menu perintah", noCommands: "Bot ini belum memiliki perintah.",
    attach: "Lampirkan", attachPhoto: "Foto", attachDocument: "Dokumen",
    attachVoice: "Rekaman suara", attachLocation: "Lokasi", attachSticker: "Stiker",
    attachForward: "Pesan terusan", samplePhoto: "Foto contoh",
    stickerOf: "Stiker {face}", forwarded: "Diteruskan", takeAway: "Buang",
    more: "Tindakan untuk pesan ini", forwardThis: "Teruskan", edit: "Ubah", revoke: "Tarik",
    editing: "Mengubah pesan",
    latitude: "Lintang", longitude: "Bujur", sendLocation: "Kirim lokasi",
    edited: "diedit", hour: "{hours}.{minutes}",
    photo: "Foto", enlarge: "Perbesar gambar", close: "Tutup",
    location: "Lokasi", voice: "Rekaman suara", download: "Unduh {name}, {size}",
    newest: "Ke pesan terbaru", fresh: "Pesan baru",
    noAnswer: "Server peraga tidak menjawab. Silakan coba sekali lagi.",
    refused: "Permintaan ini belum dapat dipenuhi. Silakan coba sekali lagi.",
    badPlace: "Mohon isi lintang antara -90 dan 90 serta bujur antara -180 dan 180.",
    lost: "Sambungan ke server peraga terputus. Halaman ini mencoba menyambung kembali.",
    waiting: "Menyiapkan ponsel…",
    roles: {
      citizen: "Warga", head: "Kepala kantor", staff: "Pegawai", officer: "Petugas loket",
      supervisor: "Atasan langsung", oversight: "Tim pengawas", hr: "Bagian kepegawaian", keeper: "Kepegawaian, pengawas",
      office: "Bagian kepegawaian", stranger: "Tamu",
    },
  },
  en: {
    tag: "Conversation demo",
    clock: "Tilik’s clock",
    forward: "Move the clock",
    "forward-60": "+1 hour", "forward-60-more": "A question that a citizen leaves open ends by itself",
    "forward-1440": "+1 day", "forward-1440-more": "Tomorrow at the same hour",
    "forward-10080": "+1 week", "forward-10080-more": "In a week; citizens go on rating every day",
    "jump-close": "» Day's close", "jump-close-more": "To tonight: what citizens said today begins to count",
    "jump-next": "» Next prompt", "jump-next-more": "To the next time Tilik speaks first",
    "jump-promise": "» Next promise", "jump-promise-more": "To the day a promise to a citizen falls due, then to the day after",
    "jump-quarter": "» Quarter", "jump-quarter-more": "To the next step of the quarter's evaluation",
    tries: "Try this first", closeTries: "Close the hints",
    skipPhone: "Straight to the message box", skipPosters: "Straight to the posters",
    keysHint: "Alt+1 to Alt+9: to a phone's message box; arrow up: to the newest buttons",
    today: "Today", yesterday: "Yesterday",
    pageLanguage: "Language of this page",
    posters: "Posters at the counters",
    holder: "Scanning with {name}’s phone. Choose a poster to scan it.",
    noPosters: "There are no counter posters yet.",
    scanLabel: "Scan the poster of {service}, {counter}, with {name}’s phone",
    typedCode: "Code",
    people: "Choose a phone",
    tabPosters: "Posters",
    hold: "Hold {name}’s phone",
    holdShort: "Hold",
    held: "Ready to scan",
    phoneOf: "Phone of {name}, {role}",
    talkOf: "Conversation of {name} with {bot}",
    phoneLanguage: "Language of {name}’s phone",
    block: "Block", unblock: "Unblock",
    blockLabel: "Block {bot}",
    blocked: "You have blocked {bot}. No message can be sent or received.",
    welcome: "This conversation has not started",
    welcomeMore: "Press Start, or scan a poster at a counter.",
    welcomeBare: "Write “Hello”, or scan a poster at a counter.",
    welcomeWork: "Write “help” to see what can be done here.",
    windowOpen: "Open", windowShut: "Closed",
    windowOpenMore: "The 24-hour window is open: Tilik may write in its own words",
    windowShutMore: "The 24-hour window is closed: only approved templates arrive",
    template: "template",
    start: "Start",
    message: "Write a message", caption: "Write a caption", messageLabel: "Write a message to {bot}",
    send: "Send",
    commands: "Command menu", noCommands: "This bot has no commands yet.",
    attach: "Attach", attachPhoto: "Photo", attachDocument: "Document",
    attachVoice: "Voice recording", attachLocation: "Location", attachSticker: "Sticker",
    attachForward: "Forwarded message", samplePhoto: "Sample photo",
    stickerOf: "Sticker {face}", forwarded: "Forwarded", takeAway: "Take away",
    more: "Actions on this message", forwardThis: "Forward", edit: "Edit",
    revoke: "Unsend", editing: "Editing a message",
    latitude: "Latitude", longitude: "Longitude", sendLocation: "Send location",
    edited: "edited", hour: "{hours}:{minutes}",
    photo: "Photo", enlarge: "Enlarge the picture", close: "Close",
    location: "Location", voice: "Voice recording", download: "Download {name}, {size}",
    newest: "To the newest message", fresh: "New message",
    noAnswer: "The demo server does not answer. Please try once more.",
    refused: "This could not be done. Please try once more.",
    badPlace: "Please give a latitude from -90 to 90 and a longitude from -180 to 180.",
    lost: "The connection to the demo server was lost. This page is trying to reconnect.",
    waiting: "Preparing the phones…",
    roles: {
      citizen: "Citizen", head: "Head of office", staff: "Civil servant",
      officer: "Counter officer", supervisor: "Direct superior", oversight: "Oversight team",
      hr: "HR office", keeper: "HR and oversight", office: "HR office", stranger: "Visitor",
    },
  },
};

export const CHANNELS = { telegram: "Telegram", whatsapp: "WhatsApp" };
export const LANGUAGES = Object.keys(WORDS);
const CHOSEN = "tilik-page-language";
let language = remembered();

function remembered() {
  try {
    const kept = localStorage.getItem(CHOSEN);
    return LANGUAGES.includes(kept) ? kept : null;
  } catch {
    return null; // storage is switched off in this browser
  }
}

export const spoken = () => language ?? "id";
export const role = (key) => WORDS[spoken()].roles[key] ?? key ?? "";

export function say(key, facts = {}) {
  const found = WORDS[spoken()][key];
  if (found === undefined) throw new Error(`The page has no words for "${key}".`);
  return found.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}

// The key stays on the node, so that a change of language finds and rewrites it.
export function word(node, key, facts) {
  node.dataset.word = key;
  if (facts) node.dataset.facts = JSON.stringify(facts);
  node.textContent = say(key, facts);
  return node;
}

// A person may have a phone on each channel: the name says which, where it is not Telegram's.
export const called = ({ name, channel }) =>
  channel === "whatsapp" ? `${name} (${CHANNELS[channel]})` : name;

// "6281234567003" as "+62 812-3456-7003".
export function figures(number) {
  const [, country, ...parts] = number.match(/^(62)?(\d{3})(\d{4})(\d*)$/) ?? [];
  return parts.length ? `+${country ?? ""} ${parts.filter(Boolean).join("-")}` : `+${number}`;
}

// "09:05" as it is written in the language of the page.
export function hour(node, time) {
  const [hours, minutes] = time.split(":");
  return word(node, "hour", { hours, minutes });
}

// "2026-11-30" as seen from today, which is written in the same way.
export function day(date, today) {
  const ago = (Date.parse(today) - Date.parse(date)) / 86_400_000;
  if (ago === 0 || ago === 1) return say(ago ? "yesterday" : "today");
  return longDay(new Date(date));
}

export function longDay(moment, { short = false } = {}) {
  const size = short ? "short" : "long";
  return moment.toLocaleDateString(spoken() === "id" ? "id-ID" : "en-GB",
    { timeZone: "UTC", weekday: size, day: "numeric", month: size, year: "numeric" });
}

export function label(node, key, facts, { title = true } = {}) {
  node.dataset.label = key;
  node.dataset.labelFacts = JSON.stringify(facts ?? {});
  node.setAttribute("aria-label", say(key, facts));
  if (title) node.title = say(key, facts);
  return node;
}

export function speak(chosen, { keep = true } = {}) {
  language = LANGUAGES.includes(chosen) ? chosen : "id";
  if (keep) {
    try {
      localStorage.setItem(CHOSEN, language);
    } catch {
      // storage is switched off: the choice lasts as long as the page
    }
  }
  relabel();
}

export function speakFirst(offered) {
  if (language === null) speak(offered, { keep: false });
}

export function relabel() {
  document.documentElement.lang = spoken();
  for (const node of document.querySelectorAll("[data-word]")) {
    word(node, node.dataset.word, JSON.parse(node.dataset.facts ?? "{}"));
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    label(node, node.dataset.label, JSON.parse(node.dataset.labelFacts), {
      title: node.hasAttribute("title"),
    });
  }
  for (const node of document.querySelectorAll("[data-hint]")) node.title = say(node.dataset.hint);
  for (const node of document.querySelectorAll("[data-placeholder]")) {
    node.placeholder = say(node.dataset.placeholder);
  }
}
