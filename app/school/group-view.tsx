import type { Language } from '../kernel/language.ts'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { Actions, Form, HiddenFields, PostButton, Problems } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import type { Group, GroupRefusal, Section } from './group.ts'
import { personText } from './person-text.ts'
import { schoolText } from './school-text.ts'
import type { Team } from './team.ts'
import { teamText } from './team-text.ts'

/** What was refused: of which form ('new', or an id), and what was typed there. */
export type GroupTrouble = { readonly refusal: GroupRefusal; readonly form: string; readonly typed: string }

export type GroupsProps = { action: string; language: Language; team: Team; trouble: GroupTrouble | null }

type One =
  | { readonly kind: 'group'; readonly row: Group | null }
  | { readonly kind: 'section'; readonly row: Section | null }

/** The groups and sections of the school, to rename, move and remove. */
export function GroupsView(props: GroupsProps) {
  const { language, team, trouble } = props
  const text = teamText(language)
  return (
    <>
      <PageHead title={text.groupsTitle} under={text.groupsUnder} />
      {trouble && (
        <Problems
          title={schoolText(language).look}
          problems={[
            {
              field: `f-${trouble.refusal.field}-${trouble.form}`,
              text: personText(language).refused[trouble.refusal.refused],
            },
          ]}
        />
      )}
      <ul class="regels">
        {team.groups.map((group) => (
          <li>
            <OneFold {...props} one={{ kind: 'group', row: group }} about={sectionName(team, group)} />
          </li>
        ))}
      </ul>
      <section class="blok kolom" aria-labelledby="new-group">
        <h2 id="new-group">{text.addGroupTitle}</h2>
        <OneForm {...props} one={{ kind: 'group', row: null }} />
      </section>
      <Sections {...props} />
      <p>
        <a href="/team">{text.back}</a>
      </p>
    </>
  )
}

function Sections(props: GroupsProps) {
  const text = teamText(props.language)
  return (
    <section class="blok kolom" aria-labelledby="sections">
      <h2 id="sections">{text.sectionsTitle}</h2>
      <ul class="regels">
        {props.team.sections.map((section) => (
          <li>
            <OneFold {...props} one={{ kind: 'section', row: section }} about="" />
          </li>
        ))}
      </ul>
      <h3>{text.addSectionTitle}</h3>
      <OneForm {...props} one={{ kind: 'section', row: null }} />
    </section>
  )
}

const sectionName = (team: Team, group: Group) =>
  team.sections.find(({ id }) => id === group.sectionId)?.name ?? ''

type OneProps = GroupsProps & { one: One }

function OneFold(props: OneProps & { about: string }) {
  const { one, action, language, trouble, about } = props
  const text = teamText(language)
  if (!one.row) return null
  const { id, name } = one.row
  return (
    <Fold
      summary={
        <>
          {name}
          {about && <small> {about}</small>}
        </>
      }
      open={trouble?.form === id}
    >
      <OneForm {...props} />
      <div class="blok">
        <p class="noot" id={`remove-${id}`}>
          {one.kind === 'group' ? text.removeGroupWhat : text.removeSectionWhat}
        </p>
        <PostButton
          action={action}
          hidden={{ [one.kind]: id }}
          kind="quiet"
          name="act"
          value={`remove-${one.kind}`}
          describedBy={`remove-${id}`}
          about={`: ${name}`}
        >
          {text.remove}
        </PostButton>
      </div>
    </Fold>
  )
}

function OneForm({ one, action, language, team, trouble }: OneProps) {
  const text = teamText(language)
  const key = one.row?.id ?? 'new'
  const mine = trouble?.form === key && trouble.refusal.field === one.kind ? trouble : null
  return (
    <Form action={action}>
      {one.row && <HiddenFields values={{ [one.kind]: one.row.id }} />}
      <Field
        name="name"
        id={`f-${one.kind}-${key}`}
        label={one.kind === 'group' ? text.group : text.section}
        hint={one.kind === 'group' ? text.groupHint : undefined}
        value={mine?.typed ?? one.row?.name ?? ''}
        error={mine ? personText(language).refused[mine.refusal.refused] : null}
        maxlength={40}
        narrow
      />
      {one.kind === 'group' && team.sections.length > 0 && (
        <SelectField
          name="in"
          id={`f-in-${key}`}
          label={text.section}
          value={one.row?.sectionId ?? ''}
          none={text.sectionNone}
          options={team.sections.map(({ id, name }) => ({ value: id, label: name }))}
          narrow
        />
      )}
      <Actions>
        <Button
          name="act"
          value={`${one.row ? 'save' : 'add'}-${one.kind}`}
          kind={one.row ? 'main' : 'quiet'}
        >
          {one.row ? text.save : one.kind === 'group' ? text.addGroup : text.addSection}
        </Button>
      </Actions>
    </Form>
  )
}
