import { clock } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'
import { byName } from '../kernel/language.ts'
import type { Attending } from '../meeting/attendance.ts'
import { type Attendance, isHere, nameIn } from '../meeting/meeting.ts'
import { Button } from '../ui/button.tsx'
import { HiddenFields } from '../ui/form.tsx'
import { attendanceOf } from './board.ts'
import { Act } from './lead-act-view.tsx'
import { type Desk, stillUnknown } from './record.ts'
import { Devices } from './record-pass-view.tsx'
import { recordText } from './record-text.ts'

/** Everybody of the school: who votes first. One tap says that somebody is there; the rest is a fold away. */
export function RecordPresence({ desk }: { desk: Desk }) {
  const { scene, words } = desk.board
  const text = recordText(words.language)
  const { here, of } = attendanceOf(scene)
  return (
    <section class="blok" aria-labelledby="tafel-er">
      <h2 id="tafel-er">{text.attendance}</h2>
      {of !== null && <p class="noot">{text.attendanceOf(here, of)}</p>}
      {stillUnknown(scene).length > 1 && (
        <Act at={desk.leading} act="attend-rest" kind="quiet">
          {text.restIsHere}
        </Act>
      )}
      <ul class="tafellijst dicht">
        {peopleOf(desk).map((person) => (
          <Person desk={desk} person={person} />
        ))}
      </ul>
      <Devices desk={desk} />
    </section>
  )
}

function peopleOf({ board: { scene } }: Desk): PersonId[] {
  const { voters } = scene.meeting.deciding
  const known = [...scene.people].filter(
    ([id, { hasLeft }]) => !hasLeft || scene.attendance.some(({ person }) => person === id),
  )
  const inOrder = known.sort(([one, { name: a }], [other, { name: b }]) => {
    const rank = Number(voters.includes(other)) - Number(voters.includes(one))
    return rank === 0 ? byName(a, b) : rank
  })
  return inOrder.map(([id]) => id)
}

const STATES = ['present', 'remote', 'left', 'absent-notice', 'absent', 'open'] as const

/** One form a person: a tap for what is usual, the rest a fold away. */
function Person({ desk, person }: { desk: Desk; person: PersonId }) {
  const { scene, words, href } = desk.board
  const text = recordText(words.language)
  const name = nameIn(scene, person) ?? ''
  const noted = scene.attendance.find((one) => one.person === person)
  const mark = (what: Attending, kind: 'quiet' | 'link') => (
    <Button kind={kind} name="how" value={what} about={name}>
      {text.attend[what]}
    </Button>
  )
  return (
    <li id={`tafel-${person}`}>
      <span>
        {name}
        <small>
          {` ${presenceWords(noted, words.language)}`}
          {!scene.meeting.deciding.voters.includes(person) && `, ${text.noVoice}`}
        </small>
      </span>
      <form action={`${href}/act`} method="post" class="rij" id={`tafel-er-${person}`}>
        <HiddenFields values={{ act: 'attend', person, back: desk.leading.from }} />
        {!isHere(noted) && mark('present', 'quiet')}
        <details class="anders" id={`tafel-anders-${person}`}>
          <summary class="linkknop">
            {text.change}
            <span class="vh"> {name}</span>
          </summary>
          <span class="rij">
            {STATES.filter((what) => isOther(noted, what)).map((what) => mark(what, 'link'))}
          </span>
        </details>
      </form>
    </li>
  )
}

const isOther = (noted: Attendance | undefined, what: Attending) =>
  what === 'left'
    ? isHere(noted)
    : what === 'open'
      ? noted !== undefined
      : noted?.how !== what || noted.leftAt !== null

function presenceWords(noted: Attendance | undefined, language: Desk['board']['words']['language']) {
  const text = recordText(language)
  if (noted === undefined) return text.notNoted
  if (noted.leftAt !== null) return text.leftAt(clock(noted.leftAt, language))
  const came = noted.arrivedAt === null ? '' : `, ${text.cameAt(clock(noted.arrivedAt, language))}`
  return `${text.nowIs[noted.how]}${came}`
}
