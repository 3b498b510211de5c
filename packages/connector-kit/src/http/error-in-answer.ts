import { AppError, type ErrorCode, isFields } from '@linkspan/core/connector'
import { codeForStatus } from './classify.ts'
import { extractErrorMessage } from './error-message.ts'
import type { HttpResponse } from './http-response.ts'

/** What in an answer with a status of success says that the ERP has failed, as in `"success": false`. */
export interface ErrorSign {
  readonly sign: string
  /** The HTTP status that the body names. */
  readonly status?: number
}

type Holder = ReadonlyMap<string, unknown>

/** Names without case, `_` and `-`. */
const plain = (name: string): string => name.replace(/[_-]/g, '').toLowerCase()
const holderOf = (fields: Readonly<Record<string, unknown>>): Holder =>
  new Map(Object.entries(fields).map(([name, value]) => [plain(name), value]))

const falseFlags = ['success', 'ok', 'succeeded', 'successful', 'issuccess', 'issuccessful']
const trueFlags = ['iserror', 'haserror', 'haserrors', 'failed']
const stateNames = ['status', 'result', 'state', 'outcome', 'resultcode', 'responsestatus']
/** These count in an envelope only: a record may be timed out, or partial, itself. */
const trueFlagsOfEnvelopes = ['timedout', 'istimedout', 'incompleteresults', 'partialresults', 'isaborted']
const failureWords =
  /^(error|errors|err|fail|failed|failure|exception|nok|not[ _-]?ok|ko|time[ _-]?out|timed[ _-]?out|aborted|unavailable|denied|fatal|interrupted|incomplete)$/i
const errorNames = ['error', 'errors', 'fault', 'exception', 'validationerrors', 'errorlist', 'errormessages']
const codeNames = ['errorcode', 'errcode', 'errno']
const statusNames = ['status', 'statuscode', 'code', 'httpstatus', 'httpcode']
const textNames = ['message', 'messages', 'msg', 'errormessage', 'errmsg', 'errordescription', 'reason', 'detail', 'details', 'description']
const isHarmless = (value: unknown): boolean =>
  /^(|-|0+|200|ok|none|no|null|false|success(ful)?|no errors?|n\/a)$/i.test(String(value).trim())

/** Fields of an envelope. What has others besides is a record, and its `status` is the record's own. */
const envelopeNames: ReadonlySet<string> = new Set([
  ...[...falseFlags, ...trueFlags, ...trueFlagsOfEnvelopes, ...stateNames, ...errorNames, ...codeNames, ...statusNames, ...textNames],
  ...[
    'id',
    'uuid',
    'requestid',
    'traceid',
    'correlationid',
    'transactionid',
    'jobid',
    'timestamp',
    'time',
    'path',
    'instance',
    'type',
    'title',
  ],
  ...[
    'd',
    'data',
    'results',
    'items',
    'value',
    'records',
    'response',
    'payload',
    'meta',
    'metadata',
    'pagination',
    'paging',
    'links',
    'warnings',
  ],
  ...[
    'total',
    'totalcount',
    'count',
    'page',
    'limit',
    'offset',
    'hasmore',
    'next',
    'jsonrpc',
    'version',
    'hint',
    'info',
    'duration',
    'took',
  ],
])
const isEnvelope = (holder: Holder): boolean =>
  [...holder].every(([name, value]) => envelopeNames.has(name) || value === null || Array.isArray(value))

/** Objects within an envelope that speak about the whole answer. */
const innerHolders = ['meta', 'status', 'response', 'result', 'results', 'header', 'head', 'responsestatus', 'data', 'd']

/**
 * What in the body of an answer says that the ERP has failed; null if nothing does. It looks at the envelope only: a record may have a
 * status "failed" of its own.
 */
export function errorSign(body: unknown): ErrorSign | null {
  const [only] = Array.isArray(body) && body.length === 1 ? body : []
  if (isFields(only) && isEnvelope(holderOf(only))) return signIn(holderOf(only))
  if (!isFields(body)) return null
  const outer = holderOf(body)
  const inner = innerHolders.flatMap((name) => {
    const value = outer.get(name)
    return isFields(value) && isEnvelope(holderOf(value)) ? [holderOf(value)] : []
  })
  for (const holder of [outer, ...inner]) {
    const found = signIn(holder)
    if (found) return found
  }
  return null
}

function signIn(holder: Holder): ErrorSign | null {
  const status = statusIn(holder)
  const sign = flagIn(holder) ?? errorIn(holder) ?? (isEnvelope(holder) ? (stateIn(holder) ?? codeIn(holder) ?? status?.sign) : undefined)
  if (sign === undefined) return null
  return { sign, ...(status && { status: status.status }) }
}

