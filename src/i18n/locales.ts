/** The languages of the bot. Adding one is adding its folder and its name here. */
export const locales = ['en', 'nl'] as const;
export type Locale = (typeof locales)[number];
