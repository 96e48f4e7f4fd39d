import type { ProvenChange } from '../../domain/proof.ts';

/** Staat in de plaats van een naam of datum die niet te lezen was. */
export const blank = {
  tenant: 'je tenant',
  tenants: 'namen die ik niet kon lezen',
  chat: 'de tenant van deze chat',
  graph: 'de ene tenant',
  azure: 'een andere tenant',
  subscription: 'het abonnement',
  product: 'het product',
  role: 'de rol',
  group: 'een groep',
  offer: 'deze aanbieding',
  account: 'je werk- of schoolaccount',
  date: 'een datum die ik niet kon lezen',
  desk: 'de helpdesk',
  number: 'zonder nummer',
  name: 'geen naam',
  language: 'een andere taal',
  source: 'de huidige tenant',
  target: 'de tenant met Microsoft 365',
  reason: 'niet ingevuld',
  home: 'een andere tenant van je',
  where: 'je tenant',
  expected: 'de tenant die je verwachtte',
} as const;

export const answer = { yes: 'Ja', no: 'Nee', 'cannot-tell': 'Niet te zien', 'not-here': 'Niet hier' } as const;

export const states = {
  product: {
    active: 'Actief',
    'trial-ending': 'Proefversie, loopt bijna af',
    expired: 'Verlopen',
    disabled: 'Uitgeschakeld',
    'about-to-be-deleted': 'Wordt binnenkort verwijderd',
    deleted: 'Verwijderd',
  },
  subscription: {
    usable: 'Werkt',
    warned: 'Waarschuwing',
    'past-due': 'Betaling te laat',
    disabled: 'Uitgeschakeld',
    deleted: 'Verwijderd',
  },
} as const;

export const roles = {
  'global-administrator': 'globale beheerder',
  'billing-administrator': 'factureringsbeheerder',
} as const;

export const change = {
  'subscription-appeared': 'Het Azure-abonnement “{name}” is nieuw in {tenant}.',
  'subscription-left': 'Het Azure-abonnement “{name}” zit niet meer in {tenant}.',
  'subscription-moved': 'Het Azure-abonnement “{name}” is verplaatst van {from} naar {to}.',
  'subscription-state': 'De toestand van het Azure-abonnement “{name}” is veranderd.',
  'product-appeared': '{name} is nieuw in {tenant}.',
  'product-left': '{name} zit niet meer in {tenant}.',
  'product-state': 'De toestand van {name} is veranderd.',
  'membership-gained': 'Je account staat nu in {tenant}.',
  'role-gained': 'Je hebt nu de rol {name}.',
  'role-lost': 'Je hebt de rol {name} niet meer.',
} as const satisfies Record<ProvenChange['kind'], string>;

export const punctuation = { labelled: '{label}: {value}' } as const;
