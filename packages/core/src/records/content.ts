import { hash } from 'node:crypto'
import type { DataType } from './data-type.ts'

export interface Content {
  /** The whole record as it is stored. */
  readonly json: string
  /** Of the content, so that it is the same each time an unchanged record is read. 128 bits in base64url. */
  readonly hash: string
}

type Data = Readonly<Record<string, unknown>>

/**
 * Serialises a canonical record and hashes its content. Volatile fields are stored, but are not part of the content. The schemas return
 * their fields in a fixed order, so equal content is equal text.
 */
export function toContent({ volatile }: Pick<DataType, 'volatile'>, data: Data): Content {
  const content: Record<string, unknown> = { ...data }
  let aside = ''
  for (const field of volatile) {
    const value = content[field]
    if (value === undefined) continue
    content[field] = undefined
    aside += `,${JSON.stringify(field)}:${JSON.stringify(value)}`
  }
  const text = JSON.stringify(content)
  return { json: `${text.slice(0, -1)}${text === '{}' ? aside.slice(1) : aside}}`, hash: hash('sha256', text, 'base64url').slice(0, 22) }
}

/** The content of a record: all but the fields that say when and how it was read. */
export const withoutVolatile = ({ volatile }: Pick<DataType, 'volatile'>, data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([field]) => !volatile.includes(field)))

/** Only the fields that say when and how a record was read. */
export const onlyVolatile = ({ volatile }: Pick<DataType, 'volatile'>, data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([field]) => volatile.includes(field)))
