import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { isSignedOut } from '../api/problems.ts'
import { signIn } from '../api/session.ts'
import { setExpired } from '../api/session-tabs.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import css from './sign-in-form.module.css'

export type SignedIn = Awaited<ReturnType<typeof signIn>>

/** Exchanges a key for a session. The key lives in this form only. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (session: SignedIn) => void | Promise<void> }) {
  const [key, setKey] = useState('')
  const entering = useMutation({
    mutationFn: signIn,
    async onSuccess(session) {
      setKey('')
      setExpired(false)
      await onSignedIn(session)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (key !== '') entering.mutate(key)
  }
  const problem = entering.error && (isSignedOut(entering.error) ? texts.signIn.wrong : entering.error.message)

  return (
    <Form className={css.form ?? ''} validationBehavior="aria" onSubmit={submit}>
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
  )
}
