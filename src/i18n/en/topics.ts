import type { TopicId } from '../../domain/steps.ts';
import type { TopicWords } from '../shape.ts';

export const topics = {
  background: {
    title: 'How it fits together',
    paragraphs: [
      'Microsoft 365 and Azure use the same service for people and subscriptions: Microsoft Entra ID.',
      'Your tenant, also called directory, is the container: it holds the users and the subscriptions of your organisation.',
      'A subscription is created in a tenant, and a user belongs to a tenant, never the other way round.',
      'A subscription trusts exactly one tenant. One tenant can hold many subscriptions. A user has one home tenant and can be a guest in others.',
      'A new subscription is created in the tenant of the person who signs up. That is why the account matters so much: with the same account, Azure and Microsoft 365 end up together and everybody keeps one user name.',
      'In the Azure portal you can also choose the directory and the owner. The owner cannot be a guest there, and a request to another tenant must be accepted within 7 days.',
      'An Azure subscription belongs to people: the billing owner pays, and Owners manage what is in it. Microsoft 365 belongs to the tenant itself: anybody with the right role there can manage it.',
      'Sharing a tenant does not merge the bills.',
      'Being able to sign in to the Azure portal is not the same as having an Azure subscription. You can open Microsoft Entra without one, but virtual machines and most other services require one.',
    ],
  },
  'know-your-role': {
    title: 'Which role do I have?',
    paragraphs: [
      'Open the Microsoft Entra admin center, then Roles & admins, and look at Your role.',
      'Or open Users, All users, choose yourself and look at Assigned roles.',
      'In the Microsoft 365 admin center it is under Roles, Role assignments.',
      'To buy Microsoft 365 you need Global Administrator or Billing Administrator. To get Azure with your Microsoft 365 account, you do not need an administrator role.',
      'You may also have the role through a group, or be eligible for it and have to activate it.',
    ],
  },
  'get-a-role': {
    title: 'Get the role you need',
    paragraphs: [
      'Ask somebody who is at least Privileged Role Administrator in your tenant.',
      'They open Roles & admins in the Microsoft Entra admin center, choose the role, choose Add assignments and select you.',
      'Billing Administrator is enough to buy. Do not ask for more than you need.',
      'After that, wait a few minutes, sign out and sign in again.',
    ],
  },
  'share-azure-access': {
    title: 'Share an Azure subscription',
    paragraphs: [
      'Colleagues do not get access to your subscription automatically. You assign them a role: this is Azure role-based access control.',
      'Open Subscriptions, your subscription, Access control (IAM), Add, Add role assignment.',
      'Owner can do everything, including giving access. Contributor can do everything except give access. Reader can only view.',
      'If somebody cannot see the subscription, ask them to switch directory at the top right and clear the subscription filter.',
    ],
  },
  support: {
    title: 'Ask Microsoft',
    paragraphs: [
      'You can create a support request in the Azure portal at any time. Questions about subscriptions and billing are free.',
      'If you cannot sign in at all, use the form for people who cannot sign in.',
      'For Microsoft 365, choose Help & support at the bottom right of the admin center. For Microsoft Entra, use the request form in its own admin center.',
      'Global, Billing and Service Support Administrators can create a request for Microsoft 365 and Entra. For Azure you need a role such as Owner or Contributor.',
      'Not an Azure customer yet? Use the business support page.',
    ],
  },
  'enterprise-agreement': {
    title: 'If you have an Enterprise Agreement',
    paragraphs: [
      'The steps in this chat are not for customers with an Enterprise Agreement.',
      'With that agreement, enterprise administrators and account owners create and transfer subscriptions under Cost Management + Billing.',
      'Microsoft 365 is ordered through volume licensing: by your Microsoft seller or licensing partner, or as a licence reservation by a colleague who is Administrator or Online Services Manager there. A Global Administrator has no volume licensing role by default. A reservation is a financial obligation. You can cancel it up to 72 hours before its usage date.',
      'For Microsoft 365, look first where the License ID is activated: Billing, Your products, Volume licensing, Contracts. New licences go there by themselves; for a renewal, the customer number counts. If it is not activated anywhere yet, they go to the tenant where the Online Services Manager is Global or Billing Administrator. Otherwise an email asks for the tenant.',
      'One License ID cannot be in two tenants. If the licences are in the wrong one, ask volume licensing support for a tenant remap.',
      'Ask your enterprise administrator, or create a support request. You can use the text below.',
    ],
  },
  'change-directory-consequences': {
    title: 'What changes when a subscription moves to another tenant',
    paragraphs: [
      'Everybody loses access: all role assignments and custom roles on the subscription are removed for good, and so are policy assignments. Microsoft’s newest page (17 March 2026) does not say who is Owner afterwards. An older one says: whoever completes the change.',
      'Key vaults cannot be used until you change their tenant. Data encrypted with your own keys can become unrecoverable.',
      'You have to turn system-assigned managed identities off and on again, and recreate user-assigned ones.',
      'Kubernetes clusters (AKS) stop working properly and cannot be moved, nor can Microsoft Entra Domain Services. Azure SQL and MySQL with Entra sign-in cannot be moved as they are.',
      'You have to set access control lists on storage and files, disk encryption and policies again, and register a registered Azure Stack again.',
      'Who pays does not change. For many offers you can change that too: transferring the billing ownership is a separate action.',
      'Nothing changes until an administrator of the new tenant accepts the request. An older page of Microsoft says that it can then take hours for the subscription to show up.',
    ],
  },
  'alternatives-to-moving': {
    title: 'If you cannot move it, or should not',
    paragraphs: [
      'Invite the Microsoft 365 users as guests in the Azure tenant and give them a role there.',
      'Let one tenant manage the other with Azure Lighthouse.',
      'Create a new subscription in the right tenant and rebuild the resources there.',
      'Microsoft 365 itself cannot be moved in this way, because tenants cannot be merged. Only some subscriptions with a Microsoft Customer Agreement through a Microsoft sales representative can move, under Billing, Your products, to a linked billing tenant, and only if no licences from them are assigned.',
    ],
  },
  'quick-guidance': {
    title: 'The short version',
    paragraphs: [
      'You have Microsoft 365 and want Azure: start at the Azure sign-up and sign in with your Microsoft 365 work or school account. You do not need an administrator role.',
      'You have Azure and want Microsoft 365: start at the Microsoft 365 page, choose Sign in at the top right and use the account of your Azure tenant. You need Global Administrator or Billing Administrator.',
      'You have both, bought separately: move the Azure subscription to the tenant with Microsoft 365, once you know what will break.',
      'In all three cases, everybody keeps one user name, and one tenant holds everything.',
    ],
  },
  'example-kelley': {
    title: 'An example: Kelley at Contoso',
    paragraphs: [
      'Kelley Wall is the administrator of Contoso and signs in as admin@contoso.onmicrosoft.com. Her colleagues Jane and Tricia work with Microsoft 365.',
      'Kelley wants Azure too. She signs up for Azure with her Contoso account. Then she opens Microsoft Entra ID, Users in the Azure portal: she, Jane and Tricia are all there.',
      'The other way round works as well. If Contoso had only Azure, Kelley would order Microsoft 365 after signing in with the same account, and find all three under Active users.',
    ],
  },
  'names-of-today': {
    title: 'Old and new names',
    paragraphs: [
      'Azure Active Directory or Azure AD is now Microsoft Entra ID.',
      'Office 365 is now Microsoft 365. Some plans still carry the old name.',
      'Directory, organisation and tenant mean the same thing here. We say tenant.',
      'Organizational account is now work or school account.',
      'Global admin or company administrator is now Global Administrator.',
      'Classic roles such as Service Administrator and Co-Administrator ended in August 2024. Azure role-based access control took their place.',
      'The classic Azure portal and the EA portal are gone. Use the Azure portal, and Cost Management + Billing.',
      'The Office 365 portal is now the Microsoft 365 admin center.',
      'The offer Access to Azure Active Directory has ended. Opening Microsoft Entra no longer needs an Azure subscription.',
    ],
  },
  privacy: {
    title: 'What I read and store',
    paragraphs: [
      'After you sign in I read, with your own permissions: your name, your roles, the name of your tenant, its Microsoft 365 products, your Azure subscriptions and, where it matters, the kind of agreement.',
      'I only read. I change nothing and buy nothing.',
      'I store your progress, your language and the last check, so that you can continue later. I do not store passwords, and nobody can see your sign-in.',
      'I count which questions had an answer, without their words. If your organisation keeps the wording of questions that I could not answer, it is kept for 30 days, without names, addresses and numbers and without who asked.',
      'If your organisation has set up an embedding service, the text of your question goes there to find its meaning, without addresses, numbers and names that I recognise. My answers are still the written ones.',
      'Choose Sign out to end the sign-in, Start over to clear your steps, or Delete my data to delete everything.',
    ],
  },
} satisfies Record<TopicId, TopicWords>;
