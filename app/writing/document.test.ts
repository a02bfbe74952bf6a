import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { storedTexts } from '../../test/rich-values.ts'
import { done } from '../../test/written-plan.ts'
import { parseRich, writeRich } from '../kernel/rich.ts'
import { documentOf, fragmentOf, idOf, textOf } from './document.ts'
import { editDocument } from './document-edit.ts'
import { tidyText } from './passage.ts'

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

describe('a text as a document', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(storedTexts, (text) => {
        expect(textOf(documentOf(text, 'one'))).toBe(text)
      }),
    )
  })

  test('any string is some document, with the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        const said = textOf(documentOf(raw, 'one'))
        expect(said).toBe(tidyText(said))
        const text = done(tidyText(raw))
        expect(textOf(documentOf(text, 'one'))).toBe(writeRich(parseRich(text)))
      }),
      { numRuns: 1000 },
    )
  })

  test('an empty one is one paragraph, so that two who begin to write meet in it', () => {
    const doc = documentOf('', 'one')
    expect(fragmentOf(doc).toJSON()).toBe('<paragraph></paragraph>')
    expect(idOf(doc)).toBe('one')
  })
})

describe('an edit of a document', () => {
  test('makes it say any other text', () => {
    fc.assert(
      fc.property(storedTexts, storedTexts, storedTexts, (before, after, last) => {
        const doc = documentOf(before, 'one')
        editDocument(doc, after)
        expect(textOf(doc)).toBe(after)
        editDocument(doc, last)
        expect(textOf(doc)).toBe(last)
      }),
      { numRuns: 500 },
    )
  })

  test('to the same text changes nothing', () => {
    fc.assert(
      fc.property(storedTexts, (text) => {
        const doc = documentOf(text, 'one')
        const before = Y.encodeStateVector(doc)
        editDocument(doc, text)
        expect(Y.encodeStateVector(doc)).toEqual(before)
      }),
    )
  })

  test('leaves what a colleague writes elsewhere at the same time', () => {
    const doc = documentOf('Samen kijken in de klas.\n\n- taal\n- lezen', 'one')
    const hers = copyOf(doc)
    editDocument(hers, 'Samen kijken in de klas.\n\n- taal\n- lezen en spreken')
    editDocument(doc, 'Samen **goed** kijken in de groep.\n\n- taal\n- lezen')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers))
    expect(textOf(doc)).toBe('Samen **goed** kijken in de groep.\n\n- taal\n- lezen en spreken')
  })

  test('within one sentence changes only the words that differ', () => {
    const doc = documentOf('Elke week een uur samen in de klas.', 'one')
    const hers = copyOf(doc)
    editDocument(hers, 'Elke week een heel uur samen in de klas.')
    editDocument(doc, 'Elke maand een uur samen in de *eigen* klas.')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers))
    expect(textOf(doc)).toBe('Elke maand een heel uur samen in de *eigen* klas.')
  })

  test('keeps the paragraph that somebody has just begun', () => {
    const doc = documentOf('Een.', 'one')
    const hers = copyOf(doc)
    fragmentOf(hers).insert(1, [new Y.XmlElement('paragraph')])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers))
    editDocument(doc, 'Een en twee.')
    const begun = fragmentOf(hers).get(1) as Y.XmlElement
    begun.insert(0, [new Y.XmlText('Drie.')])
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(hers))
    expect(textOf(doc)).toBe('Een en twee.\n\nDrie.')
  })

  test('puts right a document with nodes that no editor writes', () => {
    const doc = documentOf('Een.', 'one')
    const strange = new Y.XmlElement('table')
    const deep = new Y.XmlElement('paragraph')
    strange.insert(0, [deep])
    deep.insert(0, [new Y.XmlText('vreemd')])
    const list = new Y.XmlElement('bulletList')
    list.insert(0, [new Y.XmlText('los')])
    fragmentOf(doc).insert(0, [strange, list, new Y.XmlText('woord')])
    editDocument(doc, 'Twee.\n\n- punt')
    expect(textOf(doc)).toBe('Twee.\n\n- punt')
  })

  test.each([
    ['lines', '\n'],
    ['paragraphs', '\n\n'],
    ['points', '\n- '],
  ])('another text of thousands of short %s takes the place of the old one', (_what, between) => {
    const rows = (signs: string) =>
      Array.from({ length: 5000 }, (_, at) => signs[(at * 3 + (at >> 3)) % signs.length]).join(between)
    const doc = documentOf(rows('abcdefg'), 'one')
    editDocument(doc, rows('defghijk'))
    expect(textOf(doc)).toBe(writeRich(parseRich(rows('defghijk'))))
  })
})
