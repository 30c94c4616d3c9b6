// The console's page: what is served now, and what is asked as it happens.
import { byId, json, make, moment } from './page.js';
import { attach, clientCard } from './tokens.js';
import { filtered, linked, routeCard } from './routes.js';

const SHOWN = 50;

function row(entry) {
  return make('tr', {},
    make('td', {}, moment(new Date(entry.time))),
    make('td', {}, make('code', { textContent: `${entry.method} ${entry.path}` }), make('div', { className: 'why', textContent: entry.reason })),
    make('td', {}, make('span', { className: `status ${entry.status < 300 ? 'in' : entry.status < 400 ? '' : 'out'}`, textContent: String(entry.status) }),
      make('div', { className: 'why', textContent: `${entry.milliseconds} ms` })));
}

function show(entries) {
  const body = byId('requests').tBodies[0];
  body.replaceChildren(...entries.slice(0, SHOWN).map(row));
  byId('requests').hidden = entries.length === 0;
  byId('nothing').hidden = entries.length > 0;
}

function heard(entry) {
  const body = byId('requests').tBodies[0];
  body.prepend(row(entry));
  while (body.rows.length > SHOWN) body.lastElementChild.remove();
  byId('requests').hidden = false;
  byId('nothing').hidden = true;
}

/** Everything that comes from the stack; the token stays. */
async function read() {
  const [state, requests] = await Promise.all([json('state'), json('requests')]);
  byId('about').textContent = `${state.kind} API, stage ${state.stage}, at ${location.origin}${state.base}/`;
  byId('clients').replaceChildren(...state.clients.map(clientCard));
  byId('routes').replaceChildren(...state.routes.map(route => routeCard(route, state.base)));
  byId('notes').replaceChildren(...state.notes.map(note => make('li', { textContent: note })));
  byId('notes-section').hidden = state.notes.length === 0;
  show(requests);
  filtered();
  linked();
  document.body.dataset.ready = 'true';
}

function connection(text, lost) {
  byId('connection').textContent = text;
  byId('connection').className = lost ? 'lost' : '';
}

const gone = () => connection('the server does not answer: what you see is from before; trying again', true);

/** Follows the server, also when it is started again: the browser asks until somebody answers. */
function follow() {
  const events = new EventSource('events');
  events.onopen = () => read().then(() => connection('live'), gone);
  events.onerror = () => {
    gone();
    if (events.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  };
  events.addEventListener('request', event => heard(JSON.parse(event.data)));
  events.addEventListener('state', () => read().then(() => connection('live: the stack was read again'), gone));
}

attach();
byId('filter').oninput = filtered;
addEventListener('hashchange', linked);
follow();
