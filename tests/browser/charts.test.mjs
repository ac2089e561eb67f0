// Charts: gone through value by value, by keyboard and by touch, and saved as files.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { journey, PHONE, suite } from "./journey.mjs";
import { find, plain } from "./reader.mjs";

/** Opens the page of an indicator with a chart and a table, and gives its figure. */
async function openChart(reader) {
  await reader.open("#/");
  await reader.open((await reader.pages()).indicator);
  await reader.seen("figure[data-chart] .chart__place svg");
  const name = await reader.run("return document.querySelector('.chart__place').closest('figure').dataset.chart");
  return `figure[data-chart="${name}"]`;
}

/** Saves a file as the button says, and gives what the browser was handed: its name and its address. */
async function save(reader, figure, kind) {
  await reader.run("window.handed = []; HTMLAnchorElement.prototype.click = function () { handed.push([this.download, this.href]); };");
  await reader.choose(`${figure} [data-save="${kind}"]`);
  await reader.until(() => reader.run("return handed.length === 1"), `no ${kind} was handed to the browser`);
  return reader.run("return handed[0]");
}

const words = (address) => decodeURIComponent(address.slice(address.indexOf(",") + 1));

suite("charts", () => {
  test("a chart is one tab stop; arrow keys say each value, and Enter opens its source", () =>
    journey(async (reader) => {
      const figure = await openChart(reader);
      const values = await reader.run("return [...document.querySelectorAll(arguments[0])].map((row) => row.textContent)", `${figure} tbody th`);
      await reader.run("document.querySelector(arguments[0]).focus()", `${figure} .chart__place`);
      const said = () => reader.text(`${figure} .chart__value`);
      await reader.press(Key.ARROW_RIGHT);
      await reader.until(async () => (await said()).startsWith(values[0]), "the first value is not said");
      await reader.press(Key.END);
      await reader.until(async () => (await said()).startsWith(values.at(-1)), "the last value is not said");
      assert.ok((await reader.count(`${figure} [data-row][data-current]`)) > 0, "no value of the drawing is marked");
      const last = (await reader.values("data-open", `${figure} table`)).at(-1);
      await reader.press(Key.ENTER);
      await reader.checkSheet(find(await reader.reports(), last));
      assert.equal(await reader.count(`${figure} .chart__tools button:not([tabindex="-1"])`), 0, "the steps are tab stops of their own");
    }));

  test("by touch the buttons go from value to value", () =>
    journey(
      async (reader) => {
        const figure = await openChart(reader);
        const said = () => reader.text(`${figure} .chart__value`);
        await reader.choose(`${figure} [data-step="1"]`);
        await reader.until(async () => (await said()) !== "", "no value is said");
        const first = await said();
        await reader.choose(`${figure} [data-step="1"]`);
        await reader.until(async () => (await said()) !== first, "the next value is not said");
        await reader.choose(`${figure} [data-step="-1"]`);
        await reader.until(async () => (await said()) === first, "the way back is another");
      },
      { size: PHONE },
    ));

  test("the values are saved as CSV, each with its quote and the place of it", () =>
    journey(async (reader) => {
      for (const open of [openChart, async () => (await reader.open("#/"), 'figure[data-chart^="growth/"]')]) {
        const figure = await open(reader);
        const [file, address] = await save(reader, figure, "CSV");
        assert.match(file, /^[a-z0-9-]+\.csv$/);
        const text = words(address);
        assert.ok(text.startsWith("\uFEFF"), "spreadsheets would not know the encoding");
        const [head, ...rows] = text.slice(1).trim().split("\r\n").map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, "").replaceAll('""', '"')));
        assert.equal(rows.length, await reader.count(`${figure} tbody tr`), "the file and the table differ");
        const reports = await reader.reports();
        for (const row of rows) {
          const { value, report, quote, at, length } = Object.fromEntries(head.map((name, column) => [name, row[column]]));
          assert.ok(value !== "" && Number.isFinite(Number(value)), `"${value}" is no number`);
          const letters = [...reports.find(({ id }) => id === report).text].slice(Number(at), Number(at) + Number(length));
          assert.equal(letters.join(""), quote, "the quote is not where the file says");
        }
      }
    }));

  test("the drawing is saved as SVG and as PNG, with its title and its colours", () =>
    journey(async (reader) => {
      const figure = await openChart(reader);
      const [file, address] = await save(reader, figure, "SVG");
      assert.match(file, /\.svg$/);
      const svg = words(address);
      const broken = await reader.run("return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror') !== null", svg);
      assert.equal(broken, false, "the file is no SVG");
      // A long title stands in several lines.
      const told = plain(await reader.run("return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').documentElement.textContent", svg));
      const title = plain(await reader.text(`${figure} .chart__title`));
      assert.ok(told.replaceAll(" ", "").includes(title.replaceAll(" ", "")), `the title is not in the file: ${told.slice(0, 200)}`);
      assert.ok(!svg.includes("rgba(0, 0, 0, 0)\"/>"), "the file has no ground");
      assert.ok(!/class=/.test(svg) && /stroke="rgb/.test(svg), "the colours are not in the file");
      const [picture, pixels] = await save(reader, figure, "PNG");
      assert.match(picture, /\.png$/);
      const wide = await reader.run("const image = new Image(); image.src = arguments[0]; return image.decode().then(() => image.naturalWidth)", pixels);
      const drawn = await reader.run("return Number(document.querySelector(arguments[0]).getAttribute('width'))", `${figure} .chart__place svg`);
      assert.ok(wide >= 2 * drawn, `the picture is ${wide} wide`);
    }));
});
