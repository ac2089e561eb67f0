// The page of a report: its figures, its parts as tabs on a phone, its text with every figure marked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { DESK, journey, PHONE, suite } from "./journey.mjs";

suite("report", () => {
  test("every report shows its figures, and each figure its own words", () =>
    journey(async (reader) => {
      await reader.open("#/");
      for (const report of (await reader.reports()).filter(({ observations }) => observations.length > 0)) {
        await reader.open(`#/bao-cao/${report.id}`);
        await reader.see("[data-card]");
        const shown = await reader.values("data-card");
        const wanted = report.observations.map(({ id }) => `${report.id}/${id}`);
        assert.deepEqual(wanted.filter((id) => !shown.includes(id)), [], "figures that the page of the report leaves out");
        assert.deepEqual(shown.filter((id) => !wanted.includes(id)), [], "figures of another report");
        // The first, the last and one in the middle stand for the rest.
        for (const place of new Set([0, report.observations.length >> 1, report.observations.length - 1])) {
          const observation = report.observations[place];
          await reader.choose(`main [data-card="${report.id}/${observation.id}"]`);
          await reader.checkSheet({ report, observation });
          await reader.back();
          await reader.sheetIsClosed();
        }
      }
    }));

  test("on a phone the parts are tabs: one shows, arrow keys change it, and a reload keeps it", () =>
    journey(
      async (reader) => {
        const { report } = await reader.open("#/").then(() => reader.pages());
        await reader.open(report);
        const shown = () => reader.run("return [...document.querySelectorAll('[data-part]')].filter((part) => part.checkVisibility()).map((part) => part.dataset.part)");
        assert.deepEqual(await shown(), ["so-lieu"]);
        await reader.choose("#the-su-kien");
        await reader.until(async () => (await shown()).join() === "su-kien", "a touch of a tab does not show its part");
        await reader.press(Key.ARROW_RIGHT);
        await reader.until(async () => (await shown()).join() === "nhiem-vu", "the arrow key does not lead to the next part");
        assert.equal(await reader.focused("id"), "the-nhiem-vu", "the focus does not go with the tab");
        assert.equal(await reader.inRoute("muc"), "nhiem-vu");
        await reader.reload();
        assert.deepEqual(await shown(), ["nhiem-vu"]);
        await reader.choose("#the-toan-van");
        await reader.press(Key.HOME);
        await reader.until(async () => (await shown()).join() === "so-lieu", "Home does not lead to the first part");
      },
      { size: PHONE },
    ));

  test("on a desk all parts stand open, and the text stands beside the figures", () =>
    journey(
      async (reader) => {
        const { report } = await reader.open("#/").then(() => reader.pages());
        await reader.open(report);
        const [parts, tabs, beside] = await reader.run(`
          const box = (part) => document.querySelector('[data-part="' + part + '"]').getBoundingClientRect();
          return [
            [...document.querySelectorAll("[data-part]")].filter((part) => part.checkVisibility()).length,
            document.querySelector("[role=tablist]").checkVisibility(),
            box("toan-van").left >= box("so-lieu").right,
          ];`);
        assert.equal(parts, 5);
        assert.equal(tabs, false, "there are tabs where all parts stand open");
        assert.ok(beside, "the text does not stand beside the figures");
      },
      { size: DESK },
    ));

  test("on a desk a card that is gone to or opened shows its sentence in the text beside it", () =>
    journey(
      async (reader) => {
        const { report } = await reader.open("#/").then(() => reader.pages());
        await reader.open(report);
        const cards = await reader.values("data-open", ".report__read .card");
        const inPane = (mark) => reader.run(`
          const box = (it) => it.getBoundingClientRect();
          const [own, pane] = [box(arguments[0]), box(document.querySelector(".report__text"))];
          return own.top >= pane.top && own.bottom <= pane.bottom;`, mark);
        const current = async (card) => {
          const mark = await reader.seen(`.full-text #cho-${card.split("/").pop()}[aria-current]`);
          await reader.until(() => inPane(mark), `the text does not show ${card}`);
          assert.equal(await reader.count(".full-text [aria-current]"), 1, "more than one place is marked");
        };
        // The keys lead from the first card to the second.
        const focus = (card) => reader.run("document.querySelector(arguments[0]).focus({ preventScroll: true })", `.card [data-open="${card}"]`);
        await focus(cards.at(-1));
        const scrolled = await reader.run("return scrollY");
        await current(cards.at(-1));
        await focus(cards[0]);
        await current(cards[0]);
        assert.equal(await reader.run("return scrollY"), scrolled, "the page moves with its text");
        await reader.press(Key.TAB);
        await current(cards[1]);
        await reader.choose(`.report__read [data-card="${cards[2]}"]`);
        await reader.seen("[data-sheet] mark");
        await current(cards[2]);
        await reader.back();
        await reader.sheetIsClosed();
        await current(cards[2]);
      },
      { size: DESK },
    ));

  test("the text is the report's, with every figure marked; a mark opens its source", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const { report: route } = await reader.pages();
      const report = (await reader.reports()).find(({ id }) => route.endsWith(id));
      await reader.open(`${route}?muc=toan-van`);
      await reader.seen("[data-text] .mark");
      const words = (text) => text.replace(/[\s#*_]+/g, "");
      const shown = await reader.run("return document.querySelector('[data-text]').textContent");
      assert.equal(words(shown), words(report.text), "the text is not the report's");
      const marked = new Set(await reader.values("data-open", "[data-text]"));
      assert.equal(marked.size, report.observations.length, "figures without a mark in the text");
      await reader.choose("[data-text] .mark");
      await reader.seen("[data-sheet] mark");
    }));

  for (const size of [PHONE, DESK]) {
    test(`from a source to its place in the text, ${size[0]} pixels wide`, () =>
      journey(
        async (reader) => {
          await reader.open("#/");
          const report = (await reader.reports()).at(-1);
          const last = report.observations.at(-1).id;
          await reader.open(`#/?so=${report.id}/${last}`);
          await reader.seen("[data-sheet] mark");
          await reader.choose(`[data-sheet] a[href^="#/bao-cao/${report.id}?muc=toan-van"]`);
          await reader.sheetIsClosed();
          const mark = await reader.seen(`#cho-${last}[aria-current]`);
          await reader.until(
            () => reader.run("const { top, bottom } = arguments[0].getBoundingClientRect(); return top >= 0 && bottom <= innerHeight", mark),
            "the figure is not in view in the text",
          );
          assert.equal(await reader.focused("id"), `cho-${last}`, "the figure in the text has not the focus");
        },
        { size },
      ));
  }
});
