const ownPages = /^\/operator(?:\/tickets\/[\w-]{16,64})?(?:\?[\w=&%.-]{0,300})?$/;

/** Where somebody may come back to after signing in: a page of tickets, never a form, a file or another site; else the list. */
export function ownPlace(asked: string | null | undefined): string {
  return asked !== null && asked !== undefined && ownPages.test(asked) ? asked : '/operator';
}
