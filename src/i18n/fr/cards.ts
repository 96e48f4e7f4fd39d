export const agreement = {
  title: 'Quel contrat avez-vous ?',
  intro: 'Je ne vois pas quel contrat votre organisation a conclu avec Microsoft. Merci de répondre à deux questions.',
  'question-enterprise':
    'Votre organisation a-t-elle un Contrat Entreprise ? Les grandes organisations en ont souvent un. C’est un contrat de trois ans, avec un numéro d’inscription.',
  'question-partner': 'Ou la facture d’Azure vient-elle d’un partenaire plutôt que de Microsoft ?',
  enterprise: 'Oui, un Contrat Entreprise',
  partner: 'Oui, d’un partenaire',
  neither: 'Non, ni l’un ni l’autre',
  'not-sure': 'Je ne sais pas',
} as const;

export const card = {
  'spoken-choices': 'Vous pouvez choisir : {choices}',
  welcome: {
    'first-title': 'Bonjour, je suis OneTenant',
    'first-text':
      'Je suis un bot. Je vous aide à réunir Microsoft 365 et Azure dans un seul locataire Microsoft Entra. Connectez-vous seulement si vous voulez que je vérifie.',
    'again-title': 'Voici les choix',
    'returning-title': 'Heureux de vous revoir',
    'after-sign-out-title': 'Vous êtes déconnecté',
    'after-sign-out-text':
      'Je ne peux plus rien lire pour vous. Vous pouvez toujours choisir une option, et vous reconnecter quand vous voulez.',
    question: 'Que voulez-vous faire ? Choisissez ci-dessous, ou écrivez-le avec vos propres mots.',
  },
  'sign-in': {
    'open-window': 'Connectez-vous dans la fenêtre qui s’ouvre, puis revenez ici.',
    title: 'Voulez-vous que je vérifie votre situation ?',
    why: 'Si vous vous connectez, je peux vérifier ce qui vaut pour vous. Sinon, je ne peux dire que ce qui vaut en général.',
    'reads-title': 'Ce que je lis, avec vos propres autorisations',
    reads: [
      'Votre nom et vos rôles',
      'Le nom de votre locataire et ses produits Microsoft 365',
      'Les abonnements Azure que vous pouvez voir',
      'Si c’est utile : le type de contrat, et si vous êtes Propriétaire',
    ],
    'only-reading': 'Je ne change rien et je n’achète rien.',
    refuse:
      'Vous préférez ne pas le faire ? Je peux quand même vous montrer les étapes générales, sans les vérifier pour vous.',
  },
  'step-up': {
    'title-proof-azure': 'Azure demande une deuxième preuve de votre identité',
    'title-proof-graph': 'Microsoft 365 demande une deuxième preuve de votre identité',
    'title-sign-in-azure': 'Azure vous demande de vous reconnecter',
    'title-sign-in-graph': 'Microsoft 365 vous demande de vous reconnecter',
    'title-device-azure': 'Azure n’accepte que les appareils que votre organisation gère',
    'title-device-graph': 'Microsoft 365 n’accepte que les appareils que votre organisation gère',
    'why-proof':
      'Votre organisation veut la voir avant que je puisse y lire pour vous. Elle ne vaut que pour cette conversation, une heure au plus, et je n’en enregistre rien.',
    'why-sign-in':
      'Votre connexion précédente n’y est plus valable, par exemple parce que votre mot de passe a changé. Une fois que vous êtes connecté, je peux y lire pour vous. Cela ne vaut que pour cette conversation, une heure au plus, et je n’en enregistre rien.',
    'why-device':
      'Êtes-vous sur un tel appareil ? Alors Microsoft me laisse y lire pour vous. Cela ne vaut que pour cette conversation, une heure au plus, et je n’en enregistre rien.',
    'other-account':
      'Quelqu’un s’y est connecté avec un autre compte, je n’ai donc rien lu. Microsoft demande maintenant quel compte vous voulez utiliser.',
    how: 'Le bouton ouvre la connexion de Microsoft. Connectez-vous avec {account}, puis revenez : je continue là où nous étions.',
    'same-account': 'le compte que vous utilisez ici',
    refuse:
      'Microsoft vous refuse l’accès, ou vous préférez ne pas le faire ? Tapez « passer », et je continue avec ce que j’ai pu lire.',
  },
  suggestion: {
    title: 'Voici ce qui ressemble à votre situation',
    'open-title': 'À vous de choisir',
    choose: 'Choisissez ce que vous voulez faire, ou regardez d’abord votre état.',
    because: {
      'microsoft-365-only': 'J’ai trouvé Microsoft 365 dans votre locataire, mais pas d’abonnement Azure.',
      'azure-only': 'J’ai trouvé Azure dans votre locataire, mais pas Microsoft 365.',
      'azure-here-and-another-tenant':
        'J’ai trouvé Azure ici, mais pas Microsoft 365. Vous êtes aussi dans un autre locataire ; Microsoft 365 s’y trouve peut-être.',
      'both-here': 'Azure et Microsoft 365 sont déjà dans un seul locataire.',
      'nothing-found': 'Je n’ai trouvé ni Azure ni Microsoft 365 dans ce locataire.',
      'cannot-tell': 'Je n’en ai pas vu assez pour faire une suggestion.',
      'personal-account':
        'Vous vous êtes connecté avec un compte personnel. Avec votre compte professionnel ou scolaire, j’en verrai davantage.',
    },
    question: 'Est-ce bien cela ?',
  },
  state: {
    ready: 'C’est possible',
    'held-back': 'Pas encore',
    'another-way': 'Autre voie',
    proven: 'C’est bon',
    'needs-a-look': 'À vérifier',
  },
  verdict: {
    reading: 'Je lis vos rôles, vos produits, vos abonnements …',
    consent: 'Approuver l’application en tant qu’administrateur',
    'checks-good': { one: '{count} vérification, tout va bien', other: '{count} vérifications, tout va bien' },
    'checks-mixed': '{good} vérifications sur {count} sont bonnes',
    notices: 'Bon à savoir : {count}',
    why: 'Pourquoi ?',
    'more-blockers': { one: '{count} autre point à régler', other: '{count} autres points à régler' },
    already: { 'add-azure': 'Vous avez déjà Azure ici', 'add-microsoft-365': 'Vous avez déjà Microsoft 365 ici' },
    another: {
      'add-azure': 'Il en faut un autre ?',
      'add-microsoft-365': 'Plus de licences ?',
    },
    'azure-stopped': 'Azure est déjà dans ce locataire. Il ne vous faut pas de nouvel abonnement.',
    'both-here-stopped':
      'Azure et Microsoft 365 sont déjà dans un seul locataire. Vous n’avez rien à acheter ni à déplacer.',
    'comes-here-title': 'L’abonnement arrive ici',
    'comes-here':
      '{tenant} a Microsoft 365. Le Propriétaire de l’abonnement envoie la demande depuis l’autre locataire.',
    'say-agreement':
      'Vous savez de quel contrat il s’agit ? Tapez-le ici : Contrat Entreprise, Contrat client Microsoft ou partenaire.',
    'look-first': 'Regardez d’abord : ce qui est déjà là, personne n’a à l’acheter.',
    'partner-text': 'Un texte pour le partenaire',
    'partner-text-add-azure':
      'Bonjour, notre Azure dans le locataire {tenant} vient de chez vous. Nous voudrions y ajouter un abonnement Azure. Pouvez-vous le créer, et combien coûte-t-il ?',
    'partner-text-join':
      'Bonjour, notre Azure vient de chez vous, et un abonnement d’un partenaire ne peut pas changer d’annuaire. Nous voudrions Azure dans le locataire où se trouve notre Microsoft 365. Pouvez-vous y créer un abonnement, et que faut-il pour y reconstruire ce qui tourne dans l’ancien ?',
    'partner-text-unseen-add-azure':
      'Bonjour, notre Azure vient de chez vous. Y a-t-il déjà un abonnement Azure dans le locataire {tenant} ? Sinon, pouvez-vous en créer un, et combien coûte-t-il ?',
    'partner-text-unseen-join':
      'Bonjour, notre Azure vient de chez vous. Dans quel locataire se trouve-t-il ? Nous le voudrions dans le locataire où se trouve notre Microsoft 365, mais un abonnement d’un partenaire ne peut pas changer d’annuaire. Pouvez-vous y créer un nouvel abonnement, et que faut-il pour y reconstruire ce qui tourne dans l’ancien ?',
    'guest-text': 'Un texte pour l’administrateur de {tenant}',
    'guest-text-add-azure':
      'Bonjour, je suis invité dans votre locataire {tenant} et je voudrais y utiliser Azure. Ce à quoi un invité s’inscrit n’arrive pas dans {tenant}. Une personne qui a un compte de {tenant} peut-elle s’inscrire et me donner accès ? Ou puis-je avoir un compte de {tenant} ?',
    'guest-text-add-microsoft-365':
      'Bonjour, je suis invité dans votre locataire {tenant} et je voudrais y utiliser Microsoft 365. Ce qu’un invité commande n’arrive pas dans {tenant}. {tenant} l’a-t-il déjà ? Sinon, un Administrateur de facturation de {tenant} peut-il le commander ?',
    'guest-text-join':
      'Bonjour, je suis invité dans votre locataire {tenant}. Nous voudrions Azure et Microsoft 365 dans un seul locataire, et un invité ne voit pas ce que {tenant} possède. {tenant} a-t-il Microsoft 365 ? Si oui, notre abonnement Azure peut y passer. Il me faut alors l’ID du locataire et l’adresse e-mail de l’administrateur qui accepte la demande.',
    'activate-first': 'Un rôle vous attend-il dans Privileged Identity Management ? Activez-le d’abord.',
    'right-tenant': 'Est-ce le bon locataire ?',
    'sign-in-first': 'À l’achat, choisissez d’abord Se connecter en haut à droite.',
    'first-step': 'Première étape : {title}',
    account: 'Inscrivez-vous uniquement avec {account}.',
    'account-here': 'le compte que vous utilisez ici',
    'account-outside-agreement': 'Inscrivez-vous uniquement avec {account}, et pas avec un Contrat Entreprise.',
    'account-pays': 'La facture sera pour vous.',
    'role-ends': 'Votre rôle {role} se termine le {date}. Terminez toutes les étapes avant.',
    'trial-ends': 'Pour ne rien payer pour {product}, désactivez la facturation périodique avant le {date}.',
    'deadline-on': 'Décidez pour {what} avant le {date}. Voir Bon à savoir.',
    deadline: '{what} demande votre attention. Voir Bon à savoir.',
    'read-at': 'Vérifié le {date}',
    more: { one: 'et {count} autre', other: 'et {count} autres' },
    'way-out': 'Ce que vous pouvez faire : {text}',
  },
  status: {
    details: 'Détails et ID',
    'and-more': { one: '{name} et {count} autre', other: '{name} et {count} autres' },
    free: { one: '{count} produit gratuit, non compté', other: '{count} produits gratuits, non comptés' },
    'next-step': 'Étape suivante : {step}',
    findings: 'Ce que cela veut dire',
    'free-title': 'Produits gratuits, non comptés',
    unread: 'Lecture impossible : {parts}.',
    rest: 'Afficher le reste : {count}',
    title: 'Votre état',
    tenant: 'Locataire',
    'tenant-id': 'ID de locataire',
    'initial-domain': 'Domaine initial',
    roles: 'Rôles',
    'no-roles': 'Je ne vois aucun rôle actif ou éligible pour vous.',
    'role-active': 'Actif',
    'role-through-group': 'Actif par le groupe {group}',
    'role-eligible': 'Éligible : vous pouvez l’activer',
    'role-until': 'Jusqu’au {date}',
    products: 'Produits Microsoft 365',
    'no-products': 'Je n’ai trouvé aucun produit.',
    'unknown-product': 'Un produit que je ne connais pas ({part})',
    seats: '{used} licences utilisées sur {total}',
    'next-date': 'Se renouvelle ou se termine le {date}',
    trial: 'Version d’évaluation',
    subscriptions: 'Abonnements Azure',
    'no-subscriptions': 'Je n’ai trouvé ici aucun abonnement que vous puissiez voir.',
    offer: 'Offre',
    state: 'État',
    'spending-limit': 'Limite de dépense',
    'belongs-to': 'Appartient à {tenant}',
    more: { one: 'Et {count} autre.', other: 'Et {count} autres.' },
    'read-at': 'Lu le {date}',
    'signed-in-as': 'Connecté en tant que {account}',
  },
  steps: {
    account: 'Utilisez ce compte : {account}',
    address: 'L’adresse, à copier dans une autre fenêtre :',
    'add-subscription':
      'Vous avez déjà Azure ici : ne choisissez pas l’offre gratuite. Ouvrez Abonnements dans le portail Azure et choisissez Ajouter : vous y choisissez le compte de facturation qui paie.',
    notes: 'Bon à savoir',
    title: 'Vos étapes : {scenario}',
    'unchecked-title': 'Étapes générales : {scenario}',
    unchecked: 'Je n’ai pas vérifié ces étapes pour vous.',
    progress: 'Étape {step} sur {total}',
    done: 'Fait',
    todo: 'À faire',
    current: 'Maintenant',
    'all-done': 'Vous avez terminé toutes les étapes. Voulez-vous que je vérifie si cela a fonctionné ?',
    counted: { one: '{count} étape faite sur {total}', other: '{count} étapes faites sur {total}' },
  },
  join: {
    title: 'Avant de déplacer {subscription}',
    moves: '{subscription} passe de {source} à {target}.',
    'moves-each': '{subscription} peuvent passer de {source} à {target}, chacun avec sa propre demande.',
    'moves-perhaps':
      'Je ne vois pas si {source} a Microsoft 365. Si oui, rien n’a à être déplacé. Sinon, {subscription} passe dans {target}.',
    'moves-where': 'Je ne vois pas lequel c’est : vous êtes aussi dans {tenants}.',
    'moves-from-unseen':
      'Je ne vois pas où est votre abonnement Azure. S’il est déjà dans {target}, rien n’a à être déplacé. Sinon, il y passe.',
    'in-short': 'Tout le monde perd l’accès jusqu’à ce qu’il soit rétabli, et aucun clic ne l’annule.',
    'in-short-each':
      'Tout le monde perd l’accès à ce qui est déplacé jusqu’à ce qu’il soit rétabli, et aucun clic ne l’annule.',
    'in-short-perhaps':
      'S’il est déplacé, tout le monde perd l’accès jusqu’à ce qu’il soit rétabli, et aucun clic ne l’annule.',
    changes: 'Ce qui va changer : {count}',
    confirm: 'Peut-on s’en passer jusqu’à ce que les accès soient rétablis, et savez-vous comment faire ?',
    'accept-title': 'Avant qu’un abonnement soit accepté ici',
    'accept-moves':
      'Si son Propriétaire envoie une demande et qu’elle est acceptée ici, un abonnement passe dans {target}.',
    'accept-confirm': 'Attendez-vous un abonnement, et son Propriétaire sait-il comment rétablir les accès ?',
  },
  proof: {
    'proven-title': 'Cela a fonctionné',
    'proven-text': 'J’ai vérifié à nouveau : c’est là.',
    'not-visible-yet-title': 'Pas encore visible',
    'not-visible-yet-text': {
      one: 'Je ne vois encore rien de nouveau. C’est normal : cela peut prendre des minutes, voire des heures. Vérifiez à nouveau dans {count} minute environ.',
      other:
        'Je ne vois encore rien de nouveau. C’est normal : cela peut prendre des minutes, voire des heures. Vérifiez à nouveau dans {count} minutes environ.',
    },
    'not-accepted-yet-title': 'Toujours dans l’ancien locataire',
    'not-accepted-yet-text': {
      one: '{subscription} reste dans {where} jusqu’à ce qu’un administrateur de l’autre locataire accepte la demande. C’est fait ? Vérifiez à nouveau dans {count} minute environ.',
      other:
        '{subscription} reste dans {where} jusqu’à ce qu’un administrateur de l’autre locataire accepte la demande. C’est fait ? Vérifiez à nouveau dans {count} minutes environ.',
    },
    'left-old-tenant-title': 'Il a quitté l’ancien locataire',
    'left-old-tenant-text':
      'Je ne vois plus {subscription} dans {where}. Connectez-vous avec un compte du nouveau locataire et j’y regarderai. Ou demandez à qui l’a accepté.',
    'wrong-tenant-title': 'Il est arrivé dans un autre locataire',
    'wrong-tenant-text': 'Il est dans {where}, pas dans {expected}. Ne faites plus rien avant d’avoir décidé.',
    'cannot-tell-title': 'Je ne peux pas dire si cela a fonctionné',
    'cannot-tell-text': 'Je n’ai pas pu lire ceci : {missing}. Ce n’est pas forcément raté.',
    'missing-azure': 'les abonnements Azure',
    'missing-microsoft-365': 'les produits Microsoft 365',
    'missing-tenants': 'vos locataires',
    'changes-title': 'Ce qui a changé',
    'before-after': 'Avant : {before}. Après : {after}.',
    attempt: 'Vérification {attempt}',
  },
  receipt: {
    title: 'Reçu',
    text: 'Vous pouvez le transférer ou l’ajouter à un ticket.',
    what: 'Quoi',
    where: 'Où',
    when: 'Vérifié le',
    result: 'Résultat',
    proven: 'Fait et vérifié',
    'as-text': 'Sous forme de texte, à copier',
  },
  help: {
    title: 'Ce que je peux faire',
    paragraphs: [
      'Choisissez ce que vous voulez faire avec les boutons, ou écrivez-le avec vos propres mots.',
      'Vous pouvez toujours taper : état, vérifier, étapes, retour, répéter, annuler, recommencer, se déconnecter.',
      'Pour changer de langue, tapez son nom : {languages}. Tapez « quelqu’un » pour parler à quelqu’un.',
    ],
  },
  language: { title: 'Choisissez une langue', text: 'Vous pouvez en changer à tout moment.' },
  'talk-to-person': {
    title: 'Parler à quelqu’un',
    text: 'Ces personnes peuvent vous aider :',
    open: 'Ouvrir le contact',
    'no-contact':
      'Votre organisation ne m’a pas dit qui contacter. Demandez à votre service informatique ou à votre service d’assistance.',
    summary: 'Ce qu’il faut leur dire',
  },
  misses: {
    title: 'Voulez-vous essayer autrement ?',
    text: 'Désolé, je ne comprends pas. Utilisez l’un des boutons, ou parlez à quelqu’un.',
  },
  resume: {
    title: 'Reprendre là où vous étiez ?',
    text: 'Vous en étiez à : {scenario}.',
    'text-with-step': 'Vous en étiez à : {scenario}. La prochaine étape est : {step}.',
  },
  'admin-request': {
    title: 'Un texte pour votre administrateur',
    text: 'Copiez-le et envoyez-le à votre administrateur.',
    label: 'Texte à envoyer',
    'message-add-azure':
      'Bonjour, je voudrais utiliser Azure avec mon compte Microsoft 365 dans {tenant}. Il y a un problème que seul un administrateur peut résoudre. Pouvez-vous m’aider ? Détails : {reason}',
    'message-add-microsoft-365':
      'Bonjour, nous voudrions commander Microsoft 365 dans notre locataire {tenant}. Il faut pour cela le rôle Administrateur général ou Administrateur de facturation. Pouvez-vous m’attribuer le rôle Administrateur de facturation, ou passer la commande vous-même ? Détails : {reason}',
    'message-billing-role':
      'Bonjour, je voudrais commander Microsoft 365 dans notre locataire {tenant}. Avec un Contrat client Microsoft, il faut aussi un rôle sur le compte de facturation. Pouvez-vous m’en attribuer un, propriétaire ou contributeur, sous Facturation, Comptes de facturation, ou passer la commande vous-même ?',
    'billing-role-too':
      'Si nous avons un Contrat client Microsoft, il faut aussi un rôle sur le compte de facturation : propriétaire ou contributeur.',
    'look-first':
      'Je ne vois pas si notre locataire l’a déjà : regardez d’abord, s’il vous plaît, sous Facturation, Vos produits.',
    'message-join':
      'Bonjour, nous voudrions déplacer un abonnement Azure de {tenant} vers le locataire qui a Microsoft 365. Un Propriétaire de l’abonnement envoie la demande, et un administrateur du locataire qui a Microsoft 365 l’accepte. Pouvez-vous m’aider ? Détails : {reason}',
    'message-join-owner':
      'Bonjour, je voudrais déplacer l’abonnement Azure {subscription} de {tenant} vers le locataire qui a Microsoft 365. Il me faut pour cela le rôle Propriétaire sur cet abonnement, sans condition. Pouvez-vous me l’attribuer, ou envoyer vous-même la demande dans le portail Azure ? Détails : {reason}',
    link: 'Ouvrez cette page et connectez-vous : {url}',
    code: 'Dans une conversation avec OneTenant, tapez : demande {code}',
    expires: 'La demande peut recevoir une seule réponse, jusqu’au {date}.',
  },
  answer: {
    helped: 'Cela vous a-t-il aidé ?',
    'see-also': 'À voir aussi',
    'old-name': '« {was} » s’appelle maintenant {now}. {explanation}',
    inferred: 'Notre conclusion : nous n’avons trouvé aucune page de Microsoft qui le dise.',
    'only-in': 'Je n’ai cette réponse qu’en {language}.',
    fit: {
      yes: 'D’après ce que j’ai lu sur vous, cela vous concerne.',
      no: 'D’après ce que j’ai lu sur vous, cela ne vous concerne sans doute pas.',
      'cannot-tell': 'Je n’ai pas pu lire si cela vous concerne.',
    },
  },
  'question-choices': {
    'perhaps-title': 'Est-ce l’une de ces propositions ?',
    'perhaps-text': 'Je ne suis pas sûr de comprendre. Choisissez, ou dites-le autrement.',
    'others-title': 'L’une de ces réponses peut aider',
    'others-text': 'Elles semblaient elles aussi proches de votre question.',
  },
  'accept-request': {
    title: 'Demander à la personne qui accepte',
    text: 'Un administrateur du locataire qui a Microsoft 365 accepte l’abonnement. Saisissez l’ID de ce locataire, et je rédige un texte pour cette personne. Quand elle me dit qu’elle a accepté, je vous préviens et je vérifie.',
    tenant: 'ID du locataire qui a Microsoft 365',
    link: 'Lien du portail Azure (facultatif)',
    where: 'Une fois la demande envoyée dans le portail Azure, le lien se trouve sur la page de confirmation.',
    make: 'Rédiger le texte',
    refused: {
      'tenant-missing':
        'L’ID de locataire manque. L’administrateur le trouve dans le centre d’administration Microsoft Entra, sous Vue d’ensemble.',
      'tenant-malformed':
        'Ce n’est pas un ID de locataire. Il a 32 lettres et chiffres en cinq groupes séparés par des traits d’union.',
      'own-tenant':
        'C’est le locataire où se trouve l’abonnement maintenant. Saisissez l’ID du locataire qui a Microsoft 365.',
      'link-refused':
        'J’accepte seulement les liens qui commencent par https:// et mènent au portail Azure, comme https://portal.azure.com. Copiez le lien à nouveau, ou laissez le champ vide.',
    },
    'ready-title': 'Un texte pour la personne qui accepte',
    'ready-text': 'Copiez-le et envoyez-le-lui. Comparez encore une fois l’ID de locataire : {tenant}.',
    unknown: 'Microsoft ne dit pas combien de temps sa propre demande reste ouverte, donc n’attendez pas.',
    message:
      'Bonjour, nous voudrions déplacer un abonnement Azure de {source} vers votre locataire dont l’ID est {target}. Pouvez-vous l’y accepter en tant qu’administrateur ?',
    'message-link': 'Acceptez-le dans le portail Azure : {url}',
    'message-without-link': 'Je vous envoie le lien pour l’accepter séparément.',
    'message-yours':
      'La suite se passe dans votre locataire, donc vous seul pouvez la faire. Je vous envoie la liste de ce qui était configuré.',
    'message-then': 'Dites ensuite à OneTenant que vous avez accepté, et je le saurai.',
  },
  'accept-answer': {
    title: 'On vous demande d’accepter un abonnement',
    text: '{name} vous demande, en tant qu’administrateur de {tenant}, d’y accepter un abonnement Azure.',
    'with-link':
      'Ouvrez le portail Azure et lisez ce qu’il indique. Acceptez seulement si vous attendez cet abonnement.',
    'without-link':
      'La personne qui demande a le lien pour l’accepter. Acceptez seulement si vous attendez cet abonnement.',
    'role-uncertain': 'Microsoft ne dit pas si votre rôle suffit. Le portail Azure dit si vous pouvez accepter.',
    'what-it-means': 'Rien n’est accepté ici. Votre réponse me permet seulement de prévenir la personne qui demande.',
    open: 'Ouvrir le portail Azure',
    accepted: 'Je l’ai accepté',
    'not-accepted': 'Je ne l’accepte pas',
    'told-accepted': 'Le {date}, un administrateur de l’autre locataire m’a dit avoir accepté l’abonnement.',
    'told-declined': 'Un administrateur de l’autre locataire dit qu’il n’accepte pas l’abonnement. Il reste où il est.',
  },
  'admin-answer': {
    title: 'Quelqu’un vous demande de l’aide',
    text: '{name} vous demande, en tant qu’administrateur de {tenant}, de l’aide pour : {scenario}.',
    'text-to-owner':
      '{name} de {tenant} vous demande, en tant que propriétaire de l’abonnement Azure, de l’aide pour : {scenario}. Faites l’étape dans le portail, ou rendez cette personne propriétaire.',
    'what-it-means':
      'Approuver n’accorde aucune autorisation. Approuvez une fois que vous avez attribué le rôle ou fait l’étape vous-même. Je vérifierai alors à nouveau dans la conversation de la personne qui a demandé.',
    approve: 'Approuver',
    decline: 'Refuser',
    'approved-title': 'Merci, la demande est approuvée',
    'declined-title': 'La demande est refusée',
    told: 'J’ai prévenu la personne qui a demandé.',
    refused: {
      expired:
        'Cette demande n’est plus valable. Une demande reçoit une seule réponse, et seulement pendant peu de temps.',
      'own-request': 'C’est votre propre demande. Un administrateur doit y répondre.',
      'role-missing':
        'Seule une personne qui a le rôle Administrateur général ou Administrateur de facturation peut y répondre.',
      'role-to-activate':
        'Vous êtes éligible au rôle, mais il n’est pas actif en ce moment. Activez-le et vérifiez à nouveau.',
      'role-cannot-tell': 'Je ne vois pas vos rôles, donc je ne peux pas accepter votre réponse.',
      'other-target':
        'Cette demande est destinée au locataire dont l’ID est {target}, et vous êtes connecté à {tenant}. Rien n’a changé. Déconnectez-vous, puis ouvrez à nouveau la demande avec un compte de ce locataire.',
      'no-role-to-accept':
        'Vous n’avez ici aucun rôle d’administrateur actif. Activez-en un et vérifiez à nouveau, ou transmettez la demande à un administrateur.',
      'already-answered': 'Cette demande a déjà reçu une réponse.',
      'not-approved': 'Cette demande n’a pas été approuvée.',
      'not-the-requester': 'Cette demande est celle de quelqu’un d’autre.',
    },
  },
  reminder: {
    title: 'Je vous le rappellerai',
    'on-day': 'Je vous le rappellerai le {date}, vers cette heure-ci.',
    'no-other-hour': 'Je ne peux pas choisir une autre heure.',
    'when-visible': 'Je continue de vérifier, et je vous préviens dès que c’est visible. J’arrêterai le {date}.',
    stop: 'Tapez « ne plus rappeler » pour y mettre fin.',
  },
  'delete-my-data': {
    title: 'Supprimer ce que j’ai enregistré sur cette conversation ?',
    text: 'C’est irréversible. Rien ne change dans Microsoft 365 ni dans Azure.',
    'goes-title': 'Ce que je supprime',
    goes: [
      'Votre avancement : votre chemin, les étapes que vous avez cochées, et les deux dernières vérifications avec les noms, les rôles et les abonnements.',
      'Votre langue et votre fuseau horaire, vos rappels, les tickets que je connais dans cette conversation, et les demandes aux administrateurs que vous avez faites ici.',
      'Votre connexion auprès du service de jetons de Microsoft.',
    ],
    'stays-title': 'Ce qui reste',
    stays: [
      'Les messages ci-dessus : Teams ou la fenêtre de conversation les garde, selon les stratégies de votre organisation.',
      'Des lignes de mon journal, sans noms et sans ce que vous avez tapé, jusqu’à leur expiration.',
      'Les copies de sauvegarde des personnes qui me gèrent, pendant quelques jours.',
      'Ce qu’un service d’assistance a dans ses propres tickets. Demandez-le-lui.',
      'D’autres conversations avec moi, par exemple sur un autre canal. Demandez-le-moi là aussi.',
    ],
    gone: {
      one: 'Vos données sont supprimées : un enregistrement, avec tout ce qui concerne cette conversation, et votre connexion. J’ai vérifié ensuite, et il ne reste rien. Si vous m’écrivez à nouveau, nous repartons du début.',
      other:
        'Vos données sont supprimées : {count} enregistrements, avec tout ce qui concerne cette conversation, et votre connexion. J’ai vérifié ensuite, et il ne reste rien. Si vous m’écrivez à nouveau, nous repartons du début.',
    },
    'not-all-gone':
      'Je n’ai pas pu tout supprimer. Réessayez plus tard ; si cela ne fonctionne toujours pas, donnez cette référence à votre service d’assistance : {reference}.',
  },
  notice: { reference: 'Référence : {reference}' },
  topic: {
    'read-more': 'En savoir plus',
    'support-text': {
      none: 'Nous avons un Contrat Entreprise et nous voulons Azure et Microsoft 365 dans un seul locataire. Qui peut s’en charger, et dans quel locataire ?',
      'add-azure':
        'Nous avons un Contrat Entreprise et nous voulons un abonnement Azure dans le locataire {tenant}. Qui le crée, et avec quel compte ?',
      'add-microsoft-365':
        'Nous avons un Contrat Entreprise et nous voulons Microsoft 365 dans le locataire {tenant}. Qui commande les licences, et qui active la première commande ?',
      join: 'Nous avons un Contrat Entreprise et nous voulons déplacer un abonnement Azure vers le locataire qui a notre Microsoft 365. Nous avons regardé dans le locataire {tenant}. Qui peut le déplacer, et que devons-nous préparer ?',
    },
  },
} as const;

