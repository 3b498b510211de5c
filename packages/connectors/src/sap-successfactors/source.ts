import { fromCursor, toCursor } from '@linkspan/connector-kit/odata/cursor'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { type Clock, type Page, type PullRequest, type RecordSource, type SourceRecord, toInstant } from '@linkspan/core/connector'
import type { Question, Reader } from './ask.ts'
import { readCodeNames } from './code-names.ts'
import { personLinks, personProperties, toEmployees } from './persons.ts'
import type { SfSettings } from './settings.ts'
import { toEmployee, userProperties } from './users.ts'
import type { RowContext } from './values.ts'

export interface SourceContext {
  readonly reader: Reader
  readonly root: URL
  readonly settings: SfSettings
  readonly companyId: string | undefined
  readonly clock: Clock
}

type Mapper = (rows: readonly Row[], context: RowContext) => Promise<readonly SourceRecord[]> | readonly SourceRecord[]

/** Employees by the entity set that the settings name. */
export const createEmployeeSource = (context: SourceContext): RecordSource =>
  context.settings.source === 'user' ? createUserSource(context) : createPersonSource(context)

/** The address of an entity set. */
export const setUrl = ({ root, settings: { path } }: Pick<SourceContext, 'root' | 'settings'>, standard: string): URL =>
  path === undefined ? new URL(standard, root) : new URL(path, path.startsWith('/') ? root.origin : root)

/** `User` shows active users only, unless a query names the status (docs/erp/sap-successfactors.md#users). */
function createUserSource(context: SourceContext): RecordSource {
  const { settings } = context
  const statuses = settings.userStatuses.map((letter) => `'${letter}'`).join(',')
  const question: Question = {
    set: setUrl(context, 'User'),
    select: userProperties,
    expand: ['manager'],
    filter: [`status in ${statuses}`],
    required: ['userId'],
  }
  return {
    incremental: true,
    pages: ({ after, since }) => {
      const from = toInstant(since)
      const asked = { ...question, since: from, isCounted: settings.countsRows && from === null }
      return pagesOf(asked, after, (rows, row) => rows.map((each) => toEmployee(each, row)), context)
    },
  }
}

/**
 * Persons of Employee Central with what hangs on them. A change of a job does not touch the person, so all are read every time
 * (docs/erp/sap-successfactors.md#employee-central).
 */
function createPersonSource(context: SourceContext): RecordSource {
  const { settings, clock } = context
  const today = clock.now().toISOString().slice(0, 10)
  const question: Question = {
    set: setUrl(context, 'PerPerson'),
    select: personProperties,
    expand: personLinks,
    required: ['personIdExternal', 'employmentNav/userId'],
    parameters: settings.futureHires ? { fromDate: today, toDate: '9999-12-31' } : {},
  }
  let names: ReturnType<typeof readCodeNames> | undefined
  return {
    incremental: false,
    pages: ({ after }) =>
      pagesOf(
        question,
        after,
        async (rows, row) => {
          names ??= readCodeNames(context)
          const known = await names
          return rows.flatMap((each) => toEmployees(each, known, row))
        },
        context,
      ),
  }
}

async function* pagesOf(question: Question, after: PullRequest['after'], map: Mapper, context: SourceContext): AsyncGenerator<Page> {
  const { reader, companyId, clock, settings } = context
  const position = after === null ? null : fromCursor(after, question.set.origin)
  let told = position?.total
  for await (const { rows, next, total, serverTime } of reader.pages(question, position)) {
    const hasFallen = told !== undefined && total !== undefined && total < told
    told = total ?? told
    const today = (serverTime ?? clock.now().toISOString()).slice(0, 10)
    const records = await map(rows, { companyId, today, statuses: settings.statuses ?? {} })
    yield {
      records,
      next: next && toCursor(next),
      total,
      serverTime,
      ...(hasFallen && { partial: true }),
      ...(reader.dropped().length > 0 && { warnings: reader.dropped().map(droppedWords) }),
    }
  }
}

const droppedWords = (property: string): string =>
  `${property} is not shown to this user, so it is left out: the permission role lacks the field, or the tenant does not have it`
