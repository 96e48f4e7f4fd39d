import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { type DeskKind, deskKindNames, deskKinds } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import type { DeskReading } from '../../../src/ports/desk.ts';
import {
  aDesk,
  anEffect,
  anEntry,
  now,
  personId,
  receive,
  recorded,
  secret,
  tenantId,
  webhookSecret,
} from './desks.ts';

/** Reads a body as the desk of this kind, well signed. */
function read(kind: DeskKind, body: string, changes: Partial<DeskEntry> = {}): DeskReading {
  return receive(aDesk(anEntry(kind, changes)), body, proofOf(kind, body));
}

function proofOf(kind: DeskKind, body: string): Record<string, string> {
  const mac = (algorithm: string, text: string) => createHmac(algorithm, secret).update(text);
  const at = '2026-11-21T10:00:00Z';
  switch (kind) {
    case 'zendesk':
      return {
        'x-zendesk-webhook-signature': mac('sha256', at + body).digest('base64'),
        'x-zendesk-webhook-signature-timestamp': at,
        'x-zendesk-webhook-invocation-id': 'invocation-1',
      };
    case 'jira':
      return {
        'x-hub-signature': `sha256=${mac('sha256', body).digest('hex')}`,
        'x-atlassian-webhook-identifier': 'hook-1',
      };
    case 'zammad':
      return { 'x-hub-signature': `sha1=${mac('sha1', body).digest('hex')}`, 'x-zammad-delivery': 'job-1' };
    case 'servicenow':
    case 'freshdesk':
    case 'topdesk':
      return { 'x-onetenant-secret': secret };
    case 'generic': {
      const seconds = Math.floor(now / 1_000);
      return {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(seconds),
        'webhook-signature': new Webhook(webhookSecret).sign('msg_1', new Date(seconds * 1_000), body),
      };
    }
  }
}

const anna = { personId, userPrincipalName: 'anna@contoso.com', tenantId };
const noTenant = { ...anna, tenantId: null };

test.each([
  ['zendesk', { number: '35436', about: 'add-azure', locale: 'nl', requester: anna, version: 1_795_255_200_000 }],
  ['jira', { number: 'IT-42', about: 'add-azure', locale: 'nl-NL', requester: noTenant, version: 1_795_255_200_000 }],
  ['zammad', { number: '65001', about: 'join', locale: 'de-de', requester: noTenant }],
  ['servicenow', { number: 'INC0010023', about: 'status', locale: 'en', requester: anna, version: 4 }],
  [
    'freshdesk',
    {
      number: '1017',
      about: 'add-microsoft-365',
      locale: 'nl',
      requester: { personId: null, userPrincipalName: 'anna@contoso.com', tenantId: null },
      version: null,
    },
  ],
  [
    'topdesk',
    {
      number: 'I 2605 001',
      about: 'join',
      locale: 'nl',
      title: 'Azure "naast" Microsoft 365',
      requester: noTenant,
      version: 1_795_255_200_000,
    },
  ],
  ['generic', { number: 'T-17', about: 'join', locale: 'en', requester: anna, version: 3 }],
] as const)('a ticket of %s is handed over', (kind, ticket) => {
  const reading = read(kind, recorded(`${kind}-handed-over`));

  expect(reading).toMatchObject({ kind: 'read', event: { kind: 'handed-over', ticket } });
});

test.each([
  ['zendesk', '35436', 'We have given you the role. Try again, please.'],
  ['jira', 'IT-42', 'We asked your administrator.'],
  ['zammad', '65001', 'Hallo Anna,\ndie Rolle ist da & aktiv.'],
  ['servicenow', 'INC0010023', 'Your manager approved it.'],
  ['freshdesk', '1017', 'Kijk nog eens.'],
  ['topdesk', 'I 2605 001', 'We hebben je beheerder gevraagd.\nTot dan.'],
  ['generic', 'T-17', 'Please try again.'],
] as const)('an answer of a colleague at %s is plain text', (kind, number, text) => {
  expect(read(kind, recorded(`${kind}-answered`))).toMatchObject({
    event: { kind: 'colleague-answered', number, text },
  });
});

