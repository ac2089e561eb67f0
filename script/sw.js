// Keeps one generation of the site for readers without a connection. Its first line, written with the site, tells the
// generation and its files. All files of a generation are fetched before it is used, and one generation serves a page whole:
// the next takes over when no page of this one is open any more.

/* global GENERATION, FILES */

const PREFIX = `tongket ${registration.scope} `;
const NAME = PREFIX + GENERATION;

addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(NAME);
    await Promise.all(
      FILES.map(async (path) => {
        const response = await fetch(new Request(path, { cache: "reload" }));
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        // A host that sent us round a corner would have its answer refused for a page.
        await cache.put(path, new Response(await response.blob(), { headers: response.headers }));
      }),
    );
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const clear = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)));
  };
  event.waitUntil(clear());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const answer = async () => {
    const url = new URL(request.url);
    const path = url.href === registration.scope || url.pathname.endsWith("/") ? new URL("index.html", url).href : url.href;
    const cache = await caches.open(NAME);
    return (await cache.match(path, { ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answer());
});
