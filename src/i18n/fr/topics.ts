export const topics = {
  background: {
    title: 'Comment tout s’articule',
    paragraphs: [
      'Microsoft 365 et Azure utilisent le même service pour les personnes et les abonnements : Microsoft Entra ID.',
      'Votre locataire, aussi appelé annuaire, est le conteneur : il contient les utilisateurs et les abonnements de votre organisation.',
      'Un abonnement est créé dans un locataire, et un utilisateur appartient à un locataire, jamais l’inverse.',
      'Un abonnement fait confiance à un seul locataire. Un locataire peut contenir de nombreux abonnements. Un utilisateur a un locataire d’origine et peut être invité dans d’autres.',
      'Un nouvel abonnement est créé dans le locataire de la personne qui s’inscrit. C’est pourquoi le compte compte tant : avec le même compte, Azure et Microsoft 365 sont réunis et chacun garde un seul nom d’utilisateur.',
      'Dans le portail Azure, vous pouvez aussi choisir l’annuaire et le propriétaire. Le propriétaire ne peut pas y être invité, et une demande à un autre locataire doit être acceptée dans les 7 jours.',
      'Un abonnement Azure appartient à des personnes : le propriétaire de la facturation paie, et les Propriétaires gèrent ce qu’il contient. Microsoft 365 appartient au locataire lui-même : toute personne qui y a le bon rôle peut le gérer.',
      'Partager un locataire ne fusionne pas les factures.',
      'Pouvoir se connecter au portail Azure n’est pas la même chose qu’avoir un abonnement Azure. Vous pouvez ouvrir Microsoft Entra sans abonnement, mais les machines virtuelles et la plupart des autres services en demandent un.',
    ],
  },
  'know-your-role': {
    title: 'Trouver votre rôle',
    paragraphs: [
      'Ouvrez le Centre d’administration Microsoft Entra, puis Rôles et administrateurs, et regardez Votre rôle.',
      'Ou ouvrez Utilisateurs, Tous les utilisateurs, choisissez-vous et regardez Rôles attribués.',
      'Dans le Centre d’administration Microsoft 365, c’est sous Rôles, Attributions de rôles.',
      'Pour acheter Microsoft 365, il vous faut Administrateur général ou Administrateur de facturation. Pour obtenir Azure avec votre compte Microsoft 365, vous n’avez pas besoin d’un rôle d’administrateur.',
      'Vous pouvez aussi avoir le rôle par un groupe, ou y être éligible et devoir l’activer.',
    ],
  },
  'get-a-role': {
    title: 'Obtenir le rôle qu’il vous faut',
    paragraphs: [
      'Demandez à une personne qui est au moins Administrateur de rôle privilégié dans votre locataire.',
      'Elle ouvre Rôles et administrateurs dans le Centre d’administration Microsoft Entra, choisit le rôle, choisit Ajouter des attributions et vous sélectionne.',
      'Administrateur de facturation suffit pour acheter. Ne demandez pas plus que nécessaire.',
      'Ensuite, attendez quelques minutes, déconnectez-vous et reconnectez-vous.',
    ],
  },
  'share-azure-access': {
    title: 'Partager un abonnement Azure',
    paragraphs: [
      'Vos collègues n’ont pas accès à votre abonnement automatiquement. Vous leur attribuez un rôle : c’est le contrôle d’accès en fonction du rôle Azure.',
      'Ouvrez Abonnements, votre abonnement, Contrôle d’accès (IAM), Ajouter, Ajouter une attribution de rôle.',
      'Un Propriétaire peut tout faire, y compris donner l’accès. Un Contributeur peut tout faire sauf donner l’accès. Un Lecteur peut seulement consulter.',
      'Si quelqu’un ne voit pas l’abonnement, demandez-lui de changer d’annuaire en haut à droite et d’effacer le filtre des abonnements.',
    ],
  },
  support: {
    title: 'Demander à Microsoft',
    paragraphs: [
      'Vous pouvez créer une demande de support dans le portail Azure à tout moment. Les questions sur les abonnements et la facturation sont gratuites.',
      'Si vous ne pouvez pas vous connecter du tout, utilisez le formulaire pour les personnes qui ne peuvent pas se connecter.',
      'Pour Microsoft 365, choisissez Aide et support en bas à droite du Centre d’administration. Pour Microsoft Entra, utilisez le formulaire de demande de son propre Centre d’administration.',
      'Les Administrateurs généraux, de facturation et de support de service peuvent créer une demande pour Microsoft 365 et Entra. Pour Azure, il vous faut un rôle comme Propriétaire ou Contributeur.',
      'Pas encore client d’Azure ? Utilisez la page de support pour les entreprises.',
    ],
  },
  'enterprise-agreement': {
    title: 'Si vous avez un Contrat Entreprise',
    paragraphs: [
      'Les étapes de cette conversation ne sont pas destinées aux clients qui ont un Contrat Entreprise.',
      'Avec ce contrat, les administrateurs d’entreprise et les propriétaires de compte créent et transfèrent les abonnements sous Gestion des coûts + facturation.',
      'Microsoft 365 se commande par les licences en volume : auprès de votre contact commercial Microsoft ou de votre partenaire de licences, ou par une réservation de licences faite par un collègue qui y est Administrateur ou Online Services Manager. Un administrateur général n’a pas ce rôle par défaut. Une réservation est un engagement financier. Elle s’annule jusqu’à 72 heures avant la date d’utilisation.',
      'Pour Microsoft 365, regardez d’abord où l’ID de licence est activé : Facturation, Vos produits, Licences en volume, Contrats. Les nouvelles licences y vont d’elles-mêmes ; pour un renouvellement, c’est le numéro de client qui compte. S’il n’est encore activé nulle part, elles vont dans le locataire où l’Online Services Manager est Administrateur général ou de facturation. Sinon, un e-mail demande le locataire.',
      'Un ID de licence ne peut pas être dans deux locataires. Si les licences sont dans le mauvais, demandez un « remap » au support des licences en volume.',
      'Demandez à votre administrateur d’entreprise, ou créez une demande de support. Vous pouvez utiliser le texte ci-dessous.',
    ],
  },
  'change-directory-consequences': {
    title: 'Ce qui change quand un abonnement passe à un autre locataire',
    paragraphs: [
      'Tout le monde perd l’accès : toutes les attributions de rôles et tous les rôles personnalisés de l’abonnement sont supprimés définitivement, tout comme les affectations de stratégies. La page la plus récente de Microsoft (17 mars 2026) ne dit pas qui est Propriétaire ensuite. Selon une page plus ancienne, c’est la personne qui termine le changement.',
      'Les coffres de clés sont inutilisables jusqu’à ce que vous changiez leur locataire. Les données chiffrées avec vos propres clés peuvent devenir irrécupérables.',
      'Vous devez désactiver puis réactiver les identités managées affectées par le système, et recréer celles affectées par l’utilisateur.',
      'Les clusters Kubernetes (AKS) cessent de bien fonctionner et ne peuvent pas être déplacés, Microsoft Entra Domain Services non plus. Azure SQL et MySQL avec connexion Entra ne peuvent pas être déplacés tels quels.',
      'Vous devez définir à nouveau les listes de contrôle d’accès du stockage et des fichiers, le chiffrement des disques et les stratégies, et réenregistrer un Azure Stack enregistré.',
      'La personne qui paie ne change pas. Pour beaucoup d’offres, cela peut changer aussi : transférer la propriété de la facturation est une action à part.',
      'Rien ne change tant qu’un administrateur du nouveau locataire n’a pas accepté la demande. Une page plus ancienne de Microsoft dit qu’il peut ensuite falloir des heures avant que l’abonnement apparaisse.',
    ],
  },
  'alternatives-to-moving': {
    title: 'Si vous ne pouvez pas le déplacer, ou si c’est déconseillé',
    paragraphs: [
      'Invitez les utilisateurs de Microsoft 365 dans le locataire Azure et donnez-leur un rôle.',
      'Laissez un locataire gérer l’autre avec Azure Lighthouse.',
      'Créez un nouvel abonnement dans le bon locataire et reconstruisez-y les ressources.',
      'Microsoft 365 lui-même ne peut pas être déplacé de cette façon, car les locataires ne peuvent pas être fusionnés. Seuls certains abonnements avec un Contrat client Microsoft conclu par un commercial de Microsoft peuvent passer, sous Facturation, Vos produits, à un locataire de facturation lié, et seulement si aucune de leurs licences n’est attribuée.',
    ],
  },
  'quick-guidance': {
    title: 'En bref',
    paragraphs: [
      'Vous avez Microsoft 365 et vous voulez Azure : partez de l’inscription à Azure et connectez-vous avec votre compte professionnel ou scolaire Microsoft 365. Vous n’avez pas besoin d’un rôle d’administrateur.',
      'Vous avez Azure et vous voulez Microsoft 365 : partez de la page de Microsoft 365, choisissez Se connecter en haut à droite et utilisez le compte de votre locataire Azure. Il vous faut Administrateur général ou Administrateur de facturation.',
      'Vous avez les deux, achetés séparément : déplacez l’abonnement Azure vers le locataire qui a Microsoft 365, une fois que vous savez ce qui va s’arrêter.',
      'Dans les trois cas, chacun garde un seul nom d’utilisateur, et un seul locataire contient tout.',
    ],
  },
  'example-kelley': {
    title: 'Un exemple : Kelley chez Contoso',
    paragraphs: [
      'Kelley Wall est l’administratrice de Contoso et se connecte en tant que admin@contoso.onmicrosoft.com. Ses collègues Jane et Tricia travaillent avec Microsoft 365.',
      'Kelley veut aussi Azure. Elle s’inscrit à Azure avec son compte Contoso. Puis elle ouvre Microsoft Entra ID, Utilisateurs dans le portail Azure : elle, Jane et Tricia y sont toutes les trois.',
      'L’inverse fonctionne aussi. Si Contoso n’avait qu’Azure, Kelley commanderait Microsoft 365 après s’être connectée avec le même compte, et les trouverait toutes les trois sous Utilisateurs actifs.',
    ],
  },
  'names-of-today': {
    title: 'Anciens et nouveaux noms',
    paragraphs: [
      'Azure Active Directory, ou Azure AD, s’appelle maintenant Microsoft Entra ID.',
      'Office 365 s’appelle maintenant Microsoft 365. Certains plans portent encore l’ancien nom.',
      'Annuaire, organisation, locataire et « tenant » veulent dire ici la même chose. Nous disons locataire.',
      'Le compte d’organisation s’appelle maintenant compte professionnel ou scolaire.',
      'L’administrateur global, ou administrateur de l’entreprise, s’appelle maintenant Administrateur général.',
      'Les rôles classiques, comme administrateur de service et coadministrateur, ont pris fin en août 2024. Le contrôle d’accès en fonction du rôle Azure les a remplacés.',
      'Le portail Azure classique et le portail EA n’existent plus. Utilisez le portail Azure, et Gestion des coûts + facturation.',
      'Le portail Office 365 est maintenant le Centre d’administration Microsoft 365.',
      'L’offre Accès à Azure Active Directory a pris fin. Ouvrir Microsoft Entra ne demande plus d’abonnement Azure.',
    ],
  },
  privacy: {
    title: 'Ce que je lis et enregistre',
    paragraphs: [
      'Une fois que vous êtes connecté, je lis, avec vos propres autorisations : votre nom, vos rôles, le nom de votre locataire, ses produits Microsoft 365, vos abonnements Azure et, si c’est utile, le type de contrat.',
      'Je ne fais que lire. Je ne change rien et je n’achète rien.',
      'J’enregistre votre avancement, votre langue et la dernière vérification, pour que vous puissiez continuer plus tard. Je n’enregistre pas de mots de passe, et personne ne peut voir votre connexion.',
      'Je compte les questions qui ont eu une réponse, sans leur texte. Si votre organisation conserve le texte des questions auxquelles je n’ai pas su répondre, c’est pendant 30 jours, sans noms, adresses ni nombres, et sans dire qui a posé la question.',
      'Si votre organisation a configuré un service d’incorporation, le texte de votre question lui est envoyé pour en trouver le sens, sans les adresses, les nombres et les noms que je reconnais. Mes réponses restent celles qui ont été rédigées.',
      'Choisissez Se déconnecter pour mettre fin à la connexion, Recommencer pour effacer vos étapes, ou Supprimer mes données pour tout supprimer.',
    ],
  },
} as const;
