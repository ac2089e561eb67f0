// What a test is made of: journeys, each by a reader with a site of its own, and suites of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { after, describe } from "node:test";
import { start } from "./driver.mjs";
import { portal } from "./host.mjs";
import { Reader } from "./reader.mjs";
import { serve } from "./server.mjs";

export const DIST = process.env.TONGKET_DIST ?? new URL("../../dist", import.meta.url).pathname;

// What a frame is allowed is said for all browsers; one that has no such thing says so.
const UNKNOWN = /Unrecognized feature: 'web-share'/;

const ROOT = new URL("../../", import.meta.url).pathname;

/** A site that the command line makes of the built viewer and some other reports, or with other choices; its folder. */
export function siteOf(reports, name, ...choices) {
  const folder = `${ROOT}target/sites/${name}-${process.env.TONGKET_BROWSER ?? "chromium"}`;
  rmSync(folder, { recursive: true, force: true });
  const made = ["run", "--quiet", "--locked", "--bin", "tongket", "--", "site", reports, "--shell", "target/shell", "--out", folder, ...choices];
  execFileSync("cargo", made, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

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
 * may rewrite (and as the other options of the server say). Afterwards, whatever it did: the console is silent, nothing was
 * missing, and no request went to another host. The first two are not asked of a page that is `troubled` on purpose.
 * `folder`: another site than the one that was built. `away`: the journey leaves its site for a file or another server here. `embedded`: there is a portal besides, which embeds the site; the journey gets it as its second argument.
 */
export async function journey(walk, { size = DESK, folder = DIST, troubled = false, away = false, embedded = false, change, before, policy, answer, ...device } = {}) {
  const kind = JSON.stringify(device);
  if (!browsers.has(kind)) browsers.set(kind, await start(device));
  const browser = browsers.get(kind);
  const site = await serve(folder, { change, before, policy, answer });
  const host = embedded && (await portal(site.origin));
  try {
    await browser.resize(...size);
    await walk(new Reader(browser, site), host);
    const complaints = (await browser.console()).filter((words) => !(host && UNKNOWN.test(words)));
    const said = [...complaints, ...site.told];
    if (!troubled) {
      assert.deepEqual(said, [], "the console is not silent");
      assert.deepEqual(site.missing, [], "the page asked for files that are not there");
    }
    const here = ({ origin, protocol, hostname }) => [site.origin, host.origin].includes(origin) || (away && (protocol === "file:" || hostname === "127.0.0.1"));
    const elsewhere = (await browser.requests()).filter((url) => !here(new URL(url)));
    assert.deepEqual(elsewhere, [], "the page asked another host");
  } finally {
    await browser.driver.get("about:blank");
    // What a journey that failed left behind is not the fault of the next.
    await browser.console();
    await browser.requests();
    await site.stop();
    if (host) await host.stop();
  }
}
