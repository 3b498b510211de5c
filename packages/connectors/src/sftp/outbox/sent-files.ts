import { posix } from 'node:path'
import type { ConnectorState, DataTypeId, OutgoingRecord } from '@linkspan/core/connector'
import { z } from 'zod'

/**
 * A file that is being written for a record. `planned`: at most its temporary file is there. `uploaded`: that one is whole; where it is
 * there no more, it has been renamed. `sent`: it was renamed for sure.
 */
export const SentFile = z.object({ name: z.string(), state: z.enum(['planned', 'uploaded', 'sent']), at: z.string() })
export type SentFile = z.infer<typeof SentFile>

export interface SentFiles {
  read(record: OutgoingRecord): Promise<SentFile | null>
  write(record: OutgoingRecord, file: SentFile): Promise<void>
  /** The next number of a file: each is given once. */
  nextNumber(): Promise<number>
  /** For each, the reference of a record that was written, by what may be one or the name of its file; null where none was. */
  referencesOf(asked: readonly NamedByPartner[]): Promise<readonly (string | null)[]>
}

/** What a partner gives back to name a record of ours. */
export interface NamedByPartner {
  readonly references: readonly string[]
  /** Names of files. */
  readonly files: readonly string[]
}

export const sentPrefix = (dataType: DataTypeId): string => `sent:${dataType}:`
/** Under it stands the reference of the record that a file was written for. */
export const sentNamePrefix = (dataType: DataTypeId): string => `sent_name:${dataType}:`

/** Which file a record was sent in: a creation by its reference, whatever has changed of it; each change by itself. */
export function createSentFiles(state: ConnectorState, dataType: DataTypeId): SentFiles {
  const keyOf = ({ erpId, reference, idempotencyKey }: OutgoingRecord) =>
    `${sentPrefix(dataType)}${erpId === null ? reference : `${reference}/${idempotencyKey}`}`
  const sequence = `sequence:${dataType}`
  return {
    async read(record) {
      const [value] = await state.read([keyOf(record)])
      return typeof value === 'string' ? SentFile.parse(JSON.parse(value)) : null
    },
    write: (record, file) =>
      state.write({ [keyOf(record)]: JSON.stringify(file), [`${sentNamePrefix(dataType)}${file.name}`]: record.reference }),
    async referencesOf(asked) {
      const wanted = asked.map(({ references, files }) => [
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
    async nextNumber() {
      const [value] = await state.read([sequence])
      const number = Number(value ?? 0) + 1
      await state.write({ [sequence]: String(number) })
      return number
    },
  }
}
