import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { AppError } from '../kernel/errors.ts'

/** One expression to be worked out for one record: for each of the values that it is to replace. */
export interface EvaluateRequest {
  readonly expression: string
  readonly raw: unknown
  readonly fields: unknown
  readonly values: readonly unknown[]
}

/** What the process answers: JSON for each value, undefined where the expression gives nothing. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly results: readonly (string | undefined)[] }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'late' }

/** What became of a question. */
type Outcome = Answer | { readonly kind: 'ended' }

/** Works expressions out, one after the other, however many ask at once. Disposing it ends its process. */
export interface Evaluator extends AsyncDisposable {
  /**
   * One result for each value. Throws a `RangeError` with words for people where the expression cannot do it with this record;
   * `setup.mapping-exhausting` where it took too much of too many.
   */
  workOut(question: EvaluateRequest): Promise<readonly unknown[]>
}

/** What one record's expression may take. It is a thousand times what an ordinary one does, so that a busy machine refuses nothing. */
const limitMs = 1000
/** What does not stop by itself then is ended. */
const endMs = 2000
const startMs = 30_000
const memoryMb = 128
/** An expression is not to blame for a strange record; for so many it is. */
const maxExhausting = 10

const program = fileURLToPath(new URL('./expression-process.js', import.meta.url))
const flags = [`--max-old-space-size=${memoryMb}`, '--disallow-code-generation-from-strings', '--disable-proto=delete']

/**
 * Expressions are programs of somebody else: they may run for ever, in a pattern or a built-in function too, or fill the memory. V8 ends
 * a whole process for that, not a thread. So they have a process of their own, with nothing in it that is worth having.
 */
export function createEvaluator(signal: AbortSignal): Evaluator {
  let child: ChildProcess | null = null
  let exhausting = 0

  const end = () => {
    child?.kill('SIGKILL')
    child = null
  }
  const refuse = (message: string): never => {
    exhausting += 1
    if (exhausting <= maxExhausting) throw new RangeError(message)
    throw new AppError('setup.mapping-exhausting', `${message}, with more than ${maxExhausting} records`)
  }
  const ask = async (question: EvaluateRequest): Promise<Outcome> => {
    try {
      if (!child || hasEnded(child)) child = await start(signal)
      return await answerOf(child, question, signal)
    } catch (thrown) {
      end()
      throw thrown
    }
  }

  async function evaluate(question: EvaluateRequest): Promise<readonly unknown[]> {
    const outcome = await ask(question)
    switch (outcome.kind) {
      case 'results':
        return outcome.results.map((json) => (json === undefined ? undefined : JSON.parse(json)))
      case 'fault':
        throw new RangeError(outcome.message)
      case 'late':
        return refuse(`The expression takes longer than ${limitMs} ms`)
      default:
        end()
        return refuse(`The expression takes more than ${endMs} ms or ${memoryMb} MB`)
    }
  }

  let turn: Promise<unknown> = Promise.resolve()
  return {
    /** An answer does not say which question it belongs to: the next is asked when it is there. */
    workOut(question) {
      const mine = turn.then(() => evaluate(question))
      turn = mine.catch(() => {})
      return mine
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
  child.on('error', () => {}) // what it means is seen at its end
  const outcome = await nextOf(child, startMs, signal)
  if (outcome.kind === 'ready') return child
  throw new AppError('internal.bug', 'The process for expressions does not start')
}

function answerOf(child: ChildProcess, question: EvaluateRequest, signal: AbortSignal): Promise<Outcome> {
  const answer = nextOf(child, endMs, signal)
  child.send(question, () => {}) // where it cannot be sent, the process has ended, which is an outcome too
  return answer
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

/** The next message of the process, or that it has ended, be it by us after `ms`. Rejects where `signal` aborts, and ends it then. */
function nextOf(child: ChildProcess, ms: number, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      child.off('message', onMessage)
      child.off('exit', onEnd)
      child.off('error', onEnd)
    }
    const settle = (outcome: Outcome) => {
      leave()
      resolve(outcome)
    }
    const onMessage = (message: unknown) => settle(message as Answer)
    const onEnd = () => settle({ kind: 'ended' })
    const abort = () => {
      leave()
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
