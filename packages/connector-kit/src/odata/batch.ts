import { parseJson } from '../http/json.ts'

/** One request within a `$batch`. */
export interface BatchRequest {
  /** Unique within the batch. A later request of the same changeset may name it, as in the path `$1/Lines`. */
  readonly id: string
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'MERGE' | 'DELETE'
  /** Relative to the service root, with its query. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a `LosslessNumber` with all its digits. */
  readonly body?: unknown
}

/** A single request, or a changeset: requests that take effect all or not at all. */
export type BatchPart = BatchRequest | { readonly changeset: readonly BatchRequest[] }

export const isChangeset = (part: BatchPart): part is { readonly changeset: readonly BatchRequest[] } => 'changeset' in part

/** What is sent to `$batch`. */
export interface BatchBody {
  readonly contentType: string
  readonly body: string
}

/** The answer to one request of a batch. */
export interface BatchAnswer {
  /** The request's id, as far as the server repeats it. */
  readonly id: string | null
  readonly status: number
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** The body of an answer as JSON, no digit lost; undefined if it has none. Throws a SyntaxError if it is something else. */
export const batchJson = ({ text }: BatchAnswer): unknown => (text.trim() === '' ? undefined : parseJson(text))
