export const checks = {
  'work-account': {
    yes: 'Vous vous êtes connecté avec un compte professionnel ou scolaire.',
    no: 'Ce n’est pas un compte professionnel ou scolaire de ce locataire.',
    'cannot-tell': 'Je ne peux pas dire si une inscription avec ce compte arrive dans {tenant}.',
  },
  'managed-tenant': {
    yes: 'Votre locataire est un locataire géré ordinaire.',
    no: 'Votre locataire n’est pas un locataire géré ordinaire.',
    'cannot-tell': 'Je ne peux pas dire si votre locataire est géré.',
  },
  'has-microsoft-365': {
    yes: 'Votre locataire a Microsoft 365.',
    no: 'Je n’ai pas trouvé Microsoft 365 dans ce locataire.',
    'cannot-tell': 'Je ne peux pas dire si votre locataire a Microsoft 365.',
  },
  'has-azure': {
    yes: 'Vous avez un abonnement Azure dans ce locataire.',
    no: 'Je n’ai pas trouvé d’abonnement Azure que vous puissiez voir dans ce locataire.',
    'cannot-tell': 'Je ne peux pas dire si vous avez un abonnement Azure.',
  },
  'purchase-role': {
    yes: 'Vous avez un rôle qui permet d’acheter : Administrateur général ou Administrateur de facturation.',
    no: 'Vous n’avez pas en ce moment de rôle qui permet d’acheter.',
    'cannot-tell': 'Je ne peux pas dire si vous avez un rôle qui permet d’acheter.',
  },
  'self-service-agreement': {
    yes: 'Votre contrat le permet.',
    no: 'Avec votre contrat, cela se passe autrement.',
    'cannot-tell': 'Je ne peux pas dire quel contrat vous avez avec Microsoft.',
  },
  'subscription-usable': {
    yes: 'Votre abonnement Azure est actif.',
    no: 'Votre abonnement Azure a un retard de paiement ou est désactivé.',
    'cannot-tell': 'Je ne peux pas dire dans quel état est votre abonnement Azure.',
  },
  'owner-of-subscription': {
    yes: 'Vous êtes Propriétaire de l’abonnement.',
    no: 'Vous n’êtes pas Propriétaire de l’abonnement, ou seulement sous condition.',
    'cannot-tell': 'Je ne peux pas dire si vous êtes Propriétaire de l’abonnement.',
  },
  'accepting-administrator': {
    yes: 'Vous êtes ici Administrateur général, le rôle le plus élevé. Microsoft n’en nomme aucun.',
    no: 'Je ne vous vois ici aucun rôle d’administrateur actif. Il vous reste peut-être un rôle à activer, aussi par un groupe. Sinon, un collègue accepte l’abonnement.',
    'cannot-tell': 'Je ne peux pas dire qui peut accepter l’abonnement.',
  },
  'offer-can-move': {
    yes: 'Ce type d’abonnement peut changer d’annuaire.',
    no: 'Ce type d’abonnement ne peut pas changer d’annuaire.',
    'cannot-tell': 'Je ne peux pas dire de quel type d’abonnement il s’agit.',
  },
} as const;

