import { z } from 'zod';
import { lazily } from '../../domain/lazily.ts';
import { acceptedSchema, refusalSchema, reportSchema } from './ticket-schemas.ts';

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
};
const bare = (description: string) => ({ description });
const waiting = (description: string) => ({ description, headers: retryAfter });
const json = (description: string, schema: z.ZodType) => {
  // Created on the first request, not at every start.
  const made = lazily(() => schemaOf(schema));
  return {
    description,
    content: {
      'application/json': {
        get schema() {
          return made();
        },
      },
    },
  };
};

/** The OpenAPI 3.1 description of the API for helpdesks. */
export function ticketsOpenApi(publicUrl: string | undefined): Readonly<Record<string, unknown>> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'OneTenant for helpdesks',
      version: '1.0.0',
      description: 'A helpdesk hands tickets over, and asks how they are. Refusals have no body.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    ...(publicUrl === undefined ? {} : { servers: [{ url: publicUrl }] }),
    tags: [{ name: 'tickets' }],
    paths: {
      '/api/tickets/{desk}': { post: deliveryOperation },
      '/api/tickets/{id}': { get: reportOperation },
      '/api/tickets/openapi.json': { get: descriptionOperation },
    },
    components: { securitySchemes },
  };
}

const deliveryOperation = {
  operationId: 'deliver',
  tags: ['tickets'],
  summary: 'Hand a ticket over, bring an answer, or take it back.',
  description:
    'The body is what the desk sends by itself or what its rule was set up to send. It is proved the way of the desk, over the bytes as they are sent. The same delivery may come again: it has one effect and one answer.',
  security: [{ standardWebhooks: [] }, { zendesk: [] }, { hubSignature: [] }, { deskSecret: [] }],
  parameters: [
    {
      name: 'desk',
      in: 'path',
      required: true,
      description: 'The desk, as the setting DESKS names it.',
      schema: { type: 'string', pattern: '^[a-z0-9-]{1,40}$' },
    },
  ],
  requestBody: {
    required: true,
    description: 'JSON in UTF-8, at most 64 kB.',
    content: { 'application/json': { schema: { type: 'object' } } },
  },
  responses: {
    '202': json('Stored for good.', acceptedSchema),
    '400': bare('Not JSON, or its delivery id is no id.'),
    '401': bare('Not from this desk, or too old.'),
    '404': bare('There is no such desk.'),
    '408': bare('The body took too long.'),
    '413': bare('The body is larger than 64 kB.'),
    '415': bare('Not JSON in UTF-8, or compressed.'),
    '422': json('Not a shape that this desk sends, or its delivery id came before with another body.', refusalSchema),
    '429': waiting('Too many refused deliveries from this address, or too many for this desk or this ticket.'),
    '503': waiting('Cannot be taken now; deliver it again.'),
  },
};

const reportOperation = {
  operationId: 'report',
  tags: ['tickets'],
  summary: 'How a ticket is.',
  security: [{ readKey: [] }],
  parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  responses: {
    '200': json('The ticket.', reportSchema),
    '401': bare('Not a key of any desk.'),
    '404': bare('There is no such ticket, or it is of another desk.'),
    '429': waiting('Too many refused questions from this address.'),
    '503': waiting('Cannot be told now.'),
  },
};

const descriptionOperation = {
  operationId: 'describe',
  tags: ['tickets'],
  summary: 'This description.',
  security: [],
  responses: {
    '200': { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
  },
};

const securitySchemes = {
  readKey: { type: 'http', scheme: 'bearer', description: 'One of the readKeys of the desk.' },
  standardWebhooks: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Generic desks: Standard Webhooks, with webhook-id and webhook-timestamp.',
  },
  zendesk: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Zendesk-Webhook-Signature',
    description: 'Zendesk, with X-Zendesk-Webhook-Signature-Timestamp.',
  },
  hubSignature: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Hub-Signature',
    description: 'Jira Service Management (sha256) and Zammad (sha1).',
  },
  deskSecret: {
    type: 'apiKey',
    in: 'header',
    name: 'X-OneTenant-Secret',
    description: 'Freshdesk and ServiceNow.',
  },
};

/** Without `$schema`: in OpenAPI 3.1 the version determines the dialect. */
function schemaOf(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}
