// The modal that an app has opened for the person who presses.

import { ask, busy, tell } from "./asking.js";
import { localize } from "./dates.js";
import { opened } from "./dialogs.js";
import { fillIfChanged } from "./redraw.js";

const part = (id) => document.getElementById(id);
let shown = null;

export function drawModal(state, user) {
  const dialog = part("modal");
  const view = state.views.findLast((one) => one.user === user);
  shown = view?.id ?? null;
  if (!view) {
    dialog.close();
    return;
  }
  fillIfChanged(dialog, view, drawView);
  localize(dialog, new Date(state.now));
  dialog.setAttribute("aria-labelledby", `${view.id}-title`);
  if (!dialog.open) opened(dialog);
}

export function listenInModal(pressingAs) {
  const dialog = part("modal");
  dialog.addEventListener("submit", (event) => {
    event.preventDefault();
    const values = filledIn(event.target);
    busy(event.submitter ?? dialog, () => send("/slack/submit", { values }, pressingAs()));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) leave(pressingAs());
    const button = event.target.closest("[data-action-id]");
    if (button) busy(button, () => press(button, pressingAs()));
  });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave(pressingAs());
  });
  // A browser may close a dialog whose `cancel` was prevented twice.
  dialog.addEventListener("close", () => {
    if (shown) leave(pressingAs());
  });
}

// A button in a modal sends all that is filled in, as Slack's client does.
function press(button, user) {
  const values = filledIn(button.closest("form"));
  return send("/slack/press-in-view", { action_id: button.dataset.actionId, values }, user);
}

// Text by name; of checkboxes the list of what is ticked, even if that is nothing.
function filledIn(form) {
  const values = {};
  for (const { type, name, value, checked } of form?.elements ?? []) {
    if (!name || (type === "radio" && !checked)) continue;
    if (type !== "checkbox") values[name] = value;
    else values[name] = [...(values[name] ?? []), ...(checked ? [value] : [])];
  }
  return values;
}

async function send(path, more, user) {
  const answer = await ask(path, { view: shown, ...more, as: user });
  tell(part("slack-told"), answer.ok || part("modal").open ? { ok: true, said: "" } : answer);
}

function leave(user) {
  return send("/slack/close", {}, user);
}

// What was typed stays when the form is drawn anew, with the errors below its inputs.
function drawView(dialog, view) {
  const before = dialog.querySelector("form");
  const typed = before?.id === view.id ? filledIn(before) : {};
  dialog.innerHTML = view.html;
  for (const input of dialog.querySelector("form").elements) {
    if (!(input.name in typed)) continue;
    if (["checkbox", "radio"].includes(input.type)) {
      input.checked = [typed[input.name]].flat().includes(input.value);
    } else input.value = typed[input.name];
  }
  dialog.querySelector("[aria-invalid]")?.focus();
}
