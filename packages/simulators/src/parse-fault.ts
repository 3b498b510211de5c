import { type Fault, faultKinds } from './faults.ts'

const checks: Record<string, (value: unknown) => boolean> = {
  kind: (value) => (faultKinds as readonly unknown[]).includes(value),
  times: (value) => value === 'always' || isCount(value),
  after: isCount,
  path: (value) => typeof value === 'string',
  method: (value) => typeof value === 'string',
  every: (value) => isCount(value) && value !== 0,
  references: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  status: (value) => isCount(value) && (value as number) >= 400 && (value as number) < 600,
  delayMs: isCount,
  retryAfterSeconds: isCount,
  retryAfterAsDate: (value) => typeof value === 'boolean',
  location: (value) => typeof value === 'string',
  move: (value) => value === 'touch' || value === 'delete',
  records: isCount,
  by: isCount,
  chunkBytes: isCount,
  intervalMs: isCount,
}

/** Parses a fault from JSON. A path like `/page=2$/` is a regular expression. Throws an Error that says what is wrong. */
export function parseFault(text: string): Fault {
  const given: unknown = JSON.parse(text)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Error('A fault is a JSON object.')
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (!check) throw new Error(`A fault has no "${name}". It has: ${Object.keys(checks).join(', ')}.`)
    if (!check(value)) throw new Error(`The value of "${name}" is not valid.${name === 'kind' ? ` Kinds: ${faultKinds.join(', ')}.` : ''}`)
  }
  if (!('kind' in given)) throw new Error(`"kind" is missing. Kinds: ${faultKinds.join(', ')}.`)
  const fault = given as Fault
  const expression = typeof fault.path === 'string' ? /^\/(.+)\/$/.exec(fault.path)?.[1] : undefined
  return expression === undefined || !/[\\^$*+?()[\]|]/.test(expression) ? fault : { ...fault, path: new RegExp(expression) }
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}
