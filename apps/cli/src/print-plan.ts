import { type Step, shownValue } from './plan.ts'

const signs = { create: '+', change: '~', delete: '-' } as const

/** The plan in lines: each step with its differences. */
export function printPlan(steps: readonly Step[]): string {
  if (steps.length === 0) return 'Nothing to do: the installation is as the file says.\n'
  const blocks = steps.map(({ kind, what, title, differences }) => {
    const lines = differences.map(({ path, before, after }) =>
      kind === 'create' ? `    ${path}: ${shownValue(after)}` : `    ${path}: ${shownValue(before)} → ${shownValue(after)}`,
    )
    return [`${signs[kind]} ${what} ${title}`, ...lines].join('\n')
  })
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  return `${blocks.join('\n')}\n\n${count('create')} to create, ${count('change')} to change, ${count('delete')} to delete.\n`
}
