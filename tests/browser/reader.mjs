// A reader at the page: what one does there and what one sees, and what the page promises to tests.
//
//   html[data-ready]                      the app runs; performance has the mark `content-ready`
//   [data-card="REPORT/OBSERVATION"]      a figure           [data-event]        an entry of the timeline
//   [data-sheet] with a mark in it        its source         figure[data-chart]  a chart
//   [data-finding]                        a check            [data-task]         a task
//   script#tongket-data                   the reports, as the command line embedded them

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { By, Key, error, until } from "selenium-webdriver";
import { Pointer } from "selenium-webdriver/lib/input.js";

/** How long a condition may take to hold, and how often one looks, in milliseconds. */
const PATIENCE = 20_000;
const GLANCE = 15;
const AXE = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
/** WCAG 2.2, levels A and AA; and those of its rules that look at colours. */
const RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const COLOUR_RULES = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

export class Reader {
  constructor(browser, site) {
    this.browser = browser;
    this.driver = browser.driver;
    this.site = site;
  }

  // Going to places.

  /** Loads the page anew at a route, as a shared address would, and waits until the app runs. */
  async open(route) {
    // Without this step, a change of the hash alone would load nothing.
    await this.driver.get("about:blank");
    await this.driver.get(this.site.page + route);
    await this.ready();
  }

  async reload() {
    await this.driver.navigate().refresh();
    await this.ready();
  }

  back() {
    return this.driver.navigate().back();
  }

  forward() {
    return this.driver.navigate().forward();
  }

  async ready() {
    await this.see("html[data-ready]", "the app does not run: html has no data-ready");
    const marks = await this.run("return performance.getEntriesByName('content-ready').length");
    assert.equal(marks, 1, "the mark content-ready is not set once");
  }

  /** The part of the address that names the page and its state, decoded. */
  async route() {
    return decodeURIComponent(new URL(await this.driver.getCurrentUrl()).hash);
  }

  /** The value of a key in that part, or null. */
  async inRoute(key) {
    const { hash } = new URL(await this.driver.getCurrentUrl());
    return new URLSearchParams(hash.split("?")[1] ?? "").get(key);
  }

  /** Waits until the reader is at a route. */
  arrivesAt(route) {
    return this.until(async () => (await this.route()) === route, `the reader does not arrive at ${route}`);
  }

  // Looking.

  run(script, ...given) {
    return this.driver.executeScript(script, ...given);
  }

  /** All elements of a kind. */
  all(selector) {
    return this.driver.findElements(By.css(selector));
  }

  /** How many elements of a kind there are. */
  count(selector) {
    return this.run("return document.querySelectorAll(arguments[0]).length", selector);
  }

  /** The values of an attribute of all elements that have it, in the order of the page. */
  values(attribute, within = "main") {
    const found = "[...document.querySelectorAll(`${arguments[1]} [${arguments[0]}]`)]";
    return this.run(`return ${found}.map((element) => element.getAttribute(arguments[0]))`, attribute, within);
  }

  /** Waits for an element to be there. */
  see(selector, otherwise = `there is no ${selector}`) {
    return this.driver.wait(until.elementLocated(By.css(selector)), PATIENCE, otherwise, GLANCE);
  }

  /** Waits for an element to be there and visible. */
  async seen(selector) {
    const element = await this.see(selector);
    return this.driver.wait(until.elementIsVisible(element), PATIENCE, `${selector} is there, but not visible`, GLANCE);
  }

  /** Waits until a condition holds. While the page makes way for another, a driver may know of none: not yet, then. */
  until(condition, otherwise) {
    const holds = async () => {
      try {
        return Boolean(await condition());
      } catch (problem) {
        if (problem instanceof error.WebDriverError) return false;
        throw problem;
      }
    };
    return this.driver.wait(holds, PATIENCE, otherwise, GLANCE);
  }

  /** The words that a person can see. A page that makes way for another answers with nothing. */
  async text(selector = "body") {
    return (await this.run("return document.querySelector(arguments[0])?.innerText.trim()", selector)) ?? "";
  }

