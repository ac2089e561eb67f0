// For everyone: WCAG 2.2 AA by axe, narrow windows, large text, reduced motion, few colours, paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { needs } from "./driver.mjs";
import { DESK, journey, PHONE, suite } from "./journey.mjs";
import { plain } from "./reader.mjs";

/** What the fold-outs of the page hide is there for the test, too. */
const unfold = (reader) => reader.run("document.querySelectorAll('details').forEach((details) => (details.open = true))");

/** In the page: what of its drawings stands out too little from the paper, by the contrast that WCAG asks for. */
function faint() {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parts = (colour) => {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
  };
  const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  document.body.style.background = "Canvas";
  const paper = getComputedStyle(document.body).backgroundColor;
  const kinds = [
    ["text", "fill", 4.5],
    [".zero, .line, .dot, .rank__line, .estimate", "stroke", 3],
    [".rise:not(.estimate), .fall:not(.estimate), .dot:not(.open, .derived), .rank__place", "fill", 3],
  ];
  const seen = (kind, style) =>
    [...document.querySelectorAll(`svg :is(${kind})`)].map((shape) => [shape.getAttribute("class"), getComputedStyle(shape)[style]]);
  const all = kinds.flatMap(([kind, style, least]) => seen(kind, style).map((one) => [...one, least]));
  const tooFaint = all.filter(([, colour, least]) => contrast(colour, paper) < least);
  return all.length === 0 ? ["nothing is drawn"] : [...new Set(tooFaint.map(([name, colour]) => `${name}: ${colour} on ${paper}`))];
}

/** In the page: the controls that are too small for a finger. */
function smallControls() {
  const controls = [...document.querySelectorAll("button, select, input, summary, .nav a, .tabs a, .filter a")];
  const small = controls.filter((one) => {
    const { width, height } = one.getBoundingClientRect();
    return one.checkVisibility() && (width < 24 || height < 43.5);
  });
  return small.map((one) => one.outerHTML.slice(0, 120));
}

/** In the page: what moves, or would when something changes. */
function moving() {
  const moves = (one) => {
    const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(one);
    return scrollBehavior === "smooth" || `${animationDuration}, ${transitionDuration}`.split(",").some((time) => parseFloat(time) > 0);
  };
  const all = [document.documentElement, ...document.body.querySelectorAll("*")];
  return all.filter(moves).map((one) => one.id || one.className || one.localName);
}

/** In the page: what hides a part of its own text. */
function cutOff() {
  const hides = (one) => /hidden|clip/.test(getComputedStyle(one).overflow);
  const tooSmall = (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
  const shown = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility() && !one.closest("svg, .unseen, .panel__name"));
  return shown.filter((one) => hides(one) && tooSmall(one)).map((one) => one.outerHTML.slice(0, 120));
}

