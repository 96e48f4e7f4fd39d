/** Sends one signed sample delivery to a bot, and shows the response. */
import { deskKindNames, deskKinds } from '../src/adapters/helpdesk/desk-kinds.ts';
import { sampleDelivery } from '../src/adapters/helpdesk/sample-delivery.ts';
import type { SampleTicket } from '../src/adapters/helpdesk/sample-ticket.ts';
import { writtenEvents } from '../src/adapters/helpdesk/written-body.ts';
import { type Command, commandLine } from '../src/config/command-line.ts';

const command = {
  about: 'Sends one signed sample of a helpdesk to a bot, and says what came back.',
  call: 'npm run tickets:send -- --to https://bot.contoso.com --desk service-desk --kind zendesk --secret-from DESK_SECRET',
  options: {
    to: { type: 'string', value: 'URL', about: 'address of the bot' },
    desk: { type: 'string', value: 'ID', about: 'id of the desk in DESKS' },
    kind: { type: 'string', value: 'KIND', about: deskKindNames.join(', ') },
    'secret-from': {
      type: 'string',
      value: 'VARIABLE',
      about: "environment variable that holds the desk's secret",
      default: 'DESK_SECRET',
    },
    event: { type: 'string', value: 'EVENT', about: writtenEvents.join(', '), default: 'handed-over' },
    number: {
      type: 'string',
      value: 'NUMBER',
      about: "the desk's number of the ticket; a new one makes a new ticket",
    },
    person: { type: 'string', value: 'ID', about: 'Entra object id of who asked' },
    upn: { type: 'string', value: 'NAME', about: 'user principal name of who asked' },
    tenant: { type: 'string', value: 'ID', about: 'tenant id that the desk names' },
    about: {
      type: 'string',
      value: 'SUBJECT',
      about: 'add-azure, add-microsoft-365, join or status; the person is asked without it',
    },
    locale: { type: 'string', value: 'LANGUAGE', about: 'language of the person, for instance nl' },
    title: { type: 'string', value: 'TEXT', about: 'title of the ticket', default: 'A sample of OneTenant' },
    text: { type: 'string', value: 'TEXT', about: 'what a colleague answers', default: 'A sample of an answer.' },
    field: {
      type: 'string',
      value: 'NAME=FIELD',
      about: 'for Jira, once per field: personId=customfield_10102',
      multiple: true,
      default: [] as string[],
    },
  },
} as const satisfies Command;

/** What to do next, by status code. */
const advice: Readonly<Record<number, string>> = {
  202: 'It is stored. Look at the ticket with GET /api/tickets/<id> and one of the readKeys, or in Teams as that person.',
  400: 'The body or the name of the delivery is not right. Is something between you and the bot changing requests?',
  401: 'The proof is not right: another secret than in DESKS, or the clocks are more than five minutes apart.',
  404: 'There is no desk of that id. Compare --desk with the ids in DESKS, and that the bot was restarted since.',
  409: 'The same delivery is being taken at this moment. Send it again in a few seconds.',
  413: 'The body is more than 64 kB. Send less.',
  415: 'The bot takes application/json in UTF-8 and no compression. Something in between changed that.',
  422: 'The shape is not that of this kind of desk, or the number was used with another body. Is --kind the kind in DESKS?',
  429: 'Too many in a short time. Wait as long as Retry-After says.',
  503: 'The bot cannot store anything now. Look at /readyz and at the log; a desk delivers again by itself.',
};

await run();

async function run(): Promise<void> {
  const { values, misused } = commandLine(command);
  const { to, desk, kind: kindText } = values;
  const kind = deskKindNames.find((one) => one === kindText);
  const event = writtenEvents.find((one) => one === values.event);
  if (to === undefined || desk === undefined) return misused('--to and --desk are needed.');
  if (kind === undefined) return misused(`--kind must be one of ${deskKindNames.join(', ')}.`);
  if (event === undefined) return misused(`--event must be one of ${writtenEvents.join(', ')}.`);
  const address = addressOf(to, desk);
  const delivery = sampleDelivery(
    kind,
    ticketOf(values, event, deskKinds[kind].numbers.example),
    secretFrom(values['secret-from']),
    Date.now(),
  );
  say(`POST ${address}\n${delivery.body}\n`);
  await send(address, delivery.headers, delivery.body);
}

function ticketOf(
  values: ReturnType<typeof commandLine<typeof command.options>>['values'],
  event: SampleTicket['event'],
  exampleNumber: string,
): SampleTicket {
  return {
    event,
    number: values.number ?? exampleNumber,
    title: values.title,
    text: values.text,
    personId: values.person,
    userPrincipalName: values.upn,
    tenantId: values.tenant,
    about: values.about,
    locale: values.locale,
    fields: Object.fromEntries(values.field.map((pair) => pair.split('=', 2))),
  };
}

/** A secret given as an argument would end up in the shell's history and the process list. */
function secretFrom(name: string): string {
  const secret = process.env[name];
  if (secret === undefined || secret === '')
    return fail(`The variable ${name} is empty. Put the desk's secret into it: read -rs ${name} && export ${name}`);
  return secret;
}

function addressOf(to: string, desk: string): string {
  if (!URL.canParse(to)) return fail('--to must be an address such as https://bot.contoso.com');
  const url = new URL(to);
  const isHere = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !isHere) return fail('--to must begin with https: the proof would travel in clear');
  return `${url.origin}/api/tickets/${encodeURIComponent(desk)}`;
}

async function send(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  try {
    const signal = AbortSignal.timeout(15_000);
    const response = await fetch(address, { method: 'POST', headers, body, redirect: 'manual', signal });
    const text = (await response.text()).slice(0, 2_000);
    const retryAfter = response.headers.get('retry-after');
    say(`${response.status} ${text}${retryAfter === null ? '' : `\nRetry-After: ${retryAfter}`}\n`);
    say(advice[response.status] ?? 'That is no answer of the bot. Is --to the address of the bot itself?');
    if (response.status !== 202) process.exitCode = 1;
  } catch (cause) {
    const code =
      cause instanceof Error && cause.cause instanceof Error && 'code' in cause.cause ? cause.cause.code : null;
    fail(`No answer${code === null ? '' : ` (${String(code)})`}. Does the bot run, and does its address lead there?`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
