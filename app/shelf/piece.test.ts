import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../../test/seed.ts'
import type { PieceId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { Passage } from '../writing/passage.ts'
import {
  gradesIn,
  gradesOf,
  gradesOut,
  LONGEST_LINK,
  LONGEST_TITLE,
  notReady,
  type Piece,
  parseFacts,
  parseLink,
} from './piece.ts'
import { draftOf } from './piece-draft.ts'
import { isInLabels, isOpenWide, isWanted, offeredBy, shelfHref, wantedFrom } from './shelf-find.ts'

const RAW = { title: 'Wisbordjes', theme: '', subject: '', grades: [], workForm: '', link: '' }

const passage = (text: string) => ({ text, revision: 1 }) as Passage
const piece = (other: Partial<Piece>, texts: Record<string, string> = {}): Piece => ({
  id: '01' as PieceId,
  writer: null,
  planId: null,
  entryId: null,
  promiseId: null,
  schoolYear: '2026-2027' as SchoolYear,
  texts: Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, passage(text)])),
  subject: null,
  grades: [],
  workForm: null,
  link: null,
  madeAt: '2026-11-19T09:00:00.000Z' as Piece['madeAt'],
  changedAt: '2026-11-19T09:00:00.000Z' as Piece['changedAt'],
  sharedAt: null,
  ...other,
})

describe('the facts of a piece', () => {
  it('are lines, a subject, groups and a form of work from the lists', () => {
    const given = { ...RAW, subject: 'mathematics', grades: ['4', '3', '9', 'x'], workForm: 'lesson-visit' }
    expect(parseFacts({ ...given, title: ' Met\n wisbordjes ' }, ['lesson-visit'])).toEqual({
      title: 'Met wisbordjes',
      theme: '',
      subject: 'mathematics',
      grades: [3, 4],
      workForm: 'lesson-visit',
      link: null,
    })
    expect(parseFacts({ ...RAW, subject: 'hekserij' }, [])).toMatchObject({ refused: 'subject-unknown' })
    expect(parseFacts({ ...RAW, workForm: 'lesson-visit' }, [])).toMatchObject({ refused: 'form-unknown' })
    expect(parseFacts({ ...RAW, title: 'x'.repeat(LONGEST_TITLE + 1) }, [])).toMatchObject({
      refused: 'too-long',
      field: 'title',
    })
  })

  it('hold a link to the web and to nothing else', () => {
    expect(parseLink('')).toBeNull()
    expect(parseLink('www.leraar24.nl/denktijd')).toBe('https://www.leraar24.nl/denktijd')
    expect(parseLink('http://school.nl:8080/les?x=1')).toBe('http://school.nl:8080/les?x=1')
    const wrong = [
      'javascript:alert(1)',
      'data:text/html,x',
      'java\tscript:alert(1)',
      'https://a:b@school.nl',
    ]
    for (const link of [...wrong, 'file:///etc/passwd', 'https://localhost', 'niets', '//', 'https://'])
      expect([link, parseLink(link)]).toMatchObject([link, { refused: 'link-wrong' }])
    expect(parseLink(`https://school.nl/${'x'.repeat(LONGEST_LINK)}`)).toMatchObject({ refused: 'too-long' })
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        const link = parseLink(typed)
        if (typeof link === 'string') expect(link).toMatch(/^https?:\/\/[^@/]+\./)
      }),
    )
  })

  it('know the years in the names of groups', () => {
    expect(gradesOf(['groep 5a', 'groep 1/2 A'])).toEqual([1, 2, 5])
    expect(gradesOf(['groep 12', 'plusklas'])).toEqual([])
    expect(gradesIn(gradesOut([8, 3]))).toEqual([3, 8])
  })
})

describe('a piece', () => {
  it('goes on the shelf with a title and something said', () => {
    expect(notReady(piece({}))).toMatchObject({ refused: 'title-missing' })
    expect(notReady(piece({}, { title: 'Wisbordjes' }))).toMatchObject({ refused: 'nothing-written' })
    expect(notReady(piece({}, { title: 'Wisbordjes', better: 'Eerder beginnen.' }))).toBeNull()
  })

  it('begins with what was written before, and no more', () => {
    const ended = {
      as: 'done',
      at: '2027-03-01T09:00:00.000Z' as Piece['madeAt'],
      cameOf: 'Het hielp.',
    } as const
    const draft = draftOf({
      promise: { what: 'wisbordjes '.repeat(20).trim(), ended },
      entry: null,
      evaluation: null,
    })
    expect(draft.saw).toBe('Het hielp.')
    expect(draft.title?.length).toBeLessThanOrEqual(LONGEST_TITLE)
    expect(draft.title).toMatch(/wisbordjes…$/)
    expect(Object.keys(draft)).toEqual(['title', 'saw'])
  })
})

describe('finding', () => {
  const shelf = [
    piece({ subject: 'mathematics', grades: [3, 4] }, { theme: 'Denktijd', again: 'Wisbordjes.' }),
    piece({ workForm: 'lesson-visit' }, { theme: 'denktijd', better: 'Te veel ineens.' }),
  ]
  const found = (query: string) => {
    const asked = new URLSearchParams(query)
    return shelf.filter((one) =>
      isWanted(
        one,
        wantedFrom((name) => asked.get(name) ?? undefined),
      ),
    ).length
  }

  it('is by theme, subject, group, form of work, and by what worked or must be better', () => {
    expect(found('')).toBe(2)
    expect(found('theme=DENKTIJD')).toBe(2)
    expect(found('theme=rust')).toBe(0)
    expect(found('subject=mathematics')).toBe(1)
    expect(found('grade=3')).toBe(2)
    expect(found('grade=5')).toBe(1)
    expect(found('form=lesson-visit')).toBe(1)
    expect(found('look=success')).toBe(1)
    expect(found('look=better&subject=mathematics')).toBe(0)
    expect(found('subject=hekserij&grade=12&look=x&form=y')).toBe(2)
  })

  it('offers only what lies there, a theme once however it is written', () => {
    expect(offeredBy(shelf)).toEqual({
      themes: ['Denktijd'],
      subjects: ['mathematics'],
      grades: [3, 4],
      forms: ['lesson-visit'],
    })
  })

  it('has an address for every wish', () => {
    const wanted = wantedFrom((name) => ({ q: 'a & b', theme: 'rust', grade: '3' })[name])
    const asked = new URL(shelfHref(wanted), 'http://x').searchParams
    expect(wantedFrom((name) => asked.get(name) ?? undefined)).toEqual(wanted)
    expect(isOpenWide(wantedFrom(() => undefined))).toBe(true)
    expect(shelfHref({})).toBe('/shelf')
  })

  it('knows a label in another form', () => {
    expect(isInLabels('lesbezoeken', ['Lesbezoek bij een collega'])).toBe(true)
    expect(isInLabels('rekenen', ['Technisch lezen'])).toBe(false)
  })
})