export const why = {
  'step-up':
    'Une stratégie de votre organisation demande plus qu’un mot de passe pour cela. Sans cela, Microsoft ne laisse personne y lire, moi compris.',
  scenario:
    'Les règles dépendent du sens dans lequel vous allez. Dans un sens il faut un rôle d’administrateur, dans l’autre non.',
  'sign-in':
    'Je ne peux voir vos rôles et vos abonnements qu’une fois que vous êtes connecté. Sinon, je ne peux montrer que les étapes générales.',
  agreement:
    'Si vous avez un Contrat Entreprise ou si vous achetez par un partenaire, l’inscription ordinaire n’est pas pour vous. Je ne peux pas toujours distinguer les contrats.',
  'confirm-join':
    'Déplacer un abonnement retire l’accès à tout le monde, et cela ne s’annule pas d’un clic. Je veux que vous le sachiez avant de commencer.',
  suggestion:
    'Je le suggère d’après ce qui se trouve dans votre locataire. C’est vous qui savez ce que vous voulez, donc je vous le demande.',
  language: 'Je devine votre langue d’après l’application de conversation, et je peux me tromper.',
  'talk-to-person':
    'Je peux transmettre ce que je sais, pour que vous n’ayez pas à l’expliquer deux fois. C’est pourquoi je demande d’abord.',
} as const;
