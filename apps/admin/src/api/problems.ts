import { LinkspanError } from '@linkspan/client'

/** Whether a request that failed may be sent again by itself: the server was not reached, or asked to try later. */
export const isWorthRepeating = (error: unknown): boolean => !(error instanceof LinkspanError) || error.status >= 500

/** Whether somebody has to sign in. */
export const isSignedOut = (error: unknown): boolean => error instanceof LinkspanError && error.status === 401
