// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './mutation.ts';

const stepUps = 'src/bot/sign-in/step-ups.ts';
const stepUp = 'test/conversations/step-up';
const readFacts = 'test/adapters/facts/read-facts';

/** A sign-in in a browser that proves more. */
export const stepUpControls: readonly Mutation[] = [
  {
    control: 'the account of a step-up',
    file: 'src/adapters/entra/step-up-sign-in.ts',
    from: 'sameId(token.tid, tenantId) && sameId(person.data.oid, personId)',
    to: 'tenantId !== personId',
    test: stepUp,
  },
  {
    control: 'the second wrong account ends a step-up',
    file: 'src/bot/context/turn-step-up.ts',
    from: 'stepUp === null || stepUp.isAgain ||',
    to: 'stepUp === null ||',
    test: stepUp,
  },
  {
    control: 'a step-up is opened once',
    file: stepUps,
    from: "    if (kept.isUsed) return { kind: 'used', locale };\n    if (kept.until <= clock.now())",
    to: '    if (kept.until <= clock.now())',
    test: stepUp,
  },
  {
    control: 'the browser of a step-up',
    file: stepUps,
    from: "if (verifier === null) return { kind: 'old', locale };",
    to: '',
    test: stepUp,
  },
  {
    control: 'of two windows, one counts',
    file: stepUps,
    from: "return isFirst ? { kind: 'claimed', id, kept, attempt: { ...begun, verifier } } : { kind: 'changed-meanwhile' };",
    to: "return { kind: isFirst ? 'claimed' : 'claimed', id, kept, attempt: { ...begun, verifier } };",
    test: 'test/bot/sign-in/step-ups',
  },
  {
    control: 'a step-up ends by itself',
    file: stepUps,
    from: "if (kept.until <= clock.now()) return { kind: 'old', locale };",
    to: '',
    test: stepUp,
  },
  {
    control: 'a link that nobody gave out',
    file: stepUps,
    from: "if (found === null) return { kind: 'old', locale: null };\n    const { kept } = found;\n    const { locale } = kept;\n    if (kept.isUsed)",
    to: "const { kept } = found ?? ({ kept: { locale: 'en' } } as FoundStepUp);\n    const { locale } = kept;\n    if (kept.isUsed)",
    test: stepUp,
  },
  {
    control: 'claims of a challenge are checked',
    file: 'src/domain/challenge.ts',
    from: "return typeof request === 'object' && request !== null && !Array.isArray(request) ? JSON.stringify(request) : null;",
    to: 'return request === null ? text : JSON.stringify(request);',
    test: readFacts,
  },
  {
    control: 'what was proved belongs to one sign-in',
    file: 'src/adapters/entra/on-behalf-of.ts',
    from: '|${resource}|${signIn}`',
    to: '|${resource}|${signIn.slice(0, 0)}`',
    test: stepUp,
  },
  {
    control: 'what was proved ends after an hour',
    file: 'src/adapters/entra/step-up-sign-in.ts',
    from: 'const lastsMs = Math.min((expiresOn?.getTime() ?? 0) - Date.now(), provedForMs);',
    to: 'const lastsMs = 9 * provedForMs;',
    doubledBy: {
      control: 'what was proved belongs to one sign-in',
      file: 'src/adapters/entra/on-behalf-of.ts',
      from: '|${resource}|${signIn}`',
      to: '|${resource}|${signIn.slice(0, 0)}`',
    },
    test: stepUp,
  },
  {
    control: 'what follows a step-up reads nothing again',
    file: 'dialogs/reading.ts',
    from: 'options?.useLastReading === true ? conversation.progress.facts : null',
    to: 'options?.useLastReading === true && conversation.progress.goal === null ? conversation.progress.facts : null',
    test: 'test/dialogs/step-up-dialog',
  },
];
