/** How people are named in one language. Words are separated by spaces. */
export interface PeopleWords {
  /** After these somebody is named: "called", "colleague". */
  readonly introduced: string;
  /** Small words between those and a name, or within one: "is", "van". */
  readonly linking: string;
  /** Common given names: people type them without a capital. */
  readonly givenNames: string;
  /** Names that are words as well. */
  readonly alsoWords: string;
}
