// Shows the document of what is served. Nothing is fetched from elsewhere: no validator, no fonts.
// In "Authorize" a client goes by its name: the server has its secret, and asks for the token.

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', follow);
follow();

const state = await (await fetch('state')).json();
const byName = new Map(state.clients.filter(client => client.machine).map(client => [client.name, client.id]));

/** The client that a request for a token names, and the scopes that it asks for. */
function asked(request) {
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const basic = /^Basic (.+)$/.exec(request.headers.Authorization ?? '');
  return {
    id: byName.get(form.get('client_id') ?? (basic ? atob(basic[1]).split(':')[0] : '')),
    scopes: (form.get('scope') ?? '').split(' ').filter(Boolean),
  };
}

const ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#swagger',
  validatorUrl: null,
  deepLinking: false,
  requestInterceptor: request => {
    if (!request.url.endsWith('/oauth2/token') || !asked(request).id) return request;
    const { id, scopes } = asked(request);
    return Object.assign(request, {
      url: new URL('token', location.href).href,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ client: id, scopes }),
    });
  },
  responseInterceptor: answer => {
    if (!answer.url.endsWith('/_tollgate/token') || !answer.ok) return answer;
    const text = JSON.stringify({ access_token: JSON.parse(answer.data).token, token_type: 'Bearer' });
    return Object.assign(answer, { data: text, text });
  },
});
ui.initOAuth({ clientId: [...byName.keys()][0] ?? '' });
document.body.dataset.ready = 'true';
