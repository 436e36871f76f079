// Asks the sandbox to do something, and shows what it answers.

export async function ask(path, wish) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
    return await answer.json();
  } catch {
    return { ok: false, said: "The sandbox does not answer. Look at the terminal it runs in." };
  }
}

export function tell(place, { ok, said }) {
  place.className = `told ${ok ? "well" : "ill"}`;
  place.textContent = said;
}

// While something is under way its button says so, and keeps the focus.
export async function busy(button, work) {
  if (button.ariaBusy === "true") return undefined;
  button.ariaBusy = "true";
  try {
    return await work();
  } finally {
    button.ariaBusy = null;
  }
}
