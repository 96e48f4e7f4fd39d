import type { z } from 'zod';
import { type DeskProbe, type DeskRight, deskRights } from '../../ports/desk.ts';
import type { DeskAnswer, DeskSend } from './desk-send.ts';

/** A read-only request, and the desk's response to an authenticated caller. */
export interface ProbeQuestion {
  readonly path: string;
  readonly answer: z.ZodType;
  /** The response to an anonymous caller, if the desk answers those with 200. */
  readonly nobody?: z.ZodType;
  /** What the response says about our rights. Default: nothing. */
  readonly rights?: (json: unknown) => SaidRights;
}

/** For each right that a desk tells about, whether we have it. */
export type SaidRights = Readonly<Partial<Record<DeskRight, boolean>>>;

/** Asks who we are. `askRights`: a second question, where the first says too little; not every account may ask it, so no answer says nothing. */
export async function probeThrough(
  send: DeskSend,
  question: ProbeQuestion,
  askRights: (send: DeskSend) => Promise<SaidRights> = async () => ({}),
): Promise<DeskProbe> {
  const answer = await send({ method: 'GET', path: question.path });
  if (answer.kind === 'silent') return { kind: 'unreachable', because: answer.because };
  return faultOf(answer, question) ?? well({ ...question.rights?.(answer.json), ...(await askRights(send)) });
}

/** For a desk without an API to ask: any response shows that it can be reached. */
export async function reachFor(send: DeskSend): Promise<DeskProbe> {
  const answer = await send({ method: 'GET', path: '' });
  return answer.kind === 'silent'
    ? { kind: 'unreachable', because: answer.because }
    : { kind: 'well', triedKey: false, may: [], mayNot: [] };
}

/** Null if the desk's API took our key. */
function faultOf(
  { status, json }: Extract<DeskAnswer, { kind: 'answered' }>,
  { answer, nobody }: ProbeQuestion,
): DeskProbe | null {
  if (status === 401 || status === 403) return { kind: 'key-refused', status };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'unreachable', because: 'failing' };
  if (status !== 200) return { kind: 'not-there', status };
  if (answer.safeParse(json).success) return null;
  return nobody?.safeParse(json).success === true ? { kind: 'key-refused', status } : { kind: 'not-there', status };
}

function well(said: SaidRights): DeskProbe {
  const told = (isTrue: boolean) => deskRights.filter((right) => said[right] === isTrue);
  return { kind: 'well', triedKey: true, may: told(true), mayNot: told(false) };
}