suite("accessibility", () => {
  for (const [dark, size, options] of [
    [false, PHONE, {}],
    [true, DESK, {}],
    [true, PHONE, needs("allOfAxe")],
    [false, DESK, needs("allOfAxe")],
  ]) {
    test(`axe finds nothing on any page: ${dark ? "dark" : "light"}, ${size[0]} pixels wide`, options, () =>
      journey(
        async (reader) => {
          await reader.open("#/");
          const pages = await reader.pages();
          // What stands beside the figures on a desk is behind tabs on a phone.
          const tabs = ["su-kien", "nhiem-vu", "nguoi-van-ban", "toan-van"].map((tab) => `${pages.report}?muc=${tab}`);
          const found = {};
          for (const route of [...Object.values(pages), ...(size === PHONE ? tabs : [])]) {
            await reader.open(route);
            await unfold(reader);
            // The page is the same in the dark, but for its colours.
            const violations = await reader.axe({ onlyColours: dark });
            if (violations.length > 0) found[route] = violations;
          }
          assert.deepEqual(found, {});
        },
        { dark, size },
      ));
  }

  test("axe finds nothing in English", needs("allOfAxe"), () =>
    journey(async (reader) => {
      await reader.open("#/");
      await reader.choose("#language");
      await reader.until(() => reader.run("return document.documentElement.lang === 'en'"), "the page stays Vietnamese");
      for (const route of Object.values(await reader.pages())) {
        await reader.open(route);
        await unfold(reader);
        assert.deepEqual(await reader.axe(), [], `${route} in English`);
      }
    }));

  test("a dark device and the dark theme give the same colours, and so do a light device and the light theme", async () => {
    const colours = {};
    for (const dark of [false, true]) {
      await journey(
        async (reader) => {
          const tokens = () =>
            reader.run(`
              const names = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).flatMap((rule) => [...(rule.style ?? [])]);
              const style = getComputedStyle(document.documentElement);
              return Object.fromEntries(names.filter((name) => name.startsWith("--")).map((name) => [name, style.getPropertyValue(name)]));`);
          await reader.open("#/gioi-thieu");
          colours[dark ? "dark device" : "light device"] = await tokens();
          const theme = dark ? "light" : "dark";
          await reader.choose(`.settings option[value="${theme}"]`);
          await reader.until(() => reader.run("return document.documentElement.dataset.theme === arguments[0]", theme), "the theme does not change");
          colours[`${theme} theme`] = await tokens();
        },
        { dark },
      );
    }
    assert.ok(Object.keys(colours["light device"]).length > 20, "the page has no tokens to compare");
    assert.deepEqual(colours["dark theme"], colours["dark device"]);
    assert.deepEqual(colours["light theme"], colours["light device"]);
    assert.notDeepEqual(colours["dark theme"], colours["light theme"]);
  });

  test("on the smallest phone no page needs scrolling to the side, each has one heading h1, and controls are 44 pixels high", () =>
    journey(
      async (reader) => {
        await reader.open("#/");
        for (const [name, route] of Object.entries(await reader.pages())) {
          await reader.open(route);
          await unfold(reader);
          await reader.fits(name);
          assert.equal(await reader.count("h1"), 1, `${name} has not one heading h1`);
          assert.deepEqual(await reader.run(smallControls), [], `controls of ${name} that a finger misses`);
        }
      },
      { size: [320, 640] },
    ));

  test("text of twice the size needs no scrolling to the side and is not cut off, on a phone or a desk", () =>
    journey(async (reader) => {
      await reader.open("#/");
      for (const [name, route] of Object.entries(await reader.pages())) {
        await reader.open(route);
        await unfold(reader);
        await reader.run("document.documentElement.style.fontSize = '200%'");
        for (const size of [PHONE, DESK]) {
          await reader.browser.resize(...size);
          await reader.fits(`${name} at 200 %`);
          assert.deepEqual(await reader.run(cutOff), [], `text of ${name} is cut off at 200 %, ${size[0]} pixels wide`);
        }
      }
    }));

  test("nothing moves where the device asks for stillness, and the sheet slides in where it does not", async () => {
    await journey(
      async (reader) => {
        await reader.open("#/");
        const { sheet, report, search } = await reader.pages();
        for (const route of [sheet, report, search]) {
          await reader.open(route);
          assert.deepEqual(await reader.run(moving), [], `what moves on ${route}`);
        }
      },
      { still: true },
    );
    await journey(
      async (reader) => {
        await reader.open("#/");
        await reader.choose("[data-card]");
        await reader.seen("[data-sheet] mark");
        assert.deepEqual(await reader.run(moving), ["sheet"]);
      },
      { still: false },
    );
  });

  for (const dark of [false, true]) {
    test(`with the few colours of a ${dark ? "dark" : "light"} device every text and line of a drawing can be seen`, needs("forcedColours"), () =>
      journey(
        async (reader) => {
          await reader.open("#/");
          assert.ok(await reader.run("return matchMedia('(forced-colors: active)').matches"), "the device has all colours");
          const pages = await reader.pages();
          for (const route of [pages.overview, pages.indicator]) {
            await reader.open(route);
            const unseen = await reader.run(faint);
            assert.deepEqual(unseen, [], `what cannot be seen on ${route}`);
          }
        },
        { dark, forcedColours: true },
      ));
  }

  test("a report on paper has its title, its figures and its text, and no controls", needs("print"), () =>
    journey(
      async (reader) => {
        await reader.open("#/");
        const { report: route } = await reader.pages();
        const report = (await reader.reports()).find(({ id }) => route.endsWith(id));
        await reader.open(route);
        const paper = plain(execFileSync("pdftotext", ["-", "-"], { input: await reader.browser.print() }).toString());
        const words = (text) => plain(text.replace(/[\s#*_]+/g, " "));
        assert.ok(paper.includes(words(report.meta.title ?? "")), "the title is not on the paper");
        const missing = report.observations.filter(({ quote }) => !paper.replaceAll(" ", "").includes(words(quote).replaceAll(" ", "")));
        assert.deepEqual(missing.map(({ id }) => id), [], "figures that are not on the paper");
        const end = [...words(report.text)].slice(-60).join("").replaceAll(" ", "");
        assert.ok(paper.replaceAll(" ", "").includes(end), "the end of the text is not on the paper");
        assert.ok(!paper.includes(plain(await reader.text("#language"))), "there are controls on the paper");
      },
      { size: PHONE },
    ));
});
