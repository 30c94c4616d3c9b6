// The console's page. What comes from the server is put in as text, never as markup.

const byId = id => document.getElementById(id);

/** Makes an element of `properties` and `children`. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function problem(text) {
  byId('problem').textContent = text;
  byId('problem').hidden = !text;
}

async function json(address, options) {
  const answer = await fetch(address, options);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message ?? `status ${answer.status}`);
  return body;
}

let token = '';

function keep(title, next) {
  token = next;
  byId('token').hidden = !next;
  byId('token-title').textContent = title;
  byId('token-claims').textContent = next ? JSON.stringify(claims(next), null, 2) : '';
  document.querySelectorAll('button.with').forEach(button => { button.disabled = !next; });
}

function claims(jwt) {
  const part = jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), c => c.charCodeAt(0))));
}

function clientCard(client) {
  const ask = async body => {
    try {
      problem('');
      const got = await json('token', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ client: client.id, ...body }),
      });
      keep(`${got.kind} token of ${client.name}`, got.token);
    } catch (error) {
      problem(`no token for ${client.name}: ${error.message}`);
    }
  };
  const row = make('div', { className: 'row' },
    make('strong', { textContent: client.name }),
    make('code', { className: 'grow', textContent: client.scopes.join(' ') || 'no scopes of resource servers' }));
  if (client.machine) {
    row.append(make('button', { type: 'button', textContent: 'get a token', onclick: () => ask({}) }));
  }
  const card = make('li', {}, row);
  card.dataset.client = client.name;
  if (client.people.length > 0) {
    const who = make('select', { ariaLabel: 'person', className: 'person' }, ...client.people.map(person => make('option', {
      value: person.name,
      textContent: [person.email ?? person.name, ...(person.groups ?? [])].join(', '),
    })));
    const kind = make('select', { ariaLabel: 'kind of token', className: 'kind' }, make('option', { value: 'access', textContent: 'access token' }),
      make('option', { value: 'id', textContent: 'ID token' }));
    card.append(make('div', { className: 'row' }, who, kind, make('button', {
      type: 'button', className: 'as', textContent: 'sign in as', onclick: () => ask({ as: who.value, kind: kind.value }),
    })));
  }
  if (client.password) {
    const user = make('input', { autocomplete: 'username', required: true });
    const password = make('input', { type: 'password', autocomplete: 'current-password', required: true });
    const kind = make('select', {}, make('option', { value: 'access', textContent: 'access token' }),
      make('option', { value: 'id', textContent: 'ID token' }));
    card.append(make('form', {
      className: 'row',
      onsubmit: event => {
        event.preventDefault();
        ask({ user: user.value, password: password.value, kind: kind.value });
      },
    }, make('label', { textContent: 'user ' }, user), make('label', { textContent: 'password ' }, password), kind,
    make('button', { type: 'submit', textContent: 'sign in' })));
  }
  if (!client.machine && client.people.length === 0) {
    row.append(make('span', { className: 'hint', textContent: 'nobody is in its pool yet: sign up, or start with --user' }));
  }
  return card;
}

function demand(route) {
  return route.open ? 'anyone' : route.scopes.length ? `token with ${route.scopes.join(' or ')}` : 'token';
}

function routeCard(route) {
  const any = route.method === 'ANY' || route.method === '';
  const method = make('select', {}, ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    .map(verb => make('option', { value: verb, textContent: verb })));
  const names = [...route.path.matchAll(/\{([^}+]+)\+?\}/g)].map(found => found[1]);
  const values = new Map(names.map(name => [name, make('input', { value: name, size: 10 })]));
  const whole = make('input', { value: '/anything', size: 16 });
  const query = make('input', { placeholder: 'a=1&b=2', size: 14 });
  const body = make('textarea', { value: '{}' });
  const answer = make('div', { className: 'answer', ariaLive: 'polite' });
  const verb = () => (any ? method.value : route.method);

  const address = () => {
    const path = route.path === '$default'
      ? whole.value
      : route.path.replace(/\{([^}+]+)(\+?)\}/g, (all, name, rest) => {
        const text = values.get(name).value;
        return rest ? text.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(text);
      });
    return state.base + path + (query.value ? `?${query.value}` : '');
  };

  const call = async withToken => {
    const headers = withToken ? { Authorization: `Bearer ${token}` } : {};
    const bodiless = ['GET', 'HEAD', 'OPTIONS'].includes(verb());
    if (!bodiless) headers['Content-Type'] = 'application/json';
    try {
      problem('');
      const got = await fetch(address(), { method: verb(), headers, body: bodiless ? undefined : body.value, redirect: 'manual' });
      const text = await got.text();
      const refused = got.status === 401 || got.status === 403;
      answer.replaceChildren(
        make('p', {}, make('span', { className: `status ${refused ? 'out' : 'in'}`, textContent: String(got.status) }),
          ` ${withToken ? 'with the token' : 'without a token'}, ${verb()} ${address()}`),
        make('pre', { tabIndex: 0, textContent: [...got.headers].map(([name, value]) => `${name}: ${value}`).join('\n') + `\n\n${text}` }));
    } catch (error) {
      answer.replaceChildren(make('p', { textContent: `no answer: ${error.message}` }));
    }
    await requests();
  };

  const card = make('li', {},
    make('div', { className: 'row' },
      make('code', { className: 'grow', textContent: route.key }),
      make('span', { className: route.open ? 'demand open' : 'demand', textContent: demand(route) })),
    make('div', { className: 'row' },
      ...(any ? [make('label', { textContent: 'method ' }, method)] : []),
      ...(route.path === '$default' ? [make('label', { textContent: 'path ' }, whole)] : []),
      ...[...values].map(([name, input]) => make('label', { textContent: `${name} ` }, input)),
      make('label', { textContent: 'query ' }, query),
      make('button', { type: 'button', className: 'without', textContent: 'try without a token', onclick: () => call(false) }),
      make('button', { type: 'button', className: 'with', textContent: 'try with the token', disabled: true, onclick: () => call(true) })));
  if (any || !['GET', 'HEAD', 'OPTIONS'].includes(route.method)) {
    card.append(make('details', {}, make('summary', { textContent: 'body' }), body));
  }
  card.append(answer);
  card.dataset.route = route.key;
  return card;
}

async function requests() {
  const entries = await json('requests');
  byId('requests').hidden = entries.length === 0;
  byId('nothing').hidden = entries.length > 0;
  byId('requests').tBodies[0].replaceChildren(...entries.slice(0, 30).map(entry => make('tr', {},
    make('td', { textContent: new Date(entry.time).toLocaleTimeString() }),
    make('td', {}, make('code', { textContent: `${entry.method} ${entry.path}` })),
    make('td', { textContent: `${entry.status}, ${entry.milliseconds} ms` }),
    make('td', { textContent: entry.reason }))));
}

const state = await json('state');
byId('about').textContent = `${state.kind} API, stage ${state.stage}, at ${location.origin}${state.base}/`;
byId('clients').append(...state.clients.map(clientCard));
byId('routes').append(...state.routes.map(routeCard));
byId('notes').append(...state.notes.map(note => make('li', { textContent: note })));
byId('notes-section').hidden = state.notes.length === 0;
byId('token-forget').onclick = () => keep('', '');
await requests();
setInterval(() => { if (!document.hidden) requests().catch(() => {}); }, 3000);
document.body.dataset.ready = 'true';
