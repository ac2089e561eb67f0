// The overview: what a reader who opened a link sees first, and the ways on from it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, PHONE, suite } from "./journey.mjs";
import { plain } from "./reader.mjs";

suite("overview", () => {
  test("a card, its source, back, its report", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const card = await reader.seen("[data-card]");
      const id = await card.getAttribute("data-card");
      const figure = await reader.figure(card);
      await reader.click(card);
      await reader.checkSheet(figure);
      assert.equal(await reader.inRoute("so"), id, "the open figure is not in the address");

      await reader.back();
      await reader.sheetIsClosed();
      assert.equal(await reader.route(), "#/");

      await reader.choose(`main a[href*="#/bao-cao/${figure.report.id}"]`);
      await reader.arrivesAt(`#/bao-cao/${figure.report.id}`);
      await reader.seen(`[data-card="${id}"]`);
      if (figure.report.meta.title) {
        const shown = plain(await reader.text());
        assert.ok(shown.includes(plain(figure.report.meta.title)), "the report's page does not show its title");
      }
    }));

  test("a finger opens a card on a phone", () =>
    journey(
      async (reader) => {
        await reader.open("#/");
        const card = await reader.seen("[data-card]");
        const figure = await reader.figure(card);
        await reader.touch(card);
        await reader.checkSheet(figure);
      },
      { size: PHONE },
    ));

  test("indicators that recur are drawn small, and each leads to its page", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const { series } = await reader.data();
      const small = await reader.run(`return [...document.querySelectorAll('figure[data-chart^="series/"]')].map((figure) => ({
        id: figure.dataset.chart.slice("series/".length),
        points: figure.querySelectorAll("svg .dot").length,
        href: figure.querySelector("figcaption a").getAttribute("href"),
      }))`);
      assert.ok(small.length > 1, "no indicator recurs on the overview");
      for (const { id, points, href } of small) {
        const line = series.find((line) => line.id === id);
        assert.equal(points, line.points.length, `the chart of ${id} leaves values out`);
        assert.equal(href, `#/chi-tieu/${line.group}`);
      }
      await reader.choose(`figure[data-chart="series/${small[0].id}"] figcaption a`);
      await reader.arrivesAt(small[0].href);
      await reader.seen(`figure[data-chart="series/${small[0].id}"] table`);
    }));

  test("what does not agree is told, and leads to all checks", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const { findings } = await reader.data();
      const open = findings.filter(({ verdict }) => verdict === "inconsistent").map(({ message }) => plain(message.vi));
      const told = await reader.run("return [...document.querySelectorAll('.checks .finding__sentence')].map((p) => p.textContent)");
      assert.ok(told.length > 0, "no check is told");
      for (const sentence of told) assert.ok(open.includes(plain(sentence)), `"${sentence}" is no finding of the data`);
      await reader.choose('main a[href="#/kiem-tra"]');
      await reader.arrivesAt("#/kiem-tra");
      await reader.until(async () => (await reader.count("main [data-finding]")) === findings.length, "the page has not as many checks as the data");
    }));

  test("a sector unfolds, holds as many figures as it says, and stays as it was when its sheet closes", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const fold = await reader.seen("details.fold");
      const holds = (await fold.findElements({ css: "[data-card]" })).length;
      const says = await reader.run("return Number(arguments[0].querySelector('.fold__count').textContent)", fold);
      assert.equal(holds, says);
      const card = await fold.findElement({ css: "[data-card]" });
      assert.equal(await card.isDisplayed(), false, "a sector stands open from the start");
      await reader.choose("details.fold summary");
      await reader.until(() => card.isDisplayed(), "the sector does not unfold");
      const figure = await reader.figure(card);
      await reader.click(card);
      await reader.checkSheet(figure);
      await reader.back();
      await reader.sheetIsClosed();
      assert.ok(await card.isDisplayed(), "the sector is folded again");
    }));

  test("the latest events lead to the timeline, where they stand too", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const latest = await reader.values("data-event");
      assert.ok(latest.length > 0, "the overview has no events");
      await reader.choose('main a[href="#/dong-thoi-gian"]');
      await reader.arrivesAt("#/dong-thoi-gian");
      await reader.until(async () => (await reader.count("main [data-event]")) > latest.length, "the timeline does not come");
      const all = await reader.values("data-event");
      assert.deepEqual(all.slice(0, latest.length), latest, "the latest events are not the first of the timeline");
    }));

  test("a chart is a named figure with a drawing; a bar of it opens its source", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const charts = await reader.run(`return [...document.querySelectorAll("figure[data-chart]")].map((figure) => ({
        name: figure.querySelector("figcaption").innerText.trim(),
        label: figure.querySelector("[role=img]")?.getAttribute("aria-label") ?? "",
        drawn: figure.querySelectorAll("svg :is(path, rect, circle, line, polyline, polygon)").length,
      }))`);
      for (const { name, label, drawn } of charts) {
        assert.notEqual(name, "", "a chart has no name");
        assert.ok(label.length > 20, `the chart "${name}" is not described`);
        assert.ok(drawn > 0, `the chart "${name}" has no drawing`);
      }
      const growth = 'figure[data-chart^="growth/"]';
      const bars = new Set(await reader.values("data-row", growth));
      assert.equal(bars.size, await reader.count(`${growth} table tbody tr`), "the drawing and the table differ");
      const first = await (await reader.see(`${growth} table tbody [data-open]`)).getAttribute("data-open");
      await reader.choose(`${growth} svg .row[data-row="0"]`);
      await reader.seen(`[data-sheet="${first}"] mark`);
    }));

  test("a number stands in one line, and within its card, whatever the width", () =>
    journey(async (reader) => {
      for (const width of [320, 768, 1280]) {
        await reader.browser.resize(width, 900);
        await reader.open("#/");
        await reader.seen("[data-card]");
        const broken = await reader.run(`return [...document.querySelectorAll(".figure-text__numeral")].filter((numeral) => /\\d/.test(numeral.textContent)).filter((numeral) => {
          const [own, card] = [numeral, numeral.closest("[data-card]")].map((element) => element.getBoundingClientRect());
          return own.width > 0 && (own.height > 1.6 * parseFloat(getComputedStyle(numeral).fontSize) || own.right > card.right + 1);
        }).map((numeral) => numeral.textContent)`);
        assert.deepEqual(broken, [], `at ${width} pixels`);
      }
    }));
});
