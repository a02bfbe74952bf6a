import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { type Entry, isGoal, textOf } from '../plan/entry.ts'
import { entryOf } from '../plan/plan.ts'
import { type AtPlan, entryAt, planAt } from '../plan/plan-desk.tsx'
import { isOwner } from '../plan/plan-may.ts'
import { firstLine, lookupOf, trackName } from '../plan/plan-sheet.ts'
import { cardId } from '../plan/plan-sheet-view.ts'
import { sightOf } from '../plan/plan-sight.ts'
import { readPlan } from '../plan/plan-store.ts'
import type { Roster } from '../plan/roster.ts'
import { readRoster } from '../plan/roster-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { ArrowLink, BackLink } from '../ui/button.tsx'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { endedSteps, openSteps, type Step } from './step.ts'
import { actOnSteps, frameFor, goalName, stepsAt, triedOf } from './step-desk.ts'
import { mayMakeStep, mayReadSteps, type StepBecause } from './step-may.ts'
import type { StepAt, StepTried } from './step-sheet.ts'
import { stepsOf } from './step-store.ts'
import { stepText } from './step-text.ts'
import { EntryStepsView } from './step-view.tsx'
import { storyFor } from './story-desk.ts'
import { storyText } from './story-text.ts'
import { StoryView } from './story-view.tsx'

type AtSteps = AtPlan & { readonly entry: Entry; readonly steps: readonly Step[] }

/** The steps that an address names, as this reader may read them; for who reads none there is no such page. */
async function stepsAtAddress(c: Context<OnDesk>): Promise<AtSteps> {
  const at = await planAt(c)
  const { desk, reader, plan } = at
  const seen = sightOf(plan, reader.actor)
  const entry = entryAt(c, seen)
  const steps = (await stepsOf(desk.db, reader.actor, plan)).filter(({ entryId }) => entryId === entry.id)
  if (steps.length === 0 && !mayReadSteps(reader.actor, entry).may) throw new HTTPException(404)
  return { ...at, entry, steps }
}

/** /plan/:plan/entry/:entry/steps: small next steps of a goal or track, and its story on one line of time. */
export const stepsPage = {
  get: async (c: Context<OnDesk>) => {
    const at = await stepsAtAddress(c)
    const { says } = stepText(at.reader.language)
    const key = c.req.query('done') ?? ''
    const said = Object.hasOwn(says, key) ? says[key as keyof typeof says] : null
    return show(c, at, { notice: said === null ? null : { kind: 'good', text: said } })
  },

  post: async (c: Context<OnDesk>) => {
    const at = await stepsAtAddress(c)
    const form = await c.req.formData()
    const done = await actOnSteps(at, form)
    if (isRefusal(done)) {
      const status = done.refused === 'may-not' ? 403 : 422
      return show(c, at, { tried: triedOf(at.reader, form, done), status })
    }
    const here = `${at.href}/entry/${at.entry.id}/steps`
    const step = parseId<'step'>(form.get('step'))
    const place = step && done !== 'removed' ? `#s-${step}` : ''
    return c.redirect(`${form.get('back') === 'mine' ? '/steps' : here}?done=${done}${place}`, 303)
  },
}

type Show = {
  readonly notice?: ShellNotice | null
  readonly tried?: StepTried
  readonly status?: 200 | 403 | 422
}

