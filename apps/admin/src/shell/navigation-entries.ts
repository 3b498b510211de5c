import type { components } from '@linkspan/client'
import {
  Activity,
  BellRing,
  Building2,
  CalendarClock,
  ChartColumn,
  FileX2,
  GitCompareArrows,
  History,
  type LucideIcon,
  PackageSearch,
  Plug,
  ScrollText,
  Settings,
  Siren,
  Webhook,
} from 'lucide-react'
import { texts } from '../texts/texts.ts'

type Badges = components['schemas']['ERPOverview']['badges']

/** The pages of the navigation, in its order: add a page here, and it has its link, its key and its place in the palette. */
export const navigationEntries = [
  { to: '/', title: texts.navigation.now, icon: Activity, key: 'n', badge: 'needsYou' },
  { to: '/erp-connections', title: texts.navigation.connections, icon: Plug, key: 'c' },
  { to: '/sync-logs', title: texts.navigation.syncLogs, icon: ScrollText, key: 'l' },
  { to: '/search', title: texts.navigation.records, icon: PackageSearch, key: 'r' },
  { to: '/rejects', title: texts.navigation.rejects, icon: FileX2, key: 'j', badge: 'rejects' },
  { to: '/conflicts', title: texts.navigation.conflicts, icon: GitCompareArrows, key: 'f', badge: 'conflicts' },
  { to: '/schedules', title: texts.navigation.schedules, icon: CalendarClock, key: 's' },
  { to: '/clients', title: texts.navigation.clients, icon: Building2, key: 'k' },
  { to: '/statistics', title: texts.navigation.statistics, icon: ChartColumn, key: 't' },
  { to: '/incidents', title: texts.navigation.incidents, icon: Siren, key: 'i', badge: 'incidents' },
  { to: '/alerts', title: texts.navigation.alerts, icon: BellRing, key: 'b' },
  { to: '/webhooks', title: texts.navigation.webhooks, icon: Webhook, key: 'w' },
  { to: '/audit', title: texts.navigation.audit, icon: History, key: 'a' },
  { to: '/settings', title: texts.navigation.settings, icon: Settings, key: ',' },
] as const satisfies readonly NavigationEntry[]

export interface NavigationEntry {
  readonly to: string
  readonly title: string
  readonly icon: LucideIcon
  /** Opens the page behind `g`. */
  readonly key: string
  /** What waits for a person there. */
  readonly badge?: keyof Badges
}
