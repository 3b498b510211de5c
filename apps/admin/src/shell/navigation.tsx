import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Rows3 } from 'lucide-react'
import { overviewQuery } from '../api/overview.ts'
import spoken from '../parts/spoken/spoken.module.css'
import { texts } from '../texts/texts.ts'
import css from './navigation.module.css'
import { type NavigationEntry, navigationEntries } from './navigation-entries.ts'

/** The pages, with what waits for a person now. `onFollow` is called when one is opened. */
export function Navigation({ onFollow }: { readonly onFollow?: () => void }) {
  const { data: overview } = useQuery(overviewQuery)
  const countOf = ({ badge }: NavigationEntry): number => (badge ? (overview?.badges[badge] ?? 0) : 0)
  return (
    <nav className={css.navigation} aria-label={texts.navigation.label}>
      {navigationEntries.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          activeOptions={{ exact: entry.to === '/' }}
          className={css.link ?? ''}
          {...(onFollow && { onClick: onFollow })}
        >
          <entry.icon size={16} aria-hidden /> {entry.title} <Badge count={countOf(entry)} />
        </Link>
      ))}
      <a href="/admin/queues" className={css.link}>
        <Rows3 size={16} aria-hidden /> {texts.navigation.queues} ↗
      </a>
    </nav>
  )
}

function Badge({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <span className={css.badge}>
      <span aria-hidden>{texts.number(count)}</span>
      <span className={spoken.spoken}>{texts.navigation.waits(count)}</span>
    </span>
  )
}
