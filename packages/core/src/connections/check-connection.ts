import type { CheckFacts, Session } from '../connector/connector.ts'
import { deadlineSignal } from '../kernel/deadline-signal.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import { hintAtTheEnd } from '../kernel/hint-at-the-end.ts'
import { createRedactor } from '../kernel/redact.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { Connection, ConnectionFindings, ConnectionRepository, RefusedDataType } from './connection.ts'
import { fieldAtFault } from './field-at-fault.ts'
import { openSession, type SessionPorts } from './open-session.ts'
import { plainSecrets } from './plain-secrets.ts'
import type { ConnectionCheck, ERPConnectionTestResult, PlannedCheck } from './test-result.ts'

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

/** Told how far a test has come: once what it will try, then each verdict. */
export interface ProgressReport {
  planned(checks: readonly PlannedCheck[]): Promise<void>
  checked(check: ConnectionCheck): Promise<void>
}

/** Tests a connection, and stores its status and health. Throws only if the store fails. */
export async function checkConnection(
  connection: Connection,
  ports: CheckPorts,
  signal: AbortSignal,
  progress: ProgressReport,
): Promise<ERPConnectionTestResult> {
  const examination = await examineConnection(connection, ports, signal, { progress })
  const status = connection.status !== 'inactive' && { status: examination.isUsable ? ('active' as const) : ('error' as const) }
  await noteExamination(connection, examination, ports, status || {})
  return examination.result
}

/**
 * Runs the session's checks, then probes each enabled data type. Stops at the first essential check that fails and, if `logsInOnce`, at
 * credentials that the ERP refuses. Throws only what `progress` throws.
 */
export async function examineConnection(
  connection: Connection,
  ports: SessionPorts,
  signal: AbortSignal,
  { logsInOnce = false, progress }: { readonly logsInOnce?: boolean; readonly progress?: ProgressReport | undefined } = {},
): Promise<Examination> {
  const started = performance.now()
  const redactor = createRedactor()
  using deadline = deadlineSignal(connection.settings.timeout, signal)
  const overdue = deadline.signal
  const checks: ConnectionCheck[] = []
  const findings: Finding[] = []

  const finish = async (check: ConnectionCheck) => {
    const told = { ...check, detail: redactor.clean(check.detail) }
    checks.push(told)
    await progress?.checked(told)
  }
  const failure = (error: AppError, isProbe = false) => ({
    ok: false,
    detail: explain(error, overdue, connection),
    ...faultOf(overdue.aborted ? overdueError : error, connection, { ...ports, isProbe }),
  })

  const attempt = async (step: Step): Promise<boolean> => {
    const begun = performance.now()
    const timed = () => ({ name: step.name, ms: Math.round(performance.now() - begun) })
    const result = await Promise.resolve()
      .then(() => step.run())
      .catch(toAppError)
    findings.push({ step, error: typeof result === 'string' ? null : result })
    if (typeof result === 'string') await finish({ ...timed(), ok: true, detail: result, ...hostKeyIn(step.facts?.()) })
    else await finish({ ...timed(), ...failure(result, step.probes !== undefined) })
    return typeof result === 'string' || (!step.essential && !(logsInOnce && result.code === 'setup.credentials-rejected'))
  }

  const opened = await open(connection, ports, overdue, redactor)
  if ('error' in opened) {
    await progress?.planned([{ name: 'Settings', essential: true }])
    await finish({ name: 'Settings', ms: 0, ...failure(opened.error) })
  } else {
    await using session = opened.session
    const steps: Step[] = [
      ...plainSecretsCheck(connection, ports),
      ...session.checks(),
      ...connection.settings.enabledDataTypes.map((dataType) => probe(connection, ports, session, dataType)),
    ]
    await progress?.planned(
      steps.map(({ name, essential, probes }) => ({ name, essential, ...(probes !== undefined && { dataType: probes }) })),
    )
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

const overdueError = new AppError('remote.timeout', 'The test took longer than settings.timeout allows')

/** What a failed check says besides its sentence. */
const faultOf = (error: AppError, ...where: [Connection, Parameters<typeof fieldAtFault>[2]]) => {
  const field = fieldAtFault(error, ...where)
  const { fingerprint } = error.details
  return {
    code: error.code,
    ...(field !== undefined && { field }),
    ...(error.code.startsWith('setup.host-key') && typeof fingerprint === 'string' && { hostKey: fingerprint }),
  }
}

const hostKeyIn = (facts: CheckFacts | undefined) => (facts?.hostKey === undefined ? {} : { hostKey: facts.hostKey })

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
