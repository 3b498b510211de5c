import type { Connection } from '../connections/connection.ts'
import { openSession, type SessionPorts } from '../connections/open-session.ts'
import type { Choice } from '../connector/connector.ts'
import { AppError } from '../kernel/errors.ts'
import type { Redactor } from '../kernel/redact.ts'
import type { ChoicesRequest, ERPChoices } from './choices.ts'

const maxChoices = 1000

/** Asks the ERP what it has for a setting. Each value is listed once, without secrets. */
export async function readChoices(
  connection: Connection,
  { field }: ChoicesRequest,
  ports: SessionPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<ERPChoices> {
  const titles: Readonly<Record<string, string | undefined>> = ports.connectors.find(connection)?.choices ?? {}
  await using session = await openSession(connection, ports, signal, redactor)
  const title = titles[field]
  if (!session.choices || title === undefined)
    throw new AppError('connection.no-choices', `The connector lists no values of ${JSON.stringify(field)}`)
  const found = new Map((await session.choices(field)).map((choice) => [choice.value, choice]))
  const choices = [...found.values()].sort(byLabel)
  return redactor.cleanDeep({ field, title, choices: choices.slice(0, maxChoices), complete: choices.length <= maxChoices })
}

const byLabel = (one: Choice, other: Choice): number => (one.label < other.label ? -1 : one.label > other.label ? 1 : 0)
