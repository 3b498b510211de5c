/** What an error is called, and what to do once Linkspan no longer retries it by itself. */
export interface ErrorWords {
  readonly title: string
  readonly hint: string
}
