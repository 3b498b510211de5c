import { fieldNames } from '../../forms/schema-form/schema.ts'
import { SchemaForm } from '../../forms/schema-form/schema-form.tsx'
import { formContext } from '../../shell/form-words.ts'
import { chosen } from './draft.ts'
import type { StepProps } from './what-step.tsx'

/** How to reach the ERP and to sign in there. */
export function AccessStep({ draft, change, providers, problems }: StepProps) {
  const provider = chosen(draft, providers)
  if (!provider) return null
  return (
    <SchemaForm
      context={{ ...formContext(provider.credentials, null), problems }}
      schema={provider.credentials}
      names={fieldNames(provider.credentials).filter((name) => name !== 'webhookSecret')}
      path="credentials"
      values={draft.credentials}
      onChange={(credentials) => change({ credentials })}
    />
  )
}
