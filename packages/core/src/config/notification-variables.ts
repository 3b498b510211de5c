import { z } from 'zod'
import { about, url } from './variable.ts'

/** The environment variables for notifications. */
export const notificationVariables = {
  PUBLIC_URL: about(
    url(['https:', 'http:'])
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
    'Where people reach this installation, for the links in notifications. Without it they have none.',
    'https://linkspan.example.com',
  ),
  SMTP_URL: about(
    url(['smtp:', 'smtps:']).optional(),
    'The mail server for notifications: smtp:// (with STARTTLS if the server offers it; ?requireTLS=true insists on it) or smtps://.',
    'smtp://user:password@mail.example.com:587',
  ),
  MAIL_FROM: about(
    z
      .string()
      .regex(/^[^\r\n]*[^\s@<>]+@[A-Za-z0-9.-]+>?$/, 'must be a mail address, or a name and <address>')
      .default('Linkspan <linkspan@localhost>'),
    'The sender of the mails.',
    'Linkspan <linkspan@example.com>',
  ),
}
