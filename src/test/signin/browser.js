// A browser as far as the pool's pages need one: cookies, redirects, and one form.

/** Signs `username` in at the address that a client sends people to, and answers where they are sent back to. */
export async function signIn(address, username, password) {
  const cookies = new Map();
  const go = async (url, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', ...options, headers: { ...options.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split('=');
      cookies.set(name, value);
    }
    return answer;
  };
  let answer = await go(address);
  while (answer.status === 302) {
    answer = await go(answer.headers.get('location'));
  }
  const page = await answer.text();
  const text = html => html.replaceAll('&amp;', '&');
  const action = text(page.match(/<form method="post" action="([^"]+)"/)[1]);
  const form = new URLSearchParams();
  for (const [, name, value] of page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)) form.set(name, text(value));
  form.set('username', username);
  form.set('password', password);
  const sent = await go(action, { method: 'POST', body: form, headers: { origin: new URL(action).origin } });
  if (sent.status !== 302) throw new Error(`not signed in: ${sent.status} ${await sent.text()}`);
  return sent.headers.get('location');
}
