// Whatever a report, an address or a message says, it stays words: every way into our pages, under our policy and under none,
// with what those who try have thought of (tests/hostile/words.json).

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { needs } from "./driver.mjs";
import { bare, script, show, told } from "./embedding.mjs";
import { CANARY, idOf, LOOK, siteOfFields, siteOfTexts, WORDS } from "./hostile.mjs";
import { journey, suite } from "./journey.mjs";

const SITES = { texts: siteOfTexts(), fields: siteOfFields(false), many: siteOfFields(true) };
/** Under none everything would run that can: every engine goes that way. Ours must stop nothing of what is meant: one does. */
const POLICIES = { "our policy": [(given) => given, needs("bothPolicies")], "no policy": [() => "", {}] };
const VIEWS = ["cards", "chart", "timeline", "task-list", "report"];
const KEYS = ["report", "view", "card", "sector", "area", "period", "lang", "theme", "accent", "pin", "childId"];

/** The page shows nothing that it would not show of other words. */
async function clean(reader, where) {
  assert.deepEqual(await reader.run(`return ${LOOK}`), [], where);
}

/** Goes through places of the app, and looks at each. */
async function through(reader, routes) {
  await reader.driver.manage().setTimeouts({ script: 120_000 });
  const found = await reader.driver.executeAsyncScript(
    `const [routes, done] = arguments, found = [];
     const arrive = (route) => new Promise((there) => {
       addEventListener("hashchange", () => setTimeout(there), { once: true });
       location.hash === route ? there() : (location.hash = route);
       setTimeout(there, 200);
     });
     (async () => {
       for (const route of routes) {
         await arrive(route);
         const odd = ${LOOK};
         const main = document.querySelector("main");
         if (!main || !main.innerText.trim()) odd.push("nothing is shown");
         if (odd.length) found.push([route, odd]);
       }
     })().then(() => done(found), (error) => done(String(error)));`,
    routes,
  );
  assert.deepEqual(found, []);
}

const PLACES = ["#/", "#/chi-tieu", "#/kiem-tra", "#/dong-thoi-gian", "#/nhiem-vu", "#/tim?q=doanh thu", "#/gioi-thieu"];

/** The places that tell of a report. */
const placesOf = (id, observation) => {
  const own = `#/bao-cao/${encodeURIComponent(id)}`;
  return [own, `${own}?muc=toan-van&tai=${encodeURIComponent(observation)}`, `#/?so=${encodeURIComponent(`${id}/${observation}`)}`];
};

