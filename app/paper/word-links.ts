import type { XmlHandler } from './xml-in.ts'

/** Reads the relations of a part: where its links lead, by their id. Addresses are only noted, never followed. */
export function linksHandler(): { handler: XmlHandler; links: ReadonlyMap<string, string> } {
  const links = new Map<string, string>()
  return {
    links,
    handler: {
      open(name, attribute) {
        if (!/(^|:)Relationship$/.test(name) || attribute('TargetMode') !== 'External') return
        if (attribute('Type')?.endsWith('/hyperlink'))
          links.set(attribute('Id') ?? '', attribute('Target') ?? '')
      },
      text() {},
      close() {},
    },
  }
}
