import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AT_TARGET, madeAmbition } from '../../test/ambition-room.ts'
import { NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { bringResults, fullSchool } from '../../test/full-school.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { pagesOf } from '../../test/pdf-pages.ts'
import type { Visitor } from '../../test/request.ts'
import { worldIn } from '../../test/world.ts'
import type { Moment } from '../kernel/day.ts'
import { type MeetingId, newId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { closePress } from '../paper/paper-pdf.ts'
import { analysisPoints } from './at-meeting-desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-analysis-pages-'))
const keyFile = join(folder, 'notes.key')
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await closePress()
})

const LIST = '/trends/analyses'
const YEAR = '2025-2026' as SchoolYear

const textIn = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

async function textOf(answer: Promise<Response>) {
  return textIn(await (await answer).text())
}

/** De Regenboog with results, Karin who coordinates and Anouk who teaches, and the analysis that Karin began. */
async function withAnalysis(open: Parameters<typeof worldIn>[0]) {
  const world = await worldIn(open)
  await bringResults(world, fullSchool({ subjects: 2 }), keyFile)
  const karin = await world.as('karin')
  const made = await karin.post(LIST, { kind: 'year', year: YEAR })
  expect(made.status).toBe(303)
  const [href = ''] = (made.headers.get('location') ?? '').split('?')
  const act = (who: Visitor, fields: Record<string, string>) => who.post(href, { version: '1', ...fields })
  return { world, karin, anouk: await world.as('anouk'), href, act }
}

