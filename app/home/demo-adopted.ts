import { type Item, itemFrom, itemKey, WHOLE } from '../adoption/adoption.ts'
import { putForward, readAdoption, renewItem } from '../adoption/adoption-store.ts'
import { itemWords } from '../adoption/item-view.ts'
import { adoptPlan } from '../adoption/seal-store.ts'
import { chooseNext, writeEvaluationText } from '../evaluation/evaluation-store.ts'
import { type Moment, momentOf } from '../kernel/day.ts'
import type { PersonId, PlanId } from '../kernel/id.ts'
import { termsFor } from '../kernel/language.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Entry, isGoal } from '../plan/entry.ts'
import { writeEntryText } from '../plan/entry-store.ts'
import { entriesOf, entryOf, type Phase, type Plan } from '../plan/plan.ts'
import { movePlan, readPlan } from '../plan/plan-store.ts'
import type { Answer } from '../round/round.ts'
import { speakIn } from '../round/round-store.ts'
import { DEMO_PEOPLE, DEMO_SCHOOL, type DemoPersonKey } from './demo-cast.ts'
import { LAST_YEAR_GOALS, LAST_YEAR_TRACKS, type Looked } from './demo-last-year.ts'
import type { Seed } from './demo-plan.ts'
import { seedHarvest } from './demo-shelf.ts'
import { seedStepsBefore } from './demo-steps.ts'

/** Who was there last year; Samira and Sem came later. */
const THERE = DEMO_PEOPLE.map(({ key }) => key).filter((key) => key !== 'samira' && key !== 'sem')
/** Two read it beforehand and trusted those who met. */
const AWAY: readonly DemoPersonKey[] = ['hanneke', 'eva']
const WORDS = itemWords({ language: 'nl', terms: termsFor('nl', 'ib', 'leraar') })
const FIRST_WORDS = 'We kijken vier keer per jaar bij elkaar in de klas.'

/** The team decided on last year's plan (one objection, one changed text), looked back on it, and it is finished. */
export async function adoptLastYear(seed: Seed, planId: PlanId): Promise<void> {
  const goal = entriesOf(await reread(seed, planId), 'team-goal')[0]
  if (!goal) throw new Error('last year’s demo plan has no team goal')
  const visiting: Item = { about: 'goal', subjectId: goal.id }
  const title = goal.texts.title?.text ?? ''
  await reword(seed, planId, goal, FIRST_WORDS, 419)
  await ask(seed, planId, [visiting])
  await answer(seed, planId, WHOLE, {}, 415)
  await answer(seed, planId, visiting, { wilma: 'Vier keer lukt niet naast de toetsweken.' }, 415)
  await askAnew(seed, planId, visiting, (plan, entry) => reword(seed, plan, entry, title, 411))
  await answer(seed, planId, visiting, {}, 409)
  const words = {
    why: (number: string) => `Het besluit van het team staat. Versie ${number} is verzegeld.`,
    schoolName: DEMO_SCHOOL.name,
  }
  must(await adoptPlan(seed.tx, karin(seed), planId, words, ago(seed, 404)))
  await seedStepsBefore(seed, planId)
  await lookBack(seed, planId)
}

const DAY = 86_400_000
const ago = ({ now }: Seed, days: number): Moment => momentOf(new Date(Date.parse(now) - days * DAY))
const karin = ({ cast }: Seed) => cast.member('karin')

async function reread({ tx, keeper }: Seed, planId: PlanId): Promise<Plan> {
  return must(await readPlan(tx, keeper, planId))
}

/** While a plan is decided its texts change by their own rounds: here as the page of such a round does it. */
async function reword(seed: Seed, planId: PlanId, goal: Entry, text: string, days: number) {
  const plan: Plan = { ...(await reread(seed, planId)), phase: 'input' }
  must(
    await writeEntryText(
      seed.tx,
      karin(seed),
      plan,
      must(entryOf(plan, goal.id)),
      'title',
      text,
      null,
      ago(seed, days),
    ),
  )
}

