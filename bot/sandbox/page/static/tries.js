import { button, el, icon } from "./dom.js";
import { glyphs } from "./glyphs.js";
import { label, spoken } from "./words.js";

const QUOTED = /“([^”]+)”/;
const CLOSED = "tilik-tries-closed";

// The lines of what to try first; what stands in “quotes” is done by a click: `scan(phone, code)`,
// `type(phone, words)` or `move(step)`.
export function tries({ scan, type, move }) {
  const root = document.getElementById("tries");
  const opener = document.getElementById("tries-open");
  const lines = document.getElementById("tries-lines");
  let drawn = "";

  label(document.getElementById("tries-close"), "closeTries").onclick = () => open(false);
  label(opener, "tries").onclick = () => open(root.hidden);

  function open(now) {
    root.hidden = !now;
    opener.setAttribute("aria-expanded", String(now));
    try {
      if (now) sessionStorage.removeItem(CLOSED);
      else sessionStorage.setItem(CLOSED, "yes");
    } catch {
      // storage is switched off: it opens again with the page
    }
  }

  function closed() {
    try {
      return sessionStorage.getItem(CLOSED) !== null;
    } catch {
      return false;
    }
  }

  function line({ words, clicks }) {
    const parts = words[spoken()].split(QUOTED); // every second one stood in quotes
    return el("li", {}, el("span", {}, ...parts.map((part, place) =>
      (place % 2 ? [chip(clicks[(place - 1) / 2], part)] : glyphs(part))).flat()));
  }

  function chip({ phone, scan: code, move: step, page: there }, words) {
    const pressed = () => {
      // Where only one thing is in view, the lines make room for what they have begun.
      if (matchMedia("(max-width: 760px)").matches) open(false);
      if (step) return move(step);
      if (there) return window.open(there, "_blank", "noopener");
      return code ? scan(phone, code) : type(phone, words);
    };
    return button({ class: "try", "data-testid": `try-${step || there || phone}-${words}`, onclick: pressed },
      code ? icon("scan") : null, el("span", {}, words));
  }

  return {
    show(list) {
      const now = JSON.stringify([spoken(), list]);
      if (now === drawn) return;
      if (!drawn) open(list.length > 0 && !closed());
      drawn = now;
      opener.hidden = !list.length;
      lines.replaceChildren(...list.map(line));
    },
  };
}
