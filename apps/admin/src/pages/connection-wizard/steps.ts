export const steps = ['what', 'access', 'test', 'data', 'rhythm'] as const
export type Step = (typeof steps)[number]

/** Reads the step from the search parameters of an address; the first one if it names none. */
export const readStep = ({ step }: Readonly<Record<string, unknown>>): { step?: Step } => {
  const known = steps.find((name) => name === step)
  return known ? { step: known } : {}
}

const ofRhythm = ['syncSchedule', 'timezone']

/** The step that shows the field at a path. */
export function stepOf(path: string): Step {
  const [part, name = ''] = path.split('.')
  if (part === 'credentials') return 'access'
  if (part === 'name' || part === 'provider' || part === 'method' || part === 'connectionMethod') return 'what'
  return ofRhythm.includes(name) ? 'rhythm' : 'data'
}
