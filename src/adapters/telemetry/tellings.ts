import type { EventName, EventNamed } from '../../ports/journal.ts';

/** A level of the log. */
export type Level = 'debug' | 'info' | 'warn' | 'error';

/** Every metric but `onetenant.events`, which counts each event by its name. Those with a unit are histograms. */
export const metrics = {
  'onetenant.turns': { about: 'Turns that came to an end, by outcome.' },
  'onetenant.turn.duration': { about: 'From taking an activity to the answer that was sent.', unit: 'ms' },
  'onetenant.replays': { about: 'Turns run again because somebody else saved first.' },
  'onetenant.upstream.calls': { about: 'Requests to Microsoft’s services.' },
  'onetenant.upstream.duration': { about: 'How long Microsoft’s services took.', unit: 'ms' },
  'onetenant.send.failures': { about: 'Messages that the channel did not take.' },
  'onetenant.verdicts': { about: 'Verdicts told, by scenario and outcome.' },
  'onetenant.proofs': { about: 'Proofs told, by scenario and kind.' },
  'onetenant.questions': { about: 'Questions, by how they ended.' },
} as const satisfies Readonly<Record<string, { readonly about: string; readonly unit?: 'ms' }>>;

/** The name of a metric. */
export type MetricName = keyof typeof metrics;

/** What one event adds to a metric. */
export interface Measure<Field extends string = string> {
  readonly metric: MetricName;
  /** Its labels: fields whose values come from our own closed lists, never from a person. A field that is null counts as 0. */
  readonly by?: readonly Field[];
  /** Labels that this event always has. */
  readonly with?: Readonly<Record<string, string>>;
  /** The field to record; without one, the event counts as 1. */
  readonly value?: Field;
}

/** How one event is told to those who run the bot. */
export interface Telling<Field extends string = string> {
  /** Its level in the log; `info` where nothing is said. */
  readonly level?: Level;
  /** Strangers can cause it as often as they like: only so many are written per second, and the rest are counted. */
  readonly isSampled?: true;
  readonly measures?: readonly Measure<Field>[];
  /** What a trace says of it, by attribute: on the turn itself, or on an event of the turn. Without it, only its name. */
  readonly traced?: { readonly on: 'turn' | 'event'; readonly as: Readonly<Record<string, Field>> };
}

type FieldOf<Name extends EventName> = Exclude<keyof EventNamed<Name>, 'event'> & string;

/** How each event is told: in the log, in metrics and in traces. */
export const tellings: { readonly [Name in EventName]: Telling<FieldOf<Name>> } = {
  'app.started': {},
  'app.stopping': {},
  'process.fault': { level: 'error' },
  'library.said': { level: 'warn', isSampled: true },
  'log.left-out': {},
  'retention.done': {},
  'retention.failed': {},
  'store.failed': { level: 'error' },
  'store.recovered': {},
  'door.denied': { level: 'warn', isSampled: true },
  'door.keys-not-fetched': { level: 'error' },
  'door.full': { level: 'error', isSampled: true },
  'request.failed': { level: 'error' },
  'tab.keys-not-fetched': { level: 'error' },
  'tab.refused': { level: 'warn', isSampled: true },
  'tab.chat-not-found': { level: 'warn', isSampled: true },
  'request.shed': { level: 'warn', isSampled: true },
  'turn.done': {
    measures: [
      { metric: 'onetenant.turns', by: ['channel'], with: { outcome: 'done' } },
      { metric: 'onetenant.turn.duration', by: ['channel'], value: 'tookMs' },
    ],
    traced: {
      on: 'turn',
      as: {
        'onetenant.channel': 'channel',
        'onetenant.kind': 'kind',
        'onetenant.dialog': 'dialog',
        'onetenant.replays': 'replays',
      },
    },
  },
  'turn.failed': {
    level: 'error',
    measures: [{ metric: 'onetenant.turns', by: ['code'], with: { outcome: 'failed' } }],
    traced: {
      on: 'turn',
      as: { 'onetenant.reference': 'reference', 'error.type': 'code', 'onetenant.error': 'error' },
    },
  },
  'turn.duplicate': {},
  'turn.not-settled': { level: 'warn' },
  'turn.conflict': { level: 'warn', measures: [{ metric: 'onetenant.replays' }] },
  'state.quarantined': { level: 'error' },
  'state.newer': { level: 'warn' },
  'data.forgotten': {},
  'data.not-forgotten': { level: 'error' },
  'recheck.done': {},
  'send.failed': {
    level: 'warn',
    measures: [{ metric: 'onetenant.send.failures', by: ['status', 'code'] }],
    traced: { on: 'event', as: { 'http.response.status_code': 'status', 'error.type': 'code' } },
  },
  'send.refused': { level: 'error' },
  'send.recovered': {},
  'upstream.called': {
    level: 'debug',
    measures: [
      { metric: 'onetenant.upstream.calls', by: ['service', 'outcome'] },
      { metric: 'onetenant.upstream.duration', by: ['service'], value: 'tookMs' },
    ],
  },
  'sign-in.done': {},
  'sign-in.code-refused': {},
  'sign-in.exchanged': {},
  'sign-in.foreign': {},
  'sign-in.failed': {},
  'sign-in.unavailable': { level: 'warn', isSampled: true },
  'step-up.ended': {},
  'sign-out.done': {},
  'job.failed': {},
  'reference.dropped': {},
  'verdict.told': {
    measures: [{ metric: 'onetenant.verdicts', by: ['scenario', 'outcome'] }],
    traced: { on: 'turn', as: { 'onetenant.scenario': 'scenario', 'onetenant.verdict': 'outcome' } },
  },
  'proof.told': {
    measures: [{ metric: 'onetenant.proofs', by: ['scenario', 'kind'] }],
    traced: { on: 'turn', as: { 'onetenant.scenario': 'scenario', 'onetenant.proof': 'kind' } },
  },
  'message-box.answered': { level: 'debug' },
  'message-box.failed': { level: 'error' },
  'press.refused': { isSampled: true },
  'ticket.received': {},
  'ticket.refused': { level: 'warn', isSampled: true },
  'ticket.moved': {},
  'ticket.work-failed': { level: 'warn' },
  'desk.delivered': {},
  'desk.failed': { level: 'warn' },
  'desk.sign-in-failed': { level: 'warn' },
  'desk.state-refused': { level: 'warn' },
  'desk.dead': { level: 'error' },
  'operator.signed-in': {},
  'operator.refused': { level: 'warn', isSampled: true },
  'operator.replayed': {},
  'embeddings.ready': {},
  'embeddings.failed': { level: 'warn' },
  'embeddings.back': {},
  'question.asked': { measures: [{ metric: 'onetenant.questions', by: ['outcome'] }] },
};
