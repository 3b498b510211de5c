import { systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { failureRules } from './failure-rules.ts'
import { failedWrite } from './write-failure.ts'

type Family = keyof typeof failureRules

const answer = (status: number, body: string, family: Family) => {
  const rules = failureRules[family]
  const failure = classify({ place: 'POST /x', path: '/x', status, headers: {}, body, rules }, systemClock)
  const meaning = () => failedWrite({ response: { status, text: body }, failure, isChange: false, rules })
  return { failure, meaning }
}

/** Family, status, body, what a read fails with, and what becomes of a write: its outcome, or `thrown`. */
const table: readonly (readonly [Family, number, string, string, string])[] = [
  ['businessCentral', 400, '{"error":{"code":"Application_DialogException"}}', 'setup.request-refused', 'refused'],
  ['businessCentral', 500, '{"error":{"code":"Application_DialogException"}}', 'setup.request-refused', 'refused'],
  ['businessCentral', 500, '{"error":{"code":"Internal_EntityWithSameKeyExists"}}', 'setup.request-refused', 'refused'],
  ['businessCentral', 500, '{"error":{"code":"Internal_ServerError"}}', 'remote.unavailable', 'unknown'],
  ['businessCentral', 409, '{"error":{"code":"Request_EntityChanged"}}', 'remote.unavailable', 'stale'],
  ['businessCentral', 400, '{"error":{"code":"Authentication_InvalidCredentials"}}', 'setup.credentials-rejected', 'thrown'],
  ['businessCentral', 401, '', 'setup.credentials-rejected', 'thrown'],
  [
    'businessCentral',
    400,
    '{"error":{"code":"Application_DialogException","message":"You do not have permissions to read Sales Orders."}}',
    'setup.permission-missing',
    'thrown',
  ],
  ['businessCentral', 400, '{"error":{"code":"BadRequest_ResourceNotFound"}}', 'setup.resource-missing', 'thrown'],
  ['businessCentral', 404, '{"error":{"code":"Internal_CompanyNotFound"}}', 'setup.resource-missing', 'thrown'],
  ['businessCentral', 400, '{"error":{"code":"BadRequest_InvalidRequestUrl"}}', 'setup.request-refused', 'refused'],
  ['businessCentral', 400, '{"error":{"code":"BadRequest_InvalidToken"}}', 'remote.unavailable', 'stale'],
  [
    'businessCentral',
    500,
    '{"error":{"code":"Internal_ServerError","message":"You cannot change the value of the SystemId field"}}',
    'setup.request-refused',
    'refused',
  ],
  ['businessCentral', 500, '{"error":{"code":"Internal_TenantUnavailable"}}', 'remote.unavailable', 'unknown'],
  ['businessCentral', 500, '{"error":{"code":"Unknown"}}', 'remote.unavailable', 'unknown'],
  ['financeOperations', 500, '{"error":{"innererror":{"type":"X.AxODataWriteException"}}}', 'setup.request-refused', 'refused'],
  ['financeOperations', 500, '<html>Bad gateway</html>', 'remote.unavailable', 'unknown'],
  [
    'financeOperations',
    500,
    '{"error":{"innererror":{"message":"Write failed. Infolog: You cannot edit a record in Sales orders. An update conflict occurred."}}}',
    'remote.unavailable',
    'stale',
  ],
  ['netSuite', 400, '{"error":{"code":"SSS_REQUEST_LIMIT_EXCEEDED"}}', 'remote.throttled', 'thrown'],
  ['netSuite', 400, '{"o:errorDetails":[{"o:errorCode":"RCRD_HAS_BEEN_CHANGED"}]}', 'remote.unavailable', 'stale'],
  ['netSuite', 400, '{"o:errorDetails":[{"o:errorCode":"INVALID_CONTENT"}]}', 'setup.request-refused', 'refused'],
  ['netSuite', 400, '{"o:errorDetails":[{"o:errorCode":"INSUFFICIENT_PERMISSION"}]}', 'setup.permission-missing', 'thrown'],
  ['oracleFusion', 500, 'The flexfield is not deployed', 'setup.request-refused', 'refused'],
  ['oracleFusion', 500, '{"o:errorDetails":[{"o:errorCode":"FOM-4515095"}]}', 'setup.request-refused', 'refused'],
  ['oracleFusion', 400, 'JBO-25014: Another user has changed the row', 'remote.unavailable', 'stale'],
  ['oracleFusion', 500, 'Internal error', 'remote.unavailable', 'unknown'],
  ['odoo', 200, '{"error":{"data":{"name":"odoo.exceptions.AccessDenied"}}}', 'setup.credentials-rejected', 'thrown'],
  ['odoo', 200, '{"error":{"data":{"name":"odoo.exceptions.UserError"}}}', 'setup.request-refused', 'refused'],
  ['odoo', 200, '{"error":{"data":{"name":"psycopg2.errors.SerializationFailure"}}}', 'remote.unavailable', 'thrown'],
  ['epicor', 400, '{"ErrorMessage":"Row has been modified by another user"}', 'remote.unavailable', 'stale'],
  ['epicor', 400, '{"ErrorType":"Ice.Common.BusinessObjectException"}', 'setup.request-refused', 'refused'],
  ['infor', 412, '{"Message":"Record modified by other user"}', 'remote.unavailable', 'stale'],
  ['soap', 500, '<f><faultcode>soap:Client</faultcode></f>', 'setup.request-refused', 'refused'],
  ['soap', 500, '<f><S:Code><S:Value>S:Sender</S:Value></S:Code></f>', 'setup.request-refused', 'refused'],
  ['soap', 500, '<f><faultcode>S:Server</faultcode></f>', 'remote.unavailable', 'unknown'],
  ['soap', 500, '<f><faultcode>wsse:FailedAuthentication</faultcode></f>', 'setup.credentials-rejected', 'thrown'],
]

test.each(table)('%s: HTTP %i with %s is %s, and the write is %s', (family, status, body, code, outcome) => {
  const { failure, meaning } = answer(status, body, family)
  expect(failure.code).toBe(code)
  if (outcome === 'thrown') expect(meaning).toThrow(failure)
  else expect(meaning().kind).toBe(outcome)
})
