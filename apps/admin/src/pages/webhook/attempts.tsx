import { useQuery } from '@tanstack/react-query'
import { webhookDeliveryQuery } from '../../api/webhooks.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.webhooks

/** One delivery: what was sent, and each attempt with what the receiver said. */
export function Attempts({ webhookId, deliveryId }: { readonly webhookId: string; readonly deliveryId: string }) {
  const delivery = useQuery(webhookDeliveryQuery(webhookId, deliveryId))
  return (
    <View query={delivery} words={texts} problem={problem}>
      {({ attempts, event }) => (
        <div className={css.details}>
          {attempts.map(({ at, ms, status, answer, error, trigger }) => (
            <div key={at}>
              <Facts
                facts={[
                  [words.when, <When key="at" at={at} locale={locale} />],
                  [words.trigger, words.triggers[trigger]],
                  [words.answer, status === null ? words.noAnswer : String(status)],
                  [words.took, `${texts.number(ms)} ms`],
                  ...(error ? [[error.code, error.message] as const] : []),
                ]}
              />
              {answer !== '' && <pre>{answer}</pre>}
            </div>
          ))}
          <p>{words.body}</p>
          <pre>{JSON.stringify(event, null, 2)}</pre>
        </div>
      )}
    </View>
  )
}
