// The dialog that makes the code for another site: loaded when somebody first asks for it, at a button `[data-embed]` that
// names a report. The preview is no frame, which the page's policy forbids: it is the part of `embed.html` that would be
// shown, with its styles, in a shadow root as wide as a phone.

const BASE = new URL(".", import.meta.url).href;
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
const ALLOW = "web-share; clipboard-write; fullscreen";
/** Widths of columns that a portal may have; and a height for whoever wants a frame that scrolls. */
const WIDTHS = [320, 480, 768];
const COMPACT = 420;

/** Vietnamese and English. */
const WORDS = {
  title: ["Nhúng báo cáo vào trang khác", "Embed this report elsewhere"],
  close: ["Đóng", "Close"],
  view: ["Phần hiển thị", "What is shown"],
  cards: ["Số liệu nổi bật", "Headline figures"],
  chart: ["Biểu đồ tăng, giảm", "Chart of growth and decline"],
  timeline: ["Dòng thời gian", "Timeline"],
  "task-list": ["Nhiệm vụ", "Tasks"],
  report: ["Cả báo cáo", "The whole report"],
  lang: ["Ngôn ngữ", "Language"],
  vi: ["Tiếng Việt", "Vietnamese"],
  en: ["Tiếng Anh", "English"],
  theme: ["Giao diện", "Theme"],
  auto: ["Theo máy người đọc", "As the reader's device"],
  light: ["Sáng", "Light"],
  dark: ["Tối", "Dark"],
  height: ["Chiều cao", "Height"],
  compact: ["Gọn, cuộn bên trong", "Compact, scrolls inside"],
  column: ["Vừa cột rộng", "Fits a column of"],
  pin: ["Khi số liệu thay đổi", "When the data changes"],
  live: ["Hiện số liệu mới", "Show the new data"],
  pinned: ["Hiện số liệu mới, kèm thông báo", "Show it, with a notice"],
  tier: ["Cách nhúng", "Way of embedding"],
  frame: ["Khung iframe, không cần script", "A frame, no script needed"],
  script: ["Khung iframe tự chỉnh chiều cao", "A frame that takes its height"],
  element: ["Thẻ <tong-ket>, có nội dung dự phòng", "The element <tong-ket>, with a fallback"],
  code: ["Mã để dán", "The code to paste"],
  copy: ["Chép mã", "Copy the code"],
  copied: ["Đã chép", "Copied"],
  refused: ["Trình duyệt không cho chép; mã đã được chọn sẵn.", "The browser does not allow copying; the code is selected."],
  preview: ["Xem trước, rộng 320 px", "Preview, 320 px wide"],
  nothing: ["Chưa tải được phần xem trước; mã vẫn dùng được.", "The preview could not be loaded; the code works all the same."],
};

/** An element with attributes (or listeners) and content. */
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
const attributes = (all) => Object.entries(all).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join("");

/** The code of a choice. */
function codeOf({ report, title, view, lang, theme, pin, height, tier }) {
  const asked = { report, view, lang, theme, ...(pin === "pinned" && { pin: new Date().toISOString().slice(0, 10) }) };
  const script = `<script async src="${escaped(BASE)}embed.js"></script>`;
  if (tier === "element") {
    const link = `<a href="${escaped(`${BASE}index.html#/bao-cao/${encodeURIComponent(report)}`)}">${escaped(title)}</a>`;
    return `${script}\n<tong-ket${attributes({ ...asked, title, height })}>${link}</tong-ket>`;
  }
  const frame = `<iframe${attributes({
    src: `${BASE}embed.html?${new URLSearchParams(asked)}`,
    title,
    loading: "lazy",
    referrerpolicy: "no-referrer",
    sandbox: SANDBOX,
    allow: ALLOW,
    style: `width:100%;border:0;height:${height}px`,
  })}></iframe>`;
  return tier === "script" ? `${frame}\n${script}` : frame;
}

/** The article of a report, from the page that a frame would load. */
async function articleOf(report, lang) {
  let page = await pageOf(`embed${lang === "en" ? ".en" : ""}.html`);
  const find = (kind) => [...page.querySelectorAll(`[data-${kind}]`)].find((one) => one.dataset[kind] === report);
  // Of many reports each has a page of its own.
  if (find("place")) page = await pageOf(find("place").getAttribute("href"));
  return document.importNode(find("report"), true);
}

