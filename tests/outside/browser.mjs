// A real browser that reaches no network, and axe, which asks a page whether everybody can use it.
//
// EIA_NODE_MODULES: the folder with puppeteer-core and axe-core; EIA_CHROMIUM: the browser.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]; // no network, as in a train

const modules = createRequire(join(process.env.EIA_NODE_MODULES, "here.js"));

/** A package of the folder. */
export const load = (name) => import(pathToFileURL(modules.resolve(name)));

export async function open() {
  const { default: puppeteer } = await load("puppeteer-core");
  return puppeteer.launch({ executablePath: process.env.EIA_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** What axe objects to, by rules with these tags or names, each with its rule, and how far the page scrolls sideways. */
export async function* objections(tab, rules = TAGS) {
  const over = await tab.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  if (over > 0) yield ["scrolls-sideways", `by ${over} pixels`];
  await tab.evaluate(await source);
  const result = await tab.evaluate((only) => axe.run({ runOnly: only, resultTypes: ["violations"] }), rules);
  for (const one of result.violations)
    for (const node of one.nodes)
      yield [one.id, `${one.help}\n  ${node.html.slice(0, 200)}\n  ${(node.failureSummary ?? "").split("\n").join("\n  ")}`];
}

const source = load("axe-core").then(({ default: axe }) => axe.source);
