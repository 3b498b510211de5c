import { Link } from '@tanstack/react-router'
import { texts } from '../texts/texts.ts'
import { PageHead } from './page-head.tsx'

/** What an address shows that leads to no page. */
export function NoPage() {
  return (
    <>
      <PageHead title={texts.noPage.title} />
      <p>
        {texts.noPage.why} <Link to="/">{texts.now.title}</Link>
      </p>
    </>
  )
}
