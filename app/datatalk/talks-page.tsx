import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { runningTeams, type Team } from '../school/team.ts'
import { readTeam } from '../school/team-store.ts'
import type { OnDesk } from '../session/desk.ts'
import { formFields } from '../session/form-fields.ts'
import { shellFrom } from '../session/shell.ts'
import { subjectsIn } from '../trend/subject-sheet.ts'
import { atTrends } from '../trend/trend-desk.ts'
import type { AtTrends } from '../trend/trend-slot-desk.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import { numbersAt } from './numbers-desk.ts'
import { talkActText } from './talk-act-text.ts'
import { teamName } from './talk-desk.ts'
import { mayBeginTalk } from './talk-may.ts'
import { talkSentence } from './talk-no-desk.ts'
import { TALKS } from './talk-sheet.ts'
import { talksOf } from './talk-store.ts'
import { talkText, talkTitle } from './talk-text.ts'
import { beginTalk, type TalkNo } from './talk-write-store.ts'
import { type TalksSheet, TalksView } from './talks-view.tsx'

type Fields = Readonly<Record<string, string | undefined>>

/** /trends/talks: the talks that one may read, and beginning one. */
export const talksPage = {
  get: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const { away } = talkActText(at.reader.language).done
    const notice = c.req.query('done') === 'away' ? ({ kind: 'good', text: away } as const) : null
    const subject = c.req.query('subject')
    return show(c, at, notice, subject === undefined ? {} : { subject })
  },

  post: async (c: Context<OnDesk>) => {
    const at = atTrends(c)
    const form = await formFields(c)
    if (form['act'] !== 'begin') throw new HTTPException(404)
    const begun = await begin(at, form)
    if (!isRefusal(begun)) return c.redirect(`${TALKS}/${begun}?done=begun`, 303)
    const notice = { kind: 'refusal', text: talkSentence(begun, at.reader) } as const
    return show(c, at, notice, form, begun.refused === 'may-not' ? 403 : 422)
  },
}

/** 'whole' stands for the whole team. */
async function begin(at: AtTrends, { team: raw, subject = '' }: Fields) {
  const { desk, reader } = at
  const team = raw === 'whole' ? null : parseId<'learning-team'>(raw)
  if (team === null && raw !== 'whole') return refuse('team-unknown') satisfies TalkNo
  if (subject !== '' && !subjectsIn((await numbersAt(at)).shown).includes(subject))
    return refuse('subject-unknown') satisfies TalkNo
  return beginTalk(desk.db, reader.actor, { team, subject }, desk.now)
}

async function sheetOf(at: AtTrends, tried: Fields): Promise<TalksSheet> {
  const { desk, reader } = at
  const { language, actor } = reader
  const team = await readTeam(desk.db, actor)
  const subjects = subjectsIn((await numbersAt(at)).shown)
  return {
    talks: (await talksOf(desk.db, actor)).map((talk) => ({
      talk,
      title: talkTitle(language, talk, teamName(team, talk)),
    })),
    teams: teamsFor(at, team),
    subjects,
    tried: subjects.includes(tried['subject'] ?? '') || tried['team'] ? tried : {},
    language,
  }
}

/** With whom this reader can begin: the own learning teams first. */
function teamsFor({ reader: { actor, language } }: AtTrends, team: Team): TalksSheet['teams'] {
  const own = runningTeams(team)
    .filter(({ id }) => mayBeginTalk(actor, id).may)
    .map(({ id, name }) => ({ value: id as string, label: name, isMine: actor.learningTeams.includes(id) }))
    .toSorted((one, other) => Number(other.isMine) - Number(one.isMine))
    .map(({ value, label }) => ({ value, label }))
  const whole = { value: 'whole', label: talkText(language).wholeTeam }
  return mayBeginTalk(actor, null).may ? [...own, whole] : own
}

async function show(
  c: Context<OnDesk>,
  at: AtTrends,
  notice: ShellNotice | null,
  tried: Fields,
  status: 200 | 403 | 422 = 200,
) {
  const text = talkText(at.reader.language)
  return c.html(
    <Page shell={shellFrom(at.desk, notice)} title={text.title} here="trends">
      <PageHead title={text.title} under={text.under} />
      <TalksView sheet={await sheetOf(at, tried)} />
    </Page>,
    status,
  )
}
