// Reads documents as GitHub's kind of Markdown, by a parser that shares nothing with ours, and prints what each of them is made of.
//
// node markdown.mjs     stdin: a list of texts, as JSON; EIA_NODE_MODULES: the folder with mdast-util-from-markdown,
//                       mdast-util-gfm, micromark-extension-gfm and github-slugger.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const modules = createRequire(join(process.env.EIA_NODE_MODULES, "here.js"));
const load = (name) => import(pathToFileURL(modules.resolve(name)));
const { fromMarkdown } = await load("mdast-util-from-markdown");
const { gfmFromMarkdown } = await load("mdast-util-gfm");
const { gfm } = await load("micromark-extension-gfm");
const { default: Slugger } = await load("github-slugger");

const ANCHOR = /^<a id="([^"]*)">$/;
const SEAL = /^<!-- eia-seal \w+ -->$/;

function text(node) {
  switch (node.type) {
    case "text": case "inlineCode": return node.value;
    case "break": return " ";
    case "image": return `{${node.alt} ${node.url}}`;
    case "footnoteReference": return `{${node.identifier}}`;
    case "html": return "";
    default: return node.children.map(text).join("");
  }
}

const words = (node) => text(node).split(/[ \t\n]+/).filter(Boolean).join(" ").trim();

function block(node) {
  switch (node.type) {
    case "heading": return ["heading", node.depth, words(node)];
    case "paragraph": return ["paragraph", words(node)];
    case "list": return ["list", node.ordered ? node.start : null, node.children.map((one) => blocks(one.children))];
    case "blockquote": return ["quote", blocks(node.children)];
    case "table": return ["table", node.children.map((row) => row.children.map(words))];
    case "footnoteDefinition": return ["note", node.identifier, blocks(node.children)];
    case "html": return ["html", node.value];
    default: return [node.type];
  }
}

const blocks = (nodes) => nodes.filter((one) => !(one.type === "html" && SEAL.test(one.value))).map(block);

function* within(node) {
  yield node;
  for (const one of node.children ?? []) yield* within(one);
}

function read(source) {
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const nodes = [...within(tree)], slugger = new Slugger();
  const html = nodes.filter((one) => one.type === "html" && !SEAL.test(one.value)).map((one) => one.value);
  return {
    blocks: blocks(tree.children),
    links: nodes.filter((one) => one.type === "link").map((one) => [words(one), one.url]),
    slugs: nodes.filter((one) => one.type === "heading").map((one) => slugger.slug(text(one))),
    anchors: html.flatMap((one) => one.match(ANCHOR)?.[1] ?? []),
    html: html.filter((one) => !ANCHOR.test(one) && one !== "</a>"),
    odd: nodes.map((one) => one.type).filter((one) => ["delete", "code", "thematicBreak", "definition"].includes(one)),
  };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
