export const steps = {
  'azure-open-sign-up': {
    title: 'Ouvrir la page d’inscription à Azure',
    body: 'Ouvrez la page du compte Azure gratuit et choisissez Commencer gratuitement.',
    notes: [
      'Vous avez déjà Azure ? Allez sous Abonnements dans le portail Azure et choisissez Ajouter : vous y choisissez le compte de facturation qui paie.',
      'Pouvoir se connecter au portail Azure ne suffit pas : les machines virtuelles et la plupart des autres services demandent un abonnement Azure.',
      'L’essai gratuit est réservé aux nouveaux clients d’Azure. Sinon, choisissez le paiement à l’utilisation.',
      'Vous n’avez pas besoin d’un rôle d’administrateur pour cela.',
      'L’essai gratuit ne facture rien tant que sa limite de dépense est active. Sans la limite, il devient un paiement à l’utilisation.',
      'Un ancien compte de paiement à l’utilisation (Microsoft Online Services Program) ne peut plus ajouter d’abonnements sur la page d’inscription. Si Ajouter ne vous propose aucun compte de facturation, créez une demande de support.',
    ],
  },
  'azure-sign-in-with-work-account': {
    title: 'Se connecter avec votre compte Microsoft 365',
    body: 'Sur la page que vous venez d’ouvrir, connectez-vous avec votre compte professionnel ou scolaire Microsoft 365.',
    notes: [
      'Le compte que vous utilisez ici décide du locataire de l’abonnement.',
      'Plusieurs comptes Microsoft 365 ? Utilisez celui dont le locataire doit recevoir l’abonnement Azure.',
      'Votre compte est géré dans un autre locataire ? Microsoft ne dit pas lequel des deux ce sera : vérifiez l’annuaire avant de confirmer.',
      'Si le navigateur prend le mauvais compte, ouvrez une fenêtre InPrivate ou de navigation privée. Azure n’accepte que les appareils gérés ? Utilisez alors un autre profil de navigateur.',
      'Le portail Azure demande l’authentification multifacteur : une deuxième façon de prouver qui vous êtes.',
    ],
  },
  'azure-fill-in-details': {
    title: 'Remplir vos informations et terminer l’inscription',
    body: 'Le formulaire a quatre parties : vos informations, la vérification de l’identité par téléphone, la vérification par carte, et le contrat. À la fin, vous arrivez dans le portail Azure.',
    notes: [
      'Certaines parties peuvent être sautées, car Microsoft a déjà vos informations par Microsoft 365.',
      'Les numéros de téléphone par Internet (VoIP) et les cartes virtuelles ou prépayées ne sont pas acceptés.',
      'La vérification par téléphone peut prendre quelques minutes.',
    ],
  },
  'azure-check-users': {
    title: 'Vérifier que vos collègues sont là',
    body: 'Dans le portail Azure, ouvrez Microsoft Entra ID puis Utilisateurs. Vous devriez voir les mêmes personnes que dans Microsoft 365, vous compris.',
    notes: [
      'Ouvrez Abonnements, choisissez votre abonnement et regardez Vue d’ensemble : Annuaire indique votre locataire.',
      'Si l’abonnement n’est pas dans la liste, changez d’annuaire en haut à droite et effacez le filtre des abonnements.',
    ],
  },
  'azure-share-access': {
    title: 'Donner à vos collègues l’accès à l’abonnement',
    body: 'Ouvrez Abonnements, choisissez l’abonnement, ouvrez Contrôle d’accès (IAM), choisissez Ajouter puis Ajouter une attribution de rôle. Choisissez un rôle et les personnes qui en ont besoin.',
    notes: ['C’est le contrôle d’accès en fonction du rôle Azure. Ne donnez pas plus d’accès que nécessaire.'],
  },
  'm365-know-your-role': {
    title: 'Vérifier que vous pouvez acheter pour votre organisation',
    body: 'Dans le Centre d’administration Microsoft Entra, ouvrez Rôles et administrateurs et regardez Votre rôle. Il vous faut Administrateur général ou de facturation ; avec un Contrat client Microsoft, propriétaire ou contributeur du compte de facturation.',
    notes: [
      'Dans le Centre d’administration Microsoft 365, regardez sous Rôles, Attributions de rôles. Les rôles d’un compte de facturation sont sous Facturation, Comptes de facturation.',
      'Une personne qui est au moins Administrateur de rôle privilégié peut vous attribuer un rôle du locataire. Un Administrateur général attribue aussi le rôle sur le compte de facturation, même à lui-même : Facturation, Comptes de facturation, le compte, Attribuer des rôles.',
    ],
  },
  'm365-choose-plan': {
    title: 'Choisir un plan Microsoft 365',
    body: 'Ouvrez la page de Microsoft 365 pour les entreprises et choisissez un plan. Pour les grandes organisations, il y a une page des plans Entreprise.',
    notes: [
      'Si vous utilisez déjà le Centre d’administration Microsoft 365, vous pouvez aussi choisir Acheter des services sous Facturation. Chez certains clients, cela s’appelle Marketplace.',
    ],
  },
  'm365-sign-in-top-right': {
    title: 'Choisir d’abord Se connecter en haut à droite',
    body: 'Un formulaire apparaît. Choisissez Se connecter en haut à droite, ou le lien pour les personnes qui ont déjà un compte.',
    notes: ['C’est ce clic qui compte : remplir le formulaire comme un nouveau client crée un deuxième locataire.'],
  },
  'm365-sign-in-with-azure-account': {
    title: 'Se connecter avec le compte de votre locataire Azure',
    body: 'Connectez-vous avec le compte professionnel ou scolaire du locataire de votre abonnement Azure. Microsoft 365 est alors ajouté à ce même locataire.',
    notes: [
      'Un compte Microsoft personnel ne fonctionne pas ici.',
      'Utilisez une fenêtre InPrivate ou de navigation privée si le navigateur prend un autre compte.',
    ],
  },
  'm365-try-or-buy': {
    title: 'Commencer l’essai ou acheter',
    body: 'Choisissez Démarrer l’essai gratuit ou Acheter maintenant, et suivez les instructions.',
    notes: [
      'Quand l’essai se termine, Microsoft commence à facturer de lui-même s’il y a un moyen de paiement. Si vous ne le voulez pas, désactivez la facturation périodique avant ce jour, sous Facturation, Vos produits.',
      'Avec un Contrat client, vous n’êtes remboursé que dans les 7 jours. Ensuite, aucun plan ne peut être résilié, et un plan annuel payé par mois est facturé jusqu’à la fin. Avec l’ancien contrat (MOSA), la part restante vous est rendue. Un plan mensuel résilié s’arrête aussitôt pour tous.',
    ],
  },
  'm365-continue-after-receipt': {
    title: 'Choisir Continuer après le reçu de commande',
    body: 'Vous verrez un reçu de commande. Choisissez Continuer pour aller au Centre d’administration Microsoft 365.',
    notes: ['Gardez le reçu : le support demande le numéro de commande.'],
  },
  'm365-check-users': {
    title: 'Vérifier que vos utilisateurs sont là',
    body: 'Dans le Centre d’administration Microsoft 365, ouvrez Utilisateurs puis Utilisateurs actifs. Vous devriez voir les personnes de votre locataire Azure.',
    notes: [
      'Si vous ne voyez que vous-même, vous avez peut-être créé un deuxième locataire. Annulez cet essai, connectez-vous d’abord, et commandez à nouveau.',
    ],
  },
  'join-prepare': {
    title: 'Noter ce que vous avez avant le déplacement',
    body: 'Exportez les rôles attribués et personnalisés, les accès aux coffres de clés, les identités managées et les stratégies.',
    notes: [
      'Changer d’annuaire supprime pour toujours les rôles attribués et personnalisés de l’abonnement.',
      'Vous déplacez l’abonnement Azure vers le locataire qui a Microsoft 365, jamais l’inverse.',
      'Les clusters Kubernetes (AKS), Microsoft Entra Domain Services et les bases de données avec connexion Entra ne peuvent pas être déplacés tels quels.',
      'Vous pouvez perdre définitivement les clés de chiffrement d’un coffre de clés. Faites-le d’abord vérifier.',
      'Le guide du transfert d’un abonnement contient la liste complète et un script de préparation.',
      'Donnez la liste à la personne qui accepte : elle rétablit les accès dans le nouveau locataire.',
    ],
  },
  'join-find-who-accepts': {
    title: 'Trouver qui accepte l’abonnement',
    body: 'Il vous faut l’ID du locataire qui a Microsoft 365, et un administrateur de ce locataire qui accepte votre demande. C’est vous, ou un collègue dont vous connaissez l’adresse e-mail.',
    notes: [
      'L’administrateur trouve l’ID de locataire dans le Centre d’administration Microsoft Entra, sous Vue d’ensemble.',
      'Être invité dans ce locataire n’est ni nécessaire ni suffisant.',
      'Microsoft parle d’« un administrateur Entra » sans nommer de rôle. Administrateur général est le plus élevé.',
    ],
  },
  'join-open-subscription': {
    title: 'Ouvrir l’abonnement',
    body: 'Dans le portail Azure, ouvrez Abonnements et choisissez l’abonnement que vous voulez déplacer.',
    notes: [
      'Vous devez être Propriétaire de l’abonnement. Une condition sur ce rôle peut faire échouer le changement : demandez le rôle sans condition.',
      'Les abonnements d’un partenaire (CSP), à usage interne de Microsoft et Azure for Students Starter ne peuvent pas changer d’annuaire.',
    ],
  },
  'join-change-directory': {
    title: 'Choisir Changer d’annuaire',
    body: 'Choisissez Changer d’annuaire en haut de la page et lisez les avertissements.',
    notes: [
      'Si le bouton n’est pas disponible, votre organisation l’a peut-être bloqué sous Abonnements, Gérer les stratégies.',
    ],
  },
  'join-send-request': {
    title: 'Envoyer la demande',
    body: 'Si vous l’acceptez vous-même, choisissez Oui et sélectionnez le locataire. Si un collègue l’accepte, choisissez Non et saisissez son adresse e-mail et l’ID de locataire. Choisissez ensuite Continuer.',
    notes: [
      'Comparez deux fois l’ID de locataire : il décide où l’abonnement arrive.',
      'Si un collègue l’accepte, copiez le lien de la page de confirmation et envoyez-le-lui.',
      'La facturation ne change pas : la personne qui paie maintenant continue de payer.',
    ],
  },
  'join-accept-request': {
    title: 'Faire accepter la demande',
    body: 'Si vous l’acceptez vous-même, choisissez Accepter. Si un collègue l’accepte, il ouvre le lien, se connecte avec un compte du locataire qui a Microsoft 365, et choisit Accepter.',
    notes: [
      'Jusque-là, l’abonnement reste dans l’ancien locataire.',
      'Microsoft ne dit pas combien de temps une demande reste ouverte, donc n’attendez pas.',
      'Ensuite, la personne qui a accepté regarde dans le nouveau locataire et rétablit les accès. Son texte lui dit comment.',
    ],
  },
  'accept-tell-owner': {
    title: 'Dire au Propriétaire où il va',
    body: 'Le Propriétaire de l’abonnement envoie la demande depuis l’autre locataire. Donnez-lui l’ID de ce locataire et l’adresse e-mail de l’administrateur qui accepte.',
    notes: [
      'L’ID de locataire se trouve dans le Centre d’administration Microsoft Entra, sous Vue d’ensemble.',
      'Microsoft ne nomme pas de rôle pour la personne qui accepte. Administrateur général est le plus élevé.',
      'Êtes-vous vous-même le Propriétaire, avec un autre compte ? Connectez-vous ici avec ce compte, et je vous montre comment envoyer la demande.',
    ],
  },
  'accept-open-link': {
    title: 'Accepter la demande',
    body: 'L’administrateur ouvre le lien du Propriétaire, se connecte avec un compte de ce locataire, lit de quel abonnement il s’agit et choisit Accepter.',
    notes: [
      'N’acceptez qu’un abonnement que vous attendez : une fois accepté, tout le monde y perd l’accès.',
      'Jusque-là, l’abonnement reste dans l’autre locataire.',
      'Microsoft ne dit pas combien de temps une demande reste ouverte, alors n’attendez pas.',
      'La facturation ne bouge pas : qui paie aujourd’hui continue de payer.',
    ],
  },
  'join-switch-directory': {
    title: 'Regarder dans le nouveau locataire',
    body: 'Dans le portail Azure, passez au nouveau locataire avec Changer de répertoire, et ouvrez Abonnements.',
    notes: [
      'Microsoft ne dit pas combien de temps cela prend. Une page plus ancienne parle de plusieurs heures.',
      'S’il n’apparaît pas, effacez le filtre global des abonnements, déconnectez-vous et reconnectez-vous.',
    ],
  },
  'join-aftercare': {
    title: 'Rétablir les accès',
    body: 'Recréez les attributions de rôles, changez le locataire de vos coffres de clés, désactivez puis réactivez les identités managées affectées par le système, et recréez celles affectées par l’utilisateur.',
    notes: [
      'La page la plus récente de Microsoft (17 mars 2026) ne dit pas qui est Propriétaire dans le nouveau locataire. Selon une page plus ancienne (14 août 2024), c’est la personne qui termine le changement. Regardez donc d’abord, sous Contrôle d’accès (IAM). Si personne ne l’est, un Administrateur général de ce locataire peut élever son accès et attribuer un Propriétaire.',
      'Un Azure Stack enregistré doit être enregistré à nouveau.',
      'Avant de supprimer l’ancien locataire, transférez la propriété de la facturation. Ce n’est pas possible pour une évaluation gratuite.',
    ],
  },
} as const;
