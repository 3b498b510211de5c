import type { XmlElement } from '@linkspan/connector-kit/xml/element'

/** What a DTD says about an element: its children, as in `Total, ShipTo?, Comments*`, and its required attributes. */
export type ContentModel = Readonly<Record<string, { readonly children: string; readonly required?: readonly string[] }>>

/** A regular expression over the names of the children. `|` and brackets mean what they mean in a DTD; `#PCDATA` has no children. */
const expressionOf = (children: string): RegExp =>
  new RegExp(`^(?:${children === '#PCDATA' ? '' : children.replace(/\w+/g, (name) => `(?:<${name}>)`).replace(/[\s,]/g, '')})$`)

/** All violations of the model, with their places. An element that the model does not have is a violation. */
export function violations(element: XmlElement, model: ContentModel, place: string = element.name): readonly string[] {
  const rule = model[element.name]
  if (!rule) return [`${place} is not known`]
  const names = element.children.map(({ name }) => `<${name}>`).join('')
  return [
    ...(expressionOf(rule.children).test(names) ? [] : [`${place} holds ${names}, and not ${rule.children}`]),
    ...(rule.children === '#PCDATA' || element.text.trim() === '' ? [] : [`${place} holds text`]),
    ...(rule.required ?? []).filter((name) => element.attributes[name] === undefined).map((name) => `${place} has no @${name}`),
    ...element.children.flatMap((each) => violations(each, model, `${place}/${each.name}`)),
  ]
}
