import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Webhook } from '../../api/names.ts'
import { webhookQuery } from '../../api/webhooks.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { Deliveries } from './deliveries.tsx'
import { WebhookActions } from './webhook-actions.tsx'

const words = texts.webhooks

/** One webhook: how its deliveries go, what can be done with it, and each delivery. */
export function WebhookPage() {
  const { id } = useParams({ from: '/shell/webhooks/$id' })
  const webhook = useQuery(webhookQuery(id))
  return (
    <View query={webhook} words={texts} problem={problem}>
      {(found) => <Shown webhook={found} />}
    </View>
  )
}

function Shown({ webhook }: { readonly webhook: Webhook }) {
  const { events, last24Hours, lastFailure, lastSuccessAt, nextAttemptAt, oldSecretUntil, status, statusReason, url, waiting } = webhook
  return (
    <>
      <PageHead title={url} facts={<StateMark mark={status === 'active' ? 'ok' : 'idle'} word={words[status]} />} />
      {statusReason && <p>{statusReason}</p>}
      <WebhookActions webhook={webhook} />
      <Facts
        facts={[
          [words.description, webhook.description ?? '–'],
          [words.events, events.includes('*') ? words.allEvents : events.join(', ')],
          [words.last24, words.delivered(last24Hours.delivered, last24Hours.failed, last24Hours.pending)],
          [words.lastSuccess, <When key="success" at={lastSuccessAt} locale={locale} />],
          [
            words.lastFailure,
            lastFailure ? (
              <span key="failure">
                <When at={lastFailure.at} locale={locale} />: {lastFailure.message}
              </span>
            ) : (
              '–'
            ),
          ],
          [words.nextAttempt, <When key="next" at={nextAttemptAt} locale={locale} />],
          [words.waiting, texts.number(waiting)],
          ...(oldSecretUntil ? [[words.oldSecretUntil, <When key="old" at={oldSecretUntil} locale={locale} />] as const] : []),
        ]}
      />
      <Deliveries webhookId={webhook.id} />
    </>
  )
}
