import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createState, logCapture, openFor } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, OpenContext, Page, PullRequest, Reject, Session } from '@linkspan/core/connector'
import { type SshdOptions, startSshd } from '@linkspan/simulators'
import { sftp } from '../connector.ts'

/** An SFTP server with one account, and the state that the connector keeps for it. */
export async function startSftpFixture(settings: Readonly<Record<string, unknown>> = {}, options: SshdOptions = {}) {
  const sshd = await startSshd(options)
  const { privateKey } = await sshd.authorize('ed25519')
  const state = createState()
  const logs = logCapture()
  const credentials = {
    sftpHost: sshd.host,
    sftpPort: sshd.port,
    sftpUsername: sshd.username,
    sftpPrivateKey: privateKey,
    sftpPath: sshd.folder,
    sftpHostFingerprint: sshd.fingerprint,
  }
  const at = (name: string) => join(sshd.folder, name)
  return {
    sshd,
    state,
    logs,
    credentials,
    at,
    /** Opens a session. All sessions share one state, as those of one connection do. */
    open: (overrides: Partial<OpenContext> = {}, more: Readonly<Record<string, unknown>> = {}, others: object = {}) =>
      openFor(
        sftp,
        { credentials: { ...credentials, ...others }, settings: { complete: { by: 'immediately' }, ...settings, ...more } },
        { state, logger: logs.logger, ...overrides },
      ),
    /** Writes a file into the folder, with the modification time `seconds` if given. */
    async put(name: string, content: string | Buffer, seconds?: number): Promise<void> {
      await mkdir(dirname(at(name)), { recursive: true })
      await writeFile(at(name), content)
      if (seconds !== undefined) await utimes(at(name), seconds, seconds)
      for (const path of [dirname(at(name)), at(name)]) await sshd.own(path)
    },
    get: (name: string) => readFile(at(name), 'utf8'),
    /** The relative paths of all files below the folder. */
    async files(): Promise<string[]> {
      const entries = await readdir(sshd.folder, { recursive: true, withFileTypes: true })
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(sshd.folder.length + 1))
        .sort()
    },
    [Symbol.asyncDispose]: () => sshd[Symbol.asyncDispose](),
  }
}
export type SftpFixture = Awaited<ReturnType<typeof startSftpFixture>>

export interface Pulled {
  readonly pages: Page[]
  readonly ids: string[]
  /** The error that ended the pull, if one did. */
  readonly failure?: { readonly code?: string; readonly message: string }
}

interface PullOptions extends Partial<PullRequest> {
  /** Stands in for the engine's validation. */
  readonly rejects?: (page: Page) => readonly Reject[]
  /** Stops after this many pages, before the last is acknowledged, as if the worker had died. */
  readonly maxPages?: number
}

/** Pulls as the engine does: one page ahead, acknowledging each page once it is stored. */
export async function pullAll(session: Session, dataType: DataTypeId, options: PullOptions = {}): Promise<Pulled> {
  const {
    rejects = () => [],
    maxPages = Number.POSITIVE_INFINITY,
    after = null,
    since = null,
    dryRun = false,
    hasMapping = false,
  } = options
  const pages: Page[] = []
  const ids = () => pages.flatMap(({ records }) => records.map(({ id }) => id))
  const iterator = session.source(dataType).pages({ after, since, dryRun, hasMapping })[Symbol.asyncIterator]()
  const ask = () => {
    const answer = iterator.next()
    answer.catch(() => {})
    return answer
  }
  try {
    for (let upcoming = ask(); ; ) {
      const { done, value } = await upcoming
      if (done) return { pages, ids: ids() }
      upcoming = ask()
      pages.push(value)
      if (pages.length >= maxPages) return { pages, ids: ids() }
      if (!dryRun) await value.onCommitted?.(rejects(value))
    }
  } catch (failure) {
    return { pages, ids: ids(), failure: failure as Error }
  }
}

/** CSV with the products from one number to another, both included. */
export const productRows = (from: number, to: number): string =>
  ['sku,name,price', ...Array.from({ length: to - from + 1 }, (_, at) => `A${from + at},Mug ${from + at},12.50`)].join('\n').concat('\n')

export const skus = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => `A${from + at}`)
