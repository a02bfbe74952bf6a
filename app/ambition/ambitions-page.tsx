import type { Context } from 'hono'
import { type DataTalkId, parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { SchoolYear } from '../kernel/school-year.ts'
import { mayImportResults } from '../result/import-may.ts'
import { hasRole } from '../session/actor.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { Page } from '../ui/page.tsx'
import { type AmbitionAbout, aboutKey, isRunning, momentIn } from './ambition.ts'
import {
  type AtAmbitions,
  atAmbitions,
  linesBeside,
  statusOf,
  teamsFor,
  thisYearAt,
  triedOf,
} from './ambition-desk.ts'
import { type AmbitionTried, ambitionFrom } from './ambition-form.ts'
import { mayMakeAmbitions } from './ambition-may.ts'
import { type TeamNumbers, teamNumbers } from './ambition-numbers-store.ts'
import { ambitionSheetsOf } from './ambition-sheet-store.ts'
import { makeAmbition } from './ambition-store.ts'
import { ambitionText } from './ambition-text.ts'
import { isTalkKept } from './ambition-tie-store.ts'
import { ambitionHref } from './ambition-view.tsx'
import { AmbitionsView, type Making } from './ambitions-view.tsx'
import { type Choice, choiceHref, choicesIn, firstOf } from './choice.ts'
import { yearsAhead } from './height.ts'
import { yearsOf } from './measured.ts'
import { nextMeasured } from './next-test.ts'
import { testDaysIn } from './test-days-slot-desk.ts'

/** /trends/ambitions: what we want to reach, where it stands, and choosing one; `talk`: the data talk it comes from. */
export const ambitionsPage = {
  get: async (c: Context<OnDesk>) => show(c, atAmbitions(c), {}),

  post: async (c: Context<OnDesk>) => {
    const at = atAmbitions(c)
    const { desk, reader } = at
    const sent = await formFields(c)
    const { shown, standings } = await teamNumbers(desk.db, reader.actor)
    const given = ambitionFrom(sent, choicesIn(shown, standings))
    const made = isRefusal(given) ? given : await makeAmbition(desk.db, reader.actor, given, desk.now)
    if (isRefusal(made)) return show(c, at, { tried: triedOf(at, sent, made), status: statusOf(made) })
    const talk = await keptTalk(at, parseId<'data-talk'>(sent['ambition-talk']))
    return c.redirect(
      talk ? `/trends/talks/${talk}?done=ambition#goals` : `${ambitionHref(made)}?done=made`,
      303,
    )
  },
}

/** The data talk that one came from, as long as it is there to go back to. */
const keptTalk = async ({ desk, reader }: AtAmbitions, talkId: DataTalkId | null) =>
  (await isTalkKept(desk.db, reader.actor, { talkId })) ? talkId : null

type Show = { readonly tried?: AmbitionTried; readonly status?: 200 | 403 | 422 }

async function show(c: Context<OnDesk>, at: AtAmbitions, { tried, status = 200 }: Show) {
  const { desk, reader } = at
  const text = ambitionText(reader.language)
  const numbers = await teamNumbers(desk.db, reader.actor)
  const sheets = await ambitionSheetsOf(desk.db, reader.actor)
  const running = sheets.filter(({ ambition }) => isRunning(ambition))
  const taken = new Map(running.map(({ ambition: { about, id } }) => [aboutKey(about), ambitionHref(id)]))
  const making = mayMakeAmbitions(reader.actor).may
    ? await makingFor(c, at, numbers, { tried: tried ?? null, taken })
    : null
  return c.html(
    <Page shell={shellFrom(desk)} title={text.title} here="trends">
      <AmbitionsView
        {...{ sheets, making }}
        hasFigures={numbers.shown.length > 0}
        mayMake={mayMakeAmbitions(reader.actor).may}
        mayImport={mayImportResults(reader.actor).may}
        fromTalk={await keptTalk(at, cameFrom(c, tried ?? null).talk)}
        language={reader.language}
      />
    </Page>,
    status,
  )
}

/** What the form needs; null when there is nothing to choose. */
async function makingFor(
  c: Context<OnDesk>,
  at: AtAmbitions,
  { shown, standings }: TeamNumbers,
  { tried, taken }: { readonly tried: AmbitionTried | null; readonly taken: ReadonlyMap<string, string> },
): Promise<Making | null> {
  const { reader } = at
  const choices = choicesIn(shown, standings)
  const from = cameFrom(c, tried)
  const chosen = chosenIn(
    choices,
    tried?.values['ambition-about'] ?? c.req.query('about'),
    { subject: from.subject, ...lookedAt(c) },
    taken,
  )
  if (!chosen) return null
  const { about, now } = chosen
  const ahead = yearsAhead(now.schoolYear, thisYearAt(at))
  const asked = [c.req.query('about'), c.req.query('subject')].some((one) => one !== undefined)
  return {
    choices,
    chosen,
    taken,
    hrefOf: (choice) => choiceHref(choice, from),
    years: yearsOf(about, shown, standings).map((one) => one.at),
    ahead,
    by: await nextYearFor(at, about, ahead),
    lines: await linesBeside(at, about, now.schoolYear),
    teams: await teamsFor(at, reader.actor),
    forAll: hasRole(reader.actor, 'coordinator'),
    from,
    isOpen: asked || from.talk !== null || tried !== null,
    tried,
    language: reader.language,
  }
}

/** The school year that is proposed. */
async function nextYearFor(at: AtAmbitions, about: AmbitionAbout, ahead: readonly SchoolYear[]) {
  const { desk, reader } = at
  const tests = await testDaysIn(desk.db, reader.actor, thisYearAt(at))
  return nextMeasured({ ahead, moment: momentIn(about), tests, today: desk.today })
}

/** From where somebody came: a data talk gives its learning team and subject along. */
function cameFrom(c: Context<OnDesk>, tried: AmbitionTried | null) {
  const given = (name: string) => tried?.values[`ambition-${name}`] ?? c.req.query(name) ?? ''
  const talk: DataTalkId | null = parseId<'data-talk'>(given('talk'))
  return { talk, team: parseId<'learning-team'>(given('team')), subject: c.req.query('subject') ?? '' }
}

/** The year group and moment of the figures that somebody came from, when those were chosen. */
const lookedAt = (c: Context<OnDesk>) => ({
  group: c.req.query('group') ?? '',
  moment: c.req.query('moment') ?? '',
})

type LookedAt = ReturnType<typeof lookedAt> & { readonly subject: string }

const isLookedAt = ({ about }: Choice, { group, moment }: LookedAt) =>
  about.of === 'section' &&
  (group === '' || String(about.yearGroup) === group) &&
  (moment === '' || about.moment === moment)

function chosenIn(
  choices: readonly Choice[],
  key: string | undefined,
  asked: LookedAt,
  taken: ReadonlyMap<string, string>,
): Choice | null {
  const free = choices.filter(({ about }) => !taken.has(aboutKey(about)))
  const ofSubject = free.filter(({ about }) => about.of === 'section' && about.subject === asked.subject)
  const near = ofSubject.filter((one) => isLookedAt(one, asked))
  return (
    choices.find((one) => one.key === key) ??
    firstOf(near) ??
    firstOf(ofSubject) ??
    free[0] ??
    choices[0] ??
    null
  )
}
