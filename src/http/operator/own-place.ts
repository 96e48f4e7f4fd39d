const ownPages = /^\/operator(?:\/tickets\/[\w-]{16,64})?(?:\?[\w=&%.-]{0,300})?$/;

/** Where a person may return to after signing in: a tickets page, never a form, a file or another site; otherwise the list. */
export function ownPlace(asked: string | null | undefined): string {
  return asked !== null && asked !== undefined && ownPages.test(asked) ? asked : '/operator';
}
