// Native dialogs: they take the focus, and give it back to what opened them.

import { focusIn, focusKey } from "./redraw.js";

// Shows a dialog, and gives its return value once it is closed.
export function opened(dialog) {
  const opener = remembered(document.activeElement);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener(
      "close",
      () => {
        opener();
        resolve(dialog.returnValue);
      },
      { once: true },
    );
  });
}

// Finds the control again by its key where it was drawn anew meanwhile.
function remembered(control) {
  const home = control?.closest("[data-key]");
  const key = control && focusKey(control);
  return () => {
    if (control?.isConnected) control.focus();
    else if (home?.isConnected) focusIn(home, key);
  };
}

export function asForm(dialog, { input, error, wrong, send }) {
  const form = dialog.querySelector("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sentence = wrong(input.value);
    mark(input, error, sentence);
    if (!sentence) {
      dialog.close("sent");
      await send(input.value);
    }
  });
  form.querySelector("[data-close]").addEventListener("click", () => dialog.close());
}

export function mark(input, error, sentence) {
  error.textContent = sentence;
  input.ariaInvalid = sentence ? "true" : null;
  if (sentence) input.focus();
}
