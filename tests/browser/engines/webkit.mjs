// WebKit in its GTK port, the nearest thing to Safari that runs on Linux. It has no headless mode: it opens its window on
// a display in memory.
//
// Over WebDriver it tells neither its console nor its requests: the lists of both are empty. What the page itself can tell
// of them it does (witness.mjs), and the policy that the server sends with it forbids every other host.

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, Capabilities } from "selenium-webdriver";
import { find } from "../driver.mjs";

const SCREEN = [1600, 1200];

export async function start({ dark, still }) {
  const home = mkdtempSync(join(tmpdir(), "tongket-webkit-"));
  mkdirSync(join(home, "config/gtk-3.0"), { recursive: true });
  // What GTK says of the desktop is what pages are told of the device.
  writeFileSync(join(home, "config/gtk-3.0/settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  // The buttons above the page would keep the window wider than a phone.
  writeFileSync(join(home, "config/gtk-3.0/gtk.css"), "* { min-width: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n");

  const display = await screen();
  const port = await freePort();
  const service = spawn(find("WebKitWebDriver"), [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display.name,
      HOME: home,
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_DATA_HOME: join(home, "data"),
      GDK_BACKEND: "x11",
      GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
      GTK_A11Y: "none",
      NO_AT_BRIDGE: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      // Its sandbox needs rights that a container does not give. It opens nothing here but our own site.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const server = `http://127.0.0.1:${port}`;
  await answers(server);
  const driver = await new Builder().usingServer(server).withCapabilities(new Capabilities({ browserName: "MiniBrowser" })).build();
  return {
    driver,
    resize: (width, height) => resize(driver, width, height),
    console: async () => [],
    requests: async () => [],
    stop: async () => {
      await driver.quit().catch(() => {});
      service.kill();
      display.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/**
 * WebDriver sets the size of the whole window: what its frame takes is added. Without a window manager the window under
 * the pointer has the keyboard, and the pointer rests in the middle of the screen: so does the window.
 */
async function resize(driver, width, height) {
  const [frame, head] = await driver.executeScript("return [outerWidth - innerWidth, outerHeight - innerHeight]");
  const [x, y] = [Math.round((SCREEN[0] - width) / 2), Math.round((SCREEN[1] - height) / 2)];
  await driver.manage().window().setRect({ x, y, width: width + frame, height: height + head });
  const there = () => driver.executeScript("return innerWidth === arguments[0] && innerHeight === arguments[1]", width, height);
  await driver.wait(there, 5000, `the window of WebKit cannot be made ${width} × ${height}`);
}

/** A display in memory; the X server names the first number that is free. */
async function screen() {
  const server = spawn(find("Xvfb"), ["-displayfd", "3", "-screen", "0", `${SCREEN.join("x")}x24`, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("Xvfb does not start.")));
    server.stdio[3].once("data", (line) => resolve(line.toString().trim()));
  });
  return { name: `:${number}`, stop: () => server.kill() };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answers(server) {
  for (let turn = 0; turn < 100; turn++) {
    if (await fetch(`${server}/status`).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("WebKitWebDriver does not answer.");
}
