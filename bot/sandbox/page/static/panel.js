import { ask } from "./box.js";
import { button, el } from "./dom.js";
import { ownPath } from "./safe.js";
import { CHANNELS, label, longDay, say, word } from "./words.js";

const STEPS = [60, 1440, 10080]; // minutes
const ZONES = { "+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT" };

// Tilik's clock. It runs on between two states, because only a change brings a new one.
export function clock() {
  const face = document.getElementById("clock");
  const trouble = document.getElementById("clock-trouble");
  const steps = document.getElementById("forward");
  const opener = document.getElementById("clock-open");
  let shown = null;

  for (const minutes of STEPS) steps.append(stepOf(`forward-${minutes}`, { minutes }));

  // On a narrow screen the steps are a sheet under the bar.
  function open(now) {
    steps.classList.toggle("open", now);
    opener.setAttribute("aria-expanded", String(now));
  }

  label(opener, "forward").onclick = () => open(!steps.classList.contains("open"));
  steps.parentElement.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !steps.classList.contains("open")) return;
    open(false);
    opener.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (!steps.contains(target) && !opener.contains(target)) open(false);
  });

  // A step says in a few words where it leads: beside it in the sheet, else when pointed at.
  function stepOf(name, deed) {
    const step = button({ class: deed.jump ? "step jump" : "step", "data-testid": `clock-${name}`,
      onclick: () => move(step, deed) }, word(el("b"), name), word(el("small"), `${name}-more`));
    step.dataset.hint = `${name}-more`;
    step.title = say(step.dataset.hint);
    return step;
  }

  // The moments worth jumping to, as the server names them.
  function jumps(names) {
    if (steps.dataset.jumps === names.join()) return;
    steps.dataset.jumps = names.join();
    steps.querySelectorAll(".jump").forEach((old) => old.remove());
    for (const name of names) {
      steps.append(stepOf(`jump-${name}`, { jump: name }));
    }
  }

  async function move(step, deed) {
    if (step.ariaDisabled === "true") return;
    step.ariaDisabled = "true";
    const answer = await ask("clock", deed);
    step.ariaDisabled = null;
    trouble.textContent = answer.ok ? "" : answer.why;
    open(false);
  }

  function draw() {
    if (!shown) return;
    const elapsed = performance.now() - shown.at;
    const moment = new Date(shown.wall + elapsed);
    const time = say("hour", { hours: moment.toISOString().slice(11, 13), minutes: moment.toISOString().slice(14, 16) });
    face.replaceChildren(el("b", {}, time), ` ${shown.zone}`,
      el("span", { class: "date" }, longDay(moment)),
      el("span", { class: "date short", "aria-hidden": "true" }, longDay(moment, { short: true })));
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
  // Press a step by its name, from elsewhere on the page.
  function press(name) {
    steps.querySelector(`[data-testid="clock-${name}"]`)?.click();
  }

  return { show, draw, jumps, press };
}

// The posters on the wall. `held()` answers {name, channel, scan(poster)} of the phone in the hand.
export function posters(held) {
  const wall = document.getElementById("wall");
  const holder = document.getElementById("holder");
  const trouble = document.getElementById("poster-trouble");
  let drawn = "";

  async function scan(poster, byKey) {
    const phone = held();
    if (!phone) return;
    trouble.textContent = "";
    await phone.scan(poster, byKey);
  }

  function card(poster) {
    const node = button({ class: "poster", "data-testid": `poster-${poster.code}`,
      onclick: (event) => scan(poster, !event.detail) },
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
