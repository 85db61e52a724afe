// Certificates that answer after the page was sent: every second or so the page asks for what has come, and
// fills only what nobody has touched. Without this script the next page shows it.
(() => {
  'use strict';
  const status = document.getElementById('late');
  const form = document.querySelector('form[data-form]');
  if (!status || !form) return;
  const touched = new Set();
  const fieldOf = input => input?.closest?.('.field');
  form.addEventListener('input', event => touched.add(fieldOf(event.target)?.id));

  const isFree = field => !touched.has(field.id) && !field.contains(document.activeElement)
    && ![...field.querySelectorAll('input,select,textarea')].some(input => /radio|checkbox/.test(input.type) ? input.checked : input.value);
  let filled = 0;
  const take = fresh => {
    const now = document.getElementById(fresh.id);
    if (!now || now.querySelector('.from') || !isFree(now)) return;
    const come = document.importNode(fresh, true);
    now.replaceWith(come);
    document.dispatchEvent(new CustomEvent('onego:fields', { detail: come }));
    filled++;
  };
  const say = text => { if (status.textContent !== text) status.textContent = text; };

  let tries = 30;
  const look = async () => {
    const answer = await fetch(status.dataset.late, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const come = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-done]');
    come.querySelectorAll('.field[id]').forEach(take);
    if (filled) say(status.dataset.filled.replace('{0}', filled));
    if (come.dataset.done === 'true') { if (!filled) say(status.dataset.done); return; }
    if (--tries) setTimeout(look, 1500);
  };
  setTimeout(look, 800);
})();
