import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '../kernel/errors.ts'

/** Asks to evaluate an expression for one record, once for each value that it replaces. */
export interface EvaluateRequest {
  readonly expression: string
  readonly raw: unknown
  readonly fields: unknown
  readonly values: readonly unknown[]
}

/** What the process answers. `results` holds JSON for each value, or undefined if the expression returned nothing. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly results: readonly (string | undefined)[] }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'late' }

/** The answer, or that the process ended without one. */
type Outcome = Answer | { readonly kind: 'ended' }

/** Evaluates expressions in a process of their own, one request after the other. Disposing it ends the process. */
export interface Evaluator extends AsyncDisposable {
  /**
   * Returns one result for each value. Throws a `RangeError` with a message for people if the expression fails for this record, and
   * `setup.mapping-exhausting` if it took too much time or memory for too many records.
   */
  evaluate(request: EvaluateRequest): Promise<readonly unknown[]>
}

/** The time for one record. An ordinary expression takes a thousandth of it, so a busy machine does not matter. */
const limitMs = 1000
/** JSONata stops most expressions at `limitMs`. If it has not by now, the process is killed. */
const killMs = 2000
const startMs = 30_000
const memoryMb = 128
/** A few such records are rejected as strange. With more of them the expression itself is refused. */
const maxExhausting = 10

const program = fileURLToPath(new URL('./expression-process.js', import.meta.url))
const flags = [`--max-old-space-size=${memoryMb}`, '--disallow-code-generation-from-strings', '--disable-proto=delete']

/**
 * An expression is somebody else's program: it may run for ever, even inside a pattern or a built-in function, or fill the memory. When
 * memory is full V8 ends the whole process, not only a thread. So expressions run in a process of their own, which holds no secrets.
 */
export function createEvaluator(signal: AbortSignal): Evaluator {
  let child: ChildProcess | null = null
  let exhausting = 0

  const end = () => {
    child?.kill('SIGKILL')
    child = null
  }
  const fail = (message: string): never => {
    exhausting += 1
    if (exhausting <= maxExhausting) throw new RangeError(message)
    throw new AppError('setup.mapping-exhausting', `${message}, with more than ${maxExhausting} records`)
  }
  const ask = async (request: EvaluateRequest): Promise<Outcome> => {
    try {
      if (!child || hasEnded(child)) child = await start(signal)
      return await answerOf(child, request, signal)
    } catch (thrown) {
      end()
      throw thrown
    }
  }

  async function evaluate(request: EvaluateRequest): Promise<readonly unknown[]> {
    const outcome = await ask(request)
    switch (outcome.kind) {
      case 'results':
        return outcome.results.map((json) => (json === undefined ? undefined : JSON.parse(json)))
      case 'fault':
        throw new RangeError(outcome.message)
      case 'late':
        return fail(`The expression takes longer than ${limitMs} ms`)
      default:
        end()
        return fail(`The expression takes more than ${killMs} ms or ${memoryMb} MB`)
    }
  }

  let previous: Promise<unknown> = Promise.resolve()
  return {
    /** An answer does not name its request, so the next request is sent only after the answer to the one before. */
    evaluate(request) {
      const result = previous.then(() => evaluate(request))
      previous = result.catch(() => {})
      return result
    },
    async [Symbol.asyncDispose]() {
      end()
    },
  }
}

async function start(signal: AbortSignal): Promise<ChildProcess> {
  const child = fork(program, [String(limitMs)], {
    execArgv: flags,
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  child.on('error', () => {}) // nextOf sees that the process has ended
  const outcome = await nextOf(child, startMs, signal)
  if (outcome.kind === 'ready') return child
  throw new AppError('internal.bug', 'The process for expressions did not start')
}

function answerOf(child: ChildProcess, request: EvaluateRequest, signal: AbortSignal): Promise<Outcome> {
  const answer = nextOf(child, killMs, signal)
  child.send(request, () => {}) // if it cannot be sent, the process has ended, which is an outcome too
  return answer
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/**
 * Resolves with the next message of the process, or with `ended` when it ends; after `ms` it is killed. When `signal` aborts, the process is
 * killed and the promise rejects.
 */
function nextOf(child: ChildProcess, ms: number, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const removeListeners = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      child.off('message', onMessage)
      child.off('exit', onEnd)
      child.off('error', onEnd)
    }
    const finish = (outcome: Outcome) => {
      removeListeners()
      resolve(outcome)
    }
    const onMessage = (message: unknown) => finish(message as Answer)
    const onEnd = () => finish({ kind: 'ended' })
    const abort = () => {
      removeListeners()
      child.kill('SIGKILL')
      reject(signal.reason)
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    child.on('message', onMessage)
    child.on('exit', onEnd)
    child.on('error', onEnd)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}
