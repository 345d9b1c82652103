import { button, el, icon } from "./dom.js";
import { glyphs } from "./glyphs.js";
import { label } from "./words.js";

// The sheet with the rows of a list, at the bottom of one phone. `choose(message, row, opener)`.
export function choices(id, choose) {
  const title = el("b");
  const rows = el("div", { class: "choices-rows" });
  const shut = label(button({ class: "round", onclick: () => close() }, icon("close")), "close");
  const root = el("div", { class: "choices", role: "dialog", hidden: true,
    "data-testid": `choices-${id}` }, el("div", { class: "choices-head" }, title, shut), rows);
  let opener = null;

  function open(message, by) {
    if (opener === by) return close();
    opener?.setAttribute("aria-expanded", "false");
    opener = by;
    by.setAttribute("aria-expanded", "true");
    title.textContent = message.list.button;
    root.setAttribute("aria-label", message.list.button);
    rows.replaceChildren(...message.buttons.flat().map((row) => line(message, row)));
    root.hidden = false;
    rows.scrollTop = 0;
    rows.querySelector("button").focus({ preventScroll: true });
  }

  function line(message, row) {
    const description = row.description && el("span", {}, ...glyphs(row.description));
    const chosen = () => {
      const by = opener;
      close();
      choose(message, row, by);
    };
    return button({ class: "choices-row", onclick: chosen }, el("b", {}, ...glyphs(row.label)),
      description || null);
  }

  function close() {
    if (!opener) return;
    const inside = root.contains(document.activeElement);
    opener.setAttribute("aria-expanded", "false");
    if (inside) opener.focus({ preventScroll: true });
    opener = null;
    root.hidden = true;
    rows.replaceChildren();
  }

  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  document.addEventListener("pointerdown", (event) => {
    if (opener && !root.contains(event.target) && !opener.contains(event.target)) close();
  });
  return { root, open, close };
}
