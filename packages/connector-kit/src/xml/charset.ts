/** The charset in a Content-Type, or undefined. */
export const charsetIn = (contentType: string | undefined): string | undefined => /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]
