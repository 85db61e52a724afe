// Photographs are made smaller before they are sent, several at once, with their progress; a picture can be turned afterwards.
(() => {
  'use strict';
  const LONGEST = 2400; // pixels; a page of A4 stays readable

  const drawn = (picture, turn) => new Promise(done => {
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas'), context = canvas.getContext('2d');
    const width = Math.round(picture.width * scale), height = Math.round(picture.height * scale);
    canvas.width = turn ? height : width;
    canvas.height = turn ? width : height;
    if (turn) { context.translate(height, 0); context.rotate(Math.PI / 2); }
    context.drawImage(picture, 0, 0, width, height);
    canvas.toBlob(done, 'image/jpeg', 0.85);
  });

  // What can't be read here is sent as it is: the server says what is wrong with it.
  const smaller = async file => {
    if (!file.type.startsWith('image/') || !window.createImageBitmap) return file;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const made = await drawn(picture, false);
      return made && (made.size < file.size || !/png|jpeg/.test(file.type)) ? new File([made], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
    } catch { return file; }
  };

  const send = (form, file, tell) => new Promise((done, fail) => {
    const request = new XMLHttpRequest(), body = new FormData();
    for (const input of form.querySelectorAll('input[type=hidden]')) body.append(input.name, input.value);
    body.append('file', file, file.name);
    request.open('POST', form.action);
    request.setRequestHeader('Onego-Fetch', '1');
    request.timeout = 120000;
    request.upload.onprogress = event => tell(event.loaded / event.total);
    request.onload = () => request.getResponseHeader('Onego-Next') ? done(request.getResponseHeader('Onego-Next')) : fail();
    request.onerror = request.ontimeout = fail;
    request.send(body);
  });

  document.querySelectorAll('form[data-upload]').forEach(form => {
    const input = form.querySelector('input[type=file]'), status = document.createElement('p'), bar = document.createElement('progress');
    status.setAttribute('role', 'status');
    bar.setAttribute('aria-label', form.dataset.sending);
    bar.hidden = true;
    form.append(bar, status);
    const sendAll = async files => {
      status.textContent = form.dataset.sending;
      status.className = '';
      bar.hidden = false;
      let next = location.href;
      try {
        for (const [i, file] of files.entries()) next = await send(form, await smaller(file), part => { bar.value = (i + part) / files.length; });
        location.assign(next);
      } catch {
        bar.hidden = true;
        status.textContent = form.dataset.failed;
        status.className = 'alarm';
        input.value = '';
      }
    };
    input.addEventListener('change', () => input.files.length && sendAll([...input.files]));

    // Turning makes a new page of it; the old one goes when the new one has arrived.
    form.closest('section').querySelectorAll('img.thumb').forEach(picture => {
      const remove = picture.closest('li').querySelector('form'), turn = document.createElement('button');
      turn.type = 'button';
      turn.className = 'link';
      turn.textContent = form.dataset.rotate;
      turn.addEventListener('click', async () => {
        turn.disabled = true;
        try {
          const made = await drawn(await createImageBitmap(await (await fetch(picture.src)).blob()), true);
          await send(form, new File([made], 'page.jpg', { type: 'image/jpeg' }), () => {});
          remove.submit();
        } catch { status.textContent = form.dataset.failed; turn.disabled = false; }
      });
      remove.before(turn);
    });
  });
})();
