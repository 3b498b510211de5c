import { expect, test } from 'vitest'
import { extractErrorMessage } from './error-message.ts'

const soap = (fault: string, prefix = 'soap') =>
  `<?xml version="1.0"?><${prefix}:Envelope xmlns:${prefix}="urn:e"><${prefix}:Body><${prefix}:Fault>${fault}</${prefix}:Fault></${prefix}:Body></${prefix}:Envelope>`

test.each<[string, unknown, string]>([
  [
    'OData V2 with details',
    {
      error: {
        code: 'V1/045',
        message: { lang: 'en', value: 'Order failed' },
        innererror: { errordetails: [{ message: 'Material 7 is blocked' }] },
      },
    },
    'Order failed · V1/045 · Material 7 is blocked',
  ],
  ['OData V4', { error: { code: 'X', message: 'Wrong', details: [{ message: 'No plant' }] } }, 'Wrong · X · No plant'],
  [
    'Business Central',
    { error: { code: 'Application_DialogException', message: 'The customer is blocked.  CorrelationId:  0c5c9f5e-aa11.' } },
    'The customer is blocked. · Application_DialogException',
  ],
  [
    'Finance and Operations',
    {
      error: {
        code: '',
        message: 'An error has occurred.',
        innererror: {
          message: "Write failed for table row of type 'SalesOrderHeaderV2Entity'. Infolog: Error: Account 4 is not found.",
          type: 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException',
          stacktrace: ' at Microsoft.Dynamics.Foo()',
        },
      },
    },
    'Error: Account 4 is not found.',
  ],
  [
    'NetSuite and Oracle with paths',
    {
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [{ detail: 'Invalid value', 'o:errorPath': 'entity.id' }, { detail: 'Enter an item' }],
    },
    'entity.id: Invalid value · Enter an item',
  ],
  ['NetSuite and Oracle without details', { title: 'Bad Request', 'o:errorDetails': [] }, 'Bad Request'],
  [
    'Odoo over JSON-RPC',
    {
      error: {
        code: 200,
        message: 'Odoo Server Error',
        data: { name: 'odoo.exceptions.ValidationError', message: 'No partner', debug: 'Traceback …' },
      },
    },
    'No partner',
  ],
  [
    'Odoo over JSON-2',
    { name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey', arguments: [], debug: 'Traceback …' },
    'Invalid apikey',
  ],
  [
    'Epicor',
    { HttpStatus: 400, ErrorMessage: 'Part is not valid', ErrorType: 'X', ErrorDetails: [{ Message: 'No such part', Field: 'PartNum' }] },
    'Part is not valid · PartNum: No such part',
  ],
  ['Infor LN', { Code: 'ERROR:ttstps0110', Message: 'Record modified by other user', Details: [] }, 'Record modified by other user'],
  [
    'Infor M3',
    { results: [{ errorMessage: 'Customer 5 does not exist', errorCode: 'X' }], nrOfFailedTransactions: 1 },
    'Customer 5 does not exist',
  ],
  ['Infor SyteLine', { Success: false, Message: 'The user is not licensed' }, 'The user is not licensed'],
  ['an action of Oracle', { ReturnStatus: 'Error', ErrorExplanation: 'On hold' }, 'On hold'],
  ['a body of no family', { errors: { 'lines[0].sku': ['is unknown'] } }, 'lines[0].sku: is unknown'],
  ['a plain text', 'Nothing here', 'Nothing here'],
  ['a SOAP 1.1 fault', soap('<faultcode>soap:Client</faultcode><faultstring>Bad &amp; wrong</faultstring>'), 'Bad & wrong'],
  [
    'a SOAP 1.1 fault with detail',
    soap(
      '<faultcode>c</faultcode><faultstring>Failed</faultstring><detail><n:e xmlns:n="u"><n:message><![CDATA[No item]]></n:message></n:e></detail>',
      'S',
    ),
    'Failed · No item',
  ],
  [
    'a SOAP 1.2 fault',
    soap('<env:Code><env:Value>env:Sender</env:Value></env:Code><env:Reason><env:Text xml:lang="en">Wrong</env:Text></env:Reason>', 'env'),
    'Wrong',
  ],
  ['a SOAP fault that is cut', '<S:Envelope xmlns:S="u"><S:Body><S:Fault><faultstring>Too long a st', 'Too long a st'],
  ['a page of HTML', '<html><title>502</title><body>Bad gateway</body></html>', '502 Bad gateway'],
])('the words of %s', (_, body, words) => {
  expect(extractErrorMessage(typeof body === 'string' ? body : JSON.stringify(body))).toBe(words)
})
