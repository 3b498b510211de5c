import type { AuditEvent } from '../../api/names.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { texts } from '../../texts/texts.ts'
import css from './audit.module.css'

const words = texts.audit

/** One event: who, from where, and each field that was changed. */
export function AuditDetails({ event }: { readonly event: AuditEvent }) {
  const { actor, changes, id, requestId, target, userAgent } = event
  const { furtherAttempts, ...fields } = changes
  return (
    <div className={css.details}>
      <Facts
        facts={[
          [words.role, actor.role ?? '–'],
          [words.authentication, actor.authentication],
          [words.target, target ?? '–'],
          [words.requestId, requestId ?? '–'],
          [words.userAgent, userAgent ?? '–'],
          [words.id, id],
        ]}
      />
      <p className={css.heading}>{words.changes}</p>
      {typeof furtherAttempts === 'number' && <p>{words.attempts(furtherAttempts)}</p>}
      {Object.keys(fields).length === 0 ? (
        <p>{words.noChanges}</p>
      ) : (
        <Facts facts={Object.entries(fields).map(([name, value]) => [name, shown(value)])} />
      )}
    </div>
  )
}

function shown(value: unknown): string {
  if (value === 'changed') return words.secret
  return typeof value === 'string' ? value : JSON.stringify(value)
}
