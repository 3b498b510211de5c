import { type Answer, json } from '../../exchange.ts'

/** A refusal of Finance and Operations: the words that matter are in an inner error. */
export class FoError extends Error {
  readonly status: number
  readonly type: string

  constructor(status: number, type: string, message: string) {
    super(message)
    this.name = 'FoError'
    this.status = status
    this.type = type
  }
}

const writeException = 'Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException'

/** What a write is refused with: the infolog of the business logic (docs/erp/dynamics-finance-operations.md#error-bodies). */
export const writeFailed = (entity: string, infolog: string, status = 400): FoError =>
  new FoError(status, writeException, `Write failed for table row of type '${entity}'. Infolog: ${infolog}`)

export const badQuery = (message: string): FoError => new FoError(400, 'Microsoft.OData.ODataException', message)

export const unknownProperty = (name: string, entity: string): FoError =>
  badQuery(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.DataEntities.${entity}'.`)

export const unknownSegment = (name: string): FoError =>
  new FoError(404, 'Microsoft.OData.UriParser.ODataUnrecognizedPathException', `Resource not found for the segment '${name}'.`)

/** The body of an error: the outer message is always the same, and a stack trace comes along. */
export const toErrorAnswer = ({ status, type, message }: Pick<FoError, 'status' | 'type' | 'message'>): Answer =>
  json(
    {
      error: {
        code: '',
        message: status === 404 ? message : 'An error has occurred.',
        innererror: { message, type, stacktrace: '   at Microsoft.Dynamics.Ax.Xpp.Runtime.Raise()\r\n   at System.Web.Http.Filters.Run()' },
      },
    },
    { status },
  )
