// Firefox: its log, its requests and the size of its page come through WebDriver BiDi, beside the classic protocol.

import { Builder } from "selenium-webdriver";
import firefox from "selenium-webdriver/firefox.js";
import { find } from "../driver.mjs";

export async function start({ dark, still, forcedColours }) {
  const options = new firefox.Options().setBinary(find("firefox-esr", "firefox")).addArguments("-headless").enableBidi();
  const preferences = {
    "ui.systemUsesDarkTheme": dark ? 1 : 0,
    "ui.prefersReducedMotion": still ? 1 : 0,
    // 0 is dark, 1 is light: what pages are told, whatever the theme of the browser's own window.
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    // 2 puts the colours of the device in the place of the page's.
    "browser.display.document_color_use": forcedColours ? 2 : 0,
    // What the browser does of its own accord is no request of the page; here it does nothing.
    "app.normandy.enabled": false,
    "app.update.enabled": false,
    "browser.safebrowsing.enabled": false,
    "datareporting.healthreport.uploadEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": false,
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const driver = await new Builder()
    .forBrowser("firefox")
    .setFirefoxOptions(options)
    .setFirefoxService(new firefox.ServiceBuilder(find("geckodriver")))
    .build();
  const bidi = await driver.getBidi();
  await bidi.waitForConnection();
  let complaints = [];
  let asked = [];
  // These are what the page wrote and what went wrong in it; what the browser itself wrote (a style sheet that it could not
  // read, say) it keeps for its own window.
  bidi.on("log.entryAdded", ({ level, text }) => complaints.push(`${level}: ${text}`));
  bidi.on("network.beforeRequestSent", ({ request }) => asked.push(request.url));
  await bidi.send({ method: "session.subscribe", params: { events: ["log.entryAdded", "network.beforeRequestSent"] } });
  const context = await driver.getWindowHandle();
  /** Events come on a wire of their own: an answer on the same wire says that those before it have come. */
  const settle = () => bidi.send({ method: "session.status", params: {} });
  return {
    driver,
    resize: (width, height) => bidi.send({ method: "browsingContext.setViewport", params: { context, viewport: { width, height } } }),
    console: async () => {
      await settle();
      const told = complaints;
      complaints = [];
      return told;
    },
    requests: async () => {
      await settle();
      const told = asked.filter((url) => /^(https?|wss?):/.test(url));
      asked = [];
      return told;
    },
    print: async () => Buffer.from(await driver.printPage({ width: 21, height: 29.7 }), "base64"),
    stop: () => driver.quit(),
  };
}