test('a desk that brings no answers brings none', () => {
  const reading = read('zendesk', recorded('zendesk-answered'), { bringsAnswers: false });

  expect(reading).toMatchObject({ event: { kind: 'nothing', because: 'not-for-us' } });
});

test.each(['zendesk', 'jira'] as const)('a ticket that %s closed is withdrawn', (kind) => {
  expect(read(kind, recorded(`${kind}-withdrawn`))).toMatchObject({ event: { kind: 'withdrawn' } });
});

test.each([
  ['zendesk', '900123'],
  ['zammad', '5'],
  ['servicenow', 'abel.tuter'],
  ['jira', '5b10a2844c20165700ede21g'],
] as const)('what our own user did at %s is an echo', (kind, ownUser) => {
  const reading = read(kind, recorded(`${kind}-handed-over`), { ownUser });

  expect(reading).toMatchObject({ event: { kind: 'nothing', because: 'own-echo' } });
});

test('a text that ends with our mark is an echo, a quote of it is not', () => {
  const body = (text: string) => JSON.stringify({ text, event: 'answered', number: '1' });

  expect(read('zendesk', body('Done.\n\n[onetenant:abc-1]'))).toMatchObject({ event: { because: 'own-echo' } });
  expect(read('zendesk', body('Done.\n[onetenant:abc-1:reply] \n'))).toMatchObject({ event: { because: 'own-echo' } });
  expect(read('zendesk', body('> [onetenant:abc-1]\nWhat is this?'))).toMatchObject({
    event: { kind: 'colleague-answered' },
  });
});

test('a title that breaks out of its quotes cannot say who asked', () => {
  const title = 'x","personId":"11111111-1111-1111-1111-111111111111';
  const body = recorded('freshdesk-handed-over')
    .replace('Microsoft 365 toevoegen', title)
    .replace('"personId": ""', `"personId": "${personId}"`);

  expect(read('freshdesk', body)).toMatchObject({ event: { ticket: { requester: { personId } } } });
});

test.each([
  ['no event', '{"number":"1"}'],
  ['an event that nobody sends', '{"event":"deleted","number":"1"}'],
  ['no number', '{"event":"withdrawn"}'],
  ['a number with two blanks', '{"event":"withdrawn","number":"1  2"}'],
  ['a number with a path in it', '{"event":"withdrawn","number":"1/../2"}'],
  ['a number that is too long', `{"event":"withdrawn","number":"${'1'.repeat(65)}"}`],
  ['more than is asked', '{"event":"withdrawn","number":"1","roles":["admin"]}'],
  ['an object as the title', '{"title":{},"event":"handed-over","number":"1"}'],
  ['a list', '[]'],
  ['null', 'null'],
])('%s is refused', (_what, body) => {
  expect(read('freshdesk', body)).toMatchObject({ kind: 'refused', status: 422 });
});

test('fields that the desk left empty or did not fill are nothing', () => {
  const body = JSON.stringify({
    event: 'handed-over',
    number: 7,
    personId: '{{ticket.requester.custom_fields.entra_object_id}}',
    userPrincipalName: '#{ticket.customer.entra_user_name}',
    tenantId: ' ',
    about: 'something else',
    locale: 'Klingon',
    version: 'yesterday',
  });

  expect(read('zendesk', body)).toMatchObject({
    event: {
      ticket: {
        number: '7',
        title: '',
        requester: { personId: null, userPrincipalName: null, tenantId: null },
        about: 'ask',
        locale: null,
        version: null,
      },
    },
  });
});

test('long texts are cut', () => {
  const title = '😀'.repeat(500);
  const handed = read('zendesk', JSON.stringify({ title, event: 'handed-over', number: '1' }));
  const answered = read('zendesk', JSON.stringify({ text: 'x'.repeat(5_000), event: 'answered', number: '1' }));

  expect(handed).toMatchObject({ event: { ticket: { title: '😀'.repeat(200) } } });
  expect(answered).toMatchObject({ event: { text: 'x'.repeat(2_000) } });
});

