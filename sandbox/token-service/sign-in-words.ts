export type PageLanguage = 'en' | 'nl';

interface SignInWords {
  readonly title: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly codeTitle: string;
  readonly code: string;
  readonly declinedTitle: string;
  readonly declined: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly oldTitle: string;
  readonly old: string;
}

export const signInWords: Readonly<Record<PageLanguage, SignInWords>> = {
  en: {
    title: 'Sign in to OneTenant',
    doneTitle: 'You are signed in',
    done: 'You can close this window and go back to the chat.',
    codeTitle: 'One more step',
    code: 'Type this code in the chat. It works once, for ten minutes.',
    declinedTitle: 'You did not sign in',
    declined:
      'Nothing was read. Close this window and go back to the chat: you can sign in later, or carry on without.',
    failedTitle: 'Signing in did not work',
    failed: 'Close this window, go back to the chat and choose the sign-in button again.',
    oldTitle: 'This link no longer works',
    old: 'Go back to the chat and choose the newest sign-in button.',
  },
  nl: {
    title: 'Aanmelden bij OneTenant',
    doneTitle: 'Je bent aangemeld',
    done: 'Je kunt dit venster sluiten en teruggaan naar de chat.',
    codeTitle: 'Nog één stap',
    code: 'Typ deze code in de chat. Hij werkt één keer, tien minuten lang.',
    declinedTitle: 'Je hebt je niet aangemeld',
    declined:
      'Er is niets gelezen. Sluit dit venster en ga terug naar de chat: je kunt je later aanmelden of zonder verdergaan.',
    failedTitle: 'Aanmelden is niet gelukt',
    failed: 'Sluit dit venster, ga terug naar de chat en kies de aanmeldknop opnieuw.',
    oldTitle: 'Deze link werkt niet meer',
    old: 'Ga terug naar de chat en kies de nieuwste aanmeldknop.',
  },
};

/** Dutch when the chat is Dutch, or when the browser asks for it before English. */
export function pageLanguage(locale: string | null | undefined, acceptLanguage: string | undefined): PageLanguage {
  const wanted = locale || acceptLanguage || 'en';
  return /^\s*nl\b/i.test(wanted) ? 'nl' : 'en';
}
