import type { StepId } from '../domain/steps.ts';

/**
 * What Microsoft's earlier guides call a step: buttons of then, headings, and addresses. People type what they read there.
 * Addresses are written without their scheme and without what follows a question mark.
 */
export const stepWords: Partial<Record<StepId, readonly string[]>> = {
  'azure-open-sign-up': [
    'account.azure.com/signup',
    'signup.azure.com',
    'azure.microsoft.com/free',
    'aanmelden voor azure op azure.com',
    'aanmelden op azure.com',
    'klik op gratis proberen',
  ],
  'azure-sign-in-with-work-account': [
    'aanmelden met uw organisatie-account',
    'aanmelden met je organisatie-account',
    'aanmelden met de account van uw organisatie',
    'sign in with your organizational account',
    'mit Ihrem Organisationskonto anmelden',
  ],
  'azure-fill-in-details': ['de gegevens invullen en het aanmeldingsproces voltooien'],
  'azure-check-users': [
    'start mijn service beheren',
    'klik op start mijn service beheren',
    'start managing my service',
    'verwaltung meines dienstes starten',
  ],
  'm365-know-your-role': [
    'hoe weet ik mijn rol in azure active directory',
    'hoe weet u uw rol in azure active directory',
    'rol binnen de organisatie',
    'how to know your role in your azure active directory',
    'wie erfahre ich meine rolle in azure active directory',
  ],
  'm365-choose-plan': [
    'products.office.com/business',
    'products.office.com',
    'pagina office 365-product',
    'office 365-productpagina',
    'office 365 product page',
  ],
  'm365-sign-in-top-right': ['klik op aanmelden in de rechterbovenhoek van de pagina'],
  'm365-continue-after-receipt': [
    'klik op doorgaan op de pagina bestelling ontvangen',
    'doorgaan op de pagina bestelling ontvangen',
  ],
};
