import type { JsonSchema } from '../../api/json-schema.ts'
import type { FieldWords, FormWords } from './words.ts'

/** What all fields of a form know. */
export interface FormContext {
  /** The schema whose `$defs` are referred to. */
  readonly root: JsonSchema
  readonly words: FormWords
  readonly fields: FieldWords
  /** What is wrong, by path, as the server said. */
  readonly problems: ReadonlyMap<string, string>
}
