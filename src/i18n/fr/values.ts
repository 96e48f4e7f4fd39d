import type { ProvenChange } from '../../domain/proof.ts';

/** Said instead of a name or date that could not be read. */
export const blank = {
  tenant: 'votre locataire',
  tenants: 'des noms que je n’ai pas pu lire',
  chat: 'le locataire de cette conversation',
  graph: 'un locataire',
  azure: 'un autre locataire',
  subscription: 'l’abonnement',
  product: 'le produit',
  role: 'le rôle',
  group: 'un groupe',
  offer: 'cette offre',
  account: 'votre compte professionnel ou scolaire',
  date: 'une date que je n’ai pas pu lire',
  desk: 'le service d’assistance',
  number: 'sans numéro',
  name: 'sans nom',
  language: 'une autre langue',
  home: 'un autre de vos locataires',
  source: 'son locataire actuel',
  target: 'le locataire qui a Microsoft 365',
  reason: 'non renseigné',
  where: 'votre locataire',
  expected: 'le locataire prévu',
} as const;

export const answer = { yes: 'Oui', no: 'Non', 'cannot-tell': 'Impossible à dire', 'not-here': 'Pas ici' } as const;

export const states = {
  product: {
    active: 'Actif',
    'trial-ending': 'Version d’évaluation, se termine bientôt',
    expired: 'Expiré',
    disabled: 'Désactivé',
    'about-to-be-deleted': 'Sur le point d’être supprimé',
    deleted: 'Supprimé',
  },
  subscription: {
    usable: 'Actif',
    warned: 'Avertissement',
    'past-due': 'Paiement en retard',
    disabled: 'Désactivé',
    deleted: 'Supprimé',
  },
} as const;

export const roles = {
  'global-administrator': 'Administrateur général',
  'billing-administrator': 'Administrateur de facturation',
} as const;

export const change = {
  'subscription-appeared': 'L’abonnement Azure « {name} » est nouveau dans {tenant}.',
  'subscription-left': 'L’abonnement Azure « {name} » n’est plus dans {tenant}.',
  'subscription-moved': 'L’abonnement Azure « {name} » est passé de {from} à {to}.',
  'subscription-state': 'L’abonnement Azure « {name} » a changé d’état.',
  'product-appeared': '{name} est nouveau dans {tenant}.',
  'product-left': '{name} n’est plus dans {tenant}.',
  'product-state': '{name} a changé d’état.',
  'membership-gained': 'Votre compte est maintenant dans {tenant}.',
  'role-gained': 'Vous avez maintenant le rôle {name}.',
  'role-lost': 'Vous n’avez plus le rôle {name}.',
} as const satisfies Record<ProvenChange['kind'], string>;

export const punctuation = { labelled: '{label} : {value}' } as const;
