import type { Answer, Exchange } from '../../exchange.ts'

/** One request within a batch. */
export interface InnerRequest {
  readonly method: string
  /** Path and query, relative to the service root. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface BatchHandler {
  /** Answers one request as if it had come by itself. */
  answer(request: InnerRequest): Answer
  /** Does `work` wholly or not at all: if it fails, what it has changed is taken back. */
  atomically<Result>(work: () => Result, hasFailed: (result: Result) => boolean): Result
  /** What is thrown if the batch is no multipart/mixed. */
  unsupported(message: string): Error
  /** Whether what follows a part that failed is answered too. Default: true. */
  readonly goesOn?: boolean
}

const newLine = '\r\n'
const isGood = ({ status }: Answer): boolean => status < 300

/** Answers `$batch` (multipart/mixed). Of a changeset that fails there is one answer, the failure. */
export function answerBatch({ headers, body }: Exchange, handler: BatchHandler): Answer {
  const boundary = boundaryOf(headers['content-type'])
  if (boundary === undefined) throw handler.unsupported('The content type must be multipart/mixed.')
  const { goesOn = true } = handler
  let hasFailed = false
  const parts = partsOf(body, boundary).flatMap((part): Written | readonly Written[] => {
    if (hasFailed && !goesOn) return []
    const inner = boundaryOf(part.headers['content-type'])
    if (inner === undefined) {
      const answer = handler.answer(requestIn(part.content))
      hasFailed ||= !isGood(answer)
      return httpPart(answer, part.headers['content-id'])
    }
    const requests = partsOf(part.content, inner)
    const answers = handler.atomically(
      () => answerUntilFailure(requests, handler),
      (given) => given.some(({ answer }) => !isGood(answer)),
    )
    const failed = answers.find(({ answer }) => !isGood(answer))
    hasFailed ||= failed !== undefined
    const shown = failed ? [failed] : answers
    return multipart(
      'changesetresponse_1',
      shown.map(({ answer, id }) => httpPart(answer, id)),
    )
  })
  const whole = multipart('batchresponse_1', parts)
  return { status: 200, headers: { 'content-type': whole.type }, body: whole.content }
}

interface Part {
  readonly headers: Readonly<Record<string, string>>
  readonly content: string
}

function answerUntilFailure(requests: readonly Part[], { answer }: BatchHandler) {
  const answers: { readonly answer: Answer; readonly id: string | undefined }[] = []
  for (const { headers, content } of requests) {
    const given = answer(requestIn(content))
    answers.push({ answer: given, id: headers['content-id'] })
    if (!isGood(given)) break
  }
  return answers
}

const boundaryOf = (type: string | undefined): string | undefined => /^multipart\/mixed;.*boundary="?([^";\s]+)/i.exec(type ?? '')?.[1]

function partsOf(text: string, boundary: string): readonly Part[] {
  const pieces = text.split(new RegExp(`(?:^|\\r\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:--)?\\r\\n`))
  return pieces.slice(1, -1).map(headAndRest)
}

function headAndRest(text: string): Part {
  const end = text.indexOf(`${newLine}${newLine}`)
  const lines = text.slice(0, end).split(newLine)
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  return { headers: Object.fromEntries(headers), content: text.slice(end + 4) }
}

function requestIn(text: string): InnerRequest {
  const [, method = '', target = ''] = /^(\w+) (\S+) HTTP\/1\.1\r\n/.exec(text) ?? []
  const { headers, content } = headAndRest(text.slice(text.indexOf(newLine) + 2))
  return { method, target, headers, body: content.trim() }
}

interface Written {
  readonly type: string
  readonly content: string
  readonly id?: string | undefined
}

const httpPart = ({ status, headers, body }: Answer, id: string | undefined): Written => ({
  type: 'application/http',
  id,
  content: [
    `HTTP/1.1 ${status} ${status < 300 ? 'OK' : 'Error'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join(newLine),
})

function multipart(boundary: string, parts: readonly Written[]): Written {
  const written = parts.map(({ type, content, id }) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}`,
      ...(id === undefined ? [] : [`Content-ID: ${id}`]),
      'Content-Transfer-Encoding: binary',
      '',
      content,
    ].join(newLine),
  )
  return { type: `multipart/mixed; boundary=${boundary}`, content: [...written, `--${boundary}--`, ''].join(newLine) }
}
