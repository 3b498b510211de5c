import { useQuery } from '@tanstack/react-query'
import { routeDeliveriesQuery } from '../../api/notification-routes.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownDelivery } from '../../shell/delivery-words.ts'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.alerts

/** What a route has sent lately, with its last attempt. */
export function RouteDeliveries({ routeId }: { readonly routeId: string }) {
  const deliveries = useQuery(routeDeliveriesQuery(routeId))
  return (
    <View query={deliveries} words={texts} problem={problem}>
      {(rows) => (
        <div className={css.details}>
          <p>{rows.length === 0 ? words.noDeliveries : words.deliveries}</p>
          {rows.map(({ id, status, subject, createdAt, nextAttemptAt, attempts }) => (
            <p key={id}>
              <StateMark {...shownDelivery(status)} /> {subject} · <When at={createdAt} locale={locale} />
              {attempts.at(-1)?.message && ` · ${attempts.at(-1)?.message}`}
              {nextAttemptAt && (
                <>
                  {' '}
                  · {texts.webhooks.nextAttempt}: <When at={nextAttemptAt} locale={locale} />
                </>
              )}
            </p>
          ))}
        </div>
      )}
    </View>
  )
}
