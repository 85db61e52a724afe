// Makes pages nicer where it can; every page works without it. No framework, nothing stored in the browser.
(() => {
  'use strict';

  // One press, one submission: later presses of the same form are ignored until the page changes.
  addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(form => delete form.dataset.sent));

  // A file is uploaded as soon as it is picked.
  document.querySelectorAll('[data-submit-on-change]').forEach(input => {
    input.addEventListener('change', () => input.files.length && input.form.requestSubmit());
  });

  // Questions that depend on others of the page. A condition is a small tree made by the server:
  // {all:[…]}, {any:[…]}, {not:…}, or {question, in:[values]}; `null` stands for what cannot be decided here.
  const valuesOf = (form, name) => new FormData(form).getAll(name).map(String);
  const holds = (form, rule) => {
    if (rule.all) return rule.all.every(part => holds(form, part));
    if (rule.any) return rule.any.some(part => holds(form, part));
    if (rule.not) return !holds(form, rule.not);
    if ('fixed' in rule) return rule.fixed;
    return valuesOf(form, rule.question).some(value => rule.in.includes(value));
  };
  document.querySelectorAll('form[data-form]').forEach(form => {
    const dependents = [...form.querySelectorAll('[data-when]')].map(field => [field, JSON.parse(field.dataset.when)]);
    if (!dependents.length) return;
    const update = () => dependents.forEach(([field, rule]) => {
      field.hidden = !holds(form, rule);
      field.querySelectorAll('input,select,textarea').forEach(input => { input.disabled = field.hidden; });
    });
    form.addEventListener('input', update);
    update();
  });

  // After a wrong answer the list of errors is read first.
  document.getElementById('errors')?.focus();

  // The host shows the title and closes the page.
  if (parent !== window) parent.postMessage({ type: 'onego:title', title: document.title }, '*');
})();
