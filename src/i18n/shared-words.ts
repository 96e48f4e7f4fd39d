/**
 * Words that several languages have, without accents: names of products, what stands on everybody's screen, and words that look
 * alike. Alone, or beside each other, they say nothing about the language of whoever types them. A word that is missing here
 * although another language uses it is found by `test/bot/input/language-of-a-word.test.ts`.
 */
export const sharedWords: readonly string[] =
  `365 azure contract copilot enterprise entra m365 microsoft o365 office outlook sharepoint teams tenant tenants windows
  abonnement admin agent case change chat contact data desk directory from help home in language link log login me missing open options service sign start subscription support
  ticket tickets to want
  adieu begin bon dank de exact hoi j moin morgen namen ne prima role over a`.split(/\s+/);
