// One application, below `prefix`, for each adapter that takes Express.
import express from 'express';

export function application(prefix) {
  const router = express.Router();
  router.post('/text', (request, response) => response.json({ text: request.body }));
  router.get('/hello/:name', (request, response) => response.json({ name: request.params.name, q: request.query.q, own: request.get('x-own') }));
  router.post('/bytes', (request, response) => response.json({ length: request.body.length, sum: request.body.reduce((sum, byte) => sum + byte, 0) }));
  router.get('/bytes', (request, response) => response.type('image/png').send(Buffer.from([255, 216, 0, 1])));
  router.get('/cookies', (request, response) => response.append('Set-Cookie', 'c=3; Path=/').append('Set-Cookie', 'd=4; Path=/')
    .json({ cookie: request.get('cookie') }));
  router.get('/missing', (request, response) => response.status(404).json({ message: 'no such thing' }));
  const app = express();
  app.use(express.text(), express.raw());
  // On a REST API codegenie takes the greedy parameter for the path, which has no prefix.
  app.use(prefix, router);
  app.use(router);
  return app;
}
