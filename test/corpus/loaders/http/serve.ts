import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fill } from './fill.ts'
import { pageOf, rowsOf } from './page-of.ts'
import type { Script, ScriptedAnswer } from './script.ts'

/** What one ERP has been asked, and what it has become. */
export interface ScriptedErp {
  script: Script
  /** Requests since the run began, by method and path. */
  calls: Map<string, number>
  /** The bodies of all writes. */
  readonly writes: unknown[]
  readonly stored: Readonly<Record<string, unknown>>[]
}

export interface Request {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

const isFor = ({ to }: ScriptedAnswer, { method, path, query }: Request, call: number): boolean =>
  (to.method === undefined || to.method === method) &&
  (to.path === undefined || to.path === path) &&
  (to.call === undefined || to.call === call) &&
  Object.entries(to.query).every(([name, value]) => query.get(name) === value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

type Reply = Pick<ScriptedAnswer, 'status' | 'headers' | 'lost'> & { readonly bytes: Buffer; readonly isJson: boolean }

function toReply(answer: Omit<ScriptedAnswer, 'to'>, values: Readonly<Record<string, unknown>>): Reply {
  const { status, lost, text, base64, body } = answer
  const filled = Object.entries(fill(answer.headers, values) as ScriptedAnswer['headers'])
  const headers = Object.fromEntries(filled.filter(([, value]) => value !== undefined && value !== null))
  if (base64 !== undefined) return { status, lost, headers, bytes: Buffer.from(base64, 'base64'), isJson: true }
  if (text !== undefined) return { status, lost, headers, bytes: Buffer.from(text), isJson: false }
  const json = body === undefined ? '' : JSON.stringify(fill(body, values))
  return { status, lost, headers, bytes: Buffer.from(json), isJson: true }
}

/** The reply to one request: a scripted one, or a page of the list; the list has what was stored too. */
export function reply(erp: ScriptedErp, request: Request, base: string): Reply {
  const { script, calls, stored, writes } = erp
  const key = `${request.method} ${request.path}`
  const call = (calls.get(key) ?? 0) + 1
  calls.set(key, call)
  const body = parsed(request.body)
  if (!['GET', 'HEAD'].includes(request.method)) writes.push(body)
  const answer = script.answers.find((each) => isFor(each, request, call))
  const number = stored.length + (answer?.store ? 1 : 0)
  const values = { body, call, number, base, writes: writes.length, query: Object.fromEntries(request.query) }
  if (answer?.store) stored.push(fill(answer.store, values) as Record<string, unknown>)
  const list = { ...script, rows: [...rowsOf(script), ...stored] }
  const page = pageOf(list, request.query, `${base}${request.path}`)
  if (answer) return toReply(answer, { ...('values' in page ? page.values : {}), ...values })
  return 'answer' in page
    ? toReply(page.answer, values)
    : toReply({ status: 200, lost: false, headers: script.headers, body: script.body }, { ...page.values, ...values })
}

export interface ScriptServer extends AsyncDisposable {
  readonly url: string
  /** Adds an ERP, below the path that is returned. */
  add(erp: ScriptedErp): string
}

/** A server of many scripted ERPs, each below a path of its own. */
export async function startScriptServer(): Promise<ScriptServer> {
  const erps = new Map<string, ScriptedErp>()
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', 'http://erp')
    const [, name = '', ...rest] = url.pathname.split('/')
    const erp = erps.get(name)
    const asked = {
      method: request.method ?? 'GET',
      path: `/${rest.join('/')}`,
      query: url.searchParams,
      body: Buffer.concat(chunks).toString(),
    }
    const given = erp && reply(erp, asked, `/${name}`)
    if (!given) return void response.writeHead(404).end()
    if (given.lost) return void response.destroy()
    const type = { 'content-type': given.isJson ? 'application/json' : 'text/plain' }
    response.writeHead(given.status, { ...type, ...given.headers, 'content-length': given.bytes.length }).end(given.bytes)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => response.writeHead(500).end(String(thrown)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    add(erp) {
      const name = `case-${erps.size + 1}`
      erps.set(name, erp)
      return `${url}/${name}`
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
