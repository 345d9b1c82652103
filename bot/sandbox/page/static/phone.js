import { ask } from "./box.js";
import { choices } from "./choices.js";
import { composer } from "./composer.js";
import { button, el, icon, press, segments } from "./dom.js";
import { sendOf, startOf } from "./safe.js";
import { talk } from "./talk.js";
import { called, CHANNELS, figures, hour, label, LANGUAGES, role, word } from "./words.js";

const TAP_RESTS = 400; // milliseconds a tapped button stays quiet at the least

// One person's phone, on "telegram" or "whatsapp". `hold()` makes it the phone that scans;
// `enlarge(path)` shows a picture.
export function phoneView(id, channel, { hold, enlarge }) {
  const bare = channel === "whatsapp";
  const trouble = el("p", { class: "trouble", role: "alert", "data-testid": `error-${id}` });
  let bot = { name: "", username: "", number: null };
  let lastToast = null;

  async function run(path, body) {
    const answer = await ask(path, body);
    trouble.textContent = answer.ok ? "" : answer.why;
    return answer.ok;
  }

  // Answers whether the link was one that the phone follows by itself.
  function follows(url) {
    if (bare) {
      const sent = sendOf(url, bot.number);
      if (sent) run("open", { phone: id, url: url.href });
      return sent;
    }
    const payload = startOf(url, bot.username);
    if (payload === null) return false;
    run("start", payload ? { phone: id, payload } : { phone: id });
    return true;
  }

  async function tap(message, pressed, key) {
    if (key.ariaDisabled === "true") return;
    const keys = [...key.closest(".keys").querySelectorAll(".key")];
    keys.forEach((one) => { one.ariaDisabled = "true"; });
    key.classList.add("busy");
    const rest = new Promise((done) => setTimeout(done, TAP_RESTS));
    await Promise.all([run("tap", { phone: id, message, data: pressed }), rest]);
    keys.forEach((one) => { one.ariaDisabled = null; });
    key.classList.remove("busy");
  }

  const acts = {
    tap, enlarge, follows, replies: bare, commands: !bare,
    list: (message, key) => lists.open(message, key),
    place: () => foot.place(),
    command: (text) => run("say", { phone: id, text }),
    edit: (message) => foot.edit(message),
    forward: (message) => run("forward", { phone: id, message: message.id }),
    revoke: (message) => run("revoke", { phone: id, message: message.id }),
  };
  const strip = bare ? windowed() : spoken(id, (language) => run("language", { phone: id, language }));
  const top = plate(id, hold, strip);
  const head = header(id, channel, () => run("block", { phone: id, blocked: true }));
  const messages = talk(id, acts);
  const foot = composer(id, run, { bare, up: () => messages.reach() });
  const lists = choices(id, (message, row, key) => tap(message.id, row.data, key));
  const bar = el("div", { class: "status", "aria-hidden": "true" }, el("span"), el("i"));
  const screen = el("div", { class: "screen" }, bar, head.root, messages.root, trouble, foot.root, lists.root);
  const root = el("section", { class: `phone ${channel}`, "data-testid": `phone-${id}`, id: `phone-${id}` },
    top.root, el("div", { class: "device" }, screen));
  root.addEventListener("pointerdown", hold);
  root.addEventListener("focusin", hold);
  messages.root.addEventListener("keydown", (event) => event.key === "Escape" && foot.focus());

  // Returns how many messages of the bot are new.
  function show(phone, state) {
    ({ bot } = state);
    label(root, "phoneOf", { name: called(phone), role: role(phone.role) }, { title: false });
    if (phone.blocked) lists.close();
    root.classList.toggle("blocked", phone.blocked);
    top.show(phone);
    head.show(phone, bot);
    hour(bar.firstElementChild, state.clock.slice(11, 16));
    label(messages.log, "talkOf", { name: called(phone), bot: bot.name }, { title: false });
    foot.show(phone, phone.commands, bot);
    const fresh = messages.show(phone, state.clock.slice(0, 10));
    if (phone.toast && phone.toast !== lastToast) messages.toast(phone.toast);
    lastToast = phone.toast;
    return fresh;
  }

  function beHeld(held) {
    root.classList.toggle("held", held);
    top.beHeld(held);
  }

  function scan(poster) {
    root.classList.add("scanning");
    setTimeout(() => root.classList.remove("scanning"), 900);
    return bare ? run("open", { phone: id, url: poster.whatsapp })
      : run("start", { phone: id, payload: poster.code });
  }

  const says = (text) => run("say", { phone: id, text });
  return { root, show, beHeld, scan, says, focus: () => foot.focus() };
}

// The strip over the phone: whose it is, whether it is in the hand, and what `strip` adds.
function plate(id, hold, strip) {
  const name = el("b");
  const number = el("span", { class: "number" });
  const part = el("span", { class: "role" });
  const sign = el("span", { class: "sign" }, icon("scan"), word(el("span"), "holdShort"));
  const grip = button({ class: "grip", "data-testid": `hold-${id}`, onclick: hold },
    el("span", { class: "who" }, name, number), el("span", { class: "part" }, part, sign));
  return {
    root: el("header", { class: "plate" }, grip, strip.root),
    show(phone) {
      name.textContent = phone.name;
      number.textContent = phone.number ? figures(phone.number) : "";
      part.textContent = role(phone.role);
      label(grip, "hold", { name: called(phone) });
      strip.show(phone);
    },
    beHeld(held) {
      grip.setAttribute("aria-pressed", String(held));
      word(sign.lastElementChild, held ? "held" : "holdShort");
    },
  };
}

// Telegram tells the language of a phone.
function spoken(id, speak) {
  const root = el("div", { class: "switch small", role: "group" },
    ...segments(LANGUAGES, `language-${id}`, speak));
  return {
    root,
    show(phone) {
      label(root, "phoneLanguage", { name: phone.name });
      press(root, phone.language);
    },
  };
}

// WhatsApp lets a bot answer in its own words for a day; afterwards only templates arrive.
function windowed() {
  const root = el("span", { class: "window", role: "img" });
  return {
    root,
    show(phone) {
      root.classList.toggle("open", phone.window);
      word(root, phone.window ? "windowOpen" : "windowShut");
      label(root, phone.window ? "windowOpenMore" : "windowShutMore");
    },
  };
}

function header(id, channel, block) {
  const name = el("b");
  const sort = el("span", { class: "channel" }, CHANNELS[channel]);
  const state = el("span", { class: "presence" });
  const stop = word(button({ class: "block", "data-testid": `block-${id}`, onclick: block }), "block");
  return {
    root: el("div", { class: "head" }, el("span", { class: "avatar" }, icon("eye")),
      el("div", { class: "names" }, el("span", { class: "title" }, name, sort), state), stop),
    show(phone, bot) {
      name.textContent = bot.name;
      state.textContent = channel === "whatsapp" ? figures(bot.number) : `@${bot.username}`;
      label(stop, "blockLabel", { bot: bot.name });
      stop.hidden = !phone.started || phone.blocked;
    },
  };
}
