// Chromium: knows all that a test asks, through its log and the DevTools protocol.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { find } from "../driver.mjs";

export async function start({ dark, still, forcedColours }) {
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
      { name: "prefers-reduced-motion", value: still ? "reduce" : "no-preference" },
      { name: "forced-colors", value: forcedColours ? "active" : "none" },
    ],
  });
  return {
    driver,
    resize: (width, height) =>
      driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false }),
    console: async () => {
      const entries = await driver.manage().logs().get(logging.Type.BROWSER);
      return entries.map((entry) => `${entry.level.name}: ${entry.message}`);
    },
    requests: async () => {
      const entries = await driver.manage().logs().get(logging.Type.PERFORMANCE);
      const events = entries.map((entry) => JSON.parse(entry.message).message);
      const sent = events.filter(({ method }) => method === "Network.requestWillBeSent" || method === "Network.webSocketCreated");
      return sent.map(({ params }) => params.request?.url ?? params.url).filter((url) => /^(https?|wss?):/.test(url));
    },
    print: async () => Buffer.from(await driver.printPage({ width: 21, height: 29.7 }), "base64"),
    stop: async () => {
      await driver.quit();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
