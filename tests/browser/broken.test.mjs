// A page whose data is broken says so in a sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { journey, suite } from "./journey.mjs";

suite("broken data", () => {
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
          await reader.until(async () => (await reader.text("[role=alert]")).length > 20, "nothing on the page says what is wrong");
          assert.equal(await reader.count("[data-card]"), 0, "figures without data");
        },
        { change },
      ));
  }

  test("without reports, or with one that has no figures, every page still says something", async () => {
    const given = (data) => (html) =>
      html.replace(/(<script[^>]*id="?tongket-data"?[^>]*>)([^]*?)(<\/script>)/, (_, open, json, close) => open + JSON.stringify(data(JSON.parse(json))) + close);
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
