// Sites of reports that mean no good, and what a page shows of it if any of it was taken for more than text.
//
// What the reports say is in tests/hostile/words.json, where they say it in tests/hostile/report.json: the native tests
// (tests/hostile.rs) take the same two files. Every word tries to set `evil`, in its own window or in those around it; what
// it would load lies at this host, where a file that is missing is found out, or at one that does not exist.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { siteOf } from "./journey.mjs";

const read = (name) => readFileSync(new URL(`../hostile/${name}`, import.meta.url), "utf8");

/** What is said. */
export const WORDS = Object.values(JSON.parse(read("words.json")));

/** Ids name files, which no system lets be as long as a text. */
export const idOf = (words) => [...words].slice(0, 20).join("");

/** A report that says so in every place that holds a text. */
function reportOf(words) {
  const say = (value, key) => {
    if (typeof value === "string") return value.split("@").join(key === "id" ? idOf(words) : words);
    if (Array.isArray(value)) return value.map((item) => say(item, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, say(value, key)]));
  };
  const report = say(JSON.parse(read("report.json")));
  report.blocks[0].length = [...report.text].length;
  return report;
}

/** A place for what a site is made of. */
function place(name) {
  const folder = new URL(`../../target/sites/${name}-${process.env.TONGKET_BROWSER ?? "chromium"}-from/`, import.meta.url).pathname;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A site of summaries: every field says something. Of `many`, it is one whose pages load their reports. */
export function siteOfFields(many) {
  // Every third is enough for a frame to be a list.
  const reports = WORDS.filter((_, at) => !many || at % 3 === 0).map(reportOf);
  if (many) reports[0].diagnostics[0].message = "dài ".repeat(250_000);
  const name = many ? "evil-many" : "evil-fields";
  const file = `${place(name)}reports.ndjson`;
  writeFileSync(file, reports.map((report) => `${JSON.stringify(report)}\n`).join(""));
  return siteOf(file, name, "--unpacked");
}

/** A site of texts with a manifest: what our own parser makes of them. */
export function siteOfTexts() {
  const folder = place("evil-texts");
  const reports = [];
  const addresses = WORDS.filter((words) => /:/.test(words));
  for (let at = 0; at < WORDS.length; at += 8) {
    const some = WORDS.slice(at, at + 8);
    const lines = some.flatMap((words) => [
      `Năm 2020, doanh thu ${words} đạt 5 tỷ đồng, tăng 3% so với năm 2019. Tổng số ${words} là 12.345 ${words}.`,
      `Ngày 12/1/2021, Sở ${words} tổ chức hội nghị ${words} theo Quyết định số 362/QĐ-TTg ngày 03/4/2019 về ${words}.`,
      `Năm 2021, phấn đấu ${words} đạt 10% ${words}. Ông Nguyễn Văn ${words}, Chủ tịch ${words}, phát biểu.`,
    ]);
    const file = `${at}.txt`;
    writeFileSync(folder + file, `BÁO CÁO ${some[0]}\n\n${lines.join("\n\n")}\n\n${some[1] ?? ""}\n`);
    const [title, publisher] = [some.join(" "), some.join(" · ")];
    reports.push({ id: `bao-cao-${at}`, file, title, publisher, place: "VN-44", date: "2021-01-12", source: addresses[(at / 8) % addresses.length] });
  }
  writeFileSync(`${folder}manifest.json`, JSON.stringify({ reports }));
  return siteOf(folder, "evil-texts", "--unpacked");
}

/** What no page of ours has, whatever it shows: elements that load or run, attributes that run, addresses that run. */
function look() {
  const odd = [];
  const ours = location.protocol === "file:" ? null : location.origin;
  const unknown = ["img", "iframe", "object", "embed", "base", "math", "foreignobject", "animate", "video", "audio", "source", "marquee", "template", "tong-ket", "mglyph", "use", "image"];
  const places = ["href", "xlink:href", "src", "action", "formaction", "data", "srcset", "poster", "background", "ping", "srcdoc"];
  const once = ["tongket-data", "tongket-says", "notice", "app", "rest", "embed"];
  for (const one of document.querySelectorAll("*")) {
    if (unknown.includes(one.localName.toLowerCase())) odd.push(one.outerHTML.slice(0, 200));
    if (one.localName === "script" && ours && !one.src.startsWith(ours) && !/^application\/(ld\+)?json$/.test(one.type)) odd.push(one.outerHTML.slice(0, 200));
    if (one.localName === "form" && one.className !== "search-field") odd.push(one.outerHTML.slice(0, 200));
    if (one.localName === "link" && !["rust", "icon", "stylesheet", "alternate", "canonical"].includes(one.rel)) odd.push(one.outerHTML);
    for (const { name, value } of one.attributes) {
      if (/^on/.test(name)) odd.push(`${one.localName} ${name}`);
      if (!places.includes(name)) continue;
      let scheme = "none";
      try {
        scheme = new URL(value, document.baseURI).protocol;
      } catch {
        // An address that is none leads nowhere.
      }
      const known = ["https:", "http:", "file:", "none"].includes(scheme) || (one.localName === "link" && one.rel === "icon");
      if (!known) odd.push(`${one.localName} ${name}=${value}`);
    }
  }
  for (const id of once) if (document.querySelectorAll(`script#${id}, main#${id}, div#${id}, p#${id}`).length > 1) odd.push(`${id} twice`);
  for (const { name } of performance.getEntriesByType("resource")) if (ours && !name.startsWith(ours)) odd.push(`asked for ${name}`);
  for (const frame of [window, parent, top]) {
    try {
      if (frame.evil) odd.push("what a report says was run");
    } catch {
      // A window of another origin: what it knows is asked there.
    }
  }
  return odd;
}

export const LOOK = `(${look})()`;

/**
 * A script that calls nobody and asks nothing: whatever would, is told to the server and fails the journey. It runs before
 * all others in every page.
 */
export const CANARY = `
  Object.defineProperty(window, "evil", { get: () => window.ran, set: () => { window.ran = 1; console.error("what a report says was run"); } });
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => console.error(name + " was called");
`;
