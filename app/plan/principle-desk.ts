import { HTTPException } from 'hono/http-exception'
import type { Plan, Principle } from './plan.ts'

/** The principle that an address or a button names; 404 when the plan has none by that id. */
export function principleIn(plan: Plan, id: string | undefined): Principle {
  const principle = plan.principles.find((one) => one.id === id)
  if (!principle) throw new HTTPException(404)
  return principle
}
