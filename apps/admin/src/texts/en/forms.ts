export const forms = {
  none: 'not set',
  more: 'More',
  isSet: 'set',
  replace: 'Replace',
  remove: 'Remove',
  keep: 'Keep the stored one',
  willBeRemoved: 'will be removed',
  onePerLine: 'One a line.',
  namesAndValues: 'One "name: value" a line. A value shown as ******** is set, and stays if it is left like that.',
  json: 'As JSON.',
  notJson: 'is not valid JSON yet',
  defaultIs: (value: string) => `Default: ${value}.`,
  remarks: {
    'blank-around': 'It begins or ends with a blank.',
    'login-in-url': 'It holds a user and a password: enter them in their own fields.',
    'line-break': 'A line break was copied along, and left out.',
  },
} as const
