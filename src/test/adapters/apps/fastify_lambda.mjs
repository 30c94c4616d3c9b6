import awsLambdaFastify from '@fastify/aws-lambda';
import fastify from 'fastify';

const app = fastify();
app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (request, body, done) => done(null, body));
app.register(async routes => {
  routes.post('/text', async request => ({ text: request.body }));
  routes.get('/hello/:name', async request => ({ name: request.params.name, q: request.query.q, own: request.headers['x-own'] }));
  routes.post('/bytes', async request => ({ length: request.body.length, sum: request.body.reduce((sum, byte) => sum + byte, 0) }));
  routes.get('/bytes', async (request, reply) => reply.type('image/png').send(Buffer.from([255, 216, 0, 1])));
  routes.get('/cookies', async (request, reply) => reply.header('Set-Cookie', 'c=3; Path=/').header('Set-Cookie', 'd=4; Path=/')
    .send({ cookie: request.headers.cookie }));
  routes.get('/missing', async (request, reply) => reply.status(404).send({ message: 'no such thing' }));
}, { prefix: '/fastify_lambda' });

export const handler = awsLambdaFastify(app, { binaryMimeTypes: ['image/png'] });
