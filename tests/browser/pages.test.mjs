// The other pages, the way between all of them, and what the reader's browser remembers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, PHONE, suite } from "./journey.mjs";
import { find, plain } from "./reader.mjs";

/** Tries a filter of a page: the entries that it promises, in the address, after a reload, and taken back. */
async function filterBy(reader, key, entries) {
  const all = await reader.count(entries);
  const choice = await reader.seen(`main .filter a[href*="${key}="]`);
  const promised = await reader.run("return Number(arguments[0].querySelector('.filter__count').textContent)", choice);
  assert.ok(promised < all, "the filter leaves nothing out");
  await reader.click(choice);
  await reader.until(async () => (await reader.count(entries)) === promised, "the filter does not give what it promises");
  const route = await reader.route();
  assert.ok(route.includes(`${key}=`));
  await reader.until(() => reader.run("return document.activeElement.matches('.filter a[aria-current]')"), "the choice loses the focus");
  await reader.reload();
  assert.equal(await reader.route(), route);
  assert.equal(await reader.count(entries), promised, "a reload forgets the filter");
  await reader.back();
  await reader.until(async () => (await reader.count(entries)) === all, "back does not take the filter away");
}

suite("pages", () => {
  test("indicators lead to their pages", () =>
    journey(async (reader) => {
      await reader.open("#/chi-tieu");
      const { series } = await reader.data();
      const known = new Set(series.map(({ group }) => `#/chi-tieu/${group}`));
      const links = await reader.run("return [...document.querySelectorAll('main a[href^=\"#/chi-tieu/\"]')].map((a) => a.getAttribute('href'))");
      assert.ok(links.length > 1, "the page lists no indicators");
      assert.deepEqual(links.filter((link) => !known.has(link)), []);
      assert.equal(new Set(links).size, links.length, "an indicator is listed twice");
      await reader.choose(`main a[href="${links[0]}"]`);
      await reader.arrivesAt(links[0]);
      await reader.seen("figure[data-chart] svg");
    }));

  test("an indicator shows every value with its quote, and each opens its source", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const { reports, series } = await reader.data();
      const { indicator } = await reader.pages();
      await reader.open(indicator);
      const lines = series.filter(({ group }) => indicator.endsWith(`/${group}`));
      const told = lines.flatMap(({ points }) => points).flatMap(({ from }) => from).map(({ report, observation }) => `${report}/${observation}`);
      const shown = await reader.values("data-open", "main table");
      assert.deepEqual([...shown].sort(), [...told].sort(), "the table does not hold every value");
      const quotes = await reader.text("main table");
      for (const address of shown.slice(0, 3)) {
        const { observation } = find(reports, address);
        assert.ok(plain(quotes).includes(plain(observation.quote)), `the quote of ${address} is not in the table`);
      }
      await reader.choose(`main table [data-open="${shown[0]}"]`);
      await reader.checkSheet(find(reports, shown[0]));
    }));

  test("checks stand under what came of them, those that do not agree first, with their figures", () =>
    journey(async (reader) => {
      await reader.open("#/kiem-tra");
      const { findings } = await reader.data();
      const shown = await reader.run(`return [...document.querySelectorAll("[data-finding]")].map((finding) => ({
        id: finding.dataset.finding,
        verdict: finding.querySelector("[data-verdict]").dataset.verdict,
        figures: [...finding.querySelectorAll("[data-card]")].map((card) => card.dataset.card),
      }))`);
      const wanted = ["inconsistent", "consistent", "cannot_check"].flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict));
      const address = ({ report, observation }) => `${report}/${observation}`;
      assert.deepEqual(shown, wanted.map(({ id, verdict, observations }) => ({ id, verdict, figures: observations.map(address) })));
      await reader.choose(`[data-finding] [data-card="${shown[0].figures[0]}"]`);
      await reader.checkSheet(find(await reader.reports(), shown[0].figures[0]));
    }));

  test("the timeline has every dated event once, newest year first", () =>
    journey(async (reader) => {
      await reader.open("#/dong-thoi-gian");
      const { reports, events: shared } = await reader.data();
      const dated = reports.flatMap(({ id, events }) => events.filter(({ date }) => date).map((event) => `${id}/${event.id}`));
      // Of an event that several reports tell, one telling stands for all.
      const groups = shared.map(({ told }) => told.map(({ report, event }) => `${report}/${event}`));
      const shown = await reader.values("data-event");
      const heard = shown.flatMap((event) => groups.find((group) => group.includes(event)) ?? [event]);
      assert.deepEqual(heard.sort(), dated.sort());
      const years = await reader.run("return [...document.querySelectorAll('.timeline__year')].map((year) => Number(year.textContent))");
      assert.deepEqual(years, [...years].sort((a, b) => b - a), "the years are not in order");
    }));

  test("the timeline is narrowed to a sector, and to a kind of event", () =>
    journey(async (reader) => {
      await reader.open("#/dong-thoi-gian");
      await filterBy(reader, "linh-vuc", "[data-event]");
      await filterBy(reader, "su-kien", "[data-event]");
    }));

  test("tasks of all reports, narrowed to a sector, and to when they are to be done", () =>
    journey(async (reader) => {
      await reader.open("#/nhiem-vu");
      const tasks = (await reader.reports()).flatMap(({ id, tasks }) => tasks.map((task) => `${id}/${task.id}`));
      assert.deepEqual((await reader.values("data-task")).sort(), tasks.sort());
      await filterBy(reader, "linh-vuc", "[data-task]");
      await filterBy(reader, "nam", "[data-task]");
    }));

  test("about tells how much of each report was read", () =>
    journey(async (reader) => {
      await reader.open("#/gioi-thieu");
      for (const report of await reader.reports()) {
        const row = `const link = document.querySelector('main table a[href="#/bao-cao/${report.id}"]');`;
        const cells = await reader.run(`${row} return [...link.closest("tr").querySelectorAll("td")].map((cell) => cell.textContent)`);
        assert.ok(cells.includes(String(report.observations.length)), `the table does not tell how many figures ${report.id} has`);
        assert.ok(cells.includes(String(report.diagnostics.length)), `the table does not tell what of ${report.id} was not read`);
      }
    }));

  test("links lead to all pages, and back and forward through them, each with its title and heading", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const here = () => reader.run("return [location.hash, document.title, document.querySelector('h1').textContent].join(' | ')");
      const seen = [await here()];
      // Links and keys, as a reader would: engines pass by what a script alone put into the history.
      const ways = [
        () => reader.choose('main a[href="#/chi-tieu"]'),
        () => reader.choose('main a[href^="#/chi-tieu/"]'),
        () => reader.choose("#nav-tong-quan"),
        () => reader.choose('main a[href="#/kiem-tra"]'),
        () => reader.choose("#nav-dong-thoi-gian"),
        () => reader.choose("#nav-nhiem-vu"),
        () => reader.choose('main a[href^="#/bao-cao/"]'),
        () => reader.choose('.footer a[href="#/gioi-thieu"]'),
        () => reader.search("doanh thu"),
      ];
      const title = (place) => place.split(" | ")[1];
      for (const go of ways) {
        await go();
        await reader.until(async () => title(await here()) !== title(seen.at(-1)), `the way from ${seen.at(-1)} leads nowhere`);
        await reader.until(async () => !(await reader.route()).startsWith("#/tim") || (await reader.inRoute("q")) === "doanh thu", "the search is not in the address");
        seen.push(await here());
      }
      assert.equal(new Set(seen.map(title)).size, seen.length - 1, "two pages have one title, beside the overview that was seen twice");
      for (const place of seen.slice(0, -1).reverse()) {
        await reader.back();
        await reader.until(async () => (await here()) === place, `back does not lead to ${place}`);
      }
      await reader.forward();
      await reader.until(async () => (await here()) === seen[1], "forward does not show the page");
      await reader.reload();
      assert.equal(await here(), seen[1]);
    }));

  test("a page begins at its top, and back returns to where it was left", () =>
    journey(
      async (reader) => {
        await reader.open("#/dong-thoi-gian");
        await reader.run("scrollTo({ top: 900, behavior: 'instant' })");
        // The place is noted in the history when the scrolling has come to rest.
        await reader.until(() => reader.run("return history.state === '900'"), "the page does not note where it stands");
        const inView = "const { top, bottom } = link.getBoundingClientRect(); return top > 0 && bottom < innerHeight";
        const links = `[...document.querySelectorAll('main a[href^="#/bao-cao/"]')]`;
        // Without scrolling, as `choose` would.
        await (await reader.run(`return ${links}.find((link) => { ${inView} })`)).click();
        await reader.until(async () => (await reader.route()).startsWith("#/bao-cao/"), "the link does not lead to the report");
        await reader.until(() => reader.run("return scrollY === 0"), "a new page does not begin at its top");
        await reader.back();
        await reader.arrivesAt("#/dong-thoi-gian");
        await reader.until(() => reader.run("return scrollY === 900"), "back does not return to where the page was left");
      },
      { size: PHONE },
    ));

  test("language and theme hold for all pages and after a reload", () =>
    journey(async (reader) => {
      await reader.open("#/nhiem-vu");
      const heading = await reader.text("h1");
      const state = () => reader.run("return [document.documentElement.lang, document.documentElement.dataset.theme ?? null]");
      assert.deepEqual(await state(), ["vi", null]);
      const source = await reader.text("[data-task] [lang=vi]");
      await reader.choose("#language");
      await reader.until(async () => (await reader.text("h1")) !== heading, "the heading stays Vietnamese");
      assert.equal(await reader.focused("id"), "language", "the switch loses the focus");
      assert.equal(await reader.text("[data-task] [lang=vi]"), source, "the words of the report change with the language");
      await reader.choose('.settings option[value="dark"]');
      await reader.until(async () => (await state()).join() === "en,dark", "the theme does not change");
      await reader.reload();
      assert.deepEqual(await state(), ["en", "dark"], "the choice is not remembered");
      await reader.open("#/gioi-thieu");
      assert.deepEqual(await state(), ["en", "dark"], "the choice does not hold on another page");
    }));

  test("a report, a figure and a page that do not exist are said so, and there is a way on", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const overview = await reader.text("h1");
      for (const route of ["#/bao-cao/khong-co-that", "#/khong-co-trang-nay", "#/chi-tieu/khong-co-that"]) {
        await reader.open(route);
        assert.notEqual(await reader.text("h1"), overview, `${route} shows the overview`);
        assert.ok((await reader.text("main")).length > 40, `${route} says nothing`);
        assert.ok((await reader.count('main a[href^="#/bao-cao/"]')) > 0, `there is no way on from ${route}`);
      }
      await reader.open("#/?so=khong-co-that/o1");
      assert.ok((await reader.text("[data-sheet]")).length > 20, "the sheet of an unknown figure says nothing");
      await reader.choose('[data-sheet] [data-do="close"]');
      await reader.sheetIsClosed();
      await reader.seen("main [data-card]");
    }));
});
