import { Link, Outlet } from '@tanstack/react-router'
import { TabLinks } from '../../parts/tab-links/tab-links.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.settings

/** The settings of this browser, and the state of the installation. */
export function SettingsPage() {
  return (
    <>
      <PageHead title={words.title} />
      <TabLinks label={words.tabs}>
        <Link to="/settings/preferences">{words.preferences}</Link>
        <Link to="/settings/installation">{words.installation}</Link>
        <Link to="/settings/keys">{words.keys}</Link>
        <Link to="/settings/sessions">{words.sessions}</Link>
      </TabLinks>
      <Outlet />
    </>
  )
}