const shown = (name: string, value: unknown): string => `"${name}": ${JSON.stringify(value)?.slice(0, 80)}`

function flagIn(holder: Holder): string | undefined {
  const isFalse = (value: unknown) => value === false || value === 0 || /^(false|0|no)$/i.test(typeof value === 'string' ? value : '')
  const isTrue = (value: unknown) => value === true || /^true$/i.test(typeof value === 'string' ? value : '')
  const flags = isEnvelope(holder) ? [...trueFlags, ...trueFlagsOfEnvelopes] : trueFlags
  const name = falseFlags.find((flag) => isFalse(holder.get(flag))) ?? flags.find((flag) => isTrue(holder.get(flag)))
  return name === undefined ? undefined : shown(name, holder.get(name))
}

/** `"error": …` with something in it. An object that says code 0 and "OK" is no error. */
function errorIn(holder: Holder): string | undefined {
  const name = errorNames.find((each) => isError(holder.get(each)))
  return name === undefined ? undefined : shown(name, holder.get(name))
}

function isError(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false
  if (Array.isArray(value)) return value.some(isError)
  if (!isFields(value)) return !isHarmless(value)
  const told = Object.values(value).filter((each) => each !== null && each !== undefined)
  return told.some((each) => (typeof each === 'object' ? isError(each) : !isHarmless(each)))
}

const hasText = (holder: Holder): boolean => textNames.some((name) => !isHarmless(holder.get(name) ?? ''))
const hasNothing = (holder: Holder): boolean =>
  [...holder].some(([, value]) => value === null || (Array.isArray(value) && value.length === 0))

function stateIn(holder: Holder): string | undefined {
  const name = stateNames.find((each) => {
    const value = holder.get(each)
    return typeof value === 'string' && failureWords.test(value.trim())
  })
  const isOnly = [...holder.keys()].every((each) => each === name)
  return name !== undefined && (isOnly || hasText(holder) || hasNothing(holder)) ? shown(name, holder.get(name)) : undefined
}

function codeIn(holder: Holder): string | undefined {
  const name = codeNames.find((each) => holder.has(each) && !isHarmless(holder.get(each) ?? ''))
  return name !== undefined && hasText(holder) ? shown(name, holder.get(name)) : undefined
}

function statusIn(holder: Holder): Required<ErrorSign> | undefined {
  for (const name of statusNames) {
    const value = holder.get(name)
    const status = typeof value === 'number' || /^\d{3}$/.test(String(value)) ? Number(value) : 0
    if (status >= 400 && status <= 599 && hasText(holder)) return { sign: shown(name, value), status }
  }
  return undefined
}

/** What the words of an ERP say about the kind of its failure, where no status does. */
const byWords: readonly (readonly [RegExp, ErrorCode])[] = [
  [/too many (requests|calls)|rate.?limit|throttl|quota/i, 'remote.throttled'],
  [
    /invalid.?(token|credentials|api.?key)|token (has )?expired|session (has )?expired|unauthori[sz]ed|not authenticated|login failed/i,
    'setup.credentials-rejected',
  ],
  [/forbidden|permission|not authori[sz]ed|access denied|no access/i, 'setup.permission-missing'],
  [
    /time(d)?.?out|try again|(service|server|system|database|temporarily) (is )?(currently )?(unavailable|busy|overloaded|down)|deadlock|lock wait|internal (server )?error|maintenance mode/i,
    'remote.unavailable',
  ],
]

/** The failure that a sign stands for, with the ERP's words. `words` are the ERP's own, if the settings know where they are. */
export function toAnswerError(
  { place, status, url, text }: Pick<HttpResponse, 'place' | 'status' | 'url' | 'text'>,
  found: ErrorSign,
  words: string = extractErrorMessage(text),
): AppError {
  const code =
    found.status === undefined
      ? (byWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'setup.request-refused')
      : codeForStatus(found.status)
  const said = words === '' ? found.sign : words
  return new AppError(code, `${place}: the ERP reports a failure with HTTP ${status} (${found.sign}): ${said.slice(0, 200)}`, {
    details: { status, path: url.pathname, sign: found.sign, ...(words && { answer: words }) },
    ...(code === 'remote.throttled' && { retryAfterMs: 60_000 }),
  })
}

/** The body of an answer with a status of success as JSON. Throws the failure that it reports by convention. */
export function checkedJson(response: HttpResponse): unknown {
  const body = response.json()
  const found = errorSign(body)
  if (found) throw toAnswerError(response, found)
  return body
}
