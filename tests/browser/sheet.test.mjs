// The source sheet: the sentence of a figure, what it was checked against, and what can be done with it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { journey, suite } from "./journey.mjs";
import { find, plain } from "./reader.mjs";

/** Opens the sheet of the first figure of a finding. */
async function openChecked(reader) {
  await reader.open("#/");
  const { reports, findings } = await reader.data();
  const [{ report, observation }] = findings[0].observations;
  const address = `${report}/${observation}`;
  await reader.open(`#/?so=${address}`);
  await reader.checkSheet(find(reports, address));
  return { address, finding: findings[0], ...find(reports, address) };
}

/** Chooses what a button of the sheet does, and waits until it says that it did. */
async function copy(reader, what) {
  await reader.choose(`[data-sheet] [data-do="${what}"]`);
  await reader.until(() => reader.text("[data-sheet] [role=status]"), "the sheet does not say whether it copied");
}

suite("source sheet", () => {
  test("it survives a reload, and a shared address opens it", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const card = await reader.seen("[data-card]");
      const figure = await reader.figure(card);
      await reader.click(card);
      await reader.checkSheet(figure);
      await reader.reload();
      await reader.checkSheet(figure);
      await reader.open(await reader.route());
      await reader.checkSheet(figure);
      // There is nothing to go back to: closing stays on the page.
      await reader.choose('[data-sheet] [data-do="close"]');
      await reader.sheetIsClosed();
      assert.equal(await reader.route(), "#/");
    }));

  test("Escape closes it and gives the focus back", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const card = await reader.seen("[data-card]");
      const id = await card.getAttribute("data-card");
      await reader.click(card);
      await reader.seen("[data-sheet] mark");
      await reader.press(Key.ESCAPE);
      await reader.sheetIsClosed();
      assert.equal(await reader.focused("data-card"), id, "the focus is lost after the sheet");
    }));

  test("a touch beside it closes it", () =>
    journey(async (reader) => {
      await reader.open("#/");
      await reader.choose("[data-card]");
      await reader.seen("[data-sheet] mark");
      await reader.run("return arguments[0].getBoundingClientRect().width", await reader.seen(".sheet-scrim"));
      await reader.driver.actions().move({ x: 20, y: 20 }).click().perform();
      await reader.sheetIsClosed();
    }));

  test("it shows what the figure was checked against, and leads there", () =>
    journey(async (reader) => {
      const { finding } = await openChecked(reader);
      const place = `[data-sheet] [data-finding="${finding.id}"]`;
      assert.ok(plain(await reader.text(place)).includes(plain(finding.message.vi)), "the sheet does not tell the check");
      const operands = finding.observations.map(({ report, observation }) => `${report}/${observation}`);
      assert.deepEqual(await reader.values("data-card", place), operands, "the operands do not stand side by side");
      await reader.choose(`${place} [data-card="${operands[1]}"]`);
      await reader.checkSheet(find(await reader.reports(), operands[1]));
    }));

  test("it leads to the figures before and behind, and the last has none behind", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const [report] = await reader.reports();
      const [first, second] = report.observations;
      await reader.open(`#/?so=${report.id}/${first.id}`);
      await reader.checkSheet({ report, observation: first });
      assert.equal(await (await reader.see('[data-do="previous"]')).isEnabled(), false, "there is a figure before the first");
      await reader.choose('[data-do="next"]');
      await reader.checkSheet({ report, observation: second });
      await reader.choose('[data-do="previous"]');
      await reader.checkSheet({ report, observation: first });
    }));

  test("it leads to the same indicator in all reports", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const { series } = await reader.data();
      const line = series.find(({ points }) => points.length > 1);
      const [{ report, observation }] = line.points[0].from;
      await reader.open(`#/?so=${report}/${observation}`);
      await reader.choose(`[data-sheet] a[href="#/chi-tieu/${line.group}"]`);
      await reader.arrivesAt(`#/chi-tieu/${line.group}`);
      await reader.sheetIsClosed();
      await reader.seen(`figure[data-chart="series/${line.id}"]`);
    }));

  test("its quote can be copied", () =>
    journey(async (reader) => {
      const { observation } = await openChecked(reader);
      await copy(reader, "quote");
      assert.equal(plain(await reader.copied()), plain(`“${observation.quote}”`));
    }));

  test("its link can be copied, and opens it", () =>
    journey(async (reader) => {
      const { address, report, observation } = await openChecked(reader);
      await copy(reader, "link");
      const link = await reader.copied();
      assert.equal(link, `${reader.site.page}#/?so=${address}`);
      await reader.open(new URL(link).hash);
      await reader.checkSheet({ report, observation });
    }));

  for (const [what, form] of [
    ["cite", /: “.+”\. .+\. http/],
    ["bibtex", /^@misc\{.+title = \{.+url = \{.+\}/],
  ]) {
    test(`it can be cited (${what})`, () =>
      journey(async (reader) => {
        const { address, observation } = await openChecked(reader);
        await reader.choose(`[data-sheet] details:has([data-do="${what}"]) summary`);
        await copy(reader, what);
        const citation = await reader.copied();
        assert.match(citation, form);
        assert.ok(plain(citation).includes(plain(observation.quote)), "the citation leaves the figure out");
        assert.ok(citation.includes(`#/?so=${address}`), "the citation leaves the address out");
      }));
  }

  test("it is shared where the device can, and says nothing of sharing where it cannot", async () => {
    const button = '[data-sheet] [data-do="share"]';
    const able = "navigator.share = (given) => ((window.shared = given), Promise.resolve());";
    await journey(
      async (reader) => {
        const { address, observation } = await openChecked(reader);
        await reader.choose(button);
        const shared = await reader.run("return window.shared");
        assert.equal(shared.url, `${reader.site.page}#/?so=${address}`);
        assert.ok(plain(shared.text).includes(plain(observation.quote)), "what is shared leaves the figure out");
      },
      { before: able },
    );
    await journey(
      async (reader) => {
        await openChecked(reader);
        assert.equal(await reader.count(button), 0, "there is a button for what the device cannot do");
      },
      { before: "delete Navigator.prototype.share;" },
    );
  });
});
