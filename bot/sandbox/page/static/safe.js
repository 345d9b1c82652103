import { glyphs } from "./glyphs.js";

// The second wall: the server sends sanitised HTML, and only these elements are built from it.
const ALLOWED = {
  B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", DEL: "s", STRIKE: "s",
  CODE: "code", PRE: "pre", A: "a",
};
const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "NOSCRIPT"]);
const SCHEMES = new Set(["http:", "https:", "tg:"]);
const COMMAND = /(^|[\s(])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/g;

function safeUrl(text) {
  try {
    const url = new URL(text);
    return SCHEMES.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

// Files come from this server only.
export function ownPath(text) {
  return typeof text === "string" && text.startsWith("/box/") ? text : null;
}

// The payload of a start link to this bot ("" when it has none), or null for any other link.
export function startOf(url, username) {
  const same = (name) => name?.toLowerCase() === username.toLowerCase();
  if (url.protocol === "tg:") {
    return same(url.searchParams.get("domain")) ? url.searchParams.get("start") ?? "" : null;
  }
  if (!["t.me", "telegram.me"].includes(url.hostname)) return null;
  return same(url.pathname.slice(1)) ? url.searchParams.get("start") ?? "" : null;
}

// Whether a link opens the chat with this number, its words ready to be sent.
export function sendOf(url, number) {
  return Boolean(number) && url.hostname === "wa.me" && url.pathname === `/${number}`;
}

// DOMParser makes a document that runs no script and loads no picture.
export function safeNodes(html, { commands = false } = {}) {
  const parsed = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  return copied(parsed.body, commands);
}

function copied(parent, commands) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return commands ? tappable(node.data) : glyphs(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) return [];
    const name = ALLOWED[node.tagName];
    const plain = commands && !["a", "code", "pre"].includes(name);
    const inside = copied(node, plain);
    if (!name) return inside;
    const url = name === "a" ? safeUrl(node.getAttribute("href")) : null;
    if (name === "a" && !url) return inside;
    const copy = document.createElement(name);
    if (url) Object.assign(copy, { href: url.href, target: "_blank", rel: "noopener noreferrer" });
    copy.append(...inside);
    return [copy];
  });
}

// "/nilai" in a message of the bot can be tapped, as in every Telegram client.
function tappable(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(COMMAND)) {
    const at = found.index + found[1].length;
    const command = document.createElement("button");
    Object.assign(command, { type: "button", className: "command", textContent: found[2] });
    nodes.push(...glyphs(text.slice(from, at)), command);
    from = at + found[2].length;
  }
  return [...nodes, ...glyphs(text.slice(from))];
}
