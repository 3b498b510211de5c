import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createWebhook, type NewWebhook } from '../../api/webhooks.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { Checks } from '../../parts/field/checks.tsx'
import { Form } from '../../parts/field/form.tsx'
import { OnceShown } from '../../parts/field/once-shown.tsx'
import { TextField } from '../../parts/field/text-field.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { type EventType, eventTypes } from './event-types.ts'

const words = texts.webhooks

/** Makes a webhook, and shows its secret once. */
export function NewWebhookForm({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient()
  const [url, setUrl] = useState('')
  const [description, setDescription] = useState('')
  const [isAll, setAll] = useState(true)
  const [chosen, setChosen] = useState<EventType[]>([])
  const create = useMutation({
    mutationFn: (webhook: NewWebhook) => createWebhook(webhook),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  if (create.data?.secret) return <OnceShown label={words.secret} value={create.data.secret} words={texts} />
  const events: NewWebhook['events'] = isAll ? ['*'] : chosen
  return (
    <Form
      label={words.newOne}
      action={words.create}
      isDisabled={create.isPending || url === '' || events.length === 0}
      onSubmit={() => create.mutate({ url, events, enabled: true, ...(description !== '' && { description }) })}
      cancel={{ label: texts.cancel, onPress: onClose }}
    >
      <TextField label={words.url} type="url" value={url} onChange={setUrl} isRequired />
      <TextField label={words.description} value={description} onChange={setDescription} />
      <Choice
        label={words.which}
        value={isAll ? 'all' : 'some'}
        choices={[
          ['all', words.allWanted],
          ['some', words.someWanted],
        ]}
        onChange={(which) => setAll(which === 'all')}
      />
      {!isAll && <Checks legend={words.events} choices={eventTypes.map((type) => [type, type])} chosen={chosen} onChange={setChosen} />}
      {create.error && problem(create.error)}
    </Form>
  )
}
