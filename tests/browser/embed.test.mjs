// Frames on the pages of others: what they show, what they tell their hosts, and what no host and no frame can do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "./driver.mjs";
import { DESK, journey, PHONE, suite } from "./journey.mjs";
import { bare, embedded, inside, reports, rich, show, told } from "./embedding.mjs";

const VIEWS = ["cards", "chart", "timeline", "task-list", "report"];

suite("frames on other sites", () => {
  test("a bare frame works in a sandbox of no origin: it is read, tells its height, and loads nothing twice", () =>
    embedded(async (reader, host) => {
      const report = rich(await reports(reader));
      await show(reader, host, bare(reader, { report: report.id, view: "cards" }));
      const [{ px, width }] = await told(reader, "height");
      assert.ok(px > 100 && width > 100, `${px} × ${width}`);
      assert.equal((await told(reader, "ready")).length, 1);
      await inside(reader, async () => {
        assert.equal(await reader.run("return String(self.origin)"), "null", "the frame has an origin");
        assert.ok((await reader.text()).includes("Câu gốc"), "no figure leads to its sentence");
        assert.equal(await reader.count("[data-report]:not([hidden])"), 1);
        const links = await reader.run("return [...document.links].filter((a) => a.target !== '_blank' || !a.rel.includes('noopener')).map((a) => a.href)");
        assert.deepEqual(links, [], "links that open in the frame");
      });
    }));

  test("every figure, every change and every event leads to its sentence inside the frame", () =>
    embedded(async (reader) => {
      for (const report of await reports(reader)) {
        await reader.driver.get(`${reader.site.page}embed.html?report=${report.id}&view=report`);
        const shown = await reader.run(
          `return Object.fromEntries([...document.querySelectorAll("article[data-report]:not([hidden]) [data-card]")]
             .map((card) => [card.dataset.card, [card.querySelector(".told mark").textContent, card.querySelector(".told__sentence").textContent]]))`,
        );
        for (const { id, quote } of report.observations) {
          const [marked, sentence] = shown[`${report.id}/${id}`] ?? [];
          assert.equal(marked, quote, `${report.id}/${id}`);
          assert.ok(sentence.includes(quote) && report.text.includes(sentence), `the sentence of ${report.id}/${id}`);
        }
        const rows = await reader.run("return [...document.querySelectorAll('[data-report]:not([hidden]) tbody tr')].map((row) => row.querySelector('mark')?.textContent ?? '')");
        assert.ok(rows.every(Boolean), "a row without its sentence");
        assert.equal(await reader.count("[data-report]:not([hidden]) [data-event]"), report.events.length);
        assert.equal(await reader.count("[data-report]:not([hidden]) [data-task]"), report.tasks.length);
      }
    }));

  test("each key of the address does what it says", () =>
    embedded(async (reader, host) => {
      const report = rich(await reports(reader));
      const look = async (query, look) => {
        await show(reader, host, bare(reader, { report: report.id, ...query }));
        assert.deepEqual(await told(reader, "error", { now: true }), [], JSON.stringify(query));
        return inside(reader, () => reader.run(look));
      };
      const views = "return [...document.querySelectorAll('[data-view]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.view)";
      for (const view of VIEWS) assert.deepEqual(await look({ view }, views), view === "report" ? VIEWS.slice(0, -1) : [view]);
      const seen = (name) => `return [...document.querySelectorAll('[data-card]:not([hidden])')].filter((one) => one.checkVisibility()).map((one) => one.dataset.${name})`;
      const card = `${report.id}/${report.observations.at(-1).id}`;
      for (const query of [{ card }, { card: card.split("/")[1] }, { card, report: "" }]) assert.deepEqual(await look(query, seen("card")), [card]);
      assert.equal(await look({ card }, "return document.querySelector('.told[open] mark')?.textContent"), report.observations.at(-1).quote);
      for (const [key, of] of [["sector", (o) => o.sector], ["area", (o) => o.area], ["period", (o) => o.period?.slice(0, 4)]]) {
        const value = report.observations.map(of).find((value) => value && /^\w/.test(value));
        const fitting = report.observations.filter((o) => of(o) === value).length;
        const shown = await look({ [key]: value }, seen(key));
        assert.equal(shown.length, fitting, `${key}=${value}`);
        assert.ok(shown.every((one) => one.startsWith(value)), `${key}=${value}: ${shown}`);
      }
      assert.deepEqual(await look({ lang: "en" }, "return [document.documentElement.lang, document.querySelector('h3').textContent]"), ["en", "Headline figures"]);
      assert.equal(await look({ theme: "dark" }, "return getComputedStyle(document.querySelector('.embed')).backgroundColor"), "rgb(20, 23, 26)");
      assert.equal(await look({ theme: "light" }, "return getComputedStyle(document.querySelector('.embed')).backgroundColor"), "rgb(255, 255, 255)");
      for (const [accent, theme] of [["8c1d2f", "dark"], ["#ff0", "light"], ["ffffff", "light"], ["000", "dark"]]) {
        const colour = await look({ accent, theme }, "return getComputedStyle(document.querySelector('.embed__source a')).color");
        assert.ok(contrast(colour, theme === "dark" ? [29, 33, 37] : [246, 245, 242]) >= 4.5, `${accent} on ${theme}: ${colour}`);
      }
      const dated = (await reports(reader)).find(({ meta }) => meta.published);
      assert.match(await look({ report: dated.id, pin: "1999-12-31" }, "return document.querySelector('#notice').innerText"), /thay đổi/);
      assert.equal(await look({ report: dated.id, pin: "2099-12-31" }, "return document.querySelector('#notice').innerText"), "");
      assert.deepEqual(await look({ "view&x": "1", __proto__x: "2", constructor: "3" }, views), ["cards"], "an unknown key changes something");
    }));

  test("without a report the newest is shown, with an area the newest of it", () =>
    embedded(async (reader, host) => {
      const all = await reports(reader);
      await show(reader, host, bare(reader, {}));
      const first = await inside(reader, () => reader.run("return document.querySelector('[data-report]').dataset.report"));
      assert.equal((await told(reader, "ready"))[0].id, first);
      const other = all.find(({ id, meta }) => id !== first && meta.area);
      await show(reader, host, bare(reader, { area: other.meta.area }));
      assert.equal((await told(reader, "ready"))[0].id, other.id);
    }));

  test("a value that is none says so in the frame and to the host, and the frame is never blank", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      const wrong = [
        ...[{ report: "khong-co" }, { report: "<img src=x onerror=alert(1)>" }, { card: "o99999" }, { card: "a/b/c" }, { view: "table" }],
        ...[{ sector: "x y" }, { sector: "no-such" }, { area: "hanoi" }, { area: "VN-00" }, { period: "last year" }, { period: "1900" }],
        ...[{ lang: "fr" }, { theme: "blue" }, { accent: "red" }, { accent: "javascript:1" }, { pin: "today" }, { view: "%" }, { report: "__proto__" }],
      ];
      for (const query of wrong) {
        await show(reader, host, bare(reader, { report: id, ...query }), { wait: "error" });
        const errors = await told(reader, "error");
        assert.deepEqual(errors.map(({ code }) => code), ["bad-data"], JSON.stringify(query));
        assert.ok((await told(reader, "height")).at(-1).px >= 40, "the sentence has no height");
        await inside(reader, async () => {
          assert.ok((await reader.text("#notice")).length > 20, `nothing is said of ${JSON.stringify(query)}`);
          assert.ok(await reader.run("return document.querySelector('#notice').checkVisibility()"), "what is said is not shown");
          assert.ok((await reader.count("a[href]")) > 0);
        });
      }
    }));

  test("the heights go out in the dialects that portals know, to the letter, and nothing else goes out", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      await show(reader, host, bare(reader, { report: id, childId: "bang-1" }));
      const [{ px, width }] = await told(reader, "height");
      const src = await inside(reader, () => reader.run("return location.href"));
      await reader.until(() => reader.run("return heard.some(({ data }) => /^pym/.test(data))"), "pym hears nothing");
      const messages = (await reader.run("return heard")).map(({ data }) => data);
      assert.deepEqual(messages, [
        { source: "tong-ket", v: 1, id, type: "ready" },
        { source: "tong-ket", v: 1, id, type: "height", px, width },
        { sentinel: "amp", type: "embed-size", height: px },
        JSON.stringify({ src, context: "iframe.resize", height: px }),
        { type: "iframe-resized", width, height: px },
        `pymxPYMxbang-1xPYMxheightxPYMx${px}`,
      ]);
      // pym: only where its host has named the frame.
      await show(reader, host, bare(reader, { report: id }));
      await told(reader, "height");
      assert.deepEqual((await reader.run("return heard")).filter(({ data }) => /^pym/.test(data)), []);
      // iframe-resizer: only after its host has begun.
      await reader.run("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage('[iFrameSizer]iFrameResizer0:8:false:false:32:true:true:null:bodyOffset', '*')");
      await reader.until(async () => (await reader.run("return heard.map(({ data }) => data)")).includes(`[iFrameSizer]iFrameResizer0:${px}:${width}:resizeObserver`), "iframe-resizer hears nothing");
    }));

  test("the host may greet, change theme and language, and go to a card or a part; the frame tells what is opened", () =>
    embedded(async (reader, host) => {
      const report = rich(await reports(reader));
      const card = `${report.id}/${report.observations[0].id}`;
      await show(reader, host, bare(reader, { report: report.id }));
      const send = (type, value) => reader.run("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({ target: 'tong-ket', v: 1, type: arguments[0], value: arguments[1] }, '*')", type, value);
      const page = (script) => inside(reader, () => reader.run(`return ${script}`));
      // Not before the first height was told, which would be taken for the answer.
      await told(reader, "height");
      await send("hello");
      assert.ok((await told(reader, "height")).every(({ px }) => px > 100));
      await send("theme", "dark");
      await reader.until(() => page("document.documentElement.dataset.theme === 'dark'"), "the theme stays");
      await send("theme", "auto");
      await reader.until(() => page("!('theme' in document.documentElement.dataset)"), "the theme stays");
      await send("goto", card);
      await reader.until(() => page(`document.querySelector('[data-card="${card}"] .told').open`), "the card stays closed");
      await told(reader, "height");
      assert.deepEqual(await told(reader, "select", { now: true }), [], "what the host asked for is no news to it");
      await send("goto", "timeline");
      await reader.until(() => page("document.querySelector('[data-report]:not([hidden]) [data-view=timeline]').checkVisibility()"), "the part stays hidden");
      await send("goto", "cards");
      await reader.until(() => page("document.querySelector('[data-report]:not([hidden]) [data-view=cards]').checkVisibility()"), "the part stays hidden");
      await reader.run("heard.length = 0");
      const opened = await inside(reader, async () => {
        const told = await reader.seen("[data-report]:not([hidden]) .told:not([open]) summary");
        await reader.click(told);
        return reader.run("return arguments[0].closest('[data-card]').dataset.card", told);
      });
      assert.deepEqual((await told(reader, "select")).map(({ card }) => card), [opened]);
      await send("lang", "en");
      await reader.until(async () => (await told(reader, "ready", { now: true })).length === 1, "the other page does not come");
      assert.equal(await page("document.documentElement.lang"), "en");
      assert.equal((await told(reader, "ready"))[0].id, report.id, "the report is lost on the way");
    }));

  test("rubbish from a host changes nothing in the frame", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      await show(reader, host, bare(reader, { report: id }));
      await told(reader, "height");
      const state = () => inside(reader, () => reader.run("return [location.href, document.documentElement.outerHTML]"));
      const before = await state();
      await reader.run(`
        heard.length = 0;
        const to = document.querySelector("iframe").contentWindow;
        let deep = {};
        for (let turn = 0; turn < 500; turn++) deep = { target: deep, value: deep };
        const ours = (more) => ({ target: "tong-ket", v: 1, ...more });
        const proto = JSON.parse('{"__proto__":{"target":"tong-ket","v":1,"type":"theme","value":"dark"},"constructor":1}');
        const evil = ["javascript:parent.evil++", "https://example.org/", "<img src=x onerror=parent.evil++>", "__proto__", "constructor", "toString", "", 0, -1, 1e99, NaN, null, undefined, [], {}, ["dark"], deep, "en ", "DARK", true];
        for (const rubbish of [0, 1, NaN, null, undefined, "", "x", "[iFrameSizer]", "[iFrameSizer]x:y", true, [], [[]], {}, deep, proto, new Map([["target", "tong-ket"]]), new Date(), new ArrayBuffer(8)]) to.postMessage(rubbish, "*");
        for (const type of ["hello2", "theme", "lang", "goto", "print", "location", "__proto__", "constructor", null, 7, {}]) for (const value of evil) to.postMessage(ours({ type, value }), "*");
        for (const more of [{ v: 2 }, { v: "1" }, { target: "other" }, { target: null }]) for (const [type, value] of [["theme", "dark"], ["lang", "en"], ["hello"]]) to.postMessage({ ...ours({ type, value }), ...more }, "*");
        to.postMessage(ours({ type: "hello" }), "*");`);
      // Messages come in their order: the answer to the last means that all were heard.
      await told(reader, "height");
      assert.deepEqual(await state(), before);
      assert.equal((await told(reader, "height")).length, 1);
      assert.equal(await reader.run("return evil"), 0);
    }));

  test("another frame of the portal is not its host", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      host.pages["nguoi-la"] = {
        body: "",
        scripts: `for (const [type, value] of [["theme", "dark"], ["goto", "timeline"], ["lang", "en"], ["hello"]]) parent.frames[0].postMessage({ target: "tong-ket", v: 1, type, value }, "*"); parent.spoken = true;`,
      };
      // Without its policy, which allows no frames but ours.
      await show(reader, host, bare(reader, { report: id }), { csp: false });
      await told(reader, "height");
      const state = () => inside(reader, () => reader.run("return [location.href, document.documentElement.outerHTML]"));
      const before = await state();
      await reader.run("heard.length = 0; const stranger = document.createElement('iframe'); stranger.src = '/nguoi-la'; document.body.append(stranger)");
      await reader.until(() => reader.run("return window.spoken === true"), "the stranger says nothing");
      await reader.run("document.querySelector('iframe').contentWindow.postMessage({ target: 'tong-ket', v: 1, type: 'hello' }, '*')");
      await told(reader, "height");
      assert.deepEqual(await state(), before);
      assert.equal((await told(reader, "height")).length, 1, "the frame answers a stranger");
    }));

  test("in a hidden place no height is told, and the right one when it is shown", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      const eager = bare(reader, { report: id }).replace('loading="lazy"', "");
      await show(reader, host, `<div hidden id="tab">${eager}</div>`);
      await told(reader, "ready");
      assert.deepEqual(await told(reader, "height", { now: true }), [], "a height of nothing");
      await reader.run("document.querySelector('#tab').hidden = false");
      const [{ px, width }] = await told(reader, "height");
      assert.ok(px > 100 && width > 100);
      await reader.run("document.querySelector('iframe').style.width = '0'; return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      await inside(reader, () => reader.until(() => reader.run("return document.documentElement.clientWidth === 0"), "the frame has a width"));
      await reader.run("heard.length = 0; document.querySelector('iframe').contentWindow.postMessage({ target: 'tong-ket', v: 1, type: 'hello' }, '*')");
      await inside(reader, () => reader.run("return new Promise((done) => setTimeout(done, 50))"));
      await reader.run("document.querySelector('iframe').style.width = '400px'");
      // A scroll bar may take its part.
      const narrower = ({ width }) => width > 350 && width <= 400;
      await reader.until(async () => narrower((await told(reader, "height")).at(-1)), "the new width is not told");
      const none = (await told(reader, "height")).filter(({ width, px }) => width < 350 || px < 100);
      assert.deepEqual(none, [], "a height of a frame that nobody sees");
    }));

  test("of many reports the frame goes on to the page of the one, and takes the address along", () =>
    embedded(
      async (reader, host) => {
        const { id } = rich(await reports(reader));
        await show(reader, host, bare(reader, { report: id, view: "timeline", theme: "dark" }));
        const [path, theme] = await inside(reader, () => reader.run("return [location.pathname.split('/').pop() + location.search, document.documentElement.dataset.theme]"));
        assert.equal(path, `embed.en.html?${new URLSearchParams({ report: id, view: "timeline", theme: "dark" })}`);
        assert.equal(theme, "dark");
      },
      {
        // A list as the site makes of many; the page of the report is in the place of another here.
        change: (html, path) => (path !== "embed.html" ? html : html.replace(/<article [^]*<\/article>/, "").replace("</main>", '<ul class="report-list"></ul></main>').replace('<ul class="report-list">', (list) => list + [...html.matchAll(/<article [^>]*data-report="([^"]*)"/g)].map(([, id]) => `<li><a data-place="${id}" href="embed.en.html">${id}</a></li>`).join(""))),
      },
    ));

  for (const [dark, size, options] of [[false, [320, 640], {}], [true, PHONE, needs("allOfAxe")], [false, DESK, needs("allOfAxe")]]) {
    test(`axe finds nothing, and nothing is wider than the frame: ${dark ? "dark" : "light"}, ${size[0]} pixels`, options, () =>
      journey(
        async (reader) => {
          for (const file of ["embed.html", "embed.en.html"]) {
            for (const view of VIEWS) {
              await reader.driver.get(`${reader.site.page}${file}?view=${view}&lang=${file.includes(".en") ? "en" : "vi"}`);
              await reader.see("html[data-ready]");
              await reader.run("document.querySelectorAll('details').forEach((one) => (one.open = true))");
              await reader.fits(`${file}, ${view}`);
              assert.deepEqual(await reader.axe(), [], `${file}, ${view}`);
            }
          }
        },
        { size, dark },
      ));
  }
});

/** The contrast of a colour as the browser tells it with another, by WCAG. */
function contrast(colour, paper) {
  const light = (parts) => {
    const [red, green, blue] = parts.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [a, b] = [light(colour.match(/\d+/g).slice(0, 3).map(Number)), light(paper)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