export const reasons = {
  'not-signed-in': {
    meaning: 'Vous n’êtes pas connecté.',
    'way-out': 'Connectez-vous, et je vérifierai.',
  },
  'consent-missing': {
    meaning: 'Personne ne m’a encore autorisé à lire ceci.',
    'way-out': 'Demandez à un administrateur d’approuver cette application, ou regardez vous-même.',
  },
  'permission-refused': {
    meaning: 'Microsoft ne m’a pas laissé lire ceci avec vos autorisations. Cela ne dit rien de votre rôle.',
    'way-out': 'Regardez vous-même, ou demandez à un administrateur de regarder.',
  },
  guest: {
    meaning: 'Vous êtes invité ici, et les invités ne peuvent pas lire ceci.',
    'way-out':
      'Connectez-vous avec un compte qui appartient au locataire, ou demandez à son administrateur de regarder.',
  },
  'not-from-partner': {
    meaning:
      'Un partenaire (CSP) ne vend pas ce type d’abonnement. Un Contrat Entreprise peut aussi passer par un partenaire.',
    'way-out':
      'Regardez dans le portail Azure sous Gestion des coûts + facturation, Propriétés : le type de contrat y figure.',
  },
  'sign-in-again': {
    meaning: 'Microsoft veut que vous vous connectiez à nouveau.',
    'way-out': 'Déconnectez-vous, puis reconnectez-vous.',
  },
  'second-proof': {
    meaning: 'Microsoft veut une deuxième preuve de votre identité, et ne l’a pas reçue.',
    'way-out':
      'Vérifiez à nouveau et donnez-la dans la fenêtre qui s’ouvre. Si cela échoue, demandez à votre service informatique : les journaux de connexion de Microsoft Entra disent quelle est la stratégie et ce qu’elle demande.',
  },
  'device-refused': {
    meaning: 'Votre organisation n’accepte que les appareils qu’elle gère.',
    'way-out':
      'Ouvrez cette conversation sur un appareil que votre organisation gère. Ou demandez à votre service informatique : il peut gérer votre appareil, ou changer à qui la stratégie s’applique. Exclure cette application ne suffit pas : la stratégie porte sur ce que je lis.',
  },
  'blocked-by-policy': {
    meaning: 'Une stratégie de votre organisation me bloque.',
    'way-out':
      'Réessayez sur un appareil et un réseau de votre organisation, ou demandez à votre service informatique.',
  },
  'account-locked': {
    meaning: 'Votre compte est verrouillé pour le moment, ou Microsoft se méfie du réseau que vous utilisez.',
    'way-out':
      'Attendez un peu avant de réessayer, ou utilisez un autre réseau. Un administrateur voit la raison dans les journaux de connexion.',
  },
  'account-at-risk': {
    meaning: 'Microsoft a bloqué votre compte parce que quelqu’un d’autre l’utilise peut-être.',
    'way-out': 'Demandez à un administrateur de votre propre organisation de s’en occuper.',
  },
  'account-disabled': {
    meaning: 'Votre compte est désactivé dans ce locataire.',
    'way-out': 'Demandez à un administrateur du locataire de l’activer.',
  },
  'wrong-account': {
    meaning: 'Votre compte n’est pas connu dans ce locataire.',
    'way-out':
      'Déconnectez-vous, puis connectez-vous avec un compte du locataire. Une fenêtre de navigation privée aide.',
  },
  'tenant-blocked': {
    meaning:
      'Microsoft a bloqué tout votre locataire, le plus souvent parce que personne ne l’a utilisé depuis longtemps.',
    'way-out':
      'Un administrateur doit téléphoner à Microsoft. Après un blocage pour inactivité, c’est possible pendant 20 jours ; ensuite le locataire est supprimé définitivement.',
  },
  'billing-role-unread': {
    meaning:
      'Vous avez le rôle du locataire. Avec un Contrat client Microsoft, il faut aussi un rôle sur le compte de facturation, et je ne lis pas celui-là.',
    'way-out': 'Regardez dans le Centre d’administration Microsoft 365, sous Facturation, Comptes de facturation.',
  },
  'no-licence': {
    meaning: 'Votre locataire n’a pas de licence pour les rôles éligibles, donc il n’y en a aucun à lire.',
    'way-out': 'Vous n’avez rien à faire.',
  },
  'service-absent': {
    meaning: 'Ce service n’existe pas encore dans votre locataire, par exemple parce que personne ne l’a utilisé.',
    'way-out': 'Continuez avec les étapes, et vérifiez à nouveau ensuite.',
  },
  'service-disabled': {
    meaning: 'Ce service est désactivé dans votre locataire.',
    'way-out':
      'Demandez à un administrateur. Il l’a désactivé dans Microsoft Entra, ou un abonnement est arrivé à échéance.',
  },
  throttled: {
    meaning: 'Microsoft est trop occupé en ce moment.',
    'way-out': 'Attendez une minute et vérifiez à nouveau.',
  },
  unavailable: {
    meaning: 'Le service de Microsoft n’a pas répondu correctement.',
    'way-out': 'Vérifiez à nouveau dans quelques minutes.',
  },
  'too-slow': {
    meaning: 'La réponse a pris trop de temps.',
    'way-out': 'Vérifiez à nouveau ; c’est souvent plus rapide la deuxième fois.',
  },
  unreadable: {
    meaning: 'Je n’ai pas compris la réponse.',
    'way-out': 'Vérifiez à nouveau plus tard, ou regardez vous-même.',
  },
  incomplete: {
    meaning: 'Je n’ai reçu qu’une partie de la liste.',
    'way-out': 'Vérifiez à nouveau pour avoir le reste.',
  },
  'ids-missing': {
    meaning: 'Il manquait la partie décisive de la réponse.',
    'way-out': 'Regardez votre rôle vous-même, sous Rôles et administrateurs, Votre rôle.',
  },
  ambiguous: {
    meaning: 'La réponse convient à deux cas que je ne dois pas confondre.',
    'way-out': 'Regardez vous-même dans le portail Azure, ou demandez à votre service informatique.',
  },
  'unknown-product': {
    meaning: 'Il y a ici un produit que je ne connais pas, donc je ne peux pas dire s’il s’agit de Microsoft 365.',
    'way-out': 'Regardez dans le Centre d’administration Microsoft 365, sous Facturation, Vos produits.',
  },
  misconfigured: {
    meaning: 'Quelque chose est mal configuré de mon côté.',
    'way-out': 'Prévenez les personnes qui gèrent ce bot. Vous pouvez utiliser les étapes générales.',
  },
  'other-tenant': {
    meaning: 'Ceci concerne un autre locataire. Je ne peux regarder que dans celui auquel vous êtes connecté.',
    'way-out': 'Regardez-y vous-même, ou demandez à son administrateur.',
  },
  'partner-role': {
    meaning:
      'Vous administrez ce locataire pour un client. Vos rôles ici viennent de votre propre locataire, et je ne peux pas les lire.',
    'way-out': 'Regardez dans l’Espace partenaires, sous les relations d’administration du client.',
  },
  'eligible-roles-hidden': {
    meaning:
      'Vous n’avez pas de rôle actif qui permet d’acheter. Un rôle attend peut-être que vous l’activiez, et je ne le vois pas.',
    'way-out':
      'Regardez dans Privileged Identity Management, sous Mes rôles. Administrateur général ou Administrateur de facturation y est-il ? Alors activez-le et vérifiez à nouveau. Sinon, demandez à un administrateur.',
  },
  'not-documented': {
    meaning: 'Microsoft ne dit pas si votre rôle suffit.',
    'way-out': 'Essayez. Le portail Azure dit si vous pouvez accepter.',
  },
  'kept-elsewhere': {
    meaning: 'Votre compte est géré dans un autre locataire. Microsoft ne documente pas où arrivent ses inscriptions.',
    'way-out': 'Vérifiez l’annuaire avant de confirmer.',
  },
  'not-read': {
    meaning: 'Je n’en avais pas besoin pour votre question, donc je ne l’ai pas vérifié.',
    'way-out': 'Vérifiez à nouveau si vous en avez besoin.',
  },
} as const;

