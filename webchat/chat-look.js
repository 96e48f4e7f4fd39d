/** Colours are names of the style sheet, so light, dark and high contrast need no new drawing. */
const ink = { default: 'var(--ink)', subtle: 'var(--quiet)' };
const colours = {
  default: ink,
  dark: ink,
  light: ink,
  accent: { default: 'var(--accent)', subtle: 'var(--accent)' },
  good: { default: 'var(--good)', subtle: 'var(--good)' },
  warning: { default: 'var(--warning)', subtle: 'var(--warning)' },
  attention: { default: 'var(--alarm)', subtle: 'var(--alarm)' },
};
const containers = ['default', 'emphasis', 'accent', 'good', 'attention', 'warning'];
const containerGround = {
  default: 'var(--surface)',
  emphasis: 'var(--raised)',
  accent: 'var(--accent)',
  good: 'var(--good-ground)',
  warning: 'var(--warning-ground)',
  attention: 'var(--alarm-ground)',
};

export const adaptiveCardsHostConfig = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 13, default: 15, medium: 17, large: 19, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 18, default: 21, medium: 24, large: 26, extraLarge: 30 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: Object.fromEntries(
    containers.map((name) => [name, { backgroundColor: containerGround[name], foregroundColors: colours }]),
  ),
  actions: {
    actionsOrientation: 'vertical',
    actionAlignment: 'stretch',
    buttonSpacing: 8,
    maxActions: 20,
    allowTitleToWrap: true,
  },
  textBlock: { headingLevel: 2 },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 12 },
};

export const styleOptions = {
  accent: 'var(--accent)',
  backgroundColor: 'var(--ground)',
  primaryFont: 'system-ui, sans-serif',
  rootHeight: '100%',
  rootWidth: '100%',
  bubbleBackground: 'var(--surface)',
  bubbleBorderColor: 'var(--line)',
  bubbleBorderRadius: 10,
  bubbleTextColor: 'var(--ink)',
  bubbleFromUserBackground: 'var(--mine)',
  bubbleFromUserBorderColor: 'var(--mine)',
  bubbleFromUserBorderRadius: 10,
  bubbleFromUserTextColor: 'var(--ink)',
  bubbleMaxWidth: 640,
  bubbleMinHeight: 36,
  subtle: 'var(--quiet)',
  timestampColor: 'var(--quiet)',
  sendBoxBackground: 'var(--surface)',
  sendBoxTextColor: 'var(--ink)',
  sendBoxPlaceholderColor: 'var(--quiet)',
  sendBoxButtonColor: 'var(--accent)',
  sendBoxButtonColorOnFocus: 'var(--accent)',
  sendBoxButtonColorOnHover: 'var(--accent)',
  sendBoxButtonShadeColor: 'transparent',
  sendBoxBorderTop: '1px solid var(--line)',
  sendBoxTextWrap: true,
  cardEmphasisBackgroundColor: 'var(--raised)',
  paddingRegular: 10,
  paddingWide: 12,
  suggestedActionLayout: 'flow',
  transcriptActivityVisualKeyboardIndicatorColor: 'var(--accent)',
  transcriptVisualKeyboardIndicatorColor: 'var(--accent)',
  hideUploadButton: true,
  groupTimestamp: 300_000,
  // The connection itself reports what could not be sent; until then it keeps trying.
  sendTimeout: 290_000,
  maxMessageLength: 2_000,
};
