import { el } from "./dom.js";

// Faces and signs that Tilik and its people use, drawn here: not every machine has a font for them.
const SVG = "http://www.w3.org/2000/svg";
const YELLOW = "#ffcb4c", RED = "#f0735a", DARK = "#5b3a12", BLUE = "#4fa3e0", HEART = "#d8393f";
const SMILE = "M10.500 22q7.500 6 15 0", BROAD = "M9.500 20.500q8.500 9.500 17 0";
const FROWN = "M11 26.500q7-6 14 0", DEEP = "M11 28q7-9 14 0", WIDE = "M9.500 20h17q-1.500 9.500-8.500 9.500t-8.500-9.500z";
const DOTS = "M12.500 12.200v3M23.500 12.200v3", HAPPY = "M9 15q3.200-4.200 6.400 0M20.600 15q3.200-4.200 6.400 0";
const LOW = "M9 14.500q3.200 3 6.400 0M20.600 14.500q3.200 3 6.400 0";
const WORRIED = "M8.500 11.500l5-2.500M27.500 11.500l-5-2.500", ANGRY = "M8.500 9l6 3.200M27.500 9l-6 3.200";
const TWO_HEARTS = [heart(12, 14, 4), heart(24, 14, 4)];
const THUMB = "M12 16l5-9.500q3.500 0 3 4l-.800 4.500h7.300q2.500 0 2.200 2.500l-1.700 9q-.500 2.500-3 2.500H12zM5.500 16H10v13H5.500z";

const FACES = {
  "😀": { eyes: DOTS, mouth: WIDE }, "😃": { eyes: DOTS, mouth: WIDE }, "😄": { eyes: HAPPY, mouth: WIDE },
  "😁": { eyes: HAPPY, mouth: WIDE }, "🙂": { eyes: DOTS, mouth: SMILE }, "☺": { eyes: HAPPY, mouth: SMILE },
  "😊": { eyes: HAPPY, mouth: BROAD, cheeks: true }, "😍": { hearts: TWO_HEARTS, mouth: WIDE },
  "🤩": { hearts: TWO_HEARTS, mouth: WIDE }, "🥰": { eyes: HAPPY, mouth: BROAD, hearts: [heart(30, 27, 4)] },
  "😐": { eyes: DOTS, mouth: "M11 23.500h14" }, "😕": { eyes: DOTS, mouth: "M12 25.500q6-4.500 12-2.500" },
  "🫤": { eyes: DOTS, mouth: "M11 24.500l14-2.500" }, "🙁": { eyes: DOTS, mouth: FROWN },
  "😞": { eyes: LOW, brows: WORRIED, mouth: DEEP },
  "😠": { skin: RED, eyes: DOTS, brows: ANGRY, mouth: FROWN }, "😡": { skin: RED, eyes: DOTS, brows: ANGRY, mouth: DEEP },
  "🤬": { skin: RED, eyes: DOTS, brows: ANGRY, mouth: "M10 25l3-3 3 3 3-3 3 3 3-3" },
  "😤": { eyes: LOW, brows: ANGRY, mouth: FROWN }, "😢": { eyes: DOTS, brows: WORRIED, mouth: FROWN, tear: "M11 18.500q3.500 5 0 6t0-6z" },
  "😭": { eyes: LOW, brows: WORRIED, mouth: DEEP, tear: "M10 18h4v11h-4zM22 18h4v11h-4z" },
};
const SIGNS = {
  "👍": [[THUMB, YELLOW]],
  "👎": [[THUMB, YELLOW, "rotate(180 18 18)"]],
  "❤": [[heart(18, 19, 14), HEART]],
  "✅": [["M4 4h28v28H4z", "#3f9d5a"], ["M9.500 18.500l6 6L26.500 12", null, null, "#fff"]],
};
const KNOWN = new RegExp(`(${[...Object.keys(FACES), ...Object.keys(SIGNS)].join("|")})\\uFE0F?`, "gu");

function heart(x, y, size) {
  const s = size / 4;
  return `M${x} ${y + 4 * s}l${-4 * s} ${-4 * s}a${2.4 * s} ${2.4 * s} 0 0 1 ${4 * s} ${-2.6 * s}`
    + `a${2.4 * s} ${2.4 * s} 0 0 1 ${4 * s} ${2.6 * s}z`;
}

// The text as nodes: what is drawn keeps its character for whoever copies it or hears it read.
export function glyphs(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(KNOWN)) {
    nodes.push(text.slice(from, found.index), glyph(found[1], found[0]));
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)].filter((part) => part !== "");
}

function glyph(name, written) {
  const drawn = svg("svg", { viewBox: "0 0 36 36", "aria-hidden": "true", class: "drawn" });
  drawn.append(...(FACES[name] ? face(FACES[name]) : SIGNS[name].map(sign)));
  return el("span", { class: "glyph" }, drawn, el("span", { class: "said" }, written));
}

function face({ skin = YELLOW, eyes, brows, mouth, cheeks, tear, hearts = [] }) {
  const open = mouth.endsWith("z");
  return [
    svg("circle", { cx: 18, cy: 18, r: 16.5, fill: skin }),
    ...(cheeks ? [7.5, 28.5].map((cx) => svg("circle", { cx, cy: 20.5, r: 3, fill: "#f59a78" })) : []),
    tear ? svg("path", { d: tear, fill: BLUE }) : null,
    line(eyes, 2.8), line(brows, 1.8), open ? svg("path", { d: mouth, fill: DARK }) : line(mouth, 2),
    ...hearts.map((d) => svg("path", { d, fill: HEART })),
  ].filter(Boolean);
}

function line(d, width, colour = DARK) {
  return d ? svg("path", { d, fill: "none", stroke: colour, "stroke-width": width,
    "stroke-linecap": "round", "stroke-linejoin": "round" }) : null;
}

function sign([d, fill, transform, stroke]) {
  return stroke ? line(d, 4, stroke) : svg("path", { d, fill, ...(transform ? { transform } : {}) });
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
