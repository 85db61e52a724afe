"use strict";
// The department's page: what was pushed here, how far it is, and, when the department decides by hand, the decision.

const AT = location.pathname.replace(/\/$/, "") + "/admin";
const byId = id => document.getElementById(id);
const opened = new Set();
let shown = "";

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

async function post(path, body) {
  const answer = await fetch(AT + path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const said = await answer.json();
  say(answer.ok ? "已设置。" : said.message);
  showCases();
}

function say(text) {
  byId("said").textContent = text;
  byId("said").hidden = false;
}

function state(one) {
  if (["WITHDRAWN", "CANCELLED"].includes(one.pushed.state)) return ["badge plain", "已撤回或终止"];
  const done = { approved: "已通过", rejected: "不予通过" }[one.decision];
  if (one.decision && one.told.includes(one.decision)) return ["badge good", `${done}，已回传`];
  if (one.decision) return ["badge", `${done}，待回传`];
  return one.told.includes("accepted") ? ["badge plain", "已受理"] : ["badge plain", "已收件"];
}

function decision(one, automatic) {
  if (one.decision || automatic) {
    return one.trouble ? element("button", { class: "button second", onclick: () => post(`/cases/${one.receipt}/tell`, {}) }, "再次回传") : "";
  }
  const reason = element("input", { placeholder: "不予通过的理由", maxlength: "100", "aria-label": "不予通过的理由" });
  return element("div", { class: "row" },
    element("button", { class: "button", onclick: () => post(`/cases/${one.receipt}/decide`, { decision: "approved" }) }, "通过"),
    reason,
    element("button", { class: "button bad", onclick: () => post(`/cases/${one.receipt}/decide`, { decision: "rejected", reason: reason.value }) }, "不予通过"));
}

function card(one, automatic) {
  const [kind, text] = state(one);
  const details = element("details", { ontoggle: event => event.target.open ? opened.add(one.receipt) : opened.delete(one.receipt) },
    element("summary", {}, "推送内容"), element("pre", {}, JSON.stringify(one.pushed, null, 2)));
  details.open = opened.has(one.receipt);
  return element("tr", {},
    element("td", {}, element("b", {}, one.item || one.caseId), element("br"), element("small", {}, `${one.caseId} · 回执 ${one.receipt}`), details),
    element("td", {}, one.applicant),
    element("td", {}, new Date(one.receivedAt).toLocaleString("zh-CN")),
    element("td", {}, element("span", { class: kind }, text), one.reason ? element("p", {}, one.reason) : "",
      one.trouble ? element("p", { class: "notice" }, `回传未成功：${one.trouble}`) : ""),
    element("td", {}, decision(one, automatic)));
}

async function showCases() {
  const answer = await fetch(`${AT}/cases`);
  const text = await answer.text();
  if (!answer.ok || text === shown) return; // nothing new: what somebody is typing stays
  shown = text;
  const { cases, automatic, name, signature, polls, pollTrouble } = JSON.parse(text);
  byId("name").textContent = name;
  byId("way").textContent = polls
    ? `定时向平台取件，签名 ${signature}${pollTrouble ? `；上次取件未成功：${pollTrouble}` : ""}`
    : `平台推送，签名 ${signature}`;
  byId("pushed").hidden = polls;
  byId("how").textContent = automatic
    ? "收到办件后自动受理、办结，并把结果回传给平台。启动时加 --department-auto=false 可改为人工决定。"
    : "收到办件后自动受理，由您在这里决定，再把结果回传给平台。";
  byId("cases").replaceChildren(cases.length
    ? element("div", { class: "scroll" }, element("table", {},
      element("tr", {}, ...["办件", "申请人", "收到时间", "状态", ""].map(head => element("th", {}, head))),
      ...cases.toReversed().map(one => card(one, automatic))))
    : element("p", { class: "empty" }, "还没有收到办件。"));
}

byId("next").addEventListener("submit", event => {
  event.preventDefault();
  const { decision: chosen, reason } = event.target.elements;
  post("/next", { decision: chosen.value, reason: chosen.value === "rejected" ? reason.value : "" });
});
byId("trouble").addEventListener("submit", event => {
  event.preventDefault();
  const { answer, times } = event.target.elements;
  post("/trouble", { answer: answer.value, times: Number(times.value) });
});
showCases();
setInterval(showCases, 2000);
