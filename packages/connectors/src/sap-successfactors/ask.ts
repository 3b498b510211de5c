import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { Position } from '@linkspan/connector-kit/odata/cursor'
import { instantLiteral, textLiteral } from '@linkspan/connector-kit/odata/literals'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { withParameters } from '@linkspan/connector-kit/odata/query'
import { type AppError, type Logger, toAppError } from '@linkspan/core/connector'

/** What is asked of an entity set. */
export interface Question {
  readonly set: URL
  readonly select: readonly string[]
  readonly expand?: readonly string[]
  readonly filter?: readonly string[]
  /** Only what changed at this time or later. */
  readonly since?: string | null
  /** Properties without which a row is of no use. */
  readonly required: readonly string[]
  readonly parameters?: Readonly<Record<string, string>>
  readonly isCounted?: boolean
}

export interface Asking {
  readonly http: Pick<ErpHttp, 'call'>
  readonly pageSize: number
  readonly paging: 'cursor' | 'snapshot'
  readonly logger: Logger
}

/** SuccessFactors gives no more rows in a page (docs/erp/sap-successfactors.md#paging). */
const maxPageSize = 1000

/** How a time is written in a filter: tenants differ in what they take (docs/erp/sap-successfactors.md#changes). */
const timeLiterals: readonly ((iso: string) => string)[] = [
  (iso) => instantLiteral('v2', iso),
  textLiteral,
  (iso) => `datetime'${iso.replace(/Z$/, '')}'`,
]

/** What a session has found out about its tenant. */
interface Learned {
  /** Properties that the user may not see, or that the tenant does not have. */
  readonly dropped: Set<string>
  /** Which of the literals the tenant takes. */
  literal: number
}

export interface Reader {
  /** Reads page by page along the server's links; `after` is where a page before ended. */
  pages(question: Question, after: Position | null): AsyncGenerator<ODataPage>
  /** The properties that were asked for in vain, each once. */
  dropped(): readonly string[]
}

const headers = { accept: 'application/json' } as const

export function createReader({ http, pageSize, paging, logger }: Asking): Reader {
  const learned: Learned = { dropped: new Set(), literal: 0 }

  function firstPage({ set, select, expand = [], filter = [], since = null, parameters = {}, isCounted = false }: Question): URL {
    const literal = timeLiterals[learned.literal] ?? instantLiteral.bind(null, 'v2')
    const conditions = [...filter, ...(since === null ? [] : [`lastModifiedDateTime ge ${literal(since)}`])]
    const asked = select.filter((name) => !learned.dropped.has(name))
    const links = expand.filter((link) => asked.some((name) => name.startsWith(`${link}/`)))
    return withParameters(
      set,
      new Map([
        ['$format', 'json'],
        ['paging', paging],
        ['customPageSize', String(Math.min(pageSize, maxPageSize))],
        ['$select', asked.join(',')],
        ...(links.length > 0 ? [['$expand', links.join(',')] as const] : []),
        ...(conditions.length > 0 ? [['$filter', conditions.join(' and ')] as const] : []),
        ...(isCounted ? [['$inlinecount', 'allpages'] as const] : []),
        ...Object.entries(parameters),
      ]),
    )
  }

  /** Learns from a refusal (docs/erp/sap-successfactors.md#missing-fields); false if there is nothing to learn from it. */
  function learnFrom(error: AppError, question: Question): boolean {
    if (error.code !== 'setup.request-refused' && error.code !== 'setup.permission-missing') return false
    const words = `${error.message} ${typeof error.details.answer === 'string' ? error.details.answer : ''}`
    const property = question.select.find((name) => !learned.dropped.has(name) && !question.required.includes(name) && isNamed(name, words))
    if (property !== undefined) {
      learned.dropped.add(property)
      logger.warn({ property, set: question.set.pathname }, 'SuccessFactors does not show a property to this user: it is left out')
      return true
    }
    if (question.since === null || question.since === undefined || error.code !== 'setup.request-refused') return false
    if (learned.literal + 1 >= timeLiterals.length) return false
    learned.literal += 1
    return true
  }

  return {
    dropped: () => [...learned.dropped],
    async *pages(question, after) {
      for (let isFirst = true; ; ) {
        try {
          const first = firstPage(question)
          for await (const page of readPages({ http, first, headers, parameters: new Map(), after, linksOnly: true })) {
            isFirst = false
            yield page
          }
          return
        } catch (thrown) {
          if (!isFirst || after !== null || !learnFrom(toAppError(thrown), question)) throw thrown
        }
      }
    },
  }
}

/** Whether an error names a property, as in `User/hireDate` or `'hireDate'`. Of a path it may name the last part alone. */
function isNamed(path: string, words: string): boolean {
  const parts = path.split('/')
  return [path, parts.at(-1) ?? '', ...(parts.length > 1 ? [parts[0] ?? ''] : [])].some((name) =>
    new RegExp(`(^|[^\\w])${name}([^\\w]|$)`).test(words),
  )
}
