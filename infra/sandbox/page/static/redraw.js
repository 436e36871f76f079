// Draws lists anew where they changed, and nowhere else, so that focus can stay.

const drawn = new WeakMap();

// Each item has a key; `make` gives its element once, `fill` draws into it. Gives the new items.
export function redraw(list, items, { key, make, fill }) {
  const old = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const shown = items.map((item) => {
    const name = String(key(item));
    const element = old.get(name) ?? named(make(item), name);
    fillIfChanged(element, item, fill);
    return element;
  });
  for (const child of [...list.children]) {
    if (!shown.includes(child)) child.remove();
  }
  shown.forEach((child, place) => {
    if (list.children[place] !== child) list.insertBefore(child, list.children[place] ?? null);
  });
  return items.filter((item) => !old.has(String(key(item))));
}

// Draws into an element, and gives focus back to the same control, else to its surroundings.
export function fillIfChanged(element, item, fill) {
  const mark = JSON.stringify(item);
  if (drawn.get(element) === mark) return false;
  const focused = element.contains(document.activeElement) ? focusKey(document.activeElement) : null;
  fill(element, item);
  drawn.set(element, mark);
  if (focused !== null && !element.contains(document.activeElement)) focusIn(element, focused);
  return true;
}

export function focusIn(element, key) {
  const controls = [...element.querySelectorAll("button, a, summary, input, textarea")];
  const same = controls.find((control) => key && focusKey(control) === key);
  if (!same) element.tabIndex = -1;
  (same ?? element).focus({ preventScroll: Boolean(same) });
}

export function focusKey(control) {
  return control.dataset.focus ?? control.dataset.actionId ?? control.name ?? "";
}

export function element(tag, { text, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

function named(made, key) {
  made.dataset.key = key;
  return made;
}
