import { z } from 'zod'
import type { CheckFacts, Session } from '../connector/connector.ts'
import { deadlineSignal } from '../kernel/deadline-signal.ts'
import { type AppError, toAppError } from '../kernel/errors.ts'
import { hintAtTheEnd } from '../kernel/hint-at-the-end.ts'
import { createRedactor } from '../kernel/redact.ts'
import { DataTypeId } from '../records/data-types.ts'
import type { Connection, ConnectionFindings, ConnectionRepository, RefusedDataType } from './connection.ts'
import { openSession, type SessionPorts } from './open-session.ts'
import { plainSecrets } from './plain-secrets.ts'

const Check = z.object({
  name: z.string().describe('What was checked: "DNS", "TCP/TLS", "Authentication", "Clock", or a data type.'),
  ok: z.boolean(),
  ms: z.number(),
  detail: z.string(),
})

/** The result of a connection test. `responseTime` is in milliseconds. */
export const ERPConnectionTestResult = z
  .object({
    success: z.boolean(),
    message: z.string(),
    responseTime: z.number(),
    details: z.object({ checks: z.array(Check) }),
    errors: z.array(z.string()).optional(),
    proposal: z
      .object({ settings: z.object({ enabledDataTypes: z.array(DataTypeId) }) })
      .optional()
      .describe(
        'What to send with `PATCH /erp/connections/:id`, so that only what this ERP has is enabled. Absent if all enabled data types can be read, or none.',
      ),
  })
  .meta({ id: 'ERPConnectionTestResult' })
export type ERPConnectionTestResult = z.infer<typeof ERPConnectionTestResult>

interface Step {
  readonly name: string
  readonly essential: boolean
  /** The data type that it reads. */
  readonly probes?: DataTypeId
  /** Whether the connector can read that data type. */
  readonly isOffered?: boolean
  run(): Promise<string>
  facts?(): CheckFacts
}

export type CheckPorts = SessionPorts & { readonly connections: ConnectionRepository }

/** What a test of a connection has found. */
export interface Examination {
  readonly result: ERPConnectionTestResult
  /** Whether anything can be synced: a probe that fails is a finding of its data type, which is refused alone. */
  readonly isUsable: boolean
  readonly refused: readonly RefusedDataType[]
  /** What keeps every sync from working; null if nothing does. A clock that is wrong does not, for example. */
  readonly obstacle: { readonly code: string; readonly reason: string } | null
  readonly facts: CheckFacts
}

/** Tests a connection, and stores its status and health. Throws only if the store fails. */
export async function checkConnection(connection: Connection, ports: CheckPorts, signal: AbortSignal): Promise<ERPConnectionTestResult> {
  const examination = await examineConnection(connection, ports, signal)
  const status = connection.status !== 'inactive' && { status: examination.isUsable ? ('active' as const) : ('error' as const) }
  await noteExamination(connection, examination, ports, status || {})
  return examination.result
}

/**
 * Runs the session's checks, then probes each enabled data type. Stops at the first essential check that fails and, if `logsInOnce`, at
 * credentials that the ERP refuses. Never throws.
 */
export async function examineConnection(
  connection: Connection,
  ports: CheckPorts,
  signal: AbortSignal,
  { logsInOnce } = { logsInOnce: false },
): Promise<Examination> {
  const started = performance.now()
  const redactor = createRedactor()
  using deadline = deadlineSignal(connection.settings.timeout, signal)
  const overdue = deadline.signal
  const checks: z.infer<typeof Check>[] = []
  const findings: Finding[] = []

  const attempt = async (step: Step): Promise<boolean> => {
    const begun = performance.now()
    const finish = (ok: boolean, detail: string) =>
      checks.push({ name: step.name, ok, ms: Math.round(performance.now() - begun), detail: redactor.clean(detail) })
    try {
      finish(true, await step.run())
      findings.push({ step, error: null })
      return true
    } catch (thrown) {
      const error = toAppError(thrown)
      findings.push({ step, error })
      finish(false, explain(error, overdue, connection))
      return !step.essential && !(logsInOnce && error.code === 'setup.credentials-rejected')
    }
  }

  const opened = await open(connection, ports, overdue, redactor)
  if ('error' in opened)
    checks.push({ name: 'Settings', ok: false, ms: 0, detail: redactor.clean(explain(opened.error, overdue, connection)) })
  else {
    await using session = opened.session
    const steps = [
      ...plainSecretsCheck(connection, ports),
      ...session.checks(),
      ...connection.settings.enabledDataTypes.map((dataType) => probe(connection, ports, session, dataType)),
    ]
    for (const step of steps) if (!(await attempt(step))) break
  }

  const errors = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)
  const isReachable = 'session' in opened && !overdue.aborted && someProbePassed(findings)
  const isUsable = isReachable && !findings.some(stopsAll)
  const hindrance = findings.find(hindersAll)
  const refused = isUsable ? refusedIn(findings, (error) => redactor.clean(explain(error, overdue, connection))) : []
  const result: ERPConnectionTestResult = {
    success: errors.length === 0,
    message: errors[0] ?? `Connected to ${connection.name}: ${checks.length} checks passed`,
    responseTime: Math.round(performance.now() - started),
    details: { checks },
    ...(errors.length > 0 && { errors }),
    ...proposalWithout(refused, connection),
  }
  const failed = 'error' in opened ? opened.error : (hindrance ?? findings.find(({ error }) => error !== null))?.error
  const obstacle = isReachable && !hindrance ? null : { code: failed?.code ?? 'remote.timeout', reason: result.message }
  return { result, isUsable, refused, obstacle, facts: Object.assign({}, ...findings.map(({ step }) => step.facts?.())) }
}

