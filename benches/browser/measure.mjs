// Measures built pages in Chromium, side by side:
//   node measure.mjs [--all] [PATH...] [--runs N] [--sizes small,large] [--profiles phone,plain] [--load-only] [--out FILE]
// PATH is a folder with a bench.json, or such a file. See README.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { certificate, serve } from './lib/serve.mjs';
import { reportTables } from './lib/tables.mjs';
import { median } from './lib/stats.mjs';

const root = import.meta.dirname;
const SCRATCH = join(root, 'out');
const PROFILES = {
  phone: { cpu: 4, network: { latency: 150, download: 1600, upload: 750 } }, // ms, kbit/s: "slow 4G", mid-range phone
  plain: { cpu: 1, network: null },
};
const VIEWPORT = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'vi-VN' };
const QUERY = 'doanh thu';
const SETTLE = 5000; // after load and content
const READY_LIMIT = 90_000;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const inpage = readFileSync(join(root, 'lib/inpage.js'), 'utf8');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean' }, runs: { type: 'string', default: '5' }, sizes: { type: 'string', default: 'small,large' },
    profiles: { type: 'string', default: Object.keys(PROFILES).join(',') }, out: { type: 'string' }, 'load-only': { type: 'boolean' },
  },
});

function loadManifest(path) {
  const file = statSync(path).isDirectory() ? join(path, 'bench.json') : path;
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dir = resolve(dirname(file), manifest.dir);
  if (!existsSync(manifest.dir)) throw new Error(`${manifest.name}: ${manifest.dir} is not built`);
  return manifest;
}

function manifests() {
  const pages = join(root, 'pages');
  const own = options.all ? readdirSync(pages).map((p) => join(pages, p)).filter((p) => existsSync(join(p, 'bench.json'))) : [];
  const paths = [...own, ...positionals];
  if (!paths.length) throw new Error('which pages? give --all or paths of folders that hold a bench.json');
  return paths.map(loadManifest);
}

/** Private memory in bytes of the page's own process: the renderer whose CPU time grows while the page is kept busy. */
async function rendererMemory(browserCdp, page) {
  const times = async () => new Map((await browserCdp.send('SystemInfo.getProcessInfo')).processInfo.filter((p) => p.type === 'renderer').map((p) => [p.id, p.cpuTime]));
  const before = await times();
  await page.evaluate(() => { const end = performance.now() + 300; while (performance.now() < end); });
  const grown = [...(await times())].map(([id, time]) => [id, time - (before.get(id) ?? 0)]).sort((a, b) => b[1] - a[1]);
  try {
    const rollup = readFileSync(`/proc/${grown[0][0]}/smaps_rollup`, 'utf8');
    return ['Private_Clean', 'Private_Dirty'].reduce((sum, k) => sum + Number(rollup.match(new RegExp(`${k}:\\s+(\\d+)`))[1]) * 1024, 0);
  } catch {
    return null;
  }
}

function trackTransfers(cdp) {
  const requests = new Map();
  cdp.on('Network.responseReceived', ({ requestId, response, type }) => requests.set(requestId, { url: response.url, type, mime: response.mimeType, bytes: 0, cached: response.fromDiskCache }));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { const r = requests.get(requestId); if (r) r.bytes = encodedDataLength; });
  return () => {
    const counted = [...requests.values()].filter((r) => r.url.startsWith('http'));
    const kinds = {};
    for (const r of counted) {
      const kind = /html/.test(r.mime) ? 'html' : /javascript/.test(r.mime) ? 'js' : /css/.test(r.mime) ? 'css' : /wasm/.test(r.mime) ? 'wasm' : /font/.test(r.mime) ? 'font' : 'data';
      kinds[kind] = (kinds[kind] ?? 0) + r.bytes;
    }
    return { requests: counted.length, bytes: counted.reduce((sum, r) => sum + r.bytes, 0), kinds };
  };
}

async function typeQuery(page, { search, results }) {
  const focus = await page.evaluate((s) => window.__bench.focus(s), search);
  const from = await page.evaluate(() => performance.now());
  const keys = [];
  for (const letter of QUERY) {
    await page.evaluate((r) => window.__bench.beginKey(r), results ?? 'body');
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    keys.push(await page.evaluate(() => window.__bench.keyResult(400, 15_000)));
  }
  const eventTiming = await page.evaluate((t) => window.__bench.interactions(t), from);
  return { focus, keys, eventTiming };
}

/** Scrolls through each of some addresses of the page (null: where it is) and tells of all frames together. */
async function scrollPages(page, addresses) {
  const all = { height: 0, frames: [] };
  for (const address of addresses) {
    if (address !== null) await page.evaluate((a) => new Promise((r) => { location.hash = a; setTimeout(() => { scrollTo(0, 0); setTimeout(r, 500); }, 1500); }), address);
    const { height, frames } = await page.evaluate(() => window.__bench.scrollThrough(2500, 3000, 10_000));
    all.height += height;
    all.frames.push(...frames);
  }
  const { height, frames } = all;
  return { height, frames: frames.length, slow: frames.filter((f) => f > 50).length, longest: Math.max(...frames), median: median(frames) };
}

