const SVG = "http://www.w3.org/2000/svg";

// Children that are strings become text nodes: nothing here ever parses HTML.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

export function button(attributes, ...children) {
  return el("button", { type: "button", ...attributes }, ...children);
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

// A small two-or-more-way switch of real buttons; `choose` gets the value pressed.
export function segments(values, testid, choose) {
  return values.map((value) =>
    button(
      { class: "segment", "data-value": value, "data-testid": `${testid}-${value}`, lang: value,
        onclick: () => choose(value) },
      value.toUpperCase(),
    ),
  );
}

export function press(container, value) {
  for (const node of container.querySelectorAll("[data-value]")) {
    node.setAttribute("aria-pressed", String(node.dataset.value === value));
  }
}