export const blockers = {
  'personal-account': {
    title: 'C’est un compte personnel',
    why: 'Un abonnement créé avec un compte Microsoft personnel arrive dans un locataire à part, séparé de votre organisation.',
    'what-to-do': 'Déconnectez-vous, puis connectez-vous avec votre compte professionnel ou scolaire.',
  },
  'personal-move': {
    title: 'C’est un compte personnel',
    why: 'Un abonnement créé avec un compte Microsoft personnel est dans un locataire à part, séparé de votre organisation. De là, il peut être déplacé : un administrateur du locataire qui a Microsoft 365 accepte la demande.',
    'what-to-do':
      'L’abonnement appartient à ce compte ? Envoyez la demande avec lui : Abonnements, Changer d’annuaire. Sinon, prenez votre compte professionnel ou scolaire.',
  },
  'guest-account': {
    title: 'Vous êtes invité dans ce locataire',
    why: 'Ce qu’un invité achète, ou ce à quoi il s’inscrit, n’arrive pas là où vous l’attendez.',
    'what-to-do':
      'Dans {home} : déconnectez-vous et utilisez votre compte là-bas. Dans {tenant} : demandez à son administrateur.',
  },
  'partner-admin': {
    title: 'Vous administrez ce locataire en tant que partenaire',
    why: 'Votre compte n’est pas dans {tenant} : vous y accédez par une relation de partenaire (GDAP). Microsoft ne dit pas où arrive ce à quoi vous vous inscrivez ainsi.',
    'what-to-do':
      'Faites inscrire une personne qui a un compte dans {tenant} (Microsoft 365, Administrateur de facturation), ou commandez dans l’Espace partenaires.',
  },
  'partner-orders': {
    title: 'Vous administrez ce locataire en tant que partenaire',
    why: 'Votre compte n’est pas dans {tenant} : vous y accédez par une relation de partenaire (GDAP). Azure dans {tenant} vient d’un partenaire (CSP), et seul ce partenaire y crée des abonnements.',
    'what-to-do':
      'Si vous êtes ce partenaire, passez la commande dans l’Espace partenaires. Sinon, {tenant} s’adresse à ce partenaire.',
  },
  'move-as-partner': {
    title: 'Vous administrez ce locataire en tant que partenaire',
    why: 'Votre compte n’est pas dans {tenant} : vous y accédez par une relation de partenaire (GDAP). Microsoft ne dit pas si un tel compte peut envoyer la demande ou l’accepter.',
    'what-to-do':
      'Laissez le déplacement au Propriétaire de l’abonnement et à un administrateur du locataire qui a Microsoft 365.',
  },
  'partner-cannot-move': {
    title: 'Cet abonnement ne peut pas être déplacé',
    why: 'Votre compte n’est pas dans {tenant} : vous y accédez par une relation de partenaire (GDAP). Azure dans {tenant} vient d’un partenaire (CSP), et un tel abonnement ne peut pas changer d’annuaire, quelle que soit la personne qui le demande. Un nouveau doit être dans le locataire qui a Microsoft 365.',
    'what-to-do':
      'Si vous l’avez vendu, créez-en un nouveau dans l’Espace partenaires et reconstruisez-y ce qui tourne ici. Sinon, {tenant} s’adresse au partenaire.',
  },
  'unmanaged-tenant': {
    title: 'Votre locataire n’a pas d’administrateur',
    why: 'Il a été créé quand quelqu’un s’est inscrit tout seul. Ce chemin demande un locataire qui a un administrateur.',
    'what-to-do':
      'Qui gère le domaine prend le contrôle de {tenant} par un DNS TXT chez le registraire. Ou utilisez un autre locataire.',
  },
  'customers-tenant': {
    title: 'Ce locataire est destiné à des clients',
    why: '{tenant} contient les clients d’une application. Il ne peut pas avoir Microsoft 365.',
    'what-to-do': 'Connectez-vous au locataire où sont vos collègues.',
  },
  'role-missing': {
    title: 'Il vous faut un rôle qui permet d’acheter',
    why: 'Pour tout {tenant}, c’est un Administrateur général ou un Administrateur de facturation qui commande Microsoft 365.',
    'what-to-do':
      'Demandez le rôle Administrateur de facturation à un administrateur, ou qu’il fasse cette étape pour vous. J’ai un texte à envoyer.',
  },
  'role-to-activate': {
    title: 'Vous devez activer votre rôle',
    why: 'Vous êtes éligible à {role}, mais ce rôle n’est pas actif en ce moment.',
    'what-to-do': 'Activez-le dans Privileged Identity Management, puis choisissez Vérifier à nouveau.',
  },
  'enterprise-agreement': {
    title: 'Vous avez un Contrat Entreprise',
    why: 'Avec ce contrat, c’est votre administrateur d’entreprise ou un propriétaire de compte qui crée les abonnements. L’inscription ordinaire est en dehors du contrat.',
    'what-to-do': 'Demandez à votre administrateur d’entreprise ou au support. J’ai un texte tout prêt.',
  },
  'enterprise-licences': {
    title: 'Vous avez un Contrat Entreprise',
    why: 'Avec ce contrat, Microsoft 365 se commande par les licences en volume. Ce que vous achetez vous-même sur le web est en dehors du contrat. Regardez d’abord sous Facturation, Vos produits, Licences en volume, Contrats : l’ID de licence est-il activé dans {tenant} ? S’il ne l’est encore nulle part, les licences vont d’elles-mêmes dans un locataire où l’Online Services Manager est Administrateur général ou de facturation. Un collègue qui a un rôle de licences en volume peut en réserver. C’est un engagement financier, annulable jusqu’à 72 heures avant la date d’utilisation.',
    'what-to-do': 'Demandez à Microsoft ou à votre partenaire de licences.',
  },
  'enterprise-move': {
    title: 'Vous avez un Contrat Entreprise',
    why: 'La page de Microsoft sur le déplacement (17 mars 2026) ne nomme aucun contrat : un Propriétaire envoie la demande, et un administrateur de l’autre locataire l’accepte. Mais avec un Contrat Entreprise, ce sont les administrateurs d’entreprise et les propriétaires de compte qui créent et transfèrent les abonnements, et l’article d’où viennent ces étapes exclut ce contrat.',
    'what-to-do':
      'Demandez à votre administrateur d’entreprise qui peut le déplacer, ou créez une demande de support. J’ai un texte tout prêt.',
  },
  'bought-through-partner': {
    title: 'Votre abonnement vient d’un partenaire',
    why: 'Les abonnements d’un partenaire (CSP) ne peuvent pas changer d’annuaire.',
    'what-to-do':
      'Demandez au partenaire qui vous l’a vendu. Le centre d’administration Microsoft 365 l’indique sous Paramètres, Relations avec les partenaires.',
  },
  'azure-from-partner': {
    title: 'Votre Azure vient d’un partenaire',
    why: 'Dans ce cas, seul le partenaire (CSP) crée les abonnements Azure. L’inscription ordinaire est en dehors de ce contrat.',
    'what-to-do':
      'Demandez au partenaire d’ajouter un abonnement ici. Le centre d’administration Microsoft 365 l’indique sous Paramètres, Relations avec les partenaires.',
  },
  'developer-tenant': {
    title: 'C’est un locataire de développement',
    why: 'Les locataires du Microsoft 365 Developer Program ne peuvent pas acheter Azure, et {tenant} en est un.',
    'what-to-do':
      'Obtenez Azure avec un compte d’un autre locataire. Un abonnement de développement peut venir dans {tenant}, pas la production.',
  },
  'developer-licences': {
    title: 'C’est un locataire de développement',
    why: '{tenant} fait partie du Microsoft 365 Developer Program. La plupart de ces locataires ne peuvent pas acheter de plans Microsoft 365.',
    'what-to-do': 'Connectez-vous avec un compte d’un autre locataire pour y commander Microsoft 365.',
  },
  'offer-cannot-move': {
    title: 'Cet abonnement ne peut pas être déplacé',
    why: 'Les abonnements avec l’offre {offer} ne peuvent pas changer d’annuaire.',
    'what-to-do': 'Voyez les autres options, comme un nouvel abonnement dans le bon locataire.',
  },
  'not-owner': {
    title: 'Vous n’êtes pas Propriétaire de l’abonnement',
    why: 'Seul un Propriétaire de {subscription} peut le déplacer.',
    'what-to-do': 'Demandez à un Propriétaire de le faire, ou de vous nommer Propriétaire.',
  },
  'owner-with-condition': {
    title: 'Votre rôle Propriétaire a une condition',
    why: 'Avec une condition sur le rôle Propriétaire de {subscription}, le déplacement peut échouer.',
    'what-to-do': 'Demandez le rôle Propriétaire sans condition.',
  },
  'no-subscription-to-move': {
    title: 'Je ne vois pas d’abonnement à déplacer',
    why: 'Je n’ai pas trouvé d’abonnement Azure que ce compte puisse voir dans {tenant}.',
    'what-to-do': 'Connectez-vous au locataire où est l’abonnement, ou demandez un rôle à son Propriétaire.',
  },
  'subscription-disabled': {
    title: 'Votre abonnement est désactivé',
    why: '{subscription} est désactivé. Vous pouvez encore lire et supprimer ce qu’il contient, mais rien modifier. Azure le supprime pour toujours après 1 à 90 jours, selon le type d’abonnement.',
    'what-to-do':
      'Payez une facture ouverte, mettez à niveau une évaluation, ou choisissez Réactiver après une annulation. Son contenu coûte alors de nouveau.',
  },
  'subscription-past-due': {
    title: 'Une facture est impayée',
    why: '{subscription} a un paiement en retard. Tout y fonctionne encore. Si la facture reste impayée, Azure peut désactiver l’abonnement.',
    'what-to-do':
      '{subscription} fonctionne encore. L’administrateur de compte règle sous Gestion des coûts + facturation (Contrat client : un rôle de facturation). Ce n’est pas vous ? Demandez-lui.',
  },
  'microsoft-365-disabled': {
    title: 'Microsoft 365 est désactivé',
    why: '{product} est désactivé : personne ne peut l’utiliser, et seuls les administrateurs accèdent encore aux données.',
    'what-to-do':
      'Un Administrateur de facturation peut le réactiver sous Facturation, Vos produits (Contrat client : un rôle de facturation).',
  },
} as const;

