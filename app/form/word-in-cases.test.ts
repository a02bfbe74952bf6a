import { describe, expect, test } from 'vitest'
import { lostWords } from '../../test/word/lost.ts'
import { sketched } from '../../test/word/sketch.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readWordFile } from '../paper/word-file.ts'
import { readPlan } from './word-in-plan.ts'

async function read(sketch: string) {
  const document = await readWordFile(sketched(sketch))
  if (isRefusal(document)) throw new Error(document.refused)
  const reading = readPlan(document)
  if (isRefusal(reading)) throw new Error(reading.refused)
  expect(lostWords(document, reading)).toEqual([])
  return { ...reading, loose: reading.leftovers.map((leftover) => leftover.text) }
}

async function refusedFor(sketch: string) {
  const document = await readWordFile(sketched(sketch))
  const reading = isRefusal(document) ? document : readPlan(document)
  return isRefusal(reading) ? reading.refused : null
}

test('a plan typed by hand: initials, six principles, labels with errors, a loose line at the end', async () => {
  const { form, loose, doubts } = await read(`
    **BEGELEIDINGSPLAN OBS DE VLIEGER**
    26-27
    N.B. dit alles onder voorbehoud van formatie!!
    **UITGANGSPUNTEN EN PRINCIPES**
    - we werken vanuit onze visie
    - de leerkracht is een prof. partner
    - voorkomen gaat voor herstellen
    - het team is een orkest
    - we zijn open over wat lukt en wat niet
    - ib is er als het moeilijk wordt
    **ALGEMENE DOELEN**
    1. Verdere implementatie van het EDI-model.
    **Aanpak:** collegiale consultatie, samen lessen voorbereiden per bouw
    **Uitvoering:** alle lkr., Youssef is trekker
    **inzet KC’er** neemt 1x p.w. een groep over
    **Evalutie:** studiedag in het voorjaar en aan het eind
    **LERAAR A. (gr 3)**
    **Beginsituatie/doelstelling:** Anouk legt helder uit. Ze wil in elke les zien of iedereen meekan.
    **Aanpak:** filmen **Ondersteuning:** Tineke kijkt mee, IB filmt een les
    **Inzet leraar:** 30 min p.w. **Inzet ib:** 4x **Derden:** –
    **LEERTEAM LEZEN**
    **Beginsituatie/doelstelling:** Het leerteam begint. **Aanpak:** lesson study
    **Inzet leden:** 4 uur **Inzet ib:** 2 uur **Derden:** geen
    De opbrengst wordt gedeeld op de ouderavond (feb).`)
  expect(form).toMatchObject({ title: 'BEGELEIDINGSPLAN OBS DE VLIEGER', schoolYear: '2026-2027' })
  expect(form.principles).toHaveLength(6)
  expect(form.generalGoals).toMatchObject([
    { executedBy: 'alle lkr., Youssef is trekker', coordinatorEffort: 'neemt 1x p.w. een groep over' },
  ])
  expect(form.teacherTracks).toMatchObject([
    {
      name: 'A. (gr 3)',
      goal: null,
      teacherEffort: '30 min p.w.',
      coordinatorEffort: '4x',
      thirdPartyEffort: null,
    },
  ])
  expect(form.learningTeamTracks).toMatchObject([{ memberEffort: '4 uur', thirdPartyEffort: 'geen' }])
  expect(loose).toEqual([
    'N.B. dit alles onder voorbehoud van formatie!!',
    'De opbrengst wordt gedeeld op de ouderavond (feb).',
  ])
  expect(doubts.map((doubt) => doubt.because)).toContain('misspelled-label')
})

