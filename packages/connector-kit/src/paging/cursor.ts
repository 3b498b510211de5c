import { AppError, asCursor, type Cursor } from '@linkspan/core/connector'
import type { z } from 'zod'

/** A position in a source as opaque text, for another process later. It must hold no secret. */
export const toCursor = (position: unknown): Cursor => asCursor(Buffer.from(JSON.stringify(position), 'utf8').toString('base64url'))

/** The position that a cursor holds. One of another kind (the settings were changed meanwhile) is `setup.settings-invalid`. */
export function fromCursor<Schema extends z.ZodType>(schema: Schema, cursor: Cursor): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new AppError('setup.settings-invalid', 'The stored position does not fit how pages are read now; start the sync anew', { cause })
  }
}
