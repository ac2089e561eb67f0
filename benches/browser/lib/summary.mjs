// The figures of a results file as lines for `cargo xtask bench`, fields parted by tabs: node lib/summary.mjs FILE
//   about    what     text
//   figure   size     page   measure   median   least   most
//   failed   size     page   reason
import { readFileSync } from 'node:fs';
import { quantile, spread } from './stats.mjs';

const keys = (run) => (run.keys ?? []).map((key) => key?.result).filter(Number.isFinite);

/** What one run tells, in ms and MB. */
const MEASURES = {
  kb: (run) => run.bytes / 1000,
  fcp: (run) => run.fcp,
  ready: (run) => run.ready,
  readable: (run) => run.readable,
  marked: (run) => run.marked,
  blocking: (run) => run.blocking,
  longest: (run) => run.longest,
  cls: (run) => run.cls,
  memory: (run) => (run.heap + (run.wasm ?? 0)) / 1e6,
  wasm: (run) => (run.wasm ?? 0) / 1e6,
  focus: (run) => run.focus,
  first_key: (run) => keys(run)[0],
  slow_frames: (run) => run.scroll?.slow,
  longest_frame: (run) => run.scroll?.longest,
};

const { started, chromium, machine, runs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const line = (...fields) => console.log(fields.join('\t'));
const loads = runs.map((run) => run.load);
const most = (list) => Math.max(...list).toFixed(1), least = (list) => Math.min(...list).toFixed(1);
line('about', 'day', started.slice(0, 10));
line('about', 'runs', Math.max(...runs.map((run) => run.run)));
line('about', 'browser', `Chromium ${chromium.split('.')[0]}, headless`);
// The kind of processor is of interest, its exact make is not.
line('about', 'machine', `${machine.cores} cores of ${machine.cpu.replace(/\((?:R|TM)\)|@.*|\bCPU\b|\bProcessor\b/gi, ' ').replace(/\s+/g, ' ').trim() || 'an unnamed processor'}`);
line('about', 'load', `${least(loads)}–${most(loads)}`);

for (const size of new Set(runs.map((run) => run.size)))
  for (const page of new Set(runs.map((run) => run.page))) {
    const own = runs.filter((run) => run.size === size && run.page === page && run.profile === 'phone');
    for (const [measure, of] of Object.entries(MEASURES)) {
      const { median, min, max } = spread(own.map(of).filter(Number.isFinite));
      if (median !== null) line('figure', size, page, measure, median, min, max);
    }
    const all = own.flatMap(keys);
    for (const [measure, q] of [['key50', 0.5], ['key95', 0.95]])
      if (all.length) line('figure', size, page, measure, quantile(all, q), Math.min(...all), Math.max(...all));
    for (const reason of new Set(own.filter((run) => run.failed).map((run) => run.failed))) line('failed', size, page, reason.replace(/\s+/g, ' '));
  }
