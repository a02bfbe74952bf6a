import { endPromise, promise } from '../evaluation/yield-store.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { EntryId, PieceId, PlanId, PromiseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { BuiltInForm } from '../school/work-form.ts'
import type { Grade, PieceText, Subject } from '../shelf/piece.ts'
import { beginPiece } from '../shelf/piece-begin-store.ts'
import { takePiece } from '../shelf/piece-link-store.ts'
import { readyToWriteOf } from '../shelf/piece-store.ts'
import { changeFacts, sharePiece } from '../shelf/piece-write-store.ts'
import type { DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'

/** What was promised last year and kept: by whom, so many days ago. */
type DemoYield = {
  readonly by: DemoPersonKey
  readonly what: string
  readonly withWhom: string
  readonly made: number
  readonly kept: number
  readonly cameOf: string
}

const KEPT: readonly DemoYield[] = [
  {
    by: 'bram',
    what: 'Drie spelvormen om te automatiseren',
    withWhom: 'groep 5',
    made: 290,
    kept: 170,
    cameOf: 'Groep 5 doet het nu ook, na de pauze.',
  },
  {
    by: 'kees',
    what: 'Hoe een kind zelf het rapportgesprek begint',
    withWhom: 'groep 6 en 7',
    made: 285,
    kept: 160,
    cameOf: 'Petra en Wilma proberen het bij het volgende rapport.',
  },
]

/** A piece of the story. */
type DemoPiece = {
  readonly by: DemoPersonKey
  /** Of whose own track, or of which team goal by its place. */
  readonly of?: 'own-track' | { readonly teamGoal: number }
  readonly kept?: true
  readonly title: string
  readonly theme: string
  readonly subject: Subject | null
  readonly grades: readonly Grade[]
  readonly form: BuiltInForm | null
  readonly link?: string
  readonly texts: Partial<Record<PieceText, string>>
  /** So many days ago it was begun; `draft`: it does not lie on the shelf. */
  readonly days: number
  readonly draft?: true
  /** Into which goal of this year it was taken, by its number, or into the own track. */
  readonly takenInto?: 'own-track' | { readonly goal: number }
}

const PIECES: readonly DemoPiece[] = [
  {
    by: 'anouk',
    of: 'own-track',
    title: 'Een uitleg van tien minuten, met de camera erbij',
    theme: 'Instructie',
    subject: 'mathematics',
    grades: [3, 4],
    form: 'video-coaching',
    texts: {
      tried: 'Vier keer een rekenles gefilmd. Met Youssef keek ik steeds tien minuten terug.',
      saw: 'Ik legde alles drie keer uit. De kinderen wisten het na één keer al.',
      again: 'Eén voorbeeld hardop, dan meteen zelf doen. En één kijkvraag per keer, niet alles tegelijk.',
      better: 'Ik zag nog niet wie het begreep. Daar helpt korter uitleggen niet bij.',
    },
    days: 140,
    takenInto: 'own-track',
  },
  {
    by: 'bram',
    of: 'own-track',
    kept: true,
    title: 'Drie spelvormen om te automatiseren',
    theme: 'Automatiseren',
    subject: 'mathematics',
    grades: [4, 5],
    form: 'lesson-preparation',
    texts: {
      tried:
        'Drie keer per week tien minuten, altijd na de pauze:\n\n- ren je rot\n- sommenbingo\n- tweetallen met kaartjes',
      saw: 'Groep 5 doet het nu ook. Kinderen vragen er zelf om.',
      again: 'Een vast moment. Dan vergeet ik het niet.',
      better: 'Sommenbingo kost veel voorbereiding. Volgende keer maken de kinderen de kaarten zelf.',
    },
    days: 138,
    takenInto: { goal: 3 },
  },
  {
    by: 'karin',
    of: { teamGoal: 0 },
    title: 'Kijken bij een andere bouw geeft de meeste ideeën',
    theme: 'Bij elkaar kijken',
    subject: 'all-subjects',
    grades: [],
    form: 'lesson-visit',
    texts: {
      tried: 'Twee keer per jaar kijken bij een collega, met één kijkvraag van wie bezocht wordt.',
      saw: 'Wie in een andere bouw keek, kwam met iets nieuws terug.',
      again: 'De bezochte collega kiest de vraag. Een kwartier napraten, dezelfde dag.',
      better: 'In toetsweken lukte het niet. Plan het daarbuiten.',
    },
    days: 135,
    takenInto: { goal: 5 },
  },
  {
    by: 'fatima',
    title: 'Voorlezen met praatplaten in twee talen',
    theme: 'Woorden leren',
    subject: 'play',
    grades: [1, 2],
    form: 'co-teaching',
    link: 'https://example.org/praatplaten',
    texts: {
      tried:
        'Elke maandag las een ouder voor in de thuistaal. Daarna las ik hetzelfde verhaal in het Nederlands.',
      again: 'De plaat hangt de hele week. Kinderen vertellen het verhaal zelf na.',
      better: 'Twee weken van tevoren vragen. Een dag is te kort voor ouders die werken.',
    },
    days: 60,
  },
  {
    by: 'anouk',
    of: 'own-track',
    title: 'Wisbordjes met denktijd',
    theme: 'Denktijd',
    subject: 'mathematics',
    grades: [3],
    form: 'lesson-visit',
    texts: { tried: 'Drie rekenlessen achter elkaar met wisbordjes.' },
    days: 6,
    draft: true,
  },
]

const DAY = 86_400_000
/** A piece that was begun fewer days ago than this is of this year's plan. */
const THIS_YEAR = 75
const ago = ({ now }: Seed, days: number): Moment => momentOf(new Date(Date.parse(now) - days * DAY))

/** What was shared last year: while that plan was still looked back at. */
export async function seedHarvest(seed: Seed, planId: PlanId): Promise<void> {
  const plan = await planAt(seed, planId)
  for (const { by, what, withWhom, made, kept, cameOf } of KEPT) {
    const actor = seed.cast.member(by)
    const given = { what, withWhom, dueOn: null, person: actor.personId, entryId: trackOf(seed, plan, by) }
    const id = must(await promise(seed.tx, actor, plan, given, false, ago(seed, made)))
    const ended = { as: 'done', cameOf } as const
    must(await endPromise(seed.tx, actor, plan, id, ended, ago(seed, kept)))
  }
}

/** The pieces on the shelf, a draft of Anouk, and what was taken into this year's plan. */
export async function seedShelf(seed: Seed, lastYear: PlanId, thisYear: PlanId): Promise<void> {
  for (const piece of PIECES) {
    const ground = await planAt(seed, piece.days < THIS_YEAR ? thisYear : lastYear)
    const id = await seedPiece(seed, ground, piece)
    const entry = await intoEntry(seed, thisYear, piece)
    if (entry === null) continue
    const plan = await planAt(seed, thisYear)
    const taker = piece.takenInto === 'own-track' ? piece.by : 'karin'
    must(await takePiece(seed.tx, seed.cast.member(taker), plan, entry, id, ago(seed, 30)))
  }
}

async function seedPiece(seed: Seed, plan: Plan, piece: DemoPiece): Promise<PieceId> {
  const { tx, cast } = seed
  const actor = cast.member(piece.by)
  const entryId = entryFrom(seed, plan, piece)
  const begun = {
    planId: entryId ? plan.id : null,
    entryId,
    promiseId: piece.kept ? await keptOf(seed, piece.by) : null,
    schoolYear: plan.schoolYear,
    grades: piece.grades,
    texts: piece.texts,
  }
  const id = must(await beginPiece(tx, actor, begun, ago(seed, piece.days)))
  const { title, theme, subject, grades, form, link = null } = piece
  const facts = { title, theme, subject, grades, workForm: form, link }
  must(await changeFacts(tx, actor, id, facts, ago(seed, piece.days)))
  if (!piece.draft) must(await sharePiece(tx, actor, id, ago(seed, piece.days - 1)))
  return id
}

const keptOf = async ({ tx, cast }: Seed, by: DemoPersonKey): Promise<PromiseId | null> =>
  (await readyToWriteOf(tx, cast.member(by)))[0]?.id ?? null

function entryFrom(seed: Seed, old: Plan, { of, by }: DemoPiece): EntryId | null {
  if (of === undefined) return null
  return of === 'own-track' ? trackOf(seed, old, by) : (entriesOf(old, 'team-goal')[of.teamGoal]?.id ?? null)
}

async function intoEntry(seed: Seed, thisYear: PlanId, piece: DemoPiece): Promise<EntryId | null> {
  const { takenInto, by } = piece
  if (takenInto === undefined) return null
  const plan = await planAt(seed, thisYear)
  if (takenInto === 'own-track') return trackOf(seed, plan, by)
  return entriesOf(plan, 'general-goal', 'team-goal')[takenInto.goal - 1]?.id ?? null
}

const trackOf = ({ cast }: Seed, plan: Plan, by: DemoPersonKey) =>
  plan.entries.find((entry) => entry.personId === cast.people[by])?.id ?? null

async function planAt({ tx, keeper }: Seed, id: PlanId): Promise<Plan> {
  return must(await readPlan(tx, keeper, id)) as Plan
}

/** The seed never refuses: if it does, the seed is wrong. */
function must<Value>(value: Value) {
  if (isRefusal(value)) throw new Error(`the shelf of the demo was refused: ${JSON.stringify(value)}`)
  return value as Exclude<Value, { readonly refused: string }>
}
