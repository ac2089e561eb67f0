// How the app starts, and what a reader is left with where it cannot: the whole page, and one sentence with a code.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { PHONE, journey, suite } from "./journey.mjs";

const WASM = /^app-.*\.wasm$/;
const APP = /^app-.*\.js$/;

const NO_STORAGE =
  "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });";

/** What a page says whose app cannot run, once it says it. */
async function left(reader, code) {
  await reader.until(async () => (await reader.text("#notice")).includes(`(${code})`), `nothing says ${code}: ${await reader.text("#notice")}`);
  assert.equal(await reader.run("return document.documentElement.dataset.failed"), code);
  const stands = await reader.run(`return {
    cards: document.querySelectorAll("#app [data-card]").length,
    sentences: document.querySelectorAll("#rest mark").length,
    charts: document.querySelectorAll("svg").length,
    still: !document.documentElement.hasAttribute("data-ready"),
  }`);
  assert.ok(stands.still, "a page that failed calls itself ready");
  assert.ok(stands.cards > 50 && stands.sentences > 50 && stands.charts > 3, JSON.stringify(stands));
}

/** The page where some files come otherwise. */
const broken = (name, code, answer, more = {}) =>
  test(name, () =>
    journey(
      async (reader) => {
        await reader.driver.get(reader.site.page + (more.at ?? ""));
        await left(reader, code);
        if (more.and) await more.and(reader);
      },
      { answer, troubled: true, ...more.options },
    ),
  );

/** An app that does not come before it is let in. */
function held() {
  let comes;
  const once = new Promise((resolve) => (comes = resolve));
  return { comes, answer: (path) => (WASM.test(path) ? { once } : {}) };
}

const whole = (path) => readFileSync(new URL(path, `file://${process.env.TONGKET_DIST ?? new URL("../../dist", import.meta.url).pathname}/`));

