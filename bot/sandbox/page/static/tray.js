import { button, el, icon } from "./dom.js";
import { label, word } from "./words.js";

// What waits over the box of a phone and goes with the next message: files, the mark of a forwarded
// message, or which message is being changed. `changed()` is told of every change.
export function tray(id, changed) {
  const chips = el("div", { class: "tray", hidden: true, "data-testid": `tray-${id}` });
  let files = [];
  let forwarded = false;
  let editing = null;

  function put(now) {
    ({ files, forwarded, editing } = { files, forwarded, editing, ...now });
    chips.replaceChildren(...files.map(fileChip), ...(forwarded ? [forwardChip()] : []),
      ...(editing ? [editChip()] : []));
    chips.hidden = !chips.hasChildNodes();
    changed();
  }

  function chip(picture, words, dropped) {
    const drop = label(button({ class: "drop", onclick: dropped }, icon("close")), "takeAway");
    return el("span", { class: "waits" }, icon(picture), words, drop);
  }

  const fileChip = (one) => chip(one.kind, el("span", {}, one.file.name),
    () => put({ files: files.filter((other) => other !== one) }));
  const forwardChip = () => chip("forward", word(el("span"), "forwarded"), () => put({ forwarded: false }));
  const editChip = () => chip("edit", word(el("span"), "editing"), () => put({ editing: null }));

  return {
    root: chips,
    now: () => ({ files, forwarded, editing }),
    add: (kind, more) => put({ editing: null, files: [...files, ...[...more].map((file) => ({ kind, file }))] }),
    forward: () => put({ forwarded: true, editing: null }),
    edit: (message) => put({ files: [], forwarded: false, editing: message }),
    // What came while these were on their way stays.
    gone: (sent = []) => put({ files: files.filter((one) => !sent.includes(one)), forwarded: false, editing: null }),
  };
}
