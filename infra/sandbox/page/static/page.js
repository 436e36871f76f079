// The page: the state comes live, each pane draws its part of it.

import { ask, busy, tell } from "./asking.js";
import { drawConsole, listenInConsole } from "./console.js";
import { moment } from "./dates.js";
import { drawMailbox } from "./mailbox.js";
import { drawModal, listenInModal } from "./modal.js";
import { announce } from "./news.js";
import { drawPeople } from "./people.js";
import { drawSlack, listenInSlack } from "./slack.js";

const part = (id) => document.getElementById(id);
const chosen = (id) => () => part(id).value;
const [actingAs, pressingAs] = [chosen("act-as"), chosen("press-as")];

let state = null;
let ahead = 0;

function draw() {
  drawPeople(state);
  drawConsole(state);
  drawSlack(state, pressingAs());
  drawMailbox(state);
  drawModal(state, pressingAs());
  announce(state, pressingAs());
}

function drawClock() {
  const now = new Date(Date.now() + ahead).toISOString();
  part("now").dateTime = now;
  part("now").textContent = moment(now);
}

function listen() {
  const live = new EventSource("/live");
  live.addEventListener("state", (event) => {
    state = JSON.parse(event.data);
    ahead = new Date(state.now) - Date.now();
    part("lost").hidden = true;
    drawClock();
    draw();
  });
  live.addEventListener("error", () => {
    part("lost").textContent = "The sandbox does not answer. If it has ended, start it again: make demo";
    part("lost").hidden = false;
  });
}

part("press-as").addEventListener("change", draw);
part("act-as").addEventListener("change", draw);
part("clock").addEventListener("submit", (event) => {
  event.preventDefault();
  const hours = Number(part("jump").value);
  busy(event.submitter, async () => {
    const answer = await ask("/clock", { hours });
    tell(part("clock-told"), answer.ok ? { ok: true, said: "" } : answer);
    // The time itself is seen; who cannot see it hears it.
    if (answer.ok) part("news").textContent = answer.said;
  });
});
listenInConsole(actingAs);
listenInSlack(pressingAs);
listenInModal(pressingAs);
setInterval(drawClock, 10_000);
listen();
