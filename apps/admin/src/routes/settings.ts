import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { shell } from './shell.ts'

export const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../pages/settings/page.tsx'), 'SettingsPage'),
})

export const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/preferences' })
  },
})

export const preferences = createRoute({
  getParentRoute: () => settings,
  path: '/preferences',
  component: lazyRouteComponent(() => import('../pages/settings/preferences-tab.tsx'), 'PreferencesTab'),
})

export const installation = createRoute({
  getParentRoute: () => settings,
  path: '/installation',
  component: lazyRouteComponent(() => import('../pages/settings/installation-tab.tsx'), 'InstallationTab'),
})

export const keys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyRouteComponent(() => import('../pages/settings/keys-tab.tsx'), 'KeysTab'),
})

export const sessions = createRoute({
  getParentRoute: () => settings,
  path: '/sessions',
  component: lazyRouteComponent(() => import('../pages/settings/sessions-tab.tsx'), 'SessionsTab'),
})
