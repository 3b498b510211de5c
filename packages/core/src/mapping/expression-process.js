import process from 'node:process'
import { Worker } from 'node:worker_threads'
import jsonata from 'jsonata'

/**
 * The program of the process that evaluates expressions, one request after the other. It gets rows and expressions, but no environment
 * and no credentials. If a request takes too much time its parent kills it; if it takes too much memory V8 does.
 *
 * @typedef {import('./evaluator.ts').EvaluateRequest} EvaluateRequest
 * @typedef {import('./evaluator.ts').Answer} Answer
 */

const maxResultLength = 100_000
const maxMessageLength = 300
const maxStack = 500
const maxSequence = 100_000
const timeout = Number(process.argv[2])

/** @type {Map<string, jsonata.Expression>} */
const compiled = new Map()

/** @param {string} text */
function compile(text) {
  const known = compiled.get(text)
  if (known) return known
  const expression = jsonata(text, { timeout, stack: maxStack, sequence: maxSequence })
  compiled.set(text, expression)
  return expression
}

/** @param {unknown} result */
function toJson(result) {
  const json = isFunction(result) ? undefined : JSON.stringify(result, (_, inner) => (isFunction(inner) ? undefined : inner))
  if (result !== undefined && json === undefined) throw new Error('The expression returns a function, not a value')
  if (json !== undefined && json.length > maxResultLength) throw new Error(`The expression returns more than ${maxResultLength} characters`)
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
 * @param {EvaluateRequest} request
 * @returns {Promise<Answer>}
 */
async function evaluate({ expression, raw, fields, values }) {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {}) // only its parent ends it
new Worker(new URL('./expression-guard.js', import.meta.url), { execArgv: [], env: {} })
process.on('disconnect', () => process.exit())
process.on('message', async (request) => {
  const answer = await evaluate(/** @type {EvaluateRequest} */ (request))
  process.send?.(answer)
})
process.send?.({ kind: 'ready' })
