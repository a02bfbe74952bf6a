import { lineOf, linesOf } from './line.ts'
import { MOST_PEOPLE, type WrittenPerson } from './people-list.ts'

const LONGEST = 300

/** The lines of the preview as they were sent back, without those that were ticked to be left out. */
export function peopleFromForm(form: FormData): WrittenPerson[] {
  const count = Math.min(MOST_PEOPLE, Number(lineOf(form.get('count'))) || 0)
  const people: WrittenPerson[] = []
  for (let place = 0; place < count; place++) {
    const cell = (name: string) => lineOf(form.get(`${name}-${place}`)).slice(0, LONGEST)
    if (form.get(`skip-${place}`) !== null || !form.has(`name-${place}`)) continue
    const line = Number(cell('line')) || place + 1
    people.push({
      line,
      name: cell('name'),
      email: cell('email'),
      groups: cell('groups'),
      roles: cell('roles'),
    })
  }
  return people
}

/** The heads of columns that were left out, as the preview carries them along. */
export const leftOutFromForm = (form: FormData) => linesOf(form.get('leftOut')).slice(0, 30)
