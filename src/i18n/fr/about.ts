/** Les pages à l'adresse du bot : ce qu'il est, ce qu'il conserve et à quelles conditions. */
export const about = {
  'what-it-is': {
    title: 'OneTenant',
    paragraphs: [
      'OneTenant aide à utiliser Microsoft 365 et Azure dans un seul locataire Microsoft Entra. Il demande ce que vous avez et ce que vous voulez, lit vos rôles et vos abonnements après la connexion, dit ce qui vous bloque, vous guide pas à pas et vérifie que tout a fonctionné.',
      'Vous le trouvez dans Microsoft Teams ou dans la fenêtre de discussion de votre intranet.',
      'Il lit seulement. Il ne change rien et n’achète rien.',
    ],
  },
  privacy: {
    title: 'Confidentialité',
    more: 'L’organisation qui exploite OneTenant pour vous est responsable de ces données. Son support ou son délégué à la protection des données peut vous en dire plus.',
  },
  terms: {
    title: 'Conditions d’utilisation',
    paragraphs: [
      'OneTenant donne des conseils tirés des documents de Microsoft et dit quand ils ont été vérifiés. Microsoft peut changer ses prix, ses noms et ses règles à tout moment. Ce qui compte est ce que Microsoft vous montre quand vous vous inscrivez ou achetez.',
      'C’est vous qui décidez que faire de ces conseils, avec votre compte et vos droits.',
      'Ne tapez jamais un mot de passe ni un numéro de carte dans la discussion. OneTenant ne les demande pas.',
      'OneTenant est un logiciel sous licence MIT, sans aucune garantie. L’organisation qui l’exploite pour vous peut avoir ses propres règles d’utilisation.',
    ],
  },
  language: 'Langue',
};