async function pageOf(path) {
  const answer = await fetch(new URL(path, BASE));
  if (!answer.ok) throw new Error(path);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Opens the dialog for the report of a button. */
export function open(button) {
  const language = document.documentElement.lang === "en" ? 1 : 0;
  const t = (name) => WORDS[name][language];
  const report = button.dataset.embed;
  const chosen = { report, title: report, height: COMPACT };
  const code = make("textarea", { readonly: "", rows: 6, spellcheck: "false", "aria-label": t("code") });
  const said = make("output", { class: "embed-dialog__said" });
  const place = make("div", { class: "embed-dialog__place" });
  const shadow = place.attachShadow({ mode: "open" });
  const link = make("link", { rel: "stylesheet", href: document.querySelector("link[rel=stylesheet]").href });
  const styled = new Promise((done) => (link.onload = link.onerror = done));
  shadow.append(link);

  const choice = (name, options, change) => {
    const select = make("select", { name, change: () => ((chosen[name] = select.value), change()) });
    select.append(...options.map((option) => make("option", { value: option }, t(option))));
    chosen[name] = select.value = options[name === "lang" ? language : 0];
    return make("label", { class: "embed-dialog__choice" }, make("span", {}, t(name)), select);
  };
  const write = () => {
    code.value = codeOf(chosen);
    said.value = "";
  };
  const heights = make("select", { name: "height", change: () => ((chosen.height = heights.value), write()) });
  const draw = async () => {
    const { view, lang, theme } = chosen;
    let box;
    try {
      const article = await articleOf(report, lang);
      const dark = theme === "auto" ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
      for (const part of article.querySelectorAll("[data-view]")) part.hidden = view !== "report" && part.dataset.view !== view;
      chosen.title = article.querySelector(".embed__title").textContent.trim();
      box = make("div", { class: "embed", lang, "data-theme": dark ? "dark" : "light" }, article);
    } catch {
      box = make("p", {}, t("nothing"));
    }
    await styled;
    // Another choice may have come meanwhile: its preview is the one to keep.
    if (view !== chosen.view || lang !== chosen.lang || theme !== chosen.theme) return;
    // The styles stay where they are: moved, they would be loaded anew, and what is measured would have none.
    if (link.nextSibling) link.nextSibling.remove();
    link.after(box);
    const measured = WIDTHS.map((width) => {
      place.style.width = `${width}px`;
      return [`${t("column")} ${width} px`, Math.min(6000, Math.max(80, Math.ceil(box.getBoundingClientRect().height)))];
    });
    place.style.width = "";
    const at = Math.max(0, heights.selectedIndex);
    const options = [[t("compact"), COMPACT], ...measured];
    heights.replaceChildren(...options.map(([words, px]) => make("option", { value: px }, `${words}: ${px} px`)));
    heights.selectedIndex = at;
    chosen.height = heights.value;
    write();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.value);
      said.value = t("copied");
    } catch {
      code.select();
      said.value = t("refused");
    }
  };

  const dialog = make(
    "dialog",
    {
      class: "embed-dialog",
      "aria-label": t("title"),
      close: () => {
        dialog.remove();
        // The page may have drawn the button anew.
        (button.isConnected ? button : document.querySelector("[data-embed]"))?.focus();
      },
    },
    make(
      "header",
      {},
      make("h2", {}, t("title")),
      make("button", { type: "button", class: "action", "aria-label": t("close"), click: () => dialog.close() }, "✕"),
    ),
    make(
      "div",
      { class: "embed-dialog__choices" },
      choice("view", ["cards", "chart", "timeline", "task-list", "report"], draw),
      choice("lang", ["vi", "en"], draw),
      choice("theme", ["auto", "light", "dark"], draw),
      choice("pin", ["live", "pinned"], write),
      choice("tier", ["frame", "script", "element"], write),
      make("label", { class: "embed-dialog__choice" }, make("span", {}, t("height")), heights),
      make("p", { class: "embed-dialog__name" }, t("code")),
      code,
      make("p", { class: "embed-dialog__copy" }, make("button", { type: "button", class: "action", click: copy }, t("copy")), " ", said),
    ),
    make("section", { class: "embed-dialog__preview", "aria-label": t("preview") }, make("p", { class: "embed-dialog__name" }, t("preview")), place),
  );
  // A browser without dialogs shows the frame's own page.
  if (!dialog.showModal) return location.assign(`${BASE}embed.html?report=${encodeURIComponent(report)}`);
  document.body.append(dialog);
  write();
  dialog.showModal();
  draw();
}
