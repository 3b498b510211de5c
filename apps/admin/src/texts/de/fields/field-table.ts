/** What the fields of forms are called and mean. */
export interface FieldTable {
  /** By the name of a field, behind the name of what it is in (`totalCodes.total`) if that decides what it means. */
  readonly titles: Readonly<Record<string, string>>
  /** By the English description, which the schema of a connector has: one that changes there is missing here. */
  readonly descriptions: Readonly<Record<string, string>>
}
