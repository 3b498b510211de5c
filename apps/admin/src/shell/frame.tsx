import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { connectionsQuery } from '../api/connections.ts'
import { followUpdates } from '../api/live-tabs.ts'
import { sessionQuery, signOut } from '../api/session.ts'
import { hearTabs, isExpired, onExpired, setExpired, tellTabs } from '../api/session-tabs.ts'
import { switchZone } from '../parts/when/zone.ts'
import { texts } from '../texts/texts.ts'
import { Banners } from './banners.tsx'
import css from './frame.module.css'
import { Header } from './header.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeys, useLetterKeys } from './keys.ts'
import { Navigation } from './navigation.tsx'
import { navigationEntries } from './navigation-entries.ts'
import { Palette } from './palette.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { usePaletteGroups } from './use-palette-groups.ts'

/** What stands around every page: the header, the navigation, the keys, and a link that skips them. */
export function Frame() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const navigate = useNavigate()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  const [said, setSaid] = useState('')
  const [hasLetters, setLetters] = useLetterKeys()
  const leave = useSessionOfTabs()
  useLive()
  useQuery({ ...connectionsQuery, enabled: open === 'palette' })
  useKeys({
    openPalette: () => setOpen('palette'),
    help: () => setOpen('help'),
    switchZone,
    copyLink: () => void navigator.clipboard.writeText(location.href).then(() => setSaid(texts.keys.linkCopied)),
    copyId: (id) => void navigator.clipboard.writeText(id).then(() => setSaid(texts.keys.idCopied(id))),
    go(letter) {
      const entry = navigationEntries.find(({ key }) => key === letter)
      if (entry) void navigate({ to: entry.to })
      return entry !== undefined
    },
  })
  const groupsFor = usePaletteGroups([
    { id: 'help', title: texts.keys.help, run: () => setOpen('help') },
    { id: 'sign-out', title: texts.signOut, run: () => void leave() },
  ])

  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {texts.skip}
      </a>
      <Header who={`${session.name} · ${session.role}`} onSearch={() => setOpen('palette')} onSignOut={() => void leave()} />
      <div className={css.navigation}>
        <Navigation />
      </div>
      <main id="content" tabIndex={-1} className={css.content}>
        <Banners />
        <Outlet />
      </main>
      <p className={css.said} role="status">
        {said}
      </p>
      <Palette isOpen={open === 'palette'} onClose={() => setOpen(null)} groupsFor={groupsFor} />
      <KeyHelp isOpen={open === 'help'} onClose={() => setOpen(null)} hasLetters={hasLetters} onLetters={setLetters} />
      <SignInAgain />
    </div>
  )
}

/** While somebody is signed in, what is shown follows what changes. */
function useLive(): void {
  const queries = useQueryClient()
  const expired = useSyncExternalStore(onExpired, isExpired)
  useEffect(() => {
    if (expired) return
    const life = new AbortController()
    followUpdates(queries, () => setExpired(true), life.signal)
    return () => life.abort()
  }, [queries, expired])
}

/** Returns what signs out. Signing out or in again in one tab does so in all of them. */
function useSessionOfTabs(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  useEffect(
    () =>
      hearTabs((news) => {
        setExpired(false)
        if (news === 'signed-in') void queries.invalidateQueries()
        else void navigate({ to: '/login' }).then(() => queries.clear())
      }),
    [queries, navigate],
  )
  return async () => {
    await signOut()
    tellTabs('signed-out')
    await navigate({ to: '/login' })
    queries.clear()
    sessionStorage.clear()
  }
}
