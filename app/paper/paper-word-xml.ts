import { BuilderElement, type XmlComponent } from 'docx'

type Attributes = Readonly<Record<string, string | number>>

/** An element of a part; text in it and in its attributes is data: the library writes it as such. */
export function element(
  name: string,
  attributes: Attributes = {},
  children: readonly (XmlComponent | string)[] = [],
): XmlComponent {
  const made = new BuilderElement<Attributes>({
    name,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, { key, value }])),
  })
  for (const child of children) made.addChildElement(child)
  return made
}

/** An element with its value in `val`, as most of a chart are. */
export const valued = (name: string, value: string | number): XmlComponent => element(name, { val: value })
