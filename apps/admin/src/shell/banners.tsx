import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { browserNow } from '../api/browser-clock.ts'
import { lastAnswerAt } from '../api/client.ts'
import { liveState, onLiveState } from '../api/live-state.ts'
import { overviewQuery } from '../api/overview.ts'
import { sessionQuery } from '../api/session.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import css from './banners.module.css'

/** What concerns every page: the server is away, nothing works on syncs, the session is about to end. */
export function Banners() {
  const { kind } = useSyncExternalStore(onLiveState, liveState)
  const { data: overview } = useQuery(overviewQuery)
  return (
    <div className={css.banners}>
      {kind === 'offline' && (
        <p className={css.error} role="alert">
          {texts.unreachable.title}. {texts.unreachable.detail}
        </p>
      )}
      {overview?.warnings?.map((warning) => (
        <p key={warning} className={css.warn}>
          {warning}
        </p>
      ))}
      <SessionEnd />
    </div>
  )
}

const warnMs = 5 * 60_000
const tickMs = 10_000

/** A session ends when it is not used for a while: its end moves with every request. */
function SessionEnd() {
  const { data: session, refetch } = useQuery({ ...sessionQuery, staleTime: Number.POSITIVE_INFINITY })
  const [now, setNow] = useState(browserNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(browserNow()), tickMs)
    return () => clearInterval(timer)
  }, [])
  if (!session?.expiresAt) return null
  const lastsMs = Date.parse(session.expiresAt) - session.readAt
  const usedAt = Math.max(session.readAt, lastAnswerAt()?.getTime() ?? 0)
  const leftMs = usedAt + lastsMs - now.getTime()
  if (leftMs > warnMs || leftMs < 0) return null
  return (
    <p className={css.warn} role="alert">
      {texts.sessionEnds(Math.max(1, Math.round(leftMs / 60_000)))}{' '}
      <ActionButton onPress={() => void refetch().then(() => setNow(browserNow()))}>{texts.staySignedIn}</ActionButton>
    </p>
  )
}
