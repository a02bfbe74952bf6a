import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Cast, NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { storedTexts } from '../../test/rich-values.ts'
import { done } from '../../test/written-plan.ts'
import type { Fact } from '../db/announce.ts'
import { clearSchool } from '../db/clear-school.ts'
import type { Db } from '../db/database.ts'
import { momentOf } from '../kernel/day.ts'
import { newId } from '../kernel/id.ts'
import { fragmentOf, textOf, writtenForm } from './document.ts'
import { documentFrom, openDocument, readDocument } from './document-store.ts'
import { baseOf, fingerprint, type Passage } from './passage.ts'
import { erasePassages, readPassage, readPastTexts, writePassage } from './passage-store.ts'
import { storeDocument } from './together-store.ts'

const minutes = (count: number) => momentOf(new Date(NOW.getTime() + count * 60_000))

eachDatabase((open, dialect) => {
  let db: Db
  let cast: Cast
  let place: { ownerId: string; field: string; scopeId: string }
  beforeEach(async () => {
    db = await open()
    cast = await settleCast(db)
    place = { ownerId: newId(), field: 'approach', scopeId: newId() }
  })
  const karin = () => cast.member('karin')
  const bram = () => cast.member('bram')
  const write = async (text: string, base: number | null = null, at = NOW_MOMENT, who = karin()) =>
    writePassage(db, who, place, text, base, at)
  const passage = () => db.read(karin(), (sql) => readPassage(sql, karin(), place))
  const past = () => db.read(karin(), (sql) => readPastTexts(sql, karin(), place))
  const begin = async () => documentFrom((await openDocument(db, karin(), place, NOW_MOMENT)).state)
  const store = async (doc: Y.Doc, at = NOW_MOMENT, who = karin()) =>
    storeDocument(db, who, place, Y.encodeStateAsUpdate(doc), at)
  const stored = async () => {
    const row = await db.read(karin(), (sql) => readDocument(sql, karin(), place))
    return row && documentFrom(row.state)
  }
  const typeAtEnd = (doc: Y.Doc, words: string) => {
    const paragraph = fragmentOf(doc).get(0) as Y.XmlElement
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()])
    const text = paragraph.get(0) as Y.XmlText
    text.insert(text.length, words)
  }

  describe(`a passage and its document (${dialect})`, () => {
    test('who opens it first makes it from the text; two at once get the same one', async () => {
      await write('Samen **kijken**')
      const [one, other] = await Promise.all([begin(), begin()])
      expect(Y.encodeStateAsUpdate(one)).toEqual(Y.encodeStateAsUpdate(other))
      expect(textOf(one)).toBe('Samen **kijken**')
      expect((await passage())?.revision).toBe(1)
    })

    test('a text by a form becomes an edit of the document, beside what is being typed', async () => {
      await write('Samen kijken')
      const doc = await begin()
      typeAtEnd(doc, ', elke week')
      done(await write('Samen goed kijken', 1))
      const kept = done(await store(doc))
      expect(kept).toMatchObject({
        isNew: true,
        passage: { text: 'Samen goed kijken, elke week', revision: 3 },
      })
      expect(textOf((await stored()) as Y.Doc)).toBe('Samen goed kijken, elke week')
    })

    test('a text in another form that says the same changes nothing', async () => {
      await write('Eerst dit.\n\nDan dat.')
      await begin()
      expect(await write('Eerst dit.  \n\n\n\nDan dat.\n', 1)).toMatchObject({ saved: { revision: 1 } })
    })

    test('a save from an old text collides, and stores nothing', async () => {
      await write('Een')
      typeAtEnd(await begin(), '!')
      const doc = await begin()
      typeAtEnd(doc, ' twee')
      done(await store(doc))
      const clash = await write('Een drie', 1, NOW_MOMENT, bram())
      expect(clash).toMatchObject({ collision: { text: 'Een twee', revision: 2 }, mine: 'Een drie' })
      expect((await passage())?.text).toBe('Een twee')
      expect(textOf((await stored()) as Y.Doc)).toBe('Een twee')
    })

    test('storing what says nothing new keeps the text and its revision', async () => {
      await write('Een')
      const doc = await begin()
      fragmentOf(doc).push([new Y.XmlElement('paragraph')])
      expect(done(await store(doc))).toMatchObject({ isNew: false, passage: { revision: 1 } })
      expect(fragmentOf((await stored()) as Y.Doc).length).toBe(2)
    })

    test('an old text in a form of its own is not rewritten by who only looks', async () => {
      await write('Een  \n\n\n\n* twee')
      await db.write(karin(), (sql) => sql.updateTable('passage').set({ text: '* een\n* twee' }).execute())
      const doc = await begin()
      expect(textOf(doc)).toBe('- een\n- twee')
      expect(done(await store(doc))).toMatchObject({ isNew: false })
      expect((await passage())?.text).toBe('* een\n* twee')
    })

    test('a text that nobody wrote yet makes no passage until there are words', async () => {
      const doc = await begin()
      expect(done(await store(doc))).toMatchObject({ isNew: false, passage: null })
      typeAtEnd(doc, 'Ja')
      expect(done(await store(doc))).toMatchObject({ passage: { text: 'Ja', revision: 1 } })
    })

    test('another document, or one that is gone, is not stored', async () => {
      await write('Een')
      const doc = await begin()
      await db.write(karin(), (sql) => erasePassages(sql, karin(), place.ownerId))
      expect(await store(doc)).toEqual({ refused: 'document-gone' })
      await write('Twee')
      await begin()
      expect(await store(doc)).toEqual({ refused: 'document-gone' })
      expect((await passage())?.text).toBe('Twee')
    })

    test('another school neither opens nor stores it', async () => {
      await write('Een')
      const doc = await begin()
      const other = await settleCast(db, { name: 'De Linde' })
      expect(await store(doc, NOW_MOMENT, other.member('karin'))).toEqual({ refused: 'document-gone' })
    })

    test('what was erased, or cleared with its school, leaves no document', async () => {
      await write('Een')
      await begin()
      await db.write('server', (sql) => clearSchool(sql, cast.schoolId))
      expect(await db.read('server', (sql) => sql.selectFrom('passage_doc').selectAll().execute())).toEqual(
        [],
      )
    })

    test('every change is told once it is committed, a refused one is not', async () => {
      const facts: Fact[] = []
      const stop = db.hear((fact) => facts.push(fact))
      await write('Een')
      const doc = await begin()
      typeAtEnd(doc, '!')
      done(await store(doc))
      await write('a'.repeat(20_001))
      await write('Een!', 1)
      stop()
      const fact = { topic: 'passage', schoolId: cast.schoolId, id: place.ownerId }
      expect(facts).toEqual([fact, fact])
    })
  })

  describe(`the history of a text that is written together (${dialect})`, () => {
    const typing = async (doc: Y.Doc, words: string, at: number, who = karin()) => {
      typeAtEnd(doc, words)
      done(await store(doc, minutes(at), who))
    }

    test('keeps the text from before a stretch of writing, not every second of it', async () => {
      await write('Nul.')
      const doc = await begin()
      for (const at of [20, 21, 22, 25, 30]) await typing(doc, ` ${at}`, at)
      expect((await past()).map(({ text }) => text)).toEqual(['Nul.'])
      await typing(doc, ' later', 45)
      expect((await past()).map(({ text }) => text)).toEqual(['Nul. 20 21 22 25 30', 'Nul.'])
    })

    test('keeps one at least every quarter of an hour', async () => {
      await write('Nul.')
      const doc = await begin()
      for (let at = 20; at < 60; at += 5) await typing(doc, ` ${at}`, at)
      expect((await past()).map(({ text }) => text)).toEqual(['Nul. 20 25 30 35', 'Nul.'])
    })

    test('keeps what one wrote before another does, but two at once not every second', async () => {
      await write('Nul.')
      const doc = await begin()
      await typing(doc, ' Karin', 20)
      await typing(doc, ' Bram', 22, bram())
      expect((await past()).map(({ text }) => text)).toEqual(['Nul. Karin', 'Nul.'])
      for (const at of [22.1, 22.3, 22.5, 22.7]) {
        await typing(doc, ' k', at)
        await typing(doc, ' b', at + 0.1, bram())
      }
      expect((await past()).length).toBe(2)
    })

    test('every save of a form stays in the history, as before', async () => {
      for (const text of ['Een', 'Twee', 'Drie']) await write(text)
      expect((await past()).map(({ text }) => text)).toEqual(['Twee', 'Een'])
    })
  })

  describe(`random writers (${dialect})`, () => {
    test('converge, and the stored text is what the document says', async () => {
      await fc.assert(
        fc.asyncProperty(
          storedTexts,
          fc.array(moves, { minLength: 3, maxLength: 25 }),
          async (text, steps) => {
            place = { ...place, ownerId: newId() }
            await write(text)
            const copies = [await begin(), await begin(), await begin()]
            for (const step of steps) await move(step, copies)
            for (let round = 0; round < 2; round++) for (const copy of copies) await meet(copy)
            const says = textOf((await stored()) as Y.Doc)
            expect(copies.map(textOf)).toEqual([says, says, says])
            expect(writtenForm((await passage())?.text ?? '')).toBe(says)
          },
        ),
        { numRuns: dialect === 'sqlite' ? 60 : 15 },
      )
    })

    /** A copy stores its words and takes in those of the others, as the hub does. */
    async function meet(copy: Y.Doc) {
      const kept = done(await store(copy))
      Y.applyUpdate(copy, kept.state)
    }

    async function move(step: Move, copies: readonly Y.Doc[]) {
      const copy = copies[step.who] as Y.Doc
      if (step.kind === 'meet') await meet(copy)
      else if (step.kind === 'form') done(await write(step.text))
      else editAtRandom(copy, step)
    }
  })
})

