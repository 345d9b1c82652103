import { follow } from "./box.js";
import { button, el, press, segments } from "./dom.js";
import { clock, posters, viewer } from "./panel.js";
import { phoneView } from "./phone.js";
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

function inTheHand() {
  const held = views.get(heldId);
  if (!held) return null;
  const scan = (poster) => (look("phones"), seek(held.view), held.view.scan(poster));
  return { name: held.name, channel: held.channel, scan };
}

function seek(view) {
  view.root.scrollIntoView({ block: "nearest", inline: "nearest" });
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

const wallTab = word(button({ class: "tab", "data-testid": "tab-posters",
  onclick: () => look("posters") }), "tabPosters");
tabs.append(wallTab);

function arrive(phone) {
  const view = phoneView(phone.id, phone.channel, { hold: () => hold(phone.id), enlarge });
  const tab = button({ class: `tab ${phone.channel}`, "data-testid": `tab-${phone.id}`,
    onclick: () => { hold(phone.id); look("phones"); seek(view); } });
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
    const twice = state.phones.some((one) => one.id !== phone.id && one.name === phone.name);
    const words = twice ? seen.name : phone.name;
    if (seen.tab.textContent !== words) seen.tab.textContent = words;
    seen.tab.title = seen.name;
    seen.tab.setAttribute("aria-label", seen.name);
    const fresh = seen.view.show(phone, state);
    if (fresh && phone.id !== heldId) seen.tab.classList.add("fresh");
  }
  leave(new Set(state.phones.map((phone) => phone.id)));
  if (!views.has(heldId) && state.phones.length) hold(state.phones[0].id);
  time.show(state.clock);
  time.jumps(state.jumps ?? []);
  wall.show(state.posters);
}

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
