"use strict";
// The host app: log in as a sample citizen, open a service, read messages. In mode "frame" a service opens inside the phone,
// in mode "page" it takes the whole window, as in a real phone.

const mode = document.body.dataset.mode;
const app = document.getElementById("app");
const people = document.getElementById("people");

/** What is shown. `persona` is "package/id" and lives in the address, so that going back finds the same citizen. */
const state = { catalog: null, persona: "", elder: false, service: null, messages: [], seen: 0, notice: "" };

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

async function call(path, body) {
  const answer = await fetch(path, body && {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.message);
  return said;
}

function everybody() {
  return state.catalog.packages.flatMap(service =>
    service.personas.map(persona => ({ ...persona, key: `${service.id}/${persona.id}`, service })));
}

function citizen() {
  return everybody().find(persona => persona.key === state.persona) ?? null;
}

function readAddress() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  state.persona = wanted.get("persona") ?? "";
  state.elder = wanted.get("elder") === "1";
}

function writeAddress() {
  const wanted = new URLSearchParams();
  if (state.persona) wanted.set("persona", state.persona);
  if (state.elder) wanted.set("elder", "1");
  history.replaceState(history.state, "", `#${wanted}`);
}

function logIn(key) {
  closeService();
  Object.assign(state, { persona: key, messages: [], seen: 0, notice: "" });
  writeAddress();
  show();
  lookForMessages();
}

async function open(request, title) {
  try {
    const { url } = await call("/host/api/access-link", { persona: state.persona, elder: state.elder, ...request });
    if (mode === "page") {
      location.href = url;
      return;
    }
    state.notice = "";
    // One entry of the history for the service: going back from its first page comes back here, see popstate below.
    if (!state.service) history.pushState({ service: true }, "", location.hash);
    state.service = { url, title };
  } catch (problem) {
    state.notice = problem.message;
  }
  show();
}

function closeService() {
  if (state.service) {
    state.service = null;
    history.pushState(null, "", location.hash);
  }
}

addEventListener("popstate", event => {
  if (state.service && !event.state?.service) {
    state.service = null;
    show();
  }
});

addEventListener("message", event => {
  const frame = app.querySelector("iframe");
  if (!frame || event.source !== frame.contentWindow || event.origin !== new URL(state.catalog.onego).origin) return;
  if (event.data?.type === "onego:title") {
    state.service.title = String(event.data.title);
    app.querySelector(".bar h2").textContent = state.service.title;
  } else if (event.data?.type === "onego:close") {
    closeService();
    show();
  }
});

async function lookForMessages() {
  const persona = state.persona;
  if (!persona) return;
  try {
    const messages = await call(`/host/api/messages?persona=${encodeURIComponent(persona)}`);
    if (persona !== state.persona) return;
    const newest = messages[0]?.id ?? 0;
    const known = state.messages[0]?.id ?? 0;
    state.messages = messages;
    if (newest > known) {
      if (state.service) showToast(messages[0]);
      else show();
    }
  } catch {
    // The simulators are being restarted; the next round finds them.
  }
}
setInterval(lookForMessages, 2000);

// What staff were told, beside the phone: it opens the desk, where a clerk logs in.
const staff = document.getElementById("staff");
async function lookForStaffMessages() {
  try {
    const messages = await call("/host/api/staff-messages");
    staff.replaceChildren(...(messages.length ? messages.slice(0, 8).map(message =>
      element("a", { class: "message", href: message.url, target: "_blank", rel: "noopener" },
        element("b", {}, message.to.replace(/\/$/, "").replace("/", " · ")), element("p", {}, message.text)))
      : [element("p", { class: "empty" }, "还没有提醒。")]));
  } catch {
    // As above.
  }
}
if (staff) setInterval(lookForStaffMessages, 2000);

function openMessage(message) {
  state.seen = Math.max(state.seen, message.id);
  if (message.url) open({ url: message.url }, message.title);
  else show();
}

function showToast(message) {
  app.querySelector(".toast")?.remove();
  const toast = element("button", { class: "toast", onclick: () => { toast.remove(); openMessage(message); } },
    element("b", {}, message.title), message.text);
  app.append(toast);
  setTimeout(() => toast.remove(), 8000);
}

