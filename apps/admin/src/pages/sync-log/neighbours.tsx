import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type RunFilter, runsQuery } from '../../api/runs.ts'
import { useKeys } from '../../shell/use-keys.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.run
const now = () => new Date()

/** The runs before and after this one in the list that it was opened from. J and K lead there too. */
export function Neighbours({ id, filter }: { readonly id: string; readonly filter: RunFilter }) {
  const navigate = useNavigate()
  const { data } = useInfiniteQuery({ ...runsQuery(filter, now), refetchOnMount: false })
  const ids = useMemo(() => data?.pages.flatMap(({ items }) => items.map((run) => run.id)) ?? [], [data])
  const at = ids.indexOf(id)
  const [previous, next] = at === -1 ? [undefined, undefined] : [ids[at - 1], ids[at + 1]]
  const actions = useMemo(() => {
    const goTo = (other: string | undefined) =>
      other === undefined ? undefined : () => void navigate({ to: '/sync-logs/$id', params: { id: other }, search: filter })
    return { J: goTo(next), K: goTo(previous) }
  }, [navigate, next, previous, filter])
  useKeys(actions)
  if (at === -1) return null
  const to = (other: string | undefined, label: string, sign: string) =>
    other === undefined ? (
      <span aria-hidden>{sign}</span>
    ) : (
      <Link to="/sync-logs/$id" params={{ id: other }} search={filter} aria-label={label}>
        {sign}
      </Link>
    )
  return (
    <nav className={css.neighbours} aria-label={words.neighbours}>
      {to(previous, words.previousRun, '‹')} {words.position(at + 1, ids.length)} {to(next, words.nextRun, '›')}
    </nav>
  )
}
