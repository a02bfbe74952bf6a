import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** An error of the API as RFC 9457 describes it; `code` is for programs, `detail` for people. */
export type Problem = {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly title: string
  readonly detail?: string
  /** The field of the request that it is about. */
  readonly field?: string
}

/** Answers a problem document. Thrown inside an act, `ApiProblem` becomes one. */
export class ApiProblem extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>
  constructor(problem: Problem, headers: Record<string, string> = {}) {
    super(problem.code)
    this.problem = problem
    this.headers = headers
  }
}

/** The answer itself, as `application/problem+json`. */
export function problemAnswer(context: Context, problem: Problem, headers: Record<string, string> = {}) {
  const body = { type: 'about:blank', ...problem, instance: new URL(context.req.url).pathname }
  return context.body(JSON.stringify(body), problem.status, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}

export const notFound = () =>
  new ApiProblem({
    status: 404,
    code: 'not-found',
    title: 'Not found',
    detail: 'Nothing of this school has that address.',
  })
