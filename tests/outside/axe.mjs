// Looks at every page of a built site in a real browser, wide and narrow, and prints what axe and the eye would object to.
//
// node axe.mjs SITE

import { createReadStream, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";

import { objections, open } from "./browser.mjs";

const WIDTHS = [1280, 320];
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const SEARCH = "search.html?q=evidence";
const site = process.argv[2];

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
  for await (const [rule, words] of objections(tab)) said(rule, words);
}

const server = await serve();
const home = `http://127.0.0.1:${server.address().port}/`;
const browser = await open();
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
