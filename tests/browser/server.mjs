// A static server for the built site, on this machine only.
//
// It serves below a path, as a portal would, so that a link from the root of the host is found out. It knows no rewrite
// rules: what is not a file is a 404, and every 404 is kept for the test to fail on. The page gets a witness (witness.mjs)
// and a policy that forbids every other host.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { text } from "node:stream/consumers";
import { SCRIPT, TOLD, WITNESS } from "./witness.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

// The policy that the files promise to run under (docs/hosting.md).
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

// WebKit takes `'self'` for the origin of the document, which in the sandbox of a frame is none, and would keep from our pages
// their own script and styles: for the pages of frames the host is named besides.
const named = (origin) => POLICY.replaceAll("-src 'self'", `-src 'self' ${origin}`);

// In the sandbox of a frame a page is of no origin: even its own files are from elsewhere.
const OPEN = { "access-control-allow-origin": "*" };

const MOUNT = "/so-lieu/tong-ket/";

/**
 * Starts serving `folder`. To try what goes wrong, `change` may rewrite a page before it is sent, `before` is a script that
 * runs first in it, `policy` gives another policy, and `answer` tells of a path what comes instead: a `status`, a `type`, a
 * `body`, not before the journey lets it (`once`, a promise), only so many bytes before the connection breaks (`cut`), or before it says
 * nothing more (`hush`).
 * The result has the address of the page, the paths that were not found, what the witness told, and a way to stop.
 */
export async function serve(folder, { change = (html) => html, before = "", policy = (given) => given, answer = () => ({}) } = {}) {
  const missing = [];
  const told = [];
  const origin = () => `http://127.0.0.1:${server.address().port}`;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const inside = pathname.startsWith(MOUNT) ? decodeURIComponent(pathname.slice(MOUNT.length)) || "index.html" : null;
    const path = inside && normalize(inside);
    // A page in a folder finds the witness beside itself.
    const name = path?.split("/").pop();
    if (name === TOLD && request.method === "POST") {
      told.push(await text(request));
      return response.writeHead(204, OPEN).end();
    }
    if (name === SCRIPT) {
      return response.writeHead(200, { "content-type": TYPES[".js"], ...OPEN }).end(`${WITNESS};${before}`);
    }
    try {
      if (!path || path.startsWith("..") || path.startsWith(sep)) throw new Error("outside");
      const other = answer(path);
      const bytes = Buffer.from(other.body ?? (await readFile(join(folder, path))));
      const page = path.endsWith(".html") && other.body === undefined;
      const body = page ? change(bytes.toString("utf8").replace("<head>", `<head><script src="${SCRIPT}"></script>`), path) : bytes;
      await other.once;
      response.writeHead(other.status ?? 200, {
        "content-type": other.type ?? TYPES[extname(path)] ?? "application/octet-stream",
        "content-length": Buffer.byteLength(body),
        "cache-control": "no-store",
        ...OPEN,
        ...(page && { "content-security-policy": policy(path.startsWith("embed") ? named(origin()) : POLICY) }),
      });
      if (other.hush !== undefined) return response.write(body.subarray(0, other.hush));
      if (other.cut === undefined) return response.end(body);
      response.write(body.subarray(0, other.cut), () => response.destroy());
    } catch {
      missing.push(pathname);
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      response.end("404");
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    origin: origin(),
    page: origin() + MOUNT,
    missing,
    told,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