test('headings that look like any other line are told by what follows them', async () => {
  const { form, loose } = await read(`
    Begeleidingsplan 2026/2027
    Uitgangspunten
    We leren samen.
    Algemene doelen
    Doelgericht lesgeven
    Aanpak: lessen bezoeken
    Inzet IB'er: 10 uur
    Evaluatie: juni
    Schoolteam
    Feedback vragen
    Aanpak: elke maand
    Evaluatie: juni
    Leerkrachten
    Anouk
    Beginsituatie: kleuters
    Doel: meespelen
    Bodil
    Beginsituatie: ervaren
    Doel: uitleggen
    Leerteams
    Lezen
    Beginsituatie: nieuw
    Inzet leden: 8 uur`)
  expect(form.generalGoals.map((goal) => goal.title)).toEqual(['Doelgericht lesgeven'])
  expect(form.teamGoals.map((goal) => goal.title)).toEqual(['Feedback vragen'])
  expect(form.teacherTracks.map((track) => track.name)).toEqual(['Anouk', 'Bodil'])
  expect(form.learningTeamTracks).toMatchObject([{ name: 'Lezen', memberEffort: '8 uur' }])
  expect(loose).toEqual([])
})

test('words of labels inside running text are text', async () => {
  const { form } = await read(`
    ! Begeleidingsplan 2026-2027
    # Schoolteam
    1. Feedback
    Aanpak: kaarten. Evaluatie: de kaarten bekijken we in juni.
    Evaluatie: juni
    # Leraren
    Leraar Kim
    Beginsituatie: Kim werkt in groep 3. Aanpak: die van vorig jaar beviel.
    Doel: rust
    Aanpak: routines
    Ondersteuning: De IB'er. Inzet: wekelijks.
    Leraar Sam
    Beginsituatie: x
    Doel: y
    Ondersteuning: Leraar Kim
    Evaluatie: mei
    Delen opbrengst met:
    Leerteam Rekenen
    Inzet leraar: 2 uur`)
  expect(form.teamGoals[0]).toMatchObject({
    approach: 'kaarten. Evaluatie: de kaarten bekijken we in juni.',
    evaluation: 'juni',
  })
  expect(form.teacherTracks).toMatchObject([
    {
      startSituation: 'Kim werkt in groep 3. Aanpak: die van vorig jaar beviel.',
      support: "De IB'er. Inzet: wekelijks.",
    },
    { support: 'Leraar Kim', shareYieldWith: 'Leerteam Rekenen', teacherEffort: '2 uur' },
  ])
  expect(form.learningTeamTracks).toEqual([])
})

test('duos, an empty track, coordinator and principal, and parts that are no part of the form', async () => {
  const { form, names, loose } = await read(`
    **Begeleidingsplan 2026-2027**
    **Onze visie**
    Ieder kind telt.
    **Uitgangspunten**
    1. Samen
    **Begeleiding leraren**
    **Leraar Kim de Vries, groep 5**
    Beginsituatie: nieuw
    Doel: rust
    Let op: start pas in oktober
    Inzet leraar: 4 uur
    Inzet intern begeleider: 2 uur
    **Leraren Marit en Ilse (duo groep 8)**
    Beginsituatie: duo
    **Leraar Noor**
    **Intern begeleider Karin**
    Beginsituatie: eerste jaar als IB'er
    Doel: gesprekken leren voeren
    **Schoolleider Marjan**
    Beginsituatie: z
    Doel: w
    **Jaaroverzicht**
    September: start`)
  expect(names.map(({ name, role }) => `${role} ${name}`)).toEqual([
    'teacher Kim de Vries (groep 5)',
    'teacher Marit en Ilse (duo groep 8)',
    'teacher Noor',
    'coordinator Intern begeleider Karin',
    'principal Schoolleider Marjan',
  ])
  expect(form.teacherTracks[2]).toMatchObject({ name: 'Noor', startSituation: null, goal: null })
  expect(loose.join('\n')).toMatch(/Ieder kind telt[\s\S]*start pas in oktober[\s\S]*September: start/)
})

