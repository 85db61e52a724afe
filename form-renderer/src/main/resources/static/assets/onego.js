// Makes pages nicer where it can; every page works without it. No framework, nothing stored in the browser.
(() => {
  'use strict';
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  const form = document.querySelector('form[data-form]');
  const status = document.getElementById('status');
  const words = status?.dataset ?? {};

  // What is saved and what isn't, in words (data-… of #status).
  const say = (what, wrong) => {
    if (!status || !words[what]) return;
    status.textContent = words[what];
    status.classList.toggle('alarm', !!wrong);
  };

  // --- Questions that depend on others of the page. A condition is a small tree made by the server:
  // {all:[…]}, {any:[…]}, {not:…}, or {question, in:[values]}.
  const holds = (data, rule) => {
    if (rule.all) return rule.all.every(part => holds(data, part));
    if (rule.any) return rule.any.some(part => holds(data, part));
    if (rule.not) return !holds(data, rule.not);
    if ('fixed' in rule) return rule.fixed;
    return data.getAll(rule.question).some(value => rule.in.includes(value));
  };
  let dependents = [];
  const show = () => dependents.forEach(([field, rule]) => {
    field.hidden = !holds(new FormData(form), rule);
    all('input,select,textarea', field).forEach(input => { input.disabled = field.hidden; });
  });

  // --- Widgets.
  const plain = text => text.replace(/[ ,]/g, '');
  const grouped = (text, groups) => {
    if (groups === 'money') {
      return /^\d{4,15}(\.\d{1,2})?$/.test(text) ? text.replace(/^\d+/, yuan => yuan.replace(/\B(?=(\d{3})+$)/g, ',')) : text;
    }
    const lengths = groups.split(' ').map(Number);
    if (!/^\d{11,19}X?$/i.test(text)) return text;
    let at = 0;
    return lengths.map(length => text.slice(at, at += length)).filter(part => part).join(' ');
  };

  const button = (text, label, press) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'key';
    made.textContent = text;
    if (label) made.setAttribute('aria-label', label);
    made.addEventListener('pointerdown', event => event.preventDefault()); // the keyboard stays open
    made.addEventListener('click', press);
    return made;
  };

  const changed = input => input.dispatchEvent(new Event('change', { bubbles: true }));

  const enhance = root => {
    dependents = form ? all('[data-when]', form).map(field => [field, JSON.parse(field.dataset.when)]) : [];
    if (dependents.length) show();
    all('[data-groups]', root).forEach(input => {
      input.addEventListener('focus', () => { input.value = plain(input.value); });
      input.addEventListener('blur', () => { input.value = grouped(plain(input.value), input.dataset.groups); });
    });
    all('[data-keys]', root).forEach(row => {
      const input = row.querySelector('input');
      input.inputMode = 'numeric';
      row.append(button('X', null, () => {
        input.focus();
        input.setRangeText('X', input.selectionStart, input.selectionEnd, 'end');
        changed(input);
      }));
    });
    all('[data-most]', root).forEach(input => {
      const most = +input.dataset.most, count = document.createElement('p');
      count.className = 'count small soft';
      const tell = () => {
        const left = most - [...input.value].length;
        count.hidden = left > Math.max(10, most / 4);
        count.classList.toggle('alarm', left < 0);
        if (!count.hidden) count.textContent = (left < 0 ? words.over : words.left ?? '').replace('{0}', Math.abs(left));
      };
      count.setAttribute('role', 'status');
      input.after(count);
      input.addEventListener('input', tell);
      tell();
    });
    all('[data-picker]', root).forEach(parts => {
      const inputs = all('input', parts), calendar = document.createElement('input');
      if (!calendar.showPicker) return;
      calendar.type = parts.dataset.picker;
      calendar.tabIndex = -1;
      calendar.className = 'picker';
      calendar.setAttribute('aria-hidden', 'true');
      calendar.addEventListener('change', () => {
        calendar.value.split(/[-T:]/).forEach((part, i) => { if (inputs[i]) inputs[i].value = part; });
        changed(inputs[0]);
      });
      parts.append(button(parts.dataset.label, null, () => {
        const [y, m, d, h, i] = inputs.map(input => input.value.padStart(2, '0'));
        calendar.value = `${y}-${m}-${d}` + (h ? `T${h}:${i}` : '');
        calendar.showPicker();
      }), calendar);
    });
  };

  // --- Sending. A form is sent by fetch, so that it can be sent again when the network fails; the server takes the same answers
  // twice, and a submission once, so that sending again is harmless.
  const values = submitter => {
    const data = new URLSearchParams(new FormData(form));
    if (submitter?.name) data.append(submitter.name, submitter.value);
    return data;
  };
  const post = async (url, body, keepalive) => {
    const patience = new AbortController(), timer = setTimeout(() => patience.abort(), 20000);
    try {
      return await fetch(url, { method: 'POST', body, keepalive, headers: { 'Onego-Fetch': '1' }, signal: patience.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  const pause = ms => new Promise(done => {
    const timer = setTimeout(done, ms);
    addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true });
  });

  let stored = form ? String(values()) : '', saving = Promise.resolve();
  const save = keepalive => {
    const body = values(), text = String(body);
    if (!('autosave' in form.dataset) || form.dataset.sent || text === stored) return saving;
    body.append('autosave', '1');
    saving = saving.then(() => post(form.action, body, keepalive)).then(answer => {
      if (answer.ok) {
        stored = text;
        say('saved');
      } else say(answer.status === 401 || answer.status === 403 ? 'expired' : 'unsaved', true);
    }, () => {
      say('offline', true);
      addEventListener('online', () => save(), { once: true });
    });
    return saving;
  };

  // What only the server can decide: the page is saved, and what it now asks is put in place.
  const refresh = async () => {
    let fresh;
    do { // once more when somebody typed meanwhile
      await save();
      if (String(values()) !== stored) return;
      const answer = await fetch(location.pathname + location.search.replace(/errors=true/, ''));
      fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('fields');
    } while (String(values()) !== stored);
    if (!fresh || form.dataset.sent) return;
    const fields = document.getElementById('fields'), at = document.activeElement?.id;
    fields.replaceChildren(...fresh.childNodes);
    stored = String(values());
    document.dispatchEvent(new CustomEvent('onego:fields', { detail: fields }));
    if (at) document.getElementById(at)?.focus();
  };

  const send = async submitter => {
    say('sending');
    for (let attempt = 0; ; attempt++) {
      try {
        await saving;
        const answer = await post(form.action, values(submitter));
        const next = answer.headers.get('Onego-Next');
        if (next) return location.assign(next);
        if (answer.status < 502) return form.submit(); // the server says what is wrong on a page of its own
      } catch { /* the network: once more, see below */ }
      say('offline', true);
      await pause(Math.min(2000 * 2 ** attempt, 30000));
    }
  };

  // One press, one submission: later presses of the same form are ignored until the page changes.
  addEventListener('submit', event => {
    const sent = event.target;
    if (sent.dataset.sent) return event.preventDefault();
    sent.dataset.sent = 'yes';
    if (sent === form && 'resend' in form.dataset) {
      event.preventDefault();
      send(event.submitter);
    }
  });
  addEventListener('pageshow', () => all('form').forEach(each => delete each.dataset.sent));

  // A file is sent as soon as it is picked, where a page has no better way.
  all('[data-submit-on-change]').forEach(input => {
    input.addEventListener('change', () => input.files.length && input.form.requestSubmit());
  });

  if (form) {
    let timer;
    const later = ms => { clearTimeout(timer); timer = setTimeout(() => save(), ms); };
    form.addEventListener('input', () => { show(); later(3000); });
    form.addEventListener('change', event => {
      if (event.target.closest('[data-live]')) refresh().catch(() => say('offline', true));
      else later(500);
    });
    addEventListener('visibilitychange', () => { if (document.hidden) save(true); });
    addEventListener('pagehide', () => save(true));
  }
  document.addEventListener('onego:fields', event => enhance(event.detail));
  enhance(document);

  // After a wrong answer the list of errors is read first; a line of it leads into its field.
  const errors = document.getElementById('errors');
  errors?.focus();
  errors?.addEventListener('click', event => {
    const href = event.target.closest('a')?.getAttribute('href');
    if (href?.startsWith('#')) setTimeout(() => document.querySelector(`${CSS.escape ? '#' + CSS.escape(href.slice(1)) : href} :is(input:not([type=hidden]),select,textarea)`)?.focus());
  });

  // The host shows the title.
  if (parent !== window) parent.postMessage({ type: 'onego:title', title: document.title }, '*');
})();
