// What a test is made of: journeys, each by a reader with a site of its own, and suites of them.

import assert from "node:assert/strict";
import { after, describe } from "node:test";
import { start } from "./driver.mjs";
import { Reader } from "./reader.mjs";
import { serve } from "./server.mjs";

const DIST = process.env.TONGKET_DIST ?? new URL("../../dist", import.meta.url).pathname;

/** The windows that pages are tried in. */
export const PHONE = [360, 800];
export const DESK = [1280, 900];

// A browser takes seconds to start, so the journeys of a suite share one of each kind. They share nothing else: each has
// a server on a port of its own, which for a browser is another origin, with no storage and nothing remembered.
const browsers = new Map();

/** A suite of journeys; its browsers end with it. */
export function suite(name, journeys) {
  describe(name, () => {
    after(stop);
    journeys();
  });
}

/** Ends all browsers. */
export async function stop() {
  for (const browser of browsers.values()) await browser.stop();
  browsers.clear();
}

/**
 * Runs a journey in a window of the size `size`, on a device as the options for `start` say, over a page that `change`
 * may rewrite. Afterwards, whatever it did: the console is silent, nothing was missing, and no request went to another
 * host.
 */
export async function journey(walk, { size = DESK, change, ...device } = {}) {
  const kind = JSON.stringify(device);
  if (!browsers.has(kind)) browsers.set(kind, await start(device));
  const browser = browsers.get(kind);
  const site = await serve(DIST, { change });
  try {
    await browser.resize(...size);
    await walk(new Reader(browser, site));
    assert.deepEqual([...(await browser.console()), ...site.told], [], "the console is not silent");
    assert.deepEqual(site.missing, [], "the page asked for files that are not there");
    const elsewhere = (await browser.requests()).filter((url) => new URL(url).origin !== site.origin);
    assert.deepEqual(elsewhere, [], "the page asked another host");
  } finally {
    await browser.driver.get("about:blank");
    // What a journey that failed left behind is not the fault of the next.
    await browser.console();
    await browser.requests();
    await site.stop();
  }
}
