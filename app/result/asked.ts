import type { FileCheck } from './file-check.ts'
import { otherSchools } from './file-school.ts'
import type { OtherPupils, StandsAlready } from './import.ts'
import type { Agreed } from './incoming.ts'

/** What somebody must answer before a file goes in; one that is not answered holds all of it. */
export type Asked =
  | {
      readonly asks: 'ours'
      /** The schools of the file that are not this one. */
      readonly others: readonly string[]
      readonly own: string
      /** Results of the school itself are among them. */
      readonly isAlsoOwn: boolean
    }
  | { readonly asks: 'others'; readonly found: OtherPupils }

export type AskedKind = Asked['asks']

type Ready = {
  readonly check: FileCheck
  readonly agreed: Agreed
  readonly already?: StandsAlready | OtherPupils
}

/** The questions of a file that was read, that were not answered before. */
export function askedOf({ check, agreed, already }: Ready, own: string | null): Asked[] {
  const others = otherSchools(check.schools, own)
  const isAlsoOwn = otherSchools(check.schools, own).length < check.schools.length
  return [
    ...(own !== null && others.length > 0 && !agreed.ours
      ? [{ asks: 'ours', others, own, isAlsoOwn } as const]
      : []),
    ...(already?.refused === 'other-pupils' && !agreed.others
      ? [{ asks: 'others', found: already } as const]
      : []),
  ]
}

/** What a form answers; an odd answer is none. */
export function answersIn(form: FormData, asked: readonly Asked[]) {
  const says = (one: Asked, answer: string) => form.get(one.asks) === answer
  return {
    missing: asked.filter((one) => !says(one, 'take') && !says(one, 'leave')).map(({ asks }) => asks),
    /** Once no is no. */
    isNo: asked.some((one) => says(one, 'leave')),
    agreed: Object.fromEntries(
      asked.filter((one) => says(one, 'take')).map(({ asks }) => [asks, true]),
    ) as Agreed,
  }
}
