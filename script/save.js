// Saves a chart as SVG, PNG or CSV. Reads the figure as it stands in the page, so that it needs nothing of the app: the
// drawing with the colours it has, the table with its values, and the embedded reports for quotes and their places.
// Nothing leaves the device.

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

const reports = () => JSON.parse(document.getElementById("tongket-data").textContent).reports;

/** The id of a report and of its figure that a row leads to. */
const addressOf = (row) => row.querySelector("[data-open]").dataset.open.split(/\/(?=[^/]*$)/);

/** Who tells the values: the titles of the reports. */
function sourcesOf(figure) {
  const told = new Set([...figure.querySelectorAll("tbody tr")].map((row) => addressOf(row)[0]));
  const known = reports().filter(({ id }) => told.has(id));
  return known.map(({ id, meta }) => [meta.title ?? id, meta.publisher].filter(Boolean).join(", ")).join("; ");
}

/** A drawing of its own: title and unit above it, who told it below, and every colour written into it. */
function svgOf(figure) {
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
  write(sourcesOf(figure), 13, 400);
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

/** The values with what tells them: a point in numbers, and the place of each quote in code points. */
function csvOf(figure) {
  const all = reports();
  const rows = [["indicator", "period", "value", "unit", "status", "derived", "report", "published", "quote", "at", "length"]];
  for (const row of figure.querySelectorAll("tbody tr")) {
    const cell = row.querySelector("[data-value]");
    const [id, observation] = addressOf(row);
    const report = all.find((report) => report.id === id);
    const told = report.observations.find((told) => told.id === observation);
    const { value, unit, period, derived } = cell.dataset;
    rows.push([told.indicator, period, value, unit, told.status, derived !== undefined, id, report.meta.published, told.quote, told.at, [...told.quote].length]);
  }
  const field = (value) => {
    const words = String(value ?? "");
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
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

document.addEventListener("click", async ({ target }) => {
  const kind = target.closest?.("[data-save]")?.dataset.save;
  if (!kind) return;
  const figure = target.closest("figure");
  const link = document.createElement("a");
  link.download = `${nameOf(figure)}.${kind.toLowerCase()}`;
  if (kind === "CSV") link.href = url("text/csv", csvOf(figure));
  else if (kind === "SVG") link.href = url("image/svg+xml", svgOf(figure).code);
  else link.href = await pngOf(svgOf(figure));
  link.click();
});
