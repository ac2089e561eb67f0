// The promises, asked of a server that runs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { BUILT, address, some } from "./folder.mjs";
import { ALWAYS, HIDDEN, broken, promised } from "./promises.mjs";
import { MOUNT } from "./servers.mjs";

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };
const ENDING = { br: ".br", gzip: ".gz" };
const MISSING = ["app-ffffffffffffffff_bg.wasm", "app-ffffffffffffffff.js", "data/khong-co.json", "bao-cao/khong-co.html"];

/** Tries every promise on the host that `start` starts, or says loudly that it was not tried. */
export function keeps(name, start) {
  describe(`${name} serves ${BUILT ? "the built site" : "a made-up site"}`, async () => {
    let host;
    before(async () => {
      host = await start();
      if (typeof host === "string") console.error(`NOT TRIED on ${name}: ${host}.`);
      else if (!host.packs.includes("br")) console.error(`NOT TRIED on ${name}: brotli, whose module is not there.`);
    });
    after(() => host?.stop?.());

    const agent = new Agent({ keepAlive: true });
    after(() => agent.destroy());
    const ask = (path, { method = "GET", ...headers } = {}) =>
      new Promise((resolve, reject) => {
        const asked = request(host.origin + path, { method, headers, agent });
        asked.once("error", reject).once("response", async (answer) => {
          // Both values, where a header came twice: Node keeps only the first of some.
          const headers = {};
          for (const [name, values] of Object.entries(answer.headersDistinct)) headers[name] = values.join(", ");
          resolve({ status: answer.statusCode, headers, body: await buffer(answer) });
        });
        asked.end();
      });
    const get = (path, headers) => ask(MOUNT + address(path), headers);
    const varies = (headers) => /(^|[\s,])accept-encoding($|[\s,])/i.test(headers.vary ?? "");
    const file = (path) => readFile(join(host.folder, path));

    const promise = (sentence, body) =>
      test(sentence, async (context) => {
        if (typeof host === "string") return context.skip(`NOT TRIED: ${host}`);
        await body(context);
      });
    const each = async (paths, body) => {
      const wrong = [];
      for (const path of paths) wrong.push(...((await body(path)) ?? []));
      assert.equal(wrong.join("\n"), "");
    };

    promise("the portal around it is as bad as portals are", async () => {
      const answer = await ask("/mot-trang-khong-co");
      assert.equal(answer.status, 200, "an address that does not exist gets the home page");
      assert.equal(answer.body.toString(), host.portal);
      assert.equal(answer.headers["x-frame-options"]?.split(", ")[0], "SAMEORIGIN");
    });

    promise("every kind of file comes whole, with its type, its policy and how long to keep it", async () => {
      await each(some(host.paths), async (path) => {
        const answer = await get(path);
        if (answer.status !== 200) return [`${path}: ${answer.status}`];
        const wrong = broken(path, answer.headers, { host: new URL(host.origin).host });
        if (answer.headers["content-encoding"]) wrong.push(`${path}: compressed, and nobody asked for it`);
        if (!answer.body.equals(await file(path))) wrong.push(`${path}: other bytes than those of the file`);
        return wrong;
      });
    });

    promise("what lies compressed is sent as it lies, as what it is, and says that answers vary", async () => {
      await each(some(host.paths).filter((path) => promised(path).packed), async (path) => {
        const wrong = [];
        const bytes = await file(path);
        if (!varies((await get(path)).headers)) wrong.push(`${path}: plain, no Vary: Accept-Encoding`);
        // What a browser asks for, then each by itself.
        for (const accepted of ["gzip, deflate, br, zstd", ...host.packs]) {
          const pack = host.packs.find((pack) => accepted.includes(pack));
          const { status, headers, body } = await get(path, { "accept-encoding": accepted });
          const told = headers["content-encoding"];
          if (status !== 200 || told !== pack) {
            wrong.push(`${path}: asked for ${accepted}, got ${status} ${told ?? "plain"}`);
            continue;
          }
          if (!body.equals(await file(path + ENDING[pack]))) wrong.push(`${path}: ${pack} made on the fly, not the file beside it`);
          if (!UNPACK[pack](body).equals(bytes)) wrong.push(`${path}: ${pack} holds other bytes: stale`);
          if (!varies(headers)) wrong.push(`${path}: ${pack} without Vary: Accept-Encoding`);
          wrong.push(...broken(path, headers, { host: new URL(host.origin).host }).map((sentence) => `${pack}: ${sentence}`));
        }
        return wrong;
      });
    });

    promise("what is refused is not sent", async () => {
      const { headers } = await get("index.html", { "accept-encoding": "br;q=0, gzip;q=0, identity" });
      assert.equal(headers["content-encoding"], undefined);
      const second = await get("index.html", { "accept-encoding": "br;q=0, gzip;q=0.5" });
      assert.equal(second.headers["content-encoding"], "gzip");
    });

    promise("a proxy in front is no reason to send it plain", async () => {
      const { headers } = await get("index.html", { "accept-encoding": "gzip", via: "1.1 proxy.example" });
      assert.equal(headers["content-encoding"], "gzip");
      // What an nginx in front speaks by default; Node speaks it no more.
      const { hostname, port } = new URL(host.origin);
      const socket = connect(port, hostname);
      socket.write(`GET ${MOUNT}index.html HTTP/1.0\r\nHost: ${hostname}\r\nAccept-Encoding: gzip\r\n\r\n`);
      assert.match((await buffer(socket)).toString("latin1").split("\r\n\r\n")[0], /^content-encoding: gzip$/im);
    });

    promise("HEAD tells what GET tells, without the bytes", async () => {
      await each(some(host.paths, 1), async (path) => {
        for (const accepted of ["identity", ...(promised(path).packed ? host.packs : [])]) {
          const [head, full] = [await get(path, { method: "HEAD", "accept-encoding": accepted }), await get(path, { "accept-encoding": accepted })];
          assert.equal(head.body.length, 0);
          for (const { headers } of [head, full]) for (const name of ["date", "keep-alive", "connection"]) delete headers[name];
          assert.deepEqual([head.status, head.headers], [full.status, full.headers], path);
          assert.equal(Number(head.headers["content-length"]), full.body.length, path);
        }
      });
    });

    promise("what is the same is not sent again, and each encoding has a mark of its own", async () => {
      await each(some(host.paths, 1), async (path) => {
        const marks = new Set();
        const encodings = ["identity", ...(promised(path).packed ? host.packs : [])];
        for (const accepted of encodings) {
          const { headers } = await get(path, { "accept-encoding": accepted });
          assert.ok(headers.etag, `${path}: no ETag`);
          marks.add(headers.etag);
          const again = await get(path, { "accept-encoding": accepted, "if-none-match": headers.etag });
          assert.deepEqual([again.status, again.body.length], [304, 0], `${path} as ${accepted}`);
          assert.equal(again.headers["cache-control"], headers["cache-control"], `${path}: kept for another time after a 304`);
          const other = await get(path, { "accept-encoding": accepted, "if-none-match": '"of another day"' });
          assert.equal(other.status, 200);
        }
        assert.equal(marks.size, encodings.length, `${path}: two encodings with one ETag`);
      });
    });

    promise("what is missing is a 404, never a page, and is not kept", async () => {
      const home = await file("index.html");
      for (const path of MISSING) {
        for (const accepted of ["identity", "gzip, br"]) {
          const { status, headers, body } = await get(path, { "accept-encoding": accepted });
          assert.equal(status, 404, path);
          assert.ok(!body.equals(home) && body.toString() !== host.portal, `${path}: a page instead of what is missing`);
          assert.doesNotMatch(headers["cache-control"] ?? "", /immutable|max-age=[1-9]/, `${path}: a 404 that is kept`);
          for (const [name, value] of Object.entries(ALWAYS)) assert.equal(headers[name], value, `${path}: ${name}`);
        }
      }
    });

    promise("what lies there for hosts is nobody's to read", async () => {
      for (const path of HIDDEN) {
        const { status, body } = await get(path);
        assert.ok(status === 404 || status === 403, `${path}: ${status} ${body.subarray(0, 60)}`);
      }
    });

    promise("the folder is its page, with or without the slash, and lists nothing", async () => {
      const page = await ask(MOUNT, { "accept-encoding": "identity" });
      assert.deepEqual([page.status, broken("index.html", page.headers, { host: new URL(host.origin).host })], [200, []]);
      assert.ok(page.body.equals(await file("index.html")));
      const packed = await ask(MOUNT, { "accept-encoding": "gzip" });
      assert.equal(packed.headers["content-encoding"], "gzip");
      assert.ok(gunzipSync(packed.body).equals(page.body));
      const bare = await ask(`${MOUNT.slice(0, -1)}?view=cards`);
      assert.equal(bare.status, 301);
      assert.equal(new URL(bare.headers.location, host.origin).href, `${host.origin}${MOUNT}?view=cards`);
      // Behind a proxy the server's own port is nobody's business.
      const { headers } = await ask(MOUNT.slice(0, -1), { host: "portal.example" });
      assert.equal(new URL(headers.location, "http://portal.example").href, `http://portal.example${MOUNT}`);
      const inner = await ask(`${MOUNT}data/`);
      assert.ok(inner.status === 404 || inner.status === 403, `data/: ${inner.status}`);
    });

    promise("a query changes nothing", async () => {
      const { status, headers, body } = await ask(`${MOUNT}embed.html?report=x&view=cards&lang=vi`);
      assert.deepEqual([status, broken("embed.html", headers, { host: new URL(host.origin).host })], [200, []]);
      assert.ok(body.equals(await file("embed.html")));
    });
  });
}
