// The keyboard at the desk: j and k go through the list, x ticks, / goes to the search. Nothing is stored in the browser.
(() => {
  'use strict';
  const rows = [...document.querySelectorAll('table.queue tbody tr')];
  const typing = target => target.closest('input:not([type=checkbox]),textarea,select,[contenteditable]');
  const go = step => {
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[Math.min(Math.max(at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step, 0), rows.length - 1)];
    next?.querySelector('a.open')?.focus();
  };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const row = document.activeElement?.closest('table.queue tbody tr');
    switch (event.key) {
      case 'j': go(1); break;
      case 'k': go(-1); break;
      case 'x': row?.querySelector('input[type=checkbox]')?.click(); break;
      case '/': document.getElementById('find')?.focus(); break;
      default: return;
    }
    event.preventDefault();
  });
  // Whoever writes a reason has marked the line.
  document.querySelectorAll('.mark').forEach(mark => {
    const [tick, reason] = mark.querySelectorAll('input');
    reason.addEventListener('input', () => { if (reason.value) tick.checked = true; });
  });
})();