export const notices = {
  'no-admin-role-needed': 'Vous n’avez pas besoin d’un rôle d’administrateur pour cela.',
  'signer-pays': 'La personne qui s’inscrit possède l’abonnement et reçoit la facture.',
  'use-this-account':
    'Inscrivez-vous uniquement avec {account}. Un autre compte s’affiche ? Utilisez un autre profil de navigateur.',
  'use-account-here':
    'Inscrivez-vous uniquement avec le compte que vous utilisez ici. Un autre s’affiche ? Utilisez un autre profil de navigateur.',
  'lands-in-this-tenant': 'Votre inscription arrivera dans {tenant}.',
  'landing-not-documented':
    'Je ne peux pas dire dans quel locataire votre inscription arrivera : {tenant} ou {home}. Microsoft ne le documente pas. Vérifiez l’annuaire avant de confirmer, ou utilisez un compte géré dans {tenant}.',
  'several-tenants': 'Votre compte est dans plusieurs locataires : {tenants}. Vérifiez le nom en haut à droite.',
  'role-ends-soon':
    'Votre rôle {role} se termine le {date}. Terminez tout avant ou prolongez-le : ensuite, seul un rôle sur le compte de facturation permet d’arrêter un essai.',
  'role-through-group': 'Vous avez votre rôle {role} par le groupe {group}. Cela compte.',
  'agreement-unknown':
    'Je ne vois pas quel contrat vous avez. Avec un Contrat Entreprise, ne vous inscrivez pas vous-même.',
  'agreement-unknown-move':
    'Je ne vois pas quel contrat vous avez. Avec un Contrat Entreprise, demandez à votre administrateur d’entreprise avant de déplacer quoi que ce soit.',
  'billing-role-needed':
    'Avec un Contrat client Microsoft, il vous faut aussi un rôle sur le compte de facturation : propriétaire ou contributeur.',
  'billing-role-perhaps':
    'Si c’est un Contrat client Microsoft, il vous faut aussi un rôle sur le compte de facturation : propriétaire ou contributeur.',
  'billing-role-for-azure':
    'Avec un Contrat client Microsoft, un nouvel abonnement demande un rôle sur le compte de facturation : propriétaire, contributeur ou créateur d’abonnements Azure.',
  'trial-ends':
    'L’essai de {product} se termine le {date} et, avec moyen de paiement, devient payant. Pour l’éviter, désactivez la facturation périodique (Facturation, Vos produits).',
  'product-expired':
    '{product} a expiré. Il fonctionne encore (fin : {date}). Un administrateur peut le réactiver, même plus tard.',
  'product-disabled':
    '{product} est désactivé. Seuls les administrateurs accèdent aux données (fin : {date}). Avant, un Administrateur de facturation peut le réactiver (Contrat client : rôle de facturation).',
  'product-about-to-be-deleted':
    '{product} est sur le point d’être supprimé, avec ses données. Un Administrateur de facturation peut encore le réactiver (Contrat client : rôle de facturation).',
  'subscription-warned':
    '{subscription} a un avertissement. Il fonctionne encore, mais Azure le désactive bientôt si personne n’agit. Voir Gestion des coûts + facturation.',
  'subscription-past-due':
    '{subscription} a un paiement en retard. Il fonctionne encore : payez avant qu’il soit désactivé.',
  'subscription-disabled':
    '{subscription} est désactivé, et supprimé après 1 à 90 jours. Son retour dépend de la cause : facture, évaluation ou annulation.',
  'subscription-deleted': '{subscription} a été supprimé, avec tout ce qu’il contenait. Il ne peut plus être utilisé.',
  'spending-limit-on':
    '{subscription} a une limite de dépense. Tant qu’elle est active, rien n’est facturé. L’abonnement s’arrête quand le crédit est épuisé.',
  'free-services-only':
    '{subscription} a l’offre {offer}. Il n’a pas de crédit : quelques services sont gratuits, et rien d’autre.',
  'no-microsoft-365-found':
    'Je n’ai pas trouvé Microsoft 365 dans {tenant}. S’il est dans un autre locataire, connectez-vous d’abord à celui-là.',
  'no-azure-found':
    'Je n’ai pas trouvé d’abonnement Azure dans {tenant}. S’il est dans un autre locataire, connectez-vous d’abord à celui-là.',
  'azure-already-here': '{tenant} a déjà Azure : {subscription}.',
  'microsoft-365-already-here': 'Microsoft 365 est déjà dans {tenant} : {product}.',
  'facts-contradict':
    'Les services de Microsoft m’ont dit des choses différentes : l’un dit {graph}, l’autre dit {azure}. Je ne peux pas dire lequel a raison.',
  'offer-ends': '{subscription} a l’offre {offer}. Elle se termine quand sa durée ou son crédit est épuisé.',
  'offer-retired': '{subscription} a l’offre {offer}, que Microsoft ne vend plus.',
  'offer-cannot-change-directory': '{subscription} a l’offre {offer}. Il ne peut pas passer à un autre locataire.',
  'offer-keeps-its-payer':
    '{subscription} a l’offre {offer}. La propriété de sa facturation ne peut pas être transférée : l’ancien compte reste payeur, donc l’ancien locataire ne peut pas encore être supprimé.',
  'role-may-wait-in-group':
    'Un rôle peut aussi venir d’un groupe que vous devez d’abord activer. Je ne le vois pas : regardez dans Privileged Identity Management, sous Mes rôles, Groupes.',
  'owner-not-read': 'Je n’ai pas regardé si vous êtes Propriétaire de {subscription}. C’est possible.',
  'owner-may-wait':
    'Le rôle Propriétaire de {subscription} attend peut-être que vous l’activiez. Je ne le vois pas : regardez dans Privileged Identity Management, sous Mes rôles, Ressources Azure.',
  'external-member':
    'Vous êtes membre de {tenant} avec un compte qui se trouve dans {home}. Pour cette vérification, vous comptez comme membre.',
  'support-plan-only':
    '{subscription} est un plan de support. On ne peut rien y construire, donc il ne compte pas comme un abonnement Azure.',
  'mfa-will-be-asked': 'Microsoft demande l’authentification multifacteur quand vous vous connectez à ses portails.',
  'someone-else-may-be-admin':
    'Quelqu’un d’autre dans {tenant} est peut-être l’administrateur. Votre service informatique le saura.',
  'self-service-possible':
    'Vous pouvez acheter ou essayer certains produits pour vous-même, sauf si {tenant} l’a désactivé. Vous les payez vous-même.',
  'subscription-in-other-tenant': 'L’abonnement {subscription} appartient à un autre locataire : {tenant}.',
  'chat-in-other-tenant':
    'Cette conversation appartient à {chat}, et vous vous êtes connecté à {tenant}. La vérification concerne {tenant}.',
  'sold-by-partner': '{product} a été acheté par un partenaire. Les changements passent par ce partenaire.',
  'not-azure-subscription':
    '{subscription} donne seulement accès à Microsoft Entra. Il ne compte pas comme un abonnement Azure.',
  'free-products-only':
    'Je n’ai trouvé que des produits gratuits, d’évaluation ou en libre-service dans {tenant}. Ils ne comptent pas comme Microsoft 365.',
  'product-not-listed':
    'Dans {tenant}, il y a un produit que je ne connais pas ({product}). S’il comprend la messagerie ou les applications Office, vous avez déjà Microsoft 365.',
  'guest-here':
    'Vous êtes invité dans {tenant} ; votre compte appartient à {home}. Pour le déplacement, être invité n’est ni nécessaire ni suffisant.',
  'direction-unknown':
    'Je ne vois pas si {tenant} a Microsoft 365. Si oui, l’abonnement passe dans {tenant} ; sinon, dans un autre locataire.',
  'developer-tenant-here':
    '{tenant} est un locataire de développement. Il ne peut pas acheter Azure, mais un abonnement existant peut y venir. N’y mettez pas de production : il peut être supprimé.',
  'tenant-policy-may-block':
    'L’une ou l’autre organisation peut interdire de déplacer un abonnement, sous Abonnements, Gérer les stratégies. Si cela ne fonctionne pas, demandez à votre service informatique.',
  'somebody-must-accept':
    'Le déplacement est une demande. Le Propriétaire de l’abonnement l’envoie, et un administrateur du locataire qui a Microsoft 365 l’accepte. Ce peut être une seule personne ou deux.',
  'signed-in-as': 'Vous êtes connecté en tant que {account}.',
  'microsoft-365-ends':
    'Microsoft 365 expire ou devient payant ici dès le {date} : {product}. Décidez d’abord sous Facturation, Vos produits.',
  'partner-by-answer-move':
    'Vous avez dit qu’Azure vient d’un partenaire (CSP). Un tel abonnement ne peut pas changer d’annuaire : n’envoyez pas de demande, voyez avec le partenaire.',
  'partner-by-answer':
    'Vous avez dit qu’Azure vient d’un partenaire (CSP). Seul ce partenaire crée alors des abonnements : ne vous inscrivez pas vous-même.',
} as const;

