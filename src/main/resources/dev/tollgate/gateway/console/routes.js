// Routes: what each demands, a call with and without the token, and the same call for curl.
import { byId, copy, formatted, labelled, make } from './page.js';
import { current } from './tokens.js';

function demand(route) {
  return route.open ? 'anyone' : route.scopes.length ? `token with ${route.scopes.join(' or ')}` : 'token';
}

const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

/** What was let in, what was refused or failed, and neither. */
const tone = status => (status < 300 ? 'in' : status < 400 ? '' : 'out');

/** A card by which `route`, below `base`, is called. */
export function routeCard(route, base) {
  const any = route.method === 'ANY' || route.method === '';
  const method = make('select', {}, ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    .map(verb => make('option', { value: verb, textContent: verb })));
  const names = [...route.path.matchAll(/\{([^}+]+)\+?\}/g)].map(found => found[1]);
  const values = new Map(names.map(name => [name, make('input', { value: name, size: 10 })]));
  const whole = make('input', { value: '/anything', size: 16 });
  const query = make('input', { placeholder: 'a=1&b=2', size: 14 });
  const own = make('textarea', { placeholder: 'X-Name: value', rows: 2, className: 'headers' });
  const body = make('textarea', { value: '{}', rows: 3, className: 'body' });
  const answer = make('div', { className: 'answer', 'aria-live': 'polite' });
  const verb = () => (any ? method.value : route.method);
  const bodiless = () => ['GET', 'HEAD', 'OPTIONS'].includes(verb());

  const address = () => {
    const path = route.path === '$default'
      ? whole.value
      : route.path.replace(/\{([^}+]+)(\+?)\}/g, (all, name, rest) => {
        const text = values.get(name).value;
        return rest ? text.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(text);
      });
    return base + path + (query.value ? `?${query.value}` : '');
  };
  const headers = withToken => {
    const all = withToken ? { Authorization: `Bearer ${current()}` } : {};
    if (!bodiless()) all['Content-Type'] = 'application/json';
    for (const line of own.value.split('\n')) {
      const colon = line.indexOf(':');
      if (colon > 0) all[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
    }
    return all;
  };

  const call = async withToken => {
    try {
      const got = await fetch(address(), { method: verb(), headers: headers(withToken), body: bodiless() ? undefined : body.value, redirect: 'manual' });
      const text = await got.text();
      answer.replaceChildren(
        make('p', {}, make('span', { className: `status ${tone(got.status)}`, textContent: String(got.status) }),
          ` ${withToken ? 'with the token' : 'without a token'}, ${verb()} ${address()}`),
        make('pre', { tabIndex: 0, textContent: [...got.headers].map(([name, value]) => `${name}: ${value}`).join('\n') + `\n\n${formatted(text)}` }));
    } catch (error) {
      answer.replaceChildren(make('p', {}, make('span', { className: 'status out', textContent: 'no answer' }), `: ${error.message}`));
    }
  };
  const curl = () => ['curl -i -X', verb(), quoted(location.origin + address()),
    ...Object.entries(headers(Boolean(current()))).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(bodiless() ? [] : [`-d ${quoted(body.value)}`])].join(' ');

  const button = (text, properties) => make('button', { type: 'button', textContent: text, 'aria-label': `${text}: ${route.key}`, ...properties });
  const copying = button('copy curl', { className: 'curl', onclick: () => copy(curl(), copying) });
  const card = make('li', { 'data-route': route.key },
    make('div', { className: 'row' },
      make('h3', { className: 'grow' }, make('a', { href: `#${encodeURIComponent(route.key)}` }, make('code', { textContent: route.key }))),
      make('span', { className: route.open ? 'demand open' : 'demand', textContent: demand(route) })),
    make('div', { className: 'row' },
      ...(any ? [labelled('method', method)] : []),
      ...(route.path === '$default' ? [labelled('path', whole)] : []),
      ...[...values].map(([name, input]) => labelled(name, input)),
      labelled('query', query),
      button('try without a token', { className: 'without', onclick: () => call(false) }),
      button('try with the token', { className: 'with', disabled: !current(), onclick: () => call(true) }),
      copying),
    make('details', {}, make('summary', { textContent: any || !bodiless() ? 'headers and body' : 'headers' }),
      labelled('headers, one a line', own), ...(any || !bodiless() ? [labelled('body', body)] : [])));
  card.append(answer);
  return card;
}

/** Hides the routes that have nothing of what is looked for. */
export function filtered() {
  const words = byId('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  const cards = [...document.querySelectorAll('[data-route]')];
  cards.forEach(card => {
    const text = `${card.dataset.route} ${card.querySelector('.demand').textContent}`.toLowerCase();
    card.hidden = !words.every(word => text.includes(word));
  });
  byId('none').hidden = cards.length === 0 || cards.some(card => !card.hidden);
}

/** Shows the route that the address names. */
export function linked() {
  let key = '';
  try {
    key = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
  document.querySelectorAll('[data-route]').forEach(card => {
    const is = card.dataset.route === key;
    card.classList.toggle('linked', is);
    if (is) {
      card.hidden = false;
      card.scrollIntoView({ block: 'nearest' });
    }
  });
}
