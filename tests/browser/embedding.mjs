// What the journeys of frames are made of: portals that embed, what they hear, and what a frame may tell at all.

import assert from "node:assert/strict";
import { journey } from "./journey.mjs";

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** A journey with a portal, at whose end only heights and ids were ever heard. */
export function embedded(walk, options = {}) {
  const every = [];
  return journey(async (reader, host) => {
    reader.every = every;
    await walk(reader, host);
    await keep(reader);
    assert.ok(reader.ids || every.length === 0, "nobody asked for the reports, so no id is known");
    for (const message of every) assert.ok(isAllowed(message, reader.ids), `a frame tells ${JSON.stringify(message)}`);
  }, { embedded: true, ...options });
}

/** Keeps what the page at hand has heard, before it goes. */
async function keep(reader) {
  const heard = await reader.run("return window.heard ? heard.filter(({ data }) => data !== null).map(({ data }) => data) : []");
  reader.every.push(...heard);
}

const CODES = ["csp", "mime", "network", "old-browser", "bad-data", "stale-build", "file-url", "panic"];
const isNumber = (value, least) => typeof value === "number" && Number.isInteger(value) && value >= least;
const has = (message, ...keys) => Object.keys(message).sort().join() === keys.sort().join();

/** Whether a message is one of those that the contract names, with numbers, codes and ids and nothing else in it. */
function isAllowed(message, ids) {
  if (typeof message === "string") {
    if (/^pymxPYMx[\w-]+xPYMxheightxPYMx\d+$/.test(message) || /^\[iFrameSizer\][^:]+:\d+:\d+:resizeObserver$/.test(message)) return true;
    const { src, context, height, ...rest } = JSON.parse(message);
    // Its own address is what its host gave it.
    return new URL(src).pathname.includes("/embed") && context === "iframe.resize" && isNumber(height, 1) && !Object.keys(rest).length;
  }
  if (message.sentinel) return has(message, "sentinel", "type", "height") && message.type === "embed-size" && isNumber(message.height, 1);
  if (message.type === "iframe-resized") return has(message, "type", "width", "height") && isNumber(message.width, 1) && isNumber(message.height, 1);
  const base = ["source", "v", "id", "type"];
  if (message.source !== "tong-ket" || message.v !== 1 || !(message.id === "" || ids.has(message.id))) return false;
  if (message.type === "ready") return has(message, ...base);
  if (message.type === "height") return has(message, ...base, "px", "width") && isNumber(message.px, 1) && isNumber(message.width, 1);
  if (message.type === "select") return has(message, ...base, "card") && ids.has(message.card);
  return message.type === "error" && has(message, ...base, "code") && CODES.includes(message.code);
}

/** The reports of the site, and in `reader.ids` all ids that there are. */
export async function reports(reader) {
  const html = await (await fetch(reader.site.page)).text();
  const { reports } = JSON.parse(html.match(/id="tongket-data">([^]*?)<\/script>/)[1]);
  reader.ids = new Set(reports.flatMap(({ id, observations }) => [id, ...observations.map((o) => `${id}/${o.id}`)]));
  return reports;
}

/** The report with the most figures. */
export const rich = (reports) => reports.reduce((best, next) => (next.observations.length > best.observations.length ? next : best));

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The frame of a portal, as the documents tell it, but for its style, which a strict portal forbids: a number does here. */
export function bare(reader, query) {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return `<iframe title="Số liệu" width="600" height="420" src="${escaped(`${reader.site.page}embed.html?${new URLSearchParams(given)}`)}" loading="lazy"
    referrerpolicy="no-referrer" sandbox="${SANDBOX}" allow="web-share; clipboard-write; fullscreen"></iframe>`;
}

/** The script of the site for portals. */
export const script = (reader) => `<script async src="${reader.site.page}embed.js"></script>`;

/** The element of the site for portals. */
export const element = (attributes, inside = "") =>
  `<tong-ket ${Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`).join(" ")}>${inside}</tong-ket>`;

let count = 0;

/** Goes to a page of the portal that holds `body`, and waits until its first frame has told something. */
export async function show(reader, host, body, { wait = "ready", ...more } = {}) {
  await keep(reader);
  const name = `trang-${(count += 1)}`;
  host.pages[name] = { body, ...more };
  await reader.driver.get(`${host.origin}/${name}`);
  if (wait && body.includes("<iframe")) await told(reader, wait);
}

/** All messages of a kind that the page has heard from a frame; waits for the first, unless asked for what there is `now`. */
export async function told(reader, type, { from = 0, now = false } = {}) {
  const heard = () => reader.run("return of(arguments[0], arguments[1])", type, from);
  if (!now) await reader.until(async () => (await heard()).length > 0, `the frame ${from} tells no ${type}`);
  return heard();
}

/** Does something in a frame of the page. */
export async function inside(reader, act, frame) {
  await reader.driver.switchTo().frame(frame ?? 0);
  try {
    await reader.see("html[data-ready]");
    return await act();
  } finally {
    await reader.driver.switchTo().defaultContent();
  }
}
