import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { CliError } from './problem.ts'

const Fields = z.record(z.string(), z.unknown())
export type Fields = z.infer<typeof Fields>

export const SyncConfiguration = z.looseObject({ dataType: z.string(), direction: z.string() })
export type SyncConfiguration = z.infer<typeof SyncConfiguration>

export const Connection = z.looseObject({
  credentials: Fields.default({}),
  settings: Fields.default({}),
  syncConfigurations: z.array(SyncConfiguration).default([]),
})
export type Connection = z.infer<typeof Connection>

const assignment = { connection: z.string().describe('The name of a connection.') }
export const Document = z.strictObject({
  version: z.literal(1),
  connections: z.record(z.string().min(1), Connection).default({}),
  clients: z.record(z.string(), z.array(z.looseObject(assignment))).default({}),
  sites: z.record(z.string(), z.array(z.looseObject({ ...assignment, clientId: z.string() }))).default({}),
})
/** Connections by name with their sync configurations, and who uses them: what a file says, or what an installation has. */
export type Document = z.infer<typeof Document>

/** Parses a file. Throws a CliError that says where it is wrong. */
export function parseDocument(text: string, name: string): Document {
  let value: unknown
  try {
    value = parse(text)
  } catch (thrown) {
    throw new CliError(`${name} is not YAML: ${(thrown as Error).message}`)
  }
  const parsed = Document.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => `  ${path.map(String).join('.') || 'the file'}: ${message}`)
  throw new CliError(`${name} does not describe an installation:\n${issues.join('\n')}`)
}

export const printDocument = (document: Document): string => stringify(document, { lineWidth: 0, sortMapEntries: false })
