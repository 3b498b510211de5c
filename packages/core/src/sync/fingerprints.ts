import { hash } from 'node:crypto'
import type { Connection } from '../connections/connection.ts'
import { version } from '../kernel/version.ts'
import type { MappingSettings } from '../mapping/mapping.ts'
import type { SourceRecord } from '../records/record.ts'

/** Fingerprints of rows and pages. Equal fingerprints mean equal records, since they cover everything that the records are made from. */
export interface Fingerprints {
  /** Eleven characters; empty if the row cannot have a fingerprint. */
  row(record: SourceRecord): string
  /** From the digest that the connector has computed. */
  page(digest: string): string
}

/**
 * A row with the fingerprint of an earlier one makes the same record, so it need not be mapped and validated again. The fingerprint covers the
 * fields that the connector has derived, since these may depend on more than the row, and the raw row only if a mapping reads it.
 * It also covers the connection's settings, the mapping and the version of Linkspan: changing any of them changes all fingerprints.
 */
export function createFingerprints(connection: Pick<Connection, 'provider' | 'settings'>, mapping: MappingSettings): Fingerprints {
  const { fieldMapping, transformations, filters } = mapping
  const own = [fieldMapping, transformations, filters]
  const isLasting = !transformations?.some(({ operation, value }) => operation === 'jsonata' && changesByItself.test(String(value)))
  const isMapped = own.some((part) => part !== undefined)
  const salt = hash('sha256', JSON.stringify([version, connection.provider, connection.settings, ...own]), 'base64url')
  const fingerprintOf = (text: string, length: number): string => hash('sha256', text, 'base64url').slice(0, length)
  return {
    row({ id, fields, raw, rejection }) {
      if (!isLasting) return ''
      const text = textOf(isMapped ? [salt, fields, raw] : [salt, fields])
      return text === undefined || rejection || id === '' || halfCharacter.test(id) ? '' : fingerprintOf(text, 11)
    },
    page: (digest) => fingerprintOf(salt + digest, 22),
  }
}

/** What an expression calls if it may make something else of the same row later. */
const changesByItself = /\$(now|millis|random|eval)\b/

/** Half a character: the store's JSON parser rejects it. */
const halfCharacter = /\p{Surrogate}/u

/** Undefined if the value is not JSON. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}
