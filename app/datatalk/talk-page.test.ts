import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { madeAmbition, testsInCircle } from '../../test/ambition-room.ts'
import { type Cast, NOW, NOW_MOMENT } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { testApp } from '../../test/house.ts'
import { newMeeting } from '../../test/meeting-visit.ts'
import { type App, asMember, type Visitor, visitor } from '../../test/request.ts'
import { AFTER, adoptedPlan, done, writtenPlan } from '../../test/written-plan.ts'
import type { Db } from '../db/database.ts'
import { sheetForSeat } from '../hall/sheet-guest.ts'
import type { Moment } from '../kernel/day.ts'
import type { DataTalkId } from '../kernel/id.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import type { ItemSheet } from '../lookback/item-sheet.ts'
import { planMeeting } from '../meeting/meeting-write-store.ts'
import { readScene } from '../meeting/scene-store.ts'
import type { Seat } from '../meeting/seat.ts'
import { importResults } from '../result/import-job.ts'
import type { Reference, Result } from '../result/result.ts'
import { talkPieces, talkPoints } from './at-meeting-desk.ts'
import { beginTalk } from './talk-write-store.ts'

type Key = keyof Cast['people']
const HOSTILE = '"><img src=x onerror=alert(1)>'
const folder = mkdtempSync(join(tmpdir(), 'rode-draad-talks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const SUBJECTS = ['Lezen', 'Rekenen', 'Taalverzorging']

/** Twenty pupils a year; so many of them reach the target level in each subject, in arithmetic half as many. */
const yearOf = (schoolYear: string, reached: number): Result[] =>
  Array.from({ length: 20 }, (_, pupil) =>
    SUBJECTS.map((subject) => {
      const most = subject === 'Rekenen' ? reached / 2 : reached
      const target: Reference = subject === 'Rekenen' ? '1S' : '2F'
      return {
        pupil: `${schoolYear.slice(0, 4)}${100 + pupil}`,
        schoolYear: schoolYear as SchoolYear,
        takenOn: null,
        group: '8',
        yearGroup: 8,
        test: 'Doorstroomtoets',
        subject,
        moment: 'D' as const,
        score: null,
        level: null,
        reference: pupil < most ? target : ('1F' as const),
        exempt: false,
      }
    }),
  ).flat()

const YEARS = [
  yearOf('2021-2022', 8),
  yearOf('2022-2023', 8),
  yearOf('2023-2024', 10),
  yearOf('2024-2025', 12),
  yearOf('2025-2026', 14),
].flat()

async function bring(db: Db, cast: Cast, results: readonly Result[]) {
  async function* pieces() {
    yield results
  }
  const keyFile = join(folder, 'notes.key')
  const importing = { supplier: 'Doorstroomtoets', kind: 'sheet', keyFile, now: NOW } as const
  done(await importResults(db, cast.keeper, pieces(), importing))
}

/** The words of a page, without its drawings. */
const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')

/** The key of the first sentence on offer that has these words. */
function offered(page: string, part: string): string {
  const forms = [...page.matchAll(/name="fact" value="([^"]*)"[\s\S]*?<\/form>/g)]
  const found = forms.find(([form]) => words(form).includes(part))
  if (!found) throw new Error(`not offered: ${part}`)
  return (found[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

eachDatabase((open) => {
  let db: Db
  let app: App
  let cast: Cast
  // Bram and Kees are of Leerteam Rekenen, Karin coordinates, Anouk and Paul are of no such team.
  let [bram, kees, karin, anouk, paul]: Visitor[] = []

  async function enter(made: { readonly cast: Cast }, at: string = NOW_MOMENT) {
    cast = made.cast
    app = testApp(db, { now: () => new Date(at) })
    const as = (key: Key) => asMember(app, db, cast, key)
    bram = await as('bram')
    kees = await as('kees')
    karin = await as('karin')
    anouk = await as('anouk')
    paul = await as('paul')
  }

  async function talkOf(key: Key = 'bram', subject = 'Rekenen'): Promise<string> {
    const team = cast.learningTeams.rekenen
    return `/trends/talks/${done(await beginTalk(db, cast.member(key), { team, subject }, NOW_MOMENT))}`
  }

  const read = async (who: Visitor | undefined, path: string, status = 200) => {
    const answer = await who?.get(path)
    expect(answer?.status).toBe(status)
    return (await answer?.text()) ?? ''
  }
  const say = async (who: Visitor | undefined, path: string, form: Record<string, string>, status = 303) => {
    const answer = await who?.post(path, form)
    expect(answer?.status).toBe(status)
    return answer?.headers.get('location') ?? (await answer?.text()) ?? ''
  }
  const line = (part: string, text: string, more = {}) => ({ act: 'line', part, words: text, ...more })
  const idIn = (page: string, text: string) => {
    const at = page.indexOf(text)
    return [...page.slice(0, at).matchAll(/id="l-([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? ''
  }

  describe('a talk over data', () => {
    beforeEach(async () => {
      db = await open()
    })

    it('is begun by a member of the learning team, and is not there for others until it is shared', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      expect(words(await read(bram, '/trends/talks'))).toContain('Er is nog geen gesprek. Begin er een')
      const team = cast.learningTeams.rekenen
      const to = await say(bram, '/trends/talks', { act: 'begin', team, subject: 'Rekenen' })
      const path = to.split('?')[0] ?? ''
      expect(words(await read(kees, to))).toContain('Leerteam Rekenen over rekenen')
      await say(kees, path, line('cause', 'De tafels zitten nog niet vast.'))
      expect(words(await read(karin, path))).toContain('De tafels zitten nog niet vast. Kees')
      for (const who of [anouk, paul]) {
        await read(who, path, 404)
        await say(who, path, line('cause', 'Mag niet'), 404)
        expect(await read(who, '/trends/talks')).not.toContain(path)
        await read(who, `${path}/live`, 404)
      }
      await say(kees, path, { act: 'share' })
      const shared = await read(anouk, path)
      expect(words(shared)).toContain('De tafels zitten nog niet vast.')
      expect(words(shared)).toContain('zonder namen')
      expect(shared).not.toContain('Kees')
      expect(shared).not.toContain('name="words"')
      await say(anouk, path, line('cause', 'Mag niet'), 403)
      await say(bram, path, { act: 'unshare' })
      await read(anouk, path, 404)
      expect((await visitor(app).get(path)).status).toBe(303)
    })

    it('of the whole team is begun by who coordinates, and everybody takes part', async () => {
      await enter(await writtenPlan(db))
      await say(bram, '/trends/talks', { act: 'begin', team: 'whole', subject: '' }, 403)
      const to = await say(karin, '/trends/talks', { act: 'begin', team: 'whole', subject: '' })
      const path = to.split('?')[0] ?? ''
      await say(anouk, path, line('seen', 'Kinderen rekenen op hun vingers.'))
      expect(words(await read(paul, path))).toContain('Kinderen rekenen op hun vingers. Anouk')
      expect(words(await read(paul, path))).toContain('Er zijn nog geen cijfers.')
    })

    it('offers what is true, and lays it in with one tap, once', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      const path = await talkOf()
      const fresh = await read(bram, path)
      expect(words(fresh)).toMatch(/Nog \d+ zinnen/)
      const handful = fresh.slice(fresh.indexOf('id="aangeboden"'), fresh.indexOf('id="meer-aangeboden"'))
      expect(handful.match(/name="fact"/g)).toHaveLength(5)
      const key = offered(fresh, 'van 36,1 % in 2024 naar 50 % in 2026')
      await say(bram, path, { act: 'fact', fact: key })
      const page = await read(kees, path)
      expect(page.slice(page.indexOf('id="data"'))).toMatch(/class="gezegd"[\s\S]*2026/)
      expect(() => offered(page, 'van 36,1 % in 2024 naar 50 % in 2026')).toThrow('not offered')
      const again = await say(kees, path, { act: 'fact', fact: key }, 422)
      expect(words(again)).toContain('De cijfers zijn intussen veranderd.')
    })

    it('lays in what somebody thinks when it is so, and says what the numbers are when it is not', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      const path = await talkOf()
      const about = '{"of":"school","share":"target"}'
      const claim = { act: 'claim', about, year: '2025-2026', since: '' }
      const no = await say(bram, path, { ...claim, says: 'down' }, 422)
      expect(words(no)).toMatch(
        /Zo staat het niet in de cijfers\. Wel dit: Groep 8, alle vakken samen, op 1S\/2F: van .* % in 2025 naar .* % in 2026/,
      )
      expect(no).toContain('Leg neer wat de cijfers zeggen')
      await say(bram, path, { act: 'fact', about, year: '2025-2026', since: '', says: 'down' })
      expect(words(await read(kees, path))).toContain('naar 50 % in 2026')
      const rekenen = (await read(bram, path)).match(/<option value="([^"]*Rekenen[^"]*)"/)?.[1] ?? ''
      const section = { ...claim, about: rekenen.replaceAll('&quot;', '"') }
      await say(bram, path, { ...section, says: 'up' })
      expect(words(await read(kees, path))).toContain(
        'Rekenen, groep 8, doorstroomtoets, op 1S/2F: van 30 % in 2025 naar 35 % in 2026',
      )
      const line = await say(bram, path, { ...section, says: 'above signal' }, 422)
      expect(words(line)).toContain('Die lijn geldt voor groep 8, alle vakken samen.')
      const early = await say(bram, path, { ...section, year: '2019-2020', says: 'up' }, 422)
      expect(words(early)).toContain('Van dat jaar zijn er geen cijfers.')
    })

    it('says of a remark that nobody checked it', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf('bram', '')
      await say(bram, path, line('data', 'Het ging vast beter.'))
      expect(words(await read(karin, path))).toContain('Het ging vast beter. niet nagekeken · Bram')
    })

    it('keeps lines of each with who wrote them: others neither change nor take them back', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf('bram', '')
      await say(bram, path, line('cause', 'We oefenen niet elke dag.'))
      const cause = idIn(await read(bram, path), 'We oefenen niet elke dag.')
      await say(kees, path, line('for', 'Het rooster zegt drie keer.', { under: cause }))
      expect(await read(kees, path)).not.toContain(`id="v-${cause}"`)
      const change = { act: 'change', line: cause, revision: '1', words: 'Anders' }
      for (const who of [kees, karin]) await say(who, path, change, 403)
      await say(kees, path, { act: 'back', line: cause, revision: '1' }, 403)
      expect(words(await say(bram, path, { act: 'back', line: cause, revision: '1' }, 422))).toContain(
        'Er staat al iets onder deze oorzaak.',
      )
      await say(bram, path, { ...change, words: 'We oefenen te weinig.' })
      const late = await say(bram, path, { ...change, words: 'Van een ander scherm' }, 422)
      expect(words(late)).toContain('Deze regel is intussen veranderd.')
      expect(late).toContain('value="Van een ander scherm"')
      const page = words(await read(kees, path))
      expect(page).toContain('We oefenen te weinig.')
      expect(page).toContain('Hiervoor Het rooster zegt drie keer.')
    })

    it('has the four questions as its other side: the same lines, with room for the last two', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf('bram', '')
      await say(bram, path, line('aim', 'In M6 kent vier op de vijf kinderen de tafels.'))
      const to = await say(kees, `${path}?side=plg`, line('able', 'Dan leggen ze het elkaar uit.'))
      expect(to).toContain('side=plg')
      const page = words(await read(bram, `${path}?side=plg`))
      expect(page).toContain('Wat willen we dat leerlingen leren?')
      expect(page).toContain('In M6 kent vier op de vijf kinderen de tafels.')
      expect(page).toContain('Wat doen we als ze het al kunnen? Dan leggen ze het elkaar uit.')
      expect(words(await read(bram, path))).toContain('Dan leggen ze het elkaar uit.')
    })

    it('becomes a draft goal that hangs on a vision line, with a day to look back, and steps', async () => {
      const made = await writtenPlan(db)
      await enter(made)
      await bring(db, cast, YEARS)
      const path = await talkOf()
      await say(bram, path, { act: 'fact', fact: offered(await read(bram, path), 'van 36,1 %') })
      await say(bram, path, line('aim', 'Vier op de vijf kinderen kent de tafels'))
      await say(bram, path, line('act', 'Elke dag vijf minuten oefenen'))
      expect(words(await read(bram, path))).toContain('zet een doel in het plan.')
      const form = await read(karin, path)
      expect(form).toContain('value="Vier op de vijf kinderen kent de tafels"')
      const goal = {
        act: 'goal',
        plan: made.id,
        title: 'Vier op de vijf kent de tafels',
        vision: cast.visionLines.instructie,
        day: '2027-02-05',
        situation: 'Rekenen blijft achter.',
        approach: 'Elke dag oefenen',
      }
      await say(bram, path, goal, 403)
      expect(words(await say(karin, path, { ...goal, title: ' ' }, 422))).toContain('Geef het doel een naam.')
      await say(karin, path, { ...goal, day: '2027-13-40' }, 422)
      await say(karin, path, { ...goal, vision: 'elders' }, 422)
      const to = await say(karin, path, goal)
      const after = await read(bram, to)
      expect(words(after)).toContain('Hier hangt dit gesprek aan: Vier op de vijf kent de tafels')
      expect(words(after)).toContain('We kijken terug op 5 februari 2027')
      expect(words(await say(karin, path, goal, 422))).toContain('Er is al een doel van dit gesprek.')
      const href = /href="(\/plan\/[^"]+\?shown=[^"#]+)#/.exec(after)?.[1] ?? ''
      expect(words(await read(anouk, href))).toContain('Vier op de vijf kent de tafels')
      const act = idIn(after, 'Elke dag vijf minuten oefenen')
      await say(bram, path, { act: 'step', line: act })
      expect(words(await read(kees, path))).toContain('is een stap')
      await say(kees, path, { act: 'step', line: act }, 422)
      expect(words(await read(bram, '/steps'))).toContain('Elke dag vijf minuten oefenen')
    })

    it('proposes to look back when the tests of the year circle are done, and says what that circle lacks', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf('bram', '')
      expect(words(await read(karin, path))).toContain('In de jaarcirkel staan nog geen toetsen.')
      await testsInCircle(db, cast, '2026-09-07', '2026-09-18')
      expect(words(await read(karin, path))).toContain('In de jaarcirkel staan geen toetsen meer.')
      await testsInCircle(db, cast, '2027-01-18', '2027-02-05')
      expect(words(await read(karin, path))).toContain('de toetsen zijn klaar op 5 februari 2027')
    })

    it('becomes a proposal in an adopted plan, by a teacher too', async () => {
      const made = await adoptedPlan(db)
      await enter(made, AFTER)
      const path = await talkOf('bram', '')
      await say(bram, path, line('aim', 'Iedereen kent de tafels'))
      const page = words(await read(bram, path))
      expect(page).toContain('Stel voor in het plan 2026–2027')
      const goal = {
        act: 'goal',
        plan: made.id,
        title: 'Iedereen kent de tafels',
        vision: cast.visionLines.leren,
        day: '2027-02-05',
        situation: 'Zo staan we',
        approach: 'Samen',
      }
      const after = await read(bram, await say(bram, path, goal))
      expect(words(after)).toContain('Iedereen kent de tafels (voorgesteld, het team beslist nog)')
      const href = /href="(\/plan\/[^"]+\/amendment\/[^"]+)"/.exec(after)?.[1] ?? ''
      const amendment = words(await read(anouk, href))
      expect(amendment).toContain('Iedereen kent de tafels')
      expect(amendment).toContain('Zo staan we')
    })

    it('can be tied to a goal that is there, and let go again', async () => {
      const made = await writtenPlan(db)
      await enter(made)
      const path = await talkOf('bram', '')
      await say(kees, path, { act: 'tie', entry: `${made.id} ${made.goal}` })
      expect(words(await read(bram, path))).toContain('Hier hangt dit gesprek aan: Rekenen')
      await say(bram, path, { act: 'untie' })
      expect(words(await read(bram, path))).not.toContain('Hier hangt dit gesprek aan')
      // Somebody's own track is not for a talk of others.
      await say(bram, path, { act: 'tie', entry: `${made.id} ${made.anouk}` }, 422)
    })

    it('goes on the agenda of a meeting with what stands in it, once the team reads it', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      const path = await talkOf()
      const id = path.split('/').at(-1) as DataTalkId
      const key = offered(await read(bram, path), 'van 36,1 % in 2024 naar 50 % in 2026')
      await say(bram, path, { act: 'fact', fact: key })
      await say(bram, path, line('data', 'Het ging vast beter.'))
      await say(kees, path, line('cause', 'kanarie-zin'))
      const about = { of: 'standing', share: 'target' } as const
      const team = cast.learningTeams.rekenen
      await madeAmbition(db, cast, { about, teamId: team, talkId: id, to: 60 })
      const given = { title: 'Teamoverleg', startsAt: '2026-11-26T14:30:00.000Z' as Moment }
      const meeting = done(await planMeeting(db, cast.member('karin'), newMeeting(cast, given), NOW_MOMENT))
      const no = await say(bram, path, { act: 'agenda', meeting }, 422)
      expect(words(no)).toContain('Deel het gesprek eerst met het team.')
      await read(anouk, path, 404)
      expect(words(await read(bram, path))).toContain('Deel met het team en zet op de agenda van')
      await say(bram, path, { act: 'agenda', meeting, share: 'yes' })
      await read(anouk, path)
      const agenda = await read(anouk, `/meeting/${meeting}`)
      expect(words(agenda)).toContain('Datagesprek: Leerteam Rekenen over rekenen')
      const item = (await readScene(db, cast.keeper, meeting))?.items.find(({ kind }) => kind === 'free')
      const page = await read(anouk, `/meeting/${meeting}/item/${item?.id}`)
      expect(words(page)).toContain('van 36,1 % in 2024 naar 50 % in 2026')
      expect(words(page)).toContain('Het ging vast beter. (niet nagekeken)')
      expect(words(page)).toMatch(/60 %/)
      expect(page).toContain(`href="${path}"`)
      expect(page).not.toContain('kanarie-zin')
      expect(page).not.toContain('Kees')
      await say(bram, path, { act: 'agenda', meeting }, 422)
      await anouk?.post('/language', { language: 'en', back: '/' })
      const english = 'Data talk: Leerteam Rekenen on arithmetic'
      for (const at of ['', `/item/${item?.id}`, '/board'])
        expect(words(await read(anouk, `/meeting/${meeting}${at}`))).toContain(english)
      expect(words(await read(anouk, `/meeting/${meeting}/item/${item?.id}`))).not.toContain('Datagesprek')
      expect(words(await read(bram, `/meeting/${meeting}`))).toContain('Datagesprek: Leerteam Rekenen')
      const before = { subjectId: null, title: item?.title ?? '', meetingId: meeting }
      const older = await talkPoints.pieces(db, cast.schoolId, before, 'nl')
      expect(older).toEqual(await talkPieces(db, cast.schoolId, id, 'nl'))
      const other = { ...before, title: 'Datagesprek: over iets anders' }
      expect(await talkPoints.pieces(db, cast.schoolId, other, 'nl')).toBeNull()
      await say(bram, path, { act: 'unshare' })
      const [gone] = await talkPieces(db, cast.schoolId, id, 'nl')
      expect(gone?.text).toBe('Dit gesprek is nu niet met het team gedeeld.')
      expect(await talkPieces(db, cast.schoolId, id, 'nl')).toHaveLength(1)
      const guest = { person: null } as Partial<Seat> as Seat
      const sheet = { pieces: [gone], why: null } as unknown as ItemSheet
      expect(sheetForSeat(sheet, { kind: 'free', subjectId: id }, guest, 'in de zaal').pieces).toEqual([])
      const own = { kind: 'free', subjectId: null } as const
      expect(sheetForSeat(sheet, own, guest, 'in de zaal').pieces).toEqual([gone])
      const ofBefore = { pieces: older, why: null } as unknown as ItemSheet
      expect(sheetForSeat(ofBefore, own, guest, 'in de zaal').pieces).toEqual([])
    })

    it('is closed to writing once it is rounded off, until one goes on', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf('bram', '')
      await say(bram, path, line('cause', 'Tempo'))
      await say(kees, path, { act: 'end' })
      await say(bram, path, line('cause', 'Nog een'), 403)
      expect(await read(bram, path)).not.toContain('name="words"')
      await say(bram, path, { act: 'reopen' })
      await say(bram, path, line('cause', 'Nog een'))
    })

    it('shows on the trends what was said, and no name', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      const path = await talkOf()
      await say(bram, path, line('cause', 'De tafels zitten nog niet vast.'))
      expect(words(await read(kees, '/trends'))).toContain('De tafels zitten nog niet vast.')
      expect(words(await read(anouk, '/trends'))).not.toContain('De tafels zitten nog niet vast.')
    })

    it('offers on the trends to make a goal of it to who writes in it, and to nobody else', async () => {
      await enter(await adoptedPlan(db), AFTER)
      await bring(db, cast, YEARS)
      const path = await talkOf()
      await say(bram, path, line('act', 'Elke dag vijf minuten oefenen'))
      await say(bram, path, { act: 'share' })
      const make = `href="${path}#doing"`
      for (const who of [bram, kees, karin]) expect(await read(who, '/trends')).toContain(make)
      for (const who of [anouk, paul]) {
        const page = await read(who, '/trends')
        expect(words(page)).toContain('Elke dag vijf minuten oefenen')
        expect(words(page)).not.toContain('Maak er een doel van')
        expect(page).not.toContain(make)
        expect(page).toContain(`href="${path}"`)
      }
      await say(bram, path, { act: 'end' })
      expect(await read(kees, '/trends')).not.toContain(make)
      expect(await read(kees, '/trends')).toContain(`href="${path}"`)
    })

    it('takes whatever is sent', async () => {
      const made = await writtenPlan(db)
      await enter(made)
      await bring(db, cast, YEARS)
      const path = await talkOf()
      for (const value of ['', '__proto__', 'constructor', 'x'.repeat(5_000), '\u0000', HOSTILE, '-1']) {
        for (const act of [
          'fact',
          'claim',
          'line',
          'change',
          'back',
          'goal',
          'tie',
          'step',
          'evaluate',
          'agenda',
        ]) {
          const all = {
            act,
            fact: value,
            about: value,
            year: value,
            says: value,
            part: value,
            under: value,
            line: value,
            revision: value,
            words: value,
            plan: value,
            entry: value,
            day: value,
            meeting: value,
            title: value,
            vision: value,
          }
          const page = await say(karin, path, all, 422)
          expect(page).not.toContain('<img src=x')
        }
        await say(karin, path, { act: value }, 404)
        await say(karin, '/trends/talks', { act: 'begin', team: value, subject: value }, 422)
        expect(
          await read(karin, `${path}?done=${encodeURIComponent(value)}&side=${encodeURIComponent(value)}`),
        ).not.toContain('<img src=x')
      }
      await say(karin, path, line('cause', HOSTILE))
      for (const side of ['', '?side=plg'])
        expect(await read(kees, `${path}${side}`)).not.toContain('<img src=x')
      await read(karin, `/trends/talks/${'0'.repeat(36)}`, 404)
    })

    it('is complete in English', async () => {
      await enter(await writtenPlan(db))
      await bring(db, cast, YEARS)
      const path = await talkOf()
      await bram?.post('/language', { language: 'en', back: path })
      const page = words(await read(bram, path))
      expect(page).toContain('What do we think it means?')
      expect(page).toMatch(/Year group 8, all subjects together, at 1S\/2F: .*from [\d.]+% in 20\d\d to/)
    })

    it('is nothing of another school', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf()
      const other = await writtenPlan(db)
      const there = await asMember(app, db, other.cast, 'karin')
      await read(there, path, 404)
      expect(await read(there, '/trends/talks')).not.toContain(path)
      await say(there, path, { act: 'share' }, 404)
    })

    it('that is empty can be thrown away', async () => {
      await enter(await writtenPlan(db))
      const path = await talkOf()
      expect(await say(bram, path, { act: 'away' })).toBe('/trends/talks?done=away')
      await read(bram, path, 404)
      const kept = await talkOf('kees', '')
      await say(kees, kept, line('seen', 'Iets'))
      await say(kees, kept, { act: 'away' }, 422)
    })
  })
})
