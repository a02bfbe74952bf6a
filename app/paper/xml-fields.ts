import type { Attribute, XmlHandler } from './xml-in.ts'

/** What is told of XML that holds data: elements as they open, and the text of each as it closes, by local names. */
export type FieldHandler = {
  readonly open?: (name: string, attribute: Attribute, above: readonly string[]) => void
  /** `above`: the elements around it, outermost first. */
  readonly close: (name: string, text: string, above: readonly string[]) => void
}

/** Longer than any field of data; what is longer is cut. */
const LONGEST = 2000

/** Tells elements by their name without a prefix; the text of an element is its own, not that of elements in it. */
export function fieldHandler({ open, close }: FieldHandler): XmlHandler {
  const names: string[] = []
  const texts: string[] = []
  return {
    open: (name, attribute) => {
      const local = name.slice(name.indexOf(':') + 1)
      open?.(local, attribute, names)
      names.push(local)
      texts.push('')
    },
    text: (piece) => {
      const last = texts.length - 1
      const held = texts[last]
      if (held !== undefined && held.length < LONGEST) texts[last] = (held + piece).slice(0, LONGEST)
    },
    close: () => {
      const name = names.pop() ?? ''
      close(name, (texts.pop() ?? '').trim(), names)
    },
  }
}