suite("start", () => {
  test("the page can be read before its app is there, and nothing moves when it takes over", () => {
    const { comes, answer } = held();
    return journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        const early = await reader.run("window.stood = document.querySelectorAll('#frame, #main h1, #main [data-card], #main .chart'); return [document.querySelectorAll('#app [data-card]').length, document.querySelector('h1').getBoundingClientRect().top]");
        assert.ok(early[0] > 50, "no cards before the app");
        await reader.until(() => reader.run("return !document.querySelector('#main > .part ~ .part:not([data-laid])')"), "parts of the page are not laid out before the app");
        const high = () => reader.run("return document.querySelector('#main').offsetHeight");
        const stood = await high();
        comes();
        await reader.ready();
        assert.equal(await high(), stood, "the page is not as high as it was");
        assert.equal(await reader.run("return document.querySelector('h1').getBoundingClientRect().top"), early[1]);
        assert.ok(await reader.run("return [...stood].every((element) => element.isConnected)"), "the app has drawn again what stood there");
        assert.equal(await reader.count("#rest"), 0, "what the app shows stands in the page twice");
        assert.equal(await reader.run("return document.querySelectorAll('script:not([src]):not([type=\"application/json\"]):not([type=\"application/ld+json\"])').length"), 0, "a script stands in the page");
        assert.equal(await reader.run("return document.querySelectorAll('[style], style').length"), 0, "a style stands in the page");
      },
      { size: PHONE, answer },
    );
  });

  test("who reads further down keeps the place until they leave it", () => {
    const { comes, answer } = held();
    return journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        await reader.run("dispatchEvent(new WheelEvent('wheel')); document.querySelector('#rest mark').scrollIntoView()");
        comes();
        // Nothing is to happen, for which one cannot wait but for a time.
        await new Promise((resolve) => setTimeout(resolve, 2000));
        assert.equal(await reader.run("return document.documentElement.hasAttribute('data-ready')"), false, "the app took the page away");
        const top = await reader.run("return document.querySelector('#rest mark').getBoundingClientRect().top");
        assert.ok(Math.abs(top) < 5, `the page moved by ${top}`);
        await reader.run("scrollTo(0, 0)");
        await reader.ready();
      },
      { answer },
    );
  });

  test("a link of the page that is not ready leads to its place", () => {
    const { comes, answer } = held();
    return journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        const id = await reader.run("const link = document.querySelector('#app [data-card] a'); link.click(); return decodeURIComponent(link.hash.slice(1))");
        const top = await reader.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", id);
        assert.ok(top > -5 && top < 800, `the sentence of ${id} is not on the screen: ${top}`);
        comes();
      },
      { answer, troubled: true },
    );
  });

  broken("a host that does not know its files: the home page instead of the wasm", "mime", (path) =>
    WASM.test(path) ? { type: "text/html", body: "<!doctype html><title>Trang chủ</title>" } : {},
  );
  broken("the home page instead of the script", "mime", (path) => (APP.test(path) ? { type: "text/html", body: "<!doctype html><title>Trang chủ</title>" } : {}));
  broken("no wasm at all", "network", (path) => (WASM.test(path) ? { status: 404, body: "404" } : {}));
  broken("no wasm, and storage that throws", "network", (path) => (WASM.test(path) ? { status: 404, body: "404" } : {}), { options: { before: NO_STORAGE } });
  broken("no script at all", "network", (path) => (APP.test(path) ? { status: 404, body: "404" } : {}));
  broken("a wasm that ends early", "network", (path) => (WASM.test(path) ? { body: whole(path).subarray(0, 100_000) } : {}));
  broken("a connection that breaks", "network", (path) => (WASM.test(path) ? { cut: 50_000 } : {}));
  // The patience of twenty seconds is half a second here.
  broken("a connection that says nothing more", "network", (path) => (WASM.test(path) ? { hush: 50_000 } : {}), {
    options: { before: "const wait = setTimeout; window.setTimeout = (act, ms) => wait(act, ms === 20000 ? 500 : ms);" },
  });
  broken("a policy without wasm-unsafe-eval", "csp", undefined, { options: { policy: (given) => given.replace(" 'wasm-unsafe-eval'", "") } });
  broken("a policy without connections", "csp", undefined, { options: { policy: (given) => given.replace("connect-src 'self'", "connect-src 'none'") } });
  broken("an old page with a new program", "stale-build", undefined, {
    options: { change: (html) => html.replace(/data-build="[^"]*"/, 'data-build="0000000000000000"') },
    and: async (reader) => assert.match(await reader.driver.getCurrentUrl(), /[?]moi=\d+/, "it was not loaded once more"),
  });
  broken("a browser without what the app needs", "old-browser", undefined, {
    options: { before: "WebAssembly.validate = () => false;" },
    and: async (reader) => assert.ok(!(await reader.browser.requests()).some((url) => WASM.test(url.split("/").pop())), "it was loaded all the same"),
  });
  broken("a start that panics where the page stands", "panic", undefined, {
    options: { before: "const find = Document.prototype.getElementById; Document.prototype.getElementById = function (id) { return id === 'main' ? null : find.call(this, id); };" },
  });
  broken("a start that panics where it draws", "panic", undefined, {
    at: "#/gioi-thieu",
    options: { before: "Document.prototype.createElement = new Proxy(Document.prototype.createElement, { apply(own, page, [name]) { if (name === 'div') throw new Error('no'); return Reflect.apply(own, page, [name]); } });" },
  });

  test("an app that breaks in a reader's hand says so, and what stands there stays", () =>
    journey(
      async (reader) => {
        await reader.open("");
        const cards = await reader.count("[data-card]");
        await reader.run("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))");
        await reader.until(async () => (await reader.text("#notice")).includes("(panic)"), "nothing says that it broke");
        assert.equal(await reader.count("[data-card]"), cards);
      },
      { troubled: true },
    ));

  test("a wasm of a wrong type runs all the same", () =>
    journey(async (reader) => reader.open(""), { answer: (path) => (WASM.test(path) ? { type: "application/octet-stream" } : {}) }));

  test("one failure is not the end: it is tried once more", () => {
    let asked = 0;
    const answer = (path) => (WASM.test(path) && asked++ === 0 ? { status: 503, body: "503" } : {});
    return journey(async (reader) => reader.open(""), { answer, troubled: true });
  });

  test("who asked their browser for little is asked first", () =>
    journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        await reader.see("#notice button");
        assert.ok(!(await reader.browser.requests()).some((url) => WASM.test(url.split("/").pop())), "it was loaded unasked");
        assert.ok((await reader.count("#app [data-card]")) > 50);
        await reader.choose("#notice button");
        await reader.ready();
      },
      { before: "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });" },
    ));

  test("storage that throws changes nothing", () =>
    journey(
      async (reader) => {
        await reader.open("");
        await reader.choose("[data-card] a");
        await reader.see("[data-sheet]");
      },
      { before: NO_STORAGE },
    ));

  test("a download that takes its time says so", () => {
    const { comes, answer } = held();
    return journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        await reader.see("progress.boot-progress");
        comes();
        await reader.ready();
        assert.equal(await reader.count("progress.boot-progress"), 0);
      },
      { answer },
    );
  });
});