async function measureOnce({ browser, browserCdp, manifest, origin, size, profile, loadOnly }) {
  const { cpu, network } = PROFILES[profile];
  const context = await browser.newContext(VIEWPORT);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  const kbit = (v) => (v * 1000) / 8;
  if (network) await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: network.latency, downloadThroughput: kbit(network.download), uploadThroughput: kbit(network.upload), connectionType: 'cellular4g' });
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const transfers = trackTransfers(cdp);
  const counted = (r) => (typeof r === 'string' ? { selector: r, count: 1 } : { selector: r.selector, count: r[size] ?? r.count ?? 1 });
  // A page that can be read before its program runs says so by selectors of its own.
  const watched = ['ready', 'readable'].filter((name) => manifest.selectors[name]);
  const watches = watched.map((name) => `window.__bench?.watchFor('${name}', ${JSON.stringify(manifest.selectors[name].map(counted))});`);
  await page.addInitScript({ content: `${inpage};${watches.join('')}` });

  const result = { page: manifest.name, size, profile, load: loadavg()[0] };
  try {
    await page.goto(`${origin}/${manifest.entry.replace('{size}', size)}`, { waitUntil: 'load', timeout: READY_LIMIT });
    const deadline = Date.now() + READY_LIMIT;
    let seen;
    do {
      await new Promise((r) => setTimeout(r, 250));
      seen = await page.evaluate(() => window.__bench.report());
    } while ((seen.ready === null && Date.now() < deadline) || seen.now < Math.max(seen.loaded, seen.ready ?? 0) + SETTLE);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name) => metrics.find((m) => m.name === name)?.value ?? null;
    Object.assign(result, transfers(), {
      fcp: seen.fcp, lcp: seen.lcp, cls: seen.cls, tbt: seen.tbt, blocking: seen.blocking, longest: seen.longest, ready: seen.ready, readable: seen.readable, marked: seen.marked, wasm: seen.wasm,
      script: metric('ScriptDuration') * 1000, layout: (metric('LayoutDuration') + metric('RecalcStyleDuration')) * 1000, task: metric('TaskDuration') * 1000,
    });
    await cdp.send('HeapProfiler.collectGarbage');
    result.heap = (await cdp.send('Runtime.getHeapUsage')).usedSize;
    result.nodes = (await cdp.send('Memory.getDOMCounters')).nodes;
    result.memory = await rendererMemory(browserCdp, page);
    if (seen.ready === null) throw new Error(`content not there after ${READY_LIMIT / 1000} s`);
    if (loadOnly) return result;
    Object.assign(result, await typeQuery(page, manifest.selectors));
    await page.fill(manifest.selectors.search, '');
    await page.evaluate(() => new Promise((r) => { document.activeElement?.blur(); scrollTo(0, 0); setTimeout(r, 1500); }));
    result.scroll = await scrollPages(page, manifest.scroll ?? [null]);
  } catch (error) {
    result.failed = error.message.split('\n')[0];
  } finally {
    if (errors.length) result.errors = [...new Set(errors)].slice(0, 5);
    await context.close();
  }
  return result;
}

/** Starts Chromium and lets it load fonts and its own parts once, so that the first page measured is no worse off. */
async function startBrowser(tls) {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--ignore-certificate-errors-spki-list=${tls.spki}`],
  });
  const context = await browser.newContext(VIEWPORT);
  const page = await context.newPage();
  await page.setContent('<h1>Điện tử, chuyển đổi số ▲▼●</h1><b>đậm</b><i>nghiêng</i><svg><text y="20">Số</text></svg><canvas></canvas>');
  await page.waitForTimeout(500);
  await context.close();
  return browser;
}

function machine() {
  const git = (() => { try { return execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(); } catch { return null; } })();
  return { cpu: cpus()[0].model, cores: cpus().length, memory: totalmem(), node: process.version, commit: git };
}

function outFile() {
  if (options.out) return resolve(options.out);
  const day = new Date().toISOString().slice(0, 10);
  for (let n = 1; ; n++) {
    const file = join(root, 'results', n === 1 ? `${day}.json` : `${day}-${n}.json`);
    if (!existsSync(file)) return file;
  }
}

const pages = manifests();
const tls = certificate(join(SCRATCH, 'tls'));
const servers = new Map();
for (const m of pages) servers.set(m.name, await serve(m.dir, { tls, cacheDir: join(SCRATCH, 'br') }));
const runs = [];
const out = outFile();
const started = new Date().toISOString();
let version = '';
const save = () => {
  mkdirSync(dirname(out), { recursive: true });
  const about = Object.fromEntries(pages.map((m) => [m.name, m.about]));
  const settings = { query: QUERY, viewport: VIEWPORT, profiles: PROFILES, settle: SETTLE };
  writeFileSync(out, `${JSON.stringify({ started, chromium: version, machine: machine(), settings, about, runs }, null, 1)}\n`);
};

// Run 0 only fills the server's brotli cache and the disk cache: it loads, and is thrown away.
for (let run = 0; run <= Number(options.runs); run++) {
  for (const size of options.sizes.split(','))
    for (const profile of run === 0 ? ['plain'] : options.profiles.split(',')) {
      const browser = await startBrowser(tls);
      version = browser.version();
      const browserCdp = await browser.newBrowserCDPSession();
      const turn = run % pages.length; // another page begins each run
      for (const manifest of [...pages.slice(turn), ...pages.slice(0, turn)]) {
        if (manifest.sizes && !manifest.sizes.includes(size)) continue;
        const result = await measureOnce({ browser, browserCdp, manifest, origin: servers.get(manifest.name).origin, size, profile, loadOnly: run === 0 || options['load-only'] });
        console.error(`run ${run} of ${options.runs}: ${size} ${profile} ${manifest.name}: ready ${Math.round(result.ready ?? -1)} ms${result.failed ? ` FAILED ${result.failed}` : ''}${result.errors ? ` errors: ${result.errors.join(' | ')}` : ''}`);
        if (run > 0) runs.push({ run, ...result });
      }
      await browser.close();
      if (run > 0) save();
    }
}
for (const [name, s] of servers) {
  if (s.missing.length) console.error(`${name}: not found: ${[...new Set(s.missing)].join(', ')}`);
  s.close();
}
console.log(reportTables(runs));
console.error(`written: ${out}`);