async function show(c: Context<OnDesk>, at: AtSteps, { notice = null, tried, status = 200 }: Show) {
  const { desk, reader, plan, entry, steps } = at
  const text = stepText(reader.language)
  const roster = await readRoster(desk.db, reader.actor)
  const may = mayMakeStep(reader.actor, plan, entry)
  const stepAt = stepsAt(at, entry, 'entry')
  const opened = c.req.query('end') ?? null
  const frame = await frameFor({ desk, reader, roster, opened, tried: tried ?? null })
  const story = await storyFor(at, { entry, steps, roster })
  return c.html(
    <Page
      shell={shellFrom(desk, notice ?? unplaced(tried, steps, stepAt))}
      title={titleOf(at, roster)}
      here="plan"
    >
      <PageHead title={titleOf(at, roster)} under={aboutOf(entry)} />
      <Ways at={at} before={await storyBefore(at)} />
      <div class="stapblad">
        <div>
          <EntryStepsView
            at={stepAt}
            frame={frame}
            open={openSteps(steps)}
            ended={endedSteps(steps)}
            whyNot={may.may ? null : whyNotWords(entry, roster, may.because, text)}
            talk={may.because === 'archived' ? null : `${at.href}/entry/${entry.id}/conversation`}
            isIn={isOwner(reader.actor, entry) || may.because === 'carries-it-out'}
          />
        </div>
        <StoryView story={story} language={reader.language} today={desk.today} year={plan.schoolYear} />
      </div>
    </Page>,
    status,
  )
}

/** Of a colleague's track the name of who makes its steps. */
function whyNotWords(entry: Entry, roster: Roster, because: StepBecause, text: ReturnType<typeof stepText>) {
  const isTheirs = because === 'teacher-holds-pen' && entry.personId !== null
  return isTheirs ? text.ownerMakes(trackName(entry, lookupOf(roster))) : text.because[because]
}

/** A no that no form on the page shows: about the whole of it, or about a step that stands otherwise by now. */
function unplaced(tried: StepTried | undefined, steps: readonly Step[], at: StepAt): ShellNotice | null {
  if (!tried) return null
  const step = steps.find(({ id }) => id === tried.about)
  const isOpen = step?.ended === null
  const isDrawn =
    (tried.act === 'make' && at.mayMake) ||
    (tried.act === 'change' && isOpen && at.changes(step)) ||
    (tried.act === 'end' && isOpen && at.ends(step)) ||
    (tried.act === 'saw' && step !== undefined && !isOpen)
  return tried.field !== null && isDrawn ? null : { kind: 'refusal', text: tried.says }
}

/** The same goal or track in last year's plan, where this reader may read its steps. */
async function storyBefore({ desk, reader, plan, entry }: AtSteps): Promise<string | null> {
  const { previousPlanId } = plan
  const before =
    previousPlanId && entry.carriedFrom && (await readPlan(desk.db, reader.actor, previousPlanId))
  const old = before && entryOf(before, entry.carriedFrom)
  if (!old || !mayReadSteps(reader.actor, old).may) return null
  return `/plan/${before.id}/entry/${old.id}/steps#verhaal`
}

function Ways({ at, before }: { at: AtSteps; before: string | null }) {
  const makes = mayMakeStep(at.reader.actor, at.plan, at.entry).may
  const isOwn = makes && !isGoal(at.entry) && isOwner(at.reader.actor, at.entry)
  const text = stepText(at.reader.language)
  return (
    <p class="rij">
      <BackLink href={`${at.href}#${cardId(at.entry.id)}`}>{text.toPlan}</BackLink>
      {makes && <ArrowLink href="/steps">{text.toMine}</ArrowLink>}
      {makes && <ArrowLink href={`/visits/new?entry=${at.entry.id}`}>{text.toVisits}</ArrowLink>}
      {isOwn && <ArrowLink href={`/questions?entry=${at.entry.id}`}>{text.toQuestion}</ArrowLink>}
      {before && <ArrowLink href={before}>{storyText(at.reader.language).lastYear}</ArrowLink>}
    </p>
  )
}

function titleOf({ reader, plan, entry }: AtSteps, roster: Roster) {
  const text = stepText(reader.language)
  if (isGoal(entry)) return text.titleGoal(goalName(plan, entry, reader.language))
  const name = trackName(entry, lookupOf(roster))
  if (isOwner(reader.actor, entry) && entry.kind === 'teacher-track') return text.titleOwn
  return entry.kind === 'teacher-track' ? text.titleTrack(name) : text.titleTeam(name)
}

/** In characters. */
const ABOUT = 140

/** What the goal says, or what the track is to become; '' when that is not written, or not for this reader. */
const aboutOf = (entry: Entry) => firstLine(textOf(entry, isGoal(entry) ? 'title' : 'goal'), ABOUT)
