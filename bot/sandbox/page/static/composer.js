import { button, el, icon } from "./dom.js";
import { glyphs } from "./glyphs.js";
import { sample } from "./sample.js";
import { tray } from "./tray.js";
import { label, say, word } from "./words.js";

const KINDS = [["photo", "image/*", "attachPhoto"], ["document", "", "attachDocument"]];
const STICKERS = ["👍", "❤️", "😊", "🙂", "🙁", "😞"];
const MONAS = [-6.17539, 106.82715]; // a place to start from: the National Monument, Jakarta

// What a person can do at the foot of a phone. `run(path, body)` answers whether it was done,
// `up()` leads to the newest question. WhatsApp has no menu of commands, and a first message in the
// place of a start.
export function composer(id, run, { bare, up }) {
  const box = el("textarea", {
    class: "say", rows: "1", maxlength: "4096", "data-testid": `say-${id}`,
    "data-placeholder": "message", placeholder: say("message"), enterkeyhint: "send",
  });
  const send = label(button({ class: "round send", type: "submit", "data-testid": `send-${id}` },
    icon("send")), "send");
  const waiting = tray(id, () => named(waiting.now()));
  const sheet = sheets(id, run, box, waiting);
  const row = el("form", { class: "row", onsubmit: submitted },
    bare ? null : sheet.menu, sheet.attach, box, send);
  const start = word(button({ class: "wide", "data-testid": `start-${id}`,
    onclick: () => run("start", { phone: id }) }), "start");
  const open = word(button({ class: "wide quiet", "data-testid": `unblock-${id}`,
    onclick: () => run("block", { phone: id, blocked: false }) }), "unblock");
  const closed = el("div", { class: "closed" }, el("p", {}), open);
  const root = el("div", { class: "foot" }, sheet.root, waiting.root, row, start, closed);

  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowUp" && !box.value) {
      event.preventDefault();
      up();
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    row.requestSubmit();
  });
  box.addEventListener("paste", (event) => {
    for (const file of event.clipboardData.files) {
      waiting.add(file.type.startsWith("image/") ? "photo" : "document", [file]);
    }
  });

  function named({ files, editing }) {
    box.dataset.placeholder = files.length ? "caption" : "message";
    box.placeholder = say(box.dataset.placeholder);
    if (editing) box.value = editing.text;
  }

  // What was typed leaves the box only when the server has taken it.
  async function submitted(event) {
    event.preventDefault();
    const text = box.value.trim();
    const waits = waiting.now();
    if ((!text && !waits.files.length) || box.readOnly) return;
    box.readOnly = true;
    const done = await sent(text, waits);
    box.readOnly = false;
    if (done) {
      waiting.gone(waits.files);
      box.value = "";
    }
    if (document.activeElement === document.body) box.focus();
  }

  // Photos and documents go apart, as both apps send them; the words stand under the first.
  async function sent(text, { files, forwarded, editing }) {
    if (editing) return run("edit", { phone: id, message: editing.id, text });
    if (!files.length) return run("say", { phone: id, text, forwarded });
    const kinds = [...new Set(files.map(({ kind }) => kind))];
    for (const [place, kind] of kinds.entries()) {
      const form = filled(id, kind, files.filter((one) => one.kind === kind).map(({ file }) => file));
      if (!place) form.append("caption", text);
      form.append("forwarded", forwarded);
      if (!await run("send", form)) return false;
    }
    return true;
  }

  function show(phone, commands, bot) {
    label(box, "messageLabel", { bot: bot.name }, { title: false });
    word(closed.firstElementChild, "blocked", { bot: bot.name });
    const pressed = [start, open].includes(document.activeElement);
    row.hidden = (!phone.started && !bare) || phone.blocked;
    start.hidden = phone.started || bare || phone.blocked;
    closed.hidden = !phone.blocked;
    if (row.hidden) sheet.close();
    else if (pressed) box.focus(); // the button is gone with the press
    sheet.offer(commands);
  }

  function focus() {
    [box, start, open].find((node) => node.checkVisibility()).focus();
  }

  function edit(message) {
    waiting.edit(message);
    box.focus();
  }

  return { root, show, focus, edit, place: sheet.place };
}

function filled(id, kind, files) {
  const form = new FormData();
  form.append("phone", id);
  form.append("kind", kind);
  files.forEach((file, place) => form.append(`file${place}`, file, file.name));
  return form;
}

