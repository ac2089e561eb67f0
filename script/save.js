// Saves a chart as SVG, PNG or CSV. Reads the figure as it stands in the page, so that it needs nothing of the app: the
// drawing with the colours it has, the table with its values, and the reports for quotes and their places.
// Nothing leaves the device; a page that carries no reports asks its own site for those that tell the chart. It also
// fetches the dialog for other sites (`dialog.js`) when somebody asks for it.

const SVG = "http://www.w3.org/2000/svg";
const PAINT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "paint-order", "font-weight"];
const ROOM = 16;

/** `doanh-thu-buu-chinh`: the title of a figure as the name of a file. */
function nameOf(figure) {
  const plain = titleOf(figure).normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 80);
}

// The first line of the caption, also where the page has it as a heading already.
const titleOf = (figure) => text(figure, "figcaption > p");
const text = (within, selector) => within.querySelector(selector)?.textContent.trim() ?? "";

/** The reports that tell a figure's values: those of the page, or, where it carries none, each from its own file. */
function reportsOf(figure) {
  const inside = JSON.parse(document.getElementById("tongket-data").textContent).reports;
  const told = new Set([...figure.querySelectorAll("tbody tr")].map((row) => addressOf(row)[0]));
  return Promise.all([...told].map((id) => inside.find((report) => report.id === id) ?? loaded(id)));
}

async function loaded(id) {
  const response = await fetch(new URL(`data/reports/${encodeURIComponent(id)}.json`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** The id of a report and of its figure that a row leads to. */
const addressOf = (row) => row.querySelector("[data-open]").dataset.open.split(/\/(?=[^/]*$)/);

/** Who tells the values: the titles of the reports. */
async function sourcesOf(figure) {
  return (await reportsOf(figure)).map(({ id, meta }) => [meta.title ?? id, meta.publisher].filter(Boolean).join(", ")).join("; ");
}

/** A drawing of its own: title and unit above it, who told it below, and every colour written into it. */
async function svgOf(figure) {
  const drawn = figure.querySelector(".chart__place svg");
  const own = drawn.cloneNode(true);
  const copies = own.querySelectorAll("*");
  drawn.querySelectorAll("*").forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of PAINT) copies[at].setAttribute(name, style.getPropertyValue(name));
    copies[at].removeAttribute("class");
  });
  const page = getComputedStyle(document.body);
  const [width, height] = ["width", "height"].map((name) => Number(drawn.getAttribute(name)));
  const whole = document.createElementNS(SVG, "svg");
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", page.getPropertyValue("--paper"));
  whole.append(ground);
  let y = ROOM;
  const write = (words, size, weight) => {
    for (const line of lines(words, width, size, weight, page.fontFamily)) {
      const row = document.createElementNS(SVG, "text");
      y += size * 1.5;
      for (const [name, value] of Object.entries({ x: ROOM, y, "font-size": size, "font-weight": weight, fill: page.color })) {
        row.setAttribute(name, value);
      }
      row.textContent = line;
      whole.append(row);
    }
  };
  write(titleOf(figure), 17, 600);
  write(text(figure, ".chart__unit"), 13, 400);
  own.setAttribute("x", ROOM);
  own.setAttribute("y", y + ROOM);
  whole.append(own);
  y += ROOM + height;
  write(await sourcesOf(figure), 13, 400);
  write(location.href, 13, 400);
  const size = [width + 2 * ROOM, Math.ceil(y + ROOM)];
  whole.setAttribute("xmlns", SVG);
  whole.setAttribute("width", size[0]);
  whole.setAttribute("height", size[1]);
  whole.setAttribute("viewBox", `0 0 ${size.join(" ")}`);
  whole.setAttribute("font-family", page.fontFamily);
  return { code: new XMLSerializer().serializeToString(whole), size };
}

/** Words broken into lines of a width; a word that is wider, as an address is, is cut. */
function lines(words, width, size, weight, family) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${family}`;
  const fits = (line) => pen.measureText(line).width <= width;
  const made = [];
  let line = "";
  for (let word of words.split(/\s+/).filter(Boolean)) {
    if (fits(`${line} ${word}`.trim())) {
      line = `${line} ${word}`.trim();
      continue;
    }
    if (line) made.push(line);
    while (!fits(word)) {
      let end = word.length - 1;
      while (end > 1 && !fits(word.slice(0, end))) end -= 1;
      made.push(word.slice(0, end));
      word = word.slice(end);
    }
    line = word;
  }
  return line ? [...made, line] : made;
}

/** A text that no spreadsheet takes for a formula, as in the tables of the site (docs/data.md). */
const guarded = (words) => (/^['\s\u200b]*[=+\-@＝＋－＠\t\r\n]/.test(words ?? "") ? `'${words}` : words);

/** The values with what tells them: a point in numbers, and the place of each quote in code points. */
async function csvOf(figure) {
  const all = await reportsOf(figure);
  const rows = [["indicator", "period", "value", "unit", "status", "derived", "report", "published", "quote", "at", "length"]];
  for (const row of figure.querySelectorAll("tbody tr")) {
    const cell = row.querySelector("[data-value]");
    const [id, observation] = addressOf(row);
    const report = all.find((report) => report.id === id);
    const told = report.observations.find((told) => told.id === observation);
    const { value, unit, period, derived } = cell.dataset;
    const [indicator, measure, from, quote] = [told.indicator, unit, id, told.quote].map(guarded);
    rows.push([indicator, period, value, measure, told.status, derived !== undefined, from, report.meta.published, quote, told.at, [...told.quote].length]);
  }
  const field = (value) => {
    const words = String(value ?? "");
    return Number.isFinite(Number(words)) ? words : `"${words.replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

/** The drawing as a picture, twice as large, for screens with fine points. */
function pngOf({ code, size }) {
  const image = new Image();
  return new Promise((done, failed) => {
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = size.map((side) => 2 * side);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      done(canvas.toDataURL("image/png"));
    };
    image.onerror = failed;
    image.src = url("image/svg+xml", code);
  });
}

const url = (kind, words) => `data:${kind};charset=utf-8,${encodeURIComponent(words)}`;

/** The file of a kind, as an address. */
async function fileOf(figure, kind) {
  if (kind === "CSV") return url("text/csv", await csvOf(figure));
  const drawing = await svgOf(figure);
  return kind === "SVG" ? url("image/svg+xml", drawing.code) : pngOf(drawing);
}

/** What went wrong is said beside the buttons, until something is saved. */
function say(buttons, failed) {
  const output = buttons.querySelector("output") ?? buttons.appendChild(document.createElement("output"));
  const english = document.documentElement.lang === "en";
  const words = english ? "Not saved: the reports cannot be reached. Try again." : "Chưa lưu được: không tải được báo cáo. Hãy thử lại.";
  output.textContent = failed ? words : "";
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-save]");
  if (!button) return;
  const kind = button.dataset.save;
  const figure = button.closest("figure");
  const link = document.createElement("a");
  try {
    link.download = `${nameOf(figure)}.${kind.toLowerCase()}`;
    link.href = await fileOf(figure, kind);
    say(button.parentElement, false);
    link.click();
  } catch {
    say(button.parentElement, true);
  }
});

/** What makes the code for other sites is loaded when somebody first asks for it; which file it is, the page says. */
document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-embed]");
  const file = document.querySelector("[data-dialog]")?.dataset.dialog;
  if (button && file) (await import(new URL(file, import.meta.url))).open(button);
});
