import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NotificationRoute } from '../../api/names.ts'
import { deleteRoute, testRoute } from '../../api/notification-routes.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Confirm } from '../../parts/dialog/confirm.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { shownDelivery } from '../../shell/delivery-words.ts'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'
import { targetOf } from './route-words.ts'

const words = texts.alerts

/** What can be done with a route. A test sends a made-up incident the real way, and waits for what becomes of it. */
export function RouteActions({ route, onEdit }: { readonly route: NotificationRoute; readonly onEdit: () => void }) {
  const queries = useQueryClient()
  const [mayTest, mayChange] = [useMay('operator'), useMay('admin')]
  const target = targetOf(route)
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: ['notification-routes'] }) }
  const test = useMutation({ mutationFn: () => testRoute(route.id), ...refresh })
  const remove = useMutation({ mutationFn: () => deleteRoute(route.id), ...refresh })
  const failed = test.error ?? remove.error
  const attempt = test.data?.attempts.at(-1)
  return (
    <div className={css.actions}>
      <ActionButton onPress={() => test.mutate()} isDisabled={!mayTest || test.isPending} label={words.testOf(target)}>
        {test.isPending ? words.testing : words.test}
      </ActionButton>
      <ActionButton onPress={onEdit} isDisabled={!mayChange} label={words.editOf(target)}>
        {words.edit}
      </ActionButton>
      <Confirm
        trigger={
          <ActionButton isDisabled={!mayChange || remove.isPending} label={words.removeTitle(target)}>
            {words.remove}
          </ActionButton>
        }
        title={words.removeTitle(target)}
        action={words.remove}
        cancel={texts.cancel}
        onConfirm={() => remove.mutate()}
      >
        <p>{words.removeText}</p>
      </Confirm>
      <div role="status">
        {test.data && (
          <>
            {words.tested}: <StateMark {...shownDelivery(test.data.status)} /> {attempt?.message}
          </>
        )}
      </div>
      {failed && problem(failed)}
    </div>
  )
}
