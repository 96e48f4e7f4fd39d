import type { PanelWords } from './panel-words.d.ts';

export declare const words: PanelWords;
