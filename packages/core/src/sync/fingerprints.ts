import { hash } from 'node:crypto'
import type { Connection } from '../connections/connection.ts'
import { version } from '../kernel/version.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import type { SourceRecord } from '../records/record.ts'

/** Names what a row, or a page, says, with all that decides what becomes of it. */
export interface Fingerprints {
  /** Eleven characters, or none where the row cannot be named. */
  row(record: SourceRecord): string
  /** By the digest that the connector gave. */
  page(digest: string): string
}

/**
 * A row that comes again under the name that it had makes the record that it made: it need not be mapped and validated again. It is named by
 * what the connector makes of it, which may depend on more than the row, on the time or on its neighbours; by the row itself only where a mapping
 * reads it. The connection's settings, the mapping and the version of Linkspan are part of the name, so a change of any of them is a new name.
 */
export function createFingerprints(connection: Pick<Connection, 'provider' | 'settings'>, mapping: MappingSettings): Fingerprints {
  const { fieldMapping, transformations, filters } = mapping
  const own = [fieldMapping, transformations, filters]
  const isMapped = own.some((part) => part !== undefined)
  const salt = hash('sha256', JSON.stringify([version, connection.provider, connection.settings, ...own]), 'base64url')
  const nameOf = (text: string): string => hash('sha256', salt + text, 'base64url')
  return {
    row({ id, fields, raw }) {
      const text = textOf(isMapped ? [fields, raw] : fields)
      return text === undefined || id === '' || halfCharacter.test(id) ? '' : nameOf(text).slice(0, 11)
    },
    page: (digest) => nameOf(digest).slice(0, 22),
  }
}

/** It has no place in the JSON that the store reads. */
const halfCharacter = /\p{Surrogate}/u

/** Undefined where it is no JSON. */
function textOf(raw: unknown): string | undefined {
  try {
    return JSON.stringify(raw)
  } catch {
    return undefined
  }
}
