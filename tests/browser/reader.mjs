// A reader at the page: a browser, the served site, and what the page promises to tests.
//
//   html[data-ready]                      the app runs; performance has the mark `content-ready`
//   [data-card="REPORT/OBSERVATION"]      a figure           [data-event]        an entry of the timeline
//   [data-sheet] with a mark in it        its source         figure[data-chart]  a chart
//   script#tongket-data                   the reports, as the command line embedded them

import assert from "node:assert/strict";
import { By, until } from "selenium-webdriver";
import { start } from "./driver.mjs";
import { serve } from "./server.mjs";

const PATIENCE = 10_000;
export const DIST = process.env.TONGKET_DIST ?? new URL("../../dist", import.meta.url).pathname;

/**
 * Runs a journey in a browser of its own. Afterwards, whatever it did: the console is silent, nothing was missing,
 * and no request went to another host.
 */
export async function journey(walk, options = {}) {
  const site = await serve(DIST, options);
  const browser = await start(options);
  try {
    const reader = new Reader(browser, site);
    await walk(reader);
    assert.deepEqual(await browser.console(), [], "the console is not silent");
    assert.deepEqual(site.missing, [], "the page asked for files that are not there");
    const elsewhere = (await browser.requests()).filter((url) => new URL(url).origin !== site.origin);
    assert.deepEqual(elsewhere, [], "the page asked another host");
  } finally {
    await browser.stop();
    await site.stop();
  }
}

class Reader {
  constructor(browser, site) {
    this.browser = browser;
    this.driver = browser.driver;
    this.site = site;
  }

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

  async ready() {
    await this.see("html[data-ready]", "the app does not run: html has no data-ready");
    const marks = await this.run("return performance.getEntriesByName('content-ready').length");
    assert.equal(marks, 1, "the mark content-ready is not set once");
  }

  run(script, ...given) {
    return this.driver.executeScript(script, ...given);
  }

  /** All elements of a kind. */
  all(selector) {
    return this.driver.findElements(By.css(selector));
  }

  /** Waits for an element to be there. */
  see(selector, otherwise = `there is no ${selector}`) {
    return this.driver.wait(until.elementLocated(By.css(selector)), PATIENCE, otherwise);
  }

  /** Waits for an element to be there and visible. */
  async seen(selector) {
    const element = await this.see(selector);
    return this.driver.wait(until.elementIsVisible(element), PATIENCE, `${selector} is there, but not visible`);
  }

  /** Waits until a condition holds. */
  until(condition, otherwise) {
    return this.driver.wait(async () => Boolean(await condition()), PATIENCE, otherwise);
  }

  /** Brings an element to the middle of the window and clicks it, as a person would. */
  async click(element) {
    await this.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", element);
    await element.click();
  }

  /** The part of the address that names the page and its state, decoded. */
  async route() {
    return decodeURIComponent(new URL(await this.driver.getCurrentUrl()).hash);
  }

  /** The words that a person can see. */
  text(selector = "body") {
    return this.run("return document.querySelector(arguments[0])?.innerText.trim() ?? ''", selector);
  }

  /** The reports in the page's data block. */
  async reports() {
    const block = await this.run("return document.querySelector('script#tongket-data')?.textContent ?? ''");
    assert.notEqual(block.trim(), "", "the page has no data in script#tongket-data");
    const data = JSON.parse(block);
    const reports = Array.isArray(data) ? data : data.reports;
    assert.ok(reports?.length > 0, "the data block holds no reports");
    return reports;
  }

  /** The report and the observation that a card stands for. */
  async figure(card) {
    const [report, observation] = (await card.getAttribute("data-card")).split("/");
    return find(await this.reports(), report, observation);
  }

  /** Waits for the open source sheet and checks its words against the data: the quote, and the text around it. */
  async checkSheet({ report, observation }) {
    const where = `${report.id}/${observation.id}`;
    const mark = await this.seen("[data-sheet] mark");
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
}

/** A report and one of its observations by their ids. */
export function find(reports, reportId, observationId) {
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
