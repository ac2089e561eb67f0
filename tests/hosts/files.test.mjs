// What can be said of the hosts' files without the hosts: IIS, Netlify and Cloudflare run nowhere here, so the files are
// read as those would read them and held to the same promises.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { tmpdir } from "node:os";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { BUILT, lay, ours, some } from "./folder.mjs";
import { HIDDEN, POLICY, TYPES, broken, framed, promised } from "./promises.mjs";

let site;
let paths;
before(async () => {
  site = await mkdtemp(join(tmpdir(), "tongket-site-"));
  paths = await lay(site);
});
after(() => rm(site, { recursive: true, force: true }));

const text = (path) => readFile(ours(path), "utf8");

describe(BUILT ? "the built site" : "a made-up site", () => {
  test("carries the files for its hosts as they stand in hosts/site", async () => {
    for (const name of [...HIDDEN, "404.html"]) {
      assert.ok(existsSync(join(site, name)), `${name} is missing`);
      assert.ok((await readFile(join(site, name))).equals(await readFile(ours(`hosts/site/${name}`))), `${name} is another`);
    }
  });

  test("has every text and wasm file beside itself as .gz and .br, with the same bytes", async () => {
    for (const path of paths.filter((path) => promised(path).packed)) {
      const bytes = await readFile(join(site, path));
      for (const [ending, unpack] of [[".gz", gunzipSync], [".br", brotliDecompressSync]]) {
        const packed = await readFile(join(site, path + ending)).catch(() => assert.fail(`${path}${ending} is missing`));
        assert.ok(unpack(packed).equals(bytes), `${path}${ending} is of another day`);
      }
    }
  });
});