describe('tables', () => {
  test('teachers and learning teams in one table, a remark beside the plan, a calendar', async () => {
    const { form, loose } = await read(`
      ! Begeleidingsplan 2026-2027
      # Leraren en leerteams
      | Leraar/leerteam | Beginsituatie | Doel | Aanpak | Inzet leraar/leden | Inzet IB |
      | Kim | nieuw | rust | routines | 4 uur | 2 uur |
      | Leerteam Rekenen | jaar 1 | lijn | studie | 8 uur | 3 uur |
      | Sam | oud | orde | filmen | 1 uur | 1 uur |
      ## Noor
      | | Afspraak | Stand van zaken |
      | Beginsituatie | nieuw | gaat goed |
      | Doel | rust | bijna |
      | Aanpak | routines | loopt |
      # Jaaroverzicht
      | Maand | Activiteit | Wie |
      | sept | start | IB |`)
    expect(form.teacherTracks.map((track) => track.name)).toEqual(['Kim', 'Sam', 'Noor'])
    expect(form.learningTeamTracks).toMatchObject([{ name: 'Rekenen', memberEffort: '8 uur' }])
    expect(form.teacherTracks[2]).toMatchObject({
      startSituation: 'nieuw',
      goal: 'rust',
      approach: 'routines',
    })
    expect(loose.join(' ')).toMatch(/gaat goed[\s\S]*sept/)
  })

  test('labels inside the cells of a table with few columns', async () => {
    const { form } = await read(`
      ! Begeleidingsplan schooljaar 2026/2027
      # Leraren
      | LERAAR | DOEL EN AANPAK | INZET |
      | Kim | **Doel:** rust<br>**Aanpak:** routines | **Leraar:** 2 uur<br>**IB:** 1 uur<br>**Derden:** geen |
      | Sam | **Doel:** orde<br>**Aanpak:** film | **Leraar:** 3 uur<br>**IB:** 2 uur<br>**Derden:** SWV |`)
    expect(form.teacherTracks).toMatchObject([
      { name: 'Kim', goal: 'rust', approach: 'routines', teacherEffort: '2 uur', thirdPartyEffort: 'geen' },
      { name: 'Sam', goal: 'orde', approach: 'film', coordinatorEffort: '2 uur', thirdPartyEffort: 'SWV' },
    ])
  })
})

describe('what is no plan of a team is refused, above all what is about pupils', () => {
  const papers = {
    handelingsplan: `
      Handelingsplan
      Leerling: Sam (groep 5)
      Leerkracht: Kim
      Beginsituatie: Sam leest op M3
      Doel: Sam leest op M4
      Aanpak: lezen
      Evaluatie: juni`,
    groepsplan: `
      Groepsplan rekenen groep 5
      | Leerlingen | Doel | Aanpak | Evaluatie |
      | Sam, Noor | M4 | instructie | juni |`,
    'plan of one person': `
      Persoonlijk ontwikkelplan
      Naam: Kim de Vries
      Beginsituatie: nieuw
      Doel: rust
      Aanpak: routines`,
    minutes: `
      Notulen teamvergadering 12 januari 2027
      2. Schoolteam
      De intern begeleider licht het begeleidingsplan toe. Evaluatie: in juni.
      3. Algemene doelen
      We bespreken de doelen.`,
    'school plan': `
      ! Schoolplan 2023-2027
      # Uitgangspunten
      * Samen
      # Doelen
      We willen beter worden.`,
  }
  for (const [name, sketch] of Object.entries(papers)) {
    test(name, async () => expect(await refusedFor(sketch)).toBe('not-a-plan'))
  }
})

test('the empty form of Figuur 1 is a plan without texts', async () => {
  const { form } = await read(`
    ! BEGELEIDINGSPLAN
    # UITGANGSPUNTEN EN PRINCIPES
    We werken in lijn met de schoolvisie, als professionele partners.
    # ALGEMENE DOELEN
    1. Verdere implementatie van het EDI-model.
    Aanpak: ….. Uitvoering door: ….. Inzet intern begeleider: ….. Evaluatie: …..
    2. …..
    # LERAAR J.
    Beginsituatie/doelstelling: …..
    Aanpak: ….. Ondersteuning: ….. Evaluatie: ….. Delen opbrengst met: …..
    Etc.`)
  expect(form.generalGoals).toEqual([
    {
      title: 'Verdere implementatie van het EDI-model.',
      startSituation: null,
      approach: null,
      executedBy: null,
      coordinatorEffort: null,
      evaluation: null,
    },
  ])
  expect(form.teacherTracks).toMatchObject([{ name: 'J.', startSituation: null, approach: null }])
})
