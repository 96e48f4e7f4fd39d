import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** A documented refusal: the status and the code are stable, the message is for the log. */
export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly innerHttpError?: { readonly statusCode: number; readonly body: unknown };
}

export function refusal(status: number, code: string, message: string): Refusal {
  return { kind: 'refused', status, code, message };
}

export function refuse(reply: FastifyReply, { status, code, message, innerHttpError }: Refusal): FastifyReply {
  return reply.code(status).send({ error: { code, message, ...(innerHttpError ? { innerHttpError } : {}) } });
}

/** Broken JSON, a body that is too large and similar errors, in the channel's format. */
export function answerFault(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500;
  if (status === 413) return refuse(reply, refusal(413, 'MessageSizeTooBig', 'The request is larger than allowed.'));
  if (status < 500) return refuse(reply, refusal(status, 'BadSyntax', 'The request could not be read.'));
  return refuse(reply, refusal(500, 'ServiceError', 'The sandbox met a fault of its own.'));
}

export function answerUnknownPath(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(reply, refusal(404, 'NotFound', 'There is nothing at this address.'));
}
