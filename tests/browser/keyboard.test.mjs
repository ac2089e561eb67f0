// By keyboard alone: everything is reached, in the order of the page, and where one is can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { DESK, journey, PHONE, suite } from "./journey.mjs";

const SHIFT_TAB = Key.chord(Key.SHIFT, Key.TAB);

/** In the page: everything that Tab should reach, numbered in the order of the page. */
function numberStops() {
  const stops = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  const reached = (one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !one.closest("[inert]");
  const all = stops.filter(reached);
  all.forEach((stop, place) => stop.setAttribute("data-stop", place));
  return all.map((stop) => stop.outerHTML.slice(0, 100));
}

/** In the page: what the focus is on, and what is wrong with it for somebody who looks for it. */
function atFocus() {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const box = stop.getBoundingClientRect();
  // A link around a card has its outline on what covers the card.
  const outlined = [null, "::after"].some((part) => {
    const { outlineStyle, outlineWidth, content } = getComputedStyle(stop, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && (part === null || content !== "none");
  });
  // The middle of what the window shows of its first line: an engine may leave the rest below the edge.
  const [line] = stop.getClientRects();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const top = document.elementFromPoint(middle(line.left, line.right, innerWidth), middle(line.top, line.bottom, innerHeight));
  const covered = !top || !(stop.contains(top) || top.contains(stop));
  const away = box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
  // Of a card one sees the figure, too, not only its name.
  const cut = stop.closest("[data-card]")?.querySelector(".figure-text")?.getBoundingClientRect().bottom > innerHeight;
  const wrong = away ? "is out of view" : cut ? "has its figure below the edge" : covered ? `is covered by ${top?.outerHTML.slice(0, 80)}` : outlined ? null : "has no outline";
  return { place: stop.getAttribute("data-stop"), wrong: wrong && `${stop.outerHTML.slice(0, 100)} ${wrong}` };
}

suite("keyboard", () => {
  for (const [name, size] of [
    ["overview", PHONE],
    ["overview", DESK],
    ["search", DESK],
    ["report", PHONE],
    ["indicator", PHONE],
  ]) {
    test(`Tab goes through the whole page (${name}, ${size[0]} pixels wide) in its order, and one sees where one is`, () =>
      journey(
        async (reader) => {
          await reader.open("#/");
          await reader.open((await reader.pages())[name]);
          const stops = await reader.run(numberStops);
          const [places, wrong] = [[], []];
          // Some engines stop at what scrolls, too: those stops have no number.
          for (let turn = 0; turn < stops.length + 10 && places.at(-1) !== stops.length - 1; turn++) {
            await reader.press(Key.TAB);
            const at = await reader.run(atFocus);
            if (at?.place) places.push(Number(at.place));
            if (at?.wrong) wrong.push(at.wrong);
          }
          assert.deepEqual(places.map((place) => stops[place]), stops, "Tab leaves something out, or jumps");
          assert.deepEqual(wrong, []);
        },
        { size },
      ));
  }

  test("the first key leads past the head of the page", () =>
    journey(async (reader) => {
      await reader.open("#/");
      await reader.press(Key.TAB);
      assert.equal(await reader.focused("class"), "skip");
      await reader.press(Key.ENTER);
      await reader.until(async () => (await reader.focused("id")) === "main", "the link past the head leads nowhere");
      await reader.press(Key.TAB);
      assert.ok(await reader.run("return document.activeElement.closest('main main, #main') !== null"), "the next key leads back into the head");
    }));

  test("a figure, its source, within it, and back to the figure", () =>
    journey(async (reader) => {
      await reader.open("#/");
      const id = (await reader.values("data-card"))[0];
      const tabTo = async (there) => {
        for (let turn = 0; turn < 40 && !(await there()); turn++) await reader.press(Key.TAB);
        assert.ok(await there(), "Tab does not lead there");
      };
      await tabTo(async () => (await reader.focused("data-card")) === id);
      await reader.press(Key.ENTER);
      await reader.seen(`[data-sheet="${id}"] mark`);
      await reader.until(async () => (await reader.focused("id")) === "sheet-title", "the focus does not go to the title of the sheet");

      // Within the sheet Tab goes round, in both directions, and never to the page behind it.
      const within = () => reader.run("return document.activeElement.closest('[data-sheet]') !== null");
      const stops = await reader.run("return document.querySelectorAll('[data-sheet] :is(a[href], button:enabled, summary)').length");
      for (const key of [Key.TAB, SHIFT_TAB]) {
        for (let turn = 0; turn < stops + 2; turn++) {
          await reader.press(key);
          assert.ok(await within(), "Tab leads out of the sheet");
        }
      }
      await reader.press(Key.ESCAPE);
      await reader.sheetIsClosed();
      await reader.until(async () => (await reader.focused("data-card")) === id, "the focus is lost after the sheet");
      assert.equal(await reader.route(), "#/");
    }));

  test("a page that was chosen takes the focus, so that it is read out", () =>
    journey(async (reader) => {
      await reader.open("#/");
      await (await reader.seen("#nav-nhiem-vu")).sendKeys(Key.ENTER);
      await reader.arrivesAt("#/nhiem-vu");
      await reader.until(async () => (await reader.focused("id")) === "main", "the focus stays where it was");
      assert.equal(await (await reader.see("#nav-nhiem-vu")).getAttribute("aria-current"), "page");
    }));

  test("the theme, the language, a fold and a filter by keyboard", () =>
    journey(async (reader) => {
      await reader.open("#/tim?q=doanh thu");
      await (await reader.seen("#language")).sendKeys(Key.SPACE);
      await reader.until(() => reader.run("return document.documentElement.lang === 'en'"), "Space does not change the language");
      await (await reader.seen(".settings select")).sendKeys("d");
      await reader.until(() => reader.run("return document.documentElement.dataset.theme === 'dark'"), "a letter does not choose the theme");
      await (await reader.seen("details.filters summary")).sendKeys(Key.ENTER);
      await (await reader.seen('details.filters a[href*="loai="]')).sendKeys(Key.ENTER);
      await reader.until(() => reader.inRoute("loai"), "Enter does not choose a filter");
      await reader.seen("details.filters[open] a[aria-current]");
    }));
});
