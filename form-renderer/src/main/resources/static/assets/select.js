// A long list becomes a field to search in: by characters, by pinyin (hanzu) and by initials (hz). The list itself stays in the form.
(() => {
  'use strict';
  const known = {};
  const pinyin = list => known[list] = known[list] || fetch(`/lists/${list}/pinyin`).then(answer => answer.text())
    .then(text => new Map(text.split('\n').map(line => line.split('\t')))).catch(() => new Map());

  const enhance = select => {
    if (select.dataset.ready) return;
    select.dataset.ready = 'yes';
    const options = [...select.options].filter(option => option.value);
    const input = document.createElement('input'), list = document.createElement('ul'), told = document.createElement('p');
    let matches = [], at = -1, words = new Map();
    const name = option => option.label;
    const chosen = () => select.selectedIndex > 0 ? name(select.options[select.selectedIndex]) : '';
    input.type = 'text';
    input.id = select.id;
    select.id += '-list';
    list.id = input.id + '-options';
    list.className = 'options';
    list.hidden = true;
    told.className = 'skip';
    const attributes = { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list', autocomplete: 'off', placeholder: document.getElementById('status')?.dataset.search };
    for (const [key, value] of Object.entries(attributes)) if (value) input.setAttribute(key, value);
    for (const key of ['aria-describedby', 'aria-invalid', 'aria-required']) if (select.hasAttribute(key)) input.setAttribute(key, select.getAttribute(key));
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.innerText ?? '');
    told.setAttribute('role', 'status');
    input.value = chosen();
    select.hidden = true;
    select.after(input, list, told);

    const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
    const mark = index => {
      at = index;
      [...list.children].forEach((item, i) => item.setAttribute('aria-selected', i === at));
      const item = list.children[at];
      if (item) { input.setAttribute('aria-activedescendant', item.id); item.scrollIntoView({ block: 'nearest' }); }
    };
    const take = option => {
      select.value = option ? option.value : '';
      input.value = chosen();
      close();
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const open = () => {
      const typed = input.value.trim().toLowerCase();
      const looking = typed && typed !== chosen().toLowerCase();
      matches = looking ? options.filter(option => name(option).toLowerCase().includes(typed)
        || (words.get(option.value) ?? '').split(' ').some(word => word.startsWith(typed))) : options;
      list.replaceChildren(...matches.map((option, i) => {
        const item = document.createElement('li');
        item.id = `${list.id}-${i}`;
        item.setAttribute('role', 'option');
        item.textContent = name(option);
        item.addEventListener('pointerdown', event => event.preventDefault());
        item.addEventListener('click', () => take(option));
        return item;
      }));
      list.hidden = !matches.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      told.textContent = looking ? String(matches.length) : '';
      mark(looking && matches.length ? 0 : matches.findIndex(option => option.selected));
    };
    input.addEventListener('focus', () => { if (select.dataset.search) pinyin(select.dataset.search).then(found => { words = found; }); });
    input.addEventListener('click', open);
    input.addEventListener('input', event => { event.stopPropagation(); if (known[select.dataset.search]) known[select.dataset.search].then(found => { words = found; open(); }); else open(); });
    input.addEventListener('change', event => event.stopPropagation());
    input.addEventListener('blur', () => { if (!input.value.trim()) { if (select.value) take(null); } else input.value = chosen() || input.value; close(); });
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (list.hidden) open();
        else mark((at + (event.key === 'ArrowDown' ? 1 : -1) + matches.length) % matches.length);
      } else if (event.key === 'Enter' && !list.hidden && matches[at]) { event.preventDefault(); take(matches[at]); }
      else if (event.key === 'Escape') { input.value = chosen(); close(); }
    });
  };
  const every = () => document.querySelectorAll('select[data-search]').forEach(enhance);
  document.addEventListener('onego:fields', every);
  every();
})();
