import type { Scenario } from '../../src/domain/scenario.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import { aContext } from '../builders/facts.ts';
import { offendersAmong, offendersOneByOne } from '../builders/offenders.ts';
import { allRecorded, factsOf, type Recorded, reasonIn } from './recorded.ts';

/** Example answers of Microsoft's documents: what the bot must read in each, and say. */

const recorded = allRecorded();

test('there are enough of them, and half are odd', () => {
  expect(recorded.length).toBeGreaterThanOrEqual(60);
  expect(recorded.filter(({ odd }) => odd !== undefined).length).toBeGreaterThanOrEqual(recorded.length / 2);
});

test('each names its document and its date, and says what it changes', () => {
  const faults = offendersAmong(recorded, ({ page, date, changed, odd }) => [
    ...(/^https:\/\/learn\.microsoft\.com\//.test(page) ? [] : [`"${page}" is no page of Microsoft's documents`]),
    ...(/^(\d{4}-\d{2}-\d{2}|commit [\da-f]{8})$/.test(date) ? [] : [`"${date}" is no date`]),
    ...(changed === '' ? ['it does not say what it changes'] : []),
    ...(odd === undefined || ['null', 'absent', 'unknown'].includes(odd) ? [] : [`"${odd}" is no kind of odd`]),
  ]);

  expect(faults).toEqual([]);
});

test('each either decides, or says why nothing may be decided', () => {
  const faults = offendersAmong(recorded, ({ reason, undecided, verdict }) => {
    const isUnsure = Object.values(verdict).includes('unsure');
    if (isUnsure && reason === undefined && undecided === undefined) return ['it is unsure, and does not say why'];
    return !isUnsure && undecided !== undefined ? ['it decides, and says why it does not'] : [];
  });

  expect(faults).toEqual([]);
});

test('each gives the facts, the verdict and the notices that it must', async () => {
  expect(await offendersOneByOne(recorded, faultsOfReading)).toEqual([]);
});

async function faultsOfReading(one: Recorded): Promise<readonly string[]> {
  const facts = await factsOf(one);
  const faults: string[] = [];
  if (one.reason !== undefined && reasonIn(one) !== one.reason) faults.push(`${reasonIn(one)}, not ${one.reason}`);
  for (const [fact, wanted] of Object.entries(one.facts ?? {})) {
    const read = facts[fact as keyof typeof facts];
    if (!holds(read, wanted)) faults.push(`${fact} is ${JSON.stringify(read)}`);
  }
  for (const [scenario, outcome] of Object.entries(one.verdict)) {
    const verdict = decideVerdict(scenario as Scenario, facts, aContext());
    if (verdict.outcome !== outcome) faults.push(`${scenario} is ${verdict.outcome}, not ${outcome}`);
  }
  const [first] = Object.keys(one.verdict);
  const told = decideVerdict((first ?? 'add-azure') as Scenario, facts, aContext()).notices.map(({ id }) => id);
  for (const notice of one.notices ?? [])
    if (!told.includes(notice)) faults.push(`${notice} is not told: ${told.join(', ')}`);
  return faults;
}

/** Whether everything that is wanted is there; lists have as many items as wanted. */
function holds(read: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return read === wanted;
  if (typeof read !== 'object' || read === null) return false;
  if (Array.isArray(wanted))
    return (
      Array.isArray(read) && read.length === wanted.length && wanted.every((one, index) => holds(read[index], one))
    );
  return Object.entries(wanted).every(([name, value]) => holds((read as Record<string, unknown>)[name], value));
}
