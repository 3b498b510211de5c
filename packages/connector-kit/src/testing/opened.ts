import {
  type Connector,
  type DataTypeId,
  dataTypes,
  type OpenContext,
  type Page,
  type PullRequest,
  type RecordSink,
  type Session,
  type SourceRecord,
} from '@linkspan/core/connector'
import { everything, openFor, readPages, type TestConnection } from './open-context.ts'

interface ReadRecords {
  readonly pages: readonly Page[]
  readonly records: readonly SourceRecord[]
}

/** A simulated ERP and a session with it. Disposing ends both. */
export interface Opened<Erp> extends AsyncDisposable {
  readonly erp: Erp
  readonly session: Session
  /** Of orders. */
  readonly sink: RecordSink
  /** Everything by default; `since`: what has changed. */
  read(dataType: DataTypeId, since?: string | null, more?: Partial<PullRequest>): Promise<ReadRecords>
}

/** What tests may say of the session that they open. */
export interface Opening {
  readonly settings?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

export async function openWith<Erp extends AsyncDisposable>(
  erp: Erp,
  connector: Connector,
  connection: TestConnection,
  context: Partial<OpenContext> = {},
): Promise<Opened<Erp>> {
  const session = await openFor(connector, connection, { pageSize: 100, timeoutMs: 5000, ...context })
  return {
    erp,
    session,
    sink: session.sink?.('orders') as RecordSink,
    async read(dataType, since = null, more = {}) {
      const pages = await readPages(session, dataType, { ...everything, since, ...more })
      return { pages, records: pages.flatMap(({ records }) => records) }
    },
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await erp[Symbol.asyncDispose]()
    },
  }
}

/** A record's fields as the platform keeps them. Throws if they are invalid. */
export const canonical = (dataType: DataTypeId, { fields }: SourceRecord): Record<string, unknown> =>
  dataTypes[dataType].schema.parse(fields) as Record<string, unknown>
