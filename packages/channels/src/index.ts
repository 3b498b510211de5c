export { createPoster, type Post, type PostAnswer, type Poster, type PosterOptions } from './http/poster.ts'
export { type SignedHeaders, signMessage } from './standard-webhooks/sign-message.ts'
export { createOpenWebhook, type WebhookSenderOptions } from './webhook-sender.ts'
