// Tokens: of each client of the pools, of people, and pasted ones.
import { byId, claims, copy, json, labelled, make, moment, problem } from './page.js';

let token = '';

export const current = () => token;

export function keep(title, next) {
  token = next;
  byId('token').hidden = !next;
  byId('token-title').textContent = title;
  const said = next ? claims(next) : {};
  byId('token-claims').textContent = next ? JSON.stringify(said, null, 2) : '';
  byId('token-times').replaceChildren(...times(said));
  document.querySelectorAll('button.with').forEach(button => { button.disabled = !next; });
}

function times(said) {
  const of = seconds => moment(new Date(seconds * 1000));
  const left = Math.round((said.exp * 1000 - Date.now()) / 60_000);
  const parts = [];
  if (said.iat) parts.push('issued ', of(said.iat));
  if (said.exp) parts.push(parts.length ? ', ' : '', left < 0 ? 'expired ' : 'expires ', of(said.exp), left < 0 ? '' : ` (in ${left} min)`);
  return parts;
}

/** A card by which `client` gets tokens. */
export function clientCard(client) {
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
  const card = make('li', { 'data-client': client.name }, make('h3', { textContent: client.name }));
  if (client.machine) card.append(machine(client, ask));
  if (client.people.length > 0) card.append(people(client, ask));
  if (client.password) card.append(password(client, ask));
  if (!client.machine && client.people.length === 0) {
    card.append(make('p', { className: 'hint', textContent: 'nobody is in its pool yet: sign up, or start with --user' }));
  }
  return card;
}

function button(text, client, properties) {
  return make('button', { type: 'button', textContent: text, 'aria-label': `${text}: ${client.name}`, ...properties });
}

function kinds() {
  return make('select', { className: 'kind' }, make('option', { value: 'access', textContent: 'access token' }),
    make('option', { value: 'id', textContent: 'ID token' }));
}

function machine(client, ask) {
  const boxes = client.scopes.map(scope => make('input', { type: 'checkbox', value: scope, checked: true }));
  const chosen = () => boxes.filter(box => box.checked).map(box => box.value);
  return make('div', { className: 'row' },
    make('fieldset', { className: 'row grow' }, make('legend', { textContent: `scopes of ${client.name}` }),
      ...boxes.map(box => make('label', {}, box, ` ${box.value}`)),
      ...(boxes.length ? [] : [make('span', { className: 'hint', textContent: 'no scopes of resource servers' })])),
    button('get a token', client, { onclick: () => ask({ scopes: chosen() }) }));
}

function people(client, ask) {
  const who = make('select', { className: 'person' }, ...client.people.map(person => make('option', {
    value: person.name,
    textContent: [person.email ?? person.name, ...(person.groups ?? [])].join(', '),
  })));
  const kind = kinds();
  return make('div', { className: 'row' }, labelled('person', who), labelled('kind of token', kind),
    button('sign in as', client, { className: 'as', onclick: () => ask({ as: who.value, kind: kind.value }) }));
}

function password(client, ask) {
  const user = make('input', { autocomplete: 'username', required: true });
  const secret = make('input', { type: 'password', autocomplete: 'current-password', required: true });
  const kind = kinds();
  return make('form', {
    className: 'row',
    onsubmit: event => {
      event.preventDefault();
      ask({ user: user.value, password: secret.value, kind: kind.value });
    },
  }, labelled('user', user), labelled('password', secret), labelled('kind of token', kind), button('sign in', client, { type: 'submit' }));
}

/** The parts of the page that are there whatever the clients. */
export function attach() {
  byId('token-forget').onclick = () => keep('', '');
  byId('token-copy').onclick = () => copy(token, byId('token-copy'));
  byId('paste').onsubmit = event => {
    event.preventDefault();
    const pasted = byId('pasted').value.trim().replace(/^Bearer\s+/i, '');
    try {
      claims(pasted);
    } catch {
      problem('that is not a token: a token has three parts with dots between');
      return;
    }
    problem('');
    keep('a pasted token', pasted);
  };
}
