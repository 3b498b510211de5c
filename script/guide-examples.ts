import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Example {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** Ids stand in for the guide's variables. */
const ids: Readonly<Record<string, string>> = {
  CONNECTION: 'erp_2v7k0q9x4m1c8d3f',
  CONFIG: 'sync_2v7k0q9x4m1c8d3f_orders_pull',
  CONFLICT: 'conflict_2v7k0q9x4m1c8d3f0mjx3c5wqa1b2c3',
  KEY: 'a-long-random-secret',
  REJECT: 'reject_2v7k0q9x4m1c8d3f_products_R1MtMTAwMDAwMA',
  INCIDENT: 'inc_0mjx3c5wqa1b2c3',
  UNTIL: '2026-08-03T06:00:00.000Z',
  LOG: 'log_2v7k0q9x4m1c8d3f',
  ERP: 'https://erp.example.com',
  HOOK: 'hook_2v7k0q9x4m1c8d3f',
  ROUTE: 'route_2v7k0q9x4m1c8d3f',
  SHOP: 'https://shop.example.com/linkspan',
}

const withIds = (text: string): string => text.replace(/\$(\w+)/g, (whole, name: string) => ids[name] ?? whole)

/** A call of the guide that sends a body and is answered with 2xx: those that show a refusal do not use `call`. */
const command = /\bcall ((?:(?!\bcall |\bcurl |\n\n)[\s\S])*?)"\$API(\/[^"?]*)[^"]*"[\s\\]+-d '((?:[^']|'"[^']*"')*)'/g

/** The requests of the API guide that have a body, each body once for its route. */
export function readGuideExamples(): readonly Example[] {
  const guide = readFileSync(join(import.meta.dirname, '../docs/api-guide.md'), 'utf8')
  const found = [...guide.matchAll(command)].map(([, options = '', path = '', body = '']): Example => {
    const method = /-X (\w+)/.exec(options)?.[1] ?? 'POST'
    return { method, path: withIds(path), body: JSON.parse(withIds(body.replace(/'"(\$\w+)"'/g, '$1'))) }
  })
  const texts = found.map((example) => JSON.stringify(example))
  return found.filter((_, at) => texts.indexOf(texts[at] ?? '') === at)
}

/** The module that the API reads them from: a release does not contain the guide. */
export const printGuideExamples = (): string => `// Generated from docs/api-guide.md by "pnpm generate".

export const guideExamples: readonly { readonly method: string; readonly path: string; readonly body: unknown }[] = [
${readGuideExamples()
  .map((example) => `  ${JSON.stringify(example)},`)
  .join('\n')}
]
`
