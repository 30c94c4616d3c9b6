// Signs people in with a code and PKCE, calls the API with their token, and signs them out. Tokens stay in this page's memory.
import { config } from './config.js';

const byId = id => document.getElementById(id);
const home = location.origin + '/';
let tokens = {};

const letters = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const random = () => letters(crypto.getRandomValues(new Uint8Array(32)));
const claims = token => JSON.parse(new TextDecoder().decode(
  Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))));

function show(answer) {
  byId('answer').textContent = typeof answer === 'string' ? answer : JSON.stringify(answer);
}

async function post(path, form) {
  const answer = await fetch(config.domain + path, { method: 'POST', body: new URLSearchParams({ client_id: config.client, ...form }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text ? JSON.parse(text) : {};
}

function keep(next) {
  tokens = { ...tokens, ...next };
  byId('who').textContent = `${claims(tokens.id_token).email} is signed in.`;
}

async function signIn() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem('sign-in', JSON.stringify({ verifier, state }));
  const challenge = letters(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(`${config.domain}/oauth2/authorize?` + new URLSearchParams({
    client_id: config.client, response_type: 'code', redirect_uri: home, state,
    scope: 'openid email profile shop/buy', code_challenge_method: 'S256', code_challenge: challenge,
  }));
}

/** Back from the sign-in page: the code is taken only for the state that this page made. */
async function arrive() {
  const query = new URLSearchParams(location.search);
  const begun = JSON.parse(sessionStorage.getItem('sign-in') ?? '{}');
  history.replaceState(null, '', home);
  sessionStorage.removeItem('sign-in');
  if (!query.has('code') && !query.has('error')) return;
  if (!begun.state || query.get('state') !== begun.state) return show('This sign-in was not begun here.');
  if (query.has('error')) return show(query.get('error'));
  keep(await post('/oauth2/token', {
    grant_type: 'authorization_code', code: query.get('code'), redirect_uri: home, code_verifier: begun.verifier,
  }));
}

async function orders() {
  // Refusals of an HTTP API have no CORS headers, and no page can read them.
  if (!tokens.access_token) return show('Sign in first.');
  const answer = await fetch(`${config.api}/orders`, { headers: { Authorization: `Bearer ${tokens.access_token}` } });
  show({ status: answer.status, ...(await answer.json()) });
}

async function refresh() {
  keep(await post('/oauth2/token', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token }));
  show('refreshed');
}

async function signOut() {
  if (tokens.refresh_token) await post('/oauth2/revoke', { token: tokens.refresh_token });
  tokens = {};
  location.assign(`${config.domain}/logout?` + new URLSearchParams({ client_id: config.client, logout_uri: home }));
}

for (const [id, action] of Object.entries({ in: signIn, orders, refresh, out: signOut })) {
  byId(id).onclick = () => action().catch(error => show(String(error.message)));
}
await arrive().catch(error => show(String(error.message)));
document.body.dataset.ready = 'true';
