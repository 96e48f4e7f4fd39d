const longest = 300;
/** Names under which desks put codes, not sentences. */
const codes: ReadonlySet<string> = new Set([
  'code',
  'status',
  'field',
  'ticket_field_type',
  'ticket_field_id',
  'i18nKey',
]);

/** The sentences in a desk's refusal, whatever shape it has, cut to 300 characters. Empty if there is none. */
export function wordsOfRefusal(json: unknown): string {
  const all = [...new Set(sentencesIn(json))].join(' ');
  return [...all.replace(/\s+/g, ' ')].slice(0, longest).join('');
}

function sentencesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value.trim()] : [];
  if (Array.isArray(value)) return value.flatMap(sentencesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { field } = value as { readonly field?: unknown };
  const inside = Object.entries(value).flatMap(([name, one]) => (codes.has(name) ? [] : sentencesIn(one)));
  // Freshdesk says what is wrong, and beside it where.
  return typeof field === 'string' ? inside.map((sentence) => `${field}: ${sentence}`) : inside;
}
