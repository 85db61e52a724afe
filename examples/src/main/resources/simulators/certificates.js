"use strict";
// The sharing service's page: its types, its faults, and who asked for what.

const byId = id => document.getElementById(id);

function cell(tag, content) {
  const made = document.createElement(tag);
  made.append(content);
  return made;
}

function badge(text, kind) {
  const made = document.createElement("span");
  made.className = `badge ${kind}`;
  made.textContent = text;
  return made;
}

function table(heads, rows, none) {
  if (!rows.length) {
    const empty = document.createElement("p");
    empty.className = "empty";
    empty.textContent = none;
    return empty;
  }
  const made = document.createElement("table");
  const head = document.createElement("tr");
  head.append(...heads.map(title => cell("th", title)));
  made.append(head, ...rows.map(row => {
    const line = document.createElement("tr");
    line.append(...row.map(content => cell("td", content)));
    return line;
  }));
  return made;
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method, headers: body ? { "Content-Type": "application/json" } : {}, body: body && JSON.stringify(body),
  });
  const said = await answer.json();
  byId("problem").hidden = answer.ok;
  if (!answer.ok) byId("problem").textContent = said.message;
  return answer.ok ? said : null;
}

async function showTypes() {
  const types = await call("GET", "/certificates/api/types");
  const choices = [["*", "全部"], ["login", "登录"], ...types.map(type => [type.id, type.title])];
  byId("fault").elements.type.replaceChildren(...choices.map(([value, text]) => new Option(text, value)));
  byId("types").replaceChildren(table(["名称", "编号", "类型代码", "颁发机构", "样例份数"], types.map(type => {
    const code = document.createElement("span");
    code.append(type.register ? badge("登记数据", "plain") : type.typeCode + " ", type.testCode && !type.register ? badge("测试代码", "") : "");
    return [type.title, cell("code", type.id), code, type.issuer, String(type.issued)];
  }), "服务包里还没有证照类型（certificates/*.yaml）。"));
}

function showFaults(faults) {
  byId("faults").replaceChildren(table(["类型", "方式", "延迟", "出错比例"],
    faults.map(fault => [fault.type, fault.mode, `${fault.delayMs} 毫秒`, String(fault.failRate)]), "没有设置故障。"));
}

async function showLog() {
  const log = await call("GET", "/certificates/admin/log");
  if (!log) return;
  byId("log").replaceChildren(table(["时间", "调用", "类型", "主体", "用途", "五要素", "结果", "毫秒"],
    log.slice(-100).reverse().map(entry => [
      new Date(entry.at).toLocaleTimeString("zh-CN"), entry.call, entry.type, entry.holder, entry.useFor,
      [entry.orgName, entry.username, entry.itemName, entry.itemCode, entry.businessCode].join(" · "),
      badge(entry.status, entry.status === "0" ? "good" : ""), String(entry.millis),
    ]), "还没有调用。"));
}

byId("fault").addEventListener("submit", async event => {
  event.preventDefault();
  const fields = event.target.elements;
  const fault = { type: fields.type.value, mode: fields.mode.value, delayMs: Number(fields.delayMs.value) };
  if (fields.failRate.value !== "") fault.failRate = Number(fields.failRate.value);
  const faults = await call("POST", "/certificates/admin/faults", fault);
  if (faults) showFaults(faults);
});
function showCap(cap) {
  if (!cap) return;
  byId("made").textContent = `今天已调用 ${cap.made} 次，${cap.calls === null ? "不限次数" : `上限 ${cap.calls} 次，超过后返回状态 100`}。`;
}

byId("cap").addEventListener("submit", async event => {
  event.preventDefault();
  const calls = event.target.elements.calls.value;
  showCap(await call("POST", "/certificates/admin/cap", { calls: calls === "" ? null : Number(calls) }));
});

byId("clear-faults").addEventListener("click", async () => showFaults(await call("DELETE", "/certificates/admin/faults")));
byId("clear-log").addEventListener("click", async () => {
  await call("DELETE", "/certificates/admin/log");
  showLog();
});

showTypes();
call("GET", "/certificates/admin/faults").then(showFaults);
showLog();
call("GET", "/certificates/admin/cap").then(showCap);
setInterval(showLog, 3000);
