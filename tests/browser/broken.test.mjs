// A page whose data is broken says so in a sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, suite } from "./journey.mjs";

suite("broken data", () => {
  /** The page with its data written otherwise. */
  const written = (other) => (html) => html.replace(/(<script[^>]*id="?tongket-data"?[^>]*>)([^]*?)(<\/script>)/, (_, open, json, close) => open + other(json) + close);

  for (const [name, data] of [
    ["is cut off", '{"version":1,"reports":[{"id":"'],
    ["is empty", ""],
    ["has a version from the future", '{"version":99,"reports":[]}'],
    ["is nested ten thousand deep", `{"version":1,"more":${"[".repeat(10_000)}${"]".repeat(10_000)},"reports":[]}`],
    ["holds a number beyond all numbers", '{"version":1,"reports":[],"series":[{"id":1e999}]}'],
  ]) {
    test(`a data block that ${name} leaves a sentence, not a blank page`, () =>
      journey(
        async (reader) => {
          await reader.driver.get(reader.site.page);
          assert.equal(await reader.run("return document.querySelector('script#tongket-data').textContent"), data);
          await reader.until(async () => (await reader.text("[role=alert]")).includes("(bad-data)"), "nothing on the page says what is wrong");
          assert.ok((await reader.count("#app [data-card]")) > 50, "what could be read before is gone");
        },
        { change: written(() => data) },
      ));
  }

  test("names that every object has, and a field that stands twice, are names and fields like others", () =>
    journey(
      async (reader) => {
        await reader.open("");
        await reader.open("#/bao-cao/__proto__");
        await reader.until(async () => (await reader.text("h1")).includes("Không có báo cáo này"), "there is a report of that name");
        await reader.open((await reader.pages()).indicator);
        await reader.run("HTMLAnchorElement.prototype.click = function () { window.handed = this.href; }; document.querySelector('[data-save=CSV]').click()");
        await reader.until(() => reader.run("return window.handed"), "nothing is saved");
        assert.deepEqual(await reader.run("return [{}.evil, [].evil, Object.keys(Object.prototype).length]"), [null, null, 0]);
      },
      { change: written((json) => json.replace('{"version":1,', '{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}},"version":1,"version":1,').replaceAll('"meta":{', '"__proto__":{"evil":1},"meta":{"__proto__":{"evil":1},')) },
    ));

  test("five million letters that nobody asked for change nothing", () =>
    journey(
      async (reader) => {
        await reader.open("");
        assert.ok((await reader.count("main [data-card]")) > 50);
        await reader.choose("[data-card] a");
        await reader.see("[data-sheet] mark");
      },
      { change: written((json) => json.replace('{"version":1,', () => `{"more":"${"a".repeat(5_000_000)}","version":1,`)) },
    ));

  test("without reports, or with one that has no figures, every page still says something", async () => {
    const given = (data) => written((json) => JSON.stringify(data(JSON.parse(json))));
    const none = () => ({ version: 1, reports: [] });
    const bare = ({ reports: [report] }) => ({ version: 1, reports: [{ ...report, observations: [], events: [], tasks: [], people: [], references: [] }] });
    for (const data of [none, bare]) {
      await journey(
        async (reader) => {
          for (const route of ["#/", "#/chi-tieu", "#/kiem-tra", "#/dong-thoi-gian", "#/nhiem-vu", "#/tim?q=năm", "#/gioi-thieu"]) {
            await reader.open(route);
            assert.ok((await reader.text("main")).length > 20, `${route} says nothing`);
            assert.equal(await reader.count("h1"), 1, `${route} has no heading`);
          }
        },
        { change: given(data) },
      );
    }
  });
});
