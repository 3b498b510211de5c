import { type ReactNode, useEffect, useState } from 'react'
import css from './view.module.css'

export interface ViewProps<Data> {
  readonly query: {
    readonly data: Data | undefined
    readonly error: Error | null
    readonly isPending: boolean
    readonly refetch: () => unknown
  }
  readonly words: { readonly loading: string; readonly stillAsking: string }
  /** What is shown in place of the data if it could not be had. */
  readonly problem: (error: Error, again: () => void) => ReactNode
  readonly children: (data: Data) => ReactNode
}

const quietMs = 150
const longMs = 5000

/** A view is one of: loading, failed, there. Data that are there stay while they are read anew, also if that fails. */
export function View<Data>({ query, words, problem, children }: ViewProps<Data>) {
  const { data, error, isPending, refetch } = query
  return (
    <>
      {error && problem(error, () => void refetch())}
      {data === undefined ? isPending && <Loading words={words} /> : children(data)}
    </>
  )
}

/** Nothing for a moment, then a word, then a longer one. */
function Loading({ words }: Pick<ViewProps<never>, 'words'>) {
  const [waited, setWaited] = useState(0)
  useEffect(() => {
    const timers = [quietMs, longMs].map((ms) => setTimeout(() => setWaited(ms), ms))
    return () => timers.forEach(clearTimeout)
  }, [])
  if (waited < quietMs) return null
  return (
    <p className={css.loading} role="status">
      {waited < longMs ? words.loading : words.stillAsking}
    </p>
  )
}
