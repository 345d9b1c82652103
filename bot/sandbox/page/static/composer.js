import { button, el, icon } from "./dom.js";
import { label, say, word } from "./words.js";

const KINDS = [["photo", "image/*", "attachPhoto"], ["document", "", "attachDocument"],
  ["voice", "audio/*", "attachVoice"]];
const MONAS = [-6.17539, 106.82715]; // a place to start from: the National Monument, Jakarta

// What a person can do at the foot of a phone. `run(path, body)` answers whether it was done.
// WhatsApp has no menu of commands, and a first message in the place of a start.
export function composer(id, run, { bare }) {
  const box = el("textarea", {
    class: "say", rows: "1", maxlength: "4096", "data-testid": `say-${id}`,
    "data-placeholder": "", placeholder: say("message"), enterkeyhint: "send",
  });
  box.dataset.placeholder = "message";
  const send = label(button({ class: "round send", type: "submit", "data-testid": `send-${id}` },
    icon("send")), "send");
  const sheet = sheets(id, run, box);
  const row = el("form", { class: "row", onsubmit: submitted },
    bare ? null : sheet.menu, sheet.attach, box, send);
  const start = word(button({ class: "wide", "data-testid": `start-${id}`,
    onclick: () => run("start", { phone: id }) }), "start");
  const closed = el("div", { class: "closed" }, el("p", {}),
    word(button({ class: "wide quiet", "data-testid": `unblock-${id}`,
      onclick: () => run("block", { phone: id, blocked: false }) }), "unblock"));
  const root = el("div", { class: "foot" }, sheet.root, row, start, closed);

  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    row.requestSubmit();
  });

  // What was typed leaves the box only when the server has taken it.
  async function submitted(event) {
    event.preventDefault();
    const text = box.value.trim();
    if (!text || box.readOnly) return;
    box.readOnly = true;
    const done = await run("say", { phone: id, text });
    box.readOnly = false;
    if (done) box.value = "";
    if (document.activeElement === document.body) box.focus();
  }

  function show(phone, commands, bot) {
    label(box, "messageLabel", { bot: bot.name }, { title: false });
    word(closed.firstElementChild, "blocked", { bot: bot.name });
    row.hidden = (!phone.started && !bare) || phone.blocked;
    start.hidden = phone.started || bare || phone.blocked;
    closed.hidden = !phone.blocked;
    if (row.hidden) sheet.close();
    sheet.offer(commands);
  }

  return { root, show, place: sheet.place };
}

// The three sheets over the text box: commands, attachments, place. One is open at a time.
function sheets(id, run, box) {
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
    const files = KINDS.map(([kind, accept, name]) => {
      const picker = el("input", { type: "file", accept, hidden: true,
        "data-testid": `file-${kind}-${id}`, onchange: () => upload(kind, picker) });
      return el("div", {}, picker, button({ class: "choice", onclick: () => picker.click() },
        icon(kind), word(el("span"), name)));
    });
    const locate = button({ class: "choice", "data-testid": `locate-${id}`,
      onclick: () => open(attach, [placeForm()]) }, icon("location"),
      word(el("span"), "attachLocation"));
    return [...files, locate];
  }

  function upload(kind, picker) {
    const [file] = picker.files;
    if (!file) return;
    const form = new FormData();
    form.append("phone", id);
    form.append("kind", kind);
    form.append("file", file, file.name);
    chosen("send", form);
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