eachDatabase((open) => {
  describe('the page of an analysis', () => {
    it('is begun by who coordinates, of a year that there are numbers of', async () => {
      const world = await worldIn(open)
      const [karin, anouk] = [await world.as('karin'), await world.as('anouk')]
      expect(await textOf(karin.get(LIST))).toContain('Maak de analyse')
      const hers = await textOf(anouk.get(LIST))
      expect(hers).toContain('Zodra er een is gedeeld')
      expect(hers).not.toContain('Maak de analyse')
      expect((await anouk.post(LIST, { kind: 'year', year: YEAR })).status).toBe(403)
      const none = await karin.post(LIST, { kind: 'year', year: YEAR })
      expect(none.status).toBe(422)
      expect(textIn(await none.text())).toContain('Lees eerst de toetsresultaten in.')
      const odd: Record<string, string>[] = [
        { kind: 'toString', year: YEAR },
        { kind: 'year', year: '1990-1991' },
        {},
      ]
      for (const fields of odd) expect((await karin.post(LIST, fields)).status).toBe(422)
    })

    it('tells the numbers of the day, and takes the words of who coordinates', async () => {
      const { karin, href, act } = await withAnalysis(open)
      const first = await textOf(karin.get(href))
      expect(first).toContain('Jaaranalyse 2025–2026')
      expect(first).toContain('Stand van 19 november 2026')
      expect(first).toContain('Alleen jij leest dit nog')
      const words = '**Samen** lezen.\n\n- elke dag\n- <b>hardop</b>'
      const done = await act(karin, { act: 'words', part: 'closing', base: '0', words })
      expect(done.headers.get('location')).toBe(`${href}?done=saved#closing`)
      const page = await (await karin.get(href)).text()
      expect(page).toContain('<strong>Samen</strong> lezen.')
      expect(page).toContain('&lt;b&gt;hardop&lt;/b&gt;')
      const clash = await act(karin, { act: 'words', part: 'closing', base: '0', words: 'Iets anders' })
      expect(clash.status).toBe(422)
      const both = await clash.text()
      expect(both).toContain('>Iets anders</textarea>')
      expect(textIn(both)).toContain('Intussen is hier iets anders bewaard')
      const long = await act(karin, { act: 'words', part: 'closing', base: '1', words: 'x'.repeat(501) })
      expect(long.status).toBe(422)
      expect(await long.text()).toContain('x'.repeat(501))
    })

    it('leaves a part out, and takes it in again', async () => {
      const { karin, href, act } = await withAnalysis(open)
      await act(karin, { act: 'out', part: 'growth' })
      const without = await textOf(karin.get(href))
      expect(without).toContain('Staat niet in het verslag')
      expect(without).not.toContain('groei sinds het toetsmoment ervoor')
      await act(karin, { act: 'in', part: 'growth' })
      expect(await textOf(karin.get(href))).toContain('groei sinds het toetsmoment ervoor')
    })

    it('is read by the team once it is shared: without buttons, and nothing of what is left out', async () => {
      const { karin, anouk, href, act } = await withAnalysis(open)
      expect((await anouk.get(href)).status).toBe(404)
      expect((await anouk.get(`${href}/pdf`)).status).toBe(404)
      expect((await act(anouk, { act: 'share' })).status).toBe(404)
      await act(karin, { act: 'out', part: 'growth' })
      await act(karin, { act: 'share' })
      const hers = await textOf(anouk.get(href))
      expect(hers).toContain('Het team leest mee')
      expect(hers).not.toMatch(/Groei|Vul aan|Laat weg|Niet meer delen|Nog niets van/)
      expect(await textOf(anouk.get(LIST))).toContain('Jaaranalyse 2025–2026')
      expect((await act(anouk, { act: 'unshare' })).status).toBe(403)
      await act(karin, { act: 'unshare' })
      expect((await anouk.get(href)).status).toBe(404)
    })

    it('says what is newer, takes the numbers of now, and keeps the version before', async () => {
      const { world, karin, anouk, href, act } = await withAnalysis(open)
      await act(karin, { act: 'share' })
      expect(await textOf(karin.get(href))).not.toContain('nieuwere cijfers')
      await bringResults(world, fullSchool({ years: [YEAR], pupils: 32, subjects: 1 }), keyFile)
      const newer = await textOf(anouk.get(href))
      expect(newer).toContain('Intussen zijn er nieuwere cijfers')
      // Two pupils came: with both means one could work out theirs.
      expect(newer).toContain('een paar leerlingen meer of minder')
      expect(newer).not.toMatch(/was [\d,]+ \(n 30\), nu [\d,]+ \(n 32\)/)
      expect((await act(karin, { act: 'anew' })).status).toBe(303)
      const now = await textOf(karin.get(href))
      expect(now).not.toContain('nieuwere cijfers')
      expect(now).toContain('n 32')
      const old = await textOf(karin.get(`${href}?version=1`))
      expect(old).toContain('Dit is een eerdere versie')
      expect(old).not.toContain('n 32')
      expect(await textOf(anouk.get(href))).not.toContain('n 32')
      const late = await act(karin, { act: 'share' })
      expect(late.status).toBe(422)
      expect(textIn(await late.text())).toContain('Er is intussen een nieuwere versie.')
    })

    it('says that ambitions changed when no figure did', async () => {
      const { world, karin, href } = await withAnalysis(open)
      const wanted = { about: AT_TARGET, to: 65, by: '2027-2028' as SchoolYear }
      await madeAmbition(world.db, world.cast, wanted)
      const page = await textOf(karin.get(href))
      expect(page).toContain('Intussen veranderd: ambities')
      expect(page).toContain('Neem de stand van nu')
      expect(page).not.toContain('nieuwere cijfers')
      await karin.post('/language', { language: 'en', back: href })
      expect(await textOf(karin.get(href))).toContain('Changed since: ambitions')
    })

    it('goes along as PDF and as Word, in the version that is asked for', async () => {
      const { karin, href } = await withAnalysis(open)
      const pdf = await karin.get(`${href}/pdf`)
      expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="jaaranalyse-2025-2026.pdf"')
      expect(pagesOf(new Uint8Array(await pdf.arrayBuffer()))).toBeLessThanOrEqual(4)
      expect((await karin.get(`${href}/docx?version=1`)).status).toBe(200)
      for (const path of ['/docx?version=2', '/docx?version=x', '/exe', '/constructor'])
        expect((await karin.get(`${href}${path}`)).status).toBe(404)
    })

    it('goes on the agenda when the team reads it, once', async () => {
      const { world, karin, href, act } = await withAnalysis(open)
      const meeting = await meetingAhead(world)
      const early = await act(karin, { act: 'agenda', meeting })
      expect(textIn(await early.text())).toContain('Deel de analyse eerst met het team.')
      await act(karin, { act: 'share' })
      expect(await textOf(karin.get(href))).toContain('Zet op de agenda')
      expect((await act(karin, { act: 'agenda', meeting })).status).toBe(303)
      expect(await textOf(karin.get(href))).toContain('Staat op de agenda.')
      expect(await textOf(karin.get(`/meeting/${meeting}`))).toContain('Jaaranalyse 2025–2026')
      const itemHref = new RegExp(`href="(/meeting/${meeting}/item/[^"]+)">Jaaranalyse`)
      const item = itemHref.exec(await (await karin.get(`/meeting/${meeting}`)).text())?.[1] ?? ''
      const anouk = await world.as('anouk')
      const point = await (await anouk.get(item)).text()
      expect(textIn(point)).toContain('We lezen de analyse samen. Stand van 19 november 2026.')
      expect(textIn(point)).toContain('Waar staan we?')
      expect(point).toContain(`href="${href}"`)
      await anouk.post('/language', { language: 'en', back: '/' })
      const english = await (await anouk.get(item)).text()
      expect(english).toMatch(/<h1[^>]*>Year analysis 2025–2026/)
      expect(textIn(english)).toContain('We read the analysis together. As of 19 November 2026.')
      expect(textIn(english)).not.toContain('Jaaranalyse')
      expect(await textOf(anouk.get(`/meeting/${meeting}`))).toContain('Year analysis 2025–2026')
      expect(await textOf(anouk.get(`/meeting/${meeting}/board`))).toContain('Year analysis 2025–2026')
      expect((await act(karin, { act: 'agenda', meeting })).status).toBe(422)
      expect((await act(karin, { act: 'agenda', meeting: 'x' })).status).toBe(422)
      await act(karin, { act: 'unshare' })
      // The sheet of a point is kept for a minute at most.
      const { db, cast } = world
      const id = href.split('/').at(-1) ?? ''
      const about = { subjectId: id, title: '', meetingId: meeting as MeetingId }
      const gone = await analysisPoints.pieces(db, cast.schoolId, about, 'nl')
      expect(gone?.map(({ text }) => text)).toEqual(['Deze analyse is nu niet met het team gedeeld.'])
      const elsewhere = { ...about, subjectId: newId<'analysis'>() }
      expect(await analysisPoints.pieces(db, cast.schoolId, elsewhere, 'nl')).toBeNull()
    })

    it('knows no other acts, parts or analyses', async () => {
      const { karin, href, act } = await withAnalysis(open)
      for (const name of ['', 'constructor', 'toString'])
        expect((await act(karin, { act: name })).status).toBe(404)
      for (const part of ['', '__proto__', 'bestaat-niet'])
        expect((await act(karin, { act: 'out', part })).status).toBe(422)
      expect((await act(karin, { act: 'share', version: 'NaN' })).status).toBe(422)
      for (const path of ['/onzin', '/00000000-0000-7000-8000-000000000000'])
        expect((await karin.get(`${LIST}${path}`)).status).toBe(404)
      expect((await act(karin, { act: 'discard' })).headers.get('location')).toBe(`${LIST}?done=gone`)
      expect((await karin.get(href)).status).toBe(404)
    })
  })
})

async function meetingAhead({ db, cast }: Awaited<ReturnType<typeof worldIn>>): Promise<string> {
  const given = { startsAt: '2026-12-03T14:00:00.000Z' as Moment, planId: null, items: [] }
  const meeting = await planMeeting(db, cast.member('karin'), newMeeting(cast, given), NOW_MOMENT)
  if (isRefusal(meeting)) throw new Error(meeting.refused)
  return meeting
}
