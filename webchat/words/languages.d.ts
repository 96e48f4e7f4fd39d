import type { PanelWords } from './panel-words.d.ts';

/** A language of the chat window. */
export type PanelLanguage = 'en' | 'nl' | 'de';

export declare const languages: Readonly<Record<PanelLanguage, PanelWords>>;
