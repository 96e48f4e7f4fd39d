import type { FastifyInstance } from 'fastify';

/** Clients send an empty body with the JSON content type, so it counts as no body, not as broken JSON. */
export function takeBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body);
    if (text.trim() === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text));
    } catch (fault) {
      done(Object.assign(new Error('The body is not JSON.', { cause: fault }), { statusCode: 400 }));
    }
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}
