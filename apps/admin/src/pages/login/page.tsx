import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { isSignedOut } from '../../api/problems.ts'
import { sessionQuery, signIn } from '../../api/session.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

/** Exchanges a key for a session. The key lives in this form only. */
export function LoginPage() {
  const [key, setKey] = useState('')
  const { next = '/' } = useSearch({ from: '/login' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const entering = useMutation({
    mutationFn: signIn,
    async onSuccess(session) {
      setKey('')
      queries.setQueryData(sessionQuery.queryKey, session)
      await navigate({ href: next })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key !== '') entering.mutate(key)
  }
  const problem = entering.error && (isSignedOut(entering.error) ? texts.signIn.wrong : entering.error.message)

  return (
    <main className={css.page}>
      <Form className={css.form ?? ''} validationBehavior="aria" onSubmit={submit}>
        <h1>{texts.signIn.title}</h1>
        <TextField
          className={css.field ?? ''}
          type="password"
          isRequired
          isInvalid={problem !== null}
          value={key}
          onChange={setKey}
          autoFocus
        >
          <Label>{texts.signIn.key}</Label>
          <Input className={css.input ?? ''} autoComplete="current-password" />
          <Text slot="description" className={css.hint ?? ''}>
            {texts.signIn.hint}
          </Text>
          <FieldError className={css.problem ?? ''}>{problem}</FieldError>
        </TextField>
        <ActionButton type="submit" isMain isDisabled={entering.isPending}>
          {entering.isPending ? texts.signIn.pending : texts.signIn.action}
        </ActionButton>
      </Form>
    </main>
  )
}
