// Search: results as one types, and filters that the address holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, PHONE, suite } from "./journey.mjs";
import { find, fold } from "./reader.mjs";

/** Words that the reports surely hold: the first three of an indicator. */
async function sought(reader) {
  const observations = (await reader.reports()).flatMap(({ observations }) => observations);
  const { indicator } = observations.find(({ indicator }) => indicator?.trim());
  return indicator.split(/\s+/).slice(0, 3).join(" ");
}

suite("search", () => {
  test("it finds what was typed without marks, and says when it finds nothing", () =>
    journey(async (reader) => {
      await reader.open("#/tim");
      const query = fold(await sought(reader));
      await reader.search(query);
      await reader.until(async () => (await reader.inRoute("q")) === query, `"${query}" is not in the address`);
      await reader.seen("main [data-card]");
      assert.equal(await reader.focused("type"), "search", "the field loses the focus while one types");
      await reader.until(async () => /\d/.test(await reader.text("main [role=status]")), "the page does not say how much it found");

      await reader.search("zxqzxq");
      await reader.until(async () => (await reader.count("main [data-card]")) === 0, "nonsense finds figures");
      await reader.until(
        async () => (await reader.text("main [role=status]")).includes("zxqzxq"),
        "the page does not say what was sought in vain",
      );
    }));

  test("the field of any page goes to the search with the first letter, and back leaves it", () =>
    journey(async (reader) => {
      await reader.open("#/nhiem-vu");
      await reader.search("doanh thu");
      await reader.arrivesAt("#/tim?q=doanh thu");
      await reader.seen("main [data-card]");
      assert.equal(await reader.focused("type"), "search", "the field loses the focus when the page changes");
      await reader.back();
      await reader.arrivesAt("#/nhiem-vu");
      await reader.seen("[data-task]");
    }));

  test("a search in the address is done at once", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const query = await sought(reader);
      await reader.open(`#/tim?q=${encodeURIComponent(query)}`);
      await reader.seen("main [data-card]");
      assert.equal(await reader.run("return document.querySelector('input[type=search]').value"), query);
    }));

  test("each filter is in the address, survives a reload, and is taken back by a second touch", () =>
    journey(
      async (reader) => {
        await reader.open("#/tim?q=doanh thu");
        const hits = () => reader.text("main [role=status]");
        const all = await hits();
        for (const key of ["loai", "linh-vuc", "nam", "don-vi", "thay-doi", "tinh-chat", "dia-ban", "bao-cao"]) {
          await reader.open("#/tim?q=doanh thu");
          await reader.choose("details.filters summary");
          const choice = await reader.seen(`details.filters a[href*="${key}="]`);
          const count = await reader.run("return arguments[0].querySelector('.filter__count').textContent", choice);
          await reader.click(choice);
          await reader.until(() => reader.inRoute(key), `the filter is not in the address as ${key}`);
          const narrowed = await reader.route();
          await reader.until(async () => (await hits()).startsWith(`${count} `), `the filter ${key} promised ${count} and gives ${await hits()}`);
          await reader.reload();
          assert.equal(await reader.route(), narrowed);
          assert.ok((await hits()).startsWith(`${count} `), `a reload changes what the filter ${key} gives`);
          await reader.choose("details.filters a[aria-current]");
          await reader.until(async () => (await hits()) === all, `the filter ${key} cannot be taken back`);
          assert.equal(await reader.inRoute(key), null);
          await reader.back();
          await reader.arrivesAt(narrowed);
          await reader.until(async () => (await hits()).startsWith(`${count} `), `back does not bring the filter ${key} again`);
        }
      },
      { size: PHONE },
    ));

  test("a filter that leaves nothing can be taken back", () =>
    journey(async (reader) => {
      await reader.open("#/tim?q=zxqzxq&tinh-chat=target");
      assert.equal(await reader.count("main [data-card]"), 0);
      await reader.choose("details.filters a[aria-current]");
      await reader.until(async () => (await reader.inRoute("tinh-chat")) === null, "the filter cannot be taken back");
    }));

  test("what is found is of the report, the sector and the unit that were chosen", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const reports = await reader.reports();
      const { report, observation } = find(reports, await (await reader.seen("[data-card]")).getAttribute("data-card"));
      const query = observation.indicator.split(/\s+/).slice(0, 2).join(" ");
      await reader.open(`#/tim?q=${query}&loai=figure&linh-vuc=${observation.sector}&bao-cao=${report.id}`);
      await reader.seen("main [data-card]");
      for (const address of await reader.values("data-card")) {
        const found = find(reports, address);
        assert.equal(found.report.id, report.id);
        assert.equal(found.observation.sector, observation.sector);
      }
      assert.equal(await reader.count("details.filters[open] a[aria-current]"), 3, "the filters of the address are not shown as chosen");
    }));

  test("a sentence that holds no figure is found, and leads to its place in the text", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const reports = await reader.reports();
      const words = (report) => report.text.split("\n").map((line) => line.trim()).find((line) => /^[^.\d]{60,200}$/.test(line));
      const query = words(reports.find(words)).split(/\s+/).filter((word) => /[^*#]/.test(word)).slice(0, 8).join(" ").replace(/[*#]/g, "");
      await reader.open(`#/tim?q=${encodeURIComponent(query)}&loai=sentence`);
      await reader.choose(".found__source a");
      await reader.until(async () => /^c\d+$/.test((await reader.inRoute("tai")) ?? ""), "the sentence leads to no place");
      const sentence = await reader.seen(".full-text .sentence[aria-current]");
      assert.ok(fold(await reader.run("return arguments[0].textContent", sentence)).includes(fold(query)), "another sentence is shown");
      await reader.until(
        () => reader.run("const { top, bottom } = arguments[0].getBoundingClientRect(); return top >= 0 && bottom <= innerHeight", sentence),
        "the sentence is not in view",
      );
    }));

  test("a long list shows more when asked, and another search begins at its first results", () =>
    journey(async (reader) => {
      await reader.open("#/tim?q=năm");
      const rows = () => reader.count("main :is([data-card], .found__row)");
      const first = await rows();
      await reader.choose(".part__more button");
      await reader.until(async () => (await rows()) > first, "there is no more");
      await reader.search("doanh thu");
      await reader.until(async () => (await rows()) <= first, "another search does not begin at its first results");
    }));
});
