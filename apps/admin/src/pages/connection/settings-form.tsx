import { LinkspanError } from '@linkspan/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { startTest } from '../../api/connection-tests.ts'
import { type ConnectionChange, changeConnection, type Versioned } from '../../api/connections.ts'
import type { Provider } from '../../api/providers.ts'
import { Field, focusField } from '../../forms/schema-form/field.tsx'
import formCss from '../../forms/schema-form/form.module.css'
import { fieldNames } from '../../forms/schema-form/schema.ts'
import { SchemaForm } from '../../forms/schema-form/schema-form.tsx'
import { patchOf, type Values } from '../../forms/schema-form/values.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { CronField } from '../../shell/cron-field.tsx'
import { fieldProblems, formContext } from '../../shell/form-words.ts'
import { problem } from '../../shell/problem.tsx'
import { TestVerdict } from '../../shell/test-verdict.tsx'
import { useMay } from '../../shell/use-may.ts'
import { useTest } from '../../shell/use-test.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'
import { StaleChange } from './stale-change.tsx'
import { withPath } from './three-way.ts'

const words = texts.connectionSettings
/** What is changed elsewhere, or has fields of its own. */
const elsewhere = ['product', 'syncSchedule', 'timezone']

const fieldsOf = ({ connection: { name, credentials, settings } }: Versioned) => ({ name, credentials, settings })

/** The forms of the wizard on one page. Only what was changed is sent, and nothing that somebody else has changed meanwhile is overwritten. */
export function SettingsForm({ provider, loaded }: { readonly provider: Provider; readonly loaded: Versioned }) {
  const [base, setBase] = useState(loaded)
  const [typed, setTyped] = useState<ReturnType<typeof fieldsOf>>(() => fieldsOf(loaded))
  const queries = useQueryClient()
  const may = useMay('admin')
  const { id } = base.connection
  const test = useTest<void>(
    () => startTest(id),
    () => void queries.invalidateQueries({ queryKey: ['connections'] }),
  )
  const patch = patchOf(fieldsOf(base), typed)
  const isChanged = Object.keys(patch).length > 0
  const take = (versioned: Versioned, values = fieldsOf(versioned)) => {
    setBase(versioned)
    setTyped(values)
  }
  const save = useMutation({
    mutationFn: (_: { readonly andTest: boolean }) =>
      isChanged ? changeConnection(id, patch as ConnectionChange, base.etag) : Promise.resolve(base),
    onError(error) {
      const [path] = fieldProblems(error).keys()
      if (path !== undefined) focusField(path)
    },
    async onSuccess(saved, { andTest }) {
      take(saved)
      await queries.invalidateQueries({ queryKey: ['connections'] })
      if (andTest) test.run()
    },
  })
  const change = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }))
  const problems = fieldProblems(save.error)
  const isStale = save.error instanceof LinkspanError && save.error.status === 412
  const settings: Values = typed.settings
  const stored = fieldsOf(base)

  return (
    <form className={css.settings} noValidate onSubmit={(event) => event.preventDefault()}>
      {!may && <p>{texts.needs('admin')}</p>}
      <div className={formCss.form}>
        <Field path="name" title={texts.connections.name} isRequired problem={problems.get('name')}>
          {(given) => (
            <input
              {...given}
              className={formCss.input}
              autoComplete="off"
              value={typed.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
      </div>
      <h2>{words.access}</h2>
      <SchemaForm
        context={{ ...formContext(provider.credentials, null), problems }}
        schema={provider.credentials}
        path="credentials"
        values={typed.credentials}
        stored={stored.credentials}
        onChange={(credentials) => change({ credentials })}
      />
      <h2>{words.rhythm}</h2>
      <CronField
        schedule={String(settings.syncSchedule ?? '')}
        timezone={String(settings.timezone ?? '')}
        problem={problems.get('settings.syncSchedule') ?? problems.get('settings.timezone')}
        onChange={({ schedule, timezone }) => {
          const timed = withPath(typed, 'settings.syncSchedule', schedule || undefined)
          setTyped(withPath(timed, 'settings.timezone', timezone || undefined) as typeof typed)
        }}
      />
      <h2>{words.settings}</h2>
      <SchemaForm
        context={{ ...formContext(provider.settings, null), problems }}
        schema={provider.settings}
        names={fieldNames(provider.settings).filter((name) => !elsewhere.includes(name))}
        path="settings"
        values={typed.settings}
        stored={stored.settings}
        onChange={(next) => change({ settings: next as typeof typed.settings })}
      />
      {isStale ? (
        <StaleChange
          base={base}
          before={fieldsOf(base)}
          mine={typed}
          fieldsOf={fieldsOf}
          onMerged={(theirs, merged) => {
            take(theirs, merged as typeof typed)
            save.reset()
          }}
        />
      ) : (
        save.error && problem(save.error)
      )}
      <p role="status" className={formCss.hint}>
        {isChanged ? words.changed(Object.keys(patchNames(patch)).length) : save.isSuccess ? words.saved : words.unchanged}
      </p>
      <div className={css.actions}>
        <ActionButton isMain isDisabled={!may || save.isPending || test.isRunning} onPress={() => save.mutate({ andTest: true })}>
          {words.saveAndTest}
        </ActionButton>
        <ActionButton isDisabled={!may || !isChanged || save.isPending} onPress={() => save.mutate({ andTest: false })}>
          {words.save}
        </ActionButton>
        {isChanged && <ActionButton onPress={() => take(base)}>{words.discard}</ActionButton>}
      </div>
      {test.error && problem(test.error)}
      {test.state && <TestVerdict state={test.state} />}
    </form>
  )
}

/** The changed fields of all parts, by their paths. */
const patchNames = ({ credentials, settings, ...own }: Values): Values => ({
  ...own,
  ...prefixed('credentials', credentials),
  ...prefixed('settings', settings),
})
const prefixed = (part: string, values: unknown): Values =>
  Object.fromEntries(Object.entries((values ?? {}) as Values).map(([name, value]) => [`${part}.${name}`, value]))
