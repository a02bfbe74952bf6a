import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Actions, Form, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { isRunning, type LearningTeam, type LearningTeamRefusal } from './learning-team.ts'
import { learningTeamSentence } from './learning-team-text.ts'
import { schoolText } from './school-text.ts'
import { setupText } from './setup-text.ts'
import type { VisionRefusal } from './vision.ts'
import { visionText } from './vision-text.ts'

/** A claimed server: how to join, or how to add a school. */
export function TakenView({ language }: { language: Language }) {
  const text = setupText(language)
  return (
    <>
      <PageHead title={text.taken} under={text.takenWhat} />
      <div class="kolom">
        <p>
          <LinkButton href="/sign-in" kind="main">
            {text.signIn}
          </LinkButton>
        </p>
        <p class="noot">{text.takenAdmin}</p>
        <pre>
          <code>npm run -s cli -- setup-code</code>
        </pre>
      </div>
    </>
  )
}

/** The links under a step: back, and on without anything. */
export function StepLinks({
  language,
  back,
  next,
}: {
  language: Language
  back: string
  /** `goesOn`: this step has something already, so going on is the main thing to do */
  next: { href: string; label: string; goesOn?: boolean } | null
}) {
  return (
    <p class="rij knoppen staplinks">
      <a href={back}>{setupText(language).back}</a>
      {next?.goesOn && (
        <LinkButton href={next.href} kind="main">
          {next.label}
        </LinkButton>
      )}
      {next && !next.goesOn && <a href={next.href}>{next.label}</a>}
    </p>
  )
}

export type SetupTeamsProps = {
  language: Language
  teams: readonly LearningTeam[]
  nameOf: (id: string) => string
  written: string
  refusal: LearningTeamRefusal | null
  children: Child
}

/** The third step: learning teams, a line each. */
export function SetupTeamsView({ language, teams, nameOf, written, refusal, children }: SetupTeamsProps) {
  const text = setupText(language)
  const sentence = refusal ? learningTeamSentence(refusal, language) : null
  return (
    <>
      <PageHead title={text.teamsTitle} under={text.teamsUnder} />
      <Form action="/setup/learning-teams">
        <Problems
          title={schoolText(language).look}
          problems={sentence ? [{ field: 'f-learningTeams', text: sentence }] : []}
        />
        <TeamsThere {...{ language, teams, nameOf }} />
        <TextField
          name="learningTeams"
          label={text.teams}
          hint={text.teamsHint}
          value={written}
          rows={4}
          error={sentence}
        />
        <div class="voorbeeldregels">
          <pre>{text.teamsExample}</pre>
        </div>
        <Actions>
          <Button>{text.store}</Button>
        </Actions>
      </Form>
      {children}
    </>
  )
}

/** The learning teams that were written down before. */
function TeamsThere({ language, teams, nameOf }: Pick<SetupTeamsProps, 'language' | 'teams' | 'nameOf'>) {
  const running = teams.filter(isRunning)
  if (running.length === 0) return null
  return (
    <div>
      <p>{setupText(language).teamsThere}</p>
      <ul class="regels">
        {running.map((team) => (
          <li>
            <b>{team.name}</b> {team.members.map(nameOf).join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}

export type SetupVisionProps = {
  language: Language
  written: string
  refusal: VisionRefusal | null
  children: Child
}

/** The fourth step while there is no vision yet: all lines at once. */
export function SetupVisionView({ language, written, refusal, children }: SetupVisionProps) {
  const text = setupText(language)
  const sentence = refusal ? visionText(language).refused[refusal.refused] : null
  return (
    <>
      <PageHead title={text.visionTitle} under={text.visionUnder} />
      <Form action="/setup/vision">
        <Problems
          title={schoolText(language).look}
          problems={sentence ? [{ field: 'f-vision', text: sentence }] : []}
        />
        <TextField
          name="vision"
          label={text.visionLines}
          hint={text.visionHint}
          value={written}
          rows={6}
          error={sentence}
        />
        <div class="voorbeeldregels">
          <pre>{text.visionExample.join('\n')}</pre>
        </div>
        <Actions>
          <Button name="act" value="all">
            {text.storeVision}
          </Button>
        </Actions>
      </Form>
      {children}
    </>
  )
}

/** The last step: last year's plan, or an empty sheet. */
export function SetupLastYearView({ language }: { language: Language }) {
  const text = setupText(language)
  return (
    <>
      <PageHead title={text.lastTitle} under={text.lastUnder} />
      <div class="deuren">
        <section class="deur" aria-labelledby="take-along">
          <h2 id="take-along">{text.importTitle}</h2>
          <p>{text.importWhat}</p>
          <p>
            <LinkButton href="/plan/import" kind="main">
              {text.importGo}
            </LinkButton>
          </p>
        </section>
        <section class="deur" aria-labelledby="empty">
          <h2 id="empty">{text.emptyTitle}</h2>
          <p>{text.emptyWhat}</p>
          <p>
            <LinkButton href="/plan/new">{text.emptyGo}</LinkButton>
          </p>
        </section>
      </div>
      <p>
        <a href="/team">{text.teamGo}</a>
      </p>
    </>
  )
}
