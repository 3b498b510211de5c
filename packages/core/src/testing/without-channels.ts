import { AppError } from '../kernel/errors.ts'
import type { Channels } from '../notifications/channel.ts'

/** For tests that are not about notifications: an installation without a mail server and without a way out. */
export const withoutChannels: Channels = { send: () => Promise.reject(new AppError('channel.unset', 'There is no channel here')) }
