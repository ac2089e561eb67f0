// What a reader does, in a real browser, over the site as it was built.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { fold, journey } from "./reader.mjs";

const ROUTES = ["#/", "#/dong-thoi-gian", "#/nhiem-vu", "#/tim", "#/gioi-thieu"];

test("overview, a card, its source, back, its report", () =>
  journey(async (reader) => {
    await reader.open("#/");
    const card = await reader.seen("[data-card]");
    const id = await card.getAttribute("data-card");
    const figure = await reader.figure(card);
    await reader.click(card);
    await reader.checkSheet(figure);
    assert.ok((await reader.route()).includes(`so=${id}`), "the open figure is not in the address");

    await reader.driver.navigate().back();
    await reader.sheetIsClosed();
    assert.equal(await reader.route(), "#/");

    await reader.click(await reader.seen(`main a[href*="#/bao-cao/${figure.report.id}"]`));
    await reader.until(async () => (await reader.route()).startsWith(`#/bao-cao/${figure.report.id}`), "the link does not lead to the report");
    await reader.seen(`[data-card="${id}"]`);
    if (figure.report.meta.title) {
      const words = (text) => text.normalize("NFC").replace(/\s+/g, " ").toLowerCase();
      assert.ok(words(await reader.text()).includes(words(figure.report.meta.title)), "the report's page does not show its title");
    }
  }));

test("every report shows its figures, and each figure its own words", () =>
  journey(async (reader) => {
    await reader.open("#/");
    for (const report of (await reader.reports()).filter(({ observations }) => observations.length > 0)) {
      await reader.open(`#/bao-cao/${report.id}`);
      await reader.see("[data-card]");
      const shown = await reader.run("return [...document.querySelectorAll('main [data-card]')].map((card) => card.dataset.card)");
      const wanted = report.observations.map(({ id }) => `${report.id}/${id}`);
      assert.deepEqual(wanted.filter((id) => !shown.includes(id)), [], "figures that the page of the report leaves out");
      assert.deepEqual(shown.filter((id) => !wanted.includes(id)), [], "figures of another report");
      // The first, the last and one in the middle stand for the rest.
      for (const place of new Set([0, report.observations.length >> 1, report.observations.length - 1])) {
        const observation = report.observations[place];
        await reader.open(`#/bao-cao/${report.id}?so=${report.id}/${observation.id}`);
        await reader.checkSheet({ report, observation });
      }
    }
  }));

test("an open source survives a reload, and a shared address opens it", () =>
  journey(async (reader) => {
    await reader.open("#/");
    const card = await reader.seen("[data-card]");
    const figure = await reader.figure(card);
    await reader.click(card);
    await reader.checkSheet(figure);
    await reader.reload();
    await reader.checkSheet(figure);
  }));

test("Escape closes the source and gives the focus back", () =>
  journey(async (reader) => {
    await reader.open("#/");
    const card = await reader.seen("[data-card]");
    const id = await card.getAttribute("data-card");
    await reader.click(card);
    await reader.seen("[data-sheet] mark");
    await reader.driver.actions().sendKeys(Key.ESCAPE).perform();
    await reader.sheetIsClosed();
    const focused = await reader.run("return document.activeElement.closest('[data-card]')?.dataset.card ?? null");
    assert.equal(focused, id, "the focus is lost after the sheet");
  }));

test("search finds what was typed without marks, and says when it finds nothing", () =>
  journey(async (reader) => {
    await reader.open("#/tim");
    const reports = await reader.reports();
    const sought = reports.flatMap(({ observations }) => observations).find(({ indicator }) => indicator?.trim());
    assert.ok(sought, "no observation has an indicator");
    const query = fold(sought.indicator).split(/\s+/).slice(0, 3).join(" ");
    const type = async (...keys) => (await reader.seen("input[type=search]")).sendKeys(...keys);
    await type(query);
    await reader.until(async () => (await reader.route()).replaceAll("+", " ").includes(`q=${query}`), `"${query}" is not in the address`);
    await reader.seen("main [data-card]");

    assert.equal(await reader.run("return document.activeElement.type"), "search", "the field loses the focus while one types");

    await type(Key.chord(Key.CONTROL, "a"), "zxqzxq");
    await reader.until(async () => (await reader.all("main [data-card]")).length === 0, "nonsense finds figures");
    await reader.until(async () => (await reader.text("main")).includes("zxqzxq"), "the page does not say what was sought in vain");
  }));