describe('the many webhooks of Jira', () => {
  const change = (edit: (webhook: Record<string, never> & JiraSample) => void, from = 'jira-handed-over') => {
    const sample = JSON.parse(recorded(from));
    edit(sample);
    return read('jira', JSON.stringify(sample));
  };
  interface JiraSample {
    webhookEvent: string;
    comment: { jsdPublic?: boolean; visibility?: object; author: { accountId: string; accountType?: string } };
    issue: { fields: { reporter?: { accountId: string }; labels?: string[] } };
    changelog: { items: Record<string, string | null>[] };
  }

  test('a new issue with the label is handed over', () => {
    const reading = change((webhook) => {
      webhook.webhookEvent = 'jira:issue_created';
    });

    expect(reading).toMatchObject({ event: { kind: 'handed-over' } });
  });

  test('a label that was there before, or another one, does not concern us', () => {
    const before = change((webhook) => {
      webhook.changelog.items = [{ field: 'labels', fromString: 'onetenant', toString: 'onetenant laptop' }];
    });
    const other = change((webhook) => {
      webhook.changelog.items = [{ field: 'labels', fromString: '', toString: 'onetenant-solved' }];
    });
    const silent = change((webhook) => {
      webhook.changelog.items = [{ field: 'assignee' }];
    });

    for (const reading of [before, other, silent])
      expect(reading).toMatchObject({ event: { kind: 'nothing', because: 'not-for-us' } });
  });

  test('taking the label away takes the ticket back', () => {
    const reading = change((webhook) => {
      webhook.changelog.items = [{ field: 'labels', fromString: 'a onetenant', toString: 'a' }];
    });

    expect(reading).toMatchObject({ event: { kind: 'withdrawn', number: 'IT-42' } });
  });

  test('an internal note, and what the person says, are not brought to the person', () => {
    const internal = change((webhook) => {
      webhook.comment.jsdPublic = false;
    }, 'jira-answered');
    const customer = change((webhook) => {
      webhook.comment.author.accountType = 'customer';
    }, 'jira-answered');
    const reporter = change((webhook) => {
      webhook.issue.fields.reporter = { accountId: webhook.comment.author.accountId };
    }, 'jira-answered');

    const restricted = change((webhook) => {
      webhook.comment.visibility = { type: 'role', value: 'Administrators' };
    }, 'jira-answered');
    const app = change((webhook) => {
      webhook.comment.author.accountType = 'app';
    }, 'jira-answered');
    const untold = change((webhook) => {
      delete webhook.comment.jsdPublic;
    }, 'jira-answered');

    for (const reading of [internal, customer, reporter, restricted, app, untold])
      expect(reading).toMatchObject({ event: { kind: 'nothing', because: 'not-for-us' } });
  });

  test.each([
    ['a mention', '[~accountid:5b10a2844c20165700ede21g] please look', 'please look'],
    ['a picture, by its name', 'See !screenshot-1.png|width=300! there', 'See [screenshot-1.png] there'],
    [
      'a link',
      '[Portal|https://portal.azure.com] or [https://a.example|https://a.example]',
      'Portal (https://portal.azure.com) or https://a.example',
    ],
    [
      'bold, italics and colour',
      'This is *very* _important_, {color:#ff0000}now{color}.',
      'This is very important, now.',
    ],
    ['code', '{code:java}az login{code}', 'az login'],
    ['a heading and a list', 'h2. Steps\n* one\n# two', 'Steps\n- one\n- two'],
    ['what was escaped', 'Use \\*all\\* of CONTOSO\\megan', 'Use *all* of CONTOSO\\megan'],
    ['what only looks like it', '2*3*4 and snake_case_name - ok! Really!', '2*3*4 and snake_case_name - ok! Really!'],
  ])('a comment in wiki markup is plain text: %s', (_what, written, text) => {
    const told = JSON.parse(recorded('jira-answered')) as { comment: { body: string } };
    told.comment.body = written;

    expect(read('jira', JSON.stringify(told))).toMatchObject({ event: { kind: 'colleague-answered', text } });
  });

  test.each([
    [
      'Jira Data Center',
      { webhookEvent: 'jira:issue_updated', user: { name: 'jsmith', key: 'jsmith' } },
      'Data Center',
    ],
    ['no event', { issue: { key: 'IT-1', fields: {} } }, 'webhookEvent is missing'],
    ['no key', { webhookEvent: 'jira:issue_updated', issue: { fields: {} } }, 'issue.key is missing'],
    ['a text of an automation rule', 'ticket IT-1', 'The body is missing'],
  ])('%s is refused with what is wrong', (_what, value, words) => {
    expect(read('jira', JSON.stringify(value))).toMatchObject({
      kind: 'refused',
      status: 422,
      message: expect.stringContaining(words),
    });
  });

  test('who reported it goes along, and so does who answered', () => {
    expect(read('jira', recorded('jira-handed-over'))).toMatchObject({
      event: { ticket: { requesterAtDesk: 'qm:1f2e:anna' } },
    });
    expect(read('jira', recorded('jira-answered'))).toMatchObject({ event: { author: '5b10a2844c20165700ede21g' } });
  });

  test('an issue that moves to another project is taken back under its old number', () => {
    const reading = change((webhook) => {
      webhook.changelog.items = [{ field: 'Key', fromString: 'IT-42', toString: 'HR-7' }];
    });

    expect(reading).toMatchObject({ event: { kind: 'withdrawn', number: 'IT-42' } });
  });

  test.each([{ field: 'reporter' }, { field: 'Object id', fieldId: 'customfield_10102' }])(
    'for somebody else it is handed over anew: $field',
    (item) => {
      const reading = change((webhook) => {
        webhook.changelog.items = [{ ...item, fromString: 'a', toString: 'b' }];
      });

      expect(reading).toMatchObject({ event: { kind: 'handed-over' } });
    },
  );

  test('other events do not concern us', () => {
    const reading = change((webhook) => {
      webhook.webhookEvent = 'worklog_created';
    });

    expect(reading).toMatchObject({ event: { kind: 'nothing', because: 'not-for-us' } });
  });
});

