import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { version } from '../../config/version.ts';
import { errorName } from '../../domain/errors.ts';
import type { Journal, JournalEvent } from '../../ports/journal.ts';
import { attributeOf, createMeasures, type Measures } from './measures.ts';
import type { Exporters, Telemetry } from './telemetry-shape.ts';
import { type Telling, tellings } from './tellings.ts';

const metricsEveryMs = 60_000;
const exportTimeoutMs = 5_000;
const lastExportMs = 3_000;
/** Outcomes of a successful call. A conflict in the store is normal with several writers. */
const expected: ReadonlySet<string> = new Set(['2xx', '3xx', 'conflict']);

/** Starts measuring. An export that fails is dropped: the bot never waits for it. */
export function createTracing(places: readonly Exporters[]): Telemetry {
  const resource = resourceFromAttributes({
    'service.name': 'onetenant',
    'service.version': version,
    'service.instance.id': randomUUID(),
  });
  const spans = new BasicTracerProvider({
    resource,
    spanProcessors: places.map(
      (place) => new BatchSpanProcessor(place.spans, { exportTimeoutMillis: exportTimeoutMs }),
    ),
  });
  const meters = new MeterProvider({
    resource,
    readers: places.map(
      (place) =>
        new PeriodicExportingMetricReader({
          exporter: place.metrics,
          exportIntervalMillis: metricsEveryMs,
          exportTimeoutMillis: exportTimeoutMs,
        }),
    ),
  });
  const turns = new TurnTraces(spans.getTracer('onetenant'));
  const measures = createMeasures(meters.getMeter('onetenant'));
  return {
    watch: (journal) => watched(journal, turns, measures),
    inTurn: (run) => turns.run(run),
    async stop() {
      // A collector that is down must not delay shutdown.
      const sent = Promise.allSettled([spans.shutdown(), meters.shutdown()]);
      await Promise.race([sent, pause(lastExportMs, null, { ref: false })]);
    },
  };
}

function watched(journal: Journal, turns: TurnTraces, measures: Measures): Journal {
  return {
    note(event) {
      turns.note(event);
      measures.note(event);
      journal.note(event);
    },
  };
}

/** One trace per turn. An event belongs to the turn in whose async context it was logged. */
class TurnTraces {
  readonly #tracer: Tracer;
  readonly #current = new AsyncLocalStorage<Span>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  async run<T>(turn: () => Promise<T>): Promise<T> {
    const span = this.#tracer.startSpan('turn', { kind: SpanKind.SERVER, root: true }, ROOT_CONTEXT);
    try {
      return await this.#current.run(span, turn);
    } catch (error) {
      // Only the type: a message may contain what a person typed.
      span.setAttribute('error.type', errorName(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  }

  note(event: JournalEvent): void {
    const span = this.#current.getStore();
    if (span === undefined) return;
    if (event.event === 'upstream.called') {
      this.#addCall(span, event);
      return;
    }
    if (event.event === 'turn.failed') span.setStatus({ code: SpanStatusCode.ERROR });
    const { traced = { on: 'event', as: {} } }: Telling = tellings[event.event];
    const fields: Readonly<Record<string, unknown>> = { ...event };
    const attributes = Object.fromEntries(
      Object.entries(traced.as).map(([attribute, field]) => [attribute, attributeOf(fields[field])]),
    );
    if (traced.on === 'turn') span.setAttributes(attributes);
    else span.addEvent(event.event, attributes);
  }

  /** The journal logs a call when it is over, so its span is backdated. */
  #addCall(turn: Span, call: Extract<JournalEvent, { event: 'upstream.called' }>): void {
    const endedAt = Date.now();
    const span = this.#tracer.startSpan(
      call.service,
      {
        kind: SpanKind.CLIENT,
        startTime: endedAt - call.tookMs,
        attributes: { 'peer.service': call.service, 'onetenant.outcome': call.outcome },
      },
      trace.setSpan(ROOT_CONTEXT, turn),
    );
    if (!expected.has(call.outcome)) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  }
}
