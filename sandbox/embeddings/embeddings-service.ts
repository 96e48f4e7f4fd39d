import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readBearer } from '../core/bearer.ts';
import type { SandboxCore } from '../core/core.ts';
import { watchRequests } from '../core/watch-requests.ts';
import { dimensions as allDimensions, embedText, shortened } from './simulated-model.ts';

/** The deployment in Azure, and the model of the other service. */
export const simulatedDeployment = 'sandbox-embedding';
/** What both call the model behind it. */
const modelName = 'sandbox-embedding-1';
const audience = 'https://cognitiveservices.azure.com';
const textsAtMost = 2_048;
const tokensOfText = 8_192;
const tokensOfRequest = 300_000;
/** Enough to be as strict as the real ones about length. */
const lettersPerToken = 4;

/** Who is answering: the two say the same in other words. */
type Style = 'azure' | 'plain';
type RefusalName = 'no-key' | 'no-deployment' | 'no-resource' | 'unreadable' | 'too-long' | 'too-many';

const bodySchema = z.strictObject({
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(textsAtMost)]),
  model: z.string().optional(),
  encoding_format: z.enum(['float', 'base64']).default('float'),
  dimensions: z.number().int().min(1).max(allDimensions).default(allDimensions),
  user: z.string().optional(),
});

/**
 * Azure OpenAI's embeddings, in the form with a deployment and `api-version` and in the form of v1.
 * Source: Microsoft Learn, "Azure OpenAI REST API reference" (2024-10-21) and "Embeddings - Create embedding" (v1).
 */
export function azureEmbeddings(core: SandboxCore, key: string): FastifyPluginAsync {
  return async (app) => {
    watchRequests(app, core, 'embeddings', { query: 'shown', body: 'shown' });
    app.post('/openai/v1/embeddings', async (request, reply) => {
      if (!(await isKnownToAzure(core, key, request))) return refuse(reply, 'azure', 'no-key');
      return answer(request, reply, 'azure');
    });
    app.post('/openai/deployments/:deployment/embeddings', async (request, reply) => {
      const { deployment } = z.object({ deployment: z.string() }).parse(request.params);
      const version = z.object({ 'api-version': z.string() }).safeParse(request.query);
      if (!version.success || !/^\d{4}-\d\d-\d\d(?:-preview)?$/.test(version.data['api-version']))
        return refuse(reply, 'azure', 'no-resource');
      // This form takes a key in its own header only; a bearer is a token of Entra.
      if (!(await isKnownToAzure(core, key, request, 'header-only'))) return refuse(reply, 'azure', 'no-key');
      if (deployment !== simulatedDeployment) return refuse(reply, 'azure', 'no-deployment');
      return answer(request, reply, 'azure', deployment);
    });
  };
}

/** What OpenAI offers and others imitate. Source: OpenAI, API reference, "Create embeddings" and "Error codes". */
export function plainEmbeddings(core: SandboxCore, key: string): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    watchRequests(app, core, 'embeddings', { query: 'shown', body: 'shown' });
    app.post('/v1/embeddings', async (request, reply) => {
      if (request.headers.authorization !== `Bearer ${key}`) return refuse(reply, 'plain', 'no-key');
      return answer(request, reply, 'plain');
    });
  };
}

async function isKnownToAzure(
  core: SandboxCore,
  key: string,
  { headers }: FastifyRequest,
  form: 'header-only' | 'any' = 'any',
): Promise<boolean> {
  if (headers['api-key'] !== undefined) return headers['api-key'] === key;
  if (form === 'any' && headers.authorization === `Bearer ${key}`) return true;
  return (await readBearer(core, headers.authorization, audience)).kind === 'verified';
}

function answer(request: FastifyRequest, reply: FastifyReply, style: Style, deployment?: string): FastifyReply {
  const parsed = bodySchema.safeParse(request.body);
  if (!parsed.success) return refuse(reply, style, 'unreadable');
  const { input, model = deployment, encoding_format: format, dimensions } = parsed.data;
  if (model !== simulatedDeployment) return refuse(reply, style, 'no-deployment');
  const texts = typeof input === 'string' ? [input] : input;
  const tokens = texts.map((text) => Math.ceil(text.length / lettersPerToken));
  if (tokens.some((count) => count > tokensOfText)) return refuse(reply, style, 'too-long');
  const total = tokens.reduce((sum, one) => sum + one, 0);
  if (total > tokensOfRequest) return refuse(reply, style, 'too-many');
  return reply.send({
    object: 'list',
    data: texts.map((text, index) => {
      const vector = shortened(embedText(text), dimensions);
      return { object: 'embedding', index, embedding: format === 'float' ? vector : inBase64(vector) };
    }),
    model: modelName,
    usage: { prompt_tokens: total, total_tokens: total },
  });
}

function inBase64(vector: readonly number[]): string {
  return Buffer.from(Float32Array.from(vector).buffer).toString('base64');
}

const refusals = {
  'no-key': { status: 401, azure: '401', plain: 'invalid_api_key', message: 'The key or token is not accepted here.' },
  'no-deployment': {
    status: 404,
    azure: 'DeploymentNotFound',
    plain: 'model_not_found',
    message: 'There is no such deployment or model.',
  },
  'no-resource': { status: 404, azure: '404', plain: null, message: 'There is nothing at this address.' },
  unreadable: { status: 400, azure: null, plain: null, message: 'The body is not what the reference describes.' },
  'too-long': { status: 400, azure: null, plain: null, message: `A text has more than ${tokensOfText} tokens.` },
  'too-many': { status: 400, azure: null, plain: null, message: `More than ${tokensOfRequest} tokens at once.` },
} as const satisfies Record<RefusalName, object>;

function refuse(reply: FastifyReply, style: Style, name: RefusalName): FastifyReply {
  const { status, azure, plain, message } = refusals[name];
  // A gateway answers for Azure before there is a model, and knows only a code.
  const error =
    style === 'azure' && azure !== null
      ? { code: azure, message }
      : { message, type: 'invalid_request_error', param: null, code: plain };
  return reply.code(status).send({ error });
}
