import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { startDraftTest } from '../../api/connection-tests.ts'
import type { Provider } from '../../api/providers.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { fieldProblems } from '../../shell/form-words.ts'
import { forgetDraft } from '../../shell/new-connection-draft.ts'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { useTest } from '../../shell/use-test.ts'
import { texts } from '../../texts/texts.ts'
import { AccessStep } from './access-step.tsx'
import { createFrom, type Made } from './create.ts'
import { DataStep } from './data-step.tsx'
import { accessFields, chosen, toTest } from './draft.ts'
import css from './page.module.css'
import { RhythmStep } from './rhythm-step.tsx'
import { type Step, stepOf, steps } from './steps.ts'
import { TestStep } from './test-step.tsx'
import { useDraft } from './use-draft.ts'
import { useFieldFocus } from './use-field-focus.ts'
import { WhatStep } from './what-step.tsx'

const words = texts.wizard

/** From the test on, all that a connection must have was asked for. */
const canCreateHere = (step: Step): boolean => step !== 'what' && step !== 'access'

/** The draft of a connection, one step of it at a time. */
export function Wizard({ providers }: { readonly providers: readonly Provider[] }) {
  const { step = 'what' } = useSearch({ from: '/shell/erp-connections/new' })
  const navigate = useNavigate({ from: '/erp-connections/new' })
  const queries = useQueryClient()
  const may = useMay('admin')
  const made = useRef<Made>({ configured: [] })
  const [draft, change] = useDraft(providers)
  const provider = chosen(draft, providers)
  const goTo = (next: Step) => void navigate({ search: { step: next } })
  const focus = useFieldFocus(step)
  const goToField = (path: string) => {
    const isHidden =
      provider && path.startsWith('credentials.') && !accessFields(draft, provider).includes(path.slice('credentials.'.length))
    if (isHidden) change({ signIn: 'all' })
    focus(path)
    goTo(stepOf(path))
  }
  const landOnField = (error: Error) => {
    const [path] = fieldProblems(error).keys()
    if (path !== undefined) goToField(path)
  }
  const test = useTest(startDraftTest)
  const create = useMutation({
    mutationFn: (isActive: boolean) => createFrom(draft, provider as Provider, isActive, made.current),
    onError: landOnField,
    async onSuccess(run) {
      forgetDraft()
      await queries.invalidateQueries()
      if (run !== undefined) await navigate({ to: '/sync-logs/$id', params: { id: run } })
      else await navigate({ to: '/erp-connections/$id', params: { id: made.current.connectionId ?? '' } })
    },
  })
  const runTest = (credentials = draft.credentials) => provider && test.run(toTest({ ...draft, credentials }, provider))
  const [wasTried, setWasTried] = useState(false)
  const missing = new Map<string, string>([
    ...(draft.name.trim() === '' ? [['name', words.nameMissing] as const] : []),
    ...(provider === undefined ? [['provider', words.providerMissing] as const] : []),
  ])
  const problems = new Map([...(wasTried ? missing : []), ...fieldProblems(test.error), ...fieldProblems(create.error)])
  const goOn = (to: Step) => {
    if (step !== 'what' || missing.size === 0) goTo(to)
    else {
      setWasTried(true)
      if (missing.has('name')) focus('name')
    }
  }
  const shared = { draft, change, providers, problems }
  const next = steps[steps.indexOf(step) + 1]
  const canCreate = may && missing.size === 0 && !create.isPending

  return (
    <form className={css.wizard} noValidate onSubmit={(event) => event.preventDefault()}>
      <nav className={css.steps} aria-label={words.steps}>
        {steps.map((name, at) => (
          <Link key={name} to="/erp-connections/new" search={{ step: name }} aria-current={name === step ? 'step' : undefined}>
            {at + 1} {words.stepNames[name]}
          </Link>
        ))}
      </nav>
      <h2>{words.stepNames[step]}</h2>
      {!may && <p>{texts.needs('admin')}</p>}
      {step !== 'what' && !provider && <p>{words.notReady}</p>}
      {step === 'what' && <WhatStep {...shared} />}
      {step === 'access' && <AccessStep {...shared} />}
      {step === 'test' && (
        <TestStep
          test={test}
          isReady={may && provider !== undefined}
          run={() => runTest()}
          onGoTo={goToField}
          onConfirm={(sftpHostFingerprint) => {
            const credentials = { ...draft.credentials, sftpHostFingerprint }
            change({ credentials })
            runTest(credentials)
          }}
          onGoOnWithout={(enabledDataTypes) => {
            change({ settings: { ...draft.settings, enabledDataTypes } })
            goTo('data')
          }}
        />
      )}
      {step === 'data' && <DataStep {...shared} />}
      {step === 'rhythm' && <RhythmStep {...shared} />}
      {create.error && problem(create.error)}
      {create.error && made.current.connectionId !== undefined && (
        <p>
          <Link to="/erp-connections/$id" params={{ id: made.current.connectionId }}>
            {words.isCreated}
          </Link>
        </p>
      )}
      {canCreateHere(step) && <p>{words.createMeans}</p>}
      <div className={css.buttons}>
        {next && (
          <ActionButton isMain={step !== 'test' || test.state?.result?.success === true} onPress={() => goOn(next)}>
            {words.next(words.stepNames[next])}
          </ActionButton>
        )}
        {canCreateHere(step) && (
          <>
            <ActionButton isMain={!next} isDisabled={!canCreate} onPress={() => create.mutate(true)}>
              {create.isPending ? words.creating : words.create}
            </ActionButton>
            <ActionButton isDisabled={!canCreate} onPress={() => create.mutate(false)}>
              {words.createInactive}
            </ActionButton>
          </>
        )}
      </div>
    </form>
  )
}
