import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

const app = new Hono().basePath('/hono_app');
app.post('/text', async context => context.json({ text: await context.req.text() }));
app.get('/hello/:name', context => context.json({ name: context.req.param('name'), q: context.req.queries('q'), own: context.req.header('x-own') }));
app.post('/bytes', async context => {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return context.json({ length: bytes.length, sum: bytes.reduce((sum, byte) => sum + byte, 0) });
});
app.get('/bytes', context => context.body(new Uint8Array([255, 216, 0, 1]), 200, { 'Content-Type': 'image/png' }));
app.get('/cookies', context => {
  context.header('Set-Cookie', 'c=3; Path=/', { append: true });
  context.header('Set-Cookie', 'd=4; Path=/', { append: true });
  return context.json({ cookie: context.req.header('cookie') });
});
app.get('/missing', context => context.json({ message: 'no such thing' }, 404));

export const handler = handle(app);
