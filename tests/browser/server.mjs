// A static server for the built site, on this machine only.
//
// It serves below a path, as a portal would, so that a link from the root of the host is found out. It knows no rewrite
// rules: what is not a file is a 404, and every 404 is kept for the test to fail on. The page gets a witness (witness.mjs)
// and a policy that forbids every other host.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { text } from "node:stream/consumers";
import { TOLD, WITNESS } from "./witness.mjs";

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

// As strict as the page bears: the loader that Trunk writes into it is an inline script.
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

const MOUNT = "/so-lieu/tong-ket/";

/**
 * Starts serving `folder`. `change` may rewrite the page before it is sent, to try a page that is broken.
 * The result has the address of the page, the paths that were not found, what the witness told, and a way to stop.
 */
export async function serve(folder, { change = (html) => html } = {}) {
  const missing = [];
  const told = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const inside = pathname.startsWith(MOUNT) ? decodeURIComponent(pathname.slice(MOUNT.length)) || "index.html" : null;
    const path = inside && normalize(inside);
    if (path === TOLD && request.method === "POST") {
      told.push(await text(request));
      return response.writeHead(204).end();
    }
    try {
      if (!path || path.startsWith("..") || path.startsWith(sep)) throw new Error("outside");
      const bytes = await readFile(join(folder, path));
      const page = path === "index.html";
      const body = page ? change(bytes.toString("utf8").replace("<head>", `<head>${WITNESS}`)) : bytes;
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "cache-control": "no-store",
        ...(page && { "content-security-policy": POLICY }),
      });
      response.end(body);
    } catch {
      missing.push(pathname);
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      response.end("404");
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    page: origin + MOUNT,
    missing,
    told,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
