import formCss from '../../forms/schema-form/form.module.css'
import { SchemaForm } from '../../forms/schema-form/schema-form.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { formContext } from '../../shell/form-words.ts'
import { texts } from '../../texts/texts.ts'
import { accessFields, chosen } from './draft.ts'
import type { StepProps } from './what-step.tsx'

const words = texts.wizard

/** How to reach the ERP and to sign in there. */
export function AccessStep({ draft, change, providers, problems }: StepProps) {
  const provider = chosen(draft, providers)
  if (!provider) return null
  const { credentials, signIn } = provider
  return (
    <div className={formCss.form}>
      {signIn.length > 1 && (
        <Choice
          label={words.signIn}
          value={draft.signIn ?? signIn[0]?.kind}
          choices={[...signIn.map(({ kind }) => [kind, words.signInKinds[kind]] as const), ['all', words.allWays] as const]}
          onChange={(kind) => kind && change({ signIn: kind })}
        />
      )}
      <SchemaForm
        context={{ ...formContext(credentials, null), problems }}
        schema={credentials}
        names={accessFields(draft, provider)}
        path="credentials"
        values={draft.credentials}
        onChange={(values) => change({ credentials: values })}
      />
    </div>
  )
}
