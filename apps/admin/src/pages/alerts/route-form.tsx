import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { connectionsQuery } from '../../api/connections.ts'
import type { NotificationRoute } from '../../api/names.ts'
import { changeRoute, createRoute } from '../../api/notification-routes.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { Checks } from '../../parts/field/checks.tsx'
import { Form } from '../../parts/field/form.tsx'
import { OnceShown } from '../../parts/field/once-shown.tsx'
import { TextField } from '../../parts/field/text-field.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { channelNames, type Draft, digestNames, draftOf, isComplete, languageNames, severityNames, toChange, toNew } from './draft.ts'

const words = texts.alerts

/** Makes or changes a route. What was typed stays if the server refuses it. */
export function RouteForm({ route, onClose }: { readonly route?: NotificationRoute; readonly onClose: () => void }) {
  const queries = useQueryClient()
  const { data: connections = [] } = useQuery(connectionsQuery)
  const [draft, setDraft] = useState<Draft>(() => draftOf(route))
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const save = useMutation({
    mutationFn: () => (route ? changeRoute(route.id, toChange(draft)) : createRoute(toNew(draft))),
    async onSuccess({ secret }) {
      await queries.invalidateQueries({ queryKey: ['notification-routes'] })
      if (secret === undefined) onClose()
    },
  })
  if (save.data?.secret) return <OnceShown label={words.secret} value={save.data.secret} words={texts} />
  return (
    <Form
      label={route ? words.edit : words.newOne}
      action={route ? words.save : words.create}
      isDisabled={save.isPending || !isComplete(draft, route !== undefined)}
      onSubmit={() => save.mutate()}
      cancel={{ label: texts.cancel, onPress: onClose }}
    >
      {!route && (
        <Choice
          label={words.channel}
          value={draft.channel}
          choices={channelNames.map((name) => [name, words.channels[name]])}
          onChange={(channel) => channel && set({ channel })}
        />
      )}
      {draft.channel === 'email' ? (
        <TextField
          label={words.addresses}
          hint={words.addressesHint}
          value={draft.target}
          onChange={(target) => set({ target })}
          isRequired
        />
      ) : (
        <TextField
          label={words.url}
          {...(route && { hint: words.urlHint })}
          type="url"
          value={draft.target}
          onChange={(target) => set({ target })}
          isRequired={!route}
        />
      )}
      <Checks
        legend={words.about}
        choices={connections.map(({ id, name }) => [id, name])}
        chosen={draft.connectionIds}
        onChange={(connectionIds) => set({ connectionIds })}
      />
      <Choice
        label={words.severity}
        value={draft.minSeverity}
        choices={severityNames.map((name) => [name, texts.severities[name]])}
        onChange={(minSeverity) => minSeverity && set({ minSeverity })}
      />
      <Choice
        label={words.digest}
        value={draft.digest}
        choices={digestNames.map((name) => [name, words.digests[name]])}
        onChange={(digest) => digest && set({ digest })}
      />
      <TextField label={words.quietFrom} type="time" value={draft.quietFrom} onChange={(quietFrom) => set({ quietFrom })} />
      <TextField label={words.quietTo} type="time" value={draft.quietTo} onChange={(quietTo) => set({ quietTo })} />
      <TextField label={words.zone} value={draft.timezone} onChange={(timezone) => set({ timezone })} />
      <Choice
        label={words.language}
        value={draft.language}
        choices={languageNames.map((name) => [name, words.languages[name]])}
        onChange={(language) => language && set({ language })}
      />
      <Choice
        label={words.enabled}
        value={draft.enabled ? 'on' : 'off'}
        choices={[
          ['on', words.on],
          ['off', words.off],
        ]}
        onChange={(state) => set({ enabled: state === 'on' })}
      />
      {save.error && problem(save.error)}
    </Form>
  )
}
