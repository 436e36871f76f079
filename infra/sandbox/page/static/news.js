// Tells screen readers what is new, once, and nothing of what is only drawn anew.

const known = new Set();
let started = false;

export function announce(state, user) {
  const said = [...news(state, user)].filter(([key]) => !known.has(key));
  for (const [key] of said) known.add(key);
  if (started && said.length) {
    document.getElementById("news").textContent = said.map(([, sentence]) => sentence).join(" ");
  }
  started = true;
}

function* news(state, user) {
  for (const message of state.channel.messages) {
    // The header says how the key stands: a rewritten one is news.
    const head = text(message.html, ".header, .text");
    yield [`message ${message.ts} ${head}`, `In ${state.channel.name}: ${head}.`];
    for (const reply of message.thread) {
      yield [`reply ${reply.ts}`, `In a thread: ${text(reply.html, ".text")}`];
    }
  }
  for (const answer of state.answers.filter((one) => one.user === user)) {
    yield [`answer ${answer.ts}`, `Only visible to you: ${text(answer.html, ".text")}`];
  }
  for (const mail of state.mails) {
    yield [`mail ${mail.id}`, `New e-mail: ${mail.subject}.`];
  }
}

function text(html, selector) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return parsed.querySelector(selector)?.textContent ?? "";
}