function personButton(persona) {
  return element("button", { class: "person", "aria-pressed": String(persona.key === state.persona), "data-persona": persona.key, onclick: () => logIn(persona.key) },
    element("span", { class: "face", "aria-hidden": "true" }, persona.name.slice(0, 1)),
    element("b", {}, persona.name),
    element("small", {}, persona.title));
}

function personLists() {
  return state.catalog.packages.filter(service => service.personas.length).map(service =>
    element("div", {}, element("h2", {}, service.title),
      element("div", { class: "list" }, ...service.personas.map(persona =>
        personButton({ ...persona, key: `${service.id}/${persona.id}` })))));
}

function logInScreen() {
  const lists = personLists();
  return element("div", { class: "home" },
    element("header", { class: "hero" }, element("p", { class: "app-name" }, "冀时办（模拟）"), element("h1", {}, "请登录")),
    element("div", { class: "panel" },
      lists.length ? element("h2", {}, "以哪位样例市民登录？") : element("p", {}, "服务包里还没有样例市民（personas/*.yaml）。"),
      mode === "page" ? element("div", { class: "people" }, ...lists)
        : lists.length ? element("p", { class: "empty" }, "请在左边选择。") : null));
}

function homeScreen(me) {
  return element("div", { class: "home" },
    element("header", { class: "hero" },
      element("p", { class: "app-name" }, "冀时办（模拟）"),
      element("div", { class: "line" },
        element("span", { class: "face", "aria-hidden": "true" }, me.name.slice(0, 1)),
        element("div", { class: "who" }, element("b", {}, me.name), element("span", {}, me.mobile || me.idNo)),
        element("button", { class: "switch", role: "switch", "aria-checked": String(state.elder), onclick: () => {
          state.elder = !state.elder;
          writeAddress();
          show();
        } }, "关怀版"))),
    element("section", { class: "panel" },
      element("h2", {}, "一件事一次办"),
      state.notice ? element("p", { class: "notice", role: "alert" }, state.notice) : null,
      element("div", { class: "tiles" }, ...state.catalog.packages.map(service =>
        element("button", { class: "tile", "data-package": service.id, title: service.summary, onclick: () => open({ package: service.id }, service.shortTitle) },
          element("span", { class: "icon", "aria-hidden": "true" }, service.shortTitle.slice(0, 1)), service.shortTitle)))),
    element("section", { class: "panel", "aria-live": "polite" },
      element("h2", {}, "消息"),
      ...(state.messages.length ? state.messages.map(messageRow) : [element("p", { class: "empty" }, "还没有消息。")])),
    mode === "page" ? element("section", { class: "panel" },
      element("button", { class: "button second", onclick: () => logIn("") }, "换一个人登录")) : null);
}

function messageRow(message) {
  const at = new Date(message.at).toLocaleString("zh-CN", { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" });
  return element("button", { class: "message", onclick: () => openMessage(message) },
    element("b", { class: message.id > state.seen ? "unread" : null }, message.title, element("time", {}, at)),
    element("p", {}, message.text));
}

function serviceScreen() {
  return element("div", { class: "service" },
    element("div", { class: "bar" },
      element("button", { "aria-label": "返回", onclick: () => history.back() }, "‹"),
      element("h2", {}, state.service.title),
      element("button", { "aria-label": "关闭", onclick: () => { closeService(); show(); } }, "×")),
    element("iframe", { src: state.service.url, title: state.service.title, allow: "clipboard-write; camera; geolocation" }));
}

function show() {
  const me = citizen();
  app.classList.toggle("elder", state.elder);
  people?.replaceChildren(...personLists());
  app.replaceChildren(!me ? logInScreen() : state.service ? serviceScreen() : homeScreen(me));
}

// In a frame, cookies of the product are kept only when both have the same host name.
async function begin() {
  state.catalog = await call("/host/api/catalog");
  const wanted = new URL(state.catalog.onego).hostname;
  const loopback = ["localhost", "127.0.0.1"];
  if (wanted !== location.hostname && loopback.includes(wanted) && loopback.includes(location.hostname)) {
    location.hostname = wanted;
    return;
  }
  readAddress();
  show();
  lookForMessages();
}
begin();
