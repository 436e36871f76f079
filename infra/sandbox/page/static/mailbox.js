// The mailbox: subject and body as they came, the newest first.

import { moment } from "./dates.js";
import { element, redraw } from "./redraw.js";

const EVENT = /^ *"event": /m;
const part = (id) => document.getElementById(id);

export function drawMailbox(state) {
  const mails = state.mails.toReversed();
  part("no-mails").hidden = mails.length > 0;
  part("mail-count").textContent = mails.length === 1 ? "1 e-mail" : `${mails.length} e-mails`;
  redraw(part("mails"), mails, { key: (mail) => mail.id, make: makeMail, fill: fillMail });
}

function makeMail() {
  return element("li");
}

function fillMail(item, mail) {
  const at = mail.at ? element("time", { dateTime: mail.at, text: moment(mail.at) }) : "";
  const head = element("summary", {},
    element("span", { className: "subject", text: mail.subject }),
    element("span", { className: "line" }, `To ${mail.to}`, " · ", at));
  head.dataset.focus = "mail";
  const [letter, event] = halves(mail.body);
  const body = element("pre", { className: event ? "body" : "body notice", text: letter });
  const open = element("details", { open: true }, head, body, ...(event ? [machines(event)] : []));
  item.replaceChildren(open);
}

function halves(body) {
  const found = EVENT.exec(body);
  return found ? [body.slice(0, found.index), body.slice(found.index)] : [body, ""];
}

// The news end with the whole event, on one line, which no person reads.
function machines(event) {
  const length = event.length.toLocaleString("en-US");
  const summary = element("summary", { text: `The event itself, ${length} characters for machines` });
  return element("details", { className: "machines" }, summary, element("pre", { className: "body", text: event }));
}
