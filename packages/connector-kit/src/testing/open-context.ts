import {
  type Connector,
  type ConnectorState,
  createSemaphore,
  type DataTypeId,
  type InboundRequest,
  type Inbox,
  type InboxDocument,
  type Logger,
  type OpenContext,
  type Page,
  type ProviderSettings,
  type PullRequest,
  type Session,
  systemClock,
} from '@linkspan/core/connector'

/** What a session under test has said to its logger. */
export interface Heard {
  readonly lines: string[]
  readonly logger: Logger
}

/** A logger that remembers each line as text. */
export function logCapture(): Heard {
  const lines: string[] = []
  const write = (fields: object, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  const logger: Logger = { debug: write, info: write, warn: write, error: write, child: () => logger }
  return { lines, logger }
}

/** What a connector keeps, in this process. */
export function createState(): ConnectorState & { readonly values: Map<string, string> } {
  const values = new Map<string, string>()
  return {
    values,
    read: async (names) => names.map((name) => values.get(name) ?? null),
    async write(changes) {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) values.delete(name)
        else values.set(name, value)
      }
    },
    async *entries() {
      yield* values
    },
  }
}

/** What an ERP has sent to a connection, in this process. */
export function createInbox(): Inbox & { add(dataType: DataTypeId, text: string): void; readonly waiting: () => number } {
  const queues = new Map<DataTypeId, InboxDocument[]>()
  let count = 0
  const of = (dataType: DataTypeId): InboxDocument[] => queues.get(dataType) ?? []
  return {
    add(dataType, text) {
      const position = String(++count).padStart(12, '0')
      queues.set(dataType, [...of(dataType), { position, text }])
    },
    waiting: () => [...queues.values()].flat().length,
    read: async (dataType, after, limit) =>
      of(dataType)
        .filter(({ position }) => after === null || position > after)
        .slice(0, limit),
    async remove(dataType, upTo) {
      queues.set(
        dataType,
        of(dataType).filter(({ position }) => position > upTo),
      )
    },
  }
}

export interface TestConnection {
  readonly credentials: Readonly<Record<string, unknown>>
  readonly settings?: Readonly<Record<string, unknown>>
}

/** The settings by the connector's own schema, and the enabled data types: as given, else all that it knows. */
function split(connector: Connector, { enabledDataTypes, ...settings }: ProviderSettings) {
  const known = Object.keys(connector.capabilities) as DataTypeId[]
  return {
    settings: connector.settings.parse(settings),
    enabledDataTypes: (enabledDataTypes as readonly DataTypeId[] | undefined) ?? known,
  }
}

/** Gives a connector what its ERP sends unasked, as the platform does. */
export async function receiveFor(connector: Connector, { credentials, settings = {} }: TestConnection, request: InboundRequest) {
  if (!connector.receive) throw new Error(`${connector.id} receives nothing`)
  const context = { ...split(connector, settings), credentials: connector.credentials.parse(credentials), clock: systemClock }
  return await connector.receive(request, context)
}

/** Opens a session as the platform does: credentials and settings go through the connector's own schemas. */
export function openFor(
  connector: Connector,
  { credentials, settings = {} }: TestConnection,
  overrides: Partial<OpenContext> = {},
): Promise<Session> {
  return connector.open({
    connectionId: 'erp_test',
    ...split(connector, settings),
    credentials: connector.credentials.parse(credentials),
    timeoutMs: 10_000,
    pageSize: 7,
    outbound: { allowPrivate: true },
    clock: systemClock,
    logger: logCapture().logger,
    acquireCall: unlimited,
    state: createState(),
    inbox: createInbox(),
    onCall: () => {},
    onSecret: () => {},
    signal: new AbortController().signal,
    ...overrides,
  })
}

/** `acquireCall` without a limit. */
export const unlimited: OpenContext['acquireCall'] = async () => ({ [Symbol.dispose]() {} })

/** `acquireCall` for so many calls at the same time. */
export function atMost(calls: number): OpenContext['acquireCall'] {
  const permits = createSemaphore(calls)
  return async () => {
    await permits.acquire()
    return { [Symbol.dispose]: permits.release }
  }
}

export const everything: PullRequest = { after: null, since: null }

/** All pages of one data type in one session. */
export async function readPages(session: Session, dataType: DataTypeId, request: PullRequest = everything): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of session.source(dataType).pages(request)) pages.push(page)
  return pages
}

export const idsOf = (pages: readonly Page[]): string[] => pages.flatMap(({ records }) => records.map(({ id }) => id))

/** Reads each page in a session of its own, as processes do that die after every page. */
export async function readResuming(open: () => Promise<Session>, dataType: DataTypeId, since: string | null = null): Promise<Page[]> {
  const pages: Page[] = []
  for (let after: PullRequest['after'] = null; ; ) {
    await using session = await open()
    for await (const page of session.source(dataType).pages({ after, since })) {
      pages.push(page)
      after = page.next
      break
    }
    if (after === null) return pages
  }
}
