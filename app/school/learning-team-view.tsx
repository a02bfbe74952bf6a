import { longDay } from '../kernel/day.ts'
import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Empty } from '../ui/notice.tsx'
import { isRunning, type LearningTeam, type LearningTeamRefusal } from './learning-team.ts'
import { learningTeamSentence, learningTeamText } from './learning-team-text.ts'
import { Boxes } from './person-form-view.tsx'
import { schoolText } from './school-text.ts'
import { presentPeople, type Team } from './team.ts'

/** What was refused: for which team (null: the new one), and what was typed there. */
export type TeamTrouble = {
  readonly refusal: LearningTeamRefusal
  readonly team: string | null
  readonly name: string
  readonly members: readonly string[]
}

export type LearningTeamsProps = {
  action: string
  language: Language
  team: Team
  trouble: TeamTrouble | null
}

/** Every learning team with its members, to change; one more; those that stopped. */
export function LearningTeamsView(props: LearningTeamsProps) {
  const { language, team, trouble } = props
  const text = learningTeamText(language)
  const running = team.learningTeams.filter(isRunning)
  return (
    <>
      <PageHead title={text.title} under={text.under} />
      {trouble && <Trouble trouble={trouble} language={language} />}
      {running.length === 0 && <Empty sentence={text.none} />}
      {running.map((one) => (
        <Running one={one} {...props} />
      ))}
      <section class="blok kolom" aria-labelledby="new-team">
        <h2 id="new-team">{text.add}</h2>
        <TeamForm {...props} one={null} />
      </section>
      <Stopped {...props} />
      <p>
        <a href="/team">{text.back}</a>
      </p>
    </>
  )
}

function Stopped({ action, language, team }: LearningTeamsProps) {
  const text = learningTeamText(language)
  const stopped = team.learningTeams.filter((one) => !isRunning(one))
  if (stopped.length === 0) return null
  return (
    <section class="blok kolom" aria-labelledby="stopped">
      <h2 id="stopped">{text.stopped}</h2>
      <ul class="regels">
        {stopped.map((one) => (
          <li>
            <p>
              {one.name} <small>{one.retiredOn && text.stoppedOn(longDay(one.retiredOn, language))}</small>
            </p>
            <PostButton
              action={action}
              hidden={{ team: one.id }}
              kind="quiet"
              name="act"
              value="start"
              about={`: ${one.name}`}
            >
              {text.startAgain}
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Trouble({ trouble, language }: { trouble: TeamTrouble; language: Language }) {
  const problem = {
    field: `f-name-${trouble.team ?? 'new'}`,
    text: learningTeamSentence(trouble.refusal, language),
  }
  return <Problems title={schoolText(language).look} problems={[problem]} />
}

function Running({ one, ...props }: LearningTeamsProps & { one: LearningTeam }) {
  const { action, language, team, trouble } = props
  const text = learningTeamText(language)
  const names = presentPeople(team)
    .filter(({ id }) => one.members.includes(id))
    .map(({ name }) => name)
  return (
    <section class="blok kolom" id={`team-${one.id}`}>
      <h2>{one.name}</h2>
      <p>{names.join(', ') || text.nobody}</p>
      <Fold summary={text.edit(one.name)} open={trouble?.team === one.id}>
        <TeamForm {...props} one={one} />
        <div class="blok">
          <p class="noot" id={`stop-${one.id}`}>
            {text.stopWhat}
          </p>
          <PostButton
            action={action}
            hidden={{ team: one.id }}
            kind="quiet"
            name="act"
            value="stop"
            describedBy={`stop-${one.id}`}
            about={`: ${one.name}`}
          >
            {text.stop}
          </PostButton>
        </div>
      </Fold>
    </section>
  )
}

function TeamForm({
  action,
  language,
  team,
  trouble,
  one,
}: LearningTeamsProps & { one: LearningTeam | null }) {
  const text = learningTeamText(language)
  const key = one?.id ?? 'new'
  const mine = trouble?.team === (one?.id ?? null) ? trouble : null
  return (
    <Form action={action}>
      {one && <HiddenFields values={{ team: one.id }} />}
      <Field
        name="learningTeam"
        id={`f-name-${key}`}
        label={text.name}
        hint={text.nameHint}
        value={mine?.name ?? one?.name ?? ''}
        error={mine ? learningTeamSentence(mine.refusal, language) : null}
        maxlength={60}
      />
      <Boxes
        name="members"
        legend={text.members}
        all={presentPeople(team)}
        chosen={mine?.members ?? one?.members ?? []}
        form={key}
      />
      <Actions>
        <Button name="act" value={one ? 'save' : 'add'} kind={one ? 'main' : 'quiet'}>
          {one ? text.save : text.create}
        </Button>
      </Actions>
    </Form>
  )
}
