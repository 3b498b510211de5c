import { titleOf } from '../forms/schema-form/remarks.ts'
import type { FieldWords } from '../forms/schema-form/words.ts'
import { language } from '../texts/texts.ts'

let german: typeof import('../texts/de/fields/fields.ts') | null = null

/** Loads the German words, which are many, for those who read German. The route of a page with such a form waits for it. */
export async function loadFieldWords(): Promise<void> {
  if (language === 'de') german ??= await import('../texts/de/fields/fields.ts')
}

/** The words for the fields of the forms that the schemas of connectors make. */
export const fieldWords: FieldWords = {
  title: (path) => german?.germanTitle(path) ?? titleOf(path),
  description: (text) => german?.germanDescription(text) ?? text,
}