// The sheets over the text box: commands, attachments, stickers, place. One is open at a time.
function sheets(id, run, box, waiting) {
  const root = el("div", { class: "sheet", hidden: true, "data-testid": `sheet-${id}` });
  const menu = opener(`menu-${id}`, "menu", "commands", () => commandList());
  const attach = opener(`attach-${id}`, "clip", "attach", () => attachments());
  let commands = [];
  let opened = null;

  function opener(testid, picture, name, content) {
    const node = button({ class: "round", "aria-expanded": "false", "data-testid": testid,
      onclick: () => (opened === node ? close() : open(node, content())) }, icon(picture));
    return label(node, name);
  }

  function open(by, content) {
    close();
    opened = by;
    by.setAttribute("aria-expanded", "true");
    root.replaceChildren(...content);
    root.hidden = false;
    root.querySelector("button, input")?.focus();
  }

  function close() {
    opened?.setAttribute("aria-expanded", "false");
    opened = null;
    root.hidden = true;
  }

  function leave(event) {
    if (opened && !root.contains(event.target) && !opened.contains(event.target)) close();
  }

  document.addEventListener("pointerdown", leave);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const by = opened;
    close();
    by?.focus();
  });

  function commandList() {
    if (!commands.length) return [word(el("p", { class: "none" }), "noCommands")];
    return commands.map(({ command, description }) =>
      button({ class: "choice", onclick: () => chosen("say", { phone: id, text: `/${command}` }) },
        el("b", {}, `/${command}`), el("span", {}, description)));
  }

  function attachments() {
    const files = KINDS.map(([kind, accept, name]) => picker(kind, accept, name, true,
      (chosenFiles) => wait(kind, chosenFiles)));
    const voice = picker("voice", "audio/*", "attachVoice", false,
      (recordings) => chosen("send", filled(id, "voice", recordings)));
    return [
      ...files,
      one("photo", "samplePhoto", `sample-${id}`, async () => wait("photo", [await sample()])),
      one("sticker", "attachSticker", `sticker-${id}`, () => open(attach, [stickers()])),
      one("forward", "attachForward", `forward-${id}`, () => wait()),
      voice,
      one("location", "attachLocation", `locate-${id}`, () => open(attach, [placeForm()])),
    ];
  }

  function one(picture, name, testid, onclick) {
    return button({ class: "choice", "data-testid": testid, onclick }, icon(picture),
      word(el("span"), name));
  }

  function picker(kind, accept, name, multiple, picked) {
    const input = el("input", { type: "file", accept, multiple, hidden: true,
      "data-testid": `file-${kind}-${id}`,
      onchange: () => input.files.length && picked([...input.files]) });
    return el("div", {}, input, one(kind, name, null, () => input.click()));
  }

  // Files wait for their words and for Enter; without any, the next message goes as a forwarded one.
  function wait(kind, files) {
    close();
    if (files) waiting.add(kind, files);
    else waiting.forward();
    box.focus();
  }

  function stickers() {
    return el("div", { class: "stickers" }, ...STICKERS.map((face) =>
      label(button({ class: "stick", onclick: () => chosen("stick", { phone: id, face }) },
        ...glyphs(face)), "stickerOf", { face })));
  }

  function placeForm() {
    const [latitude, longitude] = MONAS.map((value, at) => el("input", {
      type: "text", inputmode: "decimal", value: String(value),
      "data-testid": `${at ? "longitude" : "latitude"}-${id}` }));
    const wrong = el("p", { class: "trouble", role: "alert" });
    const sent = (event) => {
      event.preventDefault();
      const [lat, lon] = [latitude, longitude].map((input) => figure(input.value));
      if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
        chosen("locate", { phone: id, latitude: lat, longitude: lon });
      } else word(wrong, "badPlace");
    };
    return el("form", { class: "place", onsubmit: sent },
      el("label", {}, word(el("span"), "latitude"), latitude),
      el("label", {}, word(el("span"), "longitude"), longitude), wrong,
      word(button({ class: "wide", type: "submit", "data-testid": `send-location-${id}` }),
        "sendLocation"));
  }

  async function chosen(path, body) {
    close();
    box.focus();
    await run(path, body);
  }

  function place() {
    if (!root.closest(".blocked")) open(attach, [placeForm()]);
  }

  return { root, menu, attach, close, place, offer: (now) => { commands = now; } };
}

// "-6,175" is how a number is typed in Indonesian; an empty box is not zero.
function figure(text) {
  return text.trim() ? Number(text.replace(",", ".")) : NaN;
}
