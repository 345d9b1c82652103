import { ask } from "./box.js";
import { button, el } from "./dom.js";
import { ownPath } from "./safe.js";
import { CHANNELS, label, say, spoken, word } from "./words.js";

const STEPS = [15, 60, 1440]; // minutes
const ZONES = { "+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT" };

// Tilik's clock. It runs on between two states, because only a change brings a new one.
export function clock() {
  const face = document.getElementById("clock");
  const trouble = document.getElementById("clock-trouble");
  const steps = document.getElementById("forward");
  let shown = null;

  for (const minutes of STEPS) {
    const step = word(button({ class: "step", "data-testid": `clock-forward-${minutes}`,
      onclick: () => forward(step, minutes) }), `forward${minutes}`);
    steps.append(step);
  }

  // The moments worth jumping to, as the server names them.
  function jumps(names) {
    if (steps.dataset.jumps === names.join()) return;
    steps.dataset.jumps = names.join();
    steps.querySelectorAll(".jump").forEach((old) => old.remove());
    for (const name of names) {
      const step = word(button({ class: "step jump", "data-testid": `clock-jump-${name}`,
        onclick: () => move(step, { jump: name }) }), `jump-${name}`);
      steps.append(step);
    }
  }

  function forward(step, minutes) {
    return move(step, { minutes });
  }

  async function move(step, deed) {
    if (step.ariaDisabled === "true") return;
    step.ariaDisabled = "true";
    const answer = await ask("clock", deed);
    step.ariaDisabled = null;
    trouble.textContent = answer.ok ? "" : answer.why;
  }

  function draw() {
    if (!shown) return;
    const elapsed = performance.now() - shown.at;
    const moment = new Date(shown.wall + elapsed);
    const options = { timeZone: "UTC" };
    const locale = spoken() === "id" ? "id-ID" : "en-GB";
    const day = moment.toLocaleDateString(locale,
      { ...options, weekday: "long", day: "numeric", month: "long", year: "numeric" });
    const time = moment.toLocaleTimeString(locale, { ...options, hour: "2-digit", minute: "2-digit" });
    face.replaceChildren(el("b", {}, time), ` ${shown.zone}`, el("span", { class: "day" }, day));
  }

  // "2026-11-21T09:00:00+07:00" is shown in the zone it is written in, not in the browser's.
  function show(text) {
    const zone = text.match(/(Z|[+-]\d\d:\d\d)$/)?.[1] ?? "Z";
    const wall = Date.parse(`${text.slice(0, 19)}Z`);
    shown = { wall, zone: ZONES[zone] ?? `UTC${zone.replace("Z", "")}`, at: performance.now() };
    face.dateTime = text;
    draw();
  }

  setInterval(draw, 1000);
  return { show, draw, jumps };
}

// The posters on the wall. `held()` answers {name, channel, scan(poster)} of the phone in the hand.
export function posters(held) {
  const wall = document.getElementById("wall");
  const holder = document.getElementById("holder");
  const trouble = document.getElementById("poster-trouble");
  let drawn = "";

  async function scan(poster) {
    const phone = held();
    if (!phone) return;
    trouble.textContent = "";
    await phone.scan(poster);
  }

  function card(poster) {
    const node = button({ class: "poster", "data-testid": `poster-${poster.code}`,
      onclick: () => scan(poster) },
      el("span", { class: "poster-head" },
        el("span", { class: "poster-place" }, el("b", {}, poster.service),
          el("span", {}, poster.counter)),
        el("span", { class: "poster-code" }, word(el("small"), "typedCode"),
          el("code", {}, poster.code))),
      el("span", { class: "poster-body" }, ...ways(poster)));
    node.dataset.service = poster.service;
    node.dataset.counter = poster.counter;
    return node;
  }

  // WhatsApp first: that is where citizens are. A single way needs no name.
  function ways(poster) {
    const codes = { whatsapp: poster.whatsapp_qr, telegram: poster.qr };
    const there = Object.entries(codes).filter(([, path]) => ownPath(path));
    return there.map(([channel, path]) => el("span", { class: `way ${channel}` },
      el("img", { src: ownPath(path), alt: "", class: "qr" }),
      there.length > 1 ? el("small", {}, CHANNELS[channel]) : null));
  }

  function show(list) {
    const now = JSON.stringify(list);
    if (now !== drawn) {
      drawn = now;
      const none = word(el("p", { class: "none" }), "noPosters");
      wall.replaceChildren(...(list.length ? list.map(card) : [none]));
    }
    point();
  }

  // Says which phone scans, here and on every poster.
  function point() {
    const phone = held();
    if (!phone) return;
    wall.dataset.channel = phone.channel;
    if (holder.dataset.facts !== JSON.stringify({ name: phone.name }) || !holder.textContent) {
      word(holder, "holder", { name: phone.name });
    }
    for (const node of wall.querySelectorAll(".poster")) {
      const { service, counter } = node.dataset;
      label(node, "scanLabel", { service, counter, name: phone.name });
    }
  }

  return { show, point };
}

export function viewer() {
  const dialog = document.getElementById("viewer");
  const image = document.getElementById("viewer-image");
  label(document.getElementById("viewer-close"), "close");
  dialog.addEventListener("click", () => dialog.close());
  return (path) => {
    image.src = path;
    image.alt = say("photo");
    dialog.showModal();
  };
}