test("a search in the address is done at once", () =>
  journey(async (reader) => {
    await reader.open("#/");
    const sought = (await reader.reports()).flatMap(({ observations }) => observations).find(({ indicator }) => indicator?.trim());
    await reader.open(`#/tim?q=${encodeURIComponent(sought.indicator)}`);
    await reader.seen("main [data-card]");
    const field = await reader.seen("input[type=search]");
    assert.equal(await field.getAttribute("value"), sought.indicator);
  }));

test("the timeline has every event that has a date", () =>
  journey(async (reader) => {
    await reader.open("#/dong-thoi-gian");
    const events = (await reader.reports()).flatMap(({ events }) => events);
    const dated = events.filter(({ date }) => date);
    assert.ok(dated.length > 0, "the reports hold no event to try this with");
    await reader.seen("[data-event]");
    const shown = (await reader.all("[data-event]")).length;
    assert.ok(shown >= dated.length, `the timeline shows ${shown} of ${dated.length} events`);
    assert.ok(shown <= events.length, `the timeline shows ${shown} entries for ${events.length} events`);
  }));

test("a chart is a named figure with a drawing, and its numbers are there as a table", () =>
  journey(async (reader) => {
    await reader.open("#/");
    await reader.see("figure[data-chart]");
    const charts = await reader.run(`return [...document.querySelectorAll('figure[data-chart]')].map((figure) => ({
      name: figure.querySelector('figcaption')?.innerText.trim() || figure.getAttribute('aria-label') || '',
      drawn: figure.querySelectorAll('svg :is(path, rect, circle, line, polyline, polygon)').length,
      rows: figure.querySelectorAll('table tr').length,
    }))`);
    for (const chart of charts) {
      assert.notEqual(chart.name, "", "a chart has no name");
      assert.ok(chart.drawn > 0, `the chart "${chart.name}" has no drawing`);
      assert.ok(chart.rows > 1, `the chart "${chart.name}" has no table`);
    }
  }));

test("a report and a figure that do not exist are said so, and the page stays", () =>
  journey(async (reader) => {
    await reader.open("#/");
    const overview = await reader.text("main");
    await reader.open("#/bao-cao/khong-co-that");
    await reader.until(async () => (await reader.text("main")) !== overview, "the page of an unknown report is the overview");
    assert.ok((await reader.text("main")).length > 10, "the page of an unknown report is blank");
    assert.ok((await reader.all('a[href^="#/"]')).length > 0, "there is no way on from an unknown report");
    await reader.open("#/?so=khong-co-that/o1");
    assert.ok((await reader.text("main")).length > 10, "an unknown figure leaves the page blank");
    await reader.open("#/khong-co-trang-nay");
    assert.ok((await reader.text("main")).length > 10, "an unknown page is blank");
  }));

test("no page is wider than a small phone, and each has one heading of the first rank", () =>
  journey(async (reader) => {
    await reader.browser.resize(320, 640);
    await reader.open("#/");
    const [report] = await reader.reports();
    for (const route of [...ROUTES, `#/bao-cao/${report.id}`]) {
      await reader.open(route);
      await reader.until(async () => (await reader.text("main")).length > 0, `${route} is blank`);
      const [page, window, headings] = await reader.run(
        "return [document.documentElement.scrollWidth, innerWidth, document.querySelectorAll('h1').length]",
      );
      assert.ok(page <= window, `${route} is ${page} pixels wide in a window of ${window}`);
      assert.equal(headings, 1, `${route} has ${headings} headings h1`);
    }
  }));

for (const [name, data] of [
  ["is cut off", '{"version":1,"reports":[{"id":"'],
  ["is empty", ""],
  ["has a version from the future", '{"version":99,"reports":[]}'],
]) {
  const change = (html) => html.replace(/(<script[^>]*id="?tongket-data"?[^>]*>)[^]*?(<\/script>)/, (_, open, close) => open + data + close);
  test(`a data block that ${name} leaves a sentence, not a blank page`, () =>
    journey(
      async (reader) => {
        await reader.driver.get(reader.site.page);
        assert.equal(await reader.run("return document.querySelector('script#tongket-data').textContent"), data);
        await reader.until(async () => (await reader.text()).length > 20, "the page is blank");
        await reader.see("[role=alert]", "nothing on the page says what is wrong");
        assert.ok((await reader.text("[role=alert]")).length > 20, "the notice is not a sentence");
        assert.equal((await reader.all("[data-card]")).length, 0, "figures without data");
      },
      { change },
    ));
}