async function ask(seed: Seed, planId: PlanId, parts: readonly Item[]) {
  const voters = THERE.map((key): PersonId => seed.cast.people[key])
  const frame = {
    rule: { kind: 'consent' },
    quorum: 12,
    voters,
    chair: seed.cast.people.karin,
    unnamed: false,
    absentDays: null,
  } as const
  const asked = { parts, frame, closesAt: ago(seed, 413), words: WORDS, why: 'Voorgelegd aan het team.' }
  must(await putForward(seed.tx, karin(seed), planId, asked, ago(seed, 418)))
}

async function decisionOn(seed: Seed, planId: PlanId, item: Item, days: number) {
  const adoption = must(await readAdoption(seed.tx, karin(seed), planId, ago(seed, days)))
  return must(adoption.decisions.find((one) => itemKey(itemFrom(one) ?? WHOLE) === itemKey(item)) ?? null).id
}

async function answer(
  seed: Seed,
  planId: PlanId,
  item: Item,
  objections: Partial<Record<DemoPersonKey, string>>,
  days: number,
) {
  const id = await decisionOn(seed, planId, item, days)
  for (const key of THERE.filter((one) => !AWAY.includes(one))) {
    const reason = objections[key]
    const given: Answer = reason ? { kind: 'objection', reason } : { kind: 'consent' }
    must(await speakIn(seed.tx, seed.cast.member(key), id, given, ago(seed, days)))
  }
}

async function askAnew(
  seed: Seed,
  planId: PlanId,
  item: Item,
  change: (planId: PlanId, goal: Entry) => Promise<void>,
) {
  const id = await decisionOn(seed, planId, item, 412)
  const renewal = {
    changeNote: 'Twee keer, buiten de toetsweken. Wie vaker wil, mag.',
    closesAt: ago(seed, 406),
    words: WORDS,
    why: 'Opnieuw voorgelegd.',
    change: async (_tx: Seed['tx'], plan: Plan) => {
      await change(planId, must(entryOf(plan, item.subjectId as Entry['id'])))
      return null
    },
  }
  must(await renewItem(seed.tx, karin(seed), planId, id, renewal, ago(seed, 411)))
}

async function lookBack(seed: Seed, planId: PlanId) {
  await move(seed, planId, 'mid-evaluation', 'Halverwege kijken we terug.', 290)
  await move(seed, planId, 'end-evaluation', 'Aan het eind van het jaar kijken we terug.', 160)
  const plan = await reread(seed, planId)
  const goals = plan.entries.filter(isGoal)
  for (const [place, { looked }] of LAST_YEAR_GOALS.entries()) {
    await say(seed, { plan, entry: must(goals[place]), time: 'end' }, 'karin', looked)
  }
  for (const { whose, looked } of LAST_YEAR_TRACKS) {
    const track = plan.entries.find((entry) => entry.personId === seed.cast.people[whose])
    await say(seed, { plan, entry: must(track), time: 'end' }, whose, looked)
  }
  await seedHarvest(seed, planId)
  await move(seed, planId, 'archived', 'Het jaar is rond.', 120)
}

async function move(seed: Seed, planId: PlanId, to: Phase, why: string, days: number) {
  must(await movePlan(seed.tx, seed.keeper, await reread(seed, planId), to, why, ago(seed, days)))
}

type Place = Parameters<typeof chooseNext>[2]

async function say(seed: Seed, place: Place, key: DemoPersonKey, looked: Looked) {
  const { tx, cast } = seed
  const now = ago(seed, 150)
  for (const field of ['saw', 'learned'] as const) {
    must(await writeEvaluationText(tx, cast.member(key), place, field, looked[field], null, now))
  }
  must(await chooseNext(tx, cast.member(key), place, { next: looked.next, reached: looked.reached }, now))
}

/** The seed never refuses: if it does, the seed is wrong. */
function must<Value>(value: Value) {
  if (isRefusal(value) || value === undefined)
    throw new Error(`the seed of the demo was refused: ${JSON.stringify(value)}`)
  return value as NonNullable<Exclude<Value, { readonly refused: string }>>
}
