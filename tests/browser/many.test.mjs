// A site of many reports: its first page stands as it was made, and what a reader goes to is loaded then.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { PHONE, journey, siteOf, suite } from "./journey.mjs";
import { needs } from "./driver.mjs";

const REPORTS = readdirSync(new URL("../gold", import.meta.url)).filter((name) => name.endsWith(".txt")).length;
const folder = siteOf("tests/gold", "many", "--unpacked");
const told = (urls, part) => urls.filter((url) => new URL(url).pathname.includes(part));

suite("many reports", () => {
  test("the page carries none of them, and shows the newest all the same", needs("requests"), () =>
    journey(
      async (reader) => {
        await reader.open("");
        assert.ok((await reader.count("main [data-card]")) >= 5, "no cards");
        assert.ok((await reader.count("main svg")) >= 1, "no chart");
        assert.deepEqual(told(await reader.browser.requests(), "/data/"), [], "data came unasked");
      },
      { size: PHONE, folder },
    ));

  test("a card opens its source, for which one report is loaded", () =>
    journey(
      async (reader) => {
        await reader.open("");
        const card = (await reader.values("data-card")).at(-1);
        await reader.choose(`[data-card="${card}"] a`);
        const left = await reader.run("return scrollY");
        assert.ok(left > 100, "the card stands at the top");
        await reader.see("[data-sheet] mark");
        assert.equal(await reader.run("return scrollY"), left, "the page behind the source moves");
        assert.equal(await reader.run("return document.querySelector('[data-sheet]').dataset.sheet"), card);
        await reader.press(Key.ESCAPE);
        await reader.until(async () => (await reader.count("[data-sheet]")) === 0, "the sheet stays");
        assert.ok((await reader.count("main [data-card]")) >= 5, "the overview is gone");
        assert.equal(await reader.run("return scrollY"), left, "the place is lost");
        const asked = told(await reader.browser.requests(), "/data/");
        assert.ok(asked.length <= 1 && asked.every((url) => url.includes("/data/view/")), asked.join());
      },
      { folder },
    ));

  test("the timeline and the search have all reports", () =>
    journey(
      async (reader) => {
        await reader.open("#/dong-thoi-gian");
        await reader.see("[data-event]");
        assert.ok((await reader.count("[data-event]")) > 100, "the list is not long");
        const last = "[...document.querySelectorAll('[data-event]')].at(-1)";
        await reader.until(() => reader.run(`return ${last}.offsetHeight > 0`), "the end of the list never comes near");
        assert.equal(await reader.run("return [...document.querySelectorAll('[data-event]')].filter((event) => event.offsetHeight === 0).length"), 0);
        await reader.open("");
        await reader.search("doanh thu");
        await reader.see("main [data-card]");
        await reader.until(async () => /\d+\s+kết\s+quả/.test(await reader.text("#search-said")), "nothing says how many");
        await reader.open("#/gioi-thieu");
        await reader.see("main tbody tr");
        assert.equal(await reader.count("main tbody tr"), REPORTS);
        // A list rests while it is scrolled; who goes for its end comes to it all the same.
        await reader.open("#/dong-thoi-gian");
        await reader.see("[data-event]");
        const onward = `scrollTo(0, document.documentElement.scrollHeight); return ${last}.offsetHeight > 0`;
        await reader.until(() => reader.run(onward), "who scrolls on and on never comes to the end");
      },
      { folder },
    ));

  test("a report's address opens it, an unknown one says so, and English comes with all of them", () =>
    journey(
      async (reader) => {
        await reader.open("");
        const link = await reader.run("return document.querySelector('.report-row a').getAttribute('href')");
        await reader.open(link);
        await reader.see("#muc-so-lieu [data-card]");
        await reader.open("#/bao-cao/khong-co");
        await reader.until(async () => (await reader.text("h1")).includes("Không có báo cáo này"), "an unknown report says nothing");
      },
      { folder, troubled: true },
    ));

  test("older reports are in folds of their years; back and a reload lead to what was left", () =>
    journey(
      async (reader) => {
        await reader.open("");
        const rows = "document.querySelectorAll('main .report-row')";
        assert.equal(await reader.run(`return ${rows}.length`), REPORTS, "a report is missing");
        const inFold = `[...${rows}].filter((row) => row.closest("details"))`;
        assert.equal(await reader.run(`return ${rows}.length - ${inFold}.length`), 24, "not the newest alone stand open");
        const last = `${inFold}.at(-1).querySelector("a")`;
        const seen = () => reader.run(`const { top, bottom } = ${last}.getBoundingClientRect(); return bottom > top && top > 0 && bottom < innerHeight`);
        assert.equal(await seen(), false, "an old report stands open");
        await reader.click(await reader.run(`return ${last}.closest("details").querySelector("summary")`));
        await reader.until(() => reader.run(`return ${last}.checkVisibility?.() ?? ${last}.offsetHeight > 0`), "the fold does not open");
        const href = await reader.run(`return ${last}.getAttribute("href")`);
        await reader.click(await reader.run(`return ${last}`));
        await reader.arrivesAt(href);
        await reader.until(() => reader.run("return scrollY === 0"), "the report does not begin at its top");
        await reader.back();
        await reader.until(seen, "back does not lead to the fold as it was left");
        await reader.reload();
        await reader.until(seen, "a reload does not lead to the fold as it was left");
        await reader.open("#/dong-thoi-gian");
        await reader.see("[data-event]");
        await reader.run("scrollTo({ top: 900, behavior: 'instant' })");
        await reader.until(() => reader.run("return history.state === '900'"), "the page does not note where it stands");
        await reader.reload();
        await reader.until(() => reader.run("return scrollY === 900"), "a page that had to be loaded is not as it was left");
      },
      { size: PHONE, folder },
    ));

  test("the values of a chart are saved, with quotes of reports that the page does not carry", () =>
    journey(
      async (reader) => {
        await reader.open("#/chi-tieu");
        await reader.see('main a[href^="#/chi-tieu/"]');
        await reader.open(await reader.run(`return document.querySelector('main a[href^="#/chi-tieu/"]').getAttribute("href")`));
        await reader.seen("figure[data-chart] .chart__place svg");
        await reader.run("window.handed = []; HTMLAnchorElement.prototype.click = function () { handed.push(this.href); };");
        await reader.choose('figure[data-chart] [data-save="CSV"]');
        await reader.until(() => reader.run("return handed.length === 1"), "no file was handed to the browser");
        const rows = decodeURIComponent(await reader.run("return handed[0]")).trim().split("\r\n");
        assert.equal(rows.length - 1, await reader.run("return document.querySelector('figure[data-chart]').querySelectorAll('tbody tr').length"), "the file and the table differ");
        assert.ok(rows.slice(1).every((row) => /"[^"]*\p{L}[^"]*"/u.test(row)), "rows without words");
      },
      { folder },
    ));

  test("a chart that cannot be saved says so, and can be saved once the site answers again", () => {
    let away = true;
    return journey(
      async (reader) => {
        await reader.open("#/chi-tieu");
        await reader.see('main a[href^="#/chi-tieu/"]');
        await reader.open(await reader.run(`return document.querySelector('main a[href^="#/chi-tieu/"]').getAttribute("href")`));
        await reader.seen("figure[data-chart] .chart__place svg");
        await reader.run("window.handed = []; HTMLAnchorElement.prototype.click = function () { handed.push(this.href); };");
        const said = () => reader.run("return document.querySelector('.chart__save output')?.textContent ?? ''");
        await reader.choose('figure[data-chart] [data-save="CSV"]');
        await reader.until(async () => (await said()).includes("Chưa lưu được"), "nothing is said");
        assert.equal(await reader.run("return handed.length"), 0);
        away = false;
        await reader.choose('figure[data-chart] [data-save="CSV"]');
        await reader.until(() => reader.run("return handed.length === 1"), "no file was handed to the browser");
        assert.equal(await said(), "");
      },
      { folder, troubled: true, answer: (path) => (away && path.startsWith("data/reports/") ? { status: 503, body: "" } : {}) },
    );
  });

  test("each report has a page that needs nothing", () =>
    journey(
      async (reader) => {
        const [name] = readdirSync(`${folder}/bao-cao`);
        await reader.driver.get(`${reader.site.page}bao-cao/${name}`);
        assert.ok((await reader.count("table tbody tr")) > 3, "no figures");
        const marks = await reader.run("return document.querySelectorAll('mark').length");
        assert.ok(marks > 3, "no sentences");
        await reader.run("document.querySelector('td a').click()");
        await reader.until(async () => (await reader.count("mark:target")) === 1, "a figure does not lead to its sentence");
        assert.equal(await reader.run("return document.querySelectorAll('script:not([type]):not([src=\"witness.js\"])').length"), 0);
      },
      { folder },
    ));
});