suite("what means no good", () => {
  for (const [name, [policy, when]] of Object.entries(POLICIES)) {
    const walk = (title, folder, steps, more = {}) => test(`${title}, under ${name}`, when, () => journey(steps, { folder, policy, before: CANARY, ...more }));

    for (const kind of ["texts", "fields"]) {
      const folder = SITES[kind];
      walk(`${kind} of a report in every place of the app`, folder, async (reader) => {
        await reader.driver.get(reader.site.page);
        await clean(reader, "the page before the app");
        await reader.ready();
        const reports = await reader.reports();
        const places = reports.flatMap(({ id }, at) => (reports.length < 20 ? placesOf(id, "o1") : placesOf(id, "o1")[at % 3]));
        await through(reader, [...PLACES, ...places]);
        assert.ok((await reader.text("body")).length > 100);
      });

      walk(`${kind} of a report in pages of their own and in frames`, folder, async (reader) => {
        const few = (names) => names.filter((name) => name.endsWith(".html")).filter((_, at, all) => all.length < 20 || at % 8 === 3);
        const pages = readdirSync(`${folder}/bao-cao`).map((name) => `bao-cao/${name}`);
        const frames = kind === "fields" ? readdirSync(`${folder}/embed`).map((name) => `embed/${name}`) : [];
        for (const page of [...few(pages), ...few(frames), ...VIEWS.map((view) => `embed.html?view=${view}`), "embed.en.html"]) {
          await reader.driver.get(reader.site.page + page);
          await clean(reader, page);
        }
      });
    }

    walk("files of reports that are loaded", SITES.many, async (reader) => {
      await reader.open("");
      await clean(reader, "the first page");
      await reader.open("#/dong-thoi-gian");
      await reader.see("[data-event]");
      const ids = await reader.run("return [...document.querySelectorAll('[data-open]')].map((one) => one.dataset.open).slice(0, 20)");
      await through(reader, [...PLACES, ...ids.map((id) => `#/?so=${encodeURIComponent(id)}`)]);
      // One by itself.
      await reader.open(`#/bao-cao/${encodeURIComponent(idOf(WORDS[9]))}`);
      await reader.see("#muc-so-lieu [data-card]");
      await clean(reader, "a report by itself");
    });

    walk("addresses of the app", SITES.texts, async (reader) => {
      await reader.open("");
      // One each, because no browser lets a page go to hundreds of places in a moment; and all words in all of them.
      const kinds = (words) => {
        const value = encodeURIComponent(words);
        return [`#/bao-cao/${value}`, `#/chi-tieu/${value}?so=${value}/${value}`, `#/tim?q=${value}&loai=${value}&bao-cao=${value}&nam=${value}`, `#/${value}?muc=${value}&tai=${value}`, `#${words}`];
      };
      const routes = [...WORDS.map((words, at) => kinds(words)[at % 5]), ...kinds(WORDS.join(" "))];
      await through(reader, routes);
      await reader.run("for (const name of ['lang', 'theme']) localStorage.setItem(name, arguments[0])", WORDS.join(" "));
      await reader.open(`?moi=${encodeURIComponent(WORDS[0])}&${encodeURIComponent(WORDS[9])}#/tim?q=${encodeURIComponent(WORDS[0])}`);
      await clean(reader, "a page with a query and storage of others");
    });

    walk("addresses of frames", SITES.fields, async (reader) => {
      const page = readdirSync(`${SITES.fields}/embed`).find((name) => !name.endsWith(".en.html"));
      for (const [at, words] of WORDS.entries()) {
        // All keys at once, and one by itself: what is wrong first hides the others.
        const keys = at % 2 ? KEYS : [KEYS[(at / 2) % KEYS.length]];
        const query = new URLSearchParams(keys.map((key) => [key, words]));
        await reader.driver.get(`${reader.site.page}embed/${page}?${query}&${encodeURIComponent(words)}=1`);
        await reader.see("html[data-ready]");
        await clean(reader, query.toString());
      }
    });

    walk(
      "messages to a frame",
      SITES.texts,
      async (reader, host) => {
        reader.every = [];
        await show(reader, host, bare(reader, { report: "bao-cao-0" }), { csp: name === "our policy" });
        await told(reader, "height");
        await reader.run(
          `heard.length = 0;
           const to = document.querySelector("iframe").contentWindow, say = (more) => to.postMessage(more, "*");
           for (const words of arguments[0]) {
             say(words);
             say("[iFrameSizer]" + words + ":8:false:false:32:true");
             say({ [words]: words, target: words, type: words });
             for (const type of ["hello", "theme", "lang", "goto", words]) say({ target: "tong-ket", v: 1, type, value: words });
           }
           say({ target: "tong-ket", v: 1, type: "hello" });`,
          WORDS,
        );
        await reader.until(() => reader.run("return heard.some(({ data }) => data?.type === 'height')"), "the frame answers nothing");
        await reader.driver.switchTo().frame(0);
        await clean(reader, "the frame");
        assert.equal(await reader.run("return document.querySelector('[data-report]:not([hidden])').dataset.report"), "bao-cao-0");
        await reader.driver.switchTo().defaultContent();
        assert.equal(await reader.run("return evil"), 0);
      },
      { embedded: true },
    );

    walk(
      "messages to the page around a frame",
      SITES.texts,
      async (reader, host) => {
        reader.every = [];
        // A frame of somebody else, beside which our script listens.
        host.pages.evil = {
          body: "",
          csp: false,
          // Again and again: our script may come later.
          scripts: `const words = ${JSON.stringify(WORDS).replaceAll("<", "\\u003c")}, say = (more) => parent.postMessage(more, "*");
            setInterval(() => {
              for (const one of words) {
                say(one);
                for (const type of ["ready", "height", "select", "error", one]) say({ source: "tong-ket", v: 1, id: one, type, px: one, width: one, card: one, code: one });
              }
              say({ source: "tong-ket", v: 1, id: "", type: "height", px: 321 });
            }, 300);`,
        };
        const strange = '<iframe id="strange" src="/evil" title="x"></iframe>';
        await show(reader, host, `${script(reader)}<tong-ket report="bao-cao-0">x</tong-ket>${strange}`, { csp: false, wait: null });
        await reader.until(() => reader.run("return document.querySelector('#strange').style.height === '321px'"), "the script hears nothing");
        // And what a page of others writes into the element.
        await reader.run("for (const words of arguments[0]) { const it = document.createElement('tong-ket'); for (const name of ['report', 'view', 'card', 'title', 'height', 'accent']) it.setAttribute(name, words); it.hidden = true; document.body.append(it); }", WORDS.slice(0, 12));
        assert.equal(await reader.run("return evil"), 0);
        assert.deepEqual(await reader.run("return [...document.querySelectorAll('tong-ket')].map((it) => it.shadowRoot.querySelector('iframe').src).filter((src) => !src.startsWith(arguments[0]))", `${reader.site.page}embed.html?`), []);
        assert.equal(await reader.run("return document.querySelectorAll('img, svg, script:not([src])').length"), 0);
      },
      { embedded: true },
    );
  }

  test("the files that are saved of a chart", () =>
    journey(
      async (reader) => {
        await reader.open("");
        await reader.see('[data-save="SVG"]');
        await reader.run(`const data = document.getElementById("tongket-data"); data.textContent = data.textContent.replaceAll('"indicator":"', '"indicator":"=').replaceAll('"quote":"', '"quote":"\\\\t@')`);
        await reader.run(
          `window.handed = []; HTMLAnchorElement.prototype.click = function () { handed.push(this.href); };
           for (const kind of ["SVG", "CSV"]) document.querySelector('[data-save="' + kind + '"]').click();`,
        );
        await reader.until(() => reader.run("return handed.length === 2"), "the files were not handed to the browser");
        // Whichever is ready first comes first.
        const handed = await reader.run("return handed");
        const files = ["image/svg+xml", "text/csv"].map((kind) => handed.find((address) => address.startsWith(`data:${kind}`)));
        const [drawing, table] = files.map((address) => decodeURIComponent(address.slice(address.indexOf(",") + 1)));
        const odd = await reader.run("const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml'); return [...svg.querySelectorAll('*')].filter((one) => !['svg', 'g', 'rect', 'text', 'path', 'line', 'polyline', 'polygon', 'circle', 'title'].includes(one.localName) || one.getAttributeNames().some((name) => /^on|href/.test(name))).map((one) => one.outerHTML)", drawing);
        assert.deepEqual(odd, [], "the drawing holds more than a drawing");
        assert.ok(table.includes(`"'=`) && table.includes(`"'\t@`), "no cell would be a formula");
        for (const cell of cells(table)) assert.doesNotMatch(cell, /^[=@＝＋－＠\t\r\n]|^[+-]\D/, "a formula");
      },
      { folder: SITES.texts, before: CANARY },
    ));

  test("the code that is pasted", () =>
    journey(
      async (reader, host) => {
        reader.every = [];
        await reader.open("");
        const reports = await reader.reports();
        for (const [report, tier] of [[reports[0], "frame"], [reports[9], "script"], [reports[16], "element"]]) {
          await reader.open(placesOf(report.id, "o1")[0]);
          await reader.choose("[data-embed]");
          await reader.seen("dialog .embed-dialog__place");
          await reader.run("const select = document.querySelector('dialog [name=tier]'); select.value = arguments[0]; select.dispatchEvent(new Event('change'))", tier);
          await clean(reader, "the dialog");
          const code = await reader.run("return document.querySelector('dialog textarea').value");
          await show(reader, host, code, { csp: false, wait: null });
          assert.equal(await reader.run("return evil"), 0, `the code of ${tier} runs what a report says`);
          assert.equal(await reader.count("img, svg, b, script:not([src])"), 0, `the code of ${tier} holds markup of a report`);
        }
      },
      { folder: SITES.fields, before: CANARY, embedded: true },
    ));

  test("the one file from a disk", () =>
    journey(
      async (reader) => {
        for (const kind of ["texts", "fields"]) {
          await reader.driver.get(pathToFileURL(`${SITES[kind]}/single.html`).href);
          await reader.ready();
          const reports = await reader.reports();
          await through(reader, [...PLACES, ...reports.slice(0, 12).flatMap(({ id }) => placesOf(id, "o1"))]);
        }
      },
      { troubled: true, away: true },
    ));
});

/** The cells of a table. */
function cells(csv) {
  const found = [...csv.replace(/^\uFEFF/, "").matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)];
  return found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
