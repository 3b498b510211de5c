import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'

/** One step of a connection test, with its verdict. */
export const ConnectionCheck = z
  .object({
    name: z.string().describe('What was checked: "DNS", "TCP/TLS", "Authentication", "Clock", or a data type.'),
    ok: z.boolean(),
    ms: z.number(),
    detail: z.string(),
    code: z.string().optional().describe('The error code, if the check failed; `docs/errors.md` explains each.'),
    field: z
      .string()
      .optional()
      .describe('The credential or setting that is probably at fault, as `credentials.apiKey`. Absent if no single one is.'),
    hostKey: z
      .string()
      .optional()
      .describe('The fingerprint of the host key that the server shows, as `credentials.sftpHostFingerprint` takes it.'),
  })
  .meta({ id: 'ERPConnectionCheck' })
export type ConnectionCheck = z.infer<typeof ConnectionCheck>

/** The result of a connection test. `responseTime` is in milliseconds. */
export const ERPConnectionTestResult = z
  .object({
    success: z.boolean(),
    message: z.string(),
    responseTime: z.number(),
    details: z.object({ checks: z.array(ConnectionCheck) }),
    errors: z.array(z.string()).optional(),
    proposal: z
      .object({ settings: z.object({ enabledDataTypes: z.array(DataTypeId) }) })
      .optional()
      .describe(
        'What to send with `PATCH /erp/connections/:id`, so that only what this ERP has is enabled. Absent if all enabled data types can be read, or none.',
      ),
  })
  .meta({ id: 'ERPConnectionTestResult' })
export type ERPConnectionTestResult = z.infer<typeof ERPConnectionTestResult>

/** A step that a test will try, unless an essential one before it fails. */
export const PlannedCheck = z.object({ name: z.string(), essential: z.boolean(), dataType: DataTypeId.optional() })
export type PlannedCheck = z.infer<typeof PlannedCheck>

/** How far a test has come. A test that another worker takes over begins anew, as another `attempt`. */
export const TestProgress = z.object({ attempt: z.string(), planned: z.array(PlannedCheck), checks: z.array(ConnectionCheck) })
export type TestProgress = z.infer<typeof TestProgress>

/** What happens while a test works. After a second `planned`, all checks begin anew. */
export type TestEvent =
  | { readonly event: 'planned'; readonly data: { readonly checks: readonly PlannedCheck[] } }
  | { readonly event: 'check'; readonly data: ConnectionCheck }
  | { readonly event: 'end'; readonly data: ERPConnectionTestResult }
