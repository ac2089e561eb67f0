// Makes of a page that holds whole reports the one part that another site embeds. It runs before the page is painted,
// leaves out what was not asked for, tells the host how high the rest is, and listens to a few words of the host. It loads
// nothing, stores nothing, and tells heights and ids, never content. Without it the page is whole and can be read.
(() => {
  const root = document.documentElement, script = document.currentScript, host = parent === window ? null : parent;
  /** The keys of the address, each with the form of its values. */
  const FORMS = {
    report: /./, view: /^(report|cards|chart|timeline|task-list)$/, card: /^[^\s/]+(\/[^\s/]+)?$/, sector: /^[a-z-]+$/,
    area: /^(world|VN(-[A-Z0-9]{2,3})?)$/, period: /^(\.\.\/)?\d{4}[-/\dSQ]*$/, lang: /^(vi|en)$/, theme: /^(auto|light|dark)$/,
    accent: /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i, pin: /^\d{4}-\d\d-\d\d$/, childId: /^[\w-]{1,99}$/
  };
  /** What is shown all the same where these are wrong. */
  const LOOKS = ["lang", "theme", "accent", "pin", "childId"];
  const asked = {}, params = new URLSearchParams(location.search);
  let id = "", sent = 0, waits, sizer, own, wrap;

  const fits = (key, value) => typeof value === "string" && FORMS[key].test(value);
  const wrong = (keys) => keys.filter((key) => asked[key] && !fits(key, asked[key]));
  for (const key in FORMS) asked[key] = params.get(key);
  const bad = wrong(LOOKS);
  for (const key of bad) asked[key] = null;

  const all = (selector, within) => [...(within || document).querySelectorAll(selector)];
  /** The data attribute of an element; null where it has none. */
  const of = (element, name) => element.getAttribute("data-" + name);

  // What is told to the host.

  // To whoever embeds us: nobody else hears it, and it says nothing that they could not see.
  const post = (message) => host && host.postMessage(message, "*");
  const tell = (type, more) => post(Object.assign({ source: "tong-ket", v: 1, id, type }, more));

  /** Tells the height of what is shown where it has changed, or where the host asks. */
  function measure(anyway) {
    if (!wrap) return;
    const box = wrap.getBoundingClientRect(), px = Math.ceil(box.height), width = Math.round(box.width);
    // In a tab that is hidden there is no width, and no height worth telling. Firefox lays the page out all the same, in the
    // width of its padding: the window is asked, too.
    if (!width || !root.clientWidth || !root.hasAttribute("data-ready") || (!anyway && Math.abs(px - sent) < 2)) return;
    sent = px;
    tell("height", { px, width });
    // The same for those who listen to others: AMP, Medium's oEmbed, open-iframe-resizer, pym, iframe-resizer.
    post({ sentinel: "amp", type: "embed-size", height: px });
    post(JSON.stringify({ src: location.href, context: "iframe.resize", height: px }));
    post({ type: "iframe-resized", width, height: px });
    if (asked.childId) post("pymxPYMx" + asked.childId + "xPYMxheightxPYMx" + px);
    if (sizer) post("[iFrameSizer]" + sizer + ":" + px + ":" + width + ":resizeObserver");
  }

  function changed() {
    waits = waits || requestAnimationFrame(() => { waits = 0; measure(); });
  }

  // What is wrong.

  /** A sentence of the page's own list, over what is shown. */
  function say(sentence, more) {
    const place = document.getElementById("notice"), says = JSON.parse(document.getElementById("tongket-says").textContent);
    place.textContent += says[sentence] + " " + (more || "") + " ";
    place.hidden = false;
  }

  function fail(sentence, key, code = "bad-data") {
    say(sentence, key);
    root.setAttribute("data-failed", code);
    done();
    tell("error", { code });
  }

  function done() {
    root.setAttribute("data-ready", "");
    measure();
  }

  // What is shown.

  /** A period holds all that begin like it: the year its months. */
  const isOf = (value, wanted, key) =>
    value === wanted || (key === "period" && value.startsWith(wanted) && /^[-/]/.test(value.slice(wanted.length)));

  /** Leaves out the entries of a report that were not asked for, and says whether there are any others. */
  function narrow(report) {
    // Where no report is named, the area has chosen it.
    const keys = ["sector", asked.report && "area", "period"].filter((key) => asked[key]), some = asked.card || keys[0];
    let left = !some || asked.view === "chart";
    for (const entry of all("[data-card], [data-event], [data-task]", report)) {
      // Events and tasks are told of no area of their own.
      const fit = (key) => of(entry, key) === null || isOf(of(entry, key), asked[key], key);
      entry.hidden = !(asked.card ? of(entry, "card") === of(report, "report") + "/" + asked.card : keys.every(fit));
      left = left || (!entry.hidden && (asked.view === "report" || of(entry.closest("[data-view]"), "view") === asked.view));
    }
    for (const group of all(".embed__more, .timeline", report)) {
      group.hidden = !group.querySelector("[data-card]:not([hidden]), [data-event]:not([hidden])");
      if (some) group.open = true;
    }
    return left;
  }

  function reveal(report) {
    for (const part of all("[data-view]", report)) part.hidden = asked.view !== "report" && of(part, "view") !== asked.view;
    root.setAttribute("data-shown", asked.card ? "card" : asked.view);
  }

  /** Opens the sentence of a card; the host knows already, it asked for it. */
  function open(card) {
    const told = card.querySelector(".told");
    own = !told.open && told;
    told.open = true;
  }

  function choose() {
    const reports = all("[data-report]"), places = all("[data-place]"), nonsense = wrong(Object.keys(FORMS))[0];
    const [first, second] = (asked.card || "").split("/");
    asked.card = second || first;
    if (second) asked.report = asked.report || first;
    asked.view = asked.card ? "cards" : asked.view || "cards";
    // A site of many reports: each has a page of its own, which we name, not the host.
    const place = places.find((place) => of(place, "place") === asked.report);
    if (place && !nonsense) return location.replace(place.getAttribute("href") + location.search);
    // Without a report: the newest that has something of what was asked for.
    const fitting = reports.filter((report) => (asked.report ? of(report, "report") === asked.report : !asked.area || of(report, "area") === asked.area));
    const chosen = !nonsense && (fitting.find(narrow) || fitting[0]), empty = chosen && !narrow(chosen);
    for (const report of reports) report.hidden = report !== chosen || empty;
    if (nonsense) return fail("value", nonsense);
    if (empty) return fail(asked.card ? "card" : "none");
    if (!chosen && (asked.report || !places[0])) return fail(asked.report ? "report" : "none");
    if (chosen) {
      id = of(chosen, "report");
      root.setAttribute("data-one", "");
      reveal(chosen);
      if (asked.card) open(chosen.querySelector("[data-card]:not([hidden])"));
      // A static host keeps one state only: where it is newer than the day of the host, the frame says so.
      const date = of(chosen, "date");
      if (asked.pin && date && date > asked.pin.slice(0, date.length)) say("newer", date);
    }
    tell("ready");
    done();
    for (const key of bad) fail("value", key);
  }

  // Colours.

  function theme(value) {
    if (value === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", value);
    accent();
  }

  const parts = (hex) => hex.trim().replace("#", "").replace(/^(.)(.)(.)$/, "$1$1$2$2$3$3").match(/../g).map((part) => parseInt(part, 16));
  const linear = (part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05;

  /** The host's colour, taken towards black or white until it can be read on our paper. */
  function accent() {
    if (!asked.accent) return;
    const paper = light(parts(getComputedStyle(root).getPropertyValue("--paper-2"))), to = paper > 0.2 ? 0 : 255;
    let colour = parts(asked.accent);
    const faint = () => Math.max(light(colour), paper) < 4.5 * Math.min(light(colour), paper);
    for (let turn = 0; turn < 40 && faint(); turn++) colour = colour.map((part) => Math.round(part + (to - part) / 10));
    root.style.setProperty("--accent", "rgb(" + colour + ")");
  }

  // What the host says.

  function language(value) {
    // Of its own two pages; the rest of the address stays.
    params.set("lang", value);
    location.replace(of(script, value) + "?" + params);
  }

  function go(value) {
    const report = all("[data-report]:not([hidden])")[0];
    if (!report) return;
    if (fits("view", value)) {
      asked.view = value;
      asked.card = "";
      narrow(report);
      return reveal(report);
    }
    const card = all("[data-card]", report).find((card) => of(card, "card") === value || of(card, "card") === id + "/" + value);
    if (!card) return;
    for (let part = card; part !== report; part = part.parentElement) {
      part.hidden = false;
      if (part.localName === "details") part.open = true;
    }
    open(card);
    card.scrollIntoView({ block: "nearest" });
  }

  function hear({ data, source }) {
    if (!host || source !== host || !data) return;
    const init = typeof data === "string" && /^\[iFrameSizer\]([^:\s]{1,99}):\d+:(true|false):/.exec(data);
    if (init) sizer = init[1];
    const { type, value } = data;
    if (init || type === "iframe-child-init" || type === "iframe-get-child-dimensions") return measure(true);
    if (data.target !== "tong-ket" || data.v !== 1) return;
    if (type === "hello") measure(true);
    if (type === "theme" && fits("theme", value)) theme(value);
    if (type === "lang" && fits("lang", value) && value !== root.lang) language(value);
    if (type === "goto") go(value);
  }

  if (asked.lang && asked.lang !== root.lang) return language(asked.lang);
  root.setAttribute("data-frame", "");
  theme(asked.theme || "auto");
  matchMedia("(prefers-color-scheme: dark)").addListener(accent);
  addEventListener("message", hear);
  document.addEventListener("toggle", ({ target }) => {
    const card = target.matches(".told") && target.closest("[data-card]");
    if (target === own) own = null;
    else if (card && target.open) tell("select", { card: of(card, "card") });
  }, true);
  document.addEventListener("DOMContentLoaded", () => {
    wrap = document.getElementById("embed");
    try {
      choose();
    } catch (broken) {
      for (const part of all("[hidden]")) part.hidden = false;
      fail("panic", "", "panic");
    }
    new ResizeObserver(changed).observe(wrap);
  });
})();
