import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/database.ts'
import { addGoal, follow, ownTrack, type PlanVisit, visitPlan } from '../../test/plan-visit.ts'
import { STEPS } from '../db/migrate.ts'
import type { Day } from '../kernel/day.ts'
import { activitiesOf } from './time-store.ts'

const YEAR = ['2026-08-01' as Day, '2027-07-31' as Day] as const

const event = (uid: number, from: string, to: string, title: string, more = '') =>
  `BEGIN:VEVENT\r\nUID:${uid}@x\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:${from}\r\nDTEND:${to}\r\nSUMMARY:${title}\r\n${more}END:VEVENT\r\n`

const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//NL\r\n${events.join('')}END:VCALENDAR\r\n`

const SECRET = 'Oudergesprek Tijmen de Vries'
const WORKWEEK = calendar(
  event(
    1,
    '20261117T080000Z',
    '20261117T090000Z',
    SECRET,
    'DESCRIPTION:heel geheim\r\nLOCATION:lokaal zes\r\n',
  ),
  event(2, '20261118T120000Z', '20261118T133000Z', 'Samen lezen voorbereiden'),
  event(3, '20261118T150000Z', '20261118T153000Z', 'Tandarts'),
  event(4, '20261119T150000Z', '20261119T160000Z', 'Straks'),
)

async function upload(visit: PlanVisit, text: string, span = '4') {
  const form = new FormData()
  form.set('file', new File([text], 'agenda.ics', { type: 'text/calendar' }))
  form.set('span', span)
  return visit.karin.send('/time/import', form)
}

