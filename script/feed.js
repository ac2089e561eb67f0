// Feeds the app of a page that does not carry its reports. What the app wants it writes at the root element (data-want): the
// id of a report, or nothing for all of them. It comes as events, a line of the file in each, some milliseconds at a time so
// that the page stays alive; an empty line is a new beginning, and no line the end.

const root = document.documentElement;
const here = document.currentScript.src;
const SLICE = 12;

/** Where a report lies: what is no small letter, digit or hyphen stands as its bytes. */
function pathOf(report) {
  const safe = (byte) => {
    const letter = String.fromCharCode(byte);
    return /[a-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, "0")}`;
  };
  return `data/view/${[...new TextEncoder().encode(report)].map(safe).join("")}.json`;
}

const hand = (detail) => dispatchEvent(new CustomEvent("tongket-line", { detail }));

async function textOf(path) {
  const response = await fetch(new URL(path, here));
  // What is not there has no lines.
  if (response.status === 404) return "";
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

let last = 0;

async function feed() {
  const mine = ++last;
  const want = root.dataset.want;
  const path = want ? pathOf(want) : document.getElementById("tongket-data").dataset.all;
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const text = await textOf(path).catch(() => wait(1000).then(() => textOf(path)));
  let at = 0;
  hand("");
  while (at < text.length) {
    const until = performance.now() + SLICE;
    while (at < text.length && performance.now() < until) {
      // The reader has gone elsewhere, and something else is on its way.
      if (mine !== last) return;
      const end = text.indexOf("\n", at);
      hand(text.slice(at, end < 0 ? undefined : end));
      at = end < 0 ? text.length : end + 1;
    }
    await wait(0);
  }
  if (mine === last) hand(null);
}

const heard = () => feed().catch(() => root.setAttribute("data-failed", "network"));
new MutationObserver(heard).observe(root, { attributeFilter: ["data-want"] });
if (root.dataset.want !== undefined) heard();
