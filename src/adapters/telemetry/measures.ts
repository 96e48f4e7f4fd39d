import type { Meter } from '@opentelemetry/api';
import type { JournalEvent } from '../../ports/journal.ts';

/** Counts and durations. Labels come from our own closed lists, never from a person. */
export interface Measures {
  note(event: JournalEvent): void;
}

const milliseconds = {
  unit: 'ms',
  advice: { explicitBucketBoundaries: [10, 25, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000] },
};

export function createMeasures(meter: Meter): Measures {
  const turns = meter.createCounter('onetenant.turns', { description: 'Turns that came to an end, by outcome.' });
  const turnDuration = meter.createHistogram('onetenant.turn.duration', {
    description: 'From taking an activity to the answer that was sent.',
    ...milliseconds,
  });
  const replays = meter.createCounter('onetenant.replays', {
    description: 'Turns run again because somebody else saved first.',
  });
  const calls = meter.createCounter('onetenant.upstream.calls', { description: 'Requests to Microsoft’s services.' });
  const callDuration = meter.createHistogram('onetenant.upstream.duration', {
    description: 'How long Microsoft’s services took.',
    ...milliseconds,
  });
  const sendFailures = meter.createCounter('onetenant.send.failures', {
    description: 'Messages that the channel did not take.',
  });
  const verdicts = meter.createCounter('onetenant.verdicts', {
    description: 'Verdicts told, by scenario and outcome.',
  });
  const proofs = meter.createCounter('onetenant.proofs', { description: 'Proofs told, by scenario and kind.' });
  const questions = meter.createCounter('onetenant.questions', { description: 'Questions, by how they ended.' });
  const events = meter.createCounter('onetenant.events', { description: 'Every event of the journal, by name.' });

  return {
    note(event) {
      events.add(1, { event: event.event });
      switch (event.event) {
        case 'turn.done':
          turns.add(1, { channel: event.channel, outcome: 'done' });
          turnDuration.record(event.tookMs, { channel: event.channel });
          return;
        case 'turn.failed':
          turns.add(1, { outcome: 'failed', code: event.code });
          return;
        case 'turn.conflict':
          replays.add(1);
          return;
        case 'upstream.called':
          calls.add(1, { service: event.service, outcome: event.outcome });
          callDuration.record(event.tookMs, { service: event.service });
          return;
        case 'send.failed':
          sendFailures.add(1, { status: event.status ?? 0, code: event.code });
          return;
        case 'verdict.told':
          verdicts.add(1, { scenario: event.scenario, outcome: event.outcome });
          return;
        case 'proof.told':
          proofs.add(1, { scenario: event.scenario, kind: event.kind });
          return;
        case 'question.asked':
          questions.add(1, { outcome: event.outcome });
          return;
        default:
      }
    },
  };
}
