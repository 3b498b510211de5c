export { createPoster, type Post, type PostAnswer, type Poster, type PosterOptions } from './http/poster.ts'
export type { MailSettings } from './mail/mail-channel.ts'
export { type ChannelsOptions, createChannels } from './notifications/channels.ts'
export { type SignedHeaders, signMessage } from './standard-webhooks/sign-message.ts'
