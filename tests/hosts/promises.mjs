// What every static host promises for every file of the site, told once. nginx and Apache are asked over HTTP; what IIS,
// Netlify and Cloudflare would answer is read from their files. `docs/hosting.md` tells the same to a webmaster.

import { basename, extname } from "node:path";

/** What our pages may do, word for word as in the contract; `frame-ancestors` can only be said in a header. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/**
 * The same for the pages of frames on a host that can name itself: WebKit takes `'self'` in a sandbox for nowhere (bug 316847).
 */
export const framed = (host) =>
  POLICY.replace("script-src 'self'", `script-src 'self' http://${host} https://${host}`).replace("style-src 'self'", `style-src 'self' http://${host} https://${host}`);

const FRAMED = /^(embed(\.en)?|embed\/[^/]*)\.html$/;

/** Headers of every file, the page of a 404 included. */
export const ALWAYS = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** For names with a hash. */
export const KEPT = "public, max-age=31536000, immutable";
/** For all others. Both say: keep it, and ask whether it is still the same. */
export const ASKED = ["no-cache", "public, max-age=0, must-revalidate"];

/** By ending: the type, whether `charset=utf-8` must stand behind it (`false`: must not), whether it lies compressed. */
export const TYPES = {
  ".html": ["text/html", true, true],
  ".css": ["text/css", true, true],
  ".js": ["text/javascript", true, true],
  ".mjs": ["text/javascript", true, true],
  ".csv": ["text/csv", true, true],
  ".txt": ["text/plain", true, true],
  ".md": ["text/plain", true, true],
  ".ics": ["text/calendar", true, true],
  ".json": ["application/json", undefined, true],
  ".geojson": ["application/json", undefined, true],
  ".jsonld": ["application/ld+json", undefined, true],
  ".webmanifest": ["application/manifest+json", undefined, true],
  ".wasm": ["application/wasm", false, true],
  ".xml": ["application/xml", true, true],
  ".svg": ["image/svg+xml", undefined, true],
  ".png": ["image/png", false, false],
  ".jpg": ["image/jpeg", false, false],
  ".jpeg": ["image/jpeg", false, false],
  ".webp": ["image/webp", false, false],
  ".ico": ["image/x-icon", false, false],
  ".woff2": ["font/woff2", false, false],
  ".pdf": ["application/pdf", false, false],
  ".zip": ["application/zip", false, false],
};

const HASHED = /-[0-9a-f]{8,64}(_bg)?\.(js|wasm|css|svg)$/;

/** The names that are built with a hash. */
const NAMED = /^(boot|app|style|save|icon|frame|dialog)-[^/]*$/;

/** In the folder for a host to read; nobody else gets them. */
export const HIDDEN = [".htaccess", "web.config", "_headers", ".nojekyll"];

/** Of a path from the root of the site, with `/`. */
export function promised(path) {
  const known = TYPES[extname(path)];
  if (!known) throw new Error(`${path}: no host was told the type of this ending; add it to every file in hosts/ and to promises.mjs`);
  // A host knows a hash only by how it looks; one that it does not see would be asked for anew by everybody, every time.
  if (NAMED.test(path) && !HASHED.test(path)) throw new Error(`${path}: no host sees a hash in this name (8 to 64 of 0-9a-f)`);
  const [type, charset, packed] = known;
  const page = type === "text/html";
  return {
    type,
    charset,
    packed,
    kept: HASHED.test(path),
    // Of what is no page it does not matter; single.html has a policy of its own in a <meta>, and the two would be cut
    // down to what both allow; 404.html has nothing to forbid.
    policy: path === "single.html" ? "none" : page && basename(path) !== "404.html" ? "ours" : "any",
  };
}

/**
 * What is wrong with the headers of one answer, as sentences. `headers` has names in small letters; where one came twice
 * its value holds both. `types`: whether the host's file tells the types. `host`:
 * the name of a host that can say it in its answers.
 */
export function broken(path, headers, { types = true, kept = true, host } = {}) {
  const promise = promised(path);
  const wrong = [];
  const expect = (name, right, wanted) => {
    if (!right(headers[name])) wrong.push(`${path}: ${name} is ${JSON.stringify(headers[name])}, promised was ${wanted}`);
  };
  if (types) {
    const [type, ...rest] = (headers["content-type"] ?? "").toLowerCase().split(/\s*;\s*/);
    const right = { true: (it) => it === "charset=utf-8", false: (it) => it === "", undefined: (it) => it === "" || it === "charset=utf-8" };
    const fits = type === promise.type && right[promise.charset](rest.join(";"));
    expect("content-type", () => fits, promise.type + { true: "; charset=utf-8", false: " alone", undefined: "" }[promise.charset]);
  }
  if (promise.kept && kept) expect("cache-control", (it) => it === KEPT, KEPT);
  else expect("cache-control", (it) => ASKED.includes(it), ASKED.join(" or "));
  const policy = host && FRAMED.test(path) ? framed(host) : POLICY;
  if (promise.policy === "ours") expect("content-security-policy", (it) => it === policy, policy);
  if (promise.policy === "none") expect("content-security-policy", (it) => it === undefined, "none: the page has its own in a <meta>");
  for (const [name, value] of Object.entries(ALWAYS)) expect(name, (it) => it === value, value);
  // `br` at the end of a name is no Breton, and a time that the portal keeps things for is not ours.
  expect("content-language", (it) => it === undefined || path.includes(`.${it}.`), "none, or that of the name");
  expect("expires", (it) => it === undefined, "none: cache-control says it");
  expect("x-frame-options", (it) => it === undefined, "none: anybody may embed");
  return wrong;
}
