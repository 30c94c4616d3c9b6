import { Router } from '@aws-lambda-powertools/event-handler/http';

const app = new Router();
app.post('/powertools/text', async ({ req }) => ({ text: await req.text() }));
app.get('/powertools/hello/:name', async ({ req, params }) => ({ name: params.name, q: new URL(req.url).searchParams.getAll('q'), own: req.headers.get('x-own') }));
app.post('/powertools/bytes', async ({ req }) => {
  const bytes = new Uint8Array(await req.arrayBuffer());
  return { length: bytes.length, sum: bytes.reduce((sum, byte) => sum + byte, 0) };
});
app.get('/powertools/bytes', async () => new Response(new Uint8Array([255, 216, 0, 1]), { headers: { 'Content-Type': 'image/png' } }));
app.get('/powertools/cookies', async ({ req }) => {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  headers.append('Set-Cookie', 'c=3; Path=/');
  headers.append('Set-Cookie', 'd=4; Path=/');
  return new Response(JSON.stringify({ cookie: req.headers.get('cookie') }), { headers });
});
app.get('/powertools/missing', async () => new Response(JSON.stringify({ message: 'no such thing' }), { status: 404, headers: { 'Content-Type': 'application/json' } }));

export const handler = async (event, context) => app.resolve(event, context);
