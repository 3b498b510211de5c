import { readdirSync, readFileSync } from 'node:fs'

/** How many cases the corpus has, by the first folder of their paths. */
function countCases(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const path of readdirSync('test/corpus', { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('/expected.json') && !path.endsWith('.case.json')) continue
    const [folder = ''] = path.split('/')
    counts[folder] = (counts[folder] ?? 0) + 1
  }
  return counts
}

const titles = { http: 'answers over HTTP', files: 'files over SFTP', doi: "partners' messages" } as const

function describeCorpus(): string {
  const counts = countCases()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const parts = Object.entries(titles).map(([folder, title]) => `${counts[folder] ?? 0} with ${title}`)
  return `${all} cases: ${parts.join(', ')}`
}

const figure = /(<!-- corpus -->).*?(<!-- \/corpus -->)/s

/** A page with the number of cases in its place. */
export const withCorpusFigure = (path: string): string =>
  readFileSync(path, 'utf8').replace(figure, (_, open: string, close: string) => `${open}${describeCorpus()}${close}`)
