export interface AlertsSearch {
  /** The id of the route that is edited, or `new`. */
  readonly edit?: string
  /** The id of the route whose deliveries are shown. */
  readonly peek?: string
}

export const readAlertsSearch = ({ edit, peek }: Readonly<Record<string, unknown>>): AlertsSearch => ({
  ...(typeof edit === 'string' && { edit }),
  ...(typeof peek === 'string' && { peek }),
})
