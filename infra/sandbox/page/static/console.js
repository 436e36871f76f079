// The KMS console: a table of keys, and what can be asked of KMS.

import { ask, busy, tell } from "./asking.js";
import { moment } from "./dates.js";
import { asForm, mark, opened } from "./dialogs.js";
import { element, redraw } from "./redraw.js";

const LABELS = {
  disable: "Disable",
  enable: "Enable",
  schedule: "Schedule deletion",
  cancel: "Cancel deletion",
};
const STATES = {
  Enabled: ["well", "Enabled"],
  Disabled: ["idle", "Disabled"],
  PendingDeletion: ["ill", "Pending deletion"],
  PendingReplicaDeletion: ["ill", "Pending replica deletion"],
};

const part = (id) => document.getElementById(id);
let chosen = null;

export function drawConsole(state) {
  part("place").textContent = `${state.region} · account ${state.account}`;
  redraw(part("keys"), state.keys, { key: (key) => key.id, make: makeRow, fill: fillRow });
}

export function listenInConsole(actingAs) {
  const act = (action, more = {}) => kms({ action, ...more, as: actingAs() });
  part("keys").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const key = button.closest("[data-key]");
    if (button.dataset.action === "schedule") askForDays(key);
    else busy(button, () => act(button.dataset.action, { key: key.dataset.key }));
  });
  part("create").addEventListener("click", () => {
    mark(part("alias"), part("alias-error"), "");
    opened(part("creating"));
  });
  asForm(part("schedule"), {
    input: part("days"),
    error: part("days-error"),
    wrong: wrongDays,
    send: (days) => act("schedule", { key: chosen, days: Number(days) }),
  });
  asForm(part("creating"), {
    input: part("alias"),
    error: part("alias-error"),
    wrong: wrongAlias,
    send: (alias) => act("create", { alias }),
  });
}

async function kms(wish) {
  tell(part("console-told"), await ask("/kms", wish));
}

function askForDays(row) {
  chosen = row.dataset.key;
  part("schedule-key").textContent = row.dataset.alias;
  mark(part("days"), part("days-error"), "");
  opened(part("schedule"));
}

function wrongDays(text) {
  const days = Number(text);
  const fits = text.trim() && Number.isInteger(days) && days >= 7 && days <= 30;
  return fits ? "" : "Enter a whole number from 7 to 30.";
}

function wrongAlias(text) {
  const fits = /^alias\/(?!aws\/)[a-zA-Z0-9/_-]+$/.test(text);
  return fits ? "" : "Begin with alias/, then use letters, digits, /, _ and -; not alias/aws/.";
}

function makeRow() {
  return element("tr");
}

function fillRow(row, key) {
  row.dataset.alias = key.alias || key.id;
  const name = element("th", { scope: "row", id: `key-${key.id}` });
  name.append(element("span", { className: "alias" }, ...breakable(key.alias || "no alias")));
  name.append(element("span", { className: "description", text: key.description }));
  name.append(element("span", { className: "id", text: key.id }));
  row.replaceChildren(name, stateCell(key), actionCell(key, name.id));
}

// Lets a long alias break after a slash.
function breakable(alias) {
  return alias.split(/(?<=\/)/).flatMap((part) => [part, document.createElement("wbr")]);
}

function stateCell(key) {
  const [look, word] = STATES[key.state] ?? ["ill", key.state];
  const cell = element("td", {}, element("span", { className: `badge ${look}`, text: word }));
  if (key.deletion_date) {
    const at = element("time", { dateTime: key.deletion_date, text: moment(key.deletion_date) });
    cell.append(element("span", { className: "due" }, "Deletion date: ", at));
  }
  return cell;
}

function actionCell(key, described) {
  const buttons = key.actions.map((action) => {
    const button = element("button", { type: "button", className: "button", text: LABELS[action] });
    Object.assign(button.dataset, { action, focus: action });
    button.setAttribute("aria-describedby", described);
    return button;
  });
  return element("td", { className: "does" }, ...buttons);
}
