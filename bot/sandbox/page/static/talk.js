import { bubble } from "./bubble.js";
import { button, el, icon } from "./dom.js";
import { glyphs } from "./glyphs.js";
import { day, word } from "./words.js";

const NEAR_THE_END = 48; // pixels
const TOAST_STAYS = 4500; // milliseconds; the style sheet fades it within this time
const FLASH = 1400;

// The messages of one phone, with a word for none. `acts` as in bubble.js, and follows(url).
export function talk(id, acts) {
  const log = el("div", {
    class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions text",
    tabindex: "0", "data-testid": `log-${id}`,
  });
  const welcome = el("div", { class: "welcome" },
    el("span", { class: "avatar large" }, icon("eye")),
    word(el("strong"), "welcome"), el("span"));
  const toasts = el("div", { class: "toasts", role: "status", "data-testid": `toast-${id}` });
  const newest = button({ class: "newest", hidden: true, onclick: () => toEnd() },
    icon("down"), word(el("span"), "newest"));
  const root = el("div", { class: "talk" }, log, welcome, newest, toasts);

  const days = new Map(); // "2026-11-30" -> its line
  const lines = new Map(); // message id -> {node, drawn}
  let shown = false;
  let atEnd = true;
  let size = "";

  function toEnd() {
    atEnd = true;
    newest.hidden = true;
    log.scrollTop = log.scrollHeight;
    size = measured();
  }

  const measured = () => `${log.clientHeight} ${log.scrollHeight}`;

  // A scroll that comes with a new size is the layout's doing, not the person's.
  log.addEventListener("scroll", () => {
    if (atEnd && size !== measured()) return toEnd();
    size = measured();
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
    newest.hidden = atEnd;
    if (atEnd) word(newest.lastElementChild, "newest");
  });
  log.addEventListener("load", () => atEnd && toEnd(), true);
  log.addEventListener("click", (event) => {
    const command = event.target.closest(".command");
    if (command) acts.command(command.textContent);
    const link = event.target.closest("a[target]");
    if (link && acts.follows(new URL(link.href))) event.preventDefault();
  });
  new ResizeObserver(() => atEnd && toEnd()).observe(log);

  // Returns how many messages of the bot are new.
  function show(phone, today) {
    const first = !shown;
    shown = true;
    const came = draw(log, lines, phone.messages, acts);
    apart(log, days, lines, phone.messages, today);
    welcome.hidden = phone.messages.length > 0;
    word(welcome.lastElementChild, begin(phone));
    if (atEnd || came.some((message) => message.mine)) toEnd();
    else if (came.length) {
      newest.hidden = false;
      word(newest.lastElementChild, "fresh");
    }
    return first ? 0 : came.filter((message) => !message.mine).length;
  }

  function toast(text) {
    const node = el("p", { class: "toast" }, ...glyphs(text));
    toasts.replaceChildren(node);
    setTimeout(() => node.remove(), TOAST_STAYS);
  }

  // The newest message with buttons: the first of them, or the log where there are none.
  function reach() {
    const asked = [...log.querySelectorAll(".keys")].at(-1);
    (asked?.querySelector(".key") ?? log).focus();
  }

  return { root, log, show, toast, reach };
}

// How this phone's person begins: at a counter, or at work.
function begin({ channel, started, role }) {
  if (channel === "telegram" && !started) return "welcomeMore";
  return role === "citizen" ? "welcomeBare" : "welcomeWork";
}

// A line before the first message of every day, named as seen from today.
function apart(log, days, lines, messages, today) {
  const firsts = new Map();
  for (const message of messages) if (!firsts.has(message.day)) firsts.set(message.day, message.id);
  for (const [date, node] of days) {
    if (firsts.has(date)) continue;
    node.remove();
    days.delete(date);
  }
  for (const [date, id] of firsts) {
    const node = days.get(date) ?? el("p", { class: "day" }, el("span"));
    days.set(date, node);
    const line = lines.get(id).node;
    if (node.nextElementSibling !== line) log.insertBefore(node, line);
    const name = day(date, today);
    if (node.firstElementChild.textContent !== name) node.firstElementChild.textContent = name;
  }
}

// Brings the lines into step with the messages; an edit changes its line where it stands.
function draw(log, lines, messages, acts) {
  const came = [];
  const present = new Set(messages.map((message) => message.id));
  for (const [id, line] of lines) {
    if (present.has(id)) continue;
    line.node.remove();
    lines.delete(id);
  }
  for (const message of messages) {
    const drawn = JSON.stringify(message);
    const line = lines.get(message.id);
    if (!line) {
      came.push(message);
      lines.set(message.id, { node: added(message, acts, log), drawn });
    } else if (line.drawn !== drawn) {
      changed(line.node, message, acts);
      line.drawn = drawn;
    }
  }
  return came;
}

function added(message, acts, log) {
  const node = el("article", {
    class: message.mine ? "line mine" : "line", "data-testid": `message-${message.id}`,
  }, ...bubble(message, acts));
  log.append(node);
  return node;
}

function changed(node, message, acts) {
  const keys = [...node.querySelectorAll(".key")];
  const focused = keys.indexOf(document.activeElement);
  node.replaceChildren(...bubble(message, acts, node.querySelector("img.photo")));
  if (focused >= 0) {
    const now = [...node.querySelectorAll(".key")];
    (now[Math.min(focused, now.length - 1)] ?? node.parentElement).focus({ preventScroll: true });
  }
  node.classList.remove("flash");
  void node.offsetWidth; // lets the same animation start again
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), FLASH);
}
