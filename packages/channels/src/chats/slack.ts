import type { NotificationMessage, Tone } from '@linkspan/core'

const signs: Readonly<Record<Tone, string>> = { critical: ':red_circle:', warning: ':large_yellow_circle:', good: ':large_green_circle:' }

/** Slack takes at most so many characters in the text of one block. */
const maxText = 3000

/** The body for an incoming webhook of Slack. */
export function slackBody({ firstLine, link, facts, items, tone }: NotificationMessage): object {
  const head = `${signs[tone]} ${escapeText(firstLine)}${link === null ? '' : ` <${link.url}|${escapeText(link.label)}>`}`
  const lines = [
    ...items.map((item) => `${signs[item.tone]} ${escapeText(item.text)}`),
    ...facts.map(({ label, text }) => `*${escapeText(label)}:* ${escapeText(text)}`),
  ]
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text: cut(text) } })
  return { text: cut(head), blocks: [section(head), ...(lines.length === 0 ? [] : [section(lines.join('\n'))])] }
}

/** Slack's three control characters. */
const escapeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const cut = (text: string): string => (text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text)
