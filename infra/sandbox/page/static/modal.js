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
    const values = Object.fromEntries(new FormData(event.target));
    busy(event.submitter ?? dialog, () => send("/slack/submit", { values }, pressingAs()));
  });
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) leave(pressingAs());
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

async function send(path, more, user) {
  const answer = await ask(path, { view: shown, ...more, as: user });
  tell(part("slack-told"), answer.ok || part("modal").open ? { ok: true, said: "" } : answer);
}

function leave(user) {
  return send("/slack/close", {}, user);
}

// What was typed stays when the form is drawn anew, with the errors below its inputs.
function drawView(dialog, view) {
  const typed = new FormData(dialog.querySelector("form") ?? undefined);
  const same = dialog.querySelector("form")?.id === view.id;
  dialog.innerHTML = view.html;
  for (const [name, text] of same ? typed : []) {
    const input = dialog.querySelector(`[name="${CSS.escape(name)}"]`);
    if (input) input.value = text;
  }
  dialog.querySelector("[aria-invalid]")?.focus();
}
