// What a portal may load beside a frame: our own script, which sets heights and makes elements, and those of others, whose
// messages our frames know.

import assert from "node:assert/strict";
import { test } from "node:test";
import { suite } from "./journey.mjs";
import { bare, element, embedded, inside, reports, rich, script, show, told } from "./embedding.mjs";

const BOX = "return [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)";

/** Waits until a frame is as high as it has told last. */
const fits = (reader, from = 0) =>
  reader.until(async () => {
    const last = (await told(reader, "height", { from })).at(-1).px;
    return (await reader.run(BOX))[from] === last;
  }, `the frame ${from} does not get its height`);

suite("scripts on other sites", () => {
  test("the script gives each of two frames its own height, and takes it back when there is less to show", () =>
    embedded(async (reader, host) => {
      const [one, two] = await reports(reader);
      await show(reader, host, bare(reader, { report: one.id }) + bare(reader, { report: two.id, view: "task-list" }) + script(reader) + script(reader));
      await told(reader, "ready", { from: 1 });
      await fits(reader);
      await fits(reader, 1);
      assert.deepEqual([(await told(reader, "ready"))[0].id, (await told(reader, "ready", { from: 1 }))[0].id], [one.id, two.id]);
      const [before, other] = await reader.run(BOX);
      assert.notEqual(before, other);
      const fold = (open) => inside(reader, () => reader.run("document.querySelector('[data-report]:not([hidden]) .embed__more').open = arguments[0]", open));
      await fold(true);
      await reader.until(async () => (await reader.run(BOX))[0] > before + 200, "the frame does not grow");
      await fold(false);
      await reader.until(async () => (await reader.run(BOX))[0] === before, "the frame does not shrink");
      assert.equal((await reader.run(BOX))[1], other, "the other frame moved");
    }));

  test("a frame that was ready before the script came gets its height, too", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      await show(reader, host, bare(reader, { report: id }));
      await told(reader, "height");
      assert.deepEqual(await reader.run(BOX), [420]);
      await reader.run("const script = document.createElement('script'); script.src = arguments[0]; document.head.append(script)", `${reader.site.page}embed.js`);
      await fits(reader);
    }));

  test("heights are held between 80 and 6000, and what is no height sets none", () =>
    embedded(async (reader, host) => {
      await reports(reader);
      host.pages["la"] = { body: "<p>Khung của ai đó</p>", csp: false };
      await show(reader, host, `<iframe src="/la" height="300" title="x"></iframe>${script(reader)}`, { csp: false, wait: null });
      await reader.see("script[data-element]");
      // Said by a frame of the portal, and kept from what our own frames are held to.
      const say = async (...messages) => {
        await reader.run("const to = document.querySelector('iframe').contentWindow; for (const message of arguments[0]) to.eval(`parent.postMessage(${message}, '*')`)", messages);
        await reader.run("return new Promise((done) => setTimeout(done, 50))");
        const [height] = await reader.run(BOX);
        await reader.run("heard.length = 0");
        return height;
      };
      const height = (px) => `{source:"tong-ket",v:1,id:"",type:"height",px:${px}}`;
      const rubbish = ["1", "null", "undefined", "[]", "'tong-ket'", "{source:'tong-ket'}", "{source:'tong-ket',v:2,type:'height',px:500}", "{source:'tong-ket',v:1,type:'__proto__',px:500}"];
      assert.equal(await say(...rubbish, ...["'700'", "NaN", "Infinity", "-5", "0", "null", "[700]", "{valueOf:0}", "10n"].map(height)), 300);
      assert.equal(await say(height(500)), 500);
      assert.equal(await say(height(1e9)), 6000);
      assert.equal(await say(height(1)), 80);
    }));

  test("the element makes its frame, shows what stands in it until then, and again on an error", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      const attributes = { report: id, view: "chart", theme: "dark", height: "300", title: "Tăng, giảm" };
      await show(reader, host, element(attributes, '<a href="/bao-cao">Xem báo cáo</a>') + script(reader), {
        scripts: `customElements.whenDefined("tong-ket").then(() => { window.before = [document.querySelector("a").checkVisibility(), document.querySelector("tong-ket").shadowRoot.querySelector("iframe").style.visibility]; });`,
      });
      await reader.until(() => reader.run("return window.before"), "the element is never known");
      assert.deepEqual(await reader.run("return before"), [true, "hidden"], "before the frame is ready, something else is shown");
      const shown = (on) => reader.until(() => reader.run("const it = document.querySelector('tong-ket'), frame = it.shadowRoot.querySelector('iframe'); return document.querySelector('a').checkVisibility() === !arguments[0] && (frame.style.visibility === '') === arguments[0]", on), on ? "the frame is not shown" : "what stands in the element is not shown");
      await shown(true);
      const made = await reader.run("return Object.fromEntries([...document.querySelector('tong-ket').shadowRoot.querySelector('iframe').attributes].map(({ name, value }) => [name, value]))");
      delete made.style;
      assert.deepEqual(made, {
        title: "Tăng, giảm",
        loading: "lazy",
        referrerpolicy: "no-referrer",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads",
        allow: "web-share; clipboard-write; fullscreen",
        src: `${reader.site.page}embed.html?${new URLSearchParams({ report: id, view: "chart", theme: "dark" })}`,
      });
      await reader.until(() => reader.run("const last = heard.map(({ data }) => data).filter((data) => data?.type === 'height').at(-1); return last && document.querySelector('tong-ket').shadowRoot.querySelector('iframe').clientHeight === last.px"), "the frame does not get its height");
      await reader.run("heard.length = 0; document.querySelector('tong-ket').setAttribute('report', 'khong-co')");
      await reader.until(() => reader.run("return heard.some(({ data }) => data?.type === 'error')"), "the frame says no error");
      await shown(false);
      await reader.run("document.querySelector('tong-ket').setAttribute('report', arguments[0])", id);
      await shown(true);
      await reader.run("const it = document.querySelector('tong-ket'); it.textContent = ''; it.setAttribute('report', 'khong-co')");
      await reader.until(() => reader.run("const data = heard.at(-1)?.data; return data?.type === 'error' && document.querySelector('tong-ket').shadowRoot.querySelector('iframe').style.visibility === ''"), "an element with nothing in it hides what the frame says");
    }));

  test("elements work in a shadow root, moved about, two at once, with the script loaded twice and their name taken", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      await show(reader, host, '<div id="place"></div>', {
        scripts: `customElements.define("tong-ket", class extends HTMLElement {});
          const load = () => new Promise((done) => { const script = document.createElement("script"); script.src = "${reader.site.page}embed.js"; script.onload = () => done(script); document.head.append(script); });
          load().then(async (first) => {
            const second = await load();
            window.names = [first.dataset.element, second.dataset.element];
            const root = document.querySelector("#place").attachShadow({ mode: "open" });
            window.two = ["cards", "timeline"].map((view) => { const it = document.createElement(names[0]); it.setAttribute("report", "${id}"); it.setAttribute("view", view); root.append(it); return it; });
          });`,
      });
      const frames = "two.map((it) => it.shadowRoot.querySelectorAll('iframe'))";
      const all = (condition, otherwise) => reader.until(() => reader.run(`return window.two && ${frames}.every((frames) => frames.length === 1 && ${condition})`), otherwise);
      await all("frames[0].style.visibility === '' && frames[0].clientHeight !== 420 && frames[0].clientHeight > 80", "the elements do not show their frames");
      assert.deepEqual(await reader.run("return names"), ["tong-ket-1", null], "the second script did something");
      // To the top: what is far below is not loaded before somebody comes near.
      await reader.run("heard.length = 0; const [one, two] = window.two; one.before(two)");
      await reader.until(() => reader.run("return heard.some(({ data }) => data?.type === 'ready')"), "an element that was moved stays empty");
      await all("frames[0].style.visibility === '' && frames[0].clientHeight !== 420", "an element that was moved shows nothing");
    }));

  test("pym.js and open-iframe-resizer, as portals have them, give our frames their heights", () =>
    embedded(async (reader, host) => {
      const { id } = rich(await reports(reader));
      const src = `${reader.site.page}embed.html?report=${id}`;
      await show(reader, host, '<div id="bang"></div><script src="/npm/pym.js/dist/pym.v1.min.js"></script>', { scripts: `new pym.Parent("bang", "${src}", {});`, wait: null });
      const high = () => reader.run("const frame = document.querySelector('iframe'); return frame ? [frame.clientHeight, heard.map(({ data }) => data).filter((data) => data?.type === 'height').at(-1)?.px] : []");
      const same = (otherwise) => reader.until(async () => { const [is, said] = await high(); return said > 150 && is === said; }, otherwise);
      await same("pym.js does not set the height");
      await show(reader, host, `${bare(reader, { report: id })}<script src="/npm/@open-iframe-resizer/core/dist/index.umd.cjs"></script>`, { scripts: "iframeResizer.initialize({}, 'iframe');" });
      await same("open-iframe-resizer does not set the height");
      await show(reader, host, `${bare(reader, { report: id })}<script src="/npm/@open-iframe-resizer/core/dist/index.umd.cjs"></script>`, { scripts: "iframeResizer.initialize({ enableLegacyLibSupport: true }, 'iframe');" });
      await same("what iframe-resizer says does not set the height");
    }));
});
