import { titleOf } from '../forms/schema-form/remarks.ts'
import type { FieldWords } from '../forms/schema-form/words.ts'
import { language } from '../texts/texts.ts'

/** The German words are many: only who reads them loads them, with the first page that has such a form. */
const german = language === 'de' ? await import('../texts/de/fields/fields.ts') : null

/** The words for the fields of the forms that the schemas of connectors make. */
export const fieldWords: FieldWords = {
  title: (path) => german?.germanTitle(path) ?? titleOf(path),
  description: (text) => german?.germanDescription(text) ?? text,
}
