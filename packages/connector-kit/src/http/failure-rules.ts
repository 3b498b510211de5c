import type { ErrorCode } from '@linkspan/core/connector'

/** What a failed answer means whose status alone says too little, or the wrong thing. */
export interface FailureRule {
  /** Any status if none is named. */
  readonly statuses?: readonly number[]
  /** What the body has in it. */
  readonly body: RegExp
  /** How a read ends. Of a write `setup.request-refused` says that the ERP has refused this record for good. */
  readonly code: ErrorCode
  /** A write failed since the ERP's record has changed meanwhile. */
  readonly isStale?: true
}

/** No more of a body is looked at. */
const maxLength = 20_000

/** The first rule that fits an answer. */
export const ruleFor = (
  { status, body }: { readonly status: number; readonly body: string },
  rules: readonly FailureRule[] = [],
): FailureRule | undefined => {
  const text = body.slice(0, maxLength)
  return rules.find(({ statuses, body: pattern }) => (statuses?.includes(status) ?? true) && pattern.test(text))
}

const stale = (body: RegExp): FailureRule => ({ body, code: 'remote.unavailable', isStale: true })

/** The rules of the ERPs that are known, most special first. */
export const failureRules = {
  /** Business Central (docs/erp/dynamics-business-central.md#error-codes). */
  businessCentral: [
    stale(/"(Request_EntityChanged|BadRequest_InvalidToken)/),
    { body: /"Authentication_\w+/, code: 'setup.credentials-rejected' },
    { body: /"Authorization_\w+|You do not have (the following )?permissions?\b/i, code: 'setup.permission-missing' },
    { statuses: [400, 404, 500], body: /"Internal_CompanyNotFound/, code: 'setup.resource-missing' },
    { statuses: [400], body: /"BadRequest_(ResourceNotFound|NotFound)/, code: 'setup.resource-missing' },
    { body: /"Internal_(EntityWithSameKeyExists|RecordNotFound|InvalidTableRelation)/, code: 'setup.request-refused' },
    { statuses: [400, 500], body: /"(Application|BadRequest)_\w+/, code: 'setup.request-refused' },
    { statuses: [400, 500], body: /"Internal_ServerError"[\s\S]*\b(SystemId|must be)\b/, code: 'setup.request-refused' },
    { statuses: [400, 500], body: /"(Internal_\w+|Unknown)"/, code: 'remote.unavailable' },
  ],
  /** Finance and Operations (docs/erp/dynamics-finance-operations.md#error-bodies): a refusal may come with status 500. */
  financeOperations: [
    stale(/Another user has changed the record|cannot edit a record[\s\S]*update conflict/i),
    {
      statuses: [400, 500],
      body: /AxODataWriteException|validateField failed|is not found in the related table|Cannot create/i,
      code: 'setup.request-refused',
    },
  ],
  /** NetSuite: too many calls at once come as 400 too, from RESTlets (docs/erp/netsuite.md#too-many-calls). */
  netSuite: [
    {
      body: /CONCURRENCY_LIMIT_EXCEEDED|REQUEST_LIMIT_EXCEEDED|ExceededConcurrentRequestLimitFault|WS_REQUEST_BLOCKED/,
      code: 'remote.throttled',
    },
    stale(/RCRD_HAS_BEEN_CHANGED/),
    { statuses: [400, 401], body: /INVALID_LOGIN/, code: 'setup.credentials-rejected' },
    { statuses: [400, 403], body: /INSUFFICIENT_PERMISSION/, code: 'setup.permission-missing' },
  ],
  /** Oracle Fusion: some refusals come as a 500 that stays (docs/erp/oracle-fusion.md#a-500-that-stays). */
  oracleFusion: [stale(/JBO-25014/), { statuses: [500], body: /flexfield|"FOM-\d+/i, code: 'setup.request-refused' }],
  /** Odoo, over JSON-RPC with status 200 (docs/erp/odoo.md#exceptions). */
  odoo: [
    {
      body: /SerializationFailure|LockNotAvailable|OperationalError|could not serialize|database is starting/i,
      code: 'remote.unavailable',
    },
    { body: /AccessDenied|werkzeug\.exceptions\.Unauthorized/, code: 'setup.credentials-rejected' },
    { body: /AccessError|werkzeug\.exceptions\.Forbidden/, code: 'setup.permission-missing' },
    {
      body: /ValidationError|UserError|MissingError|RedirectWarning|NotNullViolation|UniqueViolation|Invalid field/,
      code: 'setup.request-refused',
    },
  ],
  /** Epicor Kinetic (docs/erp/epicor-kinetic.md#error-types). */
  epicor: [
    stale(/Row has been modified by another user/i),
    { statuses: [503], body: /ConversionsPendingException/, code: 'remote.unavailable' },
    { body: /maximum (?:number of )?(?:users|sessions)/i, code: 'remote.throttled' },
    { statuses: [410], body: /InvalidSessionException/, code: 'remote.unavailable' },
  ],
  /** Infor LN, M3 and SyteLine (docs/erp/infor.md#refusals). */
  infor: [stale(/Record modified by other user/i), { body: /not licensed|requires \[\w+\] privilege/i, code: 'setup.permission-missing' }],
  /** SOAP 1.1 and 1.2: the code says whose fault it is (docs/erp/soap.md#fault-codes). */
  soap: [
    { body: /FailedAuthentication|InvalidSecurity\b|MessageExpired/, code: 'setup.credentials-rejected' },
    { body: /<(?:\w+:)?faultcode[^>]*>\s*(?:[\w-]+:)?(?:Client|MustUnderstand|VersionMismatch)\b/, code: 'setup.request-refused' },
    { body: /<(?:\w+:)?Value[^>]*>\s*(?:[\w-]+:)?(?:Sender|MustUnderstand|VersionMismatch)\b/, code: 'setup.request-refused' },
    { body: /<(?:\w+:)?faultcode[^>]*>\s*(?:[\w-]+:)?Server\b/, code: 'remote.unavailable' },
    { body: /<(?:\w+:)?Value[^>]*>\s*(?:[\w-]+:)?Receiver\b/, code: 'remote.unavailable' },
  ],
} as const satisfies Readonly<Record<string, readonly FailureRule[]>>
