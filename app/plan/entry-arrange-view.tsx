import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/details.tsx'
import { SelectField } from '../ui/field.tsx'
import { Form, PostButton } from '../ui/form.tsx'
import { writingSays } from '../writing/passage-view.tsx'
import { type Entry, isGoal, ownersOf } from './entry.ts'
import { entryEditText } from './entry-edit-text.ts'
import { PeopleRow } from './entry-people-view.tsx'
import { isOwner, mayArrange, mayTakeBack } from './plan-may.ts'
import { type Drawing, spokenName } from './plan-sheet-view.ts'
import { withoutPlace } from './roster.ts'
import { Was } from './was-view.tsx'

/** Under the form: whom the owner invites, whose it is, its place, and taking it away; each act stands by itself. */
export function EntryArrange({ entry, d }: { entry: Entry; d: Drawing }) {
  const arranges = mayArrange(d.actor, d.plan).may
  const owns = entry.kind === 'teacher-track' && isOwner(d.actor, entry)
  if (!arranges && !owns) return null
  return (
    <div class="regelen">
      {owns && <OwnersPeople entry={entry} d={d} />}
      {owns && entry.agreedAt !== null && mayTakeBack(d.actor, d.plan, entry).may && (
        <TakeBack entry={entry} d={d} />
      )}
      {arranges && !isGoal(entry) && ownersOf(entry).length === 0 && !entry.learningTeamId && (
        <Whose entry={entry} d={d} />
      )}
      {arranges && <Place entry={entry} d={d} />}
    </div>
  )
}

const entryHref = (entry: Entry, d: Drawing) => `${d.href}/entry/${entry.id}`

/** Only the owner invites: to think along about the text, or to share the track and its pen. */
function OwnersPeople({ entry, d }: { entry: Entry; d: Drawing }) {
  const text = entryEditText(d.language)
  return (
    <form action={entryHref(entry, d)} method="post" class="schrijfkaart" {...writingSays(d.language)}>
      <span class="status" data-status />
      <PeopleRow entry={entry} d={d} part="invited" />
      <PeopleRow entry={entry} d={d} part="duo" />
      <noscript>
        <Button kind="quiet">{text.close}</Button>
      </noscript>
    </form>
  )
}

function TakeBack({ entry, d }: { entry: Entry; d: Drawing }) {
  return (
    <p>
      <PostButton kind="link" action={`${entryHref(entry, d)}/agreed`} hidden={{ agreed: 'no' }}>
        {d.text.withdraw}
      </PostButton>{' '}
      <small>{d.text.withdrawNote}</small>
    </p>
  )
}

/** A track that carries only a name of last year: tie it to somebody who has no place yet. */
function Whose({ entry, d }: { entry: Entry; d: Drawing }) {
  const text = entryEditText(d.language)
  const free = withoutPlace(d.plan, d.sheet.roster).flatMap((one) => (one.personId ? [one] : []))
  return (
    <Form action={entryHref(entry, d)} label={text.whose}>
      <Was name="personId" values={['']} />
      <SelectField
        name="personId"
        id={`whose-${entry.id}`}
        label={text.whose}
        narrow
        none={text.nobody}
        options={free.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <Button kind="quiet">{text.tie}</Button>
    </Form>
  )
}

function Place({ entry, d }: { entry: Entry; d: Drawing }) {
  const text = entryEditText(d.language)
  const action = `${entryHref(entry, d)}/place`
  const about = d.text.about(spokenName(entry, d))
  return (
    <Fold summary={text.order}>
      <div class="rij">
        <PostButton kind="quiet" icon="up" action={action} hidden={{ move: 'up' }} about={about}>
          {text.up}
        </PostButton>
        <PostButton kind="quiet" icon="down" action={action} hidden={{ move: 'down' }} about={about}>
          {text.down}
        </PostButton>
        <PostButton kind="quiet" icon="cross" action={action} hidden={{ move: 'remove' }} about={about}>
          {text.remove}
        </PostButton>
      </div>
    </Fold>
  )
}
