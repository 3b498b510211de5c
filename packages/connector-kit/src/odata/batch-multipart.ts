import { randomUUID } from 'node:crypto'
import { AppError } from '@linkspan/core/connector'
import { stringify } from 'lossless-json'
import { type BatchAnswer, type BatchBody, type BatchPart, type BatchRequest, isChangeset } from './batch.ts'

const newLine = '\r\n'

/** A `$batch` as multipart/mixed, which both versions of OData take. Nothing in it may be a GET inside of a changeset. */
export function buildMultipartBatch(parts: readonly BatchPart[]): BatchBody {
  const boundary = `batch_${randomUUID()}`
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: multipart(boundary, parts.map(toPart)) }
}

function toPart(part: BatchPart): string {
  if (!isChangeset(part)) return requestPart(part)
  const boundary = `changeset_${randomUUID()}`
  return [`Content-Type: multipart/mixed; boundary=${boundary}`, '', multipart(boundary, part.changeset.map(requestPart))].join(newLine)
}

const multipart = (boundary: string, parts: readonly string[]): string =>
  [...parts.map((part) => `--${boundary}${newLine}${part}`), `--${boundary}--`, ''].join(newLine)

function requestPart({ id, method, path, headers = {}, body }: BatchRequest): string {
  const content = body === undefined ? '' : (stringify(body) ?? '')
  const own = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    `Content-ID: ${id}`,
    '',
    `${method} ${path} HTTP/1.1`,
    ...Object.entries(own).map(([name, value]) => `${name}: ${value}`),
    '',
    content,
  ].join(newLine)
}

/**
 * The answers of a multipart `$batch`, in the order of the requests: one for each request, and for each changeset a list. A changeset that
 * has failed has a list of one: the failure of all of it. Throws `setup.answer-unexpected` if the text is something else.
 */
export function parseMultipartBatch(contentType: string | undefined, body: Uint8Array): readonly (BatchAnswer | readonly BatchAnswer[])[] {
  return readParts(contentType, Buffer.from(body).toString('latin1')).map((part) => {
    const type = part.headers['content-type']
    if (!/^multipart\/mixed/i.test(type ?? '')) return readAnswer(part)
    return readParts(type, part.content).map(readAnswer)
  })
}

/** The answers to a batch part by part: what came for a changeset is a list, even if the server answers all of it at once. */
export const answersTo = (part: BatchPart, answer: BatchAnswer | readonly BatchAnswer[] | undefined): readonly BatchAnswer[] =>
  answer === undefined ? [] : isChangeset(part) || Array.isArray(answer) ? [answer].flat() : [answer as BatchAnswer]

interface Part {
  readonly headers: Readonly<Record<string, string>>
  readonly content: string
}

/** The parts of a text in latin1, so that each character is a byte. Line ends may lack their CR. */
function readParts(contentType: string | undefined, text: string): readonly Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i
    .exec(contentType ?? '')
    ?.slice(1)
    .find(Boolean)
  if (!/^multipart\/mixed/i.test(contentType ?? '') || boundary === undefined) throw unexpected('it is not multipart/mixed')
  const marker = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pieces = `\n${text}`.split(new RegExp(`\\r?\\n--${marker}(?=--|[ \\t]*\\r?\\n)`))
  if (pieces.length < 2 || !pieces.at(-1)?.startsWith('--')) throw unexpected('its end is missing')
  return pieces.slice(1, -1).map((piece) => splitHead(piece.replace(/^[ \t]*\r?\n/, '')))
}

function splitHead(text: string): Part {
  const [head = ''] = /^(?:[^\r\n]+\r?\n)*/.exec(text) ?? []
  const lines = head.split(/\r?\n/).filter((line) => line.includes(':'))
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  return { headers: Object.fromEntries(headers), content: text.slice(head.length).replace(/^\r?\n/, '') }
}

function readAnswer({ headers, content }: Part): BatchAnswer {
  const [, line = '', status] = /^\s*(HTTP\/\d\.\d (\d{3})[^\r\n]*\r?\n)/.exec(content) ?? []
  if (status === undefined) throw unexpected('a part of it is no HTTP answer')
  const inner = splitHead(content.trimStart().slice(line.length))
  return {
    id: headers['content-id'] ?? inner.headers['content-id'] ?? null,
    status: Number(status),
    headers: inner.headers,
    text: Buffer.from(inner.content, 'latin1').toString('utf8').trim(),
  }
}

const unexpected = (why: string): AppError => new AppError('setup.answer-unexpected', `The answer to $batch cannot be read: ${why}`)
