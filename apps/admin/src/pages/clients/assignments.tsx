import type { AssignmentChange } from '../../api/clients.ts'
import type { Client, Site } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { texts } from '../../texts/texts.ts'

const words = texts.clients

export type Assignment = (Client['assignments'] | Site['assignments'])[number]

export interface AssignmentsProps {
  readonly assignments: readonly Assignment[]
  readonly mayChange: boolean
  readonly onChange: (change: Pick<AssignmentChange, 'action' | 'erpConnectionId'>) => void
}

const switches = ['orders', 'products', 'inventory', 'employees', 'invoices'] as const
const settingOf = {
  orders: 'syncOrders',
  products: 'syncProducts',
  inventory: 'syncInventory',
  employees: 'syncEmployees',
  invoices: 'syncInvoices',
} as const

function usedAs(assignment: Assignment): string {
  if ('isDefault' in assignment) return assignment.isDefault ? words.isDefault : words.isOther
  return assignment.overridesClient ? words.overrides : words.doesNotOverride
}

/** The connections that a client or a site was assigned, with what they exchange. */
export function Assignments({ assignments, mayChange, onChange }: AssignmentsProps) {
  const nameOf = useConnectionName()
  if (assignments.length === 0) return <p>{words.noAssignments}</p>
  return (
    <DataTable
      caption={words.assignments}
      rows={assignments}
      keyOf={({ id }) => id}
      columns={[
        { title: texts.runs.connection, cell: ({ erpConnectionId }) => nameOf(erpConnectionId) },
        { title: words.usedAs, cell: usedAs },
        {
          title: words.exchanges,
          cell: ({ settings }) =>
            switches
              .filter((dataType) => settings[settingOf[dataType]])
              .map((dataType) => texts.dataTypes[dataType])
              .join(', ') || '–',
        },
        { title: words.catalog, cell: ({ catalogId }) => catalogId ?? '–' },
        {
          title: texts.connections.actions,
          cell: ({ erpConnectionId }) => (
            <ActionButton
              isDisabled={!mayChange}
              label={words.removeOf(nameOf(erpConnectionId))}
              onPress={() => onChange({ action: 'unassign', erpConnectionId })}
            >
              {words.remove}
            </ActionButton>
          ),
        },
      ]}
    />
  )
}
