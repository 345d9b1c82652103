import { ask } from "./box.js";
import { composer } from "./composer.js";
import { button, el, icon, press, segments } from "./dom.js";
import { startOf } from "./safe.js";
import { talk } from "./talk.js";
import { hour, label, LANGUAGES, role, word } from "./words.js";

const TAP_RESTS = 400; // milliseconds a tapped button stays quiet at the least

// One person's phone. `hold()` makes it the phone that scans; `enlarge(path)` shows a picture.
export function phoneView(id, { hold, enlarge }) {
  const trouble = el("p", { class: "trouble", role: "alert", "data-testid": `error-${id}` });
  let bot = { name: "", username: "" };
  let lastToast = null;

  async function run(path, body) {
    const answer = await ask(path, body);
    trouble.textContent = answer.ok ? "" : answer.why;
    return answer.ok;
  }

  // Answers whether the link was one that the phone follows by itself.
  function follows(url) {
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
    tap, enlarge, follows,
    visit: (url) => follows(url) || window.open(url.href, "_blank", "noopener,noreferrer"),
    command: (text) => run("say", { phone: id, text }),
  };
  const top = plate(id, hold, (language) => run("language", { phone: id, language }));
  const head = header(id, () => run("block", { phone: id, blocked: true }));
  const messages = talk(id, acts);
  const foot = composer(id, run);
  const bar = el("div", { class: "status", "aria-hidden": "true" }, el("span"), el("i"));
  const screen = el("div", { class: "screen" }, bar, head.root, messages.root, trouble, foot.root);
  const root = el("section", { class: "phone", "data-testid": `phone-${id}`, id: `phone-${id}` },
    top.root, el("div", { class: "device" }, screen));
  root.addEventListener("pointerdown", hold);
  root.addEventListener("focusin", hold);

  // Returns how many messages of the bot are new.
  function show(phone, state) {
    ({ bot } = state);
    label(root, "phoneOf", { name: phone.name, role: role(phone.role) }, { title: false });
    root.classList.toggle("blocked", phone.blocked);
    top.show(phone);
    head.show(phone, bot);
    hour(bar.firstElementChild, state.clock.slice(11, 16));
    label(messages.log, "talkOf", { name: phone.name, bot: bot.name }, { title: false });
    foot.show(phone, phone.commands, bot);
    const fresh = messages.show(phone);
    if (phone.toast && phone.toast !== lastToast) messages.toast(phone.toast);
    lastToast = phone.toast;
    return fresh;
  }

  function beHeld(held) {
    root.classList.toggle("held", held);
    top.beHeld(held);
  }

  function scan(payload) {
    root.classList.add("scanning");
    setTimeout(() => root.classList.remove("scanning"), 900);
    return run("start", { phone: id, payload });
  }

  return { root, show, beHeld, scan };
}

// The strip over the phone: whose it is, whether it is in the hand, and its language.
function plate(id, hold, speak) {
  const name = el("b", { class: "who" });
  const part = el("span", { class: "role" });
  const sign = el("span", { class: "sign" }, icon("scan"), word(el("span"), "holdShort"));
  const grip = button({ class: "grip", "data-testid": `hold-${id}`, onclick: hold },
    name, el("span", { class: "part" }, part, sign));
  const choice = el("div", { class: "switch small", role: "group" },
    ...segments(LANGUAGES, `language-${id}`, speak));
  return {
    root: el("header", { class: "plate" }, grip, choice),
    show(phone) {
      name.textContent = phone.name;
      part.textContent = role(phone.role);
      label(grip, "hold", { name: phone.name });
      label(choice, "phoneLanguage", { name: phone.name });
      press(choice, phone.language);
    },
    beHeld(held) {
      grip.setAttribute("aria-pressed", String(held));
      word(sign.lastElementChild, held ? "held" : "holdShort");
    },
  };
}

function header(id, block) {
  const name = el("b");
  const state = el("span", { class: "presence" });
  const stop = word(button({ class: "block", "data-testid": `block-${id}`, onclick: block }), "block");
  return {
    root: el("div", { class: "head" }, el("span", { class: "avatar" }, icon("eye")),
      el("div", { class: "names" }, name, state), stop),
    show(phone, bot) {
      name.textContent = bot.name;
      if (phone.typing) word(state, "typing");
      else {
        delete state.dataset.word;
        state.textContent = `@${bot.username}`;
      }
      label(stop, "blockLabel", { bot: bot.name });
      stop.hidden = !phone.started || phone.blocked;
    },
  };
}
