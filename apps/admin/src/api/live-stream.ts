/** Something has changed and should be read again. */
export interface Update {
  readonly topic: 'connections' | 'streams' | 'runs' | 'rejects' | 'conflicts' | 'incidents' | 'deliveries'
  readonly id: string
  readonly version: number
}

export interface StreamListener {
  /** The stream is open. */
  onOpen(): void
  onUpdate(update: Update): void
  /** Updates may be missing. */
  onGap(): void
  /** From here the stream can go on. */
  onPosition(id: string): void
}

/** The server did not answer with a stream. */
export class StreamRefused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`The stream of updates answered ${status}`)
    this.status = status
  }
}

/** The server sends a comment every 15 seconds. */
const silentMs = 40_000

/** Something between here and the server holds back what the server sends. */
export class StreamSilent extends Error {}

/**
 * Reads the stream of updates until it ends or `signal` aborts. Throws `StreamRefused`, `StreamSilent`, or what `fetch` throws if the
 * server was not reached.
 */
export async function readStream(lastId: string | null, listener: StreamListener, signal: AbortSignal): Promise<void> {
  const silence = new AbortController()
  const both = AbortSignal.any([signal, silence.signal])
  let timer = setTimeout(() => silence.abort(new StreamSilent()), silentMs)
  try {
    const response = await fetch('/api/v1/erp/events', { signal: both, headers: lastId === null ? {} : { 'last-event-id': lastId } })
    if (!response.ok || !response.body) throw new StreamRefused(response.status)
    let rest = ''
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(new StreamSilent()), silentMs)
      listener.onOpen()
      const blocks = (rest + value).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) tell(block, listener)
    }
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

function tell(block: string, listener: StreamListener): void {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const))
  const [id, data] = [fields.get('id'), fields.get('data')]
  if (fields.get('event') === 'gap') listener.onGap()
  else if (data !== undefined) listener.onUpdate(JSON.parse(data) as Update)
  if (id !== undefined) listener.onPosition(id)
}