test("every file that names the policy names the same", async () => {
  for (const path of ["hosts/nginx.conf", "hosts/site/.htaccess", "hosts/site/web.config", "hosts/site/_headers"]) {
    const named = [...(await text(path)).matchAll(/default-src[^"\n]*/g)].map(([policy]) => policy.trim());
    assert.ok(named.length > 0, path);
    const known = [POLICY, ...["$http_host", "%{HTTP_HOST}"].map(framed)];
    for (const policy of named) assert.ok(known.includes(policy), `${path}: ${policy}`);
  }
});

test("no ending is known to one host and not to another", async () => {
  const named = (from, pattern) => [...from.matchAll(pattern)].flatMap(([, , endings]) => endings.trim().split(/\s+/)).sort();
  const wanted = Object.keys(TYPES).map((ending) => ending.slice(1)).sort();
  const nginx = (await text("hosts/nginx.conf")).match(/types \{([^}]*)\}/)[1];
  // As a file of its own a .gz may be fetched from nginx; Apache sees an envelope in it, IIS nothing.
  assert.deepEqual(named(nginx, /^\s*(\S+\/\S+)\s+([^;]+);/gm).filter((ending) => ending !== "gz"), wanted);
  assert.deepEqual(named(await text("hosts/site/.htaccess"), /^\s*AddType (\S+) (.+)$/gm), wanted);
});

describe("IIS: web.config", () => {
  let root;
  before(async () => (root = parseXml(await text("hosts/site/web.config"))));
  const at = (node, ...names) => names.reduce((node, name) => node?.children.find((child) => child.name === name), node);
  const server = (path) => {
    const place = root.children.find((child) => child.name === "location" && child.attributes.path === path);
    return [at(root, "system.webServer"), ...(place ? [at(place, "system.webServer")] : [])];
  };

  test("asks for no module and touches no section that hosts lock", () => {
    assert.equal(root.name, "configuration");
    const free = ["staticContent", "defaultDocument", "urlCompression", "httpProtocol"];
    for (const section of root.children.flatMap((child) => (child.name === "location" ? child.children : [child]))) {
      assert.equal(section.name, "system.webServer");
      for (const { name } of section.children) assert.ok(free.includes(name), `<${name}> may be locked or missing: a 500.19`);
    }
  });

  test("removes everything before it adds it: twice the same is a 500.19", () => {
    const walk = (node) => {
      const removed = new Set();
      for (const { name, attributes } of node.children) {
        const key = attributes.fileExtension ?? attributes.name;
        if (name === "remove") removed.add(key);
        if (name === "mimeMap" || (name === "add" && attributes.name)) {
          assert.ok(removed.delete(key), `${key} is added without being removed, or twice`);
        }
      }
      node.children.forEach(walk);
    };
    walk(root);
  });

  test("keeps the promises", () => {
    const wrong = some(paths).flatMap((path) => {
      // What the portal around it sends comes down to this folder.
      const headers = { "x-frame-options": "SAMEORIGIN", "content-security-policy": "default-src 'self'" };
      for (const section of server(path)) {
        for (const { name, attributes } of at(section, "httpProtocol", "customHeaders")?.children ?? []) {
          if (name === "remove") delete headers[attributes.name.toLowerCase()];
          if (name === "add") headers[attributes.name.toLowerCase()] = attributes.value;
        }
        for (const { name, attributes } of at(section, "staticContent")?.children ?? []) {
          if (name === "mimeMap" && attributes.fileExtension === extname(path)) headers["content-type"] = attributes.mimeType;
          if (name === "clientCache" && attributes.cacheControlMode === "DisableCache") headers["cache-control"] = "no-cache";
        }
      }
      // IIS can set the time to keep by whole names only, and ours change with every build.
      return broken(path, headers, { kept: false });
    });
    assert.equal(wrong.join("\n"), "");
  });

  test("opens the folder with index.html", () => {
    const files = at(server("")[0], "defaultDocument", "files").children;
    assert.deepEqual(files.map(({ name, attributes }) => [name, attributes.value]), [["clear", undefined], ["add", "index.html"]]);
  });

  test("the reader of XML refuses what is none", () => {
    for (const bad of ["<a>", "<a></b>", "<a b=c/>", '<a b="1" b="2"/>', "<a/><b/>", "<a>&nope;</a>", "<!-- a -- b --><a/>", '<a b="<"/>']) {
      assert.throws(() => parseXml(bad), undefined, bad);
    }
  });
});

describe("Netlify and Cloudflare Pages: _headers", () => {
  let rules;
  before(async () => (rules = parseHeaders(await text("hosts/site/_headers"))));
  const matches = (pattern, path) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern);
  // Both put the values of all matching rules side by side, so a header that two rules set would be seen in `broken`.
  const told = (address) => {
    const headers = {};
    for (const { pattern, headers: own } of rules.filter(({ pattern }) => matches(pattern, address))) {
      for (const [name, value] of own) headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
    }
    return { "cache-control": "public, max-age=0, must-revalidate", ...headers };
  };
  /** Netlify serves a page by its name, Cloudflare without `.html`; `index.html` is its folder. */
  const addresses = (path) => [`/${path}`, `/${path.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`];

  test("stays within what both hosts read", () => {
    assert.ok(rules.length > 0 && rules.length <= 100, "Cloudflare reads 100 rules");
    for (const { pattern, headers } of rules) {
      assert.match(pattern, /^\/[^*:]*\*?$/, "one star, and last: what stands behind it is read in different ways");
      assert.ok(headers.length > 0, pattern);
      for (const [name, value] of headers) assert.ok(name.length + value.length < 2000, "Cloudflare reads 2,000 characters of a line");
    }
  });

  test("keeps the promises", () => {
    const wrong = some(paths).flatMap((path) => addresses(path).flatMap((address) => broken(path, told(address), { types: false })));
    assert.equal(wrong.join("\n"), "");
  });

  test("has no rewrites beside it", () => assert.ok(!existsSync(join(site, "_redirects"))));

  test("a missing file gets a page of its own, else Cloudflare answers it with index.html", async () => {
    const page = await text("hosts/site/404.html");
    assert.doesNotMatch(page, /<(script|style|link|img)|\sstyle=|\shref=|\son\w+=/, "it stands for any path and under any policy");
  });
});

/** `[{ pattern, headers: [[name, value]] }]`: a path at the margin, its headers indented below. */
function parseHeaders(text) {
  const rules = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.trim() || line.startsWith("#")) continue;
    if (/^\S/.test(line)) {
      assert.match(line, /^\/\S*$/, `line ${index + 1}: no path`);
      rules.push({ pattern: line, headers: [] });
    } else {
      const [, name, value] = line.match(/^\s+([A-Za-z-]+): (\S.*)$/) ?? assert.fail(`line ${index + 1}: no header`);
      rules.at(-1).headers.push([name.toLowerCase(), value]);
    }
  }
  return rules;
}

/** A strict reader of the XML that such a file holds: `{ name, attributes, children }`, or an exception. */
function parseXml(text) {
  const token = /<\?xml [^?]*\?>|<!--((?:(?!--)[^])*)-->|<(\/?)([A-Za-z][\w.]*)((?:\s+[A-Za-z]\w*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  const top = { children: [] };
  const open = [top];
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const found = token.exec(text) ?? assert.fail(`no XML from character ${start}: ${text.slice(start, start + 60)}`);
    const [, , closing, name, attributes, empty, words] = found;
    if (words) assert.equal(words.trim(), "", "text between elements");
    if (!name) continue;
    if (closing) {
      assert.equal(open.pop()?.name, name);
      continue;
    }
    const node = { name, attributes: {}, children: [] };
    for (const [, key, value] of attributes.matchAll(/([A-Za-z]\w*)="([^"]*)"/g)) {
      assert.ok(!(key in node.attributes), `${key} twice in <${name}>`);
      assert.doesNotMatch(value, /&(?!(amp|lt|gt|quot|apos|#\d+);)/);
      node.attributes[key] = value;
    }
    open.at(-1).children.push(node);
    if (!empty) open.push(node);
  }
  assert.equal(open.length, 1, "an element is not closed");
  assert.equal(top.children.length, 1, "one root");
  return top.children[0];
}
