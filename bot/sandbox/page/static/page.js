import { follow } from "./box.js";
import { button, el, press, segments } from "./dom.js";
import { clock, posters, viewer } from "./panel.js";
import { phoneView } from "./phone.js";
import { tries } from "./tries.js";
import { called, label, LANGUAGES, relabel, say, speak, speakFirst, spoken, word } from "./words.js";

const row = document.getElementById("phones");
const tabs = document.getElementById("tabs");
const pageLanguage = document.getElementById("page-language");
const lostLine = document.getElementById("lost");

const views = new Map(); // phone id -> {view, name, tab}
const MANY = 5; // phones that a wide screen shows without a row of tabs
let heldId = null;
let latest = null;

const time = clock();
const wall = posters(inTheHand);
const enlarge = viewer();
const lines = tries({
  scan: (id, code) => {
    const poster = latest?.posters.find((one) => one.code === code);
    if (poster) goTo(id).scan(poster);
  },
  type: (id, words) => goTo(id).says(words),
  move: (step) => time.press(step),
});

function inTheHand() {
  const held = views.get(heldId);
  if (!held) return null;
  const scan = async (poster, byKey) => {
    const { view } = held;
    look("phones");
    seek(view);
    await view.scan(poster);
    if (byKey) view.focus();
  };
  return { name: held.name, channel: held.channel, scan };
}

function seek(view) {
  view.root.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function goTo(id) {
  const { view } = views.get(id);
  hold(id);
  look("phones");
  seek(view);
  return view;
}

// On a narrow screen one thing is in view: the held phone, or the wall with the posters.
function look(at) {
  document.body.dataset.view = at;
  for (const [id, { tab }] of views) {
    tab.setAttribute("aria-pressed", String(at === "phones" && id === heldId));
  }
  wallTab.setAttribute("aria-pressed", String(at === "posters"));
}

function hold(id) {
  if (heldId === id) return;
  heldId = id;
  for (const [one, { view }] of views) view.beHeld(one === id);
  views.get(id).tab.classList.remove("fresh");
  look(document.body.dataset.view);
  wall.point();
}

const wallTab = word(button({ class: "tab wall-tab", "data-testid": "tab-posters",
  onclick: () => look("posters") }), "tabPosters");
tabs.prepend(wallTab);

function arrive(phone) {
  const view = phoneView(phone.id, phone.channel, { hold: () => hold(phone.id), enlarge });
  // Whoever pressed a key wants to write there; a finger wants no keyboard on the screen.
  const tab = button({ class: `tab ${phone.channel}`, "data-testid": `tab-${phone.id}`,
    onclick: (event) => { goTo(phone.id); if (!event.detail) view.focus(); } });
  tabs.insertBefore(tab, wallTab);
  row.append(view.root);
  views.set(phone.id, { view, tab, name: called(phone), channel: phone.channel });
  tabs.classList.toggle("many", views.size > MANY);
}

function show(state) {
  latest = state;
  speakFirst(state.language);
  document.title = `${state.bot.name} · ${say("tag")}`;
  row.querySelector(".waiting")?.remove();
  for (const phone of state.phones) {
    if (!views.has(phone.id)) arrive(phone);
    const seen = views.get(phone.id);
    Object.assign(seen, { name: called(phone) });
    nameTab(seen, phone, state.phones);
    const fresh = seen.view.show(phone, state);
    if (fresh && phone.id !== heldId) seen.tab.classList.add("fresh");
  }
  leave(new Set(state.phones.map((phone) => phone.id)));
  if (!views.has(heldId) && state.phones.length) hold(state.phones[0].id);
  time.show(state.clock);
  time.jumps(state.jumps ?? []);
  lines.show(state.tries ?? []);
  wall.show(state.posters);
}

function nameTab({ tab, name }, phone, phones) {
  const twice = phones.some((one) => one.id !== phone.id && one.name === phone.name);
  const short = phone.name.split(" ")[0] + (twice && phone.channel === "whatsapp" ? " WA" : "");
  if (tab.textContent !== short) tab.textContent = short;
  const place = [...views.keys()].indexOf(phone.id) + 1;
  tab.title = place < 10 ? `${name} (Alt+${place})` : name;
  if (place < 10) tab.setAttribute("aria-keyshortcuts", `Alt+${place}`);
  tab.setAttribute("aria-label", name);
}

// Alt and a digit lead to the box of that phone, Alt and 0 to the posters; by the key's place, for
// with Alt a Mac writes other signs.
document.addEventListener("keydown", (event) => {
  const [, digit] = event.code.match(/^(?:Digit|Numpad)(\d)$/) ?? [];
  if (!digit || !event.altKey || event.ctrlKey || event.metaKey) return;
  const id = [...views.keys()][digit - 1];
  if (digit !== "0" && id === undefined) return;
  event.preventDefault();
  if (digit === "0") toWall();
  else goTo(id).focus();
});

function toWall() {
  look("posters");
  document.querySelector(".poster")?.focus();
}

document.getElementById("skip-phone").onclick = () => goTo(heldId).focus();
document.getElementById("skip-posters").onclick = toWall;

function leave(present) {
  for (const [id, { view, tab }] of views) {
    if (present.has(id)) continue;
    view.root.remove();
    tab.remove();
    views.delete(id);
  }
}

function lost(gone) {
  lostLine.hidden = !gone;
  if (gone) word(lostLine, "lost");
}

function choose(language) {
  speak(language);
  press(pageLanguage, spoken());
  if (latest) show(latest);
}

pageLanguage.append(...segments(LANGUAGES, "page-language", choose));
label(pageLanguage, "pageLanguage");
label(tabs, "people", {}, { title: false });
row.append(word(el("p", { class: "waiting" }), "waiting"));
relabel();
follow((state) => { show(state); press(pageLanguage, spoken()); }, lost);
