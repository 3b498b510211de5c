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
