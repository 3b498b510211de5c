import process from 'node:process'
import { Worker } from 'node:worker_threads'
import jsonata from 'jsonata'

/**
 * The program of the process in which expressions are worked out: one question after the other. It is given rows and expressions and
 * nothing else: no environment, no credentials. Its parent ends it where a question takes too much time; V8 does for memory.
 *
 * @typedef {import('./evaluator.ts').EvaluateRequest} EvaluateRequest
 * @typedef {import('./evaluator.ts').Answer} Answer
 */

const maxResultLength = 100_000
const maxMessageLength = 300
const stack = 500
const sequence = 100_000
const timeout = Number(process.argv[2])

/** @type {Map<string, jsonata.Expression>} */
const compiled = new Map()

/** @param {string} text */
function compile(text) {
  const known = compiled.get(text)
  if (known) return known
  const made = jsonata(text, { timeout, stack, sequence })
  compiled.set(text, made)
  return made
}

/** @param {unknown} result */
function toJson(result) {
  const json = isFunction(result) ? undefined : JSON.stringify(result, (_, inner) => (isFunction(inner) ? undefined : inner))
  if (result !== undefined && json === undefined) throw new Error('The expression gives a function, not a value')
  if (json !== undefined && json.length > maxResultLength) throw new Error(`The expression gives more than ${maxResultLength} characters`)
  return json
}

/** @param {unknown} value */
function isFunction(value) {
  return (
    typeof value === 'function' ||
    (typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value))
  )
}

/**
 * @param {EvaluateRequest} question
 * @returns {Promise<Answer>}
 */
async function workOut({ expression, raw, fields, values }) {
  try {
    const results = []
    for (const [index, value] of values.entries()) results.push(toJson(await compile(expression).evaluate(raw, { value, fields, index })))
    return { kind: 'results', results }
  } catch (thrown) {
    const { code, message } = /** @type {{ code?: string, message?: string }} */ (thrown)
    if (code === 'D1012') return { kind: 'late' }
    return { kind: 'fault', message: String(message).slice(0, maxMessageLength) }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {}) // its parent says when
new Worker(new URL('./expression-guard.js', import.meta.url), { execArgv: [], env: {} })
process.on('disconnect', () => process.exit())
process.on('message', async (question) => {
  const answer = await workOut(/** @type {EvaluateRequest} */ (question))
  process.send?.(answer)
})
process.send?.({ kind: 'ready' })
