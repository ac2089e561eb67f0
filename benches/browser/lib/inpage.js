// Runs in the page before anything of its own. Collects what the browser tells, and answers questions from measure.mjs.
(() => {
  if (window !== window.top) return;
  const now = () => performance.now();
  /** Calls back when the next frame has been handed over for painting. */
  const afterPaint = (done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(now());
    channel.port2.postMessage(0);
  });

  const state = { fcp: null, lcp: null, shifts: [], tasks: [], events: [], ready: null, readable: null, marked: null, wasm: new Set() };
  const watch = (type, each, options = {}) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...options });
  watch('paint', (e) => { if (e.name === 'first-contentful-paint') state.fcp = e.startTime; });
  watch('largest-contentful-paint', (e) => { state.lcp = e.startTime; });
  watch('layout-shift', (e) => { if (!e.hadRecentInput) state.shifts.push({ at: e.startTime, value: e.value }); });
  watch('longtask', (e) => state.tasks.push({ at: e.startTime, duration: e.duration }));
  watch('event', (e) => { if (e.interactionId) state.events.push({ id: e.interactionId, at: e.startTime, duration: e.duration }); }, { durationThreshold: 16 });
  watch('mark', (e) => { if (e.name === 'content-ready') state.marked ??= e.startTime; });

  // Wasm memories are not in the JS heap: keep hold of each to ask its size.
  const keep = (instance) => { for (const v of Object.values(instance?.exports ?? {})) if (v instanceof WebAssembly.Memory) state.wasm.add(v); };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const result = await original.apply(WebAssembly, args);
      keep(result instanceof WebAssembly.Instance ? result : result.instance);
      return result;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(target, args) { const made = new target(...args); keep(made); return made; } });
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, { construct(target, args) { const made = new target(...args); state.wasm.add(made); return made; } });

  /** Looks once a frame whether all of `conditions` ([{selector, count}]) hold and their last ones have a size; keeps when, as `name`. */
  function watchFor(name, conditions) {
    const holds = ({ selector, count }) => {
      const found = document.querySelectorAll(selector);
      return found.length >= count && found[count - 1].getClientRects().length > 0;
    };
    const look = () => {
      if (state[name] !== null) return;
      if (conditions.every(holds)) afterPaint((t) => { state[name] ??= t; });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }

  /** Gives a field the focus; ms until the next frame, for what a page does then. */
  function focus(selector) {
    const from = now();
    document.querySelector(selector).focus();
    return new Promise((done) => afterPaint((t) => done(t - from)));
  }

  // ---- keys
  let key = null;
  const paintOf = (field) => { const mine = key; if (mine) afterPaint((t) => { mine[field] = t; }); };
  addEventListener('keydown', (e) => { if (key) key.at ??= e.timeStamp; }, true);
  addEventListener('input', () => { paintOf('firstPaint'); if (key) key.changed = now(); }, true);

  /** Ready for one key: afterwards `keyResult` waits until nothing under `root` has changed for `quiet` ms. */
  function beginKey(root) {
    key = { at: null, firstPaint: null, lastPaint: null, changed: now() };
    const mine = key;
    mine.observer = new MutationObserver(() => { mine.changed = now(); paintOf('lastPaint'); });
    mine.observer.observe(document.querySelector(root) ?? document.body, { childList: true, subtree: true, attributes: true, characterData: true });
  }
  async function keyResult(quiet, limit) {
    const mine = key, started = now();
    while (now() - started < limit && (mine.firstPaint === null || now() - mine.changed < quiet)) await new Promise((r) => setTimeout(r, 20));
    await new Promise(afterPaint);
    mine.observer.disconnect();
    key = null;
    if (mine.at === null || mine.firstPaint === null) return null;
    return { nextPaint: mine.firstPaint - mine.at, result: Math.max(mine.firstPaint, mine.lastPaint ?? 0) - mine.at };
  }
  /** Event Timing: for each interaction since `from` the longest of its events (the browser rounds to 8 ms and tells none under 16). */
  function interactions(from) {
    const longest = new Map();
    for (const e of state.events) if (e.at >= from) longest.set(e.id, Math.max(longest.get(e.id) ?? 0, e.duration));
    return [...longest.values()];
  }

  /** Scrolls the whole page at an even pace; tells each frame's length. */
  async function scrollThrough(pixelsPerSecond, shortest, longest) {
    const height = document.documentElement.scrollHeight - innerHeight;
    const total = Math.min(longest, Math.max(shortest, (height / pixelsPerSecond) * 1000));
    const frames = [];
    const start = await new Promise(requestAnimationFrame);
    let last = start;
    for (;;) {
      const t = await new Promise(requestAnimationFrame);
      frames.push(t - last);
      last = t;
      // content-visibility may change the height on the way: aim at the present end
      const end = document.documentElement.scrollHeight - innerHeight;
      scrollTo({ top: end * Math.min(1, (t - start) / total), behavior: 'instant' });
      if (t - start >= total) return { height, frames };
    }
  }

  function report() {
    const loaded = performance.getEntriesByType('navigation')[0]?.loadEventEnd || null;
    let cls = 0, sum = 0, first = 0, last = 0; // the largest session window, as Web Vitals has it
    for (const { at, value } of state.shifts) {
      if (sum && at - last < 1000 && at - first < 5000) sum += value;
      else { sum = value; first = at; }
      last = at;
      cls = Math.max(cls, sum);
    }
    const end = Math.max(loaded ?? 0, state.ready ?? 0) + 5000;
    const tbt = state.tasks.filter((t) => t.at + t.duration > (state.fcp ?? 0) && t.at < end)
      .reduce((total, t) => total + Math.max(0, t.at + t.duration - Math.max(t.at, state.fcp ?? 0) - 50), 0);
    const blocking = state.tasks.filter((t) => t.at < end).reduce((total, t) => total + Math.max(0, t.duration - 50), 0);
    const wasm = [...state.wasm].reduce((bytes, m) => bytes + m.buffer.byteLength, 0);
    const longest = Math.max(0, ...state.tasks.map((t) => t.duration));
    return { fcp: state.fcp, lcp: state.lcp, cls, tbt, blocking, longest, ready: state.ready, readable: state.readable, marked: state.marked, loaded, wasm, now: now() };
  }

  window.__bench = { watchFor, focus, beginKey, keyResult, interactions, scrollThrough, report };
})();
