import type { ProvenChange } from '../../domain/proof.ts';

/** Steht anstelle eines Namens oder Datums, das nicht zu lesen war. Namen von Mandanten folgen immer auf „in“, „zu“ oder „von“. */
export const blank = {
  tenant: 'deinem Mandanten',
  tenants: 'Namen, die ich nicht lesen konnte',
  chat: 'dem Mandanten dieses Chats',
  graph: 'einen Mandanten',
  azure: 'einen anderen Mandanten',
  subscription: 'das Abonnement',
  product: 'das Produkt',
  role: 'die Rolle',
  group: 'einer Gruppe',
  offer: 'dieses Angebots',
  account: 'dein Geschäfts-, Schul- oder Unikonto',
  date: 'ein Datum, das ich nicht lesen konnte',
  desk: 'dem Helpdesk',
  number: 'ohne Nummer',
  name: 'kein Name',
  language: 'einer anderen Sprache',
  source: 'dem jetzigen Mandanten',
  target: 'dem Mandanten mit Microsoft 365',
  reason: 'nicht angegeben',
  home: 'einem anderen Mandanten von dir',
  where: 'deinem Mandanten',
  expected: 'dem Mandanten, den du erwartet hast',
} as const;

export const answer = { yes: 'Ja', no: 'Nein', 'cannot-tell': 'Nicht zu erkennen', 'not-here': 'Nicht hier' } as const;

export const states = {
  product: {
    active: 'Aktiv',
    'trial-ending': 'Testversion, endet bald',
    expired: 'Abgelaufen',
    disabled: 'Deaktiviert',
    'about-to-be-deleted': 'Wird bald gelöscht',
    deleted: 'Gelöscht',
  },
  subscription: {
    usable: 'Funktioniert',
    warned: 'Warnung',
    'past-due': 'Zahlung überfällig',
    disabled: 'Deaktiviert',
    deleted: 'Gelöscht',
  },
} as const;

export const roles = {
  'global-administrator': 'Globaler Administrator',
  'billing-administrator': 'Abrechnungsadministrator',
} as const;

export const change = {
  'subscription-appeared': 'Das Azure-Abonnement „{name}“ ist neu in {tenant}.',
  'subscription-left': 'Das Azure-Abonnement „{name}“ ist nicht mehr in {tenant}.',
  'subscription-moved': 'Das Azure-Abonnement „{name}“ wurde von {from} zu {to} verschoben.',
  'subscription-state': 'Das Azure-Abonnement „{name}“ hat einen anderen Zustand.',
  'product-appeared': '{name} ist neu in {tenant}.',
  'product-left': '{name} ist nicht mehr in {tenant}.',
  'product-state': '{name} hat einen anderen Zustand.',
  'membership-gained': 'Dein Konto ist jetzt in {tenant}.',
  'role-gained': 'Du hast jetzt die Rolle {name}.',
  'role-lost': 'Du hast die Rolle {name} nicht mehr.',
} as const satisfies Record<ProvenChange['kind'], string>;

export const punctuation = { labelled: '{label}: {value}' } as const;
