import { AppError } from '@linkspan/core'

/** The cursor of a listing, which always has the shape of `pattern` if the listing issued it. Throws `request.malformed` otherwise. */
export function checkCursor(cursor: string, pattern: RegExp): string {
  if (!pattern.test(cursor)) throw new AppError('request.malformed', 'The cursor was not issued by this listing')
  return cursor
}
