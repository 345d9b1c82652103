import { button, el, icon } from "./dom.js";
import { glyphs } from "./glyphs.js";
import { ownPath, safeNodes } from "./safe.js";
import { hour, label, say, spoken, word } from "./words.js";

// `acts`: tap(message, data, key), list(message, key), place(), command(text),
// enlarge(path), edit(message), forward(message), revoke(message), and whether the channel `replies` (buttons as rows) and has `commands`.
export function bubble(message, acts, picture) {
  if (message.sticker) return [sticker(message), more(message, acts)];
  const parts = [
    forwarded(message),
    photo(message, acts, picture),
    attachment(message.document),
    voice(message.voice),
    place(message.location),
    el("div", { class: "words" }, text(message, acts), meta(message)),
  ];
  const inside = el("div", { class: message.photo ? "bubble framed" : "bubble" }, ...parts);
  return [inside, more(message, acts), keyboard(message, acts)].filter(Boolean);
}

function sticker(message) {
  const [face] = glyphs(message.sticker);
  return el("div", { class: "stuck" }, forwarded(message),
    label(el("span", { class: "sticker", role: "img" }, face), "stickerOf", { face: message.sticker },
      { title: false }), meta(message));
}

function forwarded(message) {
  return message.forwarded
    ? el("p", { class: "origin" }, icon("forward"), word(el("span"), "forwarded")) : null;
}

// What can still be done with a message; on WhatsApp only bare texts are edited.
function more(message, acts) {
  const named = [["forward", "forwardThis", true], ["edit", "edit", editable(message, acts)],
    ["revoke", "revoke", message.mine]].filter(([, , can]) => can);
  const row = el("span", { class: "deeds", hidden: true });
  const open = label(button({ class: "more", "aria-expanded": "false", onclick: () =>
    (row.hidden ? reveal() : close()) }, icon("more")), "more");
  const root = el("div", { class: "deeds-of" }, open, row);

  function reveal() {
    row.replaceChildren(...named.map(([deed, name]) =>
      button({ class: "deed", onclick: () => (close(), acts[deed](message)) },
        icon(deed), word(el("span"), name))));
    row.hidden = false;
    open.setAttribute("aria-expanded", "true");
    row.querySelector("button").focus({ preventScroll: true });
  }

  function close() {
    row.replaceChildren();
    row.hidden = true;
    open.setAttribute("aria-expanded", "false");
  }

  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || row.hidden) return;
    event.stopPropagation();
    close();
    open.focus();
  });
  root.addEventListener("focusout", (event) => !root.contains(event.relatedTarget) && close());
  return root;
}

function editable(message, acts) {
  return message.mine && message.text && !(acts.replies && (message.photo || message.document));
}

function text(message, acts) {
  if (!message.html) return null;
  const body = el("div", { class: "text" });
  body.append(...safeNodes(message.html, { commands: acts.commands && !message.mine }));
  return body;
}

function meta(message) {
  const edited = message.edited && word(el("span", { class: "edited" }), "edited");
  const template = message.template && word(el("span", { class: "edited" }), "template");
  return el("p", { class: "meta" }, edited || template || null, hour(el("time"), message.time));
}

// The picture already on the screen is kept when an edit did not change it.
function photo(message, acts, shown) {
  const path = ownPath(message.photo);
  if (!path) return null;
  const known = shown?.getAttribute("src") === path;
  const image = known ? shown : el("img", { src: path, class: "photo" });
  label(image, "photo", {}, { title: false });
  image.alt = say("photo");
  const open = button({ class: "enlarge", onclick: () => acts.enlarge(path) }, image);
  return label(open, "enlarge");
}

function attachment(document) {
  const path = ownPath(document?.url);
  if (!path) return null;
  const size = weight(document.size);
  const chip = el("a", { class: "chip", href: path, download: document.name },
    icon("document"),
    el("span", { class: "chip-text" },
      el("span", { class: "chip-name" }, document.name), el("span", { class: "chip-size" }, size)));
  return label(chip, "download", { name: document.name, size }, { title: false });
}

function voice(recording) {
  const path = ownPath(recording);
  if (!path) return null;
  return label(el("audio", { controls: true, preload: "metadata", src: path }), "voice");
}

function place(location) {
  if (!location) return null;
  const { latitude, longitude } = location;
  const figure = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return el("p", { class: "chip" }, icon("location"),
    el("span", { class: "chip-text" },
      word(el("span", { class: "chip-name" }), "location"),
      el("span", { class: "chip-size" }, figure)));
}

function weight(bytes) {
  if (!Number.isFinite(bytes)) return "";
  const [figure, unit] = bytes < 1000 ? [bytes, "B"]
    : bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${figure.toLocaleString(spoken(), { maximumFractionDigits: 1 })} ${unit}`;
}

function keyboard(message, acts) {
  if (message.asks_location) {
    const give = button({ class: "key", onclick: acts.place }, icon("location"),
      word(el("span"), "sendLocation"));
    return keys([give]);
  }
  if (!message.buttons?.length) return null;
  if (message.list) {
    const open = (event) => acts.list(message, event.currentTarget);
    return keys([button({ class: "key", onclick: open, "aria-haspopup": "dialog",
      "aria-expanded": "false" }, icon("list"), el("span", {}, ...glyphs(message.list.button)))]);
  }
  const rows = message.buttons.map((row) =>
    row.map((key) => inlineKey(message, key, acts)));
  return keys(...rows);
}

function keys(...rows) {
  return el("div", { class: "keys" }, ...rows.map((row) => el("div", { class: "keys-row" }, ...row)));
}

function inlineKey(message, key, acts) {
  const tap = (event) => acts.tap(message.id, key.data, event.currentTarget);
  const arrow = acts.replies ? icon("reply") : null;
  return button({ class: "key", onclick: tap }, arrow, el("span", {}, ...glyphs(key.label)));
}
