import type { Remark } from './remarks.ts'

/** The words of a form, in the language of its reader. */
export interface FormWords {
  readonly none: string
  /** What some values are called. */
  readonly named: Readonly<Record<string, string>>
  readonly more: string
  readonly isSet: string
  readonly replace: string
  readonly remove: string
  readonly keep: string
  readonly willBeRemoved: string
  readonly onePerLine: string
  readonly namesAndValues: string
  readonly json: string
  readonly notJson: string
  readonly defaultIs: (value: string) => string
  readonly remarks: Readonly<Record<Remark, string>>
}

/** The words for the fields themselves, in the language of the reader. Schemas describe them in English. */
export interface FieldWords {
  /** What the field at a path is called. */
  readonly title: (path: string) => string
  /** A description in a schema. */
  readonly description: (text: string) => string
}
