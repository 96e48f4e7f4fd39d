import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const valueSchema = z.looseObject({ stringValue: z.string().optional() });
const attributesSchema = z
  .array(z.object({ key: z.string(), value: valueSchema }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]])));
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  attributes: attributesSchema,
  status: z.object({ code: z.number().optional() }),
});
const tracesSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) })),
});
const pointsSchema = z.object({ dataPoints: z.array(z.looseObject({ attributes: attributesSchema })) }).optional();
const metricsSchema = z.object({
  resourceMetrics: z.array(
    z.object({
      scopeMetrics: z.array(
        z.object({ metrics: z.array(z.object({ name: z.string(), sum: pointsSchema, histogram: pointsSchema })) }),
      ),
    }),
  ),
});

export type ReceivedSpan = z.infer<typeof spanSchema>;
export interface ReceivedMetric {
  readonly name: string;
  readonly points: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
}

/** A collector that keeps what it is sent, on a free port of this machine. */
export interface Collector {
  readonly origin: string;
  /** Everything it was sent, as text. */
  raw(): string;
  spans(): readonly ReceivedSpan[];
  metrics(): readonly ReceivedMetric[];
  close(): void;
}

/** With `certificate` it speaks https only. */
export async function openCollector(certificate?: { readonly cert: string; readonly key: string }): Promise<Collector> {
  const received: { readonly path: string; readonly text: string }[] = [];
  const take: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
    received.push({ path: request.url ?? '', text });
    response.setHeader('content-type', 'application/json');
    response.end('{}');
  };
  const server = certificate === undefined ? createServer(take) : createTlsServer(certificate, take);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const bodiesAt = (path: string) => received.filter((one) => one.path === path).map(({ text }) => JSON.parse(text));
  return {
    origin: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    raw: () => received.map(({ text }) => text).join('\n'),
    spans: () =>
      bodiesAt('/v1/traces').flatMap((body) =>
        tracesSchema.parse(body).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      ),
    metrics: () =>
      bodiesAt('/v1/metrics').flatMap((body) =>
        metricsSchema
          .parse(body)
          .resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
          .map(({ name, sum, histogram }) => ({ name, points: (sum ?? histogram)?.dataPoints ?? [] })),
      ),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
