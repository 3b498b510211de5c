import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Building2, CalendarClock, GitCompareArrows, LogOut, Plug, Rows3, ScrollText, Siren } from 'lucide-react'
import { sessionQuery, signOut } from '../api/session.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import css from './frame.module.css'

/** What stands around every page: the navigation, who is signed in, and a link that skips both. */
export function Frame() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    queries.clear()
    await navigate({ to: '/login' })
  }

  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {texts.skip}
      </a>
      <header className={css.header}>
        <span className={css.name}>{texts.title}</span>
        <span className={css.who}>
          {session.name} · {session.role}
        </span>
        <ActionButton onPress={() => void leave()}>
          <LogOut size={16} aria-hidden /> {texts.signOut}
        </ActionButton>
      </header>
      <nav className={css.navigation} aria-label={texts.navigation.label}>
        <Link to="/erp-connections" className={css.link}>
          <Plug size={16} aria-hidden /> {texts.navigation.connections}
        </Link>
        <Link to="/sync-logs" className={css.link}>
          <ScrollText size={16} aria-hidden /> {texts.navigation.syncLogs}
        </Link>
        <Link to="/conflicts" className={css.link}>
          <GitCompareArrows size={16} aria-hidden /> {texts.navigation.conflicts}
        </Link>
        <Link to="/schedules" className={css.link}>
          <CalendarClock size={16} aria-hidden /> {texts.navigation.schedules}
        </Link>
        <Link to="/clients" className={css.link}>
          <Building2 size={16} aria-hidden /> {texts.navigation.clients}
        </Link>
        <Link to="/incidents" className={css.link}>
          <Siren size={16} aria-hidden /> {texts.navigation.incidents}
        </Link>
        <a href="/admin/queues" className={css.link}>
          <Rows3 size={16} aria-hidden /> {texts.navigation.queues} ↗
        </a>
      </nav>
      <main id="content" tabIndex={-1} className={css.content}>
        <Outlet />
      </main>
    </div>
  )
}
