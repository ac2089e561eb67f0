// For the pages of others: gives every frame of Tổng Kết the height of what it shows, and knows the element <tong-ket>, which
// makes such a frame by itself. It hears messages and sets heights; nothing in a message can do more. Loading it twice
// is the same as once.
(function () {
  const NAME = "tong-ket", ONCE = Symbol.for(NAME), script = document.currentScript;
  const KEYS = ["report", "view", "card", "sector", "area", "period", "lang", "theme", "accent", "pin"];
  if (window[ONCE]) return;
  window[ONCE] = 1;
  // Everything of ours lies where this script lies.
  const here = (script || document.querySelector("script[src*='embed.js']") || {}).src || location.href;
  const elements = new Set();

  const clamp = (px) => Math.min(6000, Math.max(80, Math.ceil(px)));
  const size = (frame, px) => {
    if (Number.isFinite(px) && px > 0) frame.style.height = clamp(px) + "px";
  };

  addEventListener("message", (event) => {
    const data = event.data;
    // A frame that is gone has no window, and neither has its message: two of these are not the same frame.
    if (!event.source || !data || data.source !== NAME || data.v !== 1) return;
    const sent = (frame) => frame && frame.contentWindow === event.source;
    for (const element of elements) if (sent(element._frame)) return element._hear(data);
    if (data.type !== "height") return;
    const frame = [...document.getElementsByTagName("iframe")].find(sent);
    if (frame) size(frame, data.px);
  });

  // A frame that was ready before this script came has told its height to nobody.
  const greet = () => {
    const folder = new URL(".", here).href;
    for (const frame of document.getElementsByTagName("iframe")) {
      if (frame.src.startsWith(folder)) frame.contentWindow.postMessage({ target: NAME, v: 1, type: "hello" }, "*");
    }
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", greet);
  else greet();

  class TongKet extends HTMLElement {
    static get observedAttributes() {
      return [...KEYS, "height", "title"];
    }

    connectedCallback() {
      if (!this._room) {
        this._room = document.createElement("div");
        this._room.append(document.createElement("slot"));
        this.attachShadow({ mode: "open" }).append(this._room);
      }
      elements.add(this);
      this._draw();
    }

    disconnectedCallback() {
      elements.delete(this);
    }

    attributeChangedCallback() {
      if (!this._frame || this._waits) return;
      // Several attributes that change together are one change.
      this._waits = Promise.resolve().then(() => {
        this._waits = null;
        if (this.isConnected) this._draw();
      });
    }

    /** A new frame for what the attributes say; until it is ready, what stands in the element is shown. */
    _draw() {
      const frame = document.createElement("iframe"), url = new URL("embed.html", here);
      for (const key of KEYS) if (this.getAttribute(key)) url.searchParams.set(key, this.getAttribute(key));
      const attributes = {
        title: this.title || "Tổng Kết",
        loading: "lazy",
        referrerpolicy: "no-referrer",
        sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads",
        allow: "web-share; clipboard-write; fullscreen",
        src: url.href,
      };
      for (const name in attributes) frame.setAttribute(name, attributes[name]);
      if (this._frame) this._frame.remove();
      this._frame = frame;
      // One by one: a policy may forbid the attribute, and does not forbid this.
      Object.assign(frame.style, { width: "100%", border: "0", height: clamp(+this.getAttribute("height") || 420) + "px" });
      Object.assign(this._room.style, { position: "relative", minHeight: frame.style.height });
      this._show(false);
      this._room.append(frame);
    }

    /** The frame, or what stands in the element. The frame keeps its place and its width, else it would never load. */
    _show(ready) {
      Object.assign(this._frame.style, ready ? { position: "static", visibility: "" } : { position: "absolute", top: "0", left: "0", visibility: "hidden" });
      this._room.firstChild.style.display = ready ? "none" : "contents";
      if (ready) this._room.style.minHeight = "";
    }

    _hear(data) {
      if (data.type === "height") size(this._frame, data.px);
      if (data.type === "ready") this._show(true);
      if (data.type === "error") {
        // An element with nothing in it shows what the frame says of the error.
        this._show(!this.children.length && !this.textContent.trim());
        this._room.style.minHeight = "";
      }
    }
  }

  let name = NAME;
  for (let turn = 1; customElements.get(name); turn++) name = NAME + "-" + turn;
  customElements.define(name, TongKet);
  // Where another has taken the name, the page finds ours here.
  if (script) script.setAttribute("data-element", name);
})();
