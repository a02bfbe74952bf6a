import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { NOW } from '../../test/cast.ts'
import { eachDatabase } from '../../test/database.ts'
import { type World, worldIn } from '../../test/world.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { importResults } from '../result/import-job.ts'
import type { Result } from '../result/result.ts'
import { readResults } from '../result/results-in.ts'
import { subjectText } from './subject-text.ts'
import { fewWords, worstOf } from './trend-table-view.ts'

const folder = mkdtempSync(join(tmpdir(), 'rode-draad-subject-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function bring({ db, cast }: World, results: readonly Result[], norm = '') {
  async function* pieces() {
    yield results
  }
  const importing = {
    supplier: 'fictief',
    norm,
    kind: 'sheet',
    keyFile: join(folder, 'notes.key'),
    now: NOW,
  } as const
  expect(isRefusal(await importResults(db, cast.keeper, pieces(), importing))).toBe(false)
}

/** Five years of groups 3 to 8 of a made-up school. */
async function fiveYears(): Promise<Result[]> {
  const results: Result[] = []
  await readResults('test/fixtures/trend/toetsresultaten-2021-2026.csv', {
    take: (one) => results.push(one),
    refuse: () => undefined,
    leftOut: () => undefined,
  })
  return results
}

/** Scores of so many pupils of a group, all alike but one point apart. */
const scoresOf = (pupils: number, change: Partial<Result> = {}): Result[] =>
  Array.from({ length: pupils }, (_, pupil) => ({
    pupil: String(500 + pupil),
    schoolYear: '2025-2026' as SchoolYear,
    takenOn: null,
    group: '6A',
    yearGroup: 6,
    test: 'Rekenen-Wiskunde',
    subject: 'Rekenen',
    moment: 'M' as const,
    score: 80 + pupil,
    level: 'III' as const,
    reference: null,
    exempt: false,
    ...change,
  }))

const words = (page: string) =>
  page
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

const textOf = async (world: World, who: 'anouk' | 'karin', path: string) =>
  (await (await world.as(who)).get(path)).text()

eachDatabase((open) => {
  describe('a subject', () => {
    it('shows each year group small, and one large with its levels when it is chosen', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      const all = await textOf(world, 'anouk', '/trends/Rekenen')
      for (const group of [3, 4, 5, 6, 7]) {
        expect(all).toContain(`href="/trends/Rekenen?group=${group}&amp;moment=M"`)
        expect(all).toContain(`href="/trends/Rekenen?group=${group}&amp;moment=E"`)
      }
      const one = await textOf(world, 'anouk', '/trends/Rekenen?group=6&moment=M')
      expect(words(one)).toContain('Groep 6, midden van het jaar: gemiddelde score')
      expect(one).toMatch(/Staafgrafiek: Rekenen, groep 6, midden van het jaar: verdeling over de niveaus/)
      expect(one).toContain('aria-current="true">Groep 6<')
      const median = await textOf(world, 'anouk', '/trends/Rekenen?group=6&moment=M&measure=median')
      expect(words(median)).toContain('Groep 6, midden van het jaar: middelste score')
    })

    it('follows the same pupils, and how much they grow', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      const pupils = await textOf(world, 'anouk', '/trends/Spelling?show=pupils&leaves=2026-2027')
      expect(words(pupils)).toContain('Wie in 2027 van school gaat: gemiddelde score')
      expect(words(pupils)).toMatch(/Van gemiddeld [\d,]+ in [ME]3 naar [\d,]+ in E7\./)
      const growth = await textOf(world, 'anouk', '/trends/Spelling?show=growth&group=5&moment=E')
      expect(words(growth)).toContain('Van M5 naar E5: gemiddelde groei in punten')
      expect(words(growth)).toMatch(/gingen dezelfde leerlingen gemiddeld [\d,]+ punten vooruit \(n \d+\)/)
    })

    it('lays year groups beside each other for the coordinator alone', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      const karin = await textOf(world, 'karin', '/trends')
      expect(karin).toContain('id="in-groups"')
      expect(words(karin)).toContain('Dit overzicht zie jij alleen.')
      const anouk = await textOf(world, 'anouk', '/trends')
      expect(anouk).not.toContain('id="in-groups"')
      expect(anouk).not.toMatch(/Verdeling over de niveaus/)
      expect(words(anouk)).toContain('Elke jaargroep staat apart, over de jaren. Kies een vak.')
      expect(anouk).toContain('href="/trends/Rekenen"')
    })

    it('starts a new line, on a scale of its own, where the norms change', async () => {
      const world = await worldIn(open)
      await bring(world, scoresOf(20, { schoolYear: '2023-2024' as SchoolYear }), 'normering 2019')
      const now = scoresOf(20).map((one) => ({ ...one, score: (one.score ?? 0) + 300 }))
      await bring(world, now, 'normering 2023')
      const page = await textOf(world, 'anouk', '/trends/Rekenen?group=6&moment=M')
      expect(page).toContain('vanaf hier normering 2023')
      const anouk = await world.as('anouk')
      await anouk.post('/language', { language: 'en', back: '/' })
      const english = await (await anouk.get('/trends/Rekenen?group=6&moment=M')).text()
      expect(english).toContain('norms 2023 from here')
      expect(english).toContain('>Rekenen-Wiskunde, norms 2019<')
      await anouk.post('/language', { language: 'nl', back: '/' })
      expect(words(page)).toContain('In 2025–2026 begint een andere toets of normering.')
      expect(words(page)).not.toMatch(/Van gemiddeld 89,5/)
      // Not one line from the old scale to the new one.
      expect(page.match(/class="lijn"/g)?.length).toBe(4)
    })

    it('leaves out for the team, and from what is saved, what is of few pupils, in every view', async () => {
      const world = await worldIn(open)
      await bring(world, [...scoresOf(4), ...scoresOf(4, { moment: 'E', score: 91.3 })])
      for (const query of ['', '?group=6&moment=M', '?show=pupils', '?show=growth', '?class=6A']) {
        const page = await textOf(world, 'anouk', `/trends/Rekenen${query}`)
        expect(page).not.toMatch(/81,5|91,3|9,8|n 4\b/)
        expect(page).not.toMatch(/href="[^"]*class=/)
        const csv = await textOf(world, 'karin', `/trends/Rekenen/data.csv${query}`)
        expect(csv).not.toMatch(/81,5|91,3|9,8/)
        const svg = await (await world.as('karin')).get(`/trends/Rekenen/chart.svg${query}`)
        expect(svg.status).toBe(404)
      }
      const small = await textOf(world, 'karin', '/trends/Rekenen?group=6&moment=M')
      const karin = words(small)
      expect(karin).toContain('81,5')
      // She sees it, but can't save it: no link leads to nothing.
      expect(small).not.toContain('chart.svg')
      expect(small).toContain('data.csv')
      expect(karin).toContain('Dit zijn minder dan vijf leerlingen (n 4).')
    })

    it('shows groups by themselves to the coordinator only, by name', async () => {
      const world = await worldIn(open)
      const other = scoresOf(12, { group: '6B' }).map((one, at) => ({
        ...one,
        pupil: `9${at}0`,
        score: 200 + at,
      }))
      await bring(world, [...other, ...scoresOf(12)])
      const karin = await textOf(world, 'karin', '/trends/Rekenen?group=6&moment=M')
      expect(karin.indexOf('class=6A')).toBeLessThan(karin.indexOf('class=6B'))
      const ofB = await textOf(world, 'karin', '/trends/Rekenen?group=6&moment=M&class=6B')
      expect(words(ofB)).toContain('2025–2026 Rekenen-Wiskunde 12 205,5 205,5')
      expect(ofB).not.toMatch(/chart\.svg|data\.csv/)
      expect(words(ofB)).toContain('Groep 6, midden van het jaar (6B): gemiddelde score')
      expect(ofB).toContain('href="/trends/Rekenen?group=6&amp;moment=M"')
      const anouk = await textOf(world, 'anouk', '/trends/Rekenen?group=6&moment=M&class=6B')
      expect(anouk).not.toContain('205,5')
      expect(words(anouk)).toContain('2025–2026 Rekenen-Wiskunde 24')
      const csv = await textOf(world, 'karin', '/trends/Rekenen/data.csv?group=6&moment=M&class=6B')
      expect(csv).not.toContain('205,5')
    })

    it('saves a picture of a chart and of its levels, and all numbers', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      const anouk = await world.as('anouk')
      const chart = await anouk.get('/trends/Rekenen/chart.svg?group=6&moment=M')
      expect(chart.headers.get('content-disposition')).toBe(
        'attachment; filename="trend-rekenen-groep-6-midden-van-het-jaar.svg"',
      )
      const svg = await chart.text()
      expect(svg).toMatch(
        /^<\?xml[^]*<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*class="lijn"[^]*<\/svg>\s*$/,
      )
      expect(svg).not.toContain('var(--')
      expect(svg).toContain('De Regenboog: Rekenen, groep 6, midden van het jaar: gemiddelde score</text>')
      const levels = await textOf(world, 'anouk', '/trends/Rekenen/chart.svg?group=6&moment=M&of=levels')
      expect(levels).toMatch(/class="deel deel-1"/)
      expect((await anouk.get('/trends/Rekenen/chart.svg?group=6&moment=M&of=nothing')).status).toBe(404)
      expect((await anouk.get('/trends/Rekenen/chart.svg')).status).toBe(404)
      const csv = await textOf(world, 'anouk', '/trends/Rekenen/data.csv')
      expect(csv.split('\r\n')[0]).toBe(
        '"Wat";"Jaar";"Toets";"n (score)";"Gemiddeld";"Middelste";"n (niveau)";"1F of hoger (%)";"1S/2F (%)";"I (%)";"II (%)";"III (%)";"IV (%)";"V (%)";"Let op"',
      )
      expect(csv).toMatch(/"Groep 6, Midden van het jaar";"2025–2026";"Rekenen-Wiskunde";"\d+";/)
    })

    it('saves numbers below nought as numbers, and hardly any growth as nought', async () => {
      const world = await worldIn(open)
      const later = (down: number, change: Partial<Result>) =>
        scoresOf(20, change).map((one, at) => ({ ...one, score: 80 + at - down }))
      await bring(world, [...scoresOf(20), ...later(2.3, { moment: 'E' })])
      await bring(world, [
        ...scoresOf(20, { subject: 'Spelling' }),
        ...later(0.04, { subject: 'Spelling', moment: 'E' }),
      ])
      const csv = await textOf(world, 'anouk', '/trends/Rekenen/data.csv?show=growth')
      expect(csv).toContain('"2025–2026";"Rekenen-Wiskunde";"20";"-2,3"')
      const little = await textOf(world, 'anouk', '/trends/Spelling/data.csv?show=growth')
      expect(little).toContain('"2025–2026";"Rekenen-Wiskunde";"20";"0"')
      const page = await textOf(world, 'anouk', '/trends/Spelling?show=growth')
      expect(page).not.toContain('-0<')
      expect(words(page)).toContain('gemiddeld evenveel als in M6')
    })

    it('says in words that pupils are few, also beside small charts and bars', async () => {
      const world = await worldIn(open)
      const group = (yearGroup: number, pupils: number, moment: 'M' | 'E') =>
        scoresOf(pupils, { yearGroup, group: `${yearGroup}A`, moment }).map((one) => ({
          ...one,
          pupil: `${yearGroup}${one.pupil}`,
        }))
      await bring(world, [
        ...(['M', 'E'] as const).flatMap((moment) => [...group(5, 12, moment), ...group(6, 20, moment)]),
        ...group(7, 4, 'E'),
      ])
      const few = 'Het gaat om weinig leerlingen (n 12).'
      const dot = 'Een open stip: minder dan vijftien leerlingen.'
      const small = words(await textOf(world, 'anouk', '/trends/Rekenen'))
      // Two sections of twelve; the others are large enough or not for the team.
      expect(small.split(few)).toHaveLength(3)
      expect(small.split(dot)).toHaveLength(3)
      expect(small).not.toContain('n 4')
      const karin = words(await textOf(world, 'karin', '/trends/Rekenen'))
      expect(karin).toContain('Dit zijn minder dan vijf leerlingen (n 4).')
      const growth = words(await textOf(world, 'anouk', '/trends/Rekenen?show=growth'))
      expect(growth).toContain(few)
      const bars = words(await textOf(world, 'anouk', '/trends/Rekenen?group=5&moment=M'))
      expect(bars).toContain('Weinig leerlingen: 2025–2026 (n 12). Daar kan een verschil toeval zijn.')
      expect(words(await textOf(world, 'anouk', '/trends'))).not.toMatch(/Groep 7 \(n/)
      const school = words(await textOf(world, 'karin', '/trends'))
      expect(school).toContain('Weinig leerlingen: Groep 5 (n 12). Daar kan een verschil toeval zijn.')
      expect(school).toContain('Minder dan vijf leerlingen: Groep 7 (n 4). Het team ziet dit niet')
    })

    it('says once to the team why growth of most steps is not shown, and nothing of it to who coordinates', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      const why = 'dan zou je kunnen uitrekenen hoe één leerling scoorde'
      for (const query of ['?show=growth', '?show=growth&group=6', '?show=growth&group=6&moment=E']) {
        const page = words(await textOf(world, 'anouk', `/trends/Rekenen${query}`))
        expect(page.split(why)).toHaveLength(2)
        expect(page).not.toContain('Niet elk jaar staat er')
        const karin = words(await textOf(world, 'karin', `/trends/Rekenen${query}`))
        expect(karin).not.toContain('uitrekenen')
        expect(karin).not.toContain('Deze stap tonen we niet')
      }
      expect(words(await textOf(world, 'anouk', '/trends/Rekenen'))).not.toContain(why)
      expect(subjectText('en').growthWhy).toContain('could then be worked out')
    })

    it('shows two tests of one year each by itself, by its own name, on its own scale', async () => {
      const world = await worldIn(open)
      for (const year of ['2024-2025', '2025-2026'] as SchoolYear[]) {
        const pupils = (change: Partial<Result>) =>
          scoresOf(20, { schoolYear: year, ...change }).map((given) => ({
            ...given,
            pupil: `${year.slice(2, 4)}${given.pupil}`,
          }))
        await bring(world, pupils({}), 'normering 2023')
        await bring(world, pupils({ test: 'Rekenen IEP', score: 400, level: 'B' }))
      }
      const page = await textOf(world, 'anouk', '/trends/Rekenen?group=6&moment=M')
      const own = 'Groep 6, midden van het jaar · fictief, Rekenen-Wiskunde, normering 2023: gemiddelde score'
      const other = 'Groep 6, midden van het jaar · fictief, Rekenen IEP: gemiddelde score'
      for (const title of [own, other]) expect(page).toMatch(new RegExp(`<h2 id="panel-\\d">${title}</h2>`))
      // Nothing begins and nothing ends: both go on. No bars of two scales, no nought of a scale that isn't its own.
      expect(words(page)).not.toContain('begint een andere toets')
      expect(page).not.toContain('class="grens')
      expect(page).toMatch(/III \(%\)(?![^]*?A \(%\)[^]*?<\/table>[^]*?III \(%\))/)
      const svg = await textOf(world, 'anouk', '/trends/Rekenen/chart.svg?group=6&moment=M&pick=2')
      expect(svg).toContain(`Rekenen, g${other.slice(1)}`)
      expect(svg).not.toContain('85,5')
      const csv = await textOf(world, 'anouk', '/trends/Rekenen/data.csv?group=6&moment=M')
      expect(csv).toMatch(/Rekenen IEP";"2025–2026";"Rekenen IEP";"20";"400";"400";"–";"–";"–";"–";/)
      expect(words(await textOf(world, 'anouk', '/trends/Rekenen?show=pupils'))).not.toMatch(
        /begint een andere toets/,
      )
    })

    it('says that pupils are few in the table, in the saved numbers and in the saved picture too', async () => {
      const world = await worldIn(open)
      await bring(world, scoresOf(12, { schoolYear: '2024-2025' as SchoolYear }))
      await bring(
        world,
        scoresOf(20).map((one) => ({ ...one, pupil: `9${one.pupil}` })),
      )
      const note = 'weinig leerlingen: dit kan toeval zijn'
      const path = '/trends/Rekenen'
      const page = words(await textOf(world, 'anouk', `${path}?group=6&moment=M`))
      // Once in the table of scores, once in that of levels: of the year of twelve alone.
      expect(page.match(new RegExp(`2024–2025 Rekenen-Wiskunde 12 [^–]*? ${note}`, 'g'))).toHaveLength(2)
      expect(page.split(note)).toHaveLength(3)
      expect(page).toContain('Let op')
      const csv = await textOf(world, 'karin', `${path}/data.csv?group=6&moment=M`)
      const [head, before, now] = csv.split('\r\n')
      expect(head).toMatch(/;"Let op"$/)
      expect(before).toMatch(new RegExp(`;"${note}"$`))
      expect(now).toMatch(/"20".*;""$/)
      const said = 'Weinig leerlingen: 2024–2025 (n 12). Daar kan een verschil toeval zijn.'
      for (const of of ['', '&of=levels']) {
        const svg = await textOf(world, 'karin', `${path}/chart.svg?group=6&moment=M${of}`)
        expect(words(svg.slice(svg.indexOf('</desc>')).replaceAll(/<\/?svg[^>]*>/g, ''))).toContain(said)
      }
      // The next year of twenty stands alone: nothing to say, no column for it.
      await bring(world, scoresOf(20, { subject: 'Spelling' }))
      expect(words(await textOf(world, 'anouk', '/trends/Spelling?group=6&moment=M'))).not.toContain('Let op')
      const many = await textOf(world, 'anouk', '/trends/Spelling/chart.svg?group=6&moment=M')
      expect(many).not.toMatch(/[Ww]einig leerlingen/)
    })

    it('says it in English to who reads English', () => {
      expect(fewWords('few', 'en')).toBe('few pupils: this may be chance')
      expect(fewWords(worstOf({ caution: 'few' }, 'hidden', { caution: 'very-few' }), 'nl')).toBe(
        'minder dan vijf leerlingen: het team ziet dit niet',
      )
      expect(fewWords(worstOf(null, 'hidden', { caution: null }), 'en')).toBe('')
    })

    it('shows the means of the fixture rounded once', async () => {
      const world = await worldIn(open)
      await bring(world, await fiveYears())
      // 3553,7 of 37 pupils is 96,046; 5252,1 of 37 is 141,949.
      const m3 = words(await textOf(world, 'anouk', '/trends/Rekenen?group=3&moment=M'))
      expect(m3).toMatch(/2021–2022 Rekenen-Wiskunde[^–]* 37 96 /)
      expect(m3).toMatch(/ 96 in 2021–2022/)
      const csv = await textOf(world, 'anouk', '/trends/Rekenen/data.csv')
      expect(csv).toMatch(/"Groep 3, Midden van het jaar";"2021–2022";"[^"]*";"37";"96";/)
      expect(csv).toMatch(/"Groep 4, Eind van het jaar";"[^"]*";"[^"]*";"37";"141,9";/)
      const growth = await textOf(world, 'anouk', '/trends/Begrijpend%20lezen/data.csv?show=growth')
      expect(growth).toMatch(/M6 naar E6";"2023–2024";"[^"]*";"\d+";"3,5"/)
    })

    it('takes whatever is asked, and names from a file that are none of a page', async () => {
      const world = await worldIn(open)
      const subject = 'Taal / <b>"lezen"</b>'
      await bring(world, scoresOf(20, { subject, test: '=1+1' }))
      const path = `/trends/${encodeURIComponent(subject)}`
      const anouk = await world.as('anouk')
      for (const query of [
        '?group=9&moment=X&measure=__proto__&show=constructor&leaves=nooit&class=%3Cscript%3E',
        '?show=pupils&group=6&leaves=2027-2028',
        '?pick=-1&of=levels&moment=M',
        `?group=${'6'.repeat(4000)}`,
      ])
        expect((await anouk.get(path + query)).status).toBe(200)
      const page = await textOf(world, 'anouk', path)
      expect(page).not.toContain('<b>"lezen"')
      expect(page).toContain('&lt;b&gt;')
      const csv = await textOf(world, 'anouk', `${path}/data.csv`)
      expect(csv).toContain('"\'=1+1"')
      const school = await textOf(world, 'anouk', '/trends')
      expect(school).toContain(`href="${path.replaceAll("'", '&#39;')}"`)
      expect((await anouk.get(`${path}/chart.svg?pick=99999999999999999999`)).status).toBe(404)
    })
  })
})
