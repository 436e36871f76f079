// Who acts: a choice in the console and one in Slack, each with a word about them.

import { element, fillIfChanged } from "./redraw.js";

const part = (id) => document.getElementById(id);

export function drawPeople(state) {
  drawChoice(part("act-as"), part("act-about"), state.kms_people);
  drawChoice(part("press-as"), part("press-about"), state.slack_people);
}

function drawChoice(select, about, people) {
  fillIfChanged(select, people, () => {
    const before = select.value;
    select.replaceChildren(...people.map(({ id, name }) => element("option", { value: id, text: name })));
    if (people.some(({ id }) => id === before)) select.value = before;
  });
  about.textContent = people.find(({ id }) => id === select.value)?.about ?? "";
}
