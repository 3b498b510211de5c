import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { sessionQuery } from '../../api/session.ts'
import { SignInForm } from '../../shell/sign-in-form.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

/** Exchanges a key for a session, and opens the page that was asked for. */
export function LoginPage() {
  const { next = '/' } = useSearch({ from: '/login' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1>{texts.signIn.title}</h1>
        <SignInForm
          onSignedIn={async (session) => {
            queries.setQueryData(sessionQuery.queryKey, session)
            await navigate({ href: next })
          }}
        />
      </div>
    </main>
  )
}
