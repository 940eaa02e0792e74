// Looks at every page of a built site in a real browser, wide and narrow, and prints what axe and the eye would object to.
//
// node axe.mjs SITE     EIA_NODE_MODULES: the folder with puppeteer-core and axe-core; EIA_CHROMIUM: the browser.

import { createReadStream, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

const WIDTHS = [1280, 320];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const SEARCH = "search.html?q=evidence";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]; // no network, as in a train

const site = process.argv[2];
const modules = createRequire(join(process.env.EIA_NODE_MODULES, "here.js"));
const { default: puppeteer } = await import(pathToFileURL(modules.resolve("puppeteer-core")));
const axe = modules.resolve("axe-core/axe.min.js");

function pages(folder) {
  const below = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return below.filter((path) => path.endsWith(".html")).map((path) => relative(site, path).split(sep).join("/")).sort();
}

function serve() {
  const server = createServer((request, response) => {
    let path = join(site, decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    try {
      if (statSync(path).isDirectory()) path = join(path, "index.html");
      statSync(path);
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
      createReadStream(path).pipe(response);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function look(tab, home, page, width, findings) {
  const said = (rule, words) => findings.push({ page, width, rule, words });
  await tab.setViewport({ width, height: 800 });
  tab.removeAllListeners("request").removeAllListeners("response").removeAllListeners("pageerror");
  tab.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(home)) said("needs-network", request.url());
  });
  tab.on("response", (response) => response.status() >= 400 && said("not-there", response.url().replace(home, "")));
  tab.on("pageerror", (error) => said("script-error", error.message));
  await tab.goto(home + page, { waitUntil: "load" });
  if (page.includes("?q="))
    await tab
      .waitForFunction(() => document.querySelector("#mkdocs-search-results a"), { polling: 100, timeout: 20_000 })
      .catch(() => said("search-finds-nothing", page));
  const over = await tab.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
  if (over > 0) said("scrolls-sideways", `by ${over} pixels`);
  await tab.addScriptTag({ path: axe });
  const result = await tab.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ["violations"] }), TAGS);
  for (const one of result.violations)
    for (const node of one.nodes)
      said(one.id, `${one.help}\n  ${node.html.slice(0, 200)}\n  ${(node.failureSummary ?? "").split("\n").join("\n  ")}`);
}

const server = await serve();
const home = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({ executablePath: process.env.EIA_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
const findings = [];
const seen = pages(site).flatMap((page) => (page === "search.html" ? [page, SEARCH] : [page]));
const waiting = seen.flatMap((page) => WIDTHS.map((width) => [page, width]));
await Promise.all([1, 2].map(async () => {
  const tab = await browser.newPage();
  for (let next = waiting.shift(); next; next = waiting.shift()) await look(tab, home, ...next, findings);
}));
await browser.close();
server.close();
process.stdout.write(JSON.stringify({ pages: seen, findings }));
