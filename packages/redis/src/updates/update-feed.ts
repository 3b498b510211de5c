import { AppError, type EventType, type Update, type UpdateFeed, type UpdateNews, type UpdateTopic } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { createUpdateLog, type UpdateLog } from './update-log.ts'
import { updatesOfChange, updatesOfEvent } from './updates-of.ts'

/** How long a follower waits for the subscription. */
const subscribeWithinMs = 1500
/** A follower that is this far behind gets a gap in place of what it has missed. */
const maxWaiting = 1000

/**
 * The updates of all processes over Redis pub/sub, on one connection that is opened for the first follower and stays. What comes while
 * Redis is away is lost, so every follower gets a gap once it is back.
 */
export function createUpdateFeed(connectSubscriber: () => RedisClient, keys: Keys, feedName: string): UpdateFeed & AsyncDisposable {
  const log = createUpdateLog(feedName)
  let subscriber: RedisClient | null = null
  let subscription = createGate()

  function subscribe(): void {
    if (subscriber) return
    const client = connectSubscriber()
    subscriber = client
    const [changes, events] = [keys.channel(''), keys.events('')]
    const patterns = [changes, events.slice(0, -1)].map((prefix) => `${escapePattern(prefix)}*`)
    client.on('pmessage', (_pattern: string, channel: string, message: string) => {
      if (channel.startsWith(changes)) log.tell(updatesOfChange(channel.slice(changes.length), message))
      else log.tell(updatesOfEvent(...readEvent(channel.slice(events.length - 1, -1), message)))
    })
    client.on('close', () => {
      subscription = createGate()
    })
    client.on('ready', () => {
      const { open } = subscription
      client.psubscribe(...patterns).then(
        () => {
          log.tellGap()
          open()
        },
        () => {}, // it connects again
      )
    })
  }

  return {
    async follow(topics, after, signal) {
      subscribe()
      if (!(await isOpenWithin(subscription, subscribeWithinMs))) throw new AppError('store.unavailable', 'Redis does not answer')
      return followLog(log, new Set(topics), after, signal)
    },
    async [Symbol.asyncDispose]() {
      log[Symbol.dispose]()
      subscriber?.disconnect()
    },
  }
}

/** The news is collected from the call on, so nothing is lost until the first of it is read. */
function followLog(log: UpdateLog, topics: ReadonlySet<UpdateTopic>, after: string | null, signal: AbortSignal): AsyncIterable<UpdateNews> {
  const waiting: UpdateNews[] = log.since(after).filter((news) => isFor(topics, news.news))
  let wake = () => {}
  const stop = log.listen((news) => {
    if (!isFor(topics, news.news)) return
    if (waiting.length >= maxWaiting) waiting.splice(0, waiting.length, { ...news, news: 'gap' })
    else waiting.push(news)
    wake()
  })
  signal.addEventListener('abort', () => {
    stop()
    wake()
  })
  if (signal.aborted) stop()

  async function* read(): AsyncGenerator<UpdateNews> {
    for (;;) {
      while (waiting.length > 0 && !signal.aborted) yield* waiting.splice(0, 1)
      if (signal.aborted) return
      await new Promise<void>((resolve) => {
        wake = resolve
        if (waiting.length > 0 || signal.aborted) resolve()
      })
    }
  }
  return read()
}

const isFor = (topics: ReadonlySet<UpdateTopic>, news: UpdateNews['news']): boolean =>
  news === null || news === 'gap' || topics.has((news as Update).topic)

/** The message is the type of an event and, behind a space, the id of what it tells of. */
function readEvent(source: string, message: string): [source: string, type: EventType, subject: string] {
  const [type = '', subject = ''] = message.split(' ')
  return [source, type as EventType, subject]
}

const escapePattern = (text: string): string => text.replace(/[\\*?[\]]/g, '\\$&')

interface Gate {
  readonly opened: Promise<void>
  open(): void
}

function createGate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

async function isOpenWithin({ opened }: Gate, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([opened.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
