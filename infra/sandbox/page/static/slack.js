// The Slack channel: messages with their threads, answers to one person, presses.

import { ask, busy, tell } from "./asking.js";
import { localize } from "./dates.js";
import { opened } from "./dialogs.js";
import { element, fillIfChanged, redraw } from "./redraw.js";

const part = (id) => document.getElementById(id);

// Answers stand where Slack shows them: in their thread, or between the messages.
export function drawSlack(state, user) {
  const { name, messages } = state.channel;
  const answers = state.answers.filter((answer) => answer.user === user);
  const below = (ts) => answers.filter((answer) => (answer.thread_ts ?? "") === ts);
  const items = [...messages, ...below("")].map((said) => {
    return { ...said, thread: inOrder([...(said.thread ?? []), ...below(said.ts)]) };
  });
  part("channel").textContent = name;
  part("no-messages").hidden = items.length > 0;
  const atEnd = isAtEnd(part("channel-view"));
  const fresh = redraw(part("messages"), inOrder(items), { key: keyOf, make: makeItem, fill: fillItem });
  if (fresh.length && atEnd) part("channel-view").scrollTop = part("channel-view").scrollHeight;
  localize(part("messages"), new Date(state.now));
}

export function listenInSlack(pressingAs) {
  part("messages").addEventListener("click", (event) => {
    const button = event.target.closest("[data-action-id]");
    if (button) busy(button, () => press(button, pressingAs));
  });
}

async function press(button, pressingAs) {
  const ts = button.closest("[data-ts]").dataset.ts;
  if (!(await confirmed(button.dataset.confirm))) return;
  const wish = { ts, action_id: button.dataset.actionId, as: pressingAs() };
  if (button.dataset.choice) {
    wish.choice = button.dataset.choice;
    close(button.closest("details"));
  }
  const answer = await ask("/slack/press", wish);
  tell(part("slack-told"), answer.ok ? { ok: true, said: "" } : answer);
}

function close(menu) {
  menu.open = false;
  menu.firstChild.focus();
}

async function confirmed(asked) {
  if (!asked) return true;
  const { title, text, confirm, deny, style } = JSON.parse(asked);
  part("confirm-title").textContent = title;
  part("confirm-text").textContent = text;
  part("confirm-deny").textContent = deny;
  part("confirm-go").textContent = confirm;
  part("confirm-go").className = `button ${style}`;
  return (await opened(part("confirm"))) === "confirm";
}

function makeItem() {
  const replies = element("ol", { className: "replies" });
  replies.setAttribute("role", "list");
  const thread = element("details", { className: "thread", open: true }, element("summary"), replies);
  return element("li", {}, element("article"), thread);
}

function fillItem(item, said) {
  item.dataset.ts = said.ts;
  const [article, thread] = item.children;
  fillIfChanged(article, said.html, drawHtml);
  thread.hidden = said.thread.length === 0;
  thread.firstChild.textContent = said.thread.length === 1 ? "1 reply" : `${said.thread.length} replies`;
  thread.firstChild.dataset.focus = "thread";
  redraw(thread.lastChild, said.thread, { key: keyOf, make: makeReply, fill: fillReply });
}

function makeReply() {
  return element("li", {}, element("article"));
}

function fillReply(item, said) {
  item.dataset.ts = said.ts;
  fillIfChanged(item.firstChild, said.html, drawHtml);
}

// The server has escaped all that comes from outside, and the page's policy runs no script of it.
function drawHtml(place, html) {
  place.innerHTML = html;
}

function keyOf(said) {
  return said.user ? `answer-${said.ts}` : said.ts;
}

function inOrder(items) {
  return items.toSorted((one, other) => Number(one.ts) - Number(other.ts));
}

function isAtEnd(view) {
  return view.scrollHeight - view.scrollTop - view.clientHeight < 40;
}