test('what a rule escaped is read as it was written', () => {
  const answer = { text: 'Say &quot;yes&quot;.<br />Then &lt;Enter&gt;.', event: 'answered', number: '1' };
  const handed = { title: 'R&amp;D &quot;new&quot;', event: 'handed-over', number: '1' };

  expect(read('zendesk', JSON.stringify(answer))).toMatchObject({ event: { text: 'Say "yes".\nThen <Enter>.' } });
  expect(read('zendesk', JSON.stringify(handed))).toMatchObject({ event: { ticket: { title: 'R&D "new"' } } });
});

test('a number that this kind of desk cannot have is refused, on its way in and out', async () => {
  const offenders = await Promise.all(
    deskKindNames
      .filter((kind) => kind !== 'generic')
      .map(async (kind) => {
        const { sample, numbers } = deskKinds[kind];
        const from = (number: string) => {
          const ticket = { event: 'handed-over', number, title: 'x', text: '' } as const;
          const { body, headers } = sample(ticket, { secret, now, id: 'one' });
          return receive(aDesk(anEntry(kind)), body, headers);
        };
        const odd = `!${numbers.example}`.replace('!', kind === 'jira' ? 'x' : 'INC-');
        const written = await aDesk(anEntry(kind)).write(anEffect(), odd, { mayBeThere: false });
        const [good, bad] = [from(numbers.example), from(odd)];
        const isRight =
          good.kind === 'read' && bad.kind === 'refused' && bad.status === 422 && written.kind === 'refused';
        return isRight ? [] : [`${kind} takes ${odd}`];
      }),
  );

  expect(offenders.flat()).toEqual([]);
});
