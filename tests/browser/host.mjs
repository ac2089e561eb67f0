// A portal that embeds: a second server, which for a browser is another origin, with pages that a test makes. Each page
// keeps all messages that it gets (`heard`), with the frame that sent each.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";

const LISTEN = `
window.heard = [];
window.evil = 0;
addEventListener("message", ({ data, source }) => {
  const frames = [...document.querySelectorAll("iframe")];
  heard.push({ data, from: frames.findIndex((frame) => frame.contentWindow === source) });
});
window.of = (type, from = 0) => heard.filter((one) => one.data?.source === "tong-ket" && one.data.type === type && one.from === from).map((one) => one.data);
window.high = (selector = "iframe", root = document) => root.querySelector(selector).getBoundingClientRect().height;
`;

/** What a strict portal allows: its own files, and of the site `our` its frames and its scripts. */
const strict = (our) => `default-src 'none'; script-src 'self' ${our}; frame-src ${our}; style-src 'self'; connect-src 'self'; img-src 'self'`;

/** Starts a portal for the site at `our`. `pages` are bodies by name; scripts of packages lie below `/npm/`. */
export async function portal(our) {
  const pages = {};
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const send = (type, body, headers = {}) => response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store", ...headers }).end(body);
    const { body, scripts = "", csp = true } = pages[pathname.slice(1)] ?? {};
    try {
      if (pathname === "/listen.js") return send("text/javascript", LISTEN);
      if (pathname === "/favicon.ico") return response.writeHead(204).end();
      if (pathname.startsWith("/npm/")) return send("text/javascript", await readFile(new URL(`node_modules/${pathname.slice(5)}`, import.meta.url)));
      if (pathname.startsWith("/script/")) return send("text/javascript", pages[pathname.slice(8, -3)].scripts);
      if (body === undefined) throw new Error("no such page");
      const own = scripts && `<script src="/script${pathname}.js" defer></script>`;
      send("text/html", `<!doctype html><meta charset="utf-8"><title>Cổng</title><script src="/listen.js"></script>${body}${own}`, csp && { "content-security-policy": strict(our) });
    } catch {
      response.writeHead(404).end();
    }
  });
  // The site is at 127.0.0.1; of another name for the same machine the browser knows nothing.
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const origin = `http://localhost:${server.address().port}`;
  return { origin, pages, stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))) };
}