type Move =
  | { kind: 'meet'; who: number }
  | { kind: 'form'; who: number; text: string }
  | { kind: 'type' | 'delete' | 'bold' | 'split' | 'list'; who: number; at: number; words: string }

const who = fc.nat({ max: 2 })
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('meet' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('form' as const), who, text: storedTexts }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('type', 'delete', 'bold', 'split', 'list'),
      who,
      at: fc.nat({ max: 400 }),
      words: fc.constantFrom('taal', ' ', '*', '- ', 'é', '👩‍🏫', '\n', '1. '),
    }),
  },
)

/** An edit such as an editor makes, somewhere. */
function editAtRandom(doc: Y.Doc, { kind, at, words }: Exclude<Move, { kind: 'meet' | 'form' }>) {
  const fragment = fragmentOf(doc)
  const texts = fragment.length > 0 ? textNodes(fragment) : []
  const text = texts[at % Math.max(1, texts.length)]
  if (kind === 'split' || kind === 'list' || !text) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    const item = new Y.XmlElement('listItem')
    const list = new Y.XmlElement('bulletList')
    if (kind === 'list') {
      item.insert(0, [paragraph])
      list.insert(0, [item])
    }
    fragment.insert(at % (fragment.length + 1), [kind === 'list' ? list : paragraph])
    return
  }
  const [from, to] = [wholeSign(text, at), wholeSign(text, at + 3)].sort((one, other) => one - other)
  if (kind === 'type') text.insert(from ?? 0, words)
  else if (kind === 'delete') text.delete(from ?? 0, (to ?? 0) - (from ?? 0))
  else text.format(from ?? 0, (to ?? 0) - (from ?? 0), { bold: {} })
}

/** A place between two signs: no editor works within one. */
function wholeSign(text: Y.XmlText, at: number) {
  const said = (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join('')
  const place = at % (said.length + 1)
  const unit = said.charCodeAt(place)
  return unit >= 0xdc00 && unit < 0xe000 ? place - 1 : place
}

function textNodes(node: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textNodes(child) : []
  })
}

describe('what a form remembers of a text', () => {
  test('is its revision, and a mark by which the text is known', () => {
    const text = { text: 'Samen', revision: 12 } as Passage
    expect(baseOf(text)).toBe(`12.${fingerprint('Samen')}`)
    expect(Number.parseInt(baseOf(text), 10)).toBe(12)
    expect(Number.parseInt(baseOf(null), 10)).toBe(0)
  })

  test('differs for other texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(fingerprint(one) === fingerprint(other)).toBe(one === other)
      }),
    )
  })
})
