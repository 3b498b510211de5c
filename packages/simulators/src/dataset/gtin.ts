/** The digits with the GS1 check digit added: `400638133393` becomes `4006381333931`. */
export function withCheckDigit(digits: string): string {
  return digits + String(checkDigit(digits))
}

/** Whether the text has 8, 12, 13 or 14 digits, the last of which is the correct check digit. */
export function isGtin(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1))
}

function checkDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += Number(digits.at(-1 - i)) * (i % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}
