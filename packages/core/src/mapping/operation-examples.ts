import type { OperationName } from './operations.ts'

interface OperationExample {
  /** Absent if the operation takes no value. */
  readonly value?: unknown
  readonly before: unknown
  readonly after: unknown
}

/** What each operation makes of a value. */
export const operationExamples: Readonly<Record<OperationName, OperationExample>> = {
  trim: { before: ' GS-1000017', after: 'GS-1000017' },
  upper: { before: 'eur', after: 'EUR' },
  lower: { before: 'Mia.Baker@Example.com', after: 'mia.baker@example.com' },
  replace: { value: { search: '/', replacement: '-' }, before: 'GS/1000017', after: 'GS-1000017' },
  pad: { value: { length: 10, character: '0', side: 'start' }, before: '4711', after: '0000004711' },
  strip_leading_zeros: { before: '0000004711', after: '4711' },
  number: { value: { decimal: ',', group: '.' }, before: '1.234,50', after: '1234.50' },
  multiply: { value: '0.01', before: '1250', after: '12.5' },
  round: { value: { digits: 2, mode: 'half_up' }, before: '12.345', after: '12.35' },
  date: { value: { format: 'dd.MM.yyyy', zone: 'Europe/Berlin' }, before: '23.11.2026', after: '2026-11-23' },
  boolean: { value: { true: ['ja'], false: ['nein'] }, before: 'Ja', after: true },
  default: { value: 'EUR', before: '', after: 'EUR' },
  lookup: { value: { table: { ST: 'EA', KT: 'BOX' }, fallback: 'EA' }, before: 'KT', after: 'BOX' },
  concat: { value: { fields: ['sku', 'raw.colour'], separator: '-' }, before: null, after: 'GS-1000017-red' },
  split: { value: { separator: '-', index: 0 }, before: 'GS-1000017', after: 'GS' },
  jsonata: { value: "texts[lang='de'].text", before: null, after: 'Stahlschraube' },
}

/** The record that the examples with other fields are about. */
export const exampleRow = {
  fields: { sku: 'GS-1000017' },
  raw: { colour: 'red', texts: [{ lang: 'de', text: 'Stahlschraube' }] },
}
