// Screenshots of the built site: node pictures.mjs DIST FOLDER
//
// Each page in three sizes, light and dark. The window is the picture: what a reader sees first.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";

const [dist, folder] = argv.slice(2);
if (!dist || !folder) throw new Error("node pictures.mjs DIST FOLDER");
process.env.TONGKET_DIST = dist;
const { journey, stop } = await import("./journey.mjs");

const SIZES = [
  [360, 800],
  [768, 1024],
  [1280, 900],
];

mkdirSync(folder, { recursive: true });
for (const dark of [false, true]) {
  await journey(
    async (reader) => {
      await reader.open("#/");
      // The overview once more, for the list of reports far below its head.
      const pages = { ...(await reader.pages()), reports: "#/" };
      for (const [width, height] of SIZES) {
        await reader.browser.resize(width, height);
        for (const [name, route] of Object.entries(pages)) {
          await reader.open(route);
          if (name === "sheet") await reader.seen("[data-sheet] mark");
          if (name === "reports") {
            const list = await reader.seen(".report-list");
            await reader.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", list);
          }
          const file = `${name}-${width}${dark ? "-dark" : ""}.png`;
          writeFileSync(join(folder, file), await reader.driver.takeScreenshot(), "base64");
          console.log(join(folder, file));
        }
      }
    },
    { dark },
  );
}
await stop();
