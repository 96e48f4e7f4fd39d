// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands there is code
import type { Mutation } from './mutation.ts';

/** Starting, ending and what is written down. */
export const processControls: readonly Mutation[] = [
  {
    control: 'crossing off what went out',
    file: 'src/bot/turn/outbox.ts',
    from: 'if (waiting.length > 0 && (await crossOff?.(waiting, stepsCardId)) === false)',
    to: 'if (waiting.length > 99 && (await crossOff?.(waiting, stepsCardId)) === false)',
    test: 'test/process/dying',
  },
  {
    control: 'hearing an administrator once',
    file: 'src/bot/turn/turn-runner.ts',
    from: "trigger.kind === 'admin-answered' ?",
    to: 'false ?',
    test: 'test/process/dying',
  },
  {
    control: 'the same answer of an administrator again',
    file: 'src/bot/proactive/admin-requests.ts',
    from: "!(changed.because === 'already-answered' && isTheirs)",
    to: 'true',
    test: 'test/process/dying',
  },
  {
    control: 'a code that a cut turn has used',
    file: 'dialogs/sign-in-prompt.ts',
    from: "found === 'not-signed-in' ? conversation.signIn.lookFor() : found",
    to: 'found',
    test: 'test/process/dying',
  },
  {
    control: 'saying "not ready" before the end',
    file: 'src/lifecycle.ts',
    from: '  app.announceStop();\n  await pause(noticeMs);\n',
    to: '',
    test: 'test/process/ending',
  },
  {
    control: 'the log without messages of errors',
    file: 'src/lifecycle.ts',
    from: 'return code === null ? error.name',
    to: 'return code !== null ? error.message : code === null ? error.name',
    test: 'test/process/lifecycle',
  },
  {
    control: 'redaction',
    file: 'src/adapters/telemetry/redacted-console.ts',
    from: "redact(said.map(wordsOf).join(' '))",
    to: "said.map(wordsOf).join(' ')",
    test: 'test/security/log',
  },
  {
    control: 'sampling',
    file: 'src/adapters/telemetry/log-journal.ts',
    from: 'return count <= sampledPerSecond',
    to: 'return count > 0',
    test: 'test/security/log',
  },
  {
    control: 'an empty setting is a missing one',
    file: 'src/config/settings.ts',
    from: "value !== undefined && value !== '' && !isStandIn(name, value)",
    to: 'value !== undefined && !isStandIn(name, value)',
    test: 'test/config/settings',
  },
  {
    control: 'no value in what is said of a setting',
    file: 'src/config/settings.ts',
    from: 'const problem = inPlainWords(issue);',
    to: 'const problem = `${inPlainWords(issue)} ${given[name]}`;',
    test: 'test/process/starting',
  },
  {
    control: 'nothing that was typed in the log',
    file: 'src/bot/turn/turn-runner.ts',
    from: '      kind: context.activity.type,',
    to: '      kind: context.activity.text ?? context.activity.type,',
    test: 'test/process/canary',
  },
];
