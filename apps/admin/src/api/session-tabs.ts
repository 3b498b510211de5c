/** What one tab tells the others of the session that they share. */
type SessionNews = 'signed-in' | 'signed-out'

const channelName = 'linkspan-session'

export function tellTabs(news: SessionNews): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(news)
  channel.close()
}

/** Calls `listener` with what other tabs tell, until the returned function is called. */
export function hearTabs(listener: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }: MessageEvent<SessionNews>) => listener(data))
  return () => channel.close()
}

let hasExpired = false
const watchers = new Set<() => void>()

/** Whether a request was refused because the session has ended, and nobody has signed in again since. */
export const isExpired = (): boolean => hasExpired

export function setExpired(value: boolean): void {
  if (value === hasExpired) return
  hasExpired = value
  for (const watcher of watchers) watcher()
}

export function onExpired(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
