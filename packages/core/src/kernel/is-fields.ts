import { isObject } from './objects.ts'

/** An object of JSON: neither null nor a list. */
export type Fields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is Fields => isObject(value)
