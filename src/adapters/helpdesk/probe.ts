import type { z } from 'zod';
import type { DeskProbe } from '../../ports/desk.ts';
import type { DeskAnswer, DeskSend } from './desk-send.ts';

/** A read-only request, and the desk's response to an authenticated caller. */
export interface ProbeQuestion {
  readonly path: string;
  readonly answer: z.ZodType;
  /** The response to an anonymous caller, if the desk answers those with 200. */
  readonly nobody?: z.ZodType;
}

export async function probeThrough(send: DeskSend, question: ProbeQuestion): Promise<DeskProbe> {
  return judge(await send({ method: 'GET', path: question.path }), question);
}

/** For a desk without an API to ask: any response shows that it can be reached. */
export async function reachFor(send: DeskSend): Promise<DeskProbe> {
  const answer = await send({ method: 'GET', path: '' });
  return answer.kind === 'silent'
    ? { kind: 'unreachable', because: answer.because }
    : { kind: 'well', triedKey: false };
}

function judge(answer: DeskAnswer, question: ProbeQuestion): DeskProbe {
  if (answer.kind === 'silent') return { kind: 'unreachable', because: answer.because };
  const { status, json } = answer;
  if (status === 401 || status === 403) return { kind: 'key-refused', status };
  if (status === 408 || status === 429 || status >= 500) return { kind: 'unreachable', because: 'failing' };
  if (status !== 200) return { kind: 'not-there', status };
  if (question.answer.safeParse(json).success) return { kind: 'well', triedKey: true };
  return question.nobody?.safeParse(json).success === true
    ? { kind: 'key-refused', status }
    : { kind: 'not-there', status };
}
