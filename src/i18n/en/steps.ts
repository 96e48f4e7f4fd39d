import type { StepId } from '../../domain/steps.ts';
import type { StepWords } from '../shape.ts';

export const steps = {
  'azure-open-sign-up': {
    title: 'Open the Azure sign-up page',
    body: 'Open the free Azure page and choose Start free. You can also start in the Azure portal under Subscriptions, with Add; the portal sends you to the same sign-up page.',
    notes: [
      'Being able to sign in to the Azure portal is not enough: virtual machines and most other services need an Azure subscription.',
      'The free trial is only for people who are new to Azure. Otherwise choose pay-as-you-go.',
      'You do not need an administrator role for this.',
    ],
  },
  'azure-sign-in-with-work-account': {
    title: 'Sign in with your Microsoft 365 account',
    body: 'Sign in with the user name and password of your Microsoft 365 work or school account. The new subscription lands in the tenant of the account you use here.',
    notes: [
      'More than one Microsoft 365 account? Use the one whose tenant the Azure subscription should belong to.',
      'Does the browser pick the wrong account? Open an InPrivate or Incognito window.',
      'Microsoft asks for a second proof of who you are (multifactor authentication) in the Azure portal.',
    ],
  },
  'azure-fill-in-details': {
    title: 'Fill in your details and finish the sign-up',
    body: 'The form has four parts: about you, a phone check, a card check and the agreement. At the end you land in the Azure portal.',
    notes: [
      'Some parts may be skipped, because Microsoft knows them from your Microsoft 365 account.',
      'Internet phone numbers (VoIP) and virtual or prepaid cards are not accepted.',
      'The phone check can take a few minutes.',
    ],
  },
  'azure-check-users': {
    title: 'Check that your colleagues are there',
    body: 'In the Azure portal, open Microsoft Entra ID and then Users. You should see the same people as in Microsoft 365, yourself included.',
    notes: [
      'Open Subscriptions, choose your subscription and look at Overview: Directory shows your tenant.',
      'No subscription in the list? Switch directory at the top right and clear the subscription filter.',
    ],
  },
  'azure-share-access': {
    title: 'Give colleagues access to the subscription',
    body: 'Open Subscriptions, choose the subscription, open Access control (IAM), choose Add and then Add role assignment. Pick a role and the people who need it.',
    notes: ['This is called Azure role-based access control. Give people no more than they need.'],
  },
  'm365-know-your-role': {
    title: 'Check that you may buy for your organisation',
    body: 'In the Microsoft Entra admin center, open Roles & admins and look at Your role. You need Global Administrator or Billing Administrator in the tenant of your Azure subscription.',
    notes: [
      'In the Microsoft 365 admin center you find it under Roles, Role assignments.',
      'With a Microsoft Customer Agreement you also need to be owner or contributor of the billing account.',
      'Missing the role? Somebody with at least Privileged Role Administrator can give it to you.',
    ],
  },
  'm365-choose-plan': {
    title: 'Choose a Microsoft 365 plan',
    body: 'Open the Microsoft 365 page for business and choose a plan. For large organisations there is a page with enterprise plans.',
    notes: [
      'Do you use the Microsoft 365 admin center already? Then you can also choose Purchase services under Marketplace.',
    ],
  },
  'm365-sign-in-top-right': {
    title: 'Choose Sign in at the top right first',
    body: 'A form appears. Do not fill it in as a new customer: choose Sign in at the top right, or the line that says you already have an account.',
    notes: ['This one click decides it: filling in the form as a new customer makes a second tenant.'],
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
    body: 'Choose Start free trial or Buy now and follow the page.',
    notes: [],
  },
  'm365-continue-after-receipt': {
    title: 'Choose Continue after the order receipt',
    body: 'You see a receipt of the order. Choose Continue to go to the Microsoft 365 admin center.',
    notes: ['Keep the receipt: support asks for the order number.'],
  },
  'm365-check-users': {
    title: 'Check that your users are there',
    body: 'In the Microsoft 365 admin center, open Users and then Active users. You should see the people from your Azure tenant.',
    notes: [
      'Do you see only yourself? Then a second tenant may have been made. Cancel that trial and order again after you signed in.',
    ],
  },
  'join-prepare': {
    title: 'Write down what you have before you move',
    body: 'Changing the directory removes every role assignment and custom role on the subscription for good. Export role assignments, custom roles, Key Vault access, managed identities and policies first.',
    notes: [
      'You move the Azure subscription to the tenant that has Microsoft 365, never the other way round.',
      'Kubernetes clusters (AKS) and databases with Entra sign-in cannot come along as they are.',
      'Encryption keys in a Key Vault can be lost for good. Have somebody check this first.',
      'The guide for transferring a subscription holds the whole list and a script to prepare.',
    ],
  },
  'join-become-member-of-both': {
    title: 'Use an account that is in both tenants',
    body: 'You need one account that is Owner of the subscription and is known in both tenants. Being a guest in one of them is enough.',
    notes: [
      'Not in the other tenant yet? Ask somebody there to invite you as a guest, and accept the invitation.',
      'An Owner role with a condition can make the change fail. Ask for the role without a condition.',
    ],
  },
  'join-open-subscription': {
    title: 'Open the subscription',
    body: 'In the Azure portal, open Subscriptions and choose the subscription that you want to move.',
    notes: [
      'Subscriptions from a partner (CSP), Microsoft Internal and Azure for Students Starter cannot change directory.',
    ],
  },
  'join-change-directory': {
    title: 'Choose Change directory',
    body: 'Choose Change directory at the top of the page and read the warnings.',
    notes: ['Is the button grey? Your organisation can forbid it under Subscriptions, Manage Policies.'],
  },
  'join-choose-target': {
    title: 'Choose the tenant with Microsoft 365',
    body: 'Choose the tenant that has Microsoft 365 and then Change.',
    notes: [
      'The bill does not move: who pays stays the same.',
      'Is the tenant missing from the list? Then this account is not known there yet.',
    ],
  },
  'join-switch-directory': {
    title: 'Switch to the new directory',
    body: 'Use Switch directories to go to the new tenant. It can take several hours before the subscription shows.',
    notes: ['Not there? Clear the global subscription filter, sign out and sign in again.'],
  },
  'join-aftercare': {
    title: 'Put access back',
    body: 'Make the role assignments again, change the tenant of your Key Vaults, switch system-assigned managed identities off and on, and make user-assigned ones again.',
    notes: [
      'Whoever made the change is Owner of the subscription in the new tenant.',
      'A registered Azure Stack must be registered again.',
      'Do you want to delete the old tenant later? Transfer the billing ownership first.',
    ],
  },
} satisfies Record<StepId, StepWords>;
