// Starts the browser that TONGKET_BROWSER names: chromium, firefox or webkit.
//
// How each is started and asked is in engines/ and nowhere else. Each gives the same things:
//
//   driver              W3C WebDriver
//   resize(w, h)        the size of the page's window, in CSS pixels
//   console()           what the page or the browser complained of since the last call
//   requests()          the addresses that were asked of the network since the last call
//   print()             the page on paper, as PDF
//   stop()
//
// What one of them cannot do is in EXCEPTIONS, and no test leaves anything out for another reason.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// Selenium would look for drivers on the network and report its use: it gets the driver's path, and no network.
process.env.SE_OFFLINE = "true";
process.env.SE_AVOID_STATS = "true";

const AXE_ELSEWHERE = "axe asks every engine the same of the same page: two corners of its matrix show what this one makes of it";

const POLICY_ELSEWHERE = "the other journeys run under our policy in every engine; hostile words, under none";

const EXCEPTIONS = {
  chromium: {},
  firefox: {
    allOfAxe: AXE_ELSEWHERE,
    bothPolicies: POLICY_ELSEWHERE,
  },
  webkit: {
    allOfAxe: AXE_ELSEWHERE,
    bothPolicies: POLICY_ELSEWHERE,
    print: "WebKitWebDriver has no command for printing",
    forcedColours: "WebKit knows no forced colours: no system that it runs on has them",
    // Nothing is skipped for these two: see `journey`, which has the page's own witness and the server's policy besides.
    console: "WebKitWebDriver tells nothing of the console",
    requests: "WebKitWebDriver tells nothing of the network",
  },
};

const ENGINE = process.env.TONGKET_BROWSER ?? "chromium";
if (!EXCEPTIONS[ENGINE]) throw new Error(`There is no browser "${ENGINE}"; known are ${Object.keys(EXCEPTIONS).join(", ")}.`);

/** Options of a test that needs what one of the engines cannot do: there it is skipped, and the run says why. */
export const needs = (ability) => ({ skip: EXCEPTIONS[ENGINE][ability] ?? false });

/** A running browser, on a device that asks for dark colours, for reduced motion (`still`) or for its own few colours. */
export async function start({ dark = false, still = true, forcedColours = false } = {}) {
  const engine = await import(`./engines/${ENGINE}.mjs`);
  return engine.start({ dark, still, forcedColours });
}

/** Where a program is. */
export function find(...programs) {
  for (const program of programs) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, program);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(`${programs.join(" or ")} is not on the PATH; \`cargo xtask setup\` installs it.`);
}
