// Builds pages into out/dist/<page>:  node build.mjs [PAGE...]
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = import.meta.dirname;
const scratch = join(root, 'out');
const data = join(scratch, 'publish'); // what the pages fetch: the data with report texts split off
const shared = join(root, 'pages/shared');
const modules = join(root, 'node_modules');

/** Splits each report's text into a file of its own and writes data/<size>.json without them. */
function publishData() {
  const sets = {};
  mkdirSync(join(data, 'text'), { recursive: true });
  for (const size of ['small', 'large']) {
    sets[size] = JSON.parse(readFileSync(join(scratch, 'data', `${size}.json`), 'utf8'));
    for (const r of sets[size].reports) writeFileSync(join(data, 'text', `${r.id}.txt`), r.text);
    const light = { ...sets[size], reports: sets[size].reports.map(({ text, ...r }) => r) };
    writeFileSync(join(data, `${size}.json`), JSON.stringify(light));
  }
  return sets;
}

function copyData(out, sets) {
  for (const dir of ['data', 'text']) mkdirSync(join(out, dir), { recursive: true });
  for (const [size, set] of Object.entries(sets)) {
    copyFileSync(join(data, `${size}.json`), join(out, 'data', `${size}.json`));
    for (const r of set.reports) copyFileSync(join(data, 'text', `${r.id}.txt`), join(out, 'text', `${r.id}.txt`));
  }
}

async function vite(page, out, plugins = []) {
  const { build } = await import('vite');
  await build({ root: join(root, 'pages', page), base: './', logLevel: 'warn', plugins, build: { outDir: out, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 } });
}

function glue(out) {
  const timeline = join(modules, '@knight-lab/timelinejs/dist');
  for (const dir of ['timeline3/js/locale', 'timeline3/css/icons']) mkdirSync(join(out, dir), { recursive: true });
  const icons = ['eot', 'svg', 'ttf', 'woff', 'woff2'].map((e) => `css/icons/tl-icons.${e}`);
  for (const file of ['js/timeline.js', 'js/locale/vi.json', 'css/timeline.css', ...icons]) copyFileSync(join(timeline, file), join(out, 'timeline3', file));
  copyFileSync(join(modules, 'chart.js/dist/chart.umd.min.js'), join(out, 'chart.umd.min.js'));
  for (const file of ['base.css', 'model.mjs']) copyFileSync(join(shared, file), join(out, file));
  for (const file of ['index.html', 'page.mjs']) copyFileSync(join(root, 'pages/timelinejs', file), join(out, file));
}

const builders = {
  async app(out, sets) {
    // `dist` is what `cargo xtask build` made; this folder is a copy in `target/`.
    const site = join(root, '../../dist');
    (await import('./pages/app/build.mjs')).default({ out, site, texts: join(scratch, 'texts'), sets });
  },
  async limit(out, sets) {
    await (await import('./pages/limit/build.mjs')).default({ out, sets, shared });
  },
  async echarts(out, sets) {
    await vite('echarts', out);
    copyData(out, sets);
  },
  async react(out, sets) {
    const react = (await import('@vitejs/plugin-react')).default;
    await vite('react', out, [react()]);
    copyData(out, sets);
  },
  async timelinejs(out, sets) {
    glue(out);
    copyData(out, sets);
  },
  async 'observable-framework'(out, sets) {
    const work = join(scratch, 'build/observable');
    await (await import('./pages/observable-framework/build.mjs')).default({ out, work, data, sets, shared, modules });
    copyData(out, sets);
  },
};

if (!existsSync(join(scratch, 'data/small.json'))) throw new Error('no data: run `npm run data` first');
const wanted = process.argv.slice(2);
const sets = publishData();
for (const page of wanted.length ? wanted : Object.keys(builders)) {
  const out = join(scratch, 'dist', page);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await builders[page](out, sets);
  console.log(`built ${page} → ${relative('/', out)}`);
}