  /** The value that a style has in the page. */
  style(selector, name) {
    return this.run("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, name);
  }

  /** The attribute of what has the focus, or of what that stands in; null where there is none. */
  focused(attribute) {
    const place = "document.activeElement.closest(`[${arguments[0]}]`)";
    return this.run(`return ${place}?.getAttribute(arguments[0]) ?? null`, attribute);
  }

  // Doing.

  /** Brings an element to the middle of the window and clicks it, as a person would. */
  async click(element) {
    await this.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    await element.click();
  }

  /** The same with the first element of a kind. */
  async choose(selector) {
    await this.click(await this.seen(selector));
  }

  /** Touches an element with a finger. */
  async touch(element) {
    await this.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    const finger = new Pointer("finger", "touch");
    const hand = this.driver.actions();
    hand.insert(finger, finger.move({ origin: element }), finger.press(), finger.release());
    await hand.perform();
  }

  /** Presses keys, wherever the focus is. */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /** Presses a key together with Control. */
  withControl(key) {
    return this.driver.actions().keyDown(Key.CONTROL).sendKeys(key).keyUp(Key.CONTROL).perform();
  }

  /** Types into the search field, in the place of what is there. */
  async search(words) {
    await this.choose("input[type=search]");
    await this.withControl("a");
    await this.press(words);
  }

  /** What was copied last: pasted into the search field of an empty search. */
  async copied() {
    await this.open("#/tim");
    await this.choose("input[type=search]");
    await this.withControl("v");
    const field = "document.querySelector('input[type=search]').value";
    await this.until(() => this.run(`return ${field} !== ''`), "nothing was copied");
    return this.run(`return ${field}`);
  }

  // What the page was given.

  /** The page's data block. */
  async data() {
    const block = await this.run("return document.querySelector('script#tongket-data')?.textContent ?? ''");
    assert.notEqual(block.trim(), "", "the page has no data in script#tongket-data");
    const data = JSON.parse(block);
    assert.ok(data.reports?.length > 0, "the data block holds no reports");
    return data;
  }

  /** The reports in it. */
  async reports() {
    return (await this.data()).reports;
  }

  /** The report and the observation that a card stands for. */
  async figure(card) {
    return find(await this.reports(), await card.getAttribute("data-card"));
  }

  /** An address of every page: the report with the most figures and the indicator with the most values stand for theirs. */
  async pages() {
    const { reports, series, findings } = await this.data();
    const most = (list, count) => list.reduce((best, next) => (count(next) > count(best) ? next : best));
    const report = most(reports, ({ observations }) => observations.length).id;
    const indicator = most(series, ({ points }) => points.length).group;
    const doubted = findings[0].observations[0];
    return {
      overview: "#/",
      report: `#/bao-cao/${report}`,
      indicators: "#/chi-tieu",
      indicator: `#/chi-tieu/${indicator}`,
      checks: "#/kiem-tra",
      timeline: "#/dong-thoi-gian",
      tasks: "#/nhiem-vu",
      search: "#/tim?q=doanh thu",
      about: "#/gioi-thieu",
      sheet: `#/?so=${doubted.report}/${doubted.observation}`,
      unknown: "#/khong-co-trang-nay",
    };
  }

  // What must hold.

  /** Waits for the open source sheet and checks its words against the data: the quote, and the text around it. */
  async checkSheet({ report, observation }) {
    const where = `${report.id}/${observation.id}`;
    const mark = await this.seen(`[data-sheet="${where}"] mark`);
    const [before, marked, after] = await this.run(
      `const mark = arguments[0], range = document.createRange(), around = mark.parentElement;
       range.setStart(around, 0); range.setEndBefore(mark);
       const before = range.toString(), marked = mark.textContent;
       return [before, marked, around.textContent.slice(before.length + marked.length)];`,
      mark,
    );
    assert.equal(marked, observation.quote, `the sheet of ${where} marks other words than its quote`);
    assert.ok((before + after).trim().length > 0, `the sheet of ${where} shows nothing around the quote`);
    // Offsets count code points, as the spread of a string does.
    const text = [...report.text];
    const start = observation.at - [...before].length;
    const end = observation.at + [...marked].length + [...after].length;
    assert.equal(before + marked + after, text.slice(start, end).join(""), `the text around the quote of ${where} is not the report's`);
  }

  /** Waits until no source sheet is open. */
  sheetIsClosed() {
    const shown = "return [...document.querySelectorAll('[data-sheet]')].some((sheet) => sheet.checkVisibility())";
    return this.until(async () => !(await this.run(shown)), "the sheet stays open");
  }

  /** The page needs no scrolling to the side. `where` is what the test says of the page. */
  async fits(where) {
    const [page, window] = await this.run("return [document.documentElement.scrollWidth, innerWidth]");
    assert.ok(page <= window, `${where} is ${page} pixels wide in a window of ${window}`);
  }

  /** What axe finds against WCAG 2.2 AA on the page as it stands: a line for each rule, with the first that breaks it. */
  async axe({ onlyColours = false } = {}) {
    await this.driver.manage().setTimeouts({ script: 60_000 });
    await this.run(AXE);
    return this.driver.executeAsyncScript(
      `const [rules, done] = arguments;
       axe.run({ runOnly: rules, resultTypes: ["violations"], iframes: false, preload: false }).then(
         ({ violations }) => done(violations.map(({ id, nodes }) => id + ", " + nodes.length + " times: " + nodes[0].html)),
         (error) => done(["axe failed: " + error]),
       );`,
      onlyColours ? COLOUR_RULES : RULES,
    );
  }
}

/** A report and one of its observations by the address of a figure. */
export function find(reports, address) {
  const [reportId, observationId] = address.split("/");
  const report = reports.find(({ id }) => id === reportId);
  assert.ok(report, `the data block has no report ${reportId}`);
  const observation = report.observations.find(({ id }) => id === observationId);
  assert.ok(observation, `report ${reportId} has no observation ${observationId}`);
  return { report, observation };
}

/** Words without marks and capitals, as a person types them in a hurry. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Words as they are compared: with one space where the page may break a line, and capitals no matter. */
export function plain(text) {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
