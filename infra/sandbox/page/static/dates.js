// Dates in the reader's own zone, as Slack's client draws them.

const LOCALE = "en-US";
const DAY = 86_400_000;
const SHORT = { month: "short", day: "numeric", year: "numeric" };
const TIME = { hour: "numeric", minute: "2-digit" };

const FORMATS = {
  date_num: (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  date: (at) => shown(at, { month: "long", day: "numeric", year: "numeric" }),
  date_short: (at) => shown(at, SHORT),
  date_long: (at) => shown(at, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
  time: (at) => shown(at, TIME),
  time_secs: (at) => shown(at, { ...TIME, second: "2-digit" }),
};

// Fills every <time data-format="{date_short_pretty} at {time}"> below an element.
export function localize(root, now) {
  for (const time of root.querySelectorAll("time[data-format]")) {
    const filled = fill(time.dataset.format, new Date(time.dateTime), now);
    if (filled && filled !== time.textContent) time.textContent = filled;
  }
}

// A moment with its zone, for what stands outside of Slack.
export function moment(iso) {
  return shown(new Date(iso), { ...SHORT, ...TIME, timeZoneName: "short" });
}

function fill(format, at, now) {
  let known = true;
  const filled = format.replace(/\{(\w+)\}/g, (whole, name) => {
    const plain = FORMATS[name.replace(/_pretty$/, "")];
    known &&= Boolean(plain);
    return (name.endsWith("_pretty") && near(at, now)) || plain?.(at) || whole;
  });
  return known ? filled : "";
}

function near(at, now) {
  const days = Math.round((midnight(at) - midnight(now)) / DAY);
  return { [-1]: "yesterday", 0: "today", 1: "tomorrow" }[days];
}

function midnight(at) {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function shown(at, options) {
  return new Intl.DateTimeFormat(LOCALE, options).format(at);
}

function two(number) {
  return String(number).padStart(2, "0");
}