/** The fields that a browser would send of this page: names with what is chosen there. */
function fieldsOf(page: string) {
  const form = page.slice(page.indexOf('id="voorstellen"'))
  return [...form.matchAll(/<select[^>]*name="(k:[^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) =>
      [name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? ''] as const,
  )
}

/** Everything that lies in the database, as one text. */
async function allRows({ db, cast }: PlanVisit) {
  const tables = STEPS.flatMap((step) => Object.keys({ ...step.tables, ...step.openTables }))
  const rows = await db.read(cast, (sql) =>
    Promise.all(
      tables.map((table) =>
        sql
          .selectFrom(table as 'school')
          .selectAll()
          .execute(),
      ),
    ),
  )
  return JSON.stringify(rows)
}

eachDatabase((open) => {
  describe('the own calendar', () => {
    it('becomes proposals, of which only beginning, length and choice are kept', async () => {
      const visit = await visitPlan(await open())
      const goal = await addGoal(visit, 'Samen lezen in alle groepen')
      const answer = await upload(visit, WORKWEEK)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      const page = await answer.text()
      expect(page).toContain(SECRET)
      expect(page).not.toContain('heel geheim')
      expect(page).not.toContain('lokaal zes')
      expect(page).not.toContain('Straks')
      const fields = fieldsOf(page)
      expect(fields.map(([, chosen]) => chosen)).toEqual(['care', `entry:${goal}`, ''])
      // Nothing of a title goes back to the server: not in a name, a value or a hidden field.
      expect(page.match(/(?:name|value)="[^"]*"/g)?.join()).not.toMatch(/Tijmen|Tandarts|Oudergesprek/)
      const sent = { act: 'confirm', ...Object.fromEntries(fields) }
      const list = await follow(visit.karin, await visit.karin.post('/time/import', sent))
      expect(list).toContain('2 stukken tijd uit je agenda staan erbij.')
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toMatchObject([
        {
          subject: { what: 'care' },
          startedAt: '2026-11-17T08:00:00.000Z',
          minutes: 60,
          source: 'calendar',
        },
        { subject: { what: 'entry', entryId: goal }, minutes: 90 },
      ])
      const stored = await allRows(visit)
      for (const word of ['Tijmen', 'Oudergesprek', 'Tandarts', 'geheim', 'lokaal zes', '1@x'])
        expect(stored).not.toContain(word)
    })

    it('taken twice counts once', async () => {
      const visit = await visitPlan(await open())
      const fields = fieldsOf(await (await upload(visit, WORKWEEK)).text())
      const sent = { act: 'confirm', ...Object.fromEntries(fields) }
      await Promise.all([visit.karin.post('/time/import', sent), visit.karin.post('/time/import', sent)])
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toHaveLength(1)
      const told = await follow(visit.karin, await visit.karin.post('/time/import', sent))
      expect(told).toContain('Eén stuk tijd stond er al.')
      expect(told).not.toContain('staat erbij')
      const again = await (await upload(visit, WORKWEEK)).text()
      expect(again).toContain('Staat er al.')
      expect(fieldsOf(again)).toHaveLength(2)
    })

    it('is all taken or nothing, and a refused list has forgotten its titles', async () => {
      const visit = await visitPlan(await open())
      const fields = fieldsOf(await (await upload(visit, WORKWEEK)).text())
      const [first, second] = fields.map(([name]) => name)
      const sent = {
        act: 'confirm',
        [first!]: 'care',
        [second!]: 'entry:01890f00-0000-7000-8000-000000000000',
      }
      const no = await visit.karin.post('/time/import', sent)
      expect(no.status).toBe(422)
      const page = await no.text()
      expect(page).toContain('De titels zijn we al vergeten.')
      expect(page).not.toContain('Tijmen')
      expect(fieldsOf(page)[0]?.[1]).toBe('care')
      expect(await activitiesOf(visit.db, visit.cast.member('karin'), ...YEAR)).toEqual([])
      const none = await visit.karin.post('/time/import', { act: 'confirm', [first!]: '' })
      expect(await none.text()).toContain('Kies er minstens een.')
    })

    it('knows a colleague’s track and a learning team by name, but a child of the same name as care', async () => {
      const visit = await visitPlan(await open())
      const track = await ownTrack(visit, 'anouk', 'Rustig beginnen')
      const page = await (
        await upload(
          visit,
          calendar(
            event(1, '20261117T080000Z', '20261117T090000Z', 'Les voorbereiden met Anouk'),
            event(2, '20261117T100000Z', '20261117T110000Z', 'Oudergesprek Anouk B.'),
            event(3, '20261117T120000Z', '20261117T130000Z', 'Anouksel'),
            event(4, '20261117T140000Z', '20261117T150000Z', 'Lunch met Anouk'),
          ),
        )
      ).text()
      expect(fieldsOf(page).map(([, chosen]) => chosen)).toEqual([`entry:${track}`, 'care', '', ''])
    })

    it('that is none gets a sentence', async () => {
      const visit = await visitPlan(await open())
      const sentence = async (text: string) => {
        const answer = await upload(visit, text)
        expect(answer.status).toBe(422)
        return answer.text()
      }
      expect(await sentence('')).toContain('Kies eerst een bestand.')
      expect(await sentence('<html>')).toContain('Dit is geen agendabestand.')
      expect(await sentence(`${calendar()}${'x'.repeat(3 * 2 ** 20)}`)).toContain('2 MB')
      const bomb = event(9, '20260801T080000Z', '20260801T080001Z', 'x', 'RRULE:FREQ=SECONDLY\r\n')
      expect([200, 422]).toContain((await upload(visit, calendar(bomb))).status)
      const hostile = calendar(
        event(1, '20261117T080000Z', '20261117T090000Z', '<script>alert(1)</script>" onx="'),
      )
      const page = await (await upload(visit, hostile, '"><b>')).text()
      expect(page).not.toContain('<script>alert')
      expect(page).not.toContain('" onx="')
    })

    it('of which nothing could be read says so', async () => {
      const visit = await visitPlan(await open())
      const unreadable = event(1, '20261199T080000Z', '20261199T090000Z', 'x')
      const cut = calendar().replace('END:VCALENDAR', 'BEGIN:VEVENT\r\nUID:2@x\r\nDTSTART:20261117T0800')
      for (const text of [calendar(unreadable), cut]) {
        const page = await (await upload(visit, text)).text()
        expect(page).toContain('Eén afspraak konden we niet lezen.')
        expect(page).not.toContain('In deze weken staat geen afspraak')
      }
    })

    it('of no work at all is an empty list', async () => {
      const visit = await visitPlan(await open())
      const answer = await upload(visit, calendar())
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('In deze weken staat geen afspraak waar tijd in zat.')
    })
  })
})