/** Warns of secrets that a connection shows: it was stored when that was not refused. */
function plainSecretsCheck(connection: Connection, { connectors }: SessionPorts): Step[] {
  const connector = connectors.find(connection)
  const found = connector ? plainSecrets(connector, connection) : []
  if (found.length === 0) return []
  const warning = found.map(({ path, message }) => `${path} ${message}`).join('; ')
  return [{ name: 'Secrets', essential: false, run: () => Promise.resolve(`Warning: ${warning}`) }]
}

async function open(
  ...[connection, ports, signal, redactor]: Parameters<typeof openSession>
): Promise<{ session: Session } | { error: AppError }> {
  try {
    return { session: await openSession(connection, ports, signal, redactor) }
  } catch (thrown) {
    return { error: toAppError(thrown) }
  }
}

/** Reads one page of a data type. If the connector cannot pull it, the step says so and reads nothing. */
function probe(connection: Connection, { connectors }: SessionPorts, session: Session, dataType: DataTypeId): Step {
  const isOffered = Boolean(connectors.find(connection)?.capabilities[dataType]?.pull)
  return {
    name: dataType,
    essential: false,
    probes: dataType,
    isOffered,
    async run() {
      if (!isOffered) return 'Not offered by this connector, so there was nothing to probe'
      for await (const page of session.source(dataType).pages({ after: null, since: null, dryRun: true, hasMapping: true })) {
        const total = page.total === undefined ? '' : ` of ${page.total}`
        return `Read ${page.records.length}${total} record${page.records.length === 1 ? '' : 's'}`
      }
      return 'Readable, but empty'
    },
  }
}

function explain(error: AppError, overdue: AbortSignal, { settings }: Connection): string {
  if (overdue.aborted) return `No answer within the ${settings.timeout} ms that settings.timeout allows`
  return `${error.message}. ${hintAtTheEnd(error.hint)}`
}

interface Finding {
  readonly step: Step
  readonly error: AppError | null
}

/** Failures that concern one data type, if its probe meets them; the others can be synced. */
const concernsDataType = (error: AppError): boolean =>
  !['setup.credentials-rejected', 'setup.host-unknown', 'setup.certificate-untrusted', 'remote.unreachable'].includes(error.code)

const stopsAll = ({ step, error }: Finding): boolean => error !== null && (step.probes ? !concernsDataType(error) : true)

const hindersAll = (finding: Finding): boolean =>
  stopsAll(finding) && (Boolean(finding.step.probes) || finding.step.essential || finding.error?.code === 'setup.credentials-rejected')

/** A connection of which no data type can be read is of no use. One that the connector does not offer says nothing. */
const someProbePassed = (findings: readonly Finding[]): boolean => {
  const probes = findings.filter(({ step }) => step.probes && step.isOffered)
  return probes.length === 0 || probes.some(({ error }) => error === null)
}

/** The data types whose probes met what only a person can mend. What may pass by itself refuses nothing. */
const refusedIn = (findings: readonly Finding[], explained: (error: AppError) => string): readonly RefusedDataType[] =>
  findings.flatMap(({ step: { probes }, error }) =>
    probes && error?.code.startsWith('setup.') ? [{ dataType: probes, code: error.code, message: explained(error) }] : [],
  )

/** The connection's data types without those that cannot be read. */
function proposalWithout(refused: readonly RefusedDataType[], { settings }: Connection): Pick<ERPConnectionTestResult, 'proposal'> {
  if (refused.length === 0) return {}
  const enabledDataTypes = settings.enabledDataTypes.filter((dataType) => !refused.some((one) => one.dataType === dataType))
  return { proposal: { settings: { enabledDataTypes } } }
}

/** Stores what a test found, and what else is to be stored with it. A certificate and a clock that it did not get to see stay as they were. */
export async function noteExamination(
  connection: Connection,
  { result, refused, facts }: Examination,
  { connections, clock }: CheckPorts,
  more: Pick<ConnectionFindings, 'status'> = {},
): Promise<void> {
  const checkedAt = clock.now().toISOString()
  const { certificateExpiresAt, clockOffsetMs } = { ...connection.health, ...facts }
  const isCurrent = (await connections.get(connection.id))?.revision === connection.revision
  await connections.note(connection.id, {
    ...more,
    lastTestedAt: checkedAt,
    health: {
      state: result.success ? 'ok' : 'failing',
      message: result.message,
      checkedAt,
      responseTime: result.responseTime,
      ...(certificateExpiresAt !== undefined && { certificateExpiresAt }),
      ...(clockOffsetMs !== undefined && { clockOffsetMs }),
      ...(isCurrent && refused.length > 0 && { refusedDataTypes: [...refused] }),
    },
  })
}
