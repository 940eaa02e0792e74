// Opens exported pages in a real browser and prints what a validator, axe, the eye, a keyboard and a printer would object to.
//
// node page.mjs valid|looks|walk|print PAGE…     A page that is printed leaves its PDF beside itself.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { load, objections, open } from "./browser.mjs";

const WIDTHS = [1280, 320]; // the narrow one is also what a wide one comes to at 400 %
const SCHEMES = { light: undefined, dark: ["color-contrast"] }; // in the dark, nothing but colours can be otherwise
const SHEETS = { ".table:not(.wide)": 642, ".table.wide": 971 }; // a sheet of A4 between its margins, upright and on its side
const REACHED = "a[href], button, input, select, textarea, summary, [tabindex='0']";

const [, , what, ...pages] = process.argv;
const findings = [];
const done = { valid, looks, walk, print };

async function valid(page) {
  const { HtmlValidate } = await load("html-validate");
  const report = new HtmlValidate({ root: true, extends: ["html-validate:standard"] })
    .validateStringSync(readFileSync(page, "utf8"));
  return report.results.flatMap((one) => one.messages.map((said) => `${said.line}: ${said.ruleId}: ${said.message}`));
}

async function looks(page, browser) {
  const found = [];
  const tab = await browser.newPage();
  tab.on("request", (one) => /^(data|file):/.test(one.url()) || found.push(`needs-network: ${one.url()}`));
  tab.on("console", (one) => found.push(`console: ${one.text()}`));
  await tab.goto(pathToFileURL(page), { waitUntil: "load" });
  for (const width of WIDTHS)
    for (const [scheme, rules] of Object.entries(SCHEMES)) {
      await tab.setViewport({ width, height: 800 });
      await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for await (const [rule, words] of objections(tab, rules)) found.push(`at ${width}, ${scheme}: ${rule}: ${words}`);
    }
  return found;
}

/** From the top to the end with nothing but the key for the next: in order, in sight, and out again. */
async function walk(page, browser) {
  const found = [];
  const tab = await browser.newPage();
  await tab.setViewport({ width: 320, height: 800 });
  await tab.goto(pathToFileURL(page), { waitUntil: "load" });
  const expected = await tab.evaluate((reached) => (window.all = [...document.querySelectorAll(reached)]).length, REACHED);
  for (let at = 0; at <= expected; at++) {
    await tab.keyboard.press("Tab");
    const here = await tab.evaluate(() => {
      const one = document.activeElement;
      const { left, right, top, bottom } = one.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return {
        index: window.all.indexOf(one), said: one.outerHTML.slice(0, 120),
        seen: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
        marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      };
    });
    if (at === expected) here.index < 1 || found.push(`the keyboard does not get out: ${here.said}`);
    else if (here.index !== at) return [...found, `after ${at} steps the keyboard is at ${here.index}: ${here.said}`];
    else {
      if (!here.seen) found.push(`out of sight: ${here.said}`);
      if (!here.marked) found.push(`nothing shows where the keyboard is: ${here.said}`);
    }
  }
  return expected ? found : ["there is nothing to walk to"];
}

async function print(page, browser) {
  const found = [];
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(page), { waitUntil: "load" });
  await tab.emulateMediaType("print");
  for (const [kind, width] of Object.entries(SHEETS)) {
    await tab.setViewport({ width, height: 900 });
    found.push(...await tab.$$eval(kind, (tables) => tables.filter((one) => one.scrollWidth > one.clientWidth)
      .map((one) => `is cut off at the edge of a sheet: ${one.getAttribute("aria-label")}`)));
  }
  await tab.pdf({ path: page.replace(/html$/, "pdf"), preferCSSPageSize: true });
  return found;
}

const browser = what === "valid" ? undefined : await open();
for (const page of pages) for (const words of await done[what](page, browser)) findings.push([page, words]);
await browser?.close();
process.stdout.write(JSON.stringify(findings));
