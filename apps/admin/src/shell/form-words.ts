import { LinkspanError } from '@linkspan/client'
import type { JsonSchema } from '../api/json-schema.ts'
import type { FormContext } from '../forms/schema-form/context.ts'
import { texts } from '../texts/texts.ts'
import { fieldWords } from './field-words.ts'

/** What the server says about single fields, by path. */
export function fieldProblems(error: Error | null): ReadonlyMap<string, string> {
  const errors = error instanceof LinkspanError ? (error.problem?.errors ?? []) : []
  return new Map(errors.map(({ path, message }) => [path, message]))
}

export const formContext = (root: JsonSchema, error: Error | null): FormContext => ({
  root,
  words: { ...texts.forms, named: { ...texts.dataTypes, ...texts.forms.flags } },
  fields: fieldWords,
  problems: fieldProblems(error),
})
