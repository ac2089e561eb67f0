// The site away from its host: in one file from a disk, and kept for when there is no connection.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { pathToFileURL } from "node:url";
import { DIST, journey, siteOf, suite } from "./journey.mjs";
import { serve } from "./server.mjs";
import { Reader } from "./reader.mjs";

suite("away from the host", () => {
  test("one file from a disk holds everything", () =>
    journey(
      async (reader) => {
        await reader.driver.get(pathToFileURL(`${DIST}/single.html`).href);
        await reader.ready();
        await reader.choose("[data-card] a");
        await reader.see("[data-sheet] mark");
        await reader.press(Key.ESCAPE);
        await reader.search("bưu chính");
        await reader.see("main [data-card]");
        await reader.run("location.hash = '#/gioi-thieu'");
        await reader.see("main .table");
        const offered = await reader.run("return [...document.querySelectorAll('main .files')].map((one) => getComputedStyle(one).display)");
        assert.deepEqual(offered, ["none", "none"], "files that are not beside it are offered");
      },
      { troubled: true, away: true },
    ));

  test("the page itself from a disk says which file to open, and can be read", () =>
    journey(
      async (reader) => {
        await reader.driver.get(pathToFileURL(`${DIST}/index.html`).href);
        await reader.until(async () => (await reader.text("#notice")).includes("single.html"), "nothing says what to open");
        assert.ok((await reader.count("#app [data-card]")) > 50);
      },
      { troubled: true, away: true },
    ));

  test("a kept site is there without a connection", async (context) => {
    const folder = siteOf("seeds", "offline", "--offline", "--unpacked");
    await journey(
      async (reader) => {
        const site = await serve(folder);
        const away = new Reader(reader.browser, site);
        await away.open("");
        if (!(await away.run("return 'serviceWorker' in navigator"))) {
          await site.stop();
          return context.skip("this browser keeps no sites");
        }
        const kept = "return navigator.serviceWorker.getRegistration().then((r) => Boolean(r && r.active && r.active.state === 'activated'))";
        await away.until(() => away.run(kept), "the site is not kept");
        await site.stop();
        await away.open("#/dong-thoi-gian");
        await away.see("[data-event]");
      },
      { folder, troubled: true, away: true },
    );
  });
});
