import { posix } from 'node:path'
import type { ConnectorState, DataTypeId, OutgoingRecord } from '@linkspan/core/connector'
import { z } from 'zod'

/**
 * The file of a record. `planned`: at most its temporary file exists. `uploaded`: the temporary file is complete; if it is gone, it has
 * been renamed. `sent`: it has been renamed.
 */
export const SentFile = z.object({ name: z.string(), state: z.enum(['planned', 'uploaded', 'sent']), at: z.string() })
export type SentFile = z.infer<typeof SentFile>

export interface SentFiles {
  read(record: OutgoingRecord): Promise<SentFile | null>
  write(record: OutgoingRecord, file: SentFile): Promise<void>
  /** The next number for a file name. No number is given twice. */
  nextNumber(): Promise<number>
  /** The number that `nextNumber` would give now. */
  peekNumber(): Promise<number>
  /** For each candidate, the reference of the sent record that it names; null if it names none. */
  referencesOf(candidates: readonly NamedByPartner[]): Promise<readonly (string | null)[]>
}

/** The values with which a partner may name one of our records. */
export interface NamedByPartner {
  readonly references: readonly string[]
  readonly files: readonly string[]
}

export const sentPrefix = (dataType: DataTypeId): string => `sent:${dataType}:`
/** Keys with this prefix and a file name hold the reference of the record in the file. */
export const sentNamePrefix = (dataType: DataTypeId): string => `sent_name:${dataType}:`

/** Remembers the file of each record: one for its creation, whatever changed before it was sent, and one for each later change. */
export function createSentFiles(state: ConnectorState, dataType: DataTypeId): SentFiles {
  const keyOf = ({ erpId, reference, idempotencyKey }: OutgoingRecord) =>
    `${sentPrefix(dataType)}${erpId === null ? reference : `${reference}/${idempotencyKey}`}`
  const sequence = `sequence:${dataType}`
  const peekNumber = async (): Promise<number> => {
    const [value] = await state.read([sequence])
    return Number(value ?? 0) + 1
  }
  return {
    async read(record) {
      const [value] = await state.read([keyOf(record)])
      return typeof value === 'string' ? SentFile.parse(JSON.parse(value)) : null
    },
    write: (record, file) =>
      state.write({ [keyOf(record)]: JSON.stringify(file), [`${sentNamePrefix(dataType)}${file.name}`]: record.reference }),
    async referencesOf(candidates) {
      const wanted = candidates.map(({ references, files }) => [
        ...references.map((reference) => [`${sentPrefix(dataType)}${reference}`, reference] as const),
        ...files.map((name) => [`${sentNamePrefix(dataType)}${posix.basename(name)}`, null] as const),
      ])
      const names = [...new Set(wanted.flat().map(([name]) => name))]
      const values = await state.read(names)
      const known = new Map(names.map((name, at) => [name, values[at] ?? null]))
      return wanted.map((choices) => {
        const [name, reference] = choices.find(([each]) => known.get(each) !== null) ?? []
        return name === undefined ? null : (reference ?? known.get(name) ?? null)
      })
    },
    peekNumber,
    async nextNumber() {
      const number = await peekNumber()
      await state.write({ [sequence]: String(number) })
      return number
    },
  }
}
