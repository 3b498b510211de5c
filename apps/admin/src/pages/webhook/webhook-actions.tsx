import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Webhook } from '../../api/names.ts'
import { changeWebhook, deleteWebhook, rotateWebhookSecret, testWebhook } from '../../api/webhooks.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Confirm } from '../../parts/dialog/confirm.tsx'
import { OnceShown } from '../../parts/field/once-shown.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { shownDelivery } from '../../shell/delivery-words.ts'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.webhooks

/** What can be done with a webhook, and what came of it. */
export function WebhookActions({ webhook: { id, url, enabled } }: { readonly webhook: Webhook }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [mayTest, mayChange] = [useMay('operator'), useMay('admin')]
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }) }
  const test = useMutation({ mutationFn: () => testWebhook(id), ...refresh })
  const toggle = useMutation({ mutationFn: () => changeWebhook(id, { enabled: !enabled }), ...refresh })
  const rotate = useMutation({ mutationFn: () => rotateWebhookSecret(id), ...refresh })
  const remove = useMutation({
    mutationFn: () => deleteWebhook(id),
    async onSuccess() {
      await navigate({ to: '/webhooks', search: {} })
      queries.removeQueries({ queryKey: ['webhooks', id] })
      await queries.invalidateQueries({ queryKey: ['webhooks'] })
    },
  })
  const failed = test.error ?? toggle.error ?? rotate.error ?? remove.error
  return (
    <>
      <div className={css.actions}>
        <ActionButton isMain onPress={() => test.mutate()} isDisabled={!mayTest || test.isPending}>
          {test.isPending ? words.testing : words.test}
        </ActionButton>
        <ActionButton onPress={() => toggle.mutate()} isDisabled={!mayChange || toggle.isPending}>
          {enabled ? words.pause : words.resume}
        </ActionButton>
        <Confirm
          trigger={<ActionButton isDisabled={!mayChange || rotate.isPending}>{words.rotate}</ActionButton>}
          title={words.rotateTitle(url)}
          action={words.rotate}
          cancel={texts.cancel}
          onConfirm={() => rotate.mutate()}
        >
          <p>{words.rotateText}</p>
        </Confirm>
        <Confirm
          trigger={<ActionButton isDisabled={!mayChange || remove.isPending}>{words.remove}</ActionButton>}
          title={words.removeTitle(url)}
          action={words.remove}
          cancel={texts.cancel}
          onConfirm={() => remove.mutate()}
        >
          <p>{words.removeText}</p>
        </Confirm>
        {!mayChange && <span>{texts.needs(mayTest ? 'admin' : 'operator')}</span>}
      </div>
      <p role="status">
        {test.data && (
          <>
            {words.test}: <StateMark {...shownDelivery(test.data.status)} /> {test.data.attempts.at(-1)?.error?.message}
          </>
        )}
      </p>
      {rotate.data?.secret && <OnceShown label={words.secret} value={rotate.data.secret} words={texts} />}
      {failed && problem(failed)}
    </>
  )
}
