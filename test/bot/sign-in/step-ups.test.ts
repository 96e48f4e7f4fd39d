import { StepUps } from '../../../src/bot/sign-in/step-ups.ts';
import type { UserToken } from '../../../src/ports/facts-source.ts';
import type { StepUpEnd } from '../../../src/ports/step-up-sign-in.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

/** One step-up that is open in two windows; Entra asks for nothing. */
async function inTwoWindows() {
  const store = new MemoryDocumentStore();
  const redeemed: string[] = [];
  const ended: StepUpEnd[] = [];
  let windows = 0;
  const stepUps = new StepUps({
    store,
    clock: { now: () => noon },
    jobs: {
      planIn: async (_ms, _conversation, job) => {
        if (job.kind === 'step-up-ended') ended.push(job.end);
      },
    },
    signIn: {
      digestOf: () => 'digest',
      begin: async (_order, key) => {
        windows += 1;
        const attempt = { state: `${key}.${windows}`, nonce: `nonce-${windows}`, verifier: `verifier-${windows}` };
        return { kind: 'begun', url: 'https://login.example', attempt };
      },
      finish: async (_order, { verifier }) => {
        redeemed.push(verifier);
        return { kind: 'refused', because: 'sign-in-again' };
      },
    },
    publicUrl: 'https://bot.example',
    randomKey: () => 'k'.repeat(43),
  });
  const { id } = await stepUps.offer({
    identity: { personId: 'person-1', tenantId: 'tenant-1', account: 'work' },
    challenge: { service: 'azure', claims: null },
    purpose: 'status',
    userToken: 'token' as UserToken,
    loginHint: null,
    conversation: 'conversation/directline/conv-1/one',
    locale: 'en',
  });
  const open = async () => {
    const opened = await stepUps.open(id);
    if (opened.kind !== 'begun') throw new Error(opened.kind);
    return () => stepUps.finish(opened.state, opened.verifier, { kind: 'code', code: 'code' });
  };
  return { store, redeemed, ended, windows: [await open(), await open()] as const };
}

test('of two windows that come back at the same moment, one counts, and the other is told so', async () => {
  const { store, redeemed, ended, windows } = await inTwoWindows();
  const [first, second] = windows;
  // The second has read that nobody came back yet when the first is written down.
  const counts: { readonly kind: string }[] = [];
  store.beforeNextWrite = async () => void counts.push(await first());
  counts.push(await second());

  expect(counts.map(({ kind }) => kind)).toEqual(['refused', 'used']);
  expect(redeemed).toEqual(['verifier-1']);
  expect(ended).toHaveLength(1);
});
