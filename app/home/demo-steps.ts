import { type Day, dayOf, type Moment, momentOf } from '../kernel/day.ts'
import type { PlanId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { entriesOf, type Plan } from '../plan/plan.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { BuiltInForm } from '../school/work-form.ts'
import { addWorkForm } from '../school/work-form-store.ts'
import { builtInFormNames } from '../school/work-form-text.ts'
import { answerStep, endStep } from '../step/step-end-store.ts'
import { makeStep } from '../step/step-write-store.ts'
import type { DemoLearningTeamKey, DemoPersonKey } from './demo-cast.ts'
import type { Seed } from './demo-plan.ts'

/** A step of the story; days count from today, a minus is before it. */
type DemoStep = {
  /** Of whose track, of which learning team, or with which goal by its number. */
  readonly of: DemoPersonKey | { readonly team: DemoLearningTeamKey } | { readonly goal: number }
  readonly by: DemoPersonKey
  readonly what: string
  readonly form?: BuiltInForm
  readonly made: number
  readonly on?: number
  /** Who said yes, and who has not answered yet, beside who made it. */
  readonly agreed?: readonly DemoPersonKey[]
  readonly asked?: readonly DemoPersonKey[]
  readonly done?: { readonly on: number; readonly saw: string }
}

const THIS_YEAR: readonly DemoStep[] = [
  {
    of: 'anouk',
    by: 'anouk',
    what: 'Een half uur bij Youssef kijken: hoe bouwt hij de uitleg op?',
    form: 'lesson-visit',
    made: -36,
    on: -30,
    agreed: ['youssef'],
    done: { on: -30, saw: 'Eerst denktijd, dan pas de bordjes. Ook de stille kinderen deden mee.' },
  },
  {
    of: 'anouk',
    by: 'anouk',
    what: 'Wisbordjes bij rekenen, drie lessen achter elkaar',
    made: -23,
    on: -14,
    done: { on: -13, saw: 'Het hielp, maar niet bij iedereen. Ik gaf te weinig tijd om na te denken.' },
  },
  {
    of: 'anouk',
    by: 'anouk',
    what: 'Met Youssef een rekenles voorbereiden, met denktijd erin',
    form: 'lesson-preparation',
    made: -6,
    on: 5,
    agreed: ['youssef'],
  },
  { of: 'anouk', by: 'anouk', what: 'Hetzelfde bij spelling proberen', made: -6, on: 21 },
  {
    of: 'ineke',
    by: 'ineke',
    what: 'Samen met Anouk de leesmaatjes kiezen',
    form: 'lesson-preparation',
    made: -1,
    on: 6,
    asked: ['anouk'],
  },
  {
    of: 'samira',
    by: 'samira',
    what: 'Bij Lotte kijken met één vraag: hoe begint de les?',
    form: 'lesson-visit',
    made: -15,
    on: -7,
    agreed: ['lotte'],
    done: { on: -7, saw: 'Iedereen wist na een minuut wat er kwam. Er lag al iets klaar op tafel.' },
  },
  { of: 'samira', by: 'samira', what: 'Mijn lessen een week lang zo beginnen', made: -5, on: 8 },
  {
    of: 'bram',
    by: 'bram',
    what: 'Vijf minuten automatiseren filmen',
    form: 'video-coaching',
    made: -4,
    on: 12,
  },
  {
    of: { team: 'rekenen' },
    by: 'youssef',
    what: 'De eerste les samen ontwerpen',
    form: 'lesson-study',
    made: -28,
    on: -20,
    agreed: ['wilma', 'kees'],
    done: { on: -20, saw: 'Kinderen kozen zelf hun som. Dat ging beter dan we dachten.' },
  },
  {
    of: { team: 'rekenen' },
    by: 'youssef',
    what: 'Les 2 geven in groep 4; wij kijken naar drie kinderen',
    form: 'lesson-study',
    made: -3,
    on: 14,
    agreed: ['wilma'],
    asked: ['bram'],
  },
  {
    of: { goal: 1 },
    by: 'karin',
    what: 'Bordsessie: welke stap van de les kost ons moeite?',
    form: 'board-session',
    made: -16,
    on: -9,
    done: { on: -9, saw: 'De afsluiting schiet er het vaakst bij in.' },
  },
  {
    of: { goal: 5 },
    by: 'karin',
    what: 'Het rooster met kijkmomenten ophangen in de teamkamer',
    made: -2,
    on: 4,
  },
]

const LAST_YEAR: readonly DemoStep[] = [
  {
    of: 'anouk',
    by: 'anouk',
    what: 'Een les van Youssef bijwonen',
    form: 'lesson-visit',
    made: -395,
    on: -380,
    agreed: ['youssef'],
    done: { on: -380, saw: 'Hij wacht langer dan ik.' },
  },
  {
    of: 'anouk',
    by: 'anouk',
    what: 'Denktijd geven en tellen tot vijf',
    made: -370,
    on: -330,
    done: { on: -320, saw: 'Meer vingers, en ook die van kinderen die anders stil zijn.' },
  },
]

/** The steps of this year, with a form of work of the school's own. */
export async function seedSteps(seed: Seed, planId: PlanId): Promise<void> {
  const name = 'Collegiale consultatie'
  const added = addWorkForm(seed.tx, seed.cast.member('karin'), name, builtInFormNames(), at(seed, -60))
  must(await added)
  for (const step of THIS_YEAR) await seedStep(seed, planId, step)
}

/** Those of last year, before that plan was finished. */
export async function seedStepsBefore(seed: Seed, planId: PlanId): Promise<void> {
  for (const step of LAST_YEAR) await seedStep(seed, planId, step)
}

async function seedStep(seed: Seed, planId: PlanId, step: DemoStep) {
  const { tx, cast } = seed
  const plan = await planNow(seed, planId)
  const entryId = entryFor(seed, plan, step)
  const others = [...(step.agreed ?? []), ...(step.asked ?? [])]
  const given = {
    what: step.what,
    form: step.form ?? null,
    onDay: step.on === undefined ? null : schoolDay(seed, step.on),
    people: [step.by, ...others].map((key) => cast.people[key]),
  }
  const id = must(await makeStep(tx, cast.member(step.by), plan, entryId, given, at(seed, step.made)))
  const there = { id, entryId }
  for (const key of step.agreed ?? [])
    must(await answerStep(tx, cast.member(key), plan, there, true, at(seed, step.made, 2)))
  if (!step.done) return
  const end = { as: 'done', saw: step.done.saw } as const
  must(await endStep(tx, cast.member(step.by), plan, there, end, at(seed, step.done.on, 6)))
}

const planNow = async ({ tx, keeper }: Seed, id: PlanId): Promise<Plan> =>
  must(await readPlan(tx, keeper, id))

function entryFor({ cast }: Seed, plan: Plan, { of }: DemoStep) {
  const found =
    typeof of === 'string'
      ? plan.entries.find(({ personId }) => personId === cast.people[of])
      : 'team' in of
        ? plan.entries.find(({ learningTeamId }) => learningTeamId === cast.learningTeams[of.team])
        : [...entriesOf(plan, 'general-goal'), ...entriesOf(plan, 'team-goal')][of.goal - 1]
  return must(found).id
}

const HOUR = 3_600_000
/** So many days from now; hours tell things of one day apart. */
const at = ({ now }: Seed, days: number, hours = 0): Moment =>
  momentOf(new Date(Date.parse(now) + (days * 24 + hours) * HOUR))

/** The day so far from now; of a weekend the Friday before it. */
function schoolDay(seed: Seed, days: number): Day {
  const weekday = new Date(at(seed, days)).getUTCDay()
  return dayOf(new Date(at(seed, days - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0))))
}

/** The seed never refuses: if it does, the seed is wrong. */
function must<Value>(value: Value) {
  if (isRefusal(value) || value === undefined)
    throw new Error(`the seed of the steps was refused: ${JSON.stringify(value)}`)
  return value as NonNullable<Exclude<Value, { readonly refused: string }>>
}
