import type { Context } from 'hono'
import { z } from 'zod'
import { parseDay } from '../kernel/day.ts'
import { type Id, parseId } from '../kernel/id.ts'
import { ENTRY_KINDS } from '../plan/entry.ts'
import { ApiProblem } from './problem.ts'

/** What a program may send of an entry; the texts carry the names of the form. */
const text = z.string().nullable().optional()
const id = z.string().transform((value, context): Id<never> => {
  const known = parseId<never>(value)
  if (known === null) context.addIssue('not an id')
  return known as Id<never>
})
const day = z.string().transform((value, context) => {
  const known = parseDay(value)
  if (known === null) context.addIssue('not a day (YYYY-MM-DD)')
  return known as NonNullable<typeof known>
})

const entryFields = {
  title: text,
  startSituation: text,
  goal: text,
  approach: text,
  executedBy: text,
  support: text,
  evaluation: text,
  shareYieldWith: text,
  teacherEffort: text,
  memberEffort: text,
  coordinatorEffort: text,
  thirdPartyEffort: text,
  pupilsAndParents: text,
  visionLines: z.array(id).max(9).optional(),
  parentId: id.nullable().optional(),
  evaluationDays: z.array(day).max(20).optional(),
  coordinatorHours: z.number().nullable().optional(),
}

export const patchBody = z.strictObject(entryFields)
export const postBody = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  /** Whose track: the name or id of somebody of the team, or of a learning team. */
  name: z.string().trim().min(1).max(200).nullable().optional(),
  personId: id.optional(),
  learningTeamId: id.optional(),
  ...entryFields,
})

export const suggestionBody = z.strictObject({
  /** The name of the field. */
  field: z.string().max(40),
  /** The whole text as it should be; what differs is the suggestion. */
  text: z.string(),
  reason: z.string().max(4000).nullable().optional(),
})
export type SuggestionBody = z.infer<typeof suggestionBody>

export type EntryBody = z.infer<typeof patchBody>
export type NewEntryBody = z.infer<typeof postBody>

const LONGEST_BODY = 500_000

/** Reads a JSON body of the given shape; 413, 415, 400 and 422 as problems. */
export async function readBody<Shape extends z.ZodType>(
  context: Context,
  shape: Shape,
): Promise<z.infer<Shape>> {
  const type = context.req.header('content-type') ?? ''
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(type)) {
    throw new ApiProblem({
      status: 415,
      code: 'not-json',
      title: 'Send JSON',
      detail: 'Content-Type must be application/json.',
    })
  }
  const raw = await context.req.text()
  if (raw.length > LONGEST_BODY)
    throw new ApiProblem({ status: 413, code: 'too-large', title: 'The body is too large' })
  const read = shape.safeParse(parseJson(raw))
  if (read.success) return read.data
  const issue = read.error.issues[0]
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.')
  throw new ApiProblem({
    status: 422,
    code: 'wrong-field',
    title: 'A field is not as it should be',
    detail: issue?.message,
    field,
  })
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new ApiProblem({ status: 400, code: 'malformed-json', title: 'The body is not JSON' })
  }
}
