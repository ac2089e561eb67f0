// The folder that the hosts serve: the built site where TONGKET_DIST names one, else a made-up one with every kind of file.

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { TYPES } from "./promises.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const ours = (path) => join(ROOT, path);

/** Whether the folder is the built site and not a made-up one. */
export const BUILT = process.env.TONGKET_DIST;

/** Some 2 kB that differ from file to file and compress well. */
const filling = (name) => `${name}: doanh thu ước đạt 56.500 tỷ đồng, tăng 1,31% so với năm 2020.\n`.repeat(20);

const SAMPLE = [
  ..."index.html index.en.html embed.html embed.en.html single.html sw.js embed.js datapackage.json feed.xml sitemap.xml".split(" "),
  ..."boot-0a1b2c3d4e5f6071.js app-0a1b2c3d4e5f6071.js app-0a1b2c3d4e5f6071_bg.wasm style-8899aabbccddeeff.css".split(" "),
  ..."frame-0a1b2c3d4e5f6071.js dialog-0a1b2c3d4e5f6071.js embed/2021-bo-tttt.html embed/2021-bo-tttt.en.html".split(" "),
  ..."save-0a1b2c3d4e5f6071.js icon-0a1b2c3d4e5f6071.svg bao-cao/2021-bo-tttt.html bao-cao/2021-bo-tttt.en.html".split(" "),
  ..."data/index.json data/reports/2021-bo-tttt.json data/figures.csv oembed/2021-bo-tttt/1.json pictures/overview.png".split(" "),
  ..."pictures/icon-20231228.png calendar.ics robots.txt site.webmanifest about.md map.geojson data/all.zip fonts/a.woff2".split(" "),
  // A name that no address holds as it is, and one that looks as if it had a hash.
  "data/số liệu + 1.csv",
  "data/thong-ke-20231228.json",
];

/** Lays the folder that is served into `to`, and gives the paths in it. */
export async function lay(to) {
  if (BUILT) {
    await cp(BUILT, to, { recursive: true, preserveTimestamps: true });
  } else {
    for (const path of SAMPLE) await write(join(to, path), filling(path));
    await cp(ours("hosts/site"), to, { recursive: true });
    for (const path of await paths(to)) if (TYPES[extname(path)]?.[2]) await pack(join(to, path));
  }
  return paths(to);
}

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function pack(path) {
  const bytes = await readFile(path);
  await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  await writeFile(`${path}.br`, brotliCompressSync(bytes));
}

/** All files of a folder, with `/`, without those that lie compressed beside another and those for a host to read. */
export async function paths(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const inside = files.map((file) => relative(folder, file).split(sep).join("/"));
  const hidden = (path) => path.startsWith(".") || path === "web.config" || path === "_headers";
  return inside.filter((path) => !/\.(br|gz)$/.test(path) && !hidden(path)).sort();
}

/** All at the top, and a few of each kind in each folder below: thousands of reports are served in one way. */
export function some(all, few = 4) {
  const counts = new Map();
  return all.filter((path) => {
    const kind = dirname(path) + extname(path);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return !path.includes("/") || count <= few;
  });
}

/** The path as it stands in an address. */
export const address = (path) => path.split("/").map(encodeURIComponent).join("/");
