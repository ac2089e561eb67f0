// The dialog that gives the code for another site: chosen, seen, copied, pasted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { PHONE, suite } from "./journey.mjs";
import { embedded, inside, reports, rich, show, told } from "./embedding.mjs";

/** Opens the dialog at a button of the page; where the page has none of its own yet, at one beside it. */
async function open(reader, report, page = "index.html") {
  await reader.driver.get(reader.site.page + page);
  await reader.run("const button = document.createElement('button'); button.dataset.embed = arguments[0]; button.className = 'action'; button.textContent = 'Nhúng'; document.body.prepend(button)", report);
  await reader.choose("body > [data-embed]");
  await reader.seen("dialog[open]");
  await drawn(reader);
}

/** Waits until the preview stands and was measured. */
const drawn = (reader) => reader.until(() => reader.run("return document.querySelectorAll('dialog [name=height] option').length === 4"), "nothing is measured");
const code = (reader) => reader.run("return document.querySelector('dialog textarea').value");
const choose = (reader, name, value) => reader.run("const select = document.querySelector(`dialog [name=${arguments[0]}]`); select.value = arguments[1]; select.dispatchEvent(new Event('change'))", name, value);
const preview = (reader, script) => reader.run(`const root = document.querySelector('.embed-dialog__place').shadowRoot; return ${script}`);

suite("the code for other sites", () => {
  test("the page of a report offers it", () =>
    embedded(async (reader) => {
      const { id } = rich(await reports(reader));
      await reader.open(`#/bao-cao/${id}`);
      await reader.choose(`#app [data-embed="${id}"]`);
      await reader.seen("dialog[open]");
    }));

  test("the dialog shows what is chosen, and the pasted code shows the same in all three ways", () =>
    embedded(async (reader, host) => {
      const report = rich(await reports(reader));
      for (const tier of ["frame", "script", "element"]) {
        await open(reader, report.id);
        await choose(reader, "tier", tier);
        await choose(reader, "view", "timeline");
        await choose(reader, "lang", "en");
        await choose(reader, "theme", "dark");
        await reader.until(() => preview(reader, "root.querySelector('h3:not([hidden])') && root.querySelector('.embed')?.matches('[lang=en][data-theme=dark]') && root.querySelector('[data-view=cards]').hidden"), "the preview stays as it was");
        assert.equal(await preview(reader, "getComputedStyle(root.querySelector('.embed')).backgroundColor"), "rgb(20, 23, 26)");
        const seen = await preview(reader, "[...root.querySelectorAll('[data-event]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.event)");
        assert.equal(seen.length, report.events.length);
        assert.equal(await preview(reader, "root.host.clientWidth"), 320);
        const high = await preview(reader, "root.querySelector('.embed').getBoundingClientRect().height");
        const heights = await reader.run("return [...document.querySelectorAll('dialog [name=height] option')].map((one) => Number(one.value))");
        assert.equal(heights[0], 420);
        assert.equal(heights[1], Math.min(6000, Math.ceil(high)), "the height for 320 pixels");
        assert.ok(heights[1] >= heights[3], `narrow frames are not the higher ones: ${heights}`);
        await choose(reader, "height", String(heights[2]));
        await choose(reader, "pin", "pinned");
        const pasted = await code(reader);
        assert.ok(pasted.includes(`${heights[2]}`) && pasted.includes(`pin=`), pasted);
        await show(reader, host, pasted, { csp: false, wait: null });
        if (tier === "element") {
          await reader.until(() => reader.run("return heard.some(({ data }) => data?.type === 'ready')"), "the element shows nothing");
          continue;
        }
        const [ready] = await told(reader, "ready");
        assert.equal(ready.id, report.id);
        assert.equal(await reader.run("return document.querySelector('iframe').title"), await inside(reader, () => reader.run("return document.querySelector('[data-report]:not([hidden]) h2').textContent")));
        assert.equal(await inside(reader, () => reader.run("return document.documentElement.lang + document.documentElement.dataset.theme + document.documentElement.dataset.shown")), "endarktimeline");
      }
    }));

  test("Esc closes it and the button has the focus again; it speaks the page's language; it is loaded once asked for", () =>
    embedded(async (reader) => {
      const { id } = rich(await reports(reader));
      await reader.driver.get(reader.site.page);
      const loaded = "return performance.getEntriesByType('resource').some(({ name }) => /dialog-|embed/.test(name))";
      assert.equal(await reader.run(loaded), false, "who embeds nothing has loaded the dialog");
      await open(reader, id);
      assert.ok((await reader.text("dialog h2")).startsWith("Nhúng"));
      await reader.press(Key.ESCAPE);
      await reader.until(async () => (await reader.count("dialog")) === 0, "Esc does not close the dialog");
      assert.equal(await reader.focused("data-embed"), id, "the focus is lost");
      await reader.run("document.documentElement.lang = 'en'");
      await reader.press(Key.ENTER);
      await reader.seen("dialog[open]");
      assert.ok((await reader.text("dialog h2")).startsWith("Embed"));
      assert.equal(await reader.run("return document.querySelector('dialog [name=lang]').value"), "en");
      for (let turn = 0; turn < 20; turn++) {
        await reader.press(Key.TAB);
        assert.ok(await reader.run("return document.activeElement === document.body || Boolean(document.activeElement.closest('dialog'))"), "Tab leaves the dialog");
      }
    }));

  test("copying says whether it worked, and leaves the code where it can be copied by hand", () =>
    embedded(async (reader) => {
      const { id } = rich(await reports(reader));
      await open(reader, id);
      await reader.run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => ((window.copied = text), Promise.resolve()) }, configurable: true })");
      await reader.choose(".embed-dialog__copy button");
      await reader.until(async () => (await reader.text(".embed-dialog__said")) === "Đã chép", "nothing says that it was copied");
      assert.equal(await reader.run("return copied"), await code(reader));
      await reader.run("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
      await reader.choose(".embed-dialog__copy button");
      await reader.until(async () => (await reader.text(".embed-dialog__said")).includes("không cho"), "nothing says that it was not copied");
      assert.equal(await reader.run("const area = document.querySelector('dialog textarea'); return area.selectionEnd - area.selectionStart === area.value.length"), true);
    }));

  for (const [size, dark] of [[PHONE, false], [[1280, 900], true]]) {
    test(`axe finds nothing in it, ${size[0]} pixels wide, ${dark ? "dark" : "light"}`, () =>
      embedded(
        async (reader) => {
          const { id } = rich(await reports(reader));
          await open(reader, id);
          assert.deepEqual(await reader.axe(), []);
          await reader.fits("the dialog");
        },
        { size, dark },
      ));
  }
});