export const scenarios = {
  'add-azure': {
    name: 'De Microsoft 365 à Azure',
    choice: 'J’ai Microsoft 365 et je veux Azure',
    done: 'Azure est là',
  },
  'add-microsoft-365': {
    name: 'D’Azure à Microsoft 365',
    choice: 'J’ai Azure et je veux Microsoft 365',
    done: 'Microsoft 365 est là',
  },
  join: {
    name: 'Azure et Microsoft 365 dans un seul locataire',
    choice: 'J’ai les deux, achetés séparément',
    done: 'Ils sont dans un seul locataire',
  },
} as const;

export const verdict = {
  'add-azure': {
    ready: {
      title: 'Vous pouvez commencer',
      text: 'Vous pouvez obtenir Azure avec votre compte Microsoft 365.',
    },
    'held-back': {
      title: 'Quelque chose fait obstacle',
      text: 'Réglez d’abord ceci. Ensuite, vous pourrez obtenir Azure.',
    },
    unsure: {
      title: 'Je n’ai pas pu tout voir',
      text: 'Regardez ce qui n’est pas clair, puis suivez les étapes.',
    },
    'already-done': {
      title: 'Vous avez déjà les deux',
      text: 'Azure et Microsoft 365 sont déjà dans un seul locataire. Vous n’avez rien à faire.',
    },
    'out-of-scope': {
      title: 'Il vous faut un autre chemin',
      text: 'Ne vous inscrivez pas vous-même.',
    },
  },
  'add-microsoft-365': {
    ready: {
      title: 'Vous pouvez commencer',
      text: 'Vous pouvez commander Microsoft 365 pour votre locataire Azure.',
    },
    'held-back': {
      title: 'Quelque chose fait obstacle',
      text: 'Réglez d’abord ceci. Ensuite, vous pourrez commander Microsoft 365.',
    },
    unsure: {
      title: 'Je n’ai pas pu tout voir',
      text: 'Regardez ce qui n’est pas clair, puis suivez les étapes.',
    },
    'already-done': {
      title: 'Vous avez déjà les deux',
      text: 'Microsoft 365 et Azure sont déjà dans un seul locataire. Vous n’avez rien à faire.',
    },
    'out-of-scope': {
      title: 'Il vous faut un autre chemin',
      text: 'Ne le commandez pas vous-même.',
    },
  },
  join: {
    ready: {
      title: 'Vous pouvez envoyer la demande',
      text: 'Lisez d’abord ce qui va changer. Suivez ensuite les étapes une par une. Un administrateur du locataire qui a Microsoft 365 accepte la demande.',
    },
    'held-back': {
      title: 'Quelque chose fait obstacle',
      text: 'Réglez d’abord ceci. Ensuite, vous pourrez déplacer l’abonnement.',
    },
    unsure: {
      title: 'Je n’ai pas pu tout voir',
      text: 'Regardez ce qui n’est pas clair avant de changer quoi que ce soit.',
    },
    'already-done': {
      title: 'Ils sont déjà réunis',
      text: 'Azure et Microsoft 365 sont dans un seul locataire. Vous n’avez rien à faire.',
    },
    'out-of-scope': {
      title: 'Il vous faut un autre chemin',
      text: 'N’envoyez pas vous-même de demande pour cet abonnement.',
    },
  },
} as const;
