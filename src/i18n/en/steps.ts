import type { StepId } from '../../domain/steps.ts';
import type { StepWords } from '../shape.ts';

export const steps = {
  'azure-open-sign-up': {
    title: 'Open the Azure sign-up page',
    body: 'Open the free Azure page and choose Start free.',
    notes: [
      'Do you already have Azure? Then go to Subscriptions in the Azure portal and choose Add: there you choose the billing account that pays.',
      'Being able to sign in to the Azure portal is not enough: virtual machines and most other services require an Azure subscription.',
      'The free trial is only for people who are new to Azure. Otherwise choose pay-as-you-go.',
      'You do not need an administrator role for this.',
      'The free trial charges nothing while its spending limit is on. Without the limit it becomes pay-as-you-go.',
      'An older pay-as-you-go account (Microsoft Online Services Program) can no longer add subscriptions on the sign-up page. If Add offers you no billing account, create a support request.',
    ],
  },
  'azure-sign-in-with-work-account': {
    title: 'Sign in with your Microsoft 365 account',
    body: 'On the page that you just opened, sign in with your Microsoft 365 work or school account.',
    notes: [
      'The account that you use here decides which tenant the subscription is in.',
      'More than one Microsoft 365 account? Use the one whose tenant the Azure subscription should belong to.',
      'Does another tenant keep your account? Microsoft does not say which of the two it is: check the directory before you confirm.',
      'If the browser picks the wrong account, open an InPrivate or Incognito window. Does Azure only let in managed devices? Then use another browser profile.',
      'The Azure portal asks for multifactor authentication: a second way to prove who you are.',
    ],
  },
  'azure-fill-in-details': {
    title: 'Fill in your details and finish the sign-up',
    body: 'The form has four parts: about you, identity verification by phone, identity verification by card, and the agreement. At the end you are taken to the Azure portal.',
    notes: [
      'Some parts may be skipped, because Microsoft already has your details from Microsoft 365.',
      'Internet phone numbers (VoIP) and virtual or prepaid cards are not accepted.',
      'The verification by phone can take a few minutes.',
    ],
  },
  'azure-check-users': {
    title: 'Check that your colleagues are there',
    body: 'In the Azure portal, open Microsoft Entra ID and then Users. You should see the same people as in Microsoft 365, including yourself.',
    notes: [
      'Open Subscriptions, choose your subscription and look at Overview: Directory shows your tenant.',
      'If the subscription is not in the list, switch directory at the top right and clear the subscription filter.',
    ],
  },
  'azure-share-access': {
    title: 'Give colleagues access to the subscription',
    body: 'Open Subscriptions, choose the subscription, open Access control (IAM), choose Add and then Add role assignment. Pick a role and the people who need it.',
    notes: ['This is Azure role-based access control. Give people no more access than they need.'],
  },
  'm365-know-your-role': {
    title: 'Check that you can buy for your organisation',
    body: 'In the Microsoft Entra admin center, open Roles & admins and look at Your role. You need Global or Billing Administrator; with a Microsoft Customer Agreement also owner or contributor of the billing account.',
    notes: [
      'In the Microsoft 365 admin center, look under Roles, Role assignments. The roles of a billing account are under Billing, Billing accounts.',
      'Somebody who is at least Privileged Role Administrator can assign you a role of the tenant. A Global Administrator can also assign the role on the billing account, to you or to themselves: Billing, Billing accounts, the account, Assign roles.',
    ],
  },
  'm365-choose-plan': {
    title: 'Choose a Microsoft 365 plan',
    body: 'Open the Microsoft 365 page for business and choose a plan. For large organisations there is a page for enterprise plans.',
    notes: [
      'If you already use the Microsoft 365 admin center, you can also choose Purchase services under Billing. For some customers it is called Marketplace.',
    ],
  },
  'm365-sign-in-top-right': {
    title: 'Choose Sign in at the top right first',
    body: 'A form appears. Choose Sign in at the top right, or the link for people who already have an account.',
    notes: ['This click is the one that matters: filling in the form as a new customer creates a second tenant.'],
  },
  'm365-sign-in-with-azure-account': {
    title: 'Sign in with the account of your Azure tenant',
    body: 'Sign in with the work or school account from the tenant of your Azure subscription. Microsoft 365 is then added to that same tenant.',
    notes: [
      'A personal Microsoft account does not work here.',
      'Use an InPrivate or Incognito window if the browser picks another account.',
    ],
  },
  'm365-try-or-buy': {
    title: 'Start the trial or buy',
    body: 'Choose Start free trial or Buy now, and follow the instructions.',
    notes: [
      'When the trial ends, Microsoft starts billing you by itself if there is a payment method. If you do not want that, turn off recurring billing before that day, under Billing, Your products.',
      'With a customer agreement you get money back only within 7 days. After that no plan can be cancelled, and an annual plan paid monthly is charged to its end. With the older agreement (MOSA) you get back what is left of it. A monthly plan that you cancel ends for everybody at once.',
    ],
  },
  'm365-continue-after-receipt': {
    title: 'Choose Continue after the order receipt',
    body: 'You will see an order receipt. Choose Continue to go to the Microsoft 365 admin center.',
    notes: ['Keep the receipt: support asks for the order number.'],
  },
  'm365-check-users': {
    title: 'Check that your users are there',
    body: 'In the Microsoft 365 admin center, open Users and then Active users. You should see the people from your Azure tenant.',
    notes: [
      'If you see only yourself, you may have created a second tenant. Cancel that trial, sign in first, and order again.',
    ],
  },
  'join-prepare': {
    title: 'Write down what you have before you move',
    body: 'Export role assignments, custom roles, Key Vault access, managed identities and policies.',
    notes: [
      'Changing the directory removes every role assignment and custom role on the subscription for good.',
      'You move the Azure subscription to the tenant that has Microsoft 365, never the other way round.',
      'Kubernetes clusters (AKS), Microsoft Entra Domain Services and databases with Entra sign-in cannot be moved as they are.',
      'You can lose the encryption keys in a key vault for good. Have somebody check this first.',
      'The guide for transferring a subscription has the full list and a script for preparing.',
      'Give the list to whoever accepts: they restore access in the new tenant.',
    ],
  },
  'join-find-who-accepts': {
    title: 'Find out who accepts the subscription',
    body: 'You need the tenant ID of the tenant with Microsoft 365, and an administrator there who accepts your request. That is you, or a colleague whose email address you know.',
    notes: [
      'The administrator finds the tenant ID in the Microsoft Entra admin center, under Overview.',
      'Being a guest in that tenant is neither necessary nor enough.',
      'Microsoft says “an Entra admin” and names no role. Global Administrator is the highest one.',
    ],
  },
  'join-open-subscription': {
    title: 'Open the subscription',
    body: 'In the Azure portal, open Subscriptions and choose the subscription that you want to move.',
    notes: [
      'You have to be Owner of the subscription. A condition on that role can make the change fail: ask for the role without a condition.',
      'Subscriptions from a partner (CSP), Microsoft Internal and Azure for Students Starter cannot change directory.',
    ],
  },
  'join-change-directory': {
    title: 'Choose Change directory',
    body: 'Choose Change directory at the top of the page and read the warnings.',
    notes: [
      'If the button is unavailable, your organisation may have blocked this under Subscriptions, Manage Policies.',
    ],
  },
  'join-send-request': {
    title: 'Send the request',
    body: 'Do you accept it yourself? Choose Yes and the tenant. A colleague? Choose No and enter their email address and the tenant ID. Then choose Continue.',
    notes: [
      'Compare the tenant ID twice: it decides where the subscription ends up.',
      'If a colleague accepts it, copy the link on the confirmation page and send it to them.',
      'Billing does not move: whoever pays now keeps paying.',
    ],
  },
  'join-accept-request': {
    title: 'Have the request accepted',
    body: 'If you accept it yourself, choose Accept. If a colleague accepts it, they open the link, sign in with an account of the tenant with Microsoft 365, and choose Accept.',
    notes: [
      'Until then, the subscription stays in the old tenant.',
      'Microsoft does not say how long a request stays open, so do not wait.',
      'After that, whoever accepted looks in the new tenant and restores access. The text for them says how.',
    ],
  },
  'accept-tell-owner': {
    title: 'Tell the Owner where it goes',
    body: 'The Owner of the subscription sends the request from the other tenant. Give them the tenant ID of this tenant and the email address of the administrator who accepts.',
    notes: [
      'The tenant ID is in the Microsoft Entra admin center, under Overview.',
      'Microsoft names no role for whoever accepts. Global Administrator is the highest one.',
      'Are you the Owner yourself, with another account? Then sign in here with that account, and I show you how to send the request.',
    ],
  },
  'accept-open-link': {
    title: 'Accept the request',
    body: 'The administrator opens the link from the Owner, signs in with an account of this tenant, reads which subscription it is, and chooses Accept.',
    notes: [
      'Accept only a subscription that you expect: once it is accepted, everybody loses access to it.',
      'Until then, the subscription stays in the other tenant.',
      'Do not wait: Microsoft does not say how long a request stays open.',
      'Billing does not move: whoever pays now keeps paying.',
    ],
  },
  'join-switch-directory': {
    title: 'Look in the new tenant',
    body: 'In the Azure portal, use Switch directories to go to the new tenant, and open Subscriptions.',
    notes: [
      'Microsoft does not say how long it takes. An older page speaks of several hours.',
      'If it does not show up, clear the global subscription filter, sign out and sign in again.',
    ],
  },
  'join-aftercare': {
    title: 'Restore access',
    body: 'Recreate the role assignments, change the tenant of your key vaults, turn system-assigned managed identities off and on again, and recreate user-assigned ones.',
    notes: [
      'Microsoft’s newest page (17 March 2026) does not say who is Owner in the new tenant. An older one (14 August 2024) says: whoever completes the change. So look first, under Access control (IAM). If nobody is, a Global Administrator there can elevate their access and assign an Owner.',
      'A registered Azure Stack must be registered again.',
      'Before you delete the old tenant, transfer the billing ownership. That is not possible for a Free Trial.',
    ],
  },
} satisfies Record<StepId, StepWords>;
