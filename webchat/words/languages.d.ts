import type { PanelWords } from './panel-words.d.ts';

/** A language that the chat window speaks. */
export type PanelLanguage = 'en' | 'nl' | 'de';

export declare const languages: Readonly<Record<PanelLanguage, PanelWords>>;
