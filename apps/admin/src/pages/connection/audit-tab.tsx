import { Link, useParams, useSearch } from '@tanstack/react-router'
import { AuditList } from '../../shell/audit/audit-list.tsx'

/** Who has changed or used a connection. */
export function AuditTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/audit' })
  const { peek } = useSearch({ from: '/shell/erp-connections/$id/audit' })
  return (
    <AuditList
      search={{ target: id, peek }}
      linkTo={(event, children) => (
        <Link
          to="/erp-connections/$id/audit"
          params={{ id }}
          search={{ ...(event && { peek: event }) }}
          resetScroll={false}
          aria-expanded={event === undefined}
        >
          {children}
        </Link>
      )}
    />
  )
}
