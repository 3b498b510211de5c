import type { NotificationMessage, Tone } from '@linkspan/core'

const colours: Readonly<Record<Tone, string>> = { critical: 'attention', warning: 'warning', good: 'good' }

/** The body for a webhook of Microsoft Teams: a message with one adaptive card. */
export function teamsBody({ subject, firstLine, link, facts, items, tone }: NotificationMessage): object {
  const text = (content: string, more: object = {}) => ({ type: 'TextBlock', text: escapeMarkdown(content), wrap: true, ...more })
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      text(subject, { weight: 'bolder', size: 'medium', color: colours[tone] }),
      text(firstLine),
      ...items.map((item) => text(item.text, { color: colours[item.tone] })),
      ...(facts.length === 0
        ? []
        : [{ type: 'FactSet', facts: facts.map(({ label, text: value }) => ({ title: label, value: escapeMarkdown(value) })) }]),
    ],
    ...(link && { actions: [{ type: 'Action.OpenUrl', title: link.label, url: link.url }] }),
  }
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }] }
}

const escapeMarkdown = (text: string): string => text.replace(/[\\*_[\]`]/g, '\\$&')
