import { summarise, summariseProof, tellCourse } from '../../dialogs/summary.ts';
import { generalPlan } from '../../src/domain/plan.ts';
import { stepsOf } from '../../src/domain/steps.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { onTheWay, PlayedConversation } from '../builders/played-conversation.ts';
import { kelley, kelleyWithAzure, withoutRole } from '../builders/stories.ts';

const t = createTranslator('en');
const onTheWayTo = (...way: Parameters<typeof onTheWay>) =>
  Object.assign(new PlayedConversation(), { progress: onTheWay(...way) });

test('tells the route, the verdict, what is in the way and when that was read', () => {
  const summary = summarise(onTheWayTo('add-microsoft-365', { facts: withoutRole }));

  expect(summary).toContain(t('scenarios.add-microsoft-365.name'));
  expect(summary).toContain(t('desk-notes.verdict.held-back'));
  expect(summary.split('\n')[1]).toBe(`- ${t('blockers.role-missing.title')}`);
  expect(summary).toContain(t('blockers.role-missing.title'));
  expect(summary).toContain(t.date(withoutRole.readAt));
});

test('tells how far the steps are, and which one is next', () => {
  const [first, second] = stepsOf('add-azure');
  const plan = { ...generalPlan('add-azure'), done: first === undefined ? [] : [first] };
  const summary = summarise(onTheWayTo('add-azure', { plan }));

  expect(summary).toContain(t('card.steps.counted', { count: 1, total: plan.steps.length }));
  expect(summary).toContain(second === undefined ? '' : t(`steps.${second}.title`));
});

test('speaks the language of whoever reads it', () => {
  const german = createTranslator('de');

  expect(summarise(onTheWayTo('join'), german)).toBe(`${german('scenarios.join.name')}.`);
});

test('names no person', () => {
  const conversation = onTheWayTo('add-azure', { facts: kelleyWithAzure, factsBefore: kelley });
  const told = [summarise(conversation), summariseProof(conversation, t), tellCourse(conversation, ['verdict'], t)];

  expect(told.join(' ')).not.toMatch(/kelley|admin@contoso/i);
});

test('without a scenario there is nothing to tell', () => {
  expect(summarise(new PlayedConversation())).toBe('');
  expect(summariseProof(new PlayedConversation(), t)).toBeNull();
});

test('a proof tells what, where, when, and what changed', () => {
  const proof = summariseProof(onTheWayTo('add-azure', { facts: kelleyWithAzure, factsBefore: kelley }), t);

  expect(proof?.split('\n')).toEqual([
    `${t('scenarios.add-azure.done')}.`,
    `${t('card.receipt.where')}: Contoso (${kelley.identity.tenantId})`,
    `${t('card.receipt.when')}: ${t.date(kelleyWithAzure.readAt)}`,
    expect.stringMatching(/^- .*Webshop/),
  ]);
});

test('what is not proven is no proof', () => {
  expect(summariseProof(onTheWayTo('add-azure', { facts: kelley, factsBefore: kelley }), t)).toBeNull();
  expect(summariseProof(onTheWayTo('add-azure', { facts: kelleyWithAzure }), t)).toBeNull();
});

test('the course of a chat is its questions and answers, without a word that was typed', () => {
  const [step] = stepsOf('add-azure');
  const plan = { ...generalPlan('add-azure'), done: step === undefined ? [] : [step] };
  const conversation = onTheWayTo('add-azure', { plan, agreementAnswer: 'neither', proofAttempts: 2 });

  expect(tellCourse(conversation, ['choose-scenario', 'sign-in'], t).split('\n')).toEqual([
    t('tickets.course.choose-scenario'),
    t('tickets.course.sign-in'),
    `${t('agreement.title')} ${t('agreement.neither')}.`,
    `${t('card.steps.done')}: ${step === undefined ? '' : t(`steps.${step}.title`)}`,
    t('tickets.course.looked', { count: 2 }),
  ]);
});
