// Starts the app in a page that can be read already. In the language of 2009, so that an old browser gets past it. Looks
// whether the browser can run the app before it loads it, tells of progress, tries once more, and whatever fails leaves the
// page as it stands, with one sentence and a code.
(function () {
  var script = document.currentScript, root = document.documentElement, single = root.hasAttribute("data-single");
  // What a module of today's Rust asks of a browser: tables of references, bulk memory, several results, sign extension,
  // conversions that do not trap.
  var PROBE = "AGFzbQEAAAABBgFgAAJ/fgMCAQAEBAFvAAEFAwEAAQYGAX8BQQALBwUBAWcDAAocARoAQQBBAEEA/AoAAEQAAAAAAAAAAPwCwEIACw==";
  var STALL = 20000, PATIENCE = 1000;
  var blocked, failed, before, moved, bar;

  function language() {
    var lang = root.lang;
    try { lang = localStorage.getItem("lang") || lang; } catch (refused) { /* No storage: the page's own language. */ }
    return lang === "en" ? 1 : 0;
  }

  /** A sentence of the page's own list, in the reader's language. */
  function say(code) {
    return JSON.parse(document.getElementById("tongket-says").textContent)[code][language()];
  }

  function notice(sentence, name, act) {
    var place = document.getElementById("notice"), button;
    if (!place) return;
    place.textContent = sentence + " ";
    if (name) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "action";
      button.textContent = name;
      button.onclick = act;
      place.appendChild(button);
    }
    place.hidden = false;
  }

  function reload() {
    // Past every cache that would give the old page again.
    location.replace(location.pathname + "?moi=" + Date.now() + location.hash);
  }

  function fail(code) {
    if (failed || !code) return;
    // A quick failure comes before the page that is to say it.
    if (document.readyState === "loading") return whenThere(function () { fail(code); });
    var now = document.getElementById("app");
    failed = true;
    progress(1);
    if (code === "stale-build" && !/[?&]moi=/.test(location.search) && location.protocol !== "file:") return reload();
    root.setAttribute("data-failed", code);
    // A start that broke off has emptied the page: what stood there comes back.
    if (before && now !== before && !root.hasAttribute("data-ready")) now.parentNode.replaceChild(before, now);
    notice(say(code) + " " + say("still") + " (" + code + ")", /network|stale/.test(code) && say("again"), reload);
  }

  /** The part of the way, from 0 to 1. */
  function progress(part) {
    if (part >= 1 || failed) {
      if (bar) bar.parentNode.removeChild(bar);
      bar = null;
      return;
    }
    if (!bar) return;
    bar.value = part;
  }

  function showProgress() {
    if (failed || root.hasAttribute("data-ready")) return;
    bar = document.createElement("progress");
    bar.className = "boot-progress";
    bar.setAttribute("aria-label", say("loading"));
    document.body.appendChild(bar);
  }

  function bytesOf(base64) {
    var text = atob(base64), bytes = new Uint8Array(text.length), i;
    for (i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }

  function able() {
    try {
      return "noModule" in script && WebAssembly.validate(bytesOf(PROBE)) && !!fetch && !!ReadableStream && !!AbortController;
    } catch (missing) {
      return false;
    }
  }

  function codeOf(error) {
    if (blocked || /content security|unsafe-eval|\bcsp\b/i.test(String(error))) return "csp";
    return error && typeof error.code === "string" ? error.code : "network";
  }

  function problem(code) {
    var error = new Error(code);
    error.code = code;
    return error;
  }

  function append(name, kind) {
    var element = document.createElement("script");
    element.type = kind;
    element.src = beside(name);
    document.head.appendChild(element);
    return element;
  }

  function loadApp() {
    return new Promise(function (resolve, reject) {
      var element = append("data-app", "");
      element.onload = function () {
        // A page that says "not found" where the script should be runs as no script.
        if (typeof wasm_bindgen === "undefined") reject(problem("mime"));
        else resolve();
      };
      element.onerror = function () { reject(problem("network")); };
    });
  }

  function loadModule(url, size) {
    var control = new AbortController(), timer, got = 0;
    function alive() {
      clearTimeout(timer);
      timer = setTimeout(function () { control.abort(); }, STALL);
    }
    alive();
    return fetch(url, { signal: control.signal }).then(function (response) {
      if (!response.ok) throw problem("network");
      if (/text\/html/.test(response.headers.get("content-type"))) throw problem("mime");
      var reader = response.body.getReader();
      // Told as wasm whatever the server calls it, and compiled while it comes.
      var told = new Response(new ReadableStream({
        pull: function (stream) {
          return reader.read().then(function (part) {
            alive();
            if (part.done) return stream.close();
            got += part.value.length;
            progress(got / size * 0.99);
            stream.enqueue(part.value);
          });
        }
      }), { headers: { "Content-Type": "application/wasm" } });
      return WebAssembly.compileStreaming ? WebAssembly.compileStreaming(told) : told.arrayBuffer().then(WebAssembly.compile);
    }).then(function (module) {
      clearTimeout(timer);
      return module;
    }, function (error) {
      clearTimeout(timer);
      throw error;
    });
  }

  function twice(load) {
    return load().then(null, function (error) {
      if (codeOf(error) !== "network") throw error;
      return new Promise(function (resolve) { setTimeout(resolve, 1000); }).then(load);
    });
  }

  function load() {
    var inside = document.getElementById("tongket-wasm");
    setTimeout(function () { whenThere(showProgress); }, PATIENCE);
    var read = new Promise(whenThere), parts;
    if (inside) {
      parts = [WebAssembly.compile(bytesOf(inside.textContent)), read];
    } else {
      // What is small and needed late goes behind what the first paint waits for.
      parts = [
        twice(function () { return loadModule(beside("data-wasm"), +script.getAttribute("data-size")); }),
        twice(function () { return read.then(loadApp); })
      ];
      // What saves charts: nothing waits for it, and nothing can be saved before the app is there.
      read.then(function () { append("data-save", "module"); });
    }
    Promise.all(parts).then(function (all) {
      whenFree(function () { start(all[0]); });
    }).then(null, function (error) { fail(codeOf(error)); });
  }

  /** A file of the site: they lie where this script lies. */
  function beside(name) {
    return new URL(script.getAttribute(name), script.src).href;
  }

  function whenThere(go) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", go);
    else go();
  }

  /** Has what stands below the first screen laid out while the wire is waited for: a part at a time, each behind a frame.
      Not what a quick reader has above them already: not every browser would keep their place. */
  function lay() {
    requestAnimationFrame(function () {
      setTimeout(function () {
        var parts = document.querySelectorAll("#main > .part ~ .part:not([data-laid])"), i = 0;
        while (parts[i] && parts[i].getBoundingClientRect().top < 0) i++;
        if (!parts[i]) return;
        parts[i].setAttribute("data-laid", "");
        lay();
      });
    });
  }

  /** Calls when nobody would lose the place that they read at. */
  function whenFree(go) {
    function there() {
      var rest = document.getElementById("rest");
      return moved && rest && rest.getBoundingClientRect().top < innerHeight / 2;
    }
    if (!there()) return go();
    progress(1);
    function free(event) {
      if (event.type === "scroll" && there()) return;
      removeEventListener("scroll", free);
      removeEventListener("hashchange", free);
      go();
    }
    addEventListener("scroll", free);
    addEventListener("hashchange", free);
  }

  function start(module) {
    before = document.getElementById("app");
    wasm_bindgen({ module_or_path: module }).then(null, function (error) {
      fail(codeOf(error) === "csp" ? "csp" : root.getAttribute("data-failed") || "panic");
    });
  }

  // The app says when it is in charge; it and what feeds it leave a code when they stop.
  new MutationObserver(function () {
    var rest = document.getElementById("rest");
    if (root.hasAttribute("data-ready")) {
      progress(1);
      // What it holds is in the app now.
      if (rest) rest.parentNode.removeChild(rest);
    }
    fail(root.getAttribute("data-failed"));
  }).observe(root, { attributeFilter: ["data-ready", "data-failed"] });
  document.addEventListener("securitypolicyviolation", function (event) {
    // A policy of the host or of an extension; what it took from other scripts is not ours.
    if (/script-src|connect-src|default-src/.test(event.violatedDirective)) blocked = true;
  });
  // A panic is a trap of the wasm, in whatever called it.
  ["error", "unhandledrejection"].forEach(function (name) {
    addEventListener(name, function (event) {
      if (String(event.error || event.reason).indexOf("RuntimeError") === 0) fail("panic");
    });
  });
  ["wheel", "touchmove", "keydown"].forEach(function (name) {
    addEventListener(name, function () { moved = true; }, { passive: true });
  });

  whenThere(lay);
  if (script.hasAttribute("data-offline") && "serviceWorker" in navigator && location.protocol !== "file:") {
    navigator.serviceWorker.register(beside("data-offline")).then(null, function () { /* It works without. */ });
  }
  if (!able()) return whenThere(function () { fail("old-browser"); });
  if (location.protocol === "file:" && !single) return whenThere(function () { fail("file-url"); });
  if (navigator.connection && navigator.connection.saveData && !single) {
    return whenThere(function () {
      notice("", say("ask"), function () {
        document.getElementById("notice").hidden = true;
        load();
      });
    });
  }
  load();
})();
