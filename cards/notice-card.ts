import type { Params, TextKey, TitledMessageId, Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, SubmitButton } from './adaptive-card.ts';
import type { ActionName, ActionOf } from './card-action.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark } from './pieces.ts';
import { cleanText, plainText } from './plain-text.ts';

/** An action with a label of its own name. */
type LabelledAction = {
  [Name in ActionName]: `button.${Name}` extends TextKey ? ActionOf<Name> : never;
}[ActionName];

export interface NoticeView {
  readonly message: TitledMessageId;
  /** What the message fills in; our own words and numbers, nothing that somebody typed. */
  readonly values?: Params;
  /** Finds the same event in the logs. */
  readonly reference?: string;
  /** What people can do now; the first one stands out. At most six are shown. */
  readonly actions?: readonly LabelledAction[];
}

/** One short message, with a reference where something failed, and what people can do now. */
export function noticeCard(view: NoticeView, t: Translator): AdaptiveCard {
  const title = t(`message.${view.message}.title`, view.values);
  const text = t(`message.${view.message}.text`, view.values);
  const reference = view.reference ?? '';
  const spoken =
    reference === '' ? text : `${text} ${t('card.notice.reference', { reference: cleanText(reference, 64) })}`;
  return buildCard(
    t,
    { title, text: spoken },
    [
      heading(title),
      paragraph(text),
      ...(reference === '' ? [] : [remark(t('card.notice.reference', { reference: plainText(reference, 64) }))]),
    ],
    noticeButtons(view.actions ?? [], t),
  );
}

function noticeButtons(actions: readonly LabelledAction[], t: Translator): readonly SubmitButton[] {
  return actions.slice(0, 6).map((action, index) => {
    const make = index === 0 ? primaryButton : button;
    return make(t(`button.${action.do}`), action);
  });
}
