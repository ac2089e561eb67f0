// Starts a browser through W3C WebDriver and reads what it logged.
//
// What differs between engines is here and nowhere else. TONGKET_BROWSER names the engine; chromium is the one there is.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

// Selenium would look for drivers on the network and report its use: it gets the driver's path, and no network.
process.env.SE_OFFLINE = "true";
process.env.SE_AVOID_STATS = "true";

const { Builder, logging } = await import("selenium-webdriver");
const chrome = await import("selenium-webdriver/chrome.js");

const ENGINES = { chromium };

/** A running browser of the engine that TONGKET_BROWSER names. */
export async function start(options = {}) {
  const name = process.env.TONGKET_BROWSER ?? "chromium";
  if (!ENGINES[name]) throw new Error(`There is no browser "${name}"; known are ${Object.keys(ENGINES).join(", ")}.`);
  return ENGINES[name](options);
}

async function chromium({ dark = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "tongket-chromium-"));
  const options = new chrome.Options().addArguments(
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    `--user-data-dir=${profile}`,
  );
  options.setChromeBinaryPath(find("chromium", "google-chrome"));
  const wanted = new logging.Preferences();
  wanted.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  wanted.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(wanted);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(find("chromedriver")))
    .build();
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: "reduce" },
    ],
  });
  return {
    driver,
    /** The size of the page's window, in CSS pixels. */
    resize: (width, height) =>
      driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false }),
    /** What the page or the browser wrote to the console since the last call. */
    console: async () => {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
    },
    /** The addresses that the page asked the network for since the last call. */
    requests: async () => {
      const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
      const events = entries.map((entry) => JSON.parse(entry.message).message);
      const sent = events.filter(({ method }) => method === "Network.requestWillBeSent" || method === "Network.webSocketCreated");
      return sent.map(({ params }) => params.request?.url ?? params.url).filter((url) => /^(https?|wss?):/.test(url));
    },
    stop: async () => {
      await driver.quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function find(...programs) {
  for (const program of programs) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, program);
      if (existsSync(path)) return path;
    }
  }
  throw new Error(`${programs.join(" or ")} is not on the PATH; \`cargo xtask setup\` installs it.`);
}
